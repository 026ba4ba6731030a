// Everything that can be wrong, sent to every operation of the contract: a 4xx in problem+json, nothing written, the same headers always.
import { beforeAll, describe, expect, test } from 'vitest'
import type { Operation } from '../../src/contract/operation.ts'
import { operations } from '../../src/contract/operations.ts'
import { Problem } from '../../src/contract/problem.ts'
import type { Role } from '../../src/domain/role.ts'
import { newLink, tokenOf } from '../../src/engine/links.ts'
import { everyAnswer } from '../../src/http/headers.ts'
import { eventsOf } from '../../src/store/cases.ts'
import { insertLink } from '../../src/store/links.ts'
import { databases } from '../support/databases.ts'
import { screeningOf } from '../support/given-case.ts'
import { someSupply } from '../support/some-supply.ts'
import { type Answer, must, pathOf, type TestApp, testApp } from '../support/test-app.ts'

const withHole = (text: string) => text.replace('{', '{"__proto__": {"x": 1}, ')
const twice = (text: string) => {
  const [[name, value] = ['occurredOn', '2026-01-05']] = Object.entries(JSON.parse(text) as object)
  const field = `${JSON.stringify(name)}: ${JSON.stringify(value)}`
  return `{${field}, ${field}}`
}
const big = '9007199254740993'

/** What may be wrong with any body, as bytes. */
const brokenBodies: readonly (readonly [string, (example: string) => string])[] = [
  ['broken JSON', (example) => `${example}}`],
  ['half a JSON', () => '{"a": '],
  ['no object', () => '[1, 2]'],
  ['null', () => 'null'],
  ['a text', () => '"text"'],
  ['__proto__', withHole],
  ['constructor', (example) => example.replace('{', '{"constructor": {"prototype": {}}, ')],
  ['NUL in a text', (example) => example.replace('{', '{"note\\u0000": "a\\u0000b", ')],
  ['half a character', (example) => example.replace('{', '{"note": "\\ud800", ')],
  ['2^53 + 1', (example) => example.replace('{', `{"falls": ${big}, "value": ${big}, `)],
  ['more than a number holds', (example) => example.replace('{', '{"value": 1e999, ')],
  ['1 MiB too much', (example) => example.replace('{', `{"note": "${'x'.repeat(10_000_000)}", `)],
  ['too deep', () => `${'{"a":'.repeat(40_000)}1${'}'.repeat(40_000)}`],
  ['a field that stands twice', twice],
  ['unknown field', (example) => example.replace('{', '{"nothing-like-this": 1, ')],
]

const wrongTypes = [null, true, -1, 1.5, 'x', [], {}, '__proto__', 'constructor', ' ', 'x'.repeat(5000)]

/** With what an operation is asked, where the nurse without more does not do. */
const askedAs: {
  readonly [operationId: string]: { readonly role?: Role; readonly query?: string; readonly assignmentId?: string }
} = {
  getOrphans: { role: 'coordinator' },
  getCoordinatorDesk: { role: 'coordinator' },
  lookAtGaps: { role: 'coordinator' },
  getCoverage: { role: 'coordinator' },
  listUnmetNeeds: { role: 'coordinator' },
  listRuns: { query: '?offerId=offer-1' },
  getGroup: { role: 'socialProvider' },
  getAttendanceList: { role: 'socialProvider' },
  getInbox: { role: 'socialProvider' },
  getInboxAssignment: { role: 'socialProvider' },
  getAssignmentCalendar: { role: 'socialProvider', assignmentId: 'planned' },
}

const writes = (operation: Operation) => operation.method !== 'GET'
const isBad = ({ status, json, headers }: Answer) => {
  expect(status).toBeGreaterThanOrEqual(400)
  expect(status).toBeLessThan(500)
  expect([413, 415, 422, 405]).not.toContain(status)
  expect(headers['content-type']).toBe('application/problem+json; charset=utf-8')
  expect(Problem.safeParse(json).error?.issues).toBeUndefined()
}
const leadsElsewhere = ({ method, path }: Operation, url: string) =>
  operations.some((one) => one.method === method && one.path !== path && one.path === new URL(url, 'http://here').pathname)
