// Settings: what a coalition may change, each with its bounds (a schema), its default, its source and its words.
import * as z from 'zod'
import type { Checked } from './fault.ts'
import { parsedBy } from './fault-words.ts'
import type { Provenance, Row } from './provenance.ts'
import type { Words } from './words.ts'

export type Setting<Schema extends z.ZodType = z.ZodType> = Provenance & {
  readonly schema: Schema
  readonly default: z.output<Schema>
  readonly words: Words
}

export type SettingRow = Row & { readonly words: Words; readonly default: unknown }

/** Keeps schema and default of one setting in step. */
export const setting = <Schema extends z.ZodType>(
  schema: Schema,
  byDefault: z.output<Schema>,
  from: Provenance,
  words: Words,
): Setting<Schema> => ({ schema, default: byDefault, ...from, words })

type SchemaShape<Table> = { [Key in keyof Table]: Table[Key] extends Setting<infer Schema> ? z.ZodDefault<Schema> : never }

/** One strict schema of the whole table: a key left out takes its default, an unknown key is a fault. */
export function schemaOf<Table extends { readonly [key: string]: Setting }>(table: Table) {
  const withDefault = ({ schema, default: byDefault }: Setting) => schema.default(byDefault as never)
  const shape = Object.fromEntries(Object.entries(table).map(([key, one]) => [key, withDefault(one)]))
  // fromEntries forgets which key has which schema; the table knows.
  return z.strictObject(shape as SchemaShape<Table>)
}

export const rowsOf = (table: { readonly [key: string]: Setting }): SettingRow[] =>
  Object.entries(table).map(([id, one]) => ({
    id,
    source: one.source,
    status: one.status,
    words: one.words,
    default: one.default,
  }))

/** `given` parsed by `schema`, or every fault in it with its place. */
export const parseWith = <Schema extends z.ZodType>(schema: Schema, given: unknown): Checked<z.output<Schema>> =>
  parsedBy(schema, given, (key) => ({ nl: `"${key}" is geen bekende instelling`, en: `"${key}" is not a known setting` }))

export const eachOnce: { params: Words } = {
  params: { nl: 'Elke waarde mag hier één keer staan', en: 'Each value may stand here once' },
}

/** A list of distinct values, at least `least` of them. */
export const listOf = <Item extends z.ZodType>(item: Item, least: number, most: number) =>
  z
    .array(item)
    .min(least)
    .max(most)
    .refine((list) => new Set(list.map((one) => JSON.stringify(one))).size === list.length, eachOnce)
