// Who is seeded: the organisations, accounts and offers of the invented region, and invented people with the way they go.
import { firstNames, streets, surnames } from '../../db/seed/names.ts'
import { profiles, type SeedProfile } from '../../db/seed/profiles.ts'
import { accounts, municipalities, offers, organisations } from '../../db/seed/region.ts'
import { addPeriod, type IsoDate } from '../domain/calendar.ts'
import { PersonDetails } from '../domain/person.ts'
import { Role } from '../domain/role.ts'
import { bytesOf } from '../engine/bytes.ts'
import { insertOffer } from '../store/offers.ts'
import { insertAccount, insertOrganisation, loadOrganisation } from '../store/organisations.ts'
import { insertPerson } from '../store/persons.ts'
import type { Store } from '../store/store.ts'
import { castOf, practices } from './cast.ts'
import { journeyOf } from './journey.ts'
import { type Itinerary, itineraries } from './journeys.ts'
import { type Life, randomFrom } from './seeding.ts'

/** Names the coalition whose data are all invented: over these the clock may be put forward. */
export const demoCoalition = 'amstelland'

/** Leaves an organisation that is there alone, so that more people can be added later. */
export async function seedRegion(store: Store): Promise<void> {
  if ((await loadOrganisation(store, demoCoalition)) !== null) return
  const { build } = store
  const written = await store.commit([
    ...organisations.map(({ id, kind, municipality, name }) => {
      const details = kind === 'coalition' ? { name, demo: true, municipalities } : { name }
      return insertOrganisation(build, { id, kind, municipality, details: bytesOf(details), version: 1, coordinator_id: null })
    }),
    ...accounts.map(({ id, organisation, role, name }) =>
      insertAccount(build, {
        id,
        organisation_id: organisation,
        role: Role.parse(role),
        // The domain is nobody's (RFC 2606).
        details: bytesOf({ name, email: `${id}@valpad.example` }),
        active: 1,
        login: 1,
        left_on: null,
        last_seen_on: null,
        version: 1,
      }),
    ),
    ...offers.flatMap(({ organisation, codes, domain, municipalities: places }) =>
      codes.flatMap((code) =>
        places.map((municipality) =>
          insertOffer(build, {
            id: `${organisation}-${code}-${municipality}`,
            organisation_id: organisation,
            code,
            municipality,
            domain,
            details: bytesOf({ places: 12 }),
            version: 1,
            valid_from: '2024-01-01',
            valid_until: null,
            location_id: null,
            contact_id: null,
            deputy_id: null,
            owner_id: null,
            certificate_until: null,
            last_checked_on: null,
            next_check_on: null,
          }),
        ),
      ),
    ),
  ])
  if (!written.ok) throw new Error('Part of the seeded region is there already, and part is not')
}

export type Invented = {
  readonly id: string
  readonly practice: string
  readonly municipality: string
  readonly details: PersonDetails
  readonly life: Life
}

/** The same people for the same seed; `until` (a day) only moves them in time. */
export function inventPeople(number: number, seed: string, until: IsoDate): Invented[] {
  const random = randomFrom(`who ${seed}`)
  return Array.from({ length: number }, (_, index) => {
    // First everybody once, then by lot.
    const itinerary = itineraries[index] ?? pick(itineraries, random)
    return invent(`${seed}-${String(index + 1).padStart(3, '0')}`, itinerary, until, random)
  })
}

function invent(name: string, itinerary: Itinerary, until: IsoDate, random: () => number): Invented {
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
  return {
    id: ids.person,
    practice: practice.id,
    municipality: practice.municipality,
    details: detailsOf(profile, practice.municipality, startsOn, random),
    life: { id: ids.case, startsOn, steps: journey.steps() },
  }
}

function detailsOf({ sex, age }: SeedProfile, municipality: string, startsOn: IsoDate, random: () => number): PersonDetails {
  const place = municipalities.find(({ code }) => code === municipality)!
  return PersonDetails.parse({
    name: `${pick(firstNames[sex], random)} ${pick(surnames, random)}`,
    // The birthday lies well before the start and well before the next one, so that the age holds during the screening.
    birthDate: addPeriod(addPeriod(startsOn, -12 * age, 'months'), -30 - Math.floor(random() * 200), 'days'),
    sex,
    street: `${pick(streets, random)} ${1 + Math.floor(random() * 120)}`,
    postcode: `${place.postcode} XX`,
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
