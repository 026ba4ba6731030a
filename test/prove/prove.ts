// `npm run prove`: what takes longer than a test may: kills under load on both databases, syncs counted, and many lives in which nobody may be forgotten.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { proveEffort } from './effort.ts'
import { proveKills } from './kills.ts'
import { proveLivesOnPostgres, proveLivesOnSqlite } from './nobody-forgotten.ts'
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

const results = [await proveKills('SQLite', sqlite('kills')), await proveSyncs(sqlite('syncs')), await proveLivesOnSqlite(folder)]
results.push(
  await withPostgres(async (url) =>
    proveKills('PostgreSQL', { DATABASE_URL: url, VALPAD_DATA: join(folder, 'pg'), VALPAD_OUTBOX: join(folder, 'pg-outbox') }),
  ),
)
results.push(await withPostgres(proveLivesOnPostgres))
results.push(await proveEffort())
results.push(await proveScreens())
results.push(await proveProviderScreens(join(folder, 'provider.db')))
rmSync(folder, { recursive: true, force: true })
console.log(results.every(Boolean) ? 'Everything that was tried holds.' : 'Something does not hold.')
process.exitCode = results.every(Boolean) ? 0 : 1
