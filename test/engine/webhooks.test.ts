// Webhooks over real connections: signed so that a library of somebody else agrees, the same on every repeat, and never into a private network.
import { Webhook } from 'standardwebhooks'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { bytesOf } from '../../src/engine/bytes.ts'
import { deliver } from '../../src/engine/deliver.ts'
import { webhookCarrier } from '../../src/engine/webhook-carrier.ts'
import { reachTarget } from '../../src/engine/webhook-targets.ts'
import { addDelivery } from '../../src/store/deliveries.ts'
import { loadWebhook } from '../../src/store/webhooks.ts'
import { databases, sqliteDatabase } from '../support/databases.ts'
import { hookReceiver } from '../support/hook-receiver.ts'
import { type Sending, sendingEngine } from '../support/sending.ts'

const secret = `whsec_${Buffer.alloc(32, 7).toString('base64')}`
const receiver = await hookReceiver()
afterAll(() => receiver.close())
beforeEach(() => receiver.clear())

const body = {
  type: 'assignment.changed',
  timestamp: '2026-01-05T09:00:00Z',
  data: { reference: 'r', link: 'http://127.0.0.1:8080/' },
}

/** A delivery to a webhook, as expanding makes them. */
async function asked(sending: Sending, id: string, targetId = 'hook', caseId: string | null = null): Promise<void> {
  const { store, clock } = sending.engine
  const at = clock()
  const row = { message_id: null, case_id: caseId, kind: 'newAssignment', channel: 'webhook', target_id: targetId } as const
  await store.commit([
    addDelivery(store.build, {
      id,
      ...row,
      payload: bytesOf({ body: { ...body, data: { ...body.data, reference: id } } }),
      state: 'waiting',
      attempt: 0,
      next_try_at: at,
      batch: null,
      last_fault: null,
      created_at: at,
      sent_at: null,
      dedupe_key: `key:${id}`,
    }),
  ])
}

const nowhere = 'smtp://127.0.0.1:1'

