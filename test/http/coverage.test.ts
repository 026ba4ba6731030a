// Coverage over HTTP, on every database: what there is and what is missing per municipality, for the coordinator, without persons.
import { beforeAll, describe, expect, test } from 'vitest'
import { type Coverage, Coverage as CoverageSchema } from '../../src/contract/coverage.ts'
import { databases } from '../support/databases.ts'
import { screeningOf } from '../support/given-case.ts'
import { someSupply } from '../support/some-supply.ts'
import { must, type TestApp, testApp } from '../support/test-app.ts'

describe.each(databases)('$name', (database) => {
  let app: TestApp
  let c: string

  beforeAll(async () => {
    app = await testApp(await database.open())
    const supply = someSupply(app.engine.store)
    await supply.offer('both', { areas: ['GM0362', 'WK038401'], last_checked_on: '2025-12-06' })
    await supply.run('spring', 'both', 10, { taken: 4 })
    await supply.run('full', 'both', 5, { taken: 5, waiting: 2, starts_on: '2026-01-12' })
    await supply.run('closed', 'both', 5, { open: 0 })
    await supply.run('begun', 'both', 5, { starts_on: '2026-01-01' })
    await supply.run('over', 'both', 5, { starts_on: '2025-01-01', ends_on: '2025-03-01' })
    await supply.offer('postcode', { areas: ['1181'], last_checked_on: null, next_check_on: null, details: { waitWeeks: 2 } })
    await supply.offer('lapsed', { certificate_until: '2026-01-01', details: { waitWeeks: 0 } })
    await supply.offer('withdrawn', { valid_until: '2025-12-31' })
    await supply.offer('eyes', { code: 'eyeTest', areas: ['GM0451'], municipality: 'GM0451' })
    c = await app.signalled()
    await app.does(c, 'screenings/_start', { personAgrees: true })
    await app.does(c, 'screenings', { facts: screeningOf.moderate })
    await app.does(c, 'decisions', {
      way: 'assignment',
      assignmentId: 'a1',
      intervention: 'inBalans',
      domain: 'social',
      providerId: 'club',
      goal: 'dansen',
      consentGiven: true,
      redFlagsChecked: true,
    })
    must(await app.ask('POST', `/v1/cases/${c}/unmet-needs`, { body: { code: 'otagoHome', reason: 'tooFar' } }), 201)
    must(await app.ask('POST', `/v1/cases/${c}/unmet-needs`, { body: { code: 'otagoHome', reason: 'full' } }), 201)
  })

  const look = async (query = ''): Promise<Coverage> =>
    CoverageSchema.parse(must(await app.ask('GET', `/v1/coverage${query}`, { role: 'coordinator' }), 200).json)
  const cell = (seen: Coverage, code: string, municipality: string) =>
    seen.rows.find((row) => row.code === code)?.cells.find((one) => one.municipality === municipality)

  test('every intervention and follow-up stands against every municipality, also where there is nothing', async () => {
    const seen = await look()
    expect(seen.municipalities.map(({ words }) => words)).toEqual([
      'Aalsmeer',
      'Amstelveen',
      'Diemen',
      'Ouder-Amstel',
      'Uithoorn',
    ])
    expect(seen.rows.every(({ cells }) => cells.length === 5)).toBe(true)
    expect(seen.rows.map(({ kind }) => kind)).toContain('followUp')
    expect(cell(seen, 'inBalans', 'GM0358')).toMatchObject({ offers: 0, places: 0, shortestWait: null, oldestCheck: null })
  })

  test('places, waits and ages are those of what stands today; an offer for two municipalities counts in both', async () => {
    const seen = await look()
    expect(cell(seen, 'inBalans', 'GM0362')).toMatchObject({
      offers: 3,
      places: 15,
      free: 6,
      waiting: 2,
      shortestWait: 2,
      oldestCheck: 35,
      neverChecked: 1,
      openAssignments: 1,
      unmetNeeds: 0,
    })
    expect(cell(seen, 'inBalans', 'GM0384')).toMatchObject({
      offers: 1,
      free: 6,
      shortestWait: 4,
      oldestCheck: 30,
      openAssignments: 0,
    })
    expect(cell(seen, 'eyeTest', 'GM0451')).toMatchObject({ offers: 1, places: 0, free: 0, shortestWait: null })
  })

  test('gaps are counted in their period, and each cell leads to its lists', async () => {
    const seen = await look()
    const { unmetNeeds, links } = cell(seen, 'otagoHome', 'GM0362')!
    expect(unmetNeeds).toBe(2)
    const list = must(await app.ask('GET', links.unmetNeeds, { role: 'coordinator' }), 200).json
    expect(list.items).toHaveLength(2)
    expect(list.items[0]).toEqual({
      at: '2026-01-05T09:00:00Z',
      municipality: 'GM0362',
      code: { code: 'otagoHome', words: 'OTAGO thuis' },
      reason: { code: 'tooFar', words: 'te ver weg' },
      weeks: null,
    })
    const offers = must(await app.ask('GET', cell(seen, 'inBalans', 'GM0362')!.links.offers, { role: 'coordinator' }), 200).json
    expect(offers.items.map(({ offerId }: { offerId: string }) => offerId).sort()).toEqual(['both', 'lapsed', 'postcode'])
    for (const [query, count] of [
      ['?from=2026-01-05&until=2026-01-05', 2],
      ['?from=2026-01-06&until=2026-02-01', 0],
      ['?until=2026-01-04', 0],
    ] as const)
      expect(cell(await look(query), 'otagoHome', 'GM0362')?.unmetNeeds).toBe(count)
  })

  test('nobody can be recognised in it: not a case, not a person, not who reported', async () => {
    const { text } = await app.ask('GET', '/v1/coverage', { role: 'coordinator' })
    const list = await app.ask('GET', '/v1/unmet-needs', { role: 'coordinator' })
    for (const answer of [text, list.text])
      for (const secret of [c, 'Verzonnen', 'some-practiceNurse']) expect(answer).not.toContain(secret)
  })

  test('pages of gaps follow each other', async () => {
    const first = must(await app.ask('GET', '/v1/unmet-needs?limit=1', { role: 'coordinator' }), 200).json
    const second = must(await app.ask('GET', `/v1/unmet-needs?limit=1&cursor=${first.next}`, { role: 'coordinator' }), 200).json
    const reasons = [...first.items, ...second.items].map(({ reason }) => reason.code)
    expect(reasons.sort()).toEqual(['full', 'tooFar'])
    const filtered = must(await app.ask('GET', '/v1/unmet-needs?reason=full&code=otagoHome', { role: 'coordinator' }), 200).json
    expect(filtered.items).toHaveLength(1)
  })

  test.each(['practiceNurse', 'generalPractitioner', 'socialProvider', 'person'] as const)('is not for %s', async (role) => {
    for (const path of ['/v1/coverage', '/v1/unmet-needs']) {
      const answer = await app.ask('GET', path, { role })
      expect([answer.status, answer.json.code]).toEqual([403, 'notYourRole'])
    }
  })

  test.each(['from=2026-02-30', 'until=x', 'from=2026-02-01&until=2026-01-01', 'from=2010-01-01', 'nothing=1'])(
    '%s is a fault',
    async (query) => {
      for (const path of ['/v1/coverage', '/v1/unmet-needs']) {
        const answer = await app.ask('GET', `${path}?${query}`, { role: 'coordinator' })
        expect([answer.status, answer.json.errors[0].in]).toEqual([400, 'query'])
      }
    },
  )
})
