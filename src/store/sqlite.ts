// SQLite: one process, one writing connection, every acknowledged change synced to disk. One of the two files that know a database.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import Database from 'better-sqlite3'
import { type CompiledQuery, Kysely, SqliteAdapter, SqliteDialect, SqliteIntrospector, SqliteQueryCompiler, sql } from 'kysely'
import { bounded } from './bounded.ts'
import { CompileOnly } from './compile-only.ts'
import type { DatabaseKind, Opened, Schema } from './database-kind.ts'
import { groupCommit, type Outcome } from './group-commit.ts'
import { type Builder, type Change, type Reader, StoreFull, StoreInUse, UnknownOutcome } from './store.ts'
import type { Tables } from './tables.ts'

type Connection = Database.Database
type Run = (sql: string, parameters: readonly unknown[]) => number
type Rows = (sql: string, parameters: readonly unknown[]) => unknown[]

/** Below it two connections that write or checkpoint at the same moment can corrupt the file. */
const oldestSafeVersion = [3, 51, 3]
/**
 * Pages of 4 KiB in the write-ahead log that are worth carrying over into the file. A page that changes often is carried over once: with
 * 4000 instead of 1000 a change cost a fifth less.
 */
const pagesToCheckpoint = 4000

const memory = ':memory:'

export const sqlite: DatabaseKind<'sqlite'> = { dialect: 'sqlite', answersTo: () => true, open, openReadOnly }

async function open(path: string, { patience = 0 }: { patience?: number } = {}): Promise<Opened<'sqlite'>> {
  const lock = path === memory ? null : await holdFile(path, patience)
  try {
    const writer = openWriter(path)
    const reader = path === memory ? writer : openReader(path)
    const group = groupCommit(groupWriter(writer, path === memory ? () => {} : checkpointer(writer)))
    const close = async (): Promise<void> => {
      group.close()
      if (reader !== writer) reader.close()
      writer.close()
      lock?.close()
    }
    return { store: { ...readerOn(reader), commit: group.commit, close }, alter: (work) => alter(writer, work) }
  } catch (error) {
    lock?.close()
    throw error
  }
}

/** Beside a process that writes: sees what was committed, holds nothing up. */
async function openReadOnly(path: string): Promise<Reader> {
  return readerOn(openReader(path))
}

function readerOn(connection: Connection): Reader {
  const rows = rowsOn(connection)
  return {
    build: builder,
    read: async <Row>({ sql, parameters }: CompiledQuery<Row>) => rows(sql, parameters) as Row[],
    close: async () => {
      connection.close()
    },
  }
}

const builder: Builder = new Kysely<Tables>({
  dialect: {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new CompileOnly(),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  },
})

/** A connection whose commits are synced. Exported for the test that looks at its settings. */
export function openWriter(path: string): Connection {
  const connection = new Database(path)
  try {
    settle(connection, [...everywhere, 'journal_mode = WAL', 'journal_size_limit = 67108864', 'wal_autocheckpoint = 0'])
    const journal = path === memory ? 'memory' : 'wal'
    // On a new file the setting reads FULL until the first statement, whatever it is: read it back after one.
    connection.prepare('select count(*) from sqlite_schema').get()
    demand(connection, { synchronous: 2, journal_mode: journal, foreign_keys: 1, recursive_triggers: 1 })
    return connection
  } catch (error) {
    connection.close()
    throw error
  }
}

function openReader(path: string): Connection {
  const connection = new Database(path, { readonly: true, fileMustExist: true })
  settle(connection, [...everywhere, 'query_only = ON'])
  return connection
}

/** Nothing of a person in temporary files or in freed pages; `insert or replace` must meet the triggers that refuse it. */
const everywhere = [
  'synchronous = FULL',
  'foreign_keys = ON',
  'recursive_triggers = ON',
  'busy_timeout = 5000',
  'trusted_schema = OFF',
  'cell_size_check = ON',
  'secure_delete = ON',
  'temp_store = MEMORY',
]

function settle(connection: Connection, pragmas: readonly string[]): void {
  const version = String(connection.prepare('select sqlite_version()').pluck().get())
  if (isOlder(version)) throw new Error(`SQLite ${version} can corrupt files; ${oldestSafeVersion.join('.')} or newer is needed`)
  for (const pragma of pragmas) connection.pragma(pragma)
}

function isOlder(version: string): boolean {
  const parts = version.split('.').map(Number)
  const differing = oldestSafeVersion.findIndex((least, index) => parts[index] !== least)
  return differing !== -1 && (parts[differing] ?? 0) < oldestSafeVersion[differing]!
}

function demand(connection: Connection, settings: { readonly [pragma: string]: number | string }): void {
  for (const [pragma, wanted] of Object.entries(settings)) {
    const found = connection.pragma(pragma, { simple: true })
    if (found !== wanted)
      throw new Error(`SQLite setting ${pragma} is ${String(found)} instead of ${wanted}: the file is not safe`)
  }
}

/**
 * Keeps other processes out. The lock is one of the operating system, on a file beside the database, so that it ends with the process
 * however that ends; the file with the number of the process only serves the wording.
 */
