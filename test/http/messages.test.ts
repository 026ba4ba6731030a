// Messages by HTTP: where systems are told, who may say so, what was given up and is sent again, and the calendar of a course.
import ICAL from 'ical.js'
import { Webhook } from 'standardwebhooks'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { notify } from '../../src/engine/notify.ts'
import { webhookCarrier } from '../../src/engine/webhook-carrier.ts'
import { replaceMeetings } from '../../src/store/course-runs.ts'
import { statement } from '../../src/store/store.ts'
import { loadWebhook } from '../../src/store/webhooks.ts'
import { databases, sqliteDatabase } from '../support/databases.ts'
import { hookReceiver } from '../support/hook-receiver.ts'
import { someSupply } from '../support/some-supply.ts'
import { must, type TestApp, testApp } from '../support/test-app.ts'

const receiver = await hookReceiver()
afterAll(() => receiver.close())
beforeEach(() => receiver.clear())
const target = 'https://93.184.215.14/valpad'

describe.each(databases)('$name', (database) => {
  let app: TestApp
  beforeAll(async () => {
    app = await testApp(await database.open())
  })
  const list = async (role: 'practiceNurse' | 'socialProvider' | 'coordinator', query = '') =>
    must(await app.ask('GET', `/v1/webhooks${query}`, { role }), 200).json.items

  test('a webhook is for the own organisation; its secret is shown once, and again only to the same request', async () => {
    const body = { url: target }
    const added = must(await app.ask('POST', '/v1/webhooks', { body, role: 'socialProvider', key: 'first' }), 201)
    expect(added.json.secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/)
    expect(() => new Webhook(added.json.secret)).not.toThrow()
    expect(added.headers.etag).toBe(`"${added.json.webhookId}.1"`)
    const again = must(await app.ask('POST', '/v1/webhooks', { body, role: 'socialProvider', key: 'first' }), 201)
    expect([again.json, again.headers['idempotent-replayed']]).toEqual([added.json, 'true'])
    const [line, ...more] = await list('socialProvider')
    expect(more).toEqual([])
    expect(line).toEqual({
      webhookId: added.json.webhookId,
      etag: added.headers.etag,
      version: 1,
      organisationId: 'club',
      url: target,
      active: true,
      createdAt: expect.any(String),
    })
  })

  test('other organisations do not see it, cannot change it, and cannot speak for one another; the coordinator can', async () => {
    const [{ webhookId, etag }] = await list('socialProvider')
    expect(await list('practiceNurse')).toEqual([])
    expect((await app.ask('GET', '/v1/webhooks?organisationId=club')).status).toBe(403)
    expect((await app.ask('POST', '/v1/webhooks', { body: { url: target, organisationId: 'club' } })).status).toBe(403)
    expect((await app.ask('GET', '/v1/webhooks', { role: 'person' })).status).toBe(403)
    const change = { body: { url: target, active: false }, headers: { 'if-match': etag } }
    const stranger = await app.ask('PUT', `/v1/webhooks/${webhookId}`, change)
    const nobody = await app.ask('PUT', '/v1/webhooks/nothing', change)
    expect([stranger.status, nobody.status, stranger.json.detail]).toEqual([404, 404, nobody.json.detail])
    expect((await list('coordinator', '?organisationId=club')).map((one: { webhookId: string }) => one.webhookId)).toEqual([
      webhookId,
    ])
    const changed = must(await app.ask('PUT', `/v1/webhooks/${webhookId}`, { ...change, role: 'coordinator' }), 200)
    expect(changed.json).toEqual({ webhookId, version: 2 })
    expect((await app.ask('PUT', `/v1/webhooks/${webhookId}`, { ...change, role: 'coordinator' })).status).toBe(412)
    expect((await loadWebhook(app.engine.store, webhookId))!.active).toBe(0)
  })

  test.each([
    ['https://169.254.169.254/latest/meta-data/', 'privateTarget'],
    ['https://[::ffff:127.0.0.1]/', 'privateTarget'],
    ['https://2130706433/', 'privateTarget'],
    ['https://localhost:8080/v1/people', 'privateTarget'],
    ['http://93.184.215.14/', 'notEncrypted'],
    ['https://a:b@93.184.215.14/', 'noWebhookUrl'],
    ['https://nobody-has-this-name.invalid/', 'unknownHost'],
  ])('%s is refused at the door (%s)', async (url, code) => {
    const answer = await app.ask('POST', '/v1/webhooks', { body: { url } })
    expect([answer.status, answer.json.errors[0].pointer, answer.json.errors[0].code]).toEqual([400, '/url', code])
    expect(await list('practiceNurse')).toEqual([])
  })

  test('an organisation has ten at most, and one that does not exist has none', async () => {
    for (let count = (await list('socialProvider')).length; count < 10; count++)
      must(await app.ask('POST', '/v1/webhooks', { body: { url: `${target}/${count}` }, role: 'socialProvider' }), 201)
    const eleventh = await app.ask('POST', '/v1/webhooks', { body: { url: target }, role: 'socialProvider' })
    expect([eleventh.status, eleventh.json.code]).toEqual([409, 'tooManyWebhooks'])
    const unknown = await app.ask('POST', '/v1/webhooks', {
      body: { url: target, organisationId: 'nowhere' },
      role: 'coordinator',
    })
    expect([unknown.status, unknown.json.errors[0].pointer]).toEqual([400, '/organisationId'])
    const first = must(await app.ask('GET', '/v1/webhooks?organisationId=club&limit=7', { role: 'coordinator' }), 200).json
    const rest = await app.ask('GET', `/v1/webhooks?organisationId=club&limit=7&cursor=${first.next}`, { role: 'coordinator' })
    expect(new Set([...first.items, ...rest.json.items].map(({ webhookId }) => webhookId)).size).toBe(10)
  })

  test('what was given up is seen by the own organisation and the coordinator, and sent again once', async () => {
    const { store } = app.engine
    const tell = (accountId: string) =>
      notify(store.build, { kind: 'task', accountId, dedupeKey: `to:${accountId}`, at: '2026-01-05T09:00:00Z' })
    await store.commit([tell('some-socialProvider'), tell('some-practiceNurse')])
    const dead = { state: 'dead', attempt: 12, last_fault: '451 something broke' } as const
    await store.commit([statement(store.build.updateTable('delivery').set(dead))])
    const seen = async (role: 'practiceNurse' | 'coordinator') =>
      must(await app.ask('GET', '/v1/deliveries', { role }), 200).json.items.map((one: { deliveryId: string }) => one.deliveryId)
    expect(await seen('practiceNurse')).toEqual(['to:some-practiceNurse'])
    expect(await seen('coordinator')).toEqual(['to:some-practiceNurse', 'to:some-socialProvider'])
    const resend = (id: string, role: 'practiceNurse' | 'coordinator', key?: string) =>
      app.ask('POST', `/v1/deliveries/${id}/_resend`, { body: {}, role, ...(key === undefined ? {} : { key }) })
    expect((await resend('to:some-socialProvider', 'practiceNurse')).status).toBe(404)
    expect((await resend('nothing', 'coordinator')).status).toBe(404)
    expect((await resend('to:some-socialProvider', 'coordinator', 'again')).json).toEqual({
      deliveryId: 'to:some-socialProvider',
      state: 'waiting',
    })
    expect((await resend('to:some-socialProvider', 'coordinator', 'again')).status).toBe(200)
    expect((await resend('to:some-socialProvider', 'coordinator')).json.code).toBe('notGivenUp')
    expect(await seen('coordinator')).toEqual(['to:some-practiceNurse'])
    const waiting = must(await app.ask('GET', '/v1/deliveries?state=waiting', { role: 'coordinator' }), 200).json.items
    expect(waiting[0]).toMatchObject({
      attempts: 0,
      lastFault: '451 something broke',
      kindWords: 'Er staat een taak voor u klaar.',
    })
  })

  test('the meetings of a course are a calendar file', async () => {
    const { store } = app.engine
    const supply = someSupply(store)
    await supply.offer('offer-1')
    await supply.run('run-1', 'offer-1', 8, { details: Buffer.from('{"days":[],"time":"10:00"}'), version: 4 })
    const meetings = ['2026-03-23', '2026-03-30'].map((held_on, index) => ({
      id: `meeting-${index}`,
      run_id: 'run-1',
      number: index + 1,
      held_on,
      details: Buffer.from('{}'),
    }))
    await store.commit(replaceMeetings(store.build, 'run-1', meetings))
    const answer = must(await app.ask('GET', '/v1/course-runs/run-1/calendar.ics'), 200)
    expect(answer.headers['content-type']).toBe('text/calendar; charset=utf-8')
    const calendar = new ICAL.Component(ICAL.parse(answer.text))
    for (const zone of calendar.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(zone)
    const events = calendar.getAllSubcomponents('vevent').map((one) => new ICAL.Event(one))
    // The clock goes forward between them.
    expect(events.map((one) => one.startDate.toJSDate().toISOString())).toEqual([
      '2026-03-23T09:00:00.000Z',
      '2026-03-30T08:00:00.000Z',
    ])
    expect(events.map(({ sequence, summary }) => `${summary} ${sequence}`)).toEqual([
      'Bijeenkomst (Valpad) 4',
      'Bijeenkomst (Valpad) 4',
    ])
    expect(answer.text).not.toMatch(/meeting-|run-1|offer-1|inBalans/)
    expect((await app.ask('GET', '/v1/course-runs/nothing/calendar.ics')).status).toBe(404)
  })
})

test('from registration to delivery: what the secret of the answer signs is what arrives', async () => {
  const app = await testApp(await sqliteDatabase.open())
  Object.assign(app.engine, { webhookAllow: ['127.0.0.1'] })
  const added = must(await app.ask('POST', '/v1/webhooks', { body: { url: receiver.url } }), 201).json
  const payload = Buffer.from('{"body":{"type":"assignment.changed"}}')
  const row = { id: 'd', target_id: added.webhookId, dedupe_key: 'd', payload }
  await webhookCarrier(app.engine)({ name: 'd', rows: [row as never] }) // It reads no more of a row than this.
  const [{ headers, body } = { headers: {}, body: '' }] = receiver.received
  expect(new Webhook(added.secret).verify(body, headers as Record<string, string>)).toEqual({ type: 'assignment.changed' })
})
