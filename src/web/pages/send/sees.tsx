// Who sees what: word for word what each receiver reads, at once and after accepting, and what stays hidden and why.
import type { Preview } from '../../../contract/receiver-views.ts'
import { useTexts } from '../../text/language.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Part } from '../../ui/page.tsx'
import { words } from './words.ts'

export type Views = { readonly before: Preview['view']; readonly after: Preview['view'] }
export type Receiver = { readonly code: string; readonly name: string; readonly asked: string; readonly views: Views }

export function Sees({ receivers, who }: { readonly receivers: readonly Receiver[]; readonly who: string }) {
  const t = useTexts(words)
  const first = receivers[0]
  if (first === undefined) return null
  const categories = [...first.views.after.shown, ...first.views.after.notShown]
  const labels = new Map([
    ...receivers
      .flatMap(({ views }) => [...views.after.shown, ...views.after.notShown])
      .map(({ category, label }) => [category, label] as const),
  ])
  const order = [...new Set([...categories.map(({ category }) => category), ...labels.keys()])]
  return (
    <>
      <Part id="sees" title={t.sees}>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reached by keyboard */}
        <section className="scroll" tabIndex={0} aria-labelledby="sees">
          <table className="table wide-words">
            <thead>
              <tr>
                <th scope="col">{t.datum}</th>
                {receivers.map(({ code, name, asked }) => (
                  <th scope="col" key={code}>
                    <strong className="receiver">{name}</strong>
                    <br />
                    {asked}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {order.map((category) => (
                <tr key={category}>
                  <th scope="row">{capital(labels.get(category) ?? category)}</th>
                  {receivers.map(({ code, views }) => (
                    <td key={code}>
                      <Cell now={has(views.before, category)} later={has(views.after, category)} />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
        <p className="small mute under">{t.asks(who)}</p>
      </Part>
      <div className="exactly">
        {receivers.map(({ code, name, views }, index) => (
          <details key={code} className="twin" open={index === 0}>
            <summary>{t.exactly(name)}</summary>
            <article className="letter">
              <h3>{t.before}</h3>
              <Lines shown={views.before.shown} />
              <h3>{t.after}</h3>
              <Lines shown={views.after.shown.filter(({ category }) => !has(views.before, category))} />
              <h3>{t.hidden}</h3>
              <ul className="seen">
                {views.after.notShown.map(({ category, label, why }) => (
                  <li key={category}>
                    {capital(label)}: <span className="mute">{why}</span>
                  </li>
                ))}
              </ul>
            </article>
          </details>
        ))}
      </div>
    </>
  )
}

function Cell({ now, later }: { readonly now: boolean; readonly later: boolean }) {
  const t = useTexts(words)
  if (!later && !now) return <span className="no">{t.never}</span>
  return (
    <span className="yes">
      <Icon name="tick" />
      {now ? t.now : t.later}
    </span>
  )
}

function Lines({ shown }: { readonly shown: Views['before']['shown'] }) {
  const t = useTexts(words)
  if (shown.length === 0) return <p className="mute">{t.nothing}</p>
  return (
    <dl className="facts">
      {shown.map(({ category, label, lines }) => (
        <div key={category} className="pair">
          <dt>{capital(label)}</dt>
          <dd>
            {lines.map((line) => (
              <p key={line}>{line}</p>
            ))}
          </dd>
        </div>
      ))}
    </dl>
  )
}

const has = (view: Views['before'], category: string): boolean => view.shown.some((one) => one.category === category)
const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`
