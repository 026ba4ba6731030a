// The plan of the house as data, checked against every import; and each rule is shown to fail on a planted breach.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { type Absence, inspect, type Room, readSources } from './support/architecture.ts'

const pure: readonly Absence[] = ['clock', 'chance', 'locale', 'waiting', 'input and output']

/** From the roof to the ground. A package that is not listed for a room may not be imported there. */
const rooms: readonly Room[] = [
  {
    storey: 6,
    name: 'main',
    places: ['src/main.ts', 'src/compose.ts', 'src/config.ts', 'src/cli/'],
    packages: ['zod', 'vite', 'node:*'],
  },

  {
    storey: 5,
    name: 'http',
    places: ['src/http/'],
    packages: ['fastify', 'fastify-*', '@fastify/*', 'zod', 'openid-client', 'node:*'],
  },
  { storey: 5, name: 'simulation', places: ['src/simulation/'], packages: ['node:*'] },
  {
    storey: 5,
    name: 'web',
    places: ['src/web/'],
    packages: ['react', 'react/*', 'react-*', '@tanstack/*', '@hookform/*', 'zod', 'd3-*'],
    sees: ['contract', 'domain', 'charts'],
  },

  { storey: 4, name: 'engine', places: ['src/engine/'], packages: ['nodemailer', 'ipaddr.js', 'node:*'] },
  { storey: 4, name: 'evaluation', places: ['src/evaluation/'], packages: ['kysely', '@duckdb/*', 'node:*'] },

  {
    storey: 3,
    name: 'supply',
    places: ['src/supply/'],
    packages: ['kysely', 'zod', 'csv-parse', 'csv-stringify', 'fflate', 'read-excel-file', 'write-excel-file'],
  },
  { storey: 3, name: 'readmodels', places: ['src/readmodels/'], packages: ['kysely'] },
  { storey: 3, name: 'programme', places: ['src/programme/'], packages: ['kysely'] },

  { storey: 2, name: 'store', places: ['src/store/'], packages: ['kysely', 'better-sqlite3', 'pg', 'node:*'] },
  {
    storey: 2,
    name: 'documents',
    places: ['src/documents/'],
    packages: ['@myriaddreamin/*', '@expo-google-fonts/*', 'qrcode', 'ical-generator', 'd3-*', 'node:*'],
  },

  { storey: 1, name: 'access', places: ['src/access/'], packages: ['zod', 'jose', 'node:crypto'] },
  { storey: 1, name: 'contract', places: ['src/contract/'], packages: ['zod'], without: ['input and output'] },
  { storey: 1, name: 'fhir', places: ['src/fhir/'], packages: ['zod'], without: ['clock', 'chance', 'input and output'] },
  { storey: 1, name: 'charts', places: ['src/charts/'], packages: ['d3-*'], without: ['clock', 'chance', 'input and output'] },
  { storey: 1, name: 'pathways', places: ['pathways/'], packages: ['zod', 'xstate'], seenFromStorey: 6, without: pure },
  { storey: 1, name: 'db', places: ['db/'], packages: ['kysely'], sees: [] },

  { storey: 0, name: 'domain', places: ['src/domain/'], packages: ['zod', 'xstate'], without: pure },
]

const project = join(import.meta.dirname, '..')
const sources = readSources(project, ['src', 'pathways', 'db', 'test'])

test('every file keeps to the plan', () => {
  const paths = sources.map(({ path }) => path)
  expect(paths).toEqual(
    expect.arrayContaining(['src/domain/condition.ts', 'pathways/amstelland/v1/facts.ts', 'test/architecture.test.ts']),
  )
  expect(inspect(rooms, sources)).toEqual([])
})

test('src holds the rooms of the plan and nothing else', () => {
  const planned = rooms.flatMap(({ places }) => places.map((place) => place.split('/')[1]))
  expect(readdirSync(join(project, 'src')).filter((entry) => !planned.includes(entry))).toEqual([])
})