async function holdFile(path: string, patience: number): Promise<Connection> {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  const lock = new Database(`${path}.lock`, { timeout: 0 })
  const until = Date.now() + patience
  for (;;) {
    try {
      lock.exec('BEGIN EXCLUSIVE')
      writeFileSync(`${path}.pid`, String(process.pid))
      return lock
    } catch (error) {
      if (Date.now() < until && isBusy(error)) {
        await pause(20)
        continue
      }
      lock.close()
      throw isBusy(error) ? new StoreInUse(`${holderOf(path)} has ${path} open; only one process may write to it`) : error
    }
  }
}

function holderOf(path: string): string {
  try {
    return `Process ${readFileSync(`${path}.pid`, 'utf8')}`
  } catch {
    return 'Another process' // It holds the lock and has not written its number yet.
  }
}

/** Runs `work` in one transaction on the writing connection, before the first change. */
async function alter<T>(connection: Connection, work: (schema: Schema<'sqlite'>) => Promise<T>): Promise<T> {
  const shared = { prepare: (text: string) => connection.prepare<unknown[]>(text), close: () => {} }
  const db = new Kysely<unknown>({ dialect: new SqliteDialect({ database: shared }) })
  await sql`begin immediate`.execute(db)
  try {
    const result = await work({ db, dialect: 'sqlite' })
    await sql`commit`.execute(db)
    return result
  } catch (error) {
    if (connection.inTransaction) connection.exec('rollback')
    throw error
  }
}

/** Writes a group in one transaction, each change in a savepoint of its own, so that a bad one does not sink its neighbours. */
function groupWriter(connection: Connection, afterwards: () => void): (changes: readonly Change[]) => readonly Outcome[] {
  const run = runOn(connection)
  let broken: Error | null = null

  function write(change: Change): Outcome {
    run('savepoint one_change', [])
    const outcome = outcomeOf(change, run)
    if (!isWritten(outcome)) run('rollback to one_change', [])
    run('release one_change', [])
    return outcome
  }

  function commitAll(): void {
    try {
      run('commit', [])
    } catch (error) {
      if (isFull(error)) throw error
      broken = new UnknownOutcome(`The disk failed while committing (${String(error)}); reopen the store`, { cause: error })
      throw broken
    }
  }

  return (changes) => {
    // What a failed sync left behind is only known after the file was opened anew.
    if (broken !== null) throw broken
    try {
      run('begin immediate', [])
      const outcomes = changes.map(write)
      commitAll()
      afterwards()
      return outcomes
    } catch (error) {
      if (connection.inTransaction) run('rollback', [])
      throw isFull(error) ? new StoreFull('No room left on the disk; nothing was written', { cause: error }) : error
    }
  }
}

/** Throws where the whole group is lost. */
function outcomeOf(change: Change, run: Run): Outcome {
  let index = 0
  try {
    for (const { sql, parameters, rows } of change) {
      const changed = run(sql, parameters)
      if (rows !== undefined && changed !== rows) return { ok: false, statement: index, rows: changed }
      index += 1
    }
    return { ok: true }
  } catch (error) {
    if (isTaken(error)) return { ok: false, statement: index, rows: 0 }
    if (isOfTheFile(error) || !(error instanceof Error)) throw error
    return error
  }
}

const isWritten = (outcome: Outcome): boolean => !(outcome instanceof Error) && outcome.ok

/** Carries the write-ahead log over into the file when it is long, after the callers were answered and without making a reader wait. */
function checkpointer(connection: Connection): () => void {
  const measure = connection.prepare<[], { log: number; checkpointed: number }>('pragma wal_checkpoint(NOOP)')
  let planned = false
  return () => {
    const { log, checkpointed } = measure.get()!
    if (planned || log - checkpointed <= pagesToCheckpoint) return
    planned = true
    setImmediate(() => {
      planned = false
      if (connection.open) connection.pragma('wal_checkpoint(PASSIVE)')
    })
  }
}

/** How many rows a statement changed, or found. */
function runOn(connection: Connection): Run {
  const prepared = bounded((text: string) => connection.prepare<unknown[]>(text))
  return (text, parameters) => {
    const statement = prepared(text)
    return statement.reader ? statement.all(...parameters).length : statement.run(...parameters).changes
  }
}

function rowsOn(connection: Connection): Rows {
  const prepared = bounded((text: string) => connection.prepare<unknown[]>(text))
  return (text, parameters) => prepared(text).all(...parameters)
}

const codeOf = (error: unknown): string => (error instanceof Database.SqliteError ? error.code : '')
const isTaken = (error: unknown): boolean => /^SQLITE_CONSTRAINT_(?:UNIQUE|PRIMARYKEY|ROWID)$/.test(codeOf(error))
const isFull = (error: unknown): boolean => codeOf(error) === 'SQLITE_FULL'
const isBusy = (error: unknown): boolean => codeOf(error).startsWith('SQLITE_BUSY')
/** Not the fault of one change: disk, memory or the file itself. */
const isOfTheFile = (error: unknown): boolean =>
  /^SQLITE_(?:FULL|IOERR|CORRUPT|NOTADB|NOMEM|READONLY|CANTOPEN|BUSY|INTERRUPT|PROTOCOL)/.test(codeOf(error))
