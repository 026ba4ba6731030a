// The supply in the store: places never below what is taken, areas and meetings with what they belong to, pages that miss nothing.
import { describe, expect, test } from 'vitest'
import {
  changeRun,
  loadRun,
  meetingsOfRun,
  meetingsOfRuns,
  replaceMeetings,
  runsOfOffers,
  runsPage,
} from '../../src/store/course-runs.ts'
import { changeLocation, loadLocation, locationsPage } from '../../src/store/locations.ts'
import { areasOfOffers, changeOffer, loadOffer, type OfferFilter, offersPage, replaceOfferAreas } from '../../src/store/offers.ts'
import {
  accountsByIds,
  accountsPage,
  changeAccount,
  loadAccount,
  organisationsByIds,
  organisationsPage,
} from '../../src/store/organisations.ts'
import { statement } from '../../src/store/store.ts'
import { addSupplyEvent, latestSupplyEvents, supplyEventsOf } from '../../src/store/supply-events.ts'
import type { CourseMeetingRow } from '../../src/store/tables.ts'
import { databases, type TestDatabase } from '../support/databases.ts'
import { someSupply } from '../support/some-supply.ts'
import { bytes } from './rows.ts'

const done = { ok: true }
const ids = (rows: readonly { readonly id: string }[]) => rows.map(({ id }) => id)

async function withOffers(database: TestDatabase) {
  const store = await database.open()
  const supply = someSupply(store)
  await supply.provider('club')
  await supply.provider('elsewhere', 'GM0451')
  await supply.account('contact', 'club')
  await supply.account('other', 'elsewhere', { login: 0 })
  return { store, supply, build: store.build }
}