test('docs/architecture.md shows the same plan', () => {
  const page = readFileSync(join(project, 'docs/architecture.md'), 'utf8')
  const rows = rooms.map(
    ({ storey, name, packages }) => `| ${storey} | \`${name}\` | ${packages.map((each) => `\`${each}\``).join(' ')} |`,
  )
  expect(rows.filter((row) => !page.includes(row))).toEqual([])
})

/** The rules a file breaks when these lines stand below an opening sentence. */
const rulesBrokenBy = (path: string, ...lines: string[]): string[] =>
  inspect(rooms, [{ path, text: ['// A planted file.', ...lines].join('\n') }]).map(
    ({ rule, at }) => `${rule} ${at.split(':')[1]}`,
  )

const inDomain = 'src/domain/planted.ts'
const inPathways = 'pathways/planted.ts'

test.each([
  // Who sees whom.
  ['upward import', inDomain, "import { open } from '../store/sqlite.ts'"],
  ['upward import', inDomain, "import type { Db } from '../store/tables.ts'"],
  ['upward import', inDomain, "export { open } from '../store/sqlite.ts'"],
  ['upward import', inDomain, "export * from '../store/sqlite.ts'"],
  ['upward import', inDomain, "import '../store/sqlite.ts'"],
  ['upward import', inDomain, "type Db = import('../store/tables.ts').Db"],
  ['upward import', 'src/store/planted.ts', "const engine = await import('../engine/tick.ts')"],
  ['upward import', inPathways, "import {\n  assess,\n} from '../src/cli/assess.ts'"],
  ['sideways import', inPathways, "import { Role } from '../src/access/roles.ts'"],
  ['sideways import', 'src/contract/planted.ts', "import { v1 } from '../../pathways/amstelland/v1/pathway.ts'"],
  ['sideways import', 'src/http/planted.ts', "import { page } from '../web/page.tsx'"],
  ['closed room', 'src/engine/planted.ts', "import { versions } from '../../pathways/versions.ts'"],
  ['closed room', 'src/http/planted.ts', "import { versions } from '../../pathways/versions.ts'"],
  ['closed room', 'src/web/planted.tsx', "import { policy } from '../access/policy.ts'"],
  ['closed room', 'src/web/planted.tsx', "import { commit } from '../store/commit.ts'"],
  ['closed room', 'db/migrations/planted.ts', "import { Tri } from '../../src/domain/tri.ts'"],
  ['outside the house', 'src/engine/planted.ts', "import { aPerson } from '../../test/support/people.ts'"],
  ['hidden import', 'src/engine/planted.ts', 'const there = import(place)'],
  // What may come from outside.
  ['package', inDomain, "import { readFileSync } from 'node:fs'"],
  ['package', inPathways, "import { randomUUID } from 'node:crypto'"],
  ['package', inDomain, "import { Kysely } from 'kysely'"],
  ['package', 'src/supply/planted.ts', "import Database from 'better-sqlite3'"],
  ['package', 'src/evaluation/planted.ts', "import pg from 'pg'"],
  ['package', 'src/engine/planted.ts', "import { sql } from 'kysely'"],
  ['package', 'src/http/planted.ts', "import { setup } from 'xstate'"],
  ['package', 'src/web/planted.tsx', "import { join } from 'node:path'"],
  ['package', 'src/contract/planted.ts', "import { request } from 'undici'"],
  // The clock.
  ['clock', inPathways, 'const now = Date.now()'],
  ['clock', inPathways, 'const now = new Date()'],
  ['clock', inPathways, 'const now = new Date(/* of today */)'],
  ['clock', inPathways, 'const now = new Date'],
  ['clock', inPathways, 'const now = Date()'],
  ['clock', inPathways, 'const now = `on \u0024{Date.now()}`'],
  ['clock', inDomain, 'const now = performance.now()'],
  ['clock', inDomain, 'const today = Temporal.Now.plainDateISO()'],
  // Chance, locale, waiting, input and output.
  ['chance', inDomain, 'const lot = Math.random()'],
  ['chance', inPathways, 'const id = crypto.randomUUID()'],
  ['locale', inDomain, "const words = (1.5).toLocaleString('nl')"],
  ['locale', inDomain, 'const sorted = names.sort((a, b) => a.localeCompare(b))'],
  ['locale', inDomain, "const style = new Intl.NumberFormat('nl')"],
  ['locale', inDomain, 'const day = date.getDay()'],
  ['waiting', inDomain, 'export async function decide() {}'],
  ['waiting', inDomain, 'const answer = await decide()'],
  ['waiting', inDomain, 'type Later = Promise<string>'],
  ['waiting', inPathways, 'setTimeout(close, 1000)'],
  ['waiting', inPathways, 'setInterval(close, 1000)'],
  ['waiting', inPathways, 'queueMicrotask(close)'],
  ['input and output', inDomain, "console.log('here')"],
  ['input and output', inDomain, 'const home = process.env'],
  ['input and output', inDomain, "const page = fetch('https://example.org')"],
  ['input and output', inPathways, 'const all = globalThis'],
  ['input and output', 'src/contract/planted.ts', 'const here = import.meta.url'],
  // Machines.
  ['machine with a timer', inPathways, "const waiting = { after: { 1000: 'closed' } }"],
  ['machine with a timer', inPathways, "const waiting = { 'after': { 1000: 'closed' } }"],
  ['machine that invokes', inPathways, "const asking = { invoke: { src: 'provider' } }"],
  ['machine that spawns', inPathways, "import { spawnChild } from 'xstate'"],
  ['machine with history', inPathways, "const before = { type: 'history' }"],
  ['machine with history', inPathways, "const before = { history: 'deep' }"],
  ['second stepper', inDomain, "import { assign, transition } from 'xstate'"],
  ['second stepper', inPathways, "import { createActor } from 'xstate'"],
  ['second stepper', inDomain, "import * as xstate from 'xstate'"],
  // Form.
  ['default export', inDomain, 'export default 1'],
  ['default export', inDomain, 'const one = 1\nexport { one as default }'],
  ['index file', 'src/domain/index.ts', ''],
  ['drawer without a label', 'src/domain/utils/dates.ts', ''],
  ['drawer without a label', 'src/engine/helpers/dates.ts', ''],
  ['drawer without a label', 'src/domain/common.ts', ''],
  ['drawer without a label', 'test/manager/dates.ts', ''],
  ['no such room', 'src/services/planted.ts', ''],
  ['no such room', 'src/planted.ts', ''],
])('%s is found in %s: %s', (rule, path, line) => {
  expect(rulesBrokenBy(path, line)).toContainEqual(expect.stringMatching(new RegExp(`^${rule} \\d+$`)))
})

test.each([
  ['nothing at all', ''],
  ['an import', "import { not } from './tri.ts'\n"],
  ['a remark for a tool', '// @ts-nocheck\n'],
  ['an empty comment', '//\nexport const one = 1\n'],
])('no opening sentence: a file that opens with %s', (_, text) => {
  expect(inspect(rooms, [{ path: inDomain, text }]).map(({ rule }) => rule)).toEqual(['no opening sentence'])
})

test('a breach is reported with its line', () => {
  const text = "// A planted file.\n\nimport { not } from './tri.ts'\n/* Two\nlines. */ const now = Date.now()"
  expect(inspect(rooms, [{ path: inPathways.replace('planted', 'x/planted'), text }])).toContainEqual({
    rule: 'clock',
    at: 'pathways/x/planted.ts:5',
    problem: '"Date.now" has no place in pathways',
  })
})

test.each([
  [inPathways, "import * as z from 'zod'\nimport { assign, setup } from 'xstate'\nimport { not } from '../src/domain/tri.ts'"],
  [inDomain, "export { not } from './tri.ts'\nexport type { Finding } from './check/finding.ts'"],
  ['src/domain/advance.ts', "import { initialTransition, transition } from 'xstate'"],
  ['src/cli/planted.ts', "import { readFile } from 'node:fs/promises'\nimport { versions } from '../../pathways/versions.ts'"],
  ['src/web/planted.tsx', "import { Link } from '@tanstack/react-router'\nimport { offers } from '../contract/offers.ts'"],
  // Words in comments, texts and regular expressions are only words.
  [inPathways, '// Date.now() and await\n/* new Date() */ const text = { en: \'await the process; see console\', nl: "Intl." }'],
  [
    inPathways,
    'const pattern = /Date.now()|["\'`]/g // Math.random()\nconst text = `await \u0024{`the \u0024{1} fetch`} process`',
  ],
  [inPathways, "const text = { en: 'The day after: a fall. import { x } from \\'../src/store/x.ts\\'' }"],
  [inDomain, "const half = (1 + 2) / 2 // ' an apostrophe\nconst other = half / 3"],
  // A day that was handed in is not the clock; a field may be called after what it is.
  [inDomain, "const day = new Date('2026-11-21')\nconst other = new Date(text)\nconst year = Date.UTC(2026, 0, 1)"],
  [inDomain, 'const asked = facts.process\nconst kept = { ...step.fetch, process: 1 }'],
  [inPathways, "const section = { history: fallHistory, afterwards: 1, deadline: { id: 'after' } }"],
])('nothing is wrong with %s: %s', (path, text) => {
  expect(rulesBrokenBy(path, text)).toEqual([])
})
