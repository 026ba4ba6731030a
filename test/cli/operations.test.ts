// The commands of an operator as child processes: help, what they do, what they say when something is wrong, and how they end.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, describe, expect, test } from 'vitest'
import { migrations } from '../../db/migrations.ts'
import type { CaseState } from '../../src/domain/case-state.ts'
import { parsedFrom } from '../../src/engine/bytes.ts'
import { openStore } from '../../src/store/open.ts'
import { seed } from '../support/seeded.ts'
import { runValpad } from '../support/server-process.ts'

const folder = mkdtempSync(join(tmpdir(), 'valpad-operations-'))
process.env['NODE_COMPILE_CACHE'] ??= join(tmpdir(), 'valpad-test-compile-cache')
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const seededFolder = join(folder, 'seeded')
const store = await openStore(join(seededFolder, 'valpad.db'), { migrations })
await seed(store, 41)
const states = (await store.read(store.build.selectFrom('care_case').select('state').compile())).map(({ state }) =>
  parsedFrom<CaseState>(state),
)
const deviating = states.find(({ decision }) => decision?.record['reasonForDeviation'] !== undefined)!.id
const expired = states.find(({ assignments }) =>
  Object.values(assignments).some(({ position }) => position.value === 'expired'),
)!.id
await store.close()

