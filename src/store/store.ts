// The store: what the house asks of a database. A change is plain data and is written whole or not at all.
import type { Compilable, CompiledQuery, Kysely } from 'kysely'
import type { Refusal } from '../domain/result.ts'
import type { Tables } from './tables.ts'

/** `rows`: how many rows it must change; absent: any number. */
export type Statement = {
  readonly sql: string
  readonly parameters: readonly unknown[]
  readonly rows?: number
  /** What somebody is told when it met another number of rows. */
  readonly otherwise?: Refusal
}

/** Run in order, in one transaction. The first should take the lock that matters: the guarded move of a case. */
export type Change = readonly Statement[]

/**
 * Refused: `statement` (from 0) met another number of rows than it must, `rows`, and nothing was written. A row that exists already
 * (a unique key) counts as a lost race: `rows` is 0.
 */
export type Committed = { readonly ok: true } | { readonly ok: false; readonly statement: number; readonly rows: number }

/** The commit itself failed: the change may or may not be there. Repeat it with the same idempotency key. */
export class UnknownOutcome extends Error {
  override readonly name = 'UnknownOutcome'
}

/** No room left to write in; nothing was written. Reading still works. */
export class StoreFull extends Error {
  override readonly name = 'StoreFull'
}

/** Another process has this store open for writing. */
export class StoreInUse extends Error {
  override readonly name = 'StoreInUse'
}

/** Only compiles; asked to run a query it throws. */
export type Builder = Kysely<Tables>

export type Reader = {
  readonly build: Builder
  /** Sees every change that was acknowledged before. Bytes come back as Uint8Array. */
  read<Row>(query: CompiledQuery<Row>): Promise<Row[]>
  close(): Promise<void>
}

export type Store = Reader & {
  /** Resolves when the change is on disk. Throws `UnknownOutcome`, `StoreFull`, or on a mistake (a broken reference, a wrong type). */
  commit(change: Change): Promise<Committed>
}

export function statement(query: Compilable, rows?: number): Statement {
  const { sql, parameters } = query.compile()
  return rows === undefined ? { sql, parameters } : { sql, parameters, rows }
}
