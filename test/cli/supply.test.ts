// `valpad supply` as a child process: a list looked at, taken over and written again, on the database and through the server.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { migrations } from '../../db/migrations.ts'
import { migrate } from '../../src/store/migrate.ts'
import { openStore } from '../../src/store/open.ts'
import { seed } from '../support/seeded.ts'
import { dutchList } from '../support/send-list.ts'
import { freePort, runValpad, startServerProcess } from '../support/server-process.ts'

const folder = mkdtempSync(join(tmpdir(), 'valpad-supply-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const env = { VALPAD_DATA: folder, DATABASE_URL: undefined }
const supply = (...args: string[]) => runValpad(['supply', ...args], env)
const list = join(folder, 'aanbod.csv')

beforeAll(async () => {
  const url = join(folder, 'valpad.db')
  await migrate(url, migrations)
  const store = await openStore(url)
  await seed(store, 1)
  await store.close()
  writeFileSync(list, dutchList([{}, { 'Naam aanbod': 'Duur', Prijs: '1.250' }]))
}, 60_000)

test('a dry run says what would change', { timeout: 60_000 }, async () => {
  const { code, out } = await supply('import', list, '--dry-run')
  expect(code).toBe(1)
  expect(out).toContain(
    'rij 2  nieuw  Beweegclub De Sprong (verzonnen), In Balans, Amstelveen\n    Beweegclub De Sprong (verzonnen) is nieuw',
  )
  expect(out).toContain('rij 3  fout: wordt overgeslagen')
  expect(out).toMatch(/1 rij overnemen, 1 overslaan\n$/)
})

test('taken, written as an Excel file, and taken again: the same already', { timeout: 60_000 }, async () => {
  const [taken, file] = [await supply('import', list, '--skip-faulty'), join(folder, 'out.xlsx')]
  expect([taken.code, taken.out]).toEqual([1, expect.stringMatching(/1 rij overgenomen, 1 overgeslagen\n$/)])
  expect((await supply('export', '--format', 'xlsx', '--out', file)).code).toBe(0)
  const { code, out } = await supply('import', file)
  expect([code, out]).toEqual([0, expect.stringMatching(/^0 rijen overgenomen, 0 overgeslagen, \d{3} stonden er al zo in\n$/)])
})

test('beside a running server it says how; through the server it does the same', { timeout: 60_000 }, async () => {
  const server = await startServerProcess({ env, port: await freePort() })
  try {
    const beside = await supply('export')
    expect([beside.code, beside.err]).toEqual([2, expect.stringContaining('--url')])
    const through = await supply('import', list, '--lang', 'en', '--url', server.address)
    expect([through.code, through.err]).toEqual([1, expect.stringContaining('take 0, skip 1')])
  } finally {
    await server.stop()
  }
})

test('what is not understood, is said; who may not, may not', { timeout: 60_000 }, async () => {
  const [wrong, nurse] = [await supply('export', '--format', 'pdf'), await supply('import', list, '--as', 'nurse-luchtkasteel')]
  expect(wrong.code).toBe(2)
  expect([nurse.code, nurse.err]).toEqual([1, expect.stringContaining('niet wijzigen')])
})
