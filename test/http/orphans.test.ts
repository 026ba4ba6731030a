// The orphan report over HTTP: work of whoever is not there, who has it now, and that nobody's work is nobody's.
import { describe, expect, test } from 'vitest'
import type { OrphanReport } from '../../src/contract/orphans.ts'
import { isOrphan, passedToday } from '../../src/engine/orphan-report.ts'
import { accessToPerson } from '../../src/store/access-log.ts'
import { statement } from '../../src/store/store.ts'
import { databases } from '../support/databases.ts'
import { screeningOf } from '../support/given-case.ts'
import { someRegion } from '../support/some-region.ts'
import { must, type TestApp, testApp } from '../support/test-app.ts'

const coby = { role: null, headers: { 'valpad-actor': 'coby' } }

async function withAssignments(app: TestApp, number: number): Promise<string[]> {
  const cases: string[] = []
  for (let made = 0; made < number; made++) {
    const c = await app.signalled()
    await app.does(c, 'screenings/_start', { personAgrees: true })
    await app.does(c, 'screenings', { facts: screeningOf.moderate })
    const chosen = {
      assignmentId: `a${made}`,
      intervention: 'inBalans',
      domain: 'social',
      providerId: 'sport',
      offerId: 'balance',
    }
    const agreed = { goal: 'dansen', consentGiven: true, redFlagsChecked: true, reasonForDeviation: 'wens' }
    await app.does(c, 'decisions', { way: 'assignment', ...chosen, ...agreed })
    await app.does(c, `assignments/a${made}/_send`)
    cases.push(c)
  }
  return cases
}

describe.each(databases)('$name', (database) => {
  const region = async () => {
    const app = await testApp(await database.open())
    await someRegion(app.engine.store)
    const cases = await withAssignments(app, 3)
    const report = async (query = ''): Promise<OrphanReport> =>
      must(await app.ask('GET', `/v1/reports/orphans${query}`, coby), 200).json
    return { app, cases, report }
  }
  const leave = (app: TestApp) =>
    app.ask('POST', '/v1/contacts/karin/_leave', {
      ...coby,
      body: { on: '2026-01-05', successorId: 'bas', note: 'Alles staat in de trajecten.' },
    })

  test('nothing is listed while everybody is there; then all work of who left, with who has it now, and never an orphan', async () => {
    const { app, report } = await region()
    expect(await report()).toMatchObject({ items: [], orphans: [], counts: { openAssignments: 3, openCases: 3, passedOn: 0 } })
    must(await leave(app), 201)
    const { items, counts, orphans, on } = await report()
    expect([on, counts, orphans]).toEqual(['2026-01-05', { openAssignments: 3, openCases: 3, passedOn: 3, orphans: 0 }, []])
    expect(items.map(({ kind, id, owner, now }) => [kind, id, owner?.name, owner?.whyWords, now?.name])).toEqual(
      ['a0', 'a1', 'a2'].map((id) => ['assignment', id, 'Karin', 'is vertrokken', 'Bas']),
    )
    expect(items[0]).toMatchObject({ state: { code: 'sent' }, now: { accountId: 'bas' } })
  })

  test('a page at a time, each look in the log of the person; for the coordinator alone', async () => {
    const { app, cases, report } = await region()
    must(await leave(app), 201)
    const first = await report('?limit=2')
    expect(first.items.map(({ id }) => id)).toEqual(['a0', 'a1'])
    const second = await report(`?limit=2&cursor=${first.next}`)
    expect([second.items.map(({ id }) => id), second.next]).toEqual([['a2'], null])
    const { personId } = must(await app.ask('GET', `/v1/cases/${cases[2]}`), 200).json
    const looks = await accessToPerson(app.engine.store, personId, 50, null)
    expect(looks.filter(({ action }) => action === 'readOrphans')).toHaveLength(1)
    expect((await app.ask('GET', '/v1/reports/orphans')).json).toMatchObject({ status: 403, code: 'notYourRole' })
    expect((await app.ask('GET', '/v1/reports/orphans?cursor=x', coby)).status).toBe(400)
  })

  test('a practice whose nurse is away is listed by its cases; if everybody were closed the report would say that nobody has it', async () => {
    const { app, report } = await region()
    must(
      await app.ask('POST', '/v1/contacts/some-practiceNurse/_reassign', {
        ...coby,
        body: { to: 'some-generalPractitioner', note: 'Ziek.' },
      }),
      201,
    )
    await app.signalled()
    const { items, counts } = await report()
    expect(counts).toMatchObject({ openCases: 4, passedOn: 1, orphans: 0 })
    expect(items).toMatchObject([
      { kind: 'case', state: { words: 'aangemeld' }, owner: { why: 'absent' }, now: { name: 'some-generalPractitioner' } },
    ])
    // What no act can bring about: everybody closed behind every door.
    const { store, clock } = app.engine
    await store.commit([statement(store.build.updateTable('account').set({ active: 0 }))])
    const { lines } = await passedToday(store, clock())
    expect(lines.map((line) => [line.kind, isOrphan(line)])).toEqual([
      ...[1, 2, 3].map(() => ['assignment', true]),
      ['case', true],
    ])
  })
})