describe.each(databases)('$name', (database) => {
  let sending: Sending
  beforeEach(async () => {
    sending = await sendingEngine(await database.open())
    await sending.hook('hook', 'club', receiver.url, secret)
  })
  const round = () => sending.round(nowhere)

  test('what arrives is signed by the scheme: a library of somebody else says so, and refuses what was changed', async () => {
    await asked(sending, 'one')
    expect(await round()).toEqual({ sent: 1, failed: 0 })
    const [{ headers, body: text } = { headers: {}, body: '' }] = receiver.received
    const signed = headers as Record<string, string>
    expect(new Webhook(secret).verify(text, signed)).toEqual({ ...body, data: { ...body.data, reference: 'one' } })
    expect(signed['webhook-id']).toMatch(/^[0-9a-f]{32}$/)
    expect(() => new Webhook(secret).verify(text.replace('one', 'two'), signed)).toThrow()
    expect(() => new Webhook(secret).verify(text, { ...signed, 'webhook-id': 'other' })).toThrow()
    expect(() => new Webhook(`whsec_${Buffer.alloc(32, 8).toString('base64')}`).verify(text, signed)).toThrow()
  })

  test('a receiver that answers 500, drops or hangs after taking it gets the same again under the same name', async () => {
    await asked(sending, 'one')
    receiver.answer(500, 'drop', 'hang')
    for (const minutes of [1, 1, 2]) {
      expect(await round()).toEqual({ sent: 0, failed: 1 })
      sending.minutes(minutes)
    }
    expect((await sending.deliveries())[0]!.last_fault).toBe('No answer within 0.3 seconds')
    expect(await round()).toEqual({ sent: 1, failed: 0 })
    expect(receiver.received).toHaveLength(4)
    expect(new Set(receiver.received.map((one) => one.body)).size).toBe(1)
    expect(new Set(receiver.received.map((one) => one.headers['webhook-id'])).size).toBe(1)
    for (const one of receiver.received) new Webhook(secret).verify(one.body, one.headers as Record<string, string>)
  })

  test('of one case they arrive in order; another case does not wait for it', async () => {
    await sending.open('c1')
    await sending.open('c2')
    for (const [id, caseId] of [
      ['1', 'c1'],
      ['2', 'c1'],
      ['3', 'c2'],
      ['4', 'c1'],
    ] as const)
      await asked(sending, id, 'hook', caseId)
    receiver.answer(500)
    const order = () => receiver.received.map((one) => JSON.parse(one.body).data.reference)
    await round()
    await round()
    expect(order()).toEqual(['1', '3'])
    sending.minutes(1)
    await round()
    expect(order()).toEqual(['1', '3', '1', '2', '4'])
  })

  test('a redirect is not followed', async () => {
    await asked(sending, 'one')
    receiver.answer({ redirectTo: `http://127.0.0.1:${receiver.port}/elsewhere` })
    expect(await round()).toEqual({ sent: 0, failed: 1 })
    expect(receiver.received.map(({ path }) => path)).toEqual(['/hook'])
    expect((await sending.deliveries())[0]!.last_fault).toBe('The receiver answered 307')
  })

  test('410 switches it off: what was sent is given up, what still waits too', async () => {
    for (const id of ['1', '2', '3']) await asked(sending, id)
    receiver.answer(410)
    await round()
    await round()
    await round()
    expect(receiver.received).toHaveLength(1)
    expect((await loadWebhook(sending.engine.store, 'hook'))!.active).toBe(0)
    expect((await sending.deliveries()).map(({ state, last_fault }) => `${state} ${last_fault!.split(':')[0]}`)).toEqual([
      'dead 410',
      'dead switchedOff',
      'dead switchedOff',
    ])
  })

  test('of an answer without end no more than 64 kB is read', async () => {
    await asked(sending, 'one')
    receiver.answer('endless')
    expect(await round()).toEqual({ sent: 1, failed: 0 })
    await expect.poll(() => receiver.written()).toBeLessThan(8_000_000)
  })
})

