// Mails over a real mail server: gathered, the same on every repeat, in order, given up and sent again; and the server that drops, hangs or lies.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import type { Email } from 'postal-mime'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { loadDelivery, mostAttempts, wakeDelivery } from '../../src/store/deliveries.ts'
import { statement } from '../../src/store/store.ts'
import { databases, sqliteDatabase } from '../support/databases.ts'
import { mailServer } from '../support/mail-server.ts'
import { type Sending, sendingEngine } from '../support/sending.ts'

const smtp = await mailServer()
afterAll(() => smtp.close())
beforeEach(() => smtp.clear())

const to = ({ to: people = [] }: Email): string => people.map(({ address }) => address).join()
const header = ({ headers }: Email, key: string) => headers.find((one) => one.key === key)?.value
const states = async (sending: Sending) => (await sending.deliveries()).map(({ state, attempt }) => `${state} ${attempt}`)

describe.each(databases)('$name', (database) => {
  let sending: Sending
  beforeEach(async () => {
    sending = await sendingEngine(await database.open())
  })
  const round = () => sending.round(smtp.url)

  test('ten messages within a quarter of an hour are one mail that counts them', async () => {
    for (let minute = 0; minute < 10; minute++) {
      await sending.tell('sam', { kind: minute < 7 ? 'task' : 'feedback' })
      sending.minutes(1)
      await round()
    }
    expect(smtp.received).toHaveLength(0)
    sending.minutes(5)
    await round()
    const [mail, ...more] = await smtp.mails()
    expect(more).toEqual([])
    expect(mail).toMatchObject({ subject: 'Valpad: 10 berichten', from: { address: 'valpad@example.org' } })
    expect(to(mail!)).toBe('sam@people.example')
    expect(mail!.text).toContain('- 7 × Er staat een taak voor u klaar.\n- 3 × Er is een terugkoppeling voor u.')
    expect(mail!.text).toContain('10 messages wait for you in Valpad.')
    expect(mail!.html).toContain('<li>7 × Er staat een taak voor u klaar.</li>')
    expect(header(mail!, 'auto-submitted')).toBe('auto-generated')
    expect(header(mail!, 'x-mailer')).toBeUndefined()
    expect(mail!.html).not.toMatch(/<img|https?:\/\/(?!127\.0\.0\.1:8080)/)
    await round()
    sending.minutes(60)
    await round()
    expect(smtp.received).toHaveLength(1)
  })

  test('what is urgent goes at once and takes along what waits; another account is no company', async () => {
    await sending.tell('sam')
    await sending.tell('dee')
    await sending.tell('sam', { kind: 'alarm' })
    await round()
    const mails = await smtp.mails()
    expect(mails.map(to)).toEqual(['sam@people.example'])
    expect(mails[0]!.subject).toBe('Valpad: vandaag aandacht nodig')
    expect(mails[0]!.text).toMatch(/- Er is iets dat vandaag aandacht vraagt\.\n- Er staat een taak/)
  })

  test('a mail with a link goes at once and alone, with the address to answer at', async () => {
    await sending.tell('sam')
    await sending.tell('sam', { kind: 'offerCheck', linkId: 'link-1' })
    await round()
    const mails = await smtp.mails()
    expect(mails.map(({ subject }) => subject)).toEqual(['Valpad: 1 bericht'])
    expect(mails[0]!.text).toMatch(/http:\/\/127\.0\.0\.1:8080\/l\/[\w-]{22}\n/)
    expect(mails[0]!.text).toContain('Klopt uw aanbod nog?')
  })

  test('a server that refuses after taking it, or breaks off, gets the same bytes again, later and later', async () => {
    await sending.tell('sam', { kind: 'alarm' })
    smtp.behave('takeAndRefuse', 'takeAndBreakOff')
    for (const seconds of [30, 60]) {
      expect(await round()).toEqual({ sent: 0, failed: 1 })
      sending.minutes((seconds - 1) / 60)
      expect(await round()).toEqual({ sent: 0, failed: 0 })
      sending.minutes(1 / 60)
      // What arrives meanwhile does not change what was perhaps read already.
      await sending.tell('sam')
    }
    expect((await sending.deliveries())[0]!.last_fault).toBeTruthy()
    expect((await round()).sent).toBe(1)
    const [first, second, third] = smtp.received
    expect(second!.bytes.equals(first!.bytes)).toBe(true)
    expect(third!.bytes.equals(first!.bytes)).toBe(true)
    const [mail] = await smtp.mails()
    expect(header(mail!, 'x-valpad-dedupe')).toMatch(/^[0-9a-f]{32}$/)
    expect(header(mail!, 'message-id')).toBe(`<${header(mail!, 'x-valpad-dedupe')}@example.org>`)
    expect((await sending.deliveries())[0]).toMatchObject({ state: 'sent', attempt: 3, last_fault: null })
  })

  test('a server that hangs is left after a while, and others get theirs meanwhile', async () => {
    await sending.tell('sam', { kind: 'alarm' })
    await sending.tell('dee', { kind: 'alarm' })
    smtp.behave('takeAndHang')
    expect(await round()).toEqual({ sent: 1, failed: 1 })
    expect((await states(sending)).sort()).toEqual(['sent 1', 'waiting 1'])
    sending.minutes(1)
    expect(await round()).toEqual({ sent: 1, failed: 0 })
  })

  test('after twelve attempts it is given up with the last fault kept, and sent again with the same bytes when somebody asks', async () => {
    await sending.tell('sam', { kind: 'alarm' })
    await sending.tell('sam')
    smtp.behave(...Array.from({ length: mostAttempts }, () => 'takeAndRefuse' as const))
    for (let attempt = 0; attempt < mostAttempts; attempt++) {
      await round()
      sending.minutes(6 * 60)
    }
    expect(await states(sending)).toEqual(['dead 12', 'dead 12'])
    const [row] = await sending.deliveries()
    expect(row!.last_fault).toMatch(/451/)
    expect(await round()).toEqual({ sent: 0, failed: 0 })
    const { store } = sending.engine
    const wake = async () =>
      store.commit(wakeDelivery(store.build, (await loadDelivery(store, row!.id))!, sending.engine.clock()))
    expect((await wake()).ok).toBe(true)
    expect((await wake()).ok).toBe(false)
    expect(await round()).toEqual({ sent: 2, failed: 0 })
    expect(smtp.received.at(-1)!.bytes.equals(smtp.received[0]!.bytes)).toBe(true)
  })

  test('without an address the mail goes to the organisation, and without any it is given up at once, visibly', async () => {
    await sending.person('quiet', 'club', 'socialProvider', {})
    await sending.tell('quiet', { kind: 'alarm' })
    await round()
    expect((await sending.deliveries())[0]).toMatchObject({
      state: 'dead',
      attempt: 1,
      last_fault: expect.stringMatching(/^noAddress: /),
    })
    const { store } = sending.engine
    const details = Buffer.from('{"email":"club@people.example"}')
    await store.commit([statement(store.build.updateTable('organisation').set({ details }).where('id', '=', 'club'))])
    await sending.tell('quiet', { kind: 'alarm' })
    await round()
    expect((await smtp.mails()).map(to)).toEqual(['club@people.example'])
  })

  test('two senders at once send it once', async () => {
    for (const account of ['sam', 'dee', 'some-coordinator']) await sending.tell(account, { kind: 'alarm' })
    await Promise.all([round(), round(), round()])
    await round()
    expect((await smtp.mails()).map(to).sort()).toEqual([
      'dee@people.example',
      'sam@people.example',
      'some-coordinator@people.example',
    ])
    // Also when it is tried again.
    smtp.clear()
    await sending.tell('sam', { kind: 'alarm' })
    smtp.behave('takeAndRefuse')
    await round()
    sending.minutes(1)
    await Promise.all([round(), round(), round()])
    expect(smtp.received).toHaveLength(2)
  })
})

