// Settings: what a coalition may change, each with its bounds (a schema), its default, its source and its words.
import * as z from 'zod'
import { type Checked, type Fault, pointerTo } from './fault.ts'
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
export function parseWith<Schema extends z.ZodType>(schema: Schema, given: unknown): Checked<z.output<Schema>> {
  const parsed = schema.safeParse(given)
  const faults = [...(parsed.error?.issues.flatMap(faultsOf) ?? []), ...forgedKeys(given, '', 8)]
  if (parsed.success && faults.length === 0) return { ok: true, value: parsed.data }
  return {
    ok: false,
    faults: faults.filter(({ at, code }, index) => faults.findIndex((one) => one.at === at && one.code === code) === index),
  }
}

/** A schema of free keys passes over `__proto__`; here nothing is passed over. */
function forgedKeys(given: unknown, at: string, depth: number): Fault[] {
  if (typeof given !== 'object' || given === null || depth === 0) return []
  return Object.entries(given).flatMap(([key, value]) =>
    key === '__proto__' ? [unknownKey(at, key)] : forgedKeys(value, at + pointerTo(key), depth - 1),
  )
}

const unknownKey = (at: string, key: string): Fault => ({
  at: at + pointerTo(key),
  code: 'unrecognized_keys',
  words: { nl: `"${key}" is geen bekende instelling`, en: `"${key}" is not a known setting` },
})

type Issue = z.core.$ZodIssue

function faultsOf(issue: Issue): Fault[] {
  const at = issue.path.map((step) => pointerTo(String(step))).join('')
  if (issue.code !== 'unrecognized_keys') return [{ at, code: issue.code, words: wordsOf(issue) }]
  return issue.keys.map((key) => unknownKey(at, key))
}

const kinds: { readonly [expected: string]: Words } = {
  string: { nl: 'tekst', en: 'text' },
  number: { nl: 'een getal', en: 'a number' },
  int: { nl: 'een heel getal', en: 'a whole number' },
  boolean: { nl: 'ja of nee (true of false)', en: 'yes or no (true or false)' },
  array: { nl: 'een lijst', en: 'a list' },
  object: { nl: 'een groep van velden', en: 'a group of fields' },
  record: { nl: 'een groep van velden', en: 'a group of fields' },
}
const anotherKind: Words = { nl: 'een waarde van een ander soort', en: 'a value of another kind' }

function wordsOf(issue: Issue): Words {
  switch (issue.code) {
    case 'invalid_type': {
      const kind = kinds[issue.expected] ?? anotherKind
      return { nl: `Hier hoort ${kind.nl} te staan`, en: `This must be ${kind.en}` }
    }
    case 'too_small':
      return boundWords(issue.origin, String(issue.minimum), { nl: 'minstens', en: 'at least' })
    case 'too_big':
      return boundWords(issue.origin, String(issue.maximum), { nl: 'hoogstens', en: 'at most' })
    case 'not_multiple_of':
      return { nl: `Dit moet een veelvoud van ${issue.divisor} zijn`, en: `This must be a multiple of ${issue.divisor}` }
    case 'invalid_value': {
      const values = issue.values.map(String).join(', ')
      return { nl: `Dit moet een van deze zijn: ${values}`, en: `This must be one of: ${values}` }
    }
    case 'invalid_format':
      return {
        nl: `Dit heeft niet de vorm die hier hoort (${issue.format})`,
        en: `This does not have the form asked for (${issue.format})`,
      }
    case 'custom':
      return customWords(issue)
    default:
      return { nl: 'Deze waarde kan hier niet', en: 'This value is not possible here' }
  }
}

function boundWords(origin: string, bound: string, side: Words): Words {
  if (origin === 'string') return { nl: `Aantal tekens: ${side.nl} ${bound}`, en: `Number of characters: ${side.en} ${bound}` }
  if (origin === 'array') return { nl: `Aantal onderdelen: ${side.nl} ${bound}`, en: `Number of items: ${side.en} ${bound}` }
  return { nl: `Dit moet ${side.nl} ${bound} zijn`, en: `This must be ${side.en} ${bound}` }
}

/** A refinement brings its own words as `params`. */
function customWords(issue: Extract<Issue, { code: 'custom' }>): Words {
  const given = issue.params as Partial<Words> | undefined
  return { nl: given?.nl ?? 'Deze waarde kan hier niet', en: given?.en ?? 'This value is not possible here' }
}

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
