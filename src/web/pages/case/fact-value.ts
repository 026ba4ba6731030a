// The value of a fact as somebody types or reads it. Whether it is possible is for the server.
import type { FactDefinition } from '../../../domain/facts.ts'
import type { Language } from '../../../domain/words.ts'

/** Null: this cannot be read as a value of this kind. */
export function valueFrom(fact: FactDefinition, typed: string): { readonly value: unknown } | null {
  const text = typed.trim()
  if (text === '') return null
  if (text === 'unknown') return { value: text }
  switch (fact.kind) {
    case 'yesNo':
    case 'choice':
      return { value: text }
    case 'codes':
      return { value: [text] }
    case 'number':
      if (text === fact.orWord) return { value: text }
      return /^\d+(?:[.,]\d+)?$/.test(text) ? { value: Number(text.replace(',', '.')) } : null
    case 'bloodPressures': {
      const numbers = text.match(/\d+/g)?.map(Number) ?? []
      const [a, b, c, d] = numbers
      return numbers.length === 4
        ? {
            value: [
              [a, b],
              [c, d],
            ],
          }
        : null
    }
  }
}

/** `140/80, 120/70`, `5,2 seconden`, `ja`. */
export function textOfValue(
  fact: FactDefinition,
  value: unknown,
  language: Language,
  t: { readonly yes: string; readonly no: string; readonly unknown: string },
): string {
  if (value === undefined || value === null || value === 'unknown') return t.unknown
  if (value === 'yes') return t.yes
  if (value === 'no') return t.no
  if (typeof value === 'number') {
    const number = language === 'nl' ? String(value).replace('.', ',') : String(value)
    return fact.kind === 'number' ? `${number} ${fact.unit[language]}` : number
  }
  if (Array.isArray(value)) return value.map((one) => (Array.isArray(one) ? one.join('/') : String(one))).join(', ')
  return fact.says[String(value)]?.[language] ?? String(value)
}
