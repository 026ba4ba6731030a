// Conditions in words, so that a clinician can read a table without reading code.
import type { Condition, Leaf } from './condition.ts'
import type { FactDefinition } from './facts.ts'
import type { Language } from './words.ts'

const say = {
  all: { nl: 'en', en: 'and' },
  any: { nl: 'of', en: 'or' },
  not: { nl: 'niet', en: 'not' },
  known: { nl: 'is ingevuld', en: 'is filled in' },
  always: { nl: 'altijd', en: 'always' },
  yes: { nl: 'ja', en: 'yes' },
  no: { nl: 'nee', en: 'no' },
} as const

export type Reader = (condition: Condition | null | undefined) => string

/** Reads conditions with the names of `definitions`; a condition without parts, or none at all, is "always". */
export function conditionReader(definitions: readonly FactDefinition[], language: Language): Reader {
  const names = new Map(definitions.map((definition) => [definition.id, definition.name[language]]))
  const value = (one: string | number) => (one === 'yes' || one === 'no' ? say[one][language] : String(one))
  const leaf = (one: Leaf): string => {
    const name = names.get(one.fact) ?? one.fact
    if ('known' in one) return `${name} ${say.known[language]}`
    if ('is' in one) return `${name} = ${value(one.is)}`
    if ('in' in one) return `${name} = ${one.in.map(value).join(` ${say.any[language]} `)}`
    if ('atLeast' in one) return `${name} ≥ ${one.atLeast}`
    return 'over' in one ? `${name} > ${one.over}` : `${name} < ${one.below}`
  }
  const read = (condition: Condition, inside: boolean): string => {
    if ('not' in condition) return `${say.not[language]} (${read(condition.not, false)})`
    if (!('all' in condition) && !('any' in condition)) return leaf(condition)
    const [parts, joint] = 'all' in condition ? [condition.all, say.all] : [condition.any, say.any]
    const text = parts.map((part) => read(part, true)).join(` ${joint[language]} `)
    return inside && parts.length > 1 ? `(${text})` : text
  }
  return (condition) =>
    condition === null || condition === undefined || ('all' in condition && condition.all.length === 0)
      ? say.always[language]
      : read(condition, false)
}