test('a sender that is killed after the server took it: the next one sends it again, the same', async () => {
  const url = await sqliteDatabase.freshUrl()
  const before = await sqliteDatabase.open(url)
  const sending = await sendingEngine(before)
  await sending.tell('sam', { kind: 'alarm' })
  await before.close()

  const file = (path: string) => JSON.stringify(join(import.meta.dirname, '../..', path))
  const program = `
    import { openStore } from ${file('src/store/open.ts')}
    import { engineOn } from ${file('src/compose.ts')}
    import { deliver } from ${file('src/engine/deliver.ts')}
    import { mailCarrier, smtpTransport } from ${file('src/engine/mail.ts')}
    const engine = engineOn(await openStore(${JSON.stringify(url)}), () => '2026-01-05T09:00:00Z')
    const mail = mailCarrier(engine, 'Valpad <valpad@example.org>', smtpTransport(${JSON.stringify(smtp.url)}))
    await deliver({ ...engine, publicUrl: 'http://127.0.0.1:8080' }, { mail, webhook: mail })`
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], { stdio: ['ignore', 'ignore', 'inherit'] })
  const ended = new Promise((resolve) => child.on('exit', (_, signal) => resolve(signal)))
  smtp.onMail(() => {
    smtp.onMail(null)
    child.kill('SIGKILL')
  })
  smtp.behave('takeAndHang')
  expect(await ended).toBe('SIGKILL')

  const after = await sqliteDatabase.open(url)
  const second = { ...sending.engine, store: after }
  const { deliver } = await import('../../src/engine/deliver.ts')
  const { mailCarrier, smtpTransport } = await import('../../src/engine/mail.ts')
  const mail = mailCarrier(second, 'Valpad <valpad@example.org>', smtpTransport(smtp.url))
  expect(await deliver(second, { mail, webhook: mail })).toEqual({ sent: 0, failed: 0 })
  sending.minutes(1)
  expect(await deliver(second, { mail, webhook: mail })).toEqual({ sent: 1, failed: 0 })
  expect(smtp.received).toHaveLength(2)
  expect(smtp.received[1]!.bytes.equals(smtp.received[0]!.bytes)).toBe(true)
})
