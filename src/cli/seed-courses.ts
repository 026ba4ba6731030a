// The seeded course runs: made around the last day that is played, with who gets a place on which; the same for the same day.
import type { SeedOffer } from '../../db/seed/offered.ts'
import { offers } from '../../db/seed/offers.ts'
import { addPeriod, daysBetween, type IsoDate } from '../domain/calendar.ts'
import { meetingDates } from '../domain/course-dates.ts'
import { weekdays } from '../domain/supply.ts'
import { meetingsOfRuns, runsOfOffers } from '../store/course-runs.ts'
import type { Reader } from '../store/store.ts'

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

/** A course run of the seeded region as it stands, with the places that are left. */
export type Course = Pick<SeedRun, 'id' | 'startsOn' | 'endsOn' | 'meetings'> & {
  readonly offerId: string
  readonly free: number
}

/** Read from the database: a region that was seeded on another day has its courses on other days. */
export async function coursesIn(store: Reader): Promise<Course[]> {
  const runs = await runsOfOffers(
    store,
    offers.map(({ id }) => id),
  )
  const meetings = Map.groupBy(
    await meetingsOfRuns(
      store,
      runs.map(({ id }) => id),
    ),
    ({ run_id }) => run_id,
  )
  return runs.map((run) => ({
    id: run.id,
    offerId: run.offer_id,
    startsOn: run.starts_on,
    endsOn: run.ends_on,
    free: run.open === 1 ? run.places - run.taken : 0,
    meetings: (meetings.get(run.id) ?? []).map(({ id, held_on }) => ({ id, heldOn: held_on })),
  }))
}

/** Who decides on a day on an offer, and hopes to begin around another. */
export type Hopeful = { readonly offerId: string; readonly decidedOn: IsoDate; readonly aroundDay: IsoDate }

/** Places on the courses, given out one by one. */
export type Allot = {
  /** On the nearest in time; null where none is left near that day. */
  readonly place: (hopeful: Hopeful) => Course | null
  /** On the list of the one that most others go to. */
  readonly list: (hopeful: Hopeful) => Course | null
}

/** Further away than this nobody begins. */
const mostDaysApart = 45

/** Never more than there are places, whoever of them gives it back. */
export function allotterFor(courses: readonly Course[]): Allot {
  const byOffer = Map.groupBy(courses, ({ offerId }) => offerId)
  const given = new Map<string, number>()
  const givenOn = ({ id }: Course): number => given.get(id) ?? 0
  const near = ({ offerId, decidedOn, aroundDay }: Hopeful) => {
    const apart = ({ startsOn }: Course) => Math.abs(daysBetween(aroundDay, startsOn))
    return (byOffer.get(offerId) ?? [])
      .filter((run) => run.endsOn > decidedOn && apart(run) <= mostDaysApart)
      .sort((a, b) => apart(a) - apart(b))
  }
  return {
    place(hopeful) {
      const nearest = near(hopeful).find((run) => givenOn(run) < run.free)
      if (nearest === undefined) return null
      given.set(nearest.id, givenOn(nearest) + 1)
      return nearest
    },
    list: (hopeful) => near(hopeful).sort((a, b) => givenOn(b) - givenOn(a))[0] ?? null,
  }
}