describe('where it may go', () => {
  const everywhere = async () => ['93.184.215.14', '2606:2800:21f:cb07:6820:80da:af6b:8b2c']

  test.each([
    'https://127.0.0.1/',
    'https://127.1/',
    'https://2130706433/',
    'https://0x7f000001/',
    'https://0177.0.0.1/',
    'https://0x7f.1/',
    'https://0.0.0.0/',
    'https://0/',
    'https://10.1.2.3/',
    'https://172.16.0.1/',
    'https://172.31.255.255/',
    'https://192.168.1.1/',
    'https://169.254.169.254/latest/meta-data/',
    'https://100.64.0.1/',
    'https://192.0.0.8/',
    'https://198.18.0.1/',
    'https://224.0.0.1/',
    'https://240.0.0.1/',
    'https://255.255.255.255/',
    'https://[::]/',
    'https://[::1]/',
    'https://[::ffff:127.0.0.1]/',
    'https://[::ffff:7f00:1]/',
    'https://[::ffff:a9fe:a9fe]/',
    'https://[::127.0.0.1]/',
    'https://[64:ff9b::7f00:1]/',
    'https://[2002:7f00:1::]/',
    'https://[fe80::1]/',
    'https://[fc00::1]/',
    'https://[fd12:3456::1]/',
    'https://[fec0::1]/',
    'https://[ff02::1]/',
    'https://[2001:db8::1]/',
    'https://①②⑦.⓪.⓪.①/',
    'https://localhost/',
    'https://localhost./',
    'https://LOCALHOST/',
  ])('not to %s', async (url) => {
    const target = await reachTarget(url, [])
    expect(target).toMatchObject({ ok: false, refusal: { code: expect.stringMatching(/^(?:privateTarget|unknownHost)$/) } })
  })

  test('not to a name with a private address among its addresses, in either order', async () => {
    for (const addresses of [['127.0.0.1'], ['93.184.215.14', '10.0.0.1'], ['::1', '93.184.215.14'], ['::ffff:192.168.0.1']])
      expect(await reachTarget('https://hooks.example.org/', [], async () => addresses)).toMatchObject({
        refusal: { code: 'privateTarget' },
      })
  })

  test.each([
    ['http://hooks.example.org/', 'notEncrypted'],
    ['ftp://hooks.example.org/', 'noWebhookUrl'],
    ['https://name:password@hooks.example.org/', 'noWebhookUrl'],
    ['https:///', 'noWebhookUrl'],
    ['no address', 'noWebhookUrl'],
    ['file:///etc/passwd', 'noWebhookUrl'],
  ])('not to %s (%s)', async (url, code) => {
    expect(await reachTarget(url, [], everywhere)).toMatchObject({ ok: false, refusal: { code } })
  })

  test('not to a name that nobody has', async () => {
    expect(await reachTarget('https://hooks.example.org/', [], async () => [])).toMatchObject({
      refusal: { code: 'unknownHost' },
    })
  })

  test('to a public address, and to what the operator allowed, by address, range or name, then without encryption too', async () => {
    expect(await reachTarget('https://hooks.example.org/x', [], everywhere)).toMatchObject({
      ok: true,
      value: { address: '93.184.215.14', family: 4 },
    })
    expect((await reachTarget('https://[2606:2800:21f::1]/', [])).ok).toBe(true)
    const allowed = ['10.1.0.0/16', 'hooks.internal', '::1', 'fd00::/8']
    for (const url of [
      'http://10.1.9.9:8080/',
      'https://10.1.0.1/',
      'http://[::1]/',
      'http://[fd12::1]/',
      'http://[::ffff:10.1.0.1]/',
    ])
      expect((await reachTarget(url, allowed)).ok).toBe(true)
    expect((await reachTarget('http://hooks.internal/', allowed, async () => ['192.168.7.7'])).ok).toBe(true)
    for (const url of ['http://10.2.0.1/', 'http://[::2]/', 'http://127.0.0.1/'])
      expect((await reachTarget(url, allowed)).ok).toBe(false)
    expect((await reachTarget('http://other.internal/', allowed, async () => ['192.168.7.7'])).ok).toBe(false)
  })

  test('a name that leads elsewhere by the time of sending: nothing is connected to', async () => {
    const sending = await sendingEngine(await sqliteDatabase.open(), { allow: [] })
    await sending.hook('hook', 'club', `https://hooks.example.org:${receiver.port}/`)
    await asked(sending, 'one')
    const webhook = webhookCarrier(sending.engine, { resolve: async () => ['127.0.0.1'] })
    expect(await deliver(sending.engine, { mail: webhook, webhook })).toEqual({ sent: 0, failed: 1 })
    expect(receiver.received).toEqual([])
    expect((await sending.deliveries())[0]!.last_fault).toMatch(/^privateTarget: /)
  })

  test('the address that was checked is the one that is connected to, whatever the name says a moment later', async () => {
    const sending = await sendingEngine(await sqliteDatabase.open(), { allow: ['127.0.0.1'] })
    // No server of names knows this one: only the pinned address leads anywhere.
    await sending.hook('hook', 'club', `http://hooks.invalid:${receiver.port}/hook`)
    await asked(sending, 'one')
    let asks = 0
    const resolve = async () => (++asks === 1 ? ['127.0.0.1'] : ['203.0.113.1'])
    const webhook = webhookCarrier(sending.engine, { resolve })
    expect(await deliver(sending.engine, { mail: webhook, webhook })).toEqual({ sent: 1, failed: 0 })
    expect(asks).toBe(1)
    expect(receiver.received[0]!.headers.host).toBe(`hooks.invalid:${receiver.port}`)
  })
})
