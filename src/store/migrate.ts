// Migrations: each is applied once, in order, and recorded. The list is handed in.
import { type Kysely, sql } from 'kysely'
import { type Dialect, databaseFor } from './databases.ts'
import type { Reader } from './store.ts'

export type Migration = { readonly name: string; readonly up: (db: Kysely<unknown>, dialect: Dialect) => Promise<void> }

type Recorded = { schema_migration: { name: string; applied_at: string } }
type Alter = <T>(work: (schema: { readonly db: Kysely<unknown>; readonly dialect: Dialect }) => Promise<T>) => Promise<T>

/** How long one migrating process waits for another one, in milliseconds. */
const patience = 10_000

/**
 * Brings the tables of `url` up to date and names what was applied. Safe to repeat, and from two processes at once; all of it or nothing.
 * Throws when the database was made by a newer version than this one.
 */
export async function migrate(url: string, migrations: readonly Migration[]): Promise<string[]> {
  if (await isUpToDate(url, migrations)) return []
  const { store, alter } = await databaseFor(url).open(url, { patience })
  try {
    return await applyMigrations(alter, migrations)
  } finally {
    await store.close()
  }
}

export function applyMigrations(alter: Alter, migrations: readonly Migration[]): Promise<string[]> {
  return alter(async ({ db, dialect }) => {
    const recorded = db as Kysely<Recorded>
    await db.schema
      .createTable('schema_migration')
      .ifNotExists()
      .addColumn('name', 'text', (column) => column.primaryKey().notNull())
      .addColumn('applied_at', 'text', (column) => column.notNull())
      .execute()
    const known = await recorded.selectFrom('schema_migration').select('name').execute()
    const fresh = missing(known, migrations)
    for (const { name, up } of fresh) {
      await up(db, dialect)
      await recorded.insertInto('schema_migration').values({ name, applied_at: new Date().toISOString() }).execute()
    }
    return fresh.map(({ name }) => name)
  })
}

function missing(known: readonly { name: string }[], migrations: readonly Migration[]): Migration[] {
  const names = new Set(known.map(({ name }) => name))
  const foreign = [...names].filter((name) => !migrations.some((migration) => migration.name === name))
  if (foreign.length > 0) throw new Error(`The database was made by a newer version: it knows ${foreign.join(', ')}`)
  return migrations.filter(({ name }) => !names.has(name))
}

/** Beside a running server there is mostly nothing to do, and then nothing to wait for. */
async function isUpToDate(url: string, migrations: readonly Migration[]): Promise<boolean> {
  const known = await recordedIn(url)
  return known !== null && missing(known, migrations).length === 0
}

async function recordedIn(url: string): Promise<{ name: string }[] | null> {
  let reader: Reader | null = null
  try {
    reader = await databaseFor(url).openReadOnly(url)
    return await reader.read(sql<{ name: string }>`select name from schema_migration`.compile(reader.build))
  } catch {
    return null // No file, no table, no server: what is wrong shows when it is opened.
  } finally {
    await reader?.close()
  }
}
