// The coordinator's desk over HTTP, on every database: what is stuck, in the order in which it blocks older adults, without their names.
import { describe, expect, test } from 'vitest'
import type { CoordinatorDesk, DeskLine } from '../../src/contract/coordinator-desk.ts'
import { bytesOf } from '../../src/engine/bytes.ts'
import { accessToPerson } from '../../src/store/access-log.ts'
import { addDelivery } from '../../src/store/deliveries.ts'
import { statement } from '../../src/store/store.ts'
import { databases } from '../support/databases.ts'
import { screeningOf } from '../support/given-case.ts'
import { someRegion } from '../support/some-region.ts'
import { must, somebody, type TestApp, testApp } from '../support/test-app.ts'

const coby = { role: null, headers: { 'valpad-actor': 'coby' } }

async function sentCase(app: TestApp, assignmentId: string): Promise<string> {
  const c = await app.signalled()
  await app.does(c, 'screenings/_start', { personAgrees: true })
  await app.does(c, 'screenings', { facts: screeningOf.moderate })
  const chosen = { assignmentId, intervention: 'inBalans', domain: 'social', providerId: 'sport', offerId: 'balance' }
  const agreed = { goal: 'dansen', consentGiven: true, redFlagsChecked: true, reasonForDeviation: 'wens' }
  await app.does(c, 'decisions', { way: 'assignment', ...chosen, ...agreed })
  await app.does(c, `assignments/${assignmentId}/_send`)
  return c
}

