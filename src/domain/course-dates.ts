// Course dates: on which days a course meets, from its weekdays; never on a public holiday.
import { addPeriod, holidaysOf, type IsoDate } from './calendar.ts'
import { weekdays } from './supply.ts'

type Weekday = (typeof weekdays)[number]

/** A course with more meetings than this, or longer than two years, is a slip of the pen; our default. */
export const mostMeetings = 200
const longestDays = 731

/** From `startsOn` up to and including `endsOn`, in order. */
export function meetingDates(startsOn: IsoDate, endsOn: IsoDate, days: readonly Weekday[]): IsoDate[] {
  if (days.length === 0) return []
  const dates: IsoDate[] = []
  const holidays = new Set<IsoDate>()
  for (let year = Number(startsOn.slice(0, 4)); year <= Number(startsOn.slice(0, 4)) + 3; year += 1)
    for (const { date } of holidaysOf(year)) holidays.add(date)
  for (let day = startsOn, count = 0; day <= endsOn && count <= longestDays; day = addPeriod(day, 1, 'days'), count += 1)
    if (days.includes(weekdayOf(day)) && !holidays.has(day)) dates.push(day)
  return dates
}

const weekdayOf = (day: IsoDate): Weekday => weekdays[Temporal.PlainDate.from(day).dayOfWeek - 1]!

export type Meeting = { readonly id: string; readonly number: number; readonly heldOn: IsoDate }

/**
 * The meetings on `dates`, numbered in order. One that stays on its day keeps its id, and so does one that moved and still has its number:
 * what was noted of a meeting stays with it. `null` where a new id is needed.
 */
export function renumbered(
  dates: readonly IsoDate[],
  before: readonly Meeting[],
): { readonly id: string | null; readonly number: number; readonly heldOn: IsoDate }[] {
  const ordered = [...new Set(dates)].sort()
  const staying = new Map(before.filter(({ heldOn }) => ordered.includes(heldOn)).map((meeting) => [meeting.heldOn, meeting.id]))
  const moved = new Map(before.filter(({ heldOn }) => !staying.has(heldOn)).map(({ number, id }) => [number, id]))
  return ordered.map((heldOn, index) => ({
    id: staying.get(heldOn) ?? moved.get(index + 1) ?? null,
    number: index + 1,
    heldOn,
  }))
}
