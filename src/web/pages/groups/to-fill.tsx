// Meetings that were held and not filled in: on top of the groups and of the inbox, each a way to its grid.
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { shortDate } from '../../text/dates.ts'
import { useLanguage, useTexts } from '../../text/language.tsx'
import { Note } from '../../ui/note.tsx'
import { useGroups } from './queries.ts'
import { words } from './words.ts'

/** More are a number. */
const mostNamed = 3

export function ToFill() {
  const t = useTexts(words)
  const { language } = useLanguage()
  const { data } = useQuery(useGroups('current'))
  const open = data?.filter(({ toFill }) => toFill.length > 0) ?? []
  const count = open.reduce((sum, { toFill }) => sum + toFill.length, 0)
  if (count === 0) return null
  return (
    <Note look="warn">
      <p>
        <strong>{t.toFill(count)}</strong>
      </p>
      <ul className="stack-tight">
        {open.map(({ runId, name, toFill }) => {
          const named = toFill.slice(-mostNamed).map(({ number, heldOn }) => t.meeting(number, shortDate(heldOn, language)))
          const more = toFill.length - named.length
          return (
            <li key={runId}>
              <Link to="/groups/$runId" params={{ runId }} preload={false}>
                {name}
              </Link>
              {`: ${more === 0 ? '' : t.earlier(more)}${named.join('; ')}`}
            </li>
          )
        })}
      </ul>
    </Note>
  )
}
