// One person in the grid: a cell for each meeting, and how many were attended.
import { Link } from '@tanstack/react-router'
import type { Group, GroupMember } from '../../../contract/groups.ts'
import { shortDate } from '../../text/dates.ts'
import { useLanguage, useTexts } from '../../text/language.tsx'
import { Mark } from './mark.tsx'
import { words } from './words.ts'

type Meeting = Group['meetings'][number]

/** Nobody filled in yet whether this one was there. */
export const isOpen = (member: GroupMember, column: number): boolean => member.expected && member.attendance[column] === null

export function MemberRow({
  member,
  meetings,
  row,
  column,
  drafted,
  fills,
  here,
  onFocus,
  onChange,
}: {
  readonly member: GroupMember
  readonly meetings: readonly Meeting[]
  readonly row: number
  /** The meeting that is filled in. */
  readonly column: number
  /** What was filled in for this person and is not recorded yet, by meeting. */
  readonly drafted: (column: number) => boolean | null
  /** Whether a meeting can be filled in: not before its day, nor while it waits to be sent. */
  readonly fills: (column: number) => boolean
  /** Which of its cells is reached with the tab key. */
  readonly here: number | null
  readonly onFocus: (column: number) => void
  readonly onChange: (column: number) => void
}) {
  const t = useTexts(words)
  return (
    <tr className={member.atRisk ? 'at-risk' : member.takesPart ? '' : 'over'}>
      <th scope="row">
        <Link to="/inbox/$assignmentId" params={{ assignmentId: member.assignmentId }} preload={false}>
          {member.name}
        </Link>
        {member.atRisk ? (
          <small className="found">{t.missed(member.missedInARow)}</small>
        ) : member.takesPart ? (
          member.expected ? null : (
            <small>{t.away}</small>
          )
        ) : (
          <small>{t.ended}</small>
        )}
      </th>
      {meetings.map((meeting, index) => (
        <OneCell
          key={meeting.meetingId}
          name={member.name}
          meeting={meeting}
          place={{ row, column: index }}
          was={member.attendance[index] ?? drafted(index)}
          open={fills(index) && isOpen(member, index)}
          now={index === column}
          here={here === index}
          onFocus={() => onFocus(index)}
          onChange={() => onChange(index)}
        />
      ))}
      <td className="num dose">
        {member.dose.attended}
        <span className="mute"> / {member.dose.planned}</span>
      </td>
    </tr>
  )
}

function OneCell({
  name,
  meeting: { number, heldOn, held },
  place,
  was,
  open,
  now,
  here,
  onFocus,
  onChange,
}: {
  readonly name: string
  readonly meeting: Meeting
  readonly place: { readonly row: number; readonly column: number }
  readonly was: boolean | null
  readonly open: boolean
  readonly now: boolean
  readonly here: boolean
  readonly onFocus: () => void
  readonly onChange: () => void
}) {
  const t = useTexts(words)
  const { language } = useLanguage()
  const said = was === null ? (held ? t.empty : t.later) : was ? t.was : t.wasNot
  const classes = [now ? 'now' : '', open ? 'fill' : '', was === false ? 'absent' : '']
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid around it hears the keys
    <td
      data-row={place.row}
      data-column={place.column}
      tabIndex={here ? 0 : -1}
      aria-label={`${name}, ${t.meeting(number, shortDate(heldOn, language))}: ${said}`}
      className={classes.filter(Boolean).join(' ')}
      onFocus={onFocus}
      onClick={onChange}
    >
      <Mark was={was} />
    </td>
  )
}
