// One older adult from signal to closed pathway over HTTP, on every database, and everything that can be seen on the way.
import { describe, expect, test } from 'vitest'
import { databases } from '../support/databases.ts'
import { screeningOf } from '../support/given-case.ts'
import { must, testApp } from '../support/test-app.ts'

const decision = {
  way: 'assignment',
  assignmentId: 'a1',
  domain: 'social',
  providerId: 'club',
  goal: 'Weer zelf naar de markt lopen',
  consentGiven: true,
  redFlagsChecked: true,
  reasonForDeviation: 'wens van mevrouw',
}

describe.each(databases)('$name', (database) => {
  test('from signal to closed, and back again', { timeout: 120_000 }, async () => {
    const app = await testApp(await database.open())
    const c = await app.signalled()
    const stage = async () => must(await app.ask('GET', `/v1/cases/${c}`), 200).json.stage.code
    const forward = (to: string) => app.ask('POST', '/v1/demo/clock', { body: { to }, role: null })

    await app.does(c, 'contacts', { reached: true })
    await app.does(c, 'screenings/_start', { personAgrees: true })
    await app.does(c, 'screenings', { facts: screeningOf.high })
    expect(await stage()).toBe('analysisPlanned')
    await app.does(c, 'analyses')
    expect((await app.tries(c, 'analyses/_complete')).json.code).toBe('analysisIncomplete')
    await app.answerEverything(c)
    await app.does(c, 'analyses/_complete')
    expect(must(await app.ask('GET', `/v1/cases/${c}/analyses/answers`), 200).json.items).toEqual([])

    const explained = must(await app.ask('GET', `/v1/cases/${c}/explanation?language=en`), 200)
    expect(explained.json.lines[0]).toBe('Fall risk: high')
    expect(explained.headers['content-language']).toBe('en')
    const file = must(await app.ask('GET', `/v1/cases/${c}`), 200).json
    const intervention = file.assessment.primary[0]
    await app.does(c, 'decisions', { ...decision, intervention })
    expect((await app.ask('GET', `/v1/cases/${c}/assignments/a1`)).headers.etag).toBe('"a1.1"')
    await app.does(c, 'assignments', { assignmentId: 'f1', code: 'eyeTest', providerId: 'optician' })
    await app.does(c, 'assignments/a1/_send')
    await app.does(c, 'assignments/a1/_seen', {}, 'socialProvider')
    await app.does(c, 'assignments/a1/_accept', { placeConfirmed: true }, 'socialProvider')
    await app.does(c, 'assignments/a1/_plan', { startsOn: '2026-01-12' }, 'socialProvider')
    expect(must(await forward('2026-01-12T09:00:00Z'), 200).json).toMatchObject({ now: '2026-01-12T09:00:00.000Z', late: 0 })
    await app.does(c, 'assignments/a1/_start', {}, 'socialProvider')
    expect(await stage()).toBe('active')
    await app.does(c, 'assignments/a1/sessions', { attended: true }, 'socialProvider')
    await app.does(c, 'falls', { injury: 'no' })
    await app.does(c, 'assignments/a1/_complete', {}, 'socialProvider')
    await app.does(c, 'assignments/a1/_report', { summary: 'Loopt zekerder' }, 'socialProvider')
    await app.does(c, 'evaluations/_start')
    await app.does(c, 'evaluations', { outcome: 'goalReached', summary: 'Loopt weer naar de markt' })
    expect(await stage()).toBe('maintenance')
    await app.does(c, 'measurements', { measure: 'walk4m', value: 4.1, measuredOn: '2026-01-12' })
    await app.does(c, 'follow-up-talks', { months: 6, exercises: 'yes' })
    await app.does(c, 'follow-up-talks', { months: 12, exercises: 'yes' })
    expect(await stage()).toBe('closed')

    const agrees = { age: 80, livesAtHome: 'yes', personAgrees: true }
    const signaller = await app.ask('POST', `/v1/cases/${c}/_reopen`, { body: agrees, role: 'signaller' })
    expect([signaller.status, signaller.json.code]).toEqual([403, 'notYourRole'])
    const again = must(await app.ask('POST', `/v1/cases/${c}/_reopen`, { body: agrees }), 201)
    const second = must(await app.ask('GET', String(again.headers.location)), 200).json
    expect(second.reopenedFrom).toBe(c)
    expect(second.links.reopenedFrom).toBe(`/v1/cases/${c}`)
    const person = must(await app.ask('GET', `/v1/people/${second.personId}`), 200).json
    expect(person.cases.map(({ stage: at }: { stage: string }) => at).sort()).toEqual(['closed', 'screening'])
    expect(
      (await app.ask('POST', `/v1/cases/${second.caseId}/_reopen`, { body: { age: 80, livesAtHome: 'yes' } })).json.code,
    ).toBe('notClosed')

    const first = must(await app.ask('GET', `/v1/cases/${c}/events?limit=10`), 200).json
    const rest = must(await app.ask('GET', `/v1/cases/${c}/events?limit=100&cursor=${first.next}`), 200).json
    const all = [...first.items, ...rest.items]
    expect(all.map(({ seq }) => seq)).toEqual(Array.from({ length: all.length }, (_, index) => index + 1))
    expect(all.every(({ words, type }) => words !== type)).toBe(true)
    expect(rest.next).toBeNull()

    const log = must(await app.ask('GET', `/v1/people/${second.personId}/access-log?limit=100`), 200).json
    const actions = new Set(log.items.map(({ action }: { action: string }) => action))
    for (const action of ['addPerson', 'openCase', 'readCase', 'readExplanation', 'readEvents', 'readPerson', 'recordDecision'])
      expect(actions).toContain(action)
  })

  test('the worklist comes page by page, the most urgent first, each case once', async () => {
    const app = await testApp(await database.open())
    const cases: string[] = []
    for (let n = 0; n < 7; n++) cases.push(await app.signalled())
    for (const c of cases.slice(3)) await app.does(c, 'contacts', { reached: true })
    await app.does(cases[0]!, '_end', { what: 'moved' })
    const seen: string[] = []
    for (let cursor = '', pages = 0; pages < 10; pages++) {
      const page = must(await app.ask('GET', `/v1/worklists?limit=2${cursor}`), 200).json
      seen.push(...page.items.map(({ caseId }: { caseId: string }) => caseId))
      if (page.next === null) break
      cursor = `&cursor=${page.next}`
    }
    expect([...seen].sort()).toEqual([...cases].sort())
    expect(seen.at(-1)).toBe(cases[0])
    const only = must(await app.ask('GET', '/v1/worklists?owner=screener&municipality=GM0362&stage=signalled'), 200).json
    expect(only.items.map(({ caseId }: { caseId: string }) => caseId).sort()).toEqual(cases.slice(3).sort())
    expect(must(await app.ask('GET', '/v1/worklists?municipality=GM0384'), 200).json.items).toEqual([])
  })

  test('people are added once, changed in the version that was seen, and listed page by page', async () => {
    const app = await testApp(await database.open())
    const body = { name: 'Mw. Verzonnen', birthDate: '1945-06-01', sex: 'F', municipality: 'GM0362' }
    const added = must(await app.ask('POST', '/v1/people', { body, key: 'one' }), 201)
    const repeat = must(await app.ask('POST', '/v1/people', { body, key: 'one' }), 201)
    expect([repeat.text, repeat.headers['idempotent-replayed'], repeat.headers.etag]).toEqual([
      added.text,
      'true',
      added.headers.etag,
    ])
    const at = String(added.headers.location)
    const put = (tag: string, more: object = {}) =>
      app.ask('PUT', at, { body: { ...body, ...more, city: 'Amstelveen' }, headers: { 'if-match': tag } })
    expect((await app.ask('PUT', at, { body })).status).toBe(428)
    const changed = must(await put(String(added.headers.etag), { municipality: 'GM0384' }), 200)
    expect(changed.json.version).toBe(2)
    expect((await put(String(added.headers.etag))).json).toMatchObject({ status: 412, current: 2 })
    expect((await put('"somebody-else.2"')).status).toBe(412)
    expect((await put(String(changed.headers.etag), { practiceId: 'club' })).json.errors[0].pointer).toBe('/practiceId')
    for (let n = 0; n < 4; n++) must(await app.ask('POST', '/v1/people', { body }), 201)
    const first = must(await app.ask('GET', '/v1/people?limit=3'), 200).json
    const rest = must(await app.ask('GET', `/v1/people?limit=3&cursor=${first.next}`), 200).json
    expect(new Set([...first.items, ...rest.items].map(({ personId }) => personId)).size).toBe(5)
    expect((await app.ask('GET', '/v1/people', { role: 'socialProvider' })).status).toBe(403)
    // What is sought stands in the body, never in an address.
    const sought = (q: string, role?: 'socialProvider') =>
      app.ask('POST', '/v1/people/_search', { body: { q, limit: 3 }, ...(role && { role }) })
    expect(must(await sought(body.birthDate), 200).json.items).toHaveLength(3)
    expect(must(await sought('Niemandheetzo'), 200).json.items).toEqual([])
    expect((await app.ask('GET', '/v1/people?q=Niemandheetzo')).status).toBe(400)
    expect((await sought(body.birthDate, 'socialProvider')).status).toBe(403)
  })

  test('a person who moves takes her lines of the worklist along', async () => {
    const app = await testApp(await database.open())
    const c = await app.signalled()
    const { personId } = must(await app.ask('GET', `/v1/cases/${c}`), 200).json
    const body = { name: 'Mw. Verzonnen', birthDate: '1945-06-01', sex: 'F', municipality: 'GM0384' }
    must(await app.ask('PUT', `/v1/people/${personId}`, { body, headers: { 'if-match': `"${personId}.1"` } }), 200)
    expect(must(await app.ask('GET', '/v1/worklists?municipality=GM0384'), 200).json.items).toHaveLength(1)
  })
})
