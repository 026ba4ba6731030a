// The report, written beforehand from what was recorded: dates, attendance and dose.
import type { InboxAssignment } from '../../../contract/inbox.ts'
import type { AssignmentWords } from './words.ts'

type Known = Pick<InboxAssignment, 'name' | 'startedOn' | 'sessions' | 'dose'>

export function reportOn(item: Known, who: string, day: (iso: string) => string, { text: t }: AssignmentWords): string {
  const { name: what, startedOn, sessions, dose } = item
  if (startedOn === null) return `${t.none(who, what)}. `
  const last = sessions.at(-1)?.on
  const until = last === undefined || last === startedOn ? '' : t.to(day(last))
  const count = dose.planned ?? dose.recorded
  const enough = dose.reached === null ? '' : dose.reached ? t.enough : t.notEnough
  return `${[`${t.from(who, what, day(startedOn))}${until}.`, t.attended(dose.attended, count), enough].filter(Boolean).join(' ')} `
}
