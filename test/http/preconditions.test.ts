// Who may, in which version, and once: 401, 403, 404, 409, 412, 428, repeats byte for byte, and 304.
import { describe, expect, test } from 'vitest'
import { commandOperations } from '../../src/contract/command-operations.ts'
import { eventsOf } from '../../src/store/cases.ts'
import { StoreFull, UnknownOutcome } from '../../src/store/store.ts'
import { databases, sqliteDatabase } from '../support/databases.ts'
import { type Given, must, pathOf, somebody, testApp } from '../support/test-app.ts'

const measured = { measure: 'tug', value: 12, measuredOn: '2026-01-05' }

describe.each(databases)('$name', (database) => {
  test('without an actor, with an unknown one, or from elsewhere nobody is known', async () => {
    const app = await testApp(await database.open())
    const c = await app.signalled()
    const url = `/v1/cases/${c}`
    expect((await app.ask('GET', url, { role: null })).json).toMatchObject({ status: 401, code: 'unknownActor' })
    for (const headers of [
      { 'valpad-actor': 'nobody' },
      { 'valpad-actor': 'some-system' },
      { 'valpad-actor': 'some-practiceNurse', 'x-forwarded-for': '192.0.2.1' },
      { 'valpad-actor': 'some-practiceNurse', host: 'elsewhere.example' },
    ])
      expect((await app.ask('GET', url, { role: null, headers })).status).toBe(401)
    const far = await app.app.inject({
      url,
      remoteAddress: '192.0.2.1',
      headers: { 'valpad-actor': 'some-practiceNurse' },
    })
    expect(far.statusCode).toBe(401)
    expect((await app.app.inject({ url: '/v1/demo/clock', remoteAddress: '192.0.2.1' })).statusCode).toBe(404)
  })

  test('another role is refused in words, and both the look and the attempt leave a line', async () => {
    const app = await testApp(await database.open())
    const c = await app.signalled()
    expect((await app.tries(c, 'analyses', {}, 'signaller')).json).toMatchObject({ status: 403, code: 'notYourRole' })
    expect((await app.ask('GET', `/v1/cases/${c}`, { role: 'person' })).status).toBe(403)
    const { personId } = must(await app.ask('GET', `/v1/cases/${c}`), 200).json
    const log = must(await app.ask('GET', `/v1/people/${personId}/access-log`), 200).json.items
    const refused = log.filter(({ outcome }: { outcome: string }) => outcome === 'refused')
    expect(refused.map(({ action }: { action: string }) => action).sort()).toEqual(['readCase', 'startAnalysis'])
  })

  test('what is not there is not there in the same words, whatever it is', async () => {
    const app = await testApp(await database.open())
    const paths = [
      '/v1/cases/nothing',
      '/v1/people/nothing',
      '/v1/cases/nothing/events',
      '/v1/nothing',
      '/v1/cases/',
      '/v1/worklists/',
    ]
    const answers = await Promise.all(paths.map((path) => app.ask('GET', path)))
    expect(new Set(answers.map(({ status, json: { instance: _, ...rest } }) => JSON.stringify({ status, rest }))).size).toBe(1)
    expect(answers[0]?.status).toBe(404)
  })

  test('an edit names the version it was made on', async () => {
    const app = await testApp(await database.open())
    const c = await app.signalled()
    const close = (tag?: string) =>
      app.ask('POST', `/v1/cases/${c}/_close`, {
        body: { reason: 'other' },
        headers: tag === undefined ? {} : { 'if-match': tag },
      })
    expect((await close()).json).toMatchObject({ status: 428, code: 'versionNeeded' })
    for (const tag of ['1', '*', 'W/"x.1"', '"a.1", "b.1"', '"x.-1"', '"x.99999999999999999999"'])
      expect((await close(tag)).json.errors).toMatchObject([{ in: 'header', pointer: '/if-match' }])
    await app.does(c, 'contacts', { reached: true })
    const late = await close(`"${c}.1"`)
    expect(late.json).toMatchObject({
      status: 412,
      code: 'stale',
      current: 2,
      since: ['5 januari 2026 10:00, some-practiceNurse: contact gelukt'],
    })
    expect((await close('"another.2"')).json).toMatchObject({ status: 412, current: 2 })
    const optional = await app.ask('POST', `/v1/cases/${c}/contacts`, {
      body: { reached: true },
      headers: { 'if-match': `"${c}.1"`, 'accept-language': 'en' },
    })
    expect(optional.json).toMatchObject({ status: 412, since: ['5 January 2026 10:00, some-practiceNurse: contact made'] })
    expect((await eventsOf(app.engine.store, c)).length).toBe(2)
  })

  test('who may not see a case learns nothing of it from a tag, a role or a stale version', async () => {
    const app = await testApp(await database.open())
    const c = await app.signalled()
    const { personId } = must(await app.ask('GET', `/v1/cases/${c}`), 200).json
    await app.does(c, 'assignments', { assignmentId: 'f1', code: 'eyeTest', providerId: 'optician' })
    const isSame = async (method: 'POST' | 'PUT', path: string, given: Given) => {
      const of = (parts: { readonly [name: string]: string }) => app.ask(method, pathOf(path, parts), given)
      const [there, absent] = await Promise.all([
        of({ caseId: c, assignmentId: 'f1', personId }),
        of({ caseId: 'nothing', assignmentId: 'nothing', personId: 'nothing' }),
      ])
      const told = [there, absent].map(({ status, json: { instance: _, ...rest } }) => ({ status, rest }))
      expect(told[0], `${path} ${given.role}`).toEqual(told[1])
    }
    const edits = [
      ...['analyses', 'analyses/_complete', 'evaluations/_start', 'assignments/{assignmentId}/_send'],
      'assignments/{assignmentId}/receiver-views',
    ]
    for (const role of ['signaller', 'person', 'informalCarer', 'physiotherapist', 'communitySportCoach'] as const)
      for (const headers of [{}, { 'if-match': '"another.2"' }])
        for (const path of edits) await isSame('POST', `/v1/cases/{caseId}/${path}`, { role, headers, body: {} })
    const person = { ...somebody, practiceId: 'practice' }
    await isSame('PUT', '/v1/people/{personId}', { role: 'person', headers: { 'if-match': '"another.2"' }, body: person })

    const fell = { injury: 'no' }
    await app.does(c, 'contacts', { reached: true })
    const late = { role: 'person', body: fell, headers: { 'if-match': `"${c}.1"` } } as const
    expect((await app.ask('POST', `/v1/cases/${c}/falls`, late)).json).toMatchObject({ status: 412, since: [] })
  })

  test('a stale version of an assignment names what happened to it since', async () => {
    const app = await testApp(await database.open())
    const c = await app.signalled()
    await app.does(c, 'assignments', { assignmentId: 'f1', code: 'eyeTest', providerId: 'optician' })
    await app.does(c, 'assignments/f1/_send')
    const late = await app.ask('POST', `/v1/cases/${c}/assignments/f1/_withdraw`, {
      body: { reason: 'anders' },
      headers: { 'if-match': '"f1.1"' },
    })
    expect(late.json).toMatchObject({
      status: 412,
      current: 2,
      since: ['5 januari 2026 10:00, some-practiceNurse: opdracht verstuurd'],
    })
  })

  test('an assignment of another case keeps its name', async () => {
    const app = await testApp(await database.open())
    const [c, other] = [await app.signalled(), await app.signalled()]
    const proposal = { assignmentId: 'f1', code: 'eyeTest', providerId: 'optician' }
    await app.does(c, 'assignments', proposal)
    expect((await app.tries(other, 'assignments', proposal)).status).toBe(409)
    expect((await app.ask('GET', `/v1/cases/${other}/assignments/f1`)).status).toBe(404)
  })

  test('every command needs a key, and keys have a form', async () => {
    const app = await testApp(await database.open())
    const c = await app.signalled()
    for (const { path } of commandOperations)
      expect((await app.ask('POST', pathOf(path, { caseId: c, assignmentId: 'a1' }), { key: null })).json).toMatchObject({
        status: 400,
        errors: expect.arrayContaining([expect.objectContaining({ in: 'header', pointer: '/idempotency-key' })]),
      })
    for (const key of ['', ' ', 'x'.repeat(201), 'twee woorden', 'é'])
      expect((await app.ask('POST', `/v1/cases/${c}/contacts`, { body: { reached: true }, key })).status).toBe(400)
  })

  test('a repeat gets the same bytes, five at once take effect once, another body is refused', async () => {
    const app = await testApp(await database.open())
    const c = await app.signalled()
    const send = (body: unknown = measured) => app.ask('POST', `/v1/cases/${c}/measurements`, { body, key: 'once' })
    const five = await Promise.all(Array.from({ length: 5 }, () => send()))
    expect(new Set(five.map(({ status, text, headers }) => `${status}${text}${headers.etag}`)).size).toBe(1)
    expect(five.filter(({ headers }) => headers['idempotent-replayed'] === undefined)).toHaveLength(1)
    await app.does(c, 'contacts', { reached: true })
    const later = await send()
    expect([later.bytes.equals(five[0]!.bytes), later.headers['idempotent-replayed']]).toEqual([true, 'true'])
    expect((await send({ ...measured, value: 13 })).json).toMatchObject({ status: 409, code: 'keyReused' })
    expect((await eventsOf(app.engine.store, c)).length).toBe(3)

    const person = must(await app.ask('GET', `/v1/cases/${c}`), 200).json.personId
    const open = () => app.ask('POST', '/v1/cases', { body: { personId: person, age: 80, livesAtHome: 'yes' }, key: 'open' })
    expect((await app.ask('POST', '/v1/cases', { body: { personId: person, age: 80, livesAtHome: 'yes' } })).json).toMatchObject({
      status: 409,
      code: 'episodeRuns',
    })
    await app.does(c, '_end', { what: 'moved' })
    const opened = await Promise.all([open(), open(), open(), open(), open()])
    expect(new Set(opened.map(({ text, status }) => `${status}${text}`)).size).toBe(1)
    expect(opened[0]?.status).toBe(201)
  })

  test('who has the version already is told that nothing changed', async () => {
    const app = await testApp(await database.open())
    const c = await app.signalled()
    const get = (tag: string) => app.ask('GET', `/v1/cases/${c}`, { headers: { 'if-none-match': tag } })
    const tag = String((await app.ask('GET', `/v1/cases/${c}`)).headers.etag)
    const same = await get(`"x.1", W/${tag}`)
    expect([same.status, same.text, same.headers.etag, same.headers['api-version']]).toEqual([304, '', tag, '1.0.0'])
    await app.does(c, 'contacts', { reached: true })
    expect((await get(tag)).status).toBe(200)
  })
})

test.each([
  [new UnknownOutcome('lost'), 503, 'unknownOutcome', /zelfde Idempotency-Key/],
  [new StoreFull('full'), 507, 'storeFull', /geen ruimte/],
  [new Error('sqlite kysely xstate at handle-command.ts:12'), 500, 'internal', /niet aan u/],
] as const)('when the store says %s', async (thrown, status, code, words) => {
  const store = await sqliteDatabase.open()
  let broken = false
  const app = await testApp({ ...store, commit: (change) => (broken ? Promise.reject(thrown) : store.commit(change)) })
  const c = await app.signalled()
  broken = true
  const told = await app.ask('POST', `/v1/cases/${c}/measurements`, { body: measured })
  expect(told.json).toMatchObject({ status, code })
  expect(told.json.detail).toMatch(words)
  expect(told.text).not.toMatch(/sqlite|kysely|xstate|\.ts:/)
  expect(told.headers['retry-after']).toBe(status === 503 ? '1' : undefined)
  // Without a line in the access log nothing is shown.
  expect((await app.ask('GET', `/v1/cases/${c}`)).status).toBe(status)
})
