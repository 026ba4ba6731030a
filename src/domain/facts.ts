// Facts: what a pathway may know of one person, declared once as a table, and the check of facts that come from outside.
import { type Condition, evaluate, isKnown, type Scalar } from './condition.ts'
import { type Checked, type Fault, pointerTo } from './fault.ts'
import type { Row } from './provenance.ts'
import type { Words } from './words.ts'

type Kind =
  | { readonly kind: 'yesNo' }
  | { readonly kind: 'choice'; readonly values: readonly string[] }
  | {
      readonly kind: 'number'
      readonly unit: Words
      readonly min: number
      readonly max: number
      readonly decimals: 0 | 2
      readonly orWord?: string
      readonly overTime?: OverTime
    }
  /** `[[systolic, diastolic], [systolic, diastolic]]` in mmHg: lying, and the lowest standing value. */
  | {
      readonly kind: 'bloodPressures'
      readonly systolic: readonly [number, number]
      readonly diastolic: readonly [number, number]
    }
  | { readonly kind: 'codes'; readonly values: readonly string[] }

/** Of what is measured again and again: how less and more than before read, and which of the two is better. */
export type OverTime = { readonly less: Words; readonly more: Words; readonly better: 'less' | 'more' }

/** One fact: its kind and range with their provenance, what it is called, and how each value reads after "this person". */
export type FactDefinition = Row &
  Kind & {
    readonly required?: true
    /** Absent is not unknown here but nothing (no analysis, no flags), so `unknown` is no value of it. */
    readonly neverUnknown?: true
    readonly name: Words
    readonly says: Says
  }

/** Phrases by value (`yes`, `no`, `unknown`, a code, `unable`); `number` holds `{}` where the number goes. */
export type Says = { readonly [value: string]: Words }

export type FactTable = readonly FactDefinition[]

/** What is so by definition: when `when` holds, `fact` can only be `is`. Anything else is a contradiction, not a level. */
export type FactDefinitionRule = Row & {
  readonly when: Condition
  readonly fact: string
  readonly is: Scalar
  readonly words: Words
}

/** Checked facts: every field has a possible value; an absent field is unknown. */
export type Facts = { readonly [name: string]: unknown }

/** A function that checks facts from outside and names every fault at once. Values are kept as they are. */
export type FactParser = (raw: unknown) => Checked<Facts>

export function factParser(table: FactTable, rules: readonly FactDefinitionRule[]): FactParser {
  const checks = new Map(table.map((definition) => [definition.id, valueCheck(definition)]))
  const required = table.filter((definition) => definition.required)
  const names = table.map((definition) => definition.id)
  /** Runs for every line of a batch: plain loops, and nothing made while nothing is wrong. */
  const fieldFaults = (facts: Facts): Fault[] => {
    let faults = noFaults
    let more = 0
    for (const name in facts) {
      const check = checks.get(name)
      if (faults.length === mostFaults) more += 1
      else {
        const fault = check === undefined ? unknownField(name, names) : check(facts[name])
        if (fault !== null) faults = [...faults, fault]
      }
    }
    return more === 0 ? faults : [...faults, andMore(more)]
  }
  return (raw) => {
    if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) return { ok: false, faults: [notAnObject] }
    const facts = raw as Facts
    const missing = required.filter(({ id }) => !Object.hasOwn(facts, id)).map(missingField)
    const faults = [...fieldFaults(facts), ...missing]
    if (faults.length > 0) return { ok: false, faults }
    const contradictions = rules.filter((rule) => contradicts(rule, facts))
    return contradictions.length === 0 ? { ok: true, value: facts } : { ok: false, faults: contradictions.map(contradiction) }
  }
}

const noFaults: Fault[] = []

/** So many faults are named at most: enough to mend one person's facts, and an answer that stays small whatever comes in. */
const mostFaults = 20

const andMore = (count: number): Fault => ({
  at: '',
  code: 'moreFields',
  words: {
    nl: `Nog ${count} velden zijn niet bekeken; verbeter eerst wat hierboven staat.`,
    en: `${count} more fields were not looked at; mend the ones above first.`,
  },
})

const contradicts = ({ when, fact, is }: FactDefinitionRule, facts: Facts): boolean =>
  isKnown(facts[fact]) && facts[fact] !== is && evaluate(when, facts) === 'yes'

function valueCheck(definition: FactDefinition): (value: unknown) => Fault | null {
  const isValue = valueTest(definition)
  const mayBeUnknown = !definition.required && !definition.neverUnknown
  return (value) => (isValue(value) || (mayBeUnknown && value === 'unknown') ? null : wrongValue(definition, value))
}

function valueTest(definition: FactDefinition): (value: unknown) => boolean {
  switch (definition.kind) {
    case 'yesNo':
      return (value) => value === 'yes' || value === 'no'
    case 'choice': {
      const values = new Set<unknown>(definition.values)
      return (value) => values.has(value)
    }
    case 'number': {
      const { min, max, orWord } = definition
      const parts = definition.decimals === 0 ? 1 : 100
      // Rounding back to the nearest hundredth gives the very number that was typed, or it had more decimals.
      return (value) =>
        typeof value === 'number'
          ? value >= min && value <= max && Math.round(value * parts) / parts === value
          : orWord !== undefined && value === orWord
    }
    case 'bloodPressures':
      return (value) => Array.isArray(value) && value.length === 2 && value.every((pair) => isBloodPressure(pair, definition))
    case 'codes': {
      const values = new Set<unknown>(definition.values)
      return (value) => Array.isArray(value) && value.every((code) => values.has(code))
    }
  }
}

