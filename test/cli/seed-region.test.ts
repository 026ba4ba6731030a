// The seeded region: it would be taken at the door as it stands, nobody in it exists, and it has the holes it is said to have.
import { describe, expect, test } from 'vitest'
import { migrations } from '../../db/migrations.ts'
import { municipalities } from '../../db/seed/region.ts'
import { accounts, organisations } from '../../src/cli/cast.ts'
import { seedDatabase } from '../../src/cli/seed.ts'
import { seedRegion } from '../../src/cli/seed-region.ts'
import { engineOn, pathwaysByVersion } from '../../src/compose.ts'
import type { Run } from '../../src/contract/course-runs.ts'
import { OfferBody } from '../../src/contract/offers.ts'
import { parsedFrom } from '../../src/engine/bytes.ts'
import { offersSeen, runsSeen } from '../../src/engine/offer-views.ts'
import { prepareSupply, type SupplyEdit } from '../../src/engine/supply-door.ts'
import { offerValue } from '../../src/engine/supply-offer.ts'
import { locationBodyOf, organisationBodyOf } from '../../src/engine/supply-organisation.ts'
import { runBodyOf } from '../../src/engine/supply-run.ts'
import { seenBy } from '../../src/engine/supply-views.ts'
import { verify } from '../../src/engine/verify.ts'
import { meetingsOfRun, runsOfOffers } from '../../src/store/course-runs.ts'
import { locationsPage } from '../../src/store/locations.ts'
import { areasOfOffers, offersPage } from '../../src/store/offers.ts'
import { openStore } from '../../src/store/open.ts'
import { allAccounts, organisationsPage } from '../../src/store/organisations.ts'
import { lastDay } from '../support/seeded.ts'

const store = await openStore(':memory:', { migrations })
const engine = engineOn(store, () => `${lastDay}T09:00:00Z`)
await seedRegion(store, lastDay)

const actor = { id: 'coordinator-amstelland', role: 'coordinator', organisationId: 'amstelland' } as const
const offers = await offersPage(store, {}, null, 500)
const areas = await areasOfOffers(
  store,
  offers.map(({ id }) => id),
)
const runs = await runsOfOffers(
  store,
  offers.map(({ id }) => id),
)
const seen = await offersSeen(seenBy(engine, 'nl'), offers)

/** What the door would say of it, were it sent as it stands. */
const atTheDoor = async (edit: SupplyEdit) => {
  const prepared = await prepareSupply({ engine, actor, today: lastDay }, edit)
  return 'faults' in prepared ? prepared.faults : prepared.is
}

test('every organisation, location, offer and course of it would be taken at the door', async () => {
  for (const row of await organisationsPage(store, {}, null, 100))
    expect(
      await atTheDoor({ noun: 'organisation', body: organisationBodyOf(row), edited: { id: row.id, version: row.version } }),
    ).toBe('ready')
  for (const row of await locationsPage(store, undefined, null, 100))
    expect(await atTheDoor({ noun: 'location', body: locationBodyOf(row) })).toBe('ready')
  for (const row of offers) {
    const body = OfferBody.parse({ ...offerValue(row, areas.get(row.id)!), nextCheckOn: row.next_check_on ?? undefined })
    expect([row.id, await atTheDoor({ noun: 'offer', body })]).toEqual([row.id, 'ready'])
  }
  for (const row of runs) {
    const meetings = (await meetingsOfRun(store, row.id)).map(({ held_on }) => held_on)
    expect([row.id, await atTheDoor({ noun: 'run', body: { ...runBodyOf(row), meetings } })]).toEqual([row.id, 'ready'])
  }
})

test('twenty providers with a contact and a deputy each, two coordinators, and two clubs that answer by mail', async () => {
  const providers = organisations.filter(({ kind }) => kind === 'provider')
  expect(providers).toHaveLength(20)
  for (const { id, coordinator } of providers) {
    const people = accounts.filter(({ organisation }) => organisation === id)
    expect(people.length).toBeGreaterThanOrEqual(2)
    expect(people.map((one) => one.id)).toContain(coordinator)
  }
  expect(accounts.filter(({ role }) => role === 'coordinator')).toHaveLength(2)
  const byMail = (await allAccounts(store)).filter(({ login }) => login === 0)
  expect(new Set(byMail.map(({ organisation_id }) => organisation_id))).toEqual(new Set(['sport-zwaluw', 'club-theemuts']))
  for (const { details } of byMail) expect(parsedFrom<{ email: string }>(details).email).toMatch(/\.example$/)
})

