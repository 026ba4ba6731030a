// The seeded course runs: made around the last day that is played, with who gets a place on which; the same for the same day.
import { offers, type SeedOffer } from '../../db/seed/offers.ts'
import { addPeriod, daysBetween, type IsoDate } from '../domain/calendar.ts'
import { meetingDates } from '../domain/course-dates.ts'
import { weekdays } from '../domain/supply.ts'

export type SeedRun = {
  readonly id: string
  readonly offer: SeedOffer
  readonly startsOn: IsoDate
  readonly endsOn: IsoDate
  readonly places: number
  readonly meetings: readonly { readonly id: string; readonly heldOn: IsoDate }[]
}

/** Weeks before and after the last day in which courses begin. */
const weeksBack = 62
const weeksAhead = 26

export function seedRuns(until: IsoDate): readonly SeedRun[] {
  const monday = addPeriod(until, 1 - Temporal.PlainDate.from(until).dayOfWeek, 'days')
  return offers.flatMap((offer) => {
    const { course } = offer
    if (course === null) return []
    const first = Math.ceil((-weeksBack - course.shift) / course.everyWeeks)
    const last = Math.floor((weeksAhead - course.shift) / course.everyWeeks)
    return Array.from({ length: last - first + 1 }, (_, index) => {
      const from = addPeriod(monday, course.shift + (first + index) * course.everyWeeks, 'weeks')
      return runFrom(offer, `${offer.id}-r${index + 1}`, from)
    })
  })
}

function runFrom(offer: SeedOffer, id: string, from: IsoDate): SeedRun {
  const { weeks, introWeeks, places } = offer.course!
  const days = weekdays.filter((day) => offer.days.includes(day))
  const introUntil = addPeriod(from, introWeeks * 7 - 1, 'days')
  const dates = [
    ...meetingDates(from, introUntil, days.slice(0, 1)),
    ...meetingDates(addPeriod(introUntil, 1, 'days'), addPeriod(from, weeks * 7 - 1, 'days'), days),
  ]
  const meetings = dates.map((heldOn, index) => ({ id: `${id}-m${index + 1}`, heldOn }))
  return { id, offer, startsOn: dates[0]!, endsOn: dates.at(-1)!, places, meetings }
}

/** A place for who decides on a day and hopes to begin around another; null where none is left near that day. */
export type Allot = (offerId: string, decidedOn: IsoDate, aroundDay: IsoDate) => SeedRun | null

/** Further away than this nobody begins. */
const mostDaysApart = 45

/** Never more than there are places, whoever of them gives it back. */
export function allotterFor(until: IsoDate): Allot {
  const byOffer = Map.groupBy(seedRuns(until), ({ offer }) => offer.id)
  const given = new Map<string, number>()
  return (offerId, decidedOn, aroundDay) => {
    const apart = ({ startsOn }: SeedRun) => Math.abs(daysBetween(aroundDay, startsOn))
    const [nearest] = (byOffer.get(offerId) ?? [])
      .filter((run) => run.endsOn > decidedOn && apart(run) <= mostDaysApart && (given.get(run.id) ?? 0) < run.places)
      .sort((a, b) => apart(a) - apart(b))
    if (nearest === undefined) return null
    given.set(nearest.id, (given.get(nearest.id) ?? 0) + 1)
    return nearest
  }
}