describe.each(databases)('$name', (database) => {
  test('a run can be edited while its places are taken, and never gets fewer than are taken', async () => {
    const { store, supply, build } = await withOffers(database)
    await supply.offer('offer')
    await supply.run('run', 'offer', 4)
    const seen = (await loadRun(store, 'run'))!
    const take = () =>
      store.commit([
        statement(
          build
            .updateTable('course_run')
            .set((set) => ({ taken: set('taken', '+', 1) }))
            .where('id', '=', 'run'),
          1,
        ),
      ])
    await Promise.all([take(), take(), take()])
    // Whoever read the run before does not give the three places away again.
    expect(await store.commit([changeRun(build, { ...seen, places: 3, version: 2 })])).toEqual(done)
    expect(await loadRun(store, 'run')).toMatchObject({ places: 3, taken: 3, version: 2 })
    expect(await store.commit([changeRun(build, { ...seen, places: 2, version: 3 })])).toEqual({
      ok: false,
      statement: 0,
      rows: 0,
    })
    expect(await store.commit([changeRun(build, { ...seen, places: 9, version: 2 })])).toMatchObject({ ok: false })
    expect(await loadRun(store, 'run')).toMatchObject({ places: 3, taken: 3, version: 2 })
  })

  test('the meetings of a run are those of its last change, in order', async () => {
    const { store, supply, build } = await withOffers(database)
    await supply.offer('offer')
    await supply.run('run', 'offer', 4)
    await supply.run('second', 'offer', 4)
    const meeting = (id: string, number: number, runId = 'run'): CourseMeetingRow => ({
      id,
      run_id: runId,
      number,
      held_on: `2026-02-0${number}`,
      details: bytes('{}'),
    })
    await store.commit(replaceMeetings(build, 'run', [meeting('a', 1), meeting('b', 2)]))
    await store.commit(replaceMeetings(build, 'second', [meeting('z', 1, 'second')]))
    // The numbers change places within one change.
    expect(await store.commit(replaceMeetings(build, 'run', [meeting('b', 1), meeting('c', 2), meeting('a', 3)]))).toEqual(done)
    expect(ids(await meetingsOfRun(store, 'run'))).toEqual(['b', 'c', 'a'])
    expect(ids(await meetingsOfRuns(store, ['second', 'run']))).toEqual(['b', 'c', 'a', 'z'])
    await store.commit(replaceMeetings(build, 'run', []))
    expect(await meetingsOfRun(store, 'run')).toEqual([])
    expect(await meetingsOfRuns(store, [])).toEqual([])
  })

  test('runs come by their start, those of one offer or of all, page by page', async () => {
    const { store, supply } = await withOffers(database)
    await supply.offer('offer')
    await supply.offer('second')
    await supply.run('late', 'offer', 4, { starts_on: '2026-03-02', ends_on: '2026-05-11' })
    await supply.run('early', 'offer', 4, { starts_on: '2026-01-02', ends_on: '2026-02-01' })
    await supply.run('same', 'second', 4, { starts_on: '2026-03-02', ends_on: '2026-05-11' })
    expect(ids(await runsOfOffers(store, ['offer', 'second']))).toEqual(['early', 'late', 'same'])
    expect(ids(await runsOfOffers(store, ['offer', 'second'], '2026-02-02'))).toEqual(['late', 'same'])
    const [first, second] = await runsPage(store, undefined, null, 2)
    expect([first!.id, second!.id]).toEqual(['early', 'late'])
    expect(ids(await runsPage(store, undefined, second!, 2))).toEqual(['same'])
    expect(ids(await runsPage(store, 'offer', null, 9))).toEqual(['early', 'late'])
  })

  test('areas are replaced with their offer, and nothing is changed from an old version', async () => {
    const { store, supply, build } = await withOffers(database)
    await supply.offer('offer', { areas: ['GM0362', '1191'] })
    await supply.offer('second', { areas: ['GM0451'] })
    const row = (await loadOffer(store, 'offer'))!
    const change = (version: number, areas: string[]) =>
      store.commit([changeOffer(build, { ...row, version }), ...replaceOfferAreas(build, 'offer', areas)])
    expect(await change(2, ['1191', 'WK036201', '1191'])).toEqual(done)
    expect(await change(2, ['GM0358'])).toMatchObject({ ok: false, statement: 0 })
    expect(await areasOfOffers(store, ['offer', 'second'])).toEqual(
      new Map([
        ['offer', ['1191', 'WK036201']],
        ['second', ['GM0451']],
      ]),
    )
    expect(await areasOfOffers(store, [])).toEqual(new Map())
  })

  test('offers are found by who, what, where and when, and every page goes on where the one before ended', async () => {
    const { store, supply } = await withOffers(database)
    await supply.offer('a', { areas: ['GM0362'] })
    await supply.offer('b', { areas: ['BU03620101', '1421AB'], code: 'otagoHome', next_check_on: '2025-12-31' })
    await supply.offer('c', { areas: ['GM0451'], organisation_id: 'elsewhere', municipality: 'GM0451', last_checked_on: null })
    await supply.offer('d', { areas: ['GM0358'], valid_from: '2026-06-01' })
    await supply.offer('e', { areas: ['GM0362'], valid_until: '2025-12-31' })
    const found = async (filter: OfferFilter) => {
      const pages = []
      for (let rows = await offersPage(store, filter, null, 2); ; rows = await offersPage(store, filter, rows.at(-1)!, 2)) {
        pages.push(...ids(rows))
        if (rows.length < 2) return pages
      }
    }
    expect(await found({})).toEqual(['a', 'c', 'd', 'e', 'b'])
    expect(await found({ organisationId: 'elsewhere' })).toEqual(['c'])
    expect(await found({ code: 'otagoHome' })).toEqual(['b'])
    expect(await found({ municipality: 'GM0451' })).toEqual(['c'])
    expect(await found({ municipality: 'GM0362', code: 'otagoHome' })).toEqual(['b'])
    expect(await found({ areas: ['1421AB', '1421', 'GM0451'] })).toEqual(['c', 'b'])
    expect(await found({ areas: [] })).toEqual([])
    expect(await found({ on: '2026-01-05' })).toEqual(['a', 'c', 'b'])
    expect(await found({ endingFrom: '2026-01-05' })).toEqual(['a', 'c', 'd', 'b'])
    expect(await found({ endedBefore: '2026-01-05' })).toEqual(['e'])
    expect(await found({ toCheckBy: '2026-01-05' })).toEqual(['c', 'b'])
    expect(await loadOffer(store, 'nothing')).toBeNull()
  })

  test('locations and organisations, one by one and page by page', async () => {
    const { store, supply, build } = await withOffers(database)
    await supply.location('l1', 'club', '1181ZZ')
    await supply.location('l2', 'elsewhere', '1421ZZ', 'GM0451')
    await supply.location('l3', 'club', '1182ZZ')
    expect(ids(await locationsPage(store, undefined, 'l1', 9))).toEqual(['l2', 'l3'])
    expect(ids(await locationsPage(store, 'club', null, 9))).toEqual(['l1', 'l3'])
    const row = (await loadLocation(store, 'l1'))!
    expect(await store.commit([changeLocation(build, { ...row, postcode: '1183ZZ', version: 2 })])).toEqual(done)
    expect(await store.commit([changeLocation(build, { ...row, version: 2 })])).toMatchObject({ ok: false })
    expect(await loadLocation(store, 'l1')).toMatchObject({ postcode: '1183ZZ', version: 2 })
    expect(ids(await organisationsPage(store, { kind: 'provider' }, 'club', 9))).toEqual(['elsewhere'])
    expect(ids(await organisationsPage(store, { municipality: 'GM0451' }, null, 9))).toEqual(['elsewhere'])
    expect(ids(await organisationsByIds(store, ['elsewhere', 'club', 'nobody']))).toEqual(['club', 'elsewhere'])
    expect(await organisationsByIds(store, [])).toEqual([])
  })

  test('accounts by organisation, area and day; an edit leaves the sign of life alone', async () => {
    const { store, supply, build } = await withOffers(database)
    await supply.offer('offer', { areas: ['WK045101'] })
    await supply.account('left', 'club', { left_on: '2026-01-05' })
    await supply.account('asleep', 'club', { active: 0 })
    await supply.account('carer', 'club', { role: 'informalCarer' })
    const page = async (filter: Parameters<typeof accountsPage>[1]) => ids(await accountsPage(store, filter, null, 9))
    expect(await page({ notRoles: [] })).toEqual(['asleep', 'carer', 'contact', 'left', 'other'])
    expect(await page({ organisationId: 'club', hereOn: '2026-01-05', notRoles: ['informalCarer'] })).toEqual(['contact'])
    expect(await page({ hereOn: '2026-01-04', notRoles: ['informalCarer'] })).toEqual(['contact', 'left', 'other'])
    expect(await page({ area: 'GM0451', notRoles: [] })).toEqual(['other'])
    expect(await page({ area: 'WK045101', hereOn: '2026-01-05', notRoles: ['informalCarer'] })).toEqual(['contact'])
    const [first] = await accountsPage(store, { notRoles: [] }, null, 1)
    expect(ids(await accountsPage(store, { notRoles: [] }, first!, 2))).toEqual(['carer', 'contact'])
    expect(ids(await accountsByIds(store, ['other', 'contact']))).toEqual(['contact', 'other'])
    expect(await accountsByIds(store, [])).toEqual([])

    const row = (await loadAccount(store, 'contact'))!
    await store.commit([
      statement(build.updateTable('account').set({ last_seen_on: '2026-01-07' }).where('id', '=', 'contact'), 1),
    ])
    expect(await store.commit([changeAccount(build, { ...row, active: 0, version: 2 })])).toEqual(done)
    expect(await store.commit([changeAccount(build, { ...row, version: 2 })])).toMatchObject({ ok: false })
    expect(await loadAccount(store, 'contact')).toMatchObject({ active: 0, version: 2, last_seen_on: '2026-01-07' })
  })

  test('what was changed is kept in order, for one thing at a time, and can be changed by nobody', async () => {
    const { store, build } = await withOffers(database)
    const event = (id: string, nounId: string, version: number) =>
      addSupplyEvent(build, {
        id,
        at: '2026-01-05T09:00:00Z',
        actor_id: 'contact',
        actor_role: 'socialProvider',
        noun: 'offer',
        noun_id: nounId,
        action: 'changed',
        version,
        payload: bytes('{}'),
        request_id: 'test',
      })
    await store.commit([event('c', 'offer', 3), event('a', 'offer', 1), event('b', 'offer', 2), event('x', 'second', 1)])
    expect(ids(await supplyEventsOf(store, 'offer', 'offer', 1, 9))).toEqual(['b', 'c'])
    expect(ids(await supplyEventsOf(store, 'offer', 'offer', 0, 2))).toEqual(['a', 'b'])
    expect(ids(await latestSupplyEvents(store, 'offer', 'offer', null, 2))).toEqual(['c', 'b'])
    expect(ids(await latestSupplyEvents(store, 'offer', 'offer', 2, 2))).toEqual(['a'])
    expect(await supplyEventsOf(store, 'run', 'offer', 0, 9)).toEqual([])
    await expect(
      store.commit([statement(build.updateTable('supply_event').set({ action: 'added' }).where('id', '=', 'a'))]),
    ).rejects.toThrow()
    await expect(store.commit([statement(build.deleteFrom('supply_event').where('id', '=', 'a'))])).rejects.toThrow()
  })
})
