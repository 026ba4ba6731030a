// Every pending deadline: what, whose, by when, who is told when it passes, and what happens if nobody acts.
import type { CaseFile, Deadline } from '../../../contract/cases.ts'
import { daysFrom, shortDate } from '../../text/dates.ts'
import { useLanguage, useTexts } from '../../text/language.tsx'
import { words } from './words.ts'

type DeadlinesProps = {
  readonly items: CaseFile['deadlines']
  readonly today: string
  readonly nameOf: (subject: string) => string
}

export function Deadlines({ items, today, nameOf: nameOfSubject }: DeadlinesProps) {
  const t = useTexts(words)
  const { language } = useLanguage()
  if (items.length === 0) return <p className="mute">{t.noDeadlines}</p>
  const nameOf = ({ words: role, name }: Deadline['owner']): string => (name === '' ? role : name)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable with the keyboard
    <section className="scroll" tabIndex={0} aria-label={t.deadlines}>
      <table className="table deadlines">
        <thead>
          <tr>
            <th scope="col">{t.what}</th>
            <th scope="col">{t.who}</th>
            <th scope="col">{t.until}</th>
            <th scope="col" className="num">
              {t.left}
            </th>
            <th scope="col">{t.told}</th>
          </tr>
        </thead>
        <tbody>
          {items.map((one) => (
            <tr key={one.id}>
              <th scope="row">
                {capital(one.awaited)}
                {one.subject === 'case' ? null : <small className="mute below">{nameOfSubject(one.subject)}</small>}
                <details>
                  <summary className="small">{t.otherwise}</summary>
                  <p className="small mute">{sentences([one.ifNobodyActs.happening, ...one.ifNobodyActs.follows])}</p>
                </details>
              </th>
              <td>
                {nameOf(one.owner)}
                {one.owner.because === null ? null : <small className="mute below">{one.owner.because}</small>}
              </td>
              <td className="nowrap">{shortDate(one.dueOn, language)}</td>
              <td className="num">
                <Left days={daysFrom(today, one.dueOn)} still={one.standsStillWith} />
              </td>
              <td>{[...new Set(one.told.map(nameOf))].join(', ')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Left({ days, still }: { readonly days: number; readonly still: number | null }) {
  const t = useTexts(words)
  if (still !== null) return <span className="still">{t.stillFor(still)}</span>
  if (days < 0) return <strong className="late">{t.late(-days)}</strong>
  if (days === 0) return <strong>{t.today}</strong>
  return days <= 7 ? <strong>{t.days(days)}</strong> : t.days(days)
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
const sentences = (parts: readonly string[]): string => parts.map((part) => `${capital(part)}.`).join(' ')