describe.each(databases)('$name', (database) => {
  const region = async () => {
    const app = await testApp(await database.open())
    await someRegion(app.engine.store)
    const desk = async (): Promise<CoordinatorDesk> => must(await app.ask('GET', '/v1/coordinator-desk', coby), 200).json
    const of = async <Kind extends DeskLine['kind']>(kind: Kind) =>
      (await desk()).items.filter((line): line is Extract<DeskLine, { kind: Kind }> => line.kind === kind)
    const set = (id: string, values: { readonly [column: string]: unknown }) =>
      app.engine.store.commit([statement(app.engine.store.build.updateTable('account').set(values).where('id', '=', id))])
    return { app, desk, of, set }
  }

  test('is the coordinator’s alone', async () => {
    const { app } = await region()
    for (const role of ['practiceNurse', 'socialProvider', 'person'] as const)
      expect((await app.ask('GET', '/v1/coordinator-desk', { role })).status).toBe(403)
    const look = { code: 'otagoHome', municipality: 'GM0362', upTo: '2026-01-05T09:00:00Z' }
    expect((await app.ask('POST', '/v1/unmet-needs/_look', { body: look })).status).toBe(403)
  })

  test('work whose people cannot be reached is one line for each of them, with case numbers and no name of an older adult', async () => {
    const { app, of, set } = await region()
    const cases = [await sentCase(app, 'a1'), await sentCase(app, 'a2')]
    expect(await of('passed')).toEqual([])
    // Nobody at the club any more, nor at its coordinator's side: it falls to the coalition.
    for (const id of ['karin', 'bas', 'mo', 'anna', 'tom']) await set(id, { active: 0 })
    const lines = await of('passed')
    expect(lines.map(({ assignments }) => assignments).reduce((sum, one) => sum + one, 0)).toBe(2)
    expect(lines.flatMap(({ caseIds }) => caseIds).sort()).toEqual([...cases].sort())
    expect(lines[0]!.owner?.whyWords).toBe('kan niet meer inloggen')
    expect(lines[0]!.nextDueOn).toMatch(/^2026-/)
    const { text } = must(await app.ask('GET', '/v1/coordinator-desk', coby), 200)
    expect(text).not.toContain(somebody.name)
    const { personId } = must(await app.ask('GET', `/v1/cases/${cases[0]}`), 200).json
    const looks = await accessToPerson(app.engine.store, personId, 50, null)
    expect(looks.filter(({ action, actor_id }) => action === 'readCoordinatorDesk' && actor_id === 'coby')).not.toEqual([])
  })

  test('the work of who is not there any more is handed over at the end of the replacements, and the lines go', async () => {
    const { app, of, set } = await region()
    await sentCase(app, 'a1')
    const reassign = (id: string, to: string) =>
      app.ask('POST', `/v1/contacts/${id}/_reassign`, { ...coby, body: { to, note: 'Alles staat in het traject.' } })
    const leaves = { on: '2026-01-05', successorId: 'bas', note: 'Alles staat in het traject.' }
    must(await app.ask('POST', '/v1/contacts/karin/_leave', { ...coby, body: leaves }), 201)
    for (const id of ['bas', 'mo', 'tom']) await set(id, { active: 0 })
    const gone = { accountId: 'bas', name: 'Bas', organisationId: 'sport' }
    expect((await of('passed')).map(({ owner }) => owner)).toMatchObject([{ accountId: 'karin', present: false, gone }])
    expect((await of('leaver')).map((line) => [line.id, line.gone?.accountId])).toEqual([
      ['bas', 'bas'],
      ['mo', 'mo'],
    ])
    expect((await reassign('karin', 'anna')).json).toMatchObject({ status: 409, code: 'leftAlready' })
    expect((await reassign('bas', 'mo')).json).toMatchObject({ status: 409, code: 'replacementDisabled' })
    must(await reassign('bas', 'anna'), 201)
    expect(await of('passed')).toEqual([])
    expect((await of('leaver')).map(({ id }) => id)).toEqual(['mo'])
  })

  test('work that whoever coordinates took over stays in sight, with nothing to hand over', async () => {
    const { app, of, set } = await region()
    await sentCase(app, 'a1')
    for (const id of ['karin', 'mo', 'tom']) await set(id, { active: 0 })
    const body = { to: 'coby', note: 'Ik zoek iemand.' }
    must(await app.ask('POST', '/v1/contacts/karin/_reassign', { ...coby, body }), 201)
    expect((await of('passed')).map(({ owner }) => owner)).toMatchObject([{ accountId: 'karin', present: false, gone: null }])
  })

  test('gaps wait until they were looked at; what is met afterwards waits again', async () => {
    const { app, of } = await region()
    const c = await sentCase(app, 'a1')
    const report = async (code: string, reason: string) =>
      must(await app.ask('POST', `/v1/cases/${c}/unmet-needs`, { body: { code, reason } }), 201)
    await report('otagoHome', 'tooFar')
    await report('otagoHome', 'full')
    const [gap] = await of('gap')
    expect(gap).toMatchObject({ code: { code: 'otagoHome' }, count: 2, reasons: ['er is geen plaats', 'te ver weg'] })
    const look = { code: 'otagoHome', municipality: gap!.municipality.code, upTo: gap!.lastAt }
    must(await app.ask('POST', '/v1/unmet-needs/_look', { ...coby, body: look }), 200)
    expect(await of('gap')).toEqual([])
    app.setClock('2026-01-06T09:00:00Z')
    await report('otagoHome', 'tooExpensive')
    expect((await of('gap')).map(({ count }) => count)).toEqual([1])
    // Nobody looks ahead.
    must(await app.ask('POST', '/v1/unmet-needs/_look', { ...coby, body: { ...look, upTo: '2030-01-01T00:00:00Z' } }), 200)
    app.setClock('2026-01-07T09:00:00Z')
    await report('otagoHome', 'nothingFits')
    expect((await of('gap')).map(({ count }) => count)).toEqual([1])
  })

  test('what blocks somebody comes before what only ages', async () => {
    const { app, desk } = await region()
    const c = await sentCase(app, 'a1')
    must(await app.ask('POST', `/v1/cases/${c}/unmet-needs`, { body: { code: 'otagoHome', reason: 'full' } }), 201)
    const absence = { fromOn: '2026-01-05', untilOn: '2026-02-01', replacementId: 'bas', note: 'Eén groep.' }
    must(await app.ask('POST', '/v1/absences', { ...coby, body: { accountId: 'karin', ...absence } }), 201)
    const { store } = app.engine
    await store.commit([statement(store.build.updateTable('offer').set({ last_checked_on: null }).where('id', '=', 'balance'))])
    const at = '2026-01-04T09:00:00Z'
    await store.commit([
      addDelivery(store.build, {
        ...{ id: 'd1', message_id: null, case_id: c, kind: 'newAssignment', channel: 'mail', target_id: 'karin' },
        ...{ payload: bytesOf({}), state: 'dead', attempt: 12, next_try_at: at, batch: null, last_fault: '550 no such box' },
        ...{ created_at: at, sent_at: null, dedupe_key: 'd1' },
      }),
    ])
    const { items, counts } = await desk()
    expect(items.map(({ kind }) => kind)).toEqual(['givenUp', 'handover', 'gap', 'unchecked'])
    expect(counts).toMatchObject({ passed: 0, givenUp: 1, handover: 1, gap: 1, unchecked: 1 })
  })
})