describe('who works with it finds', () => {
  test('nothing that could be taken for real', async () => {
    for (const { name } of organisations) expect(name).toContain('(verzonnen)')
    for (const { offer } of seen) expect(offer.name).toContain('(verzonnen)')
    for (const { details } of await allAccounts(store))
      expect(parsedFrom<{ email: string }>(details).email).toMatch(/^[a-z0-9-]+@valpad\.example$/)
  })

  test('offers of every age, one that was withdrawn, and one whose certificate has lapsed', () => {
    expect(new Set(seen.map(({ check }) => check.freshness))).toEqual(new Set(['fresh', 'ageing', 'stale', 'neverChecked']))
    expect(seen.filter(({ stands }) => !stands).map(({ offerId }) => offerId)).toEqual([
      'welfare-buurtkamer-zichtOpEvenwichtGroup',
    ])
    expect(seen.filter((one) => one.certificateLapsed).map(({ offerId }) => offerId)).toEqual(['therapy-zevensprong-otagoHome'])
  })

  test('that municipalities differ, and that each lacks something', () => {
    const served = (code: string, municipality: string) =>
      seen.some(
        (one) => one.stands && !one.certificateLapsed && one.offer.code === code && one.offer.areas.includes(municipality),
      )
    const codes = ['inBalans', 'otagoHome', 'zichtOpEvenwichtGroup', 'vallenVerledenTijd', 'eyeTest', 'floorRiseTraining']
    const lacking = Object.fromEntries(municipalities.map(({ code, name }) => [name, codes.filter((one) => !served(one, code))]))
    expect(lacking).toEqual({
      Aalsmeer: ['vallenVerledenTijd', 'eyeTest'],
      Amstelveen: [],
      Diemen: ['zichtOpEvenwichtGroup', 'floorRiseTraining'],
      'Ouder-Amstel': ['inBalans', 'otagoHome', 'vallenVerledenTijd'],
      Uithoorn: ['zichtOpEvenwichtGroup', 'eyeTest'],
    })
  })

  test('courses behind us, running and to come, with all meetings of In Balans on days that are no holiday', async () => {
    expect(runs.some(({ ends_on }) => ends_on < lastDay)).toBe(true)
    expect(runs.some(({ starts_on, ends_on }) => starts_on < lastDay && ends_on > lastDay)).toBe(true)
    for (const { offer, places } of seen.filter(({ places }) => places !== null))
      expect([offer.name, places?.next?.startsOn]).toEqual([offer.name, expect.any(String)])
    const inBalans = runs.find(({ id }) => id === 'welfare-samenzijn-inBalans-r8')!
    const [{ meetings, words }] = (await runsSeen(seenBy(engine, 'nl'), [inBalans])) as [Run]
    expect(meetings).toHaveLength(24)
    expect(words).toBe('Van 17 november 2026 tot en met 18 februari 2027 op dinsdag en donderdag om 10:00: 24 bijeenkomsten.')
  })
})

test('seeding a region that is there changes nothing', async () => {
  await seedRegion(store, '2027-05-05')
  expect(await runsOfOffers(store, ['welfare-samenzijn-inBalans'])).toEqual(
    runs.filter(({ offer_id }) => offer_id === 'welfare-samenzijn-inBalans'),
  )
})

test('months later more people can be added to the same courses, and every counter is right', async () => {
  const later = await openStore(':memory:', { migrations })
  const silent = { stderr: { write: () => true } as unknown as NodeJS.WritableStream }
  for (const [seed, until] of [
    ['first', '2026-06-10'],
    ['second', '2026-09-03'],
    ['third', '2027-12-30'],
  ] as const) {
    const at = engineOn(later, () => `${until}T17:30:00Z`)
    await seedDatabase(at, { people: 41, seed, until }, 'nl', silent)
  }
  expect((await verify(later, { pathways: pathwaysByVersion })).faults).toEqual([])
})