/** Whatever it says, it never shows the inside of the program. */
async function run(data: string, ...args: readonly string[]) {
  const ran = await runValpad(args, { VALPAD_DATA: data })
  for (const said of [ran.out, ran.err]) expect(said).not.toMatch(/\n\s+at |undefined|\[object/)
  return ran
}

test.each(['serve', 'migrate', 'seed', 'walk', 'explain', 'verify', 'orphans', 'deliveries', 'rebuild', 'config'])(
  '%s --help has a usage and examples',
  async (name) => {
    const { code, out } = await run(seededFolder, name, '--help')
    expect(code).toBe(0)
    expect(out).toMatch(new RegExp(`^valpad ${name}: .+\n\nUsage: valpad ${name}[\\s\\S]+Options:[\\s\\S]+Examples:\n  \\S`))
  },
)

test('the overview lists them all', async () => {
  const { out } = await run(seededFolder, '--help')
  for (const name of [
    'assess',
    'pathway',
    'serve',
    'migrate',
    'seed',
    'walk',
    'explain',
    'verify',
    'orphans',
    'deliveries',
    'rebuild',
    'config',
  ])
    expect(out).toMatch(new RegExp(`^  ${name} +\\S`, 'm'))
})

test('migrate says what it applied, and then that there is nothing to do', async () => {
  const data = join(folder, 'new')
  expect(await run(data, 'migrate')).toMatchObject({
    code: 0,
    out: migrations.map(({ name }) => `Toegepast: ${name}\n`).join(''),
  })
  const again = await run(data, 'migrate', '--lang', 'en')
  expect([again.code, again.out]).toEqual([0, `Nothing to do: the tables of ${join(data, 'valpad.db')} are up to date.\n`])
})

describe('seed', () => {
  test('fills an empty database, with plain lines of progress without a terminal', async () => {
    const data = join(folder, 'seed')
    const { code, out, err } = await run(data, 'seed', '--people', '5', '--until', '2026-06-01', '--lang', 'en')
    expect([code, out]).toEqual([
      0,
      '5 invented people with 5 cases, played up to and including 2026-06-01 (--seed 42). Everything is invented.\n',
    ])
    expect(err).toMatch(/^Playing invented lives \d+%\n(Playing invented lives \d+%\n)+$/)
    expect(err).toContain('100%')
    const verified = await run(data, 'verify', '--json')
    expect([verified.code, JSON.parse(verified.out)]).toMatchObject([0, { cases: 5, faults: [] }])
  })

  test('a database with cases is left alone, unless people are to be added; the same people twice are refused', async () => {
    const data = join(folder, 'seed-add')
    await run(data, 'seed', '--people', '3')
    const refused = await run(data, 'seed', '--people', '3', '--lang', 'en')
    expect([refused.code, refused.err]).toEqual([1, expect.stringContaining('already has cases; nothing was done')])
    const twice = await run(data, 'seed', '--people', '3', '--add')
    expect([twice.code, twice.err]).toEqual([1, expect.stringContaining('Kies een andere --seed')])
    expect((await run(data, 'seed', '--people', '2', '--seed', 'more', '--add')).code).toBe(0)
  })

  test.each([
    [['--people', '0'], /--people 0/],
    [['--people', 'many'], /--people many/],
    [['--seed', 'a b'], /--seed a b/],
    [['--until', '2026-02-30'], /--until 2026-02-30/],
    [['--until', 'soon'], /--until soon/],
    [['extra'], /extra is one too many/],
    [['--number', '3'], /Unknown option/],
  ])('seed %j is not understood', async (args, words) => {
    const { code, err } = await run(join(folder, 'never'), 'seed', ...args)
    expect([code, err]).toEqual([2, expect.stringMatching(words)])
  })
})

describe('explain', () => {
  test('tells why, what was decided, and who did what when; in both languages', async () => {
    const { code, out } = await run(seededFolder, 'explain', 'c42-016', '--lang', 'en')
    expect(code).toBe(0)
    for (const part of [
      /^Case c42-016: active\.$/m,
      /^Fall risk: high$/m,
      /^Why not the others:$/m,
      /^What was decided together:$/m,
    ])
      expect(out).toMatch(part)
    expect(out).toMatch(/^Who did what when:\n {3}1 {2}\d{4}-\d\d-\d\d {2}put forward, signaller \(signaller-samenzijn\)$/m)
    const dutch = await run(seededFolder, 'explain', 'c42-016')
    expect(dutch.out).toMatch(/^Valrisico: hoog$/m)
  })

  test('the reason to deviate and deadlines that passed stand in it', async () => {
    expect((await run(seededFolder, 'explain', deviating, '--lang', 'en')).out).toMatch(/^ {2}reason to deviate: ".+"$/m)
    const { out } = await run(seededFolder, 'explain', expired, '--lang', 'en')
    expect(out).toMatch(/deadline passed: answer of the provider \[.+\], the system/)
  })

  test('before the screening there is nothing to explain yet', async () => {
    const { code, out } = await run(seededFolder, 'explain', 'c42-001', '--lang', 'en')
    expect([code, out]).toEqual([0, expect.stringContaining('The screening has not been recorded yet.')])
  })

  test('as data', async () => {
    const { out } = await run(seededFolder, 'explain', 'c42-016', '--json')
    expect(JSON.parse(out)).toMatchObject({ caseId: 'c42-016', stage: 'active', assessment: { risk: 'high' } })
  })

  test('an unknown case is said in words', async () => {
    expect(await run(seededFolder, 'explain', 'nobody')).toMatchObject({ code: 1, err: 'Er is geen traject nobody.\n' })
    expect((await run(seededFolder, 'explain')).code).toBe(2)
  })
})

test('verify passes what is sound; what was changed is named with its remedy, and rebuild mends it', async () => {
  const sound = await run(seededFolder, 'verify', '--lang', 'en')
  expect([sound.code, sound.out]).toEqual([
    0,
    expect.stringMatching(/^\d+ cases, \d+ entries replayed in .* all is as it should be\.\n$/),
  ])
  const file = new Database(join(seededFolder, 'valpad.db'))
  file.exec(`update worklist set owner = 'nobody' where case_id = 'c42-016'`)
  file.close()
  const faulty = await run(seededFolder, 'verify', '--lang', 'en')
  expect(faulty.code).toBe(1)
  expect(faulty.out).toMatch(
    /^FAULT case c42-016, entry \d+: worklist c42-016: owner is "nobody", should be ".*"\. To mend: valpad rebuild$/m,
  )
  const mended = await run(seededFolder, 'rebuild', '--lang', 'en')
  expect([mended.code, mended.out]).toEqual([
    0,
    expect.stringMatching(/^Worklist, assignments and deadlines of \d+ cases were drawn again\.\n$/),
  ])
  expect((await run(seededFolder, 'verify')).code).toBe(0)
})

describe('what can be wrong with the database', () => {
  test.each(['verify', 'orphans', 'deliveries', 'rebuild', 'explain', 'seed', 'migrate', 'serve'])(
    '%s says what is wrong with the settings',
    async (name) => {
      const args = name === 'explain' ? [name, 'c1'] : [name]
      const { code, err } = await runValpad([...args, '--lang', 'en'], {
        VALPAD_PORT: 'x',
        VALPAD_NO: '1',
        VALPAD_DATA: join(folder, 'none'),
      })
      expect(code).toBe(2)
      expect(err).toMatch(/configuration is not right:\n {2}VALPAD_NO: .*\n {2}VALPAD_PORT: /)
    },
  )

  test.each(['verify', 'orphans', 'explain'])('%s without a database says how to make one', async (name) => {
    const { code, err } = await run(join(folder, 'absent'), name, ...(name === 'explain' ? ['c1'] : []), '--lang', 'en')
    expect([code, err]).toEqual([2, expect.stringContaining('Make one: valpad migrate')])
  })

  test('a file that is no database is named', async () => {
    writeFileSync(join(folder, 'valpad.db'), 'not a database at all, just some text that is long enough to be read as a header')
    const { code, err } = await run(folder, 'verify', '--lang', 'en')
    expect([code, err]).toEqual([2, expect.stringContaining('is no database of Valpad')])
  })

  test('a server that is not there is named without its password', async () => {
    const { code, err } = await runValpad(['verify', '--lang', 'en'], { DATABASE_URL: 'postgres://u:secret@127.0.0.1:1/d' })
    expect([code, err]).toEqual([2, expect.stringMatching(/postgres:\/\/u:\*\*\*@127\.0\.0\.1:1\/d cannot be reached/)])
    expect(err).not.toContain('secret')
  })
})
