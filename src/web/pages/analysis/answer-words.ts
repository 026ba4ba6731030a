// An answer in words, as it stands beside its question.
import type { Answer } from '../../../domain/answers.ts'
import type { Item, NumberItem } from '../../../domain/instrument.ts'
import type { Language } from '../../../domain/words.ts'
import { plainNumber, shortDate } from '../../text/dates.ts'

const fixed = {
  nl: {
    yes: 'Ja',
    no: 'Nee',
    notAsked: 'niet gevraagd',
    unknown: 'onbekend',
    declined: 'wil niet antwoorden',
    none: 'geen van deze',
  },
  en: { yes: 'Yes', no: 'No', notAsked: 'not asked', unknown: 'unknown', declined: 'declines to answer', none: 'none of these' },
} as const

export function answerWords(item: Item, answer: Answer, language: Language): string {
  const say = fixed[language]
  if (answer.is !== 'given') return say[answer.is]
  const { value } = answer
  if (item.kind === 'yesNo') return value === 'yes' ? say.yes : say.no
  if (item.kind === 'choice' && typeof value === 'string') return optionWords(item.options, value, language)
  if (item.kind === 'multipleChoice' && Array.isArray(value))
    return value.length === 0 ? say.none : value.map((code) => optionWords(item.options, String(code), language)).join(', ')
  if (item.kind === 'number')
    return typeof value === 'number'
      ? `${plainNumber(value, language)} ${shortUnit(item, language)}`
      : optionWords(item.instead ?? [], String(value), language)
  if (item.kind === 'date' && typeof value === 'string') return shortDate(value, language)
  if (typeof value === 'object' && 'systolic' in value) return `${value.systolic}/${value.diastolic}`
  if (Array.isArray(value)) return value.map((score) => score ?? '-').join(' ')
  return String(value)
}

/** `s` in a column of figures; any other unit is said in full. */
export const shortUnit = ({ unit }: NumberItem, language: Language): string => (unit.en === 'seconds' ? 's' : unit[language])

const optionWords = (
  options: readonly { readonly code: string; readonly words: { nl: string; en: string } }[],
  code: string,
  language: Language,
): string => options.find((option) => option.code === code)?.words[language] ?? code
