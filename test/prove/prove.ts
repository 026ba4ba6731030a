// `npm run prove`: what takes longer than a test may. Each part on a line of the table at the end; PROVE_PART chooses some, by name and separated by commas.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { proveEffort } from './effort.ts'
import { proveJourneys } from './journeys.ts'
import { proveKilledAnalysis } from './killed-analysis.ts'
import { proveKills } from './kills.ts'
import { proveLivesOnPostgres, proveLivesOnSqlite } from './nobody-forgotten.ts'
import { provePages } from './pages.ts'
import { provePrint } from './print.ts'
import { proveProviderScreens } from './provider-screens.ts'
import { proveScreens } from './screens.ts'
import { proveSyncs } from './syncs.ts'
import { withPostgres } from './with-postgres.ts'

const folder = mkdtempSync(join(tmpdir(), 'valpad-prove-'))
const sqlite = (name: string): NodeJS.ProcessEnv => ({
  VALPAD_DATA: join(folder, name),
  VALPAD_OUTBOX: join(folder, `${name}-outbox`),
  DATABASE_URL: undefined,
})
const postgres = (url: string): NodeJS.ProcessEnv => ({
  DATABASE_URL: url,
  VALPAD_DATA: join(folder, 'pg'),
  VALPAD_OUTBOX: join(folder, 'pg-outbox'),
})

type Part = { readonly name: string; readonly proves: string; readonly run: () => Promise<boolean> }

const parts: readonly Part[] = [
  { name: 'kills', proves: 'the server killed under load, SQLite', run: () => proveKills('SQLite', sqlite('kills')) },
  { name: 'syncs', proves: 'what is acknowledged is on disk', run: () => proveSyncs(sqlite('syncs')) },
  { name: 'lives', proves: 'nobody is forgotten, SQLite', run: () => proveLivesOnSqlite(folder) },
  {
    name: 'kills-postgres',
    proves: 'the server killed under load, PostgreSQL',
    run: () => withPostgres((url) => proveKills('PostgreSQL', postgres(url))),
  },
  { name: 'lives-postgres', proves: 'nobody is forgotten, PostgreSQL', run: () => withPostgres(proveLivesOnPostgres) },
  { name: 'effort', proves: 'keys and clicks of a consult', run: proveEffort },
  { name: 'killed-analysis', proves: 'the server killed in mid-analysis', run: proveKilledAnalysis },
  { name: 'journeys', proves: 'each role in five ways', run: proveJourneys },
  { name: 'screens', proves: 'every screen in every state, and speed', run: proveScreens },
  {
    name: 'provider',
    proves: 'screens of a provider with people at every step',
    run: () => proveProviderScreens(join(folder, 'provider.db')),
  },
  { name: 'pages', proves: 'public pages and documents', run: () => provePages(join(folder, 'pages.db')) },
  { name: 'print', proves: 'every screen on paper', run: provePrint },
]

const chosen = parts.filter(({ name }) => (process.env['PROVE_PART'] ?? name).split(',').includes(name))
const table: { readonly held: boolean; readonly proves: string; readonly seconds: number }[] = []
for (const { name, proves, run } of chosen) {
  console.log(`${proves} (${name})`)
  const began = Date.now()
  const held = await run().catch((error: unknown) => {
    console.log(`  ✗ stopped: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`)
    return false
  })
  table.push({ held, proves, seconds: Math.round((Date.now() - began) / 1000) })
}
rmSync(folder, { recursive: true, force: true })
console.log('')
for (const { held, proves, seconds } of table)
  console.log(`${held ? 'holds    ' : 'DOES NOT '} ${String(seconds).padStart(5)} s  ${proves}`)
const all = table.length > 0 && table.every(({ held }) => held)
console.log(all ? 'Everything that was tried holds.' : 'Something does not hold.')
// Said outright: what stops PostgreSQL at the end would make it 0.
process.exit(all ? 0 : 1)
