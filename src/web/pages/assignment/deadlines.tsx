// The clocks of one assignment: what is awaited, by when, and who hears of it when it is late.
import type { InboxAssignment } from '../../../contract/inbox.ts'
import { daysFrom, shortDate } from '../../text/dates.ts'
import { useLanguage, useTexts } from '../../text/language.tsx'
import { capital, sentences } from '../inbox/said.ts'
import { words } from './words.ts'

export function Deadlines({ item: { deadlines, today } }: { readonly item: InboxAssignment }) {
  const t = useTexts(words)
  const { language } = useLanguage()
  if (deadlines.length === 0) return <p className="mute">{t.noDeadlines}</p>
  return (
    <ul className="seen">
      {deadlines.map(({ rule, awaited, dueOn, standsStillWith, told, ifNobodyActs }) => (
        <li key={rule}>
          <p className="clock">
            <b>{capital(awaited)}</b>
            <span className={`nowrap ${standsStillWith === null && daysFrom(today, dueOn) < 0 ? 'late' : 'mute'}`}>
              {standsStillWith === null ? t.until(shortDate(dueOn, language)) : t.still(standsStillWith)}
            </span>
          </p>
          <p className="small mute">{t.told([...new Set(told.map(({ name, words: role }) => name || role))].join(', '))}</p>
          {ifNobodyActs.length === 0 ? null : (
            <details>
              <summary className="small">{t.otherwise}</summary>
              <p className="small mute">{sentences(ifNobodyActs)}</p>
            </details>
          )}
        </li>
      ))}
    </ul>
  )
}
