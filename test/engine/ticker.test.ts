// The ticker and the demo clock: rounds never overlap, an error is said and tried again, and the clock only goes forward.
import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { migrations } from '../../db/migrations.ts'
import { engineOn } from '../../src/compose.ts'
import type { Carrier } from '../../src/engine/deliver.ts'
import { demoClockOn } from '../../src/engine/demo-clock.ts'
import { notify } from '../../src/engine/notify.ts'
import { startTicker } from '../../src/engine/ticker.ts'
import { openStore } from '../../src/store/open.ts'
import { type Store, statement } from '../../src/store/store.ts'
import { seed } from '../support/seeded.ts'

const later = () => '2026-12-24T12:00:00Z'

async function seeded() {
  const store = await openStore(':memory:', { migrations })
  await seed(store, 20)
  return store
}

async function until(holds: () => Promise<boolean> | boolean): Promise<void> {
  for (let tries = 0; !(await holds()); tries += 1) {
    if (tries > 400) throw new Error('It did not happen within four seconds')
    await pause(10)
  }
}

const waitingIn = async (store: Store, table: 'outbox' | 'delivery'): Promise<number> =>
  (await store.read(store.build.selectFrom(table).select('id').where('state', '=', 'waiting').compile())).length

test('it fires what is due until nothing is, then delivers what waits, one round at a time; stopping ends the rounds', async () => {
  const store = await seeded()
  let now = later()
  const due = () =>
    store.read(
      store.build
        .selectFrom('deadline')
        .select('id')
        .where('state', '=', 'pending')
        .where('paused_days', 'is', null)
        .where('due_at', '<=', later())
        .compile(),
    )
  expect((await due()).length).toBeGreaterThan(5)
  const sent: string[] = []
  const under = new Set<string>()
  const mail: Carrier = async ({ rows }) => {
    const { target_id } = rows[0]!
    expect(under.has(target_id)).toBe(false)
    under.add(target_id)
    await pause(1)
    under.delete(target_id)
    sent.push(...rows.map(({ id }) => id))
  }
  const ticker = startTicker(
    engineOn(store, () => now),
    { mail, webhook: mail },
    { everyMs: 2, complain: (what, error) => expect.unreachable(`${what}: ${error}`) },
  )
  await until(async () => (await due()).length === 0 && (await waitingIn(store, 'outbox')) === 0)
  expect(await waitingIn(store, 'delivery')).toBeGreaterThan(0)
  // Mails wait a quarter of an hour for company.
  now = '2026-12-24T12:15:00Z'
  await until(async () => (await waitingIn(store, 'delivery')) === 0)
  await ticker.stop()
  const after = sent.length
  expect(after).toBeGreaterThan(5)
  await pause(30)
  expect(sent.length).toBe(after)
  expect(new Set(sent).size).toBe(after)
  await store.close()
})

test('a receiver that hangs keeps no deadline from passing, and no server from ending', async () => {
  const store = await seeded()
  let asked = 0
  const hangs: Carrier = () => {
    asked += 1
    return new Promise(() => {})
  }
  let now = '2026-11-21T12:00:00Z'
  await store.commit([
    notify(store.build, { kind: 'alarm', accountId: 'nurse-luchtkasteel', dedupeKey: 'planted', at: '2026-11-21T12:00:00Z' }),
  ])
  const ticker = startTicker(
    engineOn(store, () => now),
    { mail: hangs, webhook: hangs },
    { everyMs: 2, complain: (what, error) => expect.unreachable(`${what}: ${error}`) },
  )
  await until(() => asked === 1)
  now = later()
  await until(async () => (await waitingIn(store, 'delivery')) > 5)
  expect(asked).toBe(1)
  const began = performance.now()
  await ticker.stop()
  expect(performance.now() - began).toBeLessThan(7000)
  await store.close()
})

test('a round that fails is complained about in one call, and the next one goes on', async () => {
  const store = await seeded()
  await store.commit([
    notify(store.build, { kind: 'alarm', accountId: 'nurse-luchtkasteel', dedupeKey: 'planted', at: '2026-11-21T12:00:00Z' }),
  ])
  const complaints: string[] = []
  let broken = true
  const reading = {
    ...store,
    read: ((query) => (broken ? Promise.reject(new Error('away')) : store.read(query))) as typeof store.read,
  }
  const sent: string[] = []
  const mail: Carrier = async ({ name }) => void sent.push(name)
  const ticker = startTicker(
    engineOn(reading, later),
    { mail, webhook: mail },
    { everyMs: 2, complain: (what, error) => complaints.push(`${what}: ${error}`) },
  )
  await until(() => new Set(complaints).size >= 4)
  broken = false
  await until(() => sent.length > 0)
  await ticker.stop()
  expect(new Set(complaints)).toEqual(
    new Set(['tick: Error: away', 'daily: Error: away', 'expand: Error: away', 'deliver: Error: away']),
  )
  await store.close()
})

test('a demo clock runs with real time, goes forward when told, and never back', () => {
  let real = '2026-11-22T10:00:00Z'
  const clock = demoClockOn(() => real, null)
  expect(clock.now()).toBe(real)
  clock.set('2027-01-01T09:00:00Z')
  expect(clock.now()).toBe('2027-01-01T09:00:00Z')
  clock.set('2026-12-01T09:00:00Z')
  real = '2026-11-22T10:00:05Z'
  expect(clock.now()).toBe('2027-01-01T09:00:05Z')
})

test('after a restart it begins no earlier than what already happened', () => {
  const real = () => '2026-11-22T10:00:00Z'
  expect(demoClockOn(real, '2028-01-13T09:30:00Z').now()).toBe('2028-01-13T09:30:00Z')
  expect(demoClockOn(real, '2025-01-01T09:30:00Z').now()).toBe(real())
})

test('only data that say so are demo data', async () => {
  const { holdsDemoData } = await import('../../src/compose.ts')
  const store = await openStore(':memory:', { migrations })
  expect(await holdsDemoData(store)).toBe(false)
  await seed(store, 1)
  expect(await holdsDemoData(store)).toBe(true)
  const details = Buffer.from('{"name":"Echt"}')
  await store.commit([
    statement(
      store.build
        .insertInto('organisation')
        .values({ id: 'real', kind: 'coalition', municipality: 'GM0001', details, version: 1 }),
      1,
    ),
  ])
  expect(await holdsDemoData(store)).toBe(false)
  await store.close()
})
