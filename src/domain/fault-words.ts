// Words for what a schema finds wrong with something handed in: every fault at once, each with its place and how to mend it.
import type * as z from 'zod'
import { type Checked, type Fault, pointerTo } from './fault.ts'
import type { Words } from './words.ts'

type NameUnknown = (key: string) => Words

const noSuchField: NameUnknown = (key) => ({
  nl: `Het veld "${key}" hoort hier niet. Haal het weg of verbeter de naam.`,
  en: `The field "${key}" does not belong here. Remove it or correct the name.`,
})

/** `given` parsed by `schema`, or every fault in it with its place. */
export function parsedBy<Schema extends z.ZodType>(
  schema: Schema,
  given: unknown,
  nameUnknown: NameUnknown = noSuchField,
): Checked<z.output<Schema>> {
  const parsed = schema.safeParse(given)
  const issues = parsed.error?.issues ?? []
  const faults = [...issues.flatMap((issue) => faultsOf(issue, given, nameUnknown)), ...forgedKeys(given, '', 8, nameUnknown)]
  if (parsed.success && faults.length === 0) return { ok: true, value: parsed.data }
  return {
    ok: false,
    faults: faults.filter(({ at, code }, index) => faults.findIndex((one) => one.at === at && one.code === code) === index),
  }
}

/** A schema of free keys passes over `__proto__`; here nothing is passed over. */
function forgedKeys(given: unknown, at: string, depth: number, nameUnknown: NameUnknown): Fault[] {
  if (typeof given !== 'object' || given === null || depth === 0) return []
  return Object.entries(given).flatMap(([key, value]) =>
    key === '__proto__' ? [unknownKey(at, key, nameUnknown)] : forgedKeys(value, at + pointerTo(key), depth - 1, nameUnknown),
  )
}

/** The name itself may be anything somebody typed: never the whole of it. */
const unknownKey = (at: string, key: string, nameUnknown: NameUnknown): Fault => ({
  at: at + pointerTo(key.slice(0, 100)),
  code: 'unrecognized_keys',
  words: nameUnknown(key.slice(0, 100)),
})

type Issue = z.core.$ZodIssue

function faultsOf(issue: Issue, given: unknown, nameUnknown: NameUnknown): Fault[] {
  const at = issue.path.map((step) => pointerTo(String(step))).join('')
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => unknownKey(at, key, nameUnknown))
  if (valueAt(given, issue.path) === undefined && issue.path.length > 0) return [{ at, code: 'required', words: missing(issue) }]
  return [{ at, code: issue.code, words: wordsOf(issue) }]
}

/** Undefined when nothing stands there. */
const valueAt = (given: unknown, path: Issue['path']): unknown =>
  path.reduce<unknown>(
    (value, step) =>
      typeof value === 'object' && value !== null && Object.hasOwn(value, step)
        ? (value as { [key: PropertyKey]: unknown })[step]
        : undefined,
    given,
  )

function missing(issue: Issue): Words {
  const { nl, en } = wordsOf(issue)
  return { nl: `Dit veld ontbreekt. ${nl}`, en: `This field is missing. ${en}` }
}

const kinds: { readonly [expected: string]: Words } = {
  string: { nl: 'tekst', en: 'text' },
  number: { nl: 'een getal', en: 'a number' },
  int: { nl: 'een heel getal', en: 'a whole number' },
  boolean: { nl: 'ja of nee (true of false)', en: 'yes or no (true or false)' },
  array: { nl: 'een lijst', en: 'a list' },
  object: { nl: 'een groep van velden', en: 'a group of fields' },
  record: { nl: 'een groep van velden', en: 'a group of fields' },
  nonoptional: { nl: 'een waarde', en: 'a value' },
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
    case 'invalid_value':
      return oneOf(issue.values)
    case 'invalid_union':
      return unionWords(issue)
    case 'invalid_format':
      return formatWords(issue)
    case 'custom':
      return customWords(issue)
    default:
      return impossible
  }
}

const impossible: Words = { nl: 'Deze waarde kan hier niet', en: 'This value is not possible here' }

function oneOf(values: readonly unknown[]): Words {
  const list = values.map(String).join(', ')
  return { nl: `Dit moet een van deze zijn: ${list}`, en: `This must be one of: ${list}` }
}

/** Of a choice between shapes: the words that tell them apart; of a choice between values: all of them. */
function unionWords(issue: Extract<Issue, { code: 'invalid_union' }>): Words {
  const { options } = issue as { readonly options?: readonly unknown[] }
  if (Array.isArray(options)) return oneOf(options)
  const inner = issue.errors.map(([first]) => first)
  const values = inner.flatMap((one) => (one?.code === 'invalid_value' ? one.values : []))
  if (values.length === inner.length && values.length > 0) return oneOf(values)
  const each = inner.flatMap((one) => (one === undefined ? [] : [wordsOf(one)]))
  return each.length === 0
    ? impossible
    : { nl: each.map(({ nl }) => nl).join(', of: '), en: each.map(({ en }) => en).join(', or: ') }
}

const formats: { readonly [format: string]: Words } = {
  date: { nl: 'Dit moet een bestaande datum zijn, als 2026-03-12', en: 'This must be a date that exists, as 2026-03-12' },
  datetime: {
    nl: 'Dit moet een tijdstip in UTC zijn, als 2026-03-12T09:30:00Z',
    en: 'This must be an instant in UTC, as 2026-03-12T09:30:00Z',
  },
}

function formatWords({ format, pattern }: Extract<Issue, { code: 'invalid_format' }>): Words {
  const known = formats[format]
  if (known !== undefined) return known
  const shape = pattern ?? format
  return { nl: `Dit heeft niet de vorm die hier hoort (${shape})`, en: `This does not have the form asked for (${shape})` }
}

function boundWords(origin: string, bound: string, side: Words): Words {
  if (origin === 'string') return { nl: `Aantal tekens: ${side.nl} ${bound}`, en: `Number of characters: ${side.en} ${bound}` }
  if (origin === 'array') return { nl: `Aantal onderdelen: ${side.nl} ${bound}`, en: `Number of items: ${side.en} ${bound}` }
  return { nl: `Dit moet ${side.nl} ${bound} zijn`, en: `This must be ${side.en} ${bound}` }
}

/** A refinement brings its own words as `params`. */
function customWords(issue: Extract<Issue, { code: 'custom' }>): Words {
  const given = issue.params as Partial<Words> | undefined
  return { nl: given?.nl ?? impossible.nl, en: given?.en ?? impossible.en }
}
