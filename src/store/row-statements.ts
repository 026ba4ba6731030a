// Statements over whole rows. Their text depends on the columns alone and is kept: building it costs more than running it.
import type { Compilable } from 'kysely'
import type { Builder, Statement } from './store.ts'
import type { Tables } from './tables.ts'

/** More rows at once are rare, and built each time. */
const mostRowsKept = 16

const texts = new WeakMap<Builder, Map<string, string>>()

/** New rows; one that is there already is a lost race. */
export function insertRows<Name extends keyof Tables>(build: Builder, table: Name, rows: readonly Tables[Name][]): Statement {
  const query = (): Compilable => build.insertInto(table).values(rows as never)
  const shape = `insert ${table} ${rows.length} ${Object.keys(rows[0] ?? {}).join()}`
  const parameters = rows.flatMap((row) => Object.values(row))
  return { sql: rows.length > mostRowsKept ? query().compile().sql : textOf(build, shape, query), parameters, rows: rows.length }
}

export const insertRow = <Name extends keyof Tables>(build: Builder, table: Name, row: Tables[Name]): Statement =>
  insertRows(build, table, [row])

/** Nothing where its row, or one with the same key, is there already: that is no lost race. */
export const unlessThere = ({ sql, parameters }: Statement): Statement => ({ sql: `${sql} on conflict do nothing`, parameters })

/** A new row, or in the place of the one with the same `key`. */
export function putRow<Name extends keyof Tables>(
  build: Builder,
  table: Name,
  key: keyof Tables[Name] & string,
  row: Tables[Name],
): Statement {
  const { [key]: _, ...rest } = row
  const sql = textOf(build, `put ${table} ${Object.keys(row).join()}`, () =>
    build
      .insertInto(table)
      .values(row as never)
      .onConflict((conflict) => conflict.column(key as never).doUpdateSet(rest as never)),
  )
  return { sql, parameters: [...Object.values(row), ...Object.values(rest)], rows: 1 }
}

/** The text of `query`, built once for each `shape`; the caller hands the parameters over in the order of the text. */
export function textOf(build: Builder, shape: string, query: () => Compilable): string {
  let known = texts.get(build)
  if (known === undefined) {
    known = new Map()
    texts.set(build, known)
  }
  let text = known.get(shape)
  if (text === undefined) {
    text = query().compile().sql
    known.set(shape, text)
  }
  return text
}
