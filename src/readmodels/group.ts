// A group as its teacher sees it: a row for each person, a column for each meeting, the dose so far, and the measurements.
import type { Group, GroupMember } from '../contract/groups.ts'
import type { IsoDate } from '../domain/calendar.ts'
import type { AssignmentState } from '../domain/case-state.ts'
import { attendedPermille, doseReached } from '../domain/dose.ts'
import { type InboxTab, tabOf } from '../domain/inbox-tab.ts'
import type { StateMeta } from '../domain/machine-definition.ts'
import type { Pathway } from '../domain/pathway.ts'
import type { Language, Words } from '../domain/words.ts'
import type { CourseMeetingRow, CourseRunRow } from '../store/tables.ts'
import { type Measurement, measuresIn, startAndEnd } from './measured.ts'

export type Member = {
  readonly assignmentId: string
  readonly assignment: AssignmentState
  readonly caseId: string
  readonly personId: string
  readonly name: string
  readonly phone: Words | null
  readonly pathway: Pathway
  /** In the order in which they were recorded. */
  readonly measurements: readonly Measurement[]
}

export type LoadedGroup = {
  readonly run: CourseRunRow
  readonly name: string
  readonly organisationId: string
  readonly today: IsoDate
  /** In which the measures are named. */
  readonly newest: Pathway
  readonly meetings: readonly CourseMeetingRow[]
  readonly members: readonly Member[]
}

export const groupOf = ({ run, name, today, newest, meetings, members }: LoadedGroup, language: Language): Group => ({
  runId: run.id,
  offerId: run.offer_id,
  name,
  startsOn: run.starts_on,
  endsOn: run.ends_on,
  today,
  meetings: meetings.map(({ id, number, held_on }) => ({ meetingId: id, number, heldOn: held_on, held: held_on <= today })),
  measures: measuresIn(newest, language),
  members: members.map((member) => memberOf(member, meetings, language)),
})

function memberOf(member: Member, meetings: readonly CourseMeetingRow[], language: Language): GroupMember {
  const { assignment, pathway } = member
  const state = String(assignment.position.value)
  const meta = pathway.machines.assignment.states[state]?.meta as { state?: StateMeta } | undefined
  const missedInARow = Number(assignment.position.context['missedInARow'])
  const attended = assignment.sessions.filter((session) => session.attended).length
  const planned = meetings.length
  const percent = Number(pathway.settings['completionPercent'])
  return {
    assignmentId: member.assignmentId,
    caseId: member.caseId,
    name: member.name,
    phone: member.phone?.[language] ?? null,
    takesPart: !tabsOfEnded.has(tabOf(state)),
    expected: comesNow.has(state),
    state: { code: state, words: meta?.state?.words[language] ?? state },
    startedOn: assignment.startedOn,
    attendance: meetings.map((meeting) => attendedAt(assignment, meeting)),
    missedInARow,
    atRisk: missedInARow >= 2 && state === 'started',
    dose: {
      attended,
      planned,
      permille: planned === 0 ? null : attendedPermille(attended, planned),
      reached: planned === 0 ? null : doseReached(attended, planned, percent),
    },
    measurements: startAndEnd(member, language),
  }
}

/** Null: nothing was recorded. What was recorded without naming the meeting counts by its day. */
export function attendedAt({ sessions }: AssignmentState, meeting: CourseMeetingRow): boolean | null {
  const session =
    sessions.find(({ meetingId }) => meetingId === meeting.id) ??
    sessions.find(({ meetingId, on }) => meetingId === null && on === meeting.held_on)
  return session?.attended ?? null
}

/** Of whom it is asked whether they were there. */
export const comesNow: ReadonlySet<string> = new Set(['accepted', 'planned', 'started'])

const tabsOfEnded: ReadonlySet<InboxTab> = new Set(['toReport', 'ended', 'gone'])
