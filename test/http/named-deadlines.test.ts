// Deadlines name a person: whose it is, who is told when it passes, and what put somebody else in that place.
import { beforeEach, describe, expect, test } from 'vitest'
import { AssignmentFile, CaseFile, type Deadline } from '../../src/contract/cases.ts'
import { databases } from '../support/databases.ts'
import { screeningOf } from '../support/given-case.ts'
import { someRegion } from '../support/some-region.ts'
import { must, type TestApp, testApp } from '../support/test-app.ts'

describe.each(databases)('$name', (database) => {
  let app: TestApp
  let c: string
  const get = async (headers: { [name: string]: string } = {}) => app.ask('GET', `/v1/cases/${c}`, { headers })
  const read = async (): Promise<Deadline[]> => CaseFile.parse(must(await get(), 200).json).deadlines
  const answer = async () => (await read()).find(({ rule }) => rule === 'TM6')!
  const plan = (accountId: string, replacementId: string, untilOn = '2026-08-03') =>
    app.ask('POST', '/v1/absences', {
      role: null,
      headers: { 'valpad-actor': 'coby' },
      body: { accountId, replacementId, fromOn: '2026-01-05', untilOn, note: 'Alles staat in de trajecten.' },
    })

  beforeEach(async () => {
    app = await testApp(await database.open())
    await someRegion(app.engine.store)
    c = await app.signalled()
    await app.does(c, 'screenings/_start', { personAgrees: true })
    await app.does(c, 'screenings', { facts: screeningOf.moderate })
    const decision = { assignmentId: 'a1', intervention: 'inBalans', domain: 'social', providerId: 'sport', offerId: 'balance' }
    const agreed = { goal: 'dansen', consentGiven: true, redFlagsChecked: true, reasonForDeviation: 'wens' }
    await app.does(c, 'decisions', { way: 'assignment', ...decision, ...agreed })
    await app.does(c, 'assignments/a1/_send')
  })

  test('whose it is and who is told are people with a name', async () => {
    const { owner, told } = await answer()
    expect(owner).toEqual({
      code: 'provider',
      words: 'de aanbieder',
      accountId: 'karin',
      name: 'Karin',
      phone: null,
      because: null,
    })
    expect(told.map(({ name }) => name)).toEqual(['Karin', 'some-practiceNurse', 'Coby'])
    for (const deadline of await read())
      for (const one of [deadline.owner, ...deadline.told]) expect(one.accountId, deadline.rule).not.toBeNull()
    const file = AssignmentFile.parse(must(await app.ask('GET', `/v1/cases/${c}/assignments/a1`), 200).json)
    expect(file.deadlines[0]?.owner.name).toBe('Karin')
    const { items } = must(await app.ask('GET', `/v1/cases/${c}/deadlines`), 200).json
    expect(items).toEqual(await read())
  })

  test('an absence is said with its last day, and the name changes with it', async () => {
    must(await plan('karin', 'bas'), 201)
    expect((await answer()).owner).toMatchObject({ name: 'Bas', because: 'Karin is afwezig tot en met 3-8; Bas neemt waar' })
    const english = must(await get({ 'accept-language': 'en' }), 200).json.deadlines as Deadline[]
    expect(english.find(({ rule }) => rule === 'TM6')?.owner.because).toBe(
      'Karin is away up to and including 2026-08-03; Bas stands in',
    )
    must(await plan('some-practiceNurse', 'some-generalPractitioner'), 201)
    expect((await answer()).told[1]).toMatchObject({ code: 'referrer', name: 'some-generalPractitioner' })
  })

  test('who read the case before an absence is not told that nothing changed, and may still edit what was read', async () => {
    const before = String(must(await get(), 200).headers.etag)
    expect((await get({ 'if-none-match': before })).status).toBe(304)
    const planned = must(await plan('karin', 'bas'), 201)
    const during = must(await get({ 'if-none-match': before }), 200)
    expect((await get({ 'if-none-match': String(during.headers.etag) })).status).toBe(304)
    const { absenceId, version } = planned.json
    const cancelled = await app.ask('POST', `/v1/absences/${absenceId}/_cancel`, {
      body: {},
      role: null,
      headers: { 'valpad-actor': 'coby', 'if-match': `"${absenceId}.${version}"` },
    })
    must(cancelled, 200)
    must(await get({ 'if-none-match': String(during.headers.etag) }), 200)
    const measure = () =>
      app.ask('POST', `/v1/cases/${c}/measurements`, {
        body: { measure: 'tug', value: 12, measuredOn: '2026-01-05' },
        headers: { 'if-match': before },
      })
    must(await measure(), 200)
    expect((await measure()).status).toBe(412)
  })
})
