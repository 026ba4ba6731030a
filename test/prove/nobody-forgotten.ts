// Many more lives than a test has time for: after every step every open assignment has somebody, a deadline, and people who are told.
import { join } from 'node:path'
import * as fc from 'fast-check'
import pg from 'pg'
import { migrations } from '../../db/migrations.ts'
import { migrate } from '../../src/store/migrate.ts'
import { openStore } from '../../src/store/open.ts'
import { noCounts } from '../support/forgotten.ts'
import { anyLife, live } from '../support/nobody-forgotten.ts'

/** On SQLite; a fifth of that on PostgreSQL, where an empty database takes longer than a life. */
const lives = Number(process.env['PROVE_LIVES'] ?? 500)

/** `freshUrl` gives the address of an empty database, another one each time. */
async function proveNobodyForgotten(name: string, freshUrl: () => Promise<string>, numRuns: number): Promise<boolean> {
  const counts = noCounts()
  const began = performance.now()
  const { failed, seed, counterexamplePath, errorInstance } = await fc.check(
    fc.asyncProperty(anyLife(60), async (history) => {
      const url = await freshUrl()
      await migrate(url, migrations)
      const store = await openStore(url)
      try {
        await live(store, history, counts)
      } finally {
        await store.close()
      }
    }),
    { numRuns },
  )
  const seconds = ((performance.now() - began) / 1000).toFixed(0)
  console.log(
    `${failed ? 'NOT' : 'ok '} ${name}: ${numRuns} lives, ${counts.steps} steps in ${seconds} s; ${counts.assignments} times an open assignment, ${counts.deadlines} times a deadline, ${counts.passedOn} times passed on, ${counts.lastResort} times as a last resort, ${counts.expanded} messages to somebody${failed ? `; seed ${seed}, path ${counterexamplePath}: ${String(errorInstance)}` : ', nobody forgotten'}`,
  )
  return !failed
}

export function proveLivesOnSqlite(folder: string): Promise<boolean> {
  let made = 0
  return proveNobodyForgotten('SQLite', async () => join(folder, `life-${++made}.db`), lives)
}

export async function proveLivesOnPostgres(address: string): Promise<boolean> {
  let made = 0
  const schema = async () => {
    const name = `life_${++made}`
    const client = new pg.Client({ connectionString: address })
    await client.connect()
    await client.query(`create schema ${name}`)
    await client.end()
    return `${address}?options=${encodeURIComponent(`-c search_path=${name}`)}`
  }
  return proveNobodyForgotten('PostgreSQL', schema, Math.ceil(lives / 5))
}
