// Whoever put somebody forward hears what becomes of it: a professional what the own screening gave and who goes on, a signaller that it was received; nobody else anything.
import { beforeEach, describe, expect, test } from 'vitest'
import type { Role } from '../../src/domain/role.ts'
import { accessToPerson } from '../../src/store/access-log.ts'
import { databases } from '../support/databases.ts'
import { screeningOf } from '../support/given-case.ts'
import { must, somebody, type TestApp, testApp } from '../support/test-app.ts'

describe.each(databases)('$name', (database) => {
  let app: TestApp
  const welfare = { role: 'welfareWorker' } as const

  beforeEach(async () => {
    app = await testApp(await database.open())
  })

  async function putForward(role: Role) {
    const body = { ...somebody, practiceId: 'practice-1' }
    const { personId } = must(await app.ask('POST', '/v1/people', { role, body }), 201).json
    const opening = { personId, age: 80, livesAtHome: 'yes' }
    const { caseId } = must(await app.ask('POST', '/v1/cases', { role, body: opening }), 201).json
    return { personId: personId as string, caseId: caseId as string }
  }
  const screened = async (facts: object) => {
    const one = await putForward('welfareWorker')
    must(await app.ask('POST', `/v1/cases/${one.caseId}/screenings/_start`, { ...welfare, body: { personAgrees: true } }), 200)
    must(await app.ask('POST', `/v1/cases/${one.caseId}/screenings`, { ...welfare, body: { facts } }), 200)
    return one
  }
  const signal = (caseId: string, role: Role) => app.ask('GET', `/v1/cases/${caseId}/signal`, { role })

  test('a welfare worker who screened reads the level, why, and who has it now by when', async () => {
    const { personId, caseId } = await screened(screeningOf.high)
    const answer = must(await signal(caseId, 'welfareWorker'), 200).json
    expect(answer).toMatchObject({
      status: { code: 'inCare' },
      practice: { name: 'Praktijk (verzonnen)' },
      outcome: { level: { code: 'high', words: 'hoog' }, missing: [], flags: [] },
      next: { awaited: 'valanalyse na de uitslag hoog', dueOn: '2026-02-16' },
    })
    expect(answer.outcome.reasons.length).toBeGreaterThan(0)
    expect(answer.next.owner.name).toBe('some-practiceNurse')
    // A colleague of the same organisation goes on with it; the case file stays shut for both.
    must(await signal(caseId, 'communitySportCoach'), 200)
    expect((await app.ask('GET', `/v1/cases/${caseId}`, welfare)).status).toBe(403)
    const lines = await accessToPerson(app.engine.store, personId, 10, null)
    expect(lines.filter(({ action }) => action === 'readSignal').map(({ outcome }) => outcome)).toEqual(['seen', 'seen'])
  })

  test('what is missing is named, and a low risk is told as one', async () => {
    const open = await screened({ falls12m: 1, concern: 'no' })
    const incomplete = must(await signal(open.caseId, 'welfareWorker'), 200).json
    expect(incomplete).toMatchObject({ status: { code: 'received' }, outcome: { level: { code: 'undetermined' } } })
    expect(incomplete.outcome.missing.length).toBeGreaterThan(0)
    const low = await screened({ falls12m: 0, concern: 'no', mobilityDifficulty: 'no' })
    expect(must(await signal(low.caseId, 'welfareWorker'), 200).json.outcome.level.code).toBe('low')
  })

  test('what the practice finds after that is not told: no level of another screening, no next step', async () => {
    const { caseId } = await screened(screeningOf.high)
    await app.does(caseId, 'analyses')
    expect(must(await signal(caseId, 'welfareWorker'), 200).json).toMatchObject({
      next: null,
      outcome: { level: { code: 'high' } },
    })
    const other = await putForward('welfareWorker')
    await app.does(other.caseId, 'screenings/_start', { personAgrees: true })
    await app.does(other.caseId, 'screenings', { facts: screeningOf.high })
    expect(must(await signal(other.caseId, 'welfareWorker'), 200).json.outcome).toBeNull()
  })

  test('a signaller hears the status of the own signal and nothing in it; of a colleague not even that', async () => {
    const { caseId } = await putForward('signaller')
    const received = { code: 'received', words: 'ontvangen' }
    const nothing = { practice: null, outcome: null, next: null }
    expect(must(await signal(caseId, 'signaller'), 200).json).toEqual({ caseId, status: received, ...nothing })
    await app.does(caseId, 'screenings/_start', { personAgrees: true })
    await app.does(caseId, 'screenings', { facts: screeningOf.high })
    const inCare = { code: 'inCare', words: 'in zorg' }
    expect(must(await signal(caseId, 'signaller'), 200).json).toEqual({ caseId, status: inCare, ...nothing })
    expect((await signal(await app.signalled(), 'signaller')).status).toBe(404)
  })

  test('for anybody else there is no such signal, and that they asked is written down', async () => {
    const { personId, caseId } = await putForward('signaller')
    const refused = await signal(caseId, 'welfareWorker')
    const unknown = await signal('nobodys-case', 'welfareWorker')
    const said = ({ status, json }: typeof refused) => [status, json.code, json.detail]
    expect(said(refused)).toEqual(said(unknown))
    expect(refused.status).toBe(404)
    const [line] = await accessToPerson(app.engine.store, personId, 1, null)
    expect(line).toMatchObject({ action: 'readSignal', outcome: 'refused', actor_id: 'some-welfareWorker' })
  })
})