function isBloodPressure(pair: unknown, ranges: Extract<Kind, { kind: 'bloodPressures' }>): boolean {
  const within = (value: unknown, [min, max]: readonly [number, number]) =>
    Number.isInteger(value) && Number(value) >= min && Number(value) <= max
  return Array.isArray(pair) && pair.length === 2 && within(pair[0], ranges.systolic) && within(pair[1], ranges.diastolic)
}

const notAnObject: Fault = {
  at: '',
  code: 'notAnObject',
  words: {
    nl: 'Dit is geen object met gegevens. Geef één object, bijvoorbeeld {"age": 70, "sex": "F"}.',
    en: 'This is not an object with facts. Give one object, for example {"age": 70, "sex": "F"}.',
  },
}

function unknownField(name: string, names: readonly string[]): Fault {
  const near = nearest(name, names)
  const shown = shorten(JSON.stringify(name))
  return {
    at: pointerTo(name.slice(0, 200)),
    code: 'unknownField',
    words: {
      nl: `Het veld ${shown} bestaat niet${near ? `; bedoelt u "${near}"?` : '. Haal het weg of verbeter de naam.'}`,
      en: `There is no field ${shown}${near ? `; did you mean "${near}"?` : '. Remove it or correct the name.'}`,
    },
  }
}

function missingField(definition: FactDefinition): Fault {
  const { nl, en } = expectation(definition)
  return {
    at: pointerTo(definition.id),
    code: 'required',
    words: { nl: `${definition.name.nl} ontbreekt. Vul in: ${nl}.`, en: `${definition.name.en} is missing. Fill in: ${en}.` },
  }
}

function wrongValue(definition: FactDefinition, value: unknown): Fault {
  const shown = shorten(JSON.stringify(value) ?? String(value))
  const { nl, en } = expectation(definition)
  const orLeaveOut =
    definition.required || definition.neverUnknown
      ? { nl: '', en: '' }
      : { nl: ', of laat het veld weg als het onbekend is', en: ', or leave the field out when it is unknown' }
  return {
    at: pointerTo(definition.id),
    code: 'impossibleValue',
    words: {
      nl: `${definition.name.nl}: ${shown} kan niet. Geef ${nl}${orLeaveOut.nl}.`,
      en: `${definition.name.en}: ${shown} is not possible. Give ${en}${orLeaveOut.en}.`,
    },
  }
}

const contradiction = (rule: FactDefinitionRule): Fault => ({
  at: pointerTo(rule.fact),
  code: 'contradiction',
  words: rule.words,
})

/** What a value of this fact looks like, in words. */
function expectation(definition: FactDefinition): Words {
  switch (definition.kind) {
    case 'yesNo':
      return { nl: '"yes" of "no"', en: '"yes" or "no"' }
    case 'choice':
      return listed(definition.values)
    case 'number': {
      const { unit, min, max, decimals, orWord } = definition
      const word = orWord === undefined ? { nl: '', en: '' } : { nl: `, of "${orWord}"`, en: `, or "${orWord}"` }
      return decimals === 0
        ? {
            nl: `een heel getal van ${min} tot en met ${max} (${unit.nl})${word.nl}`,
            en: `a whole number from ${min} to ${max} (${unit.en})${word.en}`,
          }
        : {
            nl: `een getal van ${min} tot en met ${max} (${unit.nl}), met hooguit twee decimalen${word.nl}`,
            en: `a number from ${min} to ${max} (${unit.en}) with at most two decimals${word.en}`,
          }
    }
    case 'bloodPressures': {
      const [lowest, highest] = [definition.systolic, definition.diastolic]
      const ranges = `${lowest[0]}–${lowest[1]} / ${highest[0]}–${highest[1]} mmHg`
      return {
        nl: `[[bovendruk, onderdruk] liggend, [bovendruk, onderdruk] staand] in hele getallen, ${ranges}`,
        en: `[[systolic, diastolic] lying, [systolic, diastolic] standing] in whole numbers, ${ranges}`,
      }
    }
    case 'codes': {
      const codes = listed(definition.values)
      return { nl: `een lijst van codes uit ${codes.nl}`, en: `a list of codes out of ${codes.en}` }
    }
  }
}

function listed(values: readonly string[]): Words {
  const quoted = values.map((value) => `"${value}"`)
  const last = quoted.at(-1) ?? ''
  const first = quoted.slice(0, -1).join(', ')
  return first === '' ? { nl: last, en: last } : { nl: `${first} of ${last}`, en: `${first} or ${last}` }
}

const shorten = (text: string): string => (text.length > 60 ? `${text.slice(0, 57)}…` : text)

/** The name that differs least, when it is one typing error away, or two in a longer name. */
function nearest(name: string, names: readonly string[]): string | undefined {
  if (name.length > 40) return undefined
  const [best] = names
    .map((known) => ({ known, errors: typingErrors(name.toLowerCase(), known.toLowerCase()) }))
    .sort((a, b) => a.errors - b.errors)
  return best !== undefined && best.errors <= (name.length > 5 ? 2 : 1) ? best.known : undefined
}

/** Letters added, left out, replaced or swapped with their neighbour (optimal string alignment distance). */
function typingErrors(a: string, b: string): number {
  const rows = [Array.from({ length: b.length + 1 }, (_, column) => column)]
  for (let row = 1; row <= a.length; row++) {
    const current = [row]
    for (let column = 1; column <= b.length; column++) {
      const [above, left, corner] = [rows[row - 1]![column]!, current[column - 1]!, rows[row - 1]![column - 1]!]
      const same = a[row - 1] === b[column - 1] ? 0 : 1
      const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]
      current.push(
        Math.min(above + 1, left + 1, corner + same, swapped ? rows[row - 2]![column - 2]! + 1 : Number.POSITIVE_INFINITY),
      )
    }
    rows.push(current)
  }
  return rows[a.length]![b.length]!
}
