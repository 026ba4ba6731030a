// What stands behind the proposal: what was not proposed and what would change that, what was assumed, and the rules with their source.
import { capitalised } from '../../../domain/capitalised.ts'
import { useTexts } from '../../text/language.tsx'
import { Part } from '../../ui/page.tsx'
import { Empty } from '../../ui/states.tsx'
import type { Proposal } from './lines.ts'
import type { Explained } from './loaded.ts'
import { words } from './words.ts'

export function NotProposedPart({ not }: Pick<Proposal, 'not'>) {
  const t = useTexts(words)
  return (
    <Part id="not-proposed" title={t.notProposed} count={not.length}>
      {not.length === 0 ? (
        <Empty title={t.noChange} />
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reached by keyboard
        <section className="scroll" tabIndex={0} aria-labelledby="not-proposed">
          <table className="table wide-words">
            <thead>
              <tr>
                <th scope="col">{t.supply}</th>
                <th scope="col">{t.whyNotCol}</th>
                <th scope="col">{t.change}</th>
              </tr>
            </thead>
            <tbody>
              {not.map(({ code, name, why, change }) => (
                <tr key={code}>
                  <th scope="row">{name}</th>
                  <td>{why}</td>
                  <td>
                    {change.single === '' ? '' : t.changeIf(change.single)}
                    {change.open === '' ? '' : t.changeOnce(change.open)}
                    {change.single === '' && change.open === '' ? <span className="mute">{t.noChange}</span> : null}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </Part>
  )
}

export function AssumedPart({ assumed, notes }: Pick<Proposal, 'assumed' | 'notes'>) {
  const t = useTexts(words)
  if (assumed.length === 0 && notes.length === 0) return null
  return (
    <Part id="assumed" title={t.assumed} count={assumed.length}>
      {assumed.length === 0 ? null : <p className="mute">{t.assumedHow}</p>}
      <ul className="seen text">
        {[...assumed, ...notes].map((said) => (
          <li key={said}>{capitalised(said)}</li>
        ))}
      </ul>
    </Part>
  )
}

export function HowPart({ explained, pathway }: { readonly explained: Explained; readonly pathway: string }) {
  const t = useTexts(words)
  return (
    <details className="twin" id="how">
      <summary>{t.how}</summary>
      <p className="mute">{t.howRules}</p>
      <p>
        {t.version}: <strong>{pathway}</strong>
      </p>
      <div className="scroll">
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t.rule}</th>
              <th scope="col">{t.source}</th>
              <th scope="col">{t.status}</th>
            </tr>
          </thead>
          <tbody>
            {explained.rowsUsed.map(({ id, source, status }) => (
              <tr key={id}>
                <th scope="row">{id}</th>
                <td>{source}</td>
                <td>{t.statuses[status] ?? status}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  )
}