/** A page allows its own style beside. */
const onPages = { ...everyAnswer, 'content-security-policy': expect.stringMatching(/^default-src 'none'; style-src 'sha256-/) }
const hasEveryHeader = ({ headers }: Answer) =>
  expect(headers).toMatchObject(/html/.test(String(headers['content-type'])) ? onPages : everyAnswer)

describe.each(databases)('$name', (database) => {
  let app: TestApp
  let c: string
  let parts: { [name: string]: string }
  const count = async () => (await eventsOf(app.engine.store, c)).length
  const send = (operation: Operation, body: string, headers: { [name: string]: string } = {}) => {
    const tag = operation.path.includes('{assignmentId}') ? '"f1.1"' : operation.path.includes('/people') ? '"x.1"' : `"${c}.9"`
    return app.ask(operation.method as 'POST' | 'PUT', pathOf(operation.path, parts), {
      body,
      headers: { 'if-match': tag, ...headers },
    })
  }

  beforeAll(async () => {
    app = await testApp(await database.open())
    c = await app.signalled()
    await app.does(c, 'contacts', { reached: true })
    await app.does(c, 'screenings/_start', { personAgrees: true })
    await app.does(c, 'screenings', { facts: screeningOf.high })
    await app.does(c, 'analyses')
    await app.does(c, 'assignments', { assignmentId: 'f1', code: 'eyeTest', providerId: 'club' })
    await app.does(c, 'assignments/f1/_send')
    const { personId } = must(await app.ask('GET', `/v1/cases/${c}`), 200).json
    parts = { caseId: c, personId, assignmentId: 'f1', itemId: 'redFlags.RF01', sectionId: 'redFlags' }
    Object.assign(parts, { version: 'amstelland@v1', name: 'case' })
    const supply = someSupply(app.engine.store)
    for (const id of ['contact-1', 'contact-2']) await supply.account(id, 'club')
    await supply.location('location-1', 'club', '1181ZZ')
    await supply.offer('offer-1', { contact_id: 'contact-1', deputy_id: 'contact-2', owner_id: 'contact-1' })
    await supply.run('run-1', 'offer-1', 12)
    Object.assign(parts, { organisationId: 'club', locationId: 'location-1', offerId: 'offer-1', runId: 'run-1' })
    Object.assign(parts, { accountId: 'contact-1' })
    const expiresAt = '2026-12-01T17:00:00Z'
    const about = { purpose: 'offerCheck', subjectId: 'offer-1', caseId: null, accountId: 'contact-1', expiresAt } as const
    const link = newLink(app.engine, about)
    await app.engine.store.commit([insertLink(app.engine.store.build, link)])
    Object.assign(parts, { token: tokenOf(app.engine, link.id), number: '1' })
    const { example } = operations.find(({ operationId }) => operationId === 'planAbsence')!
    parts['absenceId'] = must(await app.ask('POST', '/v1/absences', { body: example }), 201).json.absenceId
  })

  describe.each(operations.filter(writes))('$method $path', (operation) => {
    const example = JSON.stringify(operation.example)

    test.each(brokenBodies)('a body with %s', async (_, spoil) => {
      const before = await count()
      const answer = await send(operation, spoil(example))
      isBad(answer)
      expect(answer.status).toBe(400)
      hasEveryHeader(answer)
      expect(answer.text).not.toMatch(/sqlite|kysely|xstate|\.ts:|node_modules/i)
      expect(await count()).toBe(before)
    })

    test('the wrong kind of content', async () => {
      for (const type of ['text/plain', 'application/xml', 'application/json-patch+json', 'multipart/form-data', 'nonsense']) {
        const answer = await send(operation, example, { 'content-type': type })
        isBad(answer)
        expect(answer.status).toBe(400)
      }
    })

    test('each field of the wrong type', async () => {
      const before = await count()
      const fields = Object.keys(operation.example as object)
      for (const field of fields)
        for (const wrong of wrongTypes) {
          const schema = operation.body!
          const body = { ...(operation.example as object), [field]: wrong }
          if (schema.safeParse(body).success) continue // It happens to be right here.
          isBad(await send(operation, JSON.stringify(body)))
        }
      expect(await count()).toBe(before)
    })
  })

  describe.each(operations.filter(({ path }) => path.includes('{')))('$method $path', (operation) => {
    test('ids that nobody has', async () => {
      const before = await count()
      for (const name of [...operation.path.matchAll(/\{(\w+)\}/g)].map(([, one]) => one!))
        for (const id of [
          'nothing',
          '__proto__',
          'constructor',
          '%00',
          '%2e%2e',
          'case-',
          '%F0%9F',
          '%',
          'a'.repeat(99),
          'a'.repeat(500),
          "';--",
        ]) {
          const url = pathOf(operation.path, { ...parts, [name]: id })
          // Two dots lead out of the path before it is sent: to the list of another operation.
          if (leadsElsewhere(operation, url)) continue
          const body = writes(operation) ? { body: operation.example } : {}
          const answer = await app.ask(operation.method, url, { ...body, headers: { 'if-match': '"nothing.1"' } })
          isBad(answer)
          hasEveryHeader(answer)
        }
      expect(await count()).toBe(before)
    })
  })

  test('query keys that do not exist, values that cannot be, and cursors of nobody', async () => {
    for (const query of [
      'limit=0',
      'limit=101',
      'limit=x',
      'limit=1&limit=2',
      'limit=',
      'nothing=1',
      'cursor=x',
      'cursor=eyJhIjoxfQ',
      '__proto__=1',
    ])
      for (const path of [
        '/v1/worklists',
        '/v1/people',
        `/v1/cases/${c}/events`,
        `/v1/people/${parts['personId']}/access-log`,
        '/v1/inbox',
        '/v1/outgoing',
        '/v1/feedback',
      ]) {
        const role = path === '/v1/inbox' ? 'socialProvider' : 'practiceNurse'
        const answer = await app.ask('GET', `${path}?${query}`, { role })
        isBad(answer)
        expect(answer.json.errors[0].in).toBe('query')
      }
    isBad(await app.ask('GET', `/v1/cases/${c}/explanation?language=fr`))
    isBad(await app.ask('GET', '/v1/worklists?municipality=Amstelveen'))
  })

  test('every GET twice leaves the log as it was, with every header', async () => {
    await app.does(c, 'assignments', { assignmentId: 'planned', code: 'homeCheck', providerId: 'club' })
    await app.does(c, 'assignments/planned/_send')
    await app.does(c, 'assignments/planned/_accept', { placeConfirmed: true }, 'socialProvider')
    await app.does(c, 'assignments/planned/_plan', { startsOn: '2026-01-12' }, 'socialProvider')
    const before = await count()
    for (const operation of operations.filter((one) => !writes(one)))
      for (let times = 0; times < 2; times++) {
        const name = operation.path.includes('/tables/') ? 'routing' : 'case'
        const { role = 'practiceNurse', query = '', ...named } = askedAs[operation.operationId] ?? {}
        const path = pathOf(operation.path, { ...parts, name, ...named })
        const answer = must(await app.ask('GET', `${path}${query}`, { role }), 200)
        hasEveryHeader(answer)
        const parsed = operation.answer?.safeParse(answer.json)
        expect(parsed?.error?.issues).toBeUndefined()
      }
    expect(await count()).toBe(before)
  })

  test('three faults are three entries, with their places, in the language asked for', async () => {
    const body = { name: '', birthDate: '1945-13-01', sex: 'F', municipality: 'Amstelveen' }
    const dutch = await app.ask('POST', '/v1/people', { body })
    expect(dutch.json.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual(['/name', '/birthDate', '/municipality'])
    expect(dutch.json.title).toBe('Dit verzoek klopt niet')
    expect(dutch.headers['content-language']).toBe('nl')
    const english = await app.ask('POST', '/v1/people', { body, headers: { 'accept-language': 'fr, en-GB;q=0.8, nl;q=0.1' } })
    expect(english.json.title).toBe('This request is not right')
    expect(english.json.errors[1].detail).toBe('This must be a date that exists, as 2026-03-12')
    expect(english.headers['content-language']).toBe('en')
    const missing = await app.ask('POST', `/v1/cases/${c}/screenings/_start`, { body: {} })
    expect(missing.json.errors).toMatchObject([{ in: 'body', pointer: '/personAgrees', code: 'required' }])
    const everywhere = await app.ask('POST', `/v1/cases/${c}/_close`, {
      body: { reason: 1 },
      key: null,
      headers: { 'if-match': 'x' },
    })
    expect(everywhere.json.errors.map((one: { in: string }) => one.in).sort()).toEqual(['body', 'header', 'header'])
  })

  test('a field that stands twice is named: nobody knows which one was meant', async () => {
    const body = '{"reached": true, "note": {"a": 1, "a": 2}}'
    const answer = await app.ask('POST', `/v1/cases/${c}/contacts`, { body })
    expect(answer.json.errors).toMatchObject([{ in: 'body', pointer: '/note/a', code: 'duplicateField' }])
  })

  test('facts of an assessment: every fault with its place, and nothing stored', async () => {
    const right = must(await app.ask('POST', '/v1/assessments', { body: { age: 79, sex: 'F', falls12m: 1, injury: 'yes' } }), 200)
    expect(right.json).toMatchObject({ risk: 'high' })
    const wrong = await app.ask('POST', '/v1/assessments', { body: { age: 200, fals12m: 1 } })
    expect(wrong.json.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual(['/age', '/fals12m', '/sex'])
  })
})
