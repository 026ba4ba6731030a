// What a kind of database has to offer to be a store.
import type { Kysely } from 'kysely'
import type { Reader, Store } from './store.ts'

/** A connection inside one transaction in which tables may be made and changed; nobody else does so at the same time. */
export type Schema<Dialect extends string> = { readonly db: Kysely<unknown>; readonly dialect: Dialect }

export type Opened<Dialect extends string> = {
  readonly store: Store
  /** All of `work` or nothing. Only before the first change. */
  readonly alter: <T>(work: (schema: Schema<Dialect>) => Promise<T>) => Promise<T>
}

export type DatabaseKind<Dialect extends string> = {
  readonly dialect: Dialect
  readonly answersTo: (url: string) => boolean
  /** `patience`: milliseconds to wait for another process that has the store open for writing. */
  readonly open: (url: string, options?: { readonly patience?: number }) => Promise<Opened<Dialect>>
  readonly openReadOnly: (url: string) => Promise<Reader>
}
