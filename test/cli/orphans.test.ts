// `valpad orphans` as a child process: 0 while everything open has somebody, 1 when something has nobody, in words and as JSON.
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { migrations } from '../../db/migrations.ts'
import { migrate } from '../../src/store/migrate.ts'
import { openStore } from '../../src/store/open.ts'
import { type Store, statement } from '../../src/store/store.ts'
import { lastDay, seed } from '../support/seeded.ts'
import { runValpad } from '../support/server-process.ts'

const folder = mkdtempSync(join(tmpdir(), 'valpad-orphans-'))
const url = join(folder, 'valpad.db')
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const orphans = (...args: string[]) =>
  runValpad(['orphans', ...(args.includes('--on') ? [] : ['--on', lastDay]), ...args], {
    VALPAD_DATA: folder,
    DATABASE_URL: undefined,
  })

async function within(work: (store: Store) => Promise<unknown>) {
  const store = await openStore(url)
  await work(store)
  await store.close()
}

beforeAll(async () => {
  await migrate(url, migrations)
  await within((store) => seed(store, 8))
}, 60_000)

test('of the seeded region everything open has somebody', { timeout: 30_000 }, async () => {
  const { code, out } = await orphans('--lang', 'en')
  expect([code, out]).toEqual([
    0,
    expect.stringMatching(/On 20\d\d-\d\d-\d\d \d+ assignments and \d+ cases are open: each has somebody/),
  ])
  const json = JSON.parse((await orphans('--json')).out)
  expect(json).toMatchObject({ on: lastDay, orphans: [] })
  expect(json.openCases).toBeGreaterThan(0)
})

test('a day that does not exist, and an argument too many, are not understood', { timeout: 30_000 }, async () => {
  for (const args of [['--on', '2026-02-30'], ['--on', 'x'], ['now']]) expect((await orphans(...args)).code).toBe(2)
})

test('what was not understood is said in the language that was asked for', { timeout: 30_000 }, async () => {
  const said = async (...args: string[]) => (await runValpad(['orphans', ...args], { VALPAD_DATA: folder })).err
  expect(await said('--on', 'x', '--lang', 'nl')).toMatch(/geef een dag als 2026-03-12\nHulp: valpad orphans --help/)
  expect(await said('--on', 'x', '--lang', 'en')).toMatch(/give a day as 2026-03-12\nTry: valpad orphans --help/)
  expect(await said('--exlain', '--lang', 'nl')).toContain('de optie --exlain bestaat niet')
  expect(await said('now', '--lang', 'nl')).toContain('now is een argument te veel')
})

test('beside a server the day is that of its clock, however far that was put forward', { timeout: 30_000 }, async () => {
  const server = createServer((_, answer) => answer.end(JSON.stringify({ now: '2031-03-04T09:00:00Z' })))
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const { port } = server.address() as AddressInfo
  const { out } = await runValpad(['orphans', '--json'], {
    VALPAD_DATA: folder,
    DATABASE_URL: undefined,
    VALPAD_PORT: String(port),
  })
  server.close()
  expect(JSON.parse(out).on).toBe('2031-03-04')
})

test('whose work passed to whom is counted; with everybody closed it says what nobody has', { timeout: 30_000 }, async () => {
  const close = (id: string | null) =>
    within((store) => {
      const update = store.build.updateTable('account').set({ active: 0 })
      return store.commit([statement(id === null ? update : update.where('id', 'like', id))])
    })
  await close('nurse-%')
  const passed = await orphans()
  expect(passed.code).toBe(0)
  expect(passed.out).toMatch(/^\d+ opdrachten en \d+ trajecten van .+ \(kan niet meer inloggen\): .+ heeft ze nu$/m)
  await close(null)
  const { code, out } = await orphans()
  expect([code, out]).toEqual([1, expect.stringMatching(/^NIEMAND heeft (opdracht|traject) \S+ \(traject \S+\)$/m)])
  expect(JSON.parse((await orphans('--json')).out).orphans.length).toBeGreaterThan(0)
})
