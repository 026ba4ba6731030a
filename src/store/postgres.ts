// PostgreSQL: a pool, every change a transaction of its own at READ COMMITTED. One of the two files that know a database.
import { createHash } from 'node:crypto'
import {
  type CompiledQuery,
  Kysely,
  PostgresAdapter,
  PostgresDialect,
  PostgresIntrospector,
  PostgresQueryCompiler,
  sql,
} from 'kysely'
import pg from 'pg'
import { bounded } from './bounded.ts'
import { CompileOnly } from './compile-only.ts'
import type { DatabaseKind, Opened, Schema } from './database-kind.ts'
import { type Builder, type Change, type Committed, type Reader, StoreFull, UnknownOutcome } from './store.ts'
import type { Tables } from './tables.ts'

/** Deadlocks and lost serializations: the database undid it all, so it may be tried again. */
const worthAnotherTry = ['40001', '40P01']
const tries = 3
const uniqueViolation = '23505'
const diskFull = '53100'
const int8 = 20

export const postgres: DatabaseKind<'postgres'> = {
  dialect: 'postgres',
  answersTo: (url) => /^postgres(?:ql)?:\/\//.test(url),
  open,
  openReadOnly,
}

async function open(url: string): Promise<Opened<'postgres'>> {
  const pool = poolTo(url, { lock_timeout: 2000, statement_timeout: 5000, idle_in_transaction_session_timeout: 10_000 })
  try {
    await demandDurability(pool)
  } catch (error) {
    await pool.end()
    throw error
  }
  const store = { ...readerOn(pool), commit: (change: Change) => commit(pool, change) }
  return { store, alter: (work) => alter(url, work) }
}

async function openReadOnly(url: string): Promise<Reader> {
  return readerOn(poolTo(url, { onConnect: (client) => client.query('set default_transaction_read_only = on') }))
}

function readerOn(pool: pg.Pool): Reader {
  return {
    build: builder,
    read: async <Row>({ sql, parameters }: CompiledQuery<Row>) => (await pool.query(prepared(sql, parameters))).rows as Row[],
    close: () => pool.end(),
  }
}

const builder: Builder = new Kysely<Tables>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new CompileOnly(),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
})

function poolTo(connectionString: string, settings: pg.PoolConfig): pg.Pool {
  const pool = new pg.Pool({
    connectionString,
    max: 10,
    connectionTimeoutMillis: 5000,
    // A change goes over the wire in two journeys instead of one for every statement.
    pipeline: true,
    types: { getTypeParser: typeParser },
    ...settings,
  })
  // An idle connection that is lost has harmed no one: the next query opens another, or throws.
  pool.on('error', () => {})
  return pool
}

/** Counts come as numbers, as they do elsewhere. */
const typeParser: typeof pg.types.getTypeParser = (oid: number, format?: 'text' | 'binary') =>
  oid === int8 && format !== 'binary' ? Number : pg.types.getTypeParser(oid, format as 'text')

async function demandDurability(pool: pg.Pool): Promise<void> {
  for (const setting of ['fsync', 'full_page_writes', 'synchronous_commit']) {
    const { rows } = await pool.query<Record<string, string>>(`show ${setting}`)
    if (rows[0]?.[setting] === 'off') throw new Error(`PostgreSQL runs with ${setting} off: an acknowledged change could be lost`)
  }
}

const nameOf = bounded((text: string) => `valpad_${createHash('sha256').update(text).digest('hex').slice(0, 40)}`)
const prepared = (text: string, parameters: readonly unknown[]): pg.QueryConfig => ({
  name: nameOf(text),
  text,
  values: [...parameters],
})

async function commit(pool: pg.Pool, change: Change): Promise<Committed> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await once(pool, change)
    } catch (error) {
      if (codeOf(error) === diskFull) throw new StoreFull('No room left on the disk; nothing was written', { cause: error })
      if (attempt === tries || !worthAnotherTry.includes(codeOf(error))) throw error
    }
  }
}

/** One try. An error other than `UnknownOutcome` means that nothing was written. */
async function once(pool: pg.Pool, change: Change): Promise<Committed> {
  const client = await pool.connect()
  let lost: Error | undefined
  const noticeLoss = (error: Error): void => {
    lost = error
  }
  client.on('error', noticeLoss)
  try {
    const outcome = await run(client, change)
    if (outcome.ok) await end(client)
    else await client.query('rollback')
    return outcome
  } catch (error) {
    // Whatever state this connection is in, the server undoes what was not committed when it goes.
    lost ??= error instanceof Error ? error : new Error(String(error))
    throw error
  } finally {
    client.off('error', noticeLoss)
    client.release(lost)
  }
}

async function run(client: pg.PoolClient, change: Change): Promise<Committed> {
  const [begun, ...answers] = await Promise.allSettled([
    client.query('begin isolation level read committed'),
    ...change.map(({ sql, parameters }) => client.query(prepared(sql, parameters))),
  ])
  if (begun.status === 'rejected') throw begun.reason
  for (const [index, answer] of answers.entries()) {
    if (answer.status === 'rejected') {
      if (codeOf(answer.reason) !== uniqueViolation) throw answer.reason
      return { ok: false, statement: index, rows: 0 }
    }
    const rows = answer.value.rowCount ?? 0
    if (rows !== (change[index]?.rows ?? rows)) return { ok: false, statement: index, rows }
  }
  return { ok: true }
}

async function end(client: pg.PoolClient): Promise<void> {
  let result: pg.QueryResult
  try {
    result = await client.query('commit')
  } catch (error) {
    if (worthAnotherTry.includes(codeOf(error))) throw error
    throw new UnknownOutcome(`The connection failed while committing (${String(error)})`, { cause: error })
  }
  if (result.command !== 'COMMIT') throw new Error(`The database answered ${result.command} to a commit; nothing was written`)
}

/** Two processes may alter at once: the second waits for the first. */
async function alter<T>(url: string, work: (schema: Schema<'postgres'>) => Promise<T>): Promise<T> {
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool: new pg.Pool({ connectionString: url, max: 1 }) }) })
  try {
    return await db.transaction().execute(async (transaction) => {
      await sql`select pg_advisory_xact_lock(hashtext('valpad ' || current_schema()))`.execute(transaction)
      return work({ db: transaction, dialect: 'postgres' })
    })
  } finally {
    await db.destroy()
  }
}

const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string' ? error.code : ''
