// Who is seeded: invented people, with the way they go.
import { firstNames, streets, surnames } from '../../db/seed/names.ts'
import { profiles, type SeedProfile } from '../../db/seed/profiles.ts'
import { municipalities } from '../../db/seed/region.ts'
import { addPeriod, type IsoDate } from '../domain/calendar.ts'
import { PersonDetails } from '../domain/person.ts'
import { bytesOf } from '../engine/bytes.ts'
import { insertPerson } from '../store/persons.ts'
import type { Store } from '../store/store.ts'
import { castOf, practices } from './cast.ts'
import { type Journey, journeyOf } from './journey.ts'
import { type Itinerary, itineraries } from './journeys.ts'
import { allotterFor, type Course } from './seed-courses.ts'
import { type Life, randomFrom } from './seeding.ts'

export type Invented = {
  readonly id: string
  readonly practice: string
  readonly municipality: string
  readonly details: PersonDetails
  readonly life: Life
}

/** The same people for the same seed; `until` (a day) and the courses there are only move them in time. */
export function inventPeople(number: number, seed: string, until: IsoDate, courses: readonly Course[]): Invented[] {
  const random = randomFrom(`who ${seed}`)
  const invented = Array.from({ length: number }, (_, index) => {
    // First everybody once, then by lot.
    const itinerary = itineraries[index] ?? pick(itineraries, random)
    return invent(`${seed}-${String(index + 1).padStart(3, '0')}`, itinerary, until, random)
  })
  const allot = allotterFor(courses)
  for (const who of ['takers', 'waiters'] as const)
    for (const { journey, person } of invented) journey.settle(person.life.startsOn, allot, who)
  return invented.map(({ person }) => person)
}

type Inventing = { readonly journey: Journey; readonly person: Invented }

function invent(name: string, itinerary: Itinerary, until: IsoDate, random: () => number): Inventing {
  const profile = pick(
    profiles.filter(({ level }) => itinerary.levels.includes(level)),
    random,
  )
  const practice = pick(practices, random)
  const cast = castOf(practice.id)
  const ids = { person: `p${name}`, case: `c${name}`, assignment: (count: number) => `a${name}-${count}` }
  const between = (from: number, to: number) => from + Math.floor(random() * (to - from + 1))
  const journey = journeyOf(profile, cast, ids, between)
  itinerary.go(journey, profile)
  const startsOn = addPeriod(until, -journey.days - between(0, 4), 'days')
  const person = {
    id: ids.person,
    practice: practice.id,
    municipality: practice.municipality,
    details: detailsOf(profile, practice.municipality, startsOn, random),
    life: { id: ids.case, startsOn, steps: journey.steps() },
  }
  return { journey, person }
}

function detailsOf({ sex, age }: SeedProfile, municipality: string, startsOn: IsoDate, random: () => number): PersonDetails {
  const place = municipalities.find(({ code }) => code === municipality)!
  return PersonDetails.parse({
    name: `${pick(firstNames[sex], random)} ${pick(surnames, random)}`,
    // The birthday lies well before the start and well before the next one, so that the age holds during the screening.
    birthDate: addPeriod(addPeriod(startsOn, -12 * age, 'months'), -30 - Math.floor(random() * 200), 'days'),
    sex,
    street: `${pick(streets, random)} ${1 + Math.floor(random() * 120)}`,
    postcode: `${pick(place.postcodes, random)} XX`,
    city: place.name,
    phone: `06-0000 ${String(Math.floor(random() * 10_000)).padStart(4, '0')}`,
  })
}

export async function insertPeople(store: Store, people: readonly Invented[], createdAt: string): Promise<void> {
  const written = await store.commit(
    people.map(({ id, practice, municipality, details }) =>
      insertPerson(store.build, {
        id,
        practice_id: practice,
        municipality,
        details: bytesOf(details),
        version: 1,
        created_at: createdAt,
      }),
    ),
  )
  if (!written.ok) throw new PeopleExist()
}

/** This seed was used before in this database. */
export class PeopleExist extends Error {}

const pick = <Item>(items: readonly Item[], random: () => number): Item => items[Math.floor(random() * items.length)]!
