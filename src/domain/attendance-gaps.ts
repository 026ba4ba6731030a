// Meetings that were held and of which nobody filled in who was there.
import { addPeriod, type IsoDate } from './calendar.ts'

/** What was logged of somebody in the group. */
export type GroupEvent = {
  readonly type: string
  readonly on: IsoDate
  readonly meetingId: string | null
  /** Takes part, or is about to. */
  readonly takesPart: boolean
}

type Meeting = { readonly id: string; readonly heldOn: IsoDate }

/** So long a meeting may stand open. Source: Valpad; status: local default. */
export const daysToFillIn = 2

/** Of anybody; what was recorded without naming the meeting counts by its day. */
export function isFilledIn({ id, heldOn }: Meeting, events: readonly GroupEvent[]): boolean {
  return events.some(
    ({ type, on, meetingId }) => sessionTypes.has(type) && (meetingId === null ? on === heldOn : meetingId === id),
  )
}

/** Long enough ago, and since the first of those who take part now was accepted: before that nobody could have been there. */
export function unfilledMeetings<Some extends Meeting>(
  meetings: readonly Some[],
  events: readonly GroupEvent[],
  today: IsoDate,
): readonly Some[] {
  const [since] = events.flatMap(({ type, on, takesPart }) => (takesPart && type === 'assignmentAccepted' ? [on] : [])).sort()
  if (since === undefined) return []
  return meetings.filter(
    (meeting) =>
      meeting.heldOn >= since && addPeriod(meeting.heldOn, daysToFillIn, 'days') <= today && !isFilledIn(meeting, events),
  )
}

const sessionTypes: ReadonlySet<string> = new Set(['assignmentStarted', 'sessionRecorded'])
