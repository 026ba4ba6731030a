// The databases that every test of the store runs on; each call of `open` gives an empty one with all tables.
import { randomUUID } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, inject } from 'vitest'
import { migrations } from '../../db/migrations.ts'
import { migrate } from '../../src/store/migrate.ts'
import { openStore } from '../../src/store/open.ts'
import type { Store } from '../../src/store/store.ts'
import type { ServerStatus } from './postgres-server.ts'

export type TestDatabase = {
  readonly name: 'SQLite' | 'PostgreSQL'
  /** The address of a new database without tables. */
  readonly emptyUrl: () => Promise<string>
  /** The address of a new database with all tables. */
  readonly freshUrl: () => Promise<string>
  /** A new store, or the one at `url`. Closed at the end of the file, if it is not closed before. */
  readonly open: (url?: string) => Promise<Store>
}

const folder = mkdtempSync(join(tmpdir(), 'valpad-store-'))
const opened = new Set<Store>()

afterAll(async () => {
  for (const store of opened) await store.close()
  rmSync(folder, { recursive: true, force: true })
})

const sqliteFiles = databaseAt('SQLite', async () => join(folder, `${randomUUID()}.db`))

const server = await serverStatus()
/** A schema of its own: a database of its own takes ten times as long. */
const postgresDatabases = databaseAt('PostgreSQL', async () => {
  if ('problem' in server) throw new Error(server.problem)
  const name = `test_${randomUUID().replaceAll('-', '')}`
  const url = `${server.address}/postgres`
  await ask(url, `create schema ${name}`)
  return `${url}?options=${encodeURIComponent(`-c search_path=${name}`)}`
})

/** Why one of the databases is not among them; null when both are. A test is skipped by this name, so that nobody takes it for passed. */
export const missingDatabase = 'problem' in server ? `PostgreSQL could not run here: ${server.problem}` : null
if (missingDatabase !== null) console.warn(`NOT TESTED. ${missingDatabase}`)

export const sqliteDatabase: TestDatabase = sqliteFiles
export const postgresDatabase: TestDatabase | null = missingDatabase === null ? postgresDatabases : null
export const databases: readonly TestDatabase[] = [sqliteFiles, ...(missingDatabase === null ? [postgresDatabases] : [])]

function databaseAt(name: TestDatabase['name'], emptyUrl: () => Promise<string>): TestDatabase {
  const freshUrl = async (): Promise<string> => {
    const url = await emptyUrl()
    await migrate(url, migrations)
    return url
  }
  const open = async (url?: string): Promise<Store> => {
    const store = await openStore(url ?? (await freshUrl()))
    const closing = { ...store, close: () => (opened.delete(closing) ? store.close() : Promise.resolve()) }
    opened.add(closing)
    return closing
  }
  return { name, emptyUrl, freshUrl, open }
}

async function ask(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}

/** The server starts beside the first tests; whoever needs it waits here. */
async function serverStatus(): Promise<ServerStatus> {
  const file = inject('serverStatusFile')
  for (let waited = 0; waited < 60_000; waited += 25) {
    if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as ServerStatus
    await pause(25)
  }
  return { problem: 'it did not start within a minute' }
}
