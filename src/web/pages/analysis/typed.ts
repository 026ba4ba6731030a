// Typed answers: how figures, pressures, scores and dates are written here, read and shown.
import type { GivenValue } from '../../../domain/answers.ts'
import type { BloodPressureItem, DateItem, ItemScoresItem, NumberItem, TextItem } from '../../../domain/instrument.ts'
import type { Language } from '../../../domain/words.ts'

export type TypedItem = NumberItem | BloodPressureItem | ItemScoresItem | TextItem | DateItem

export function typedAs(item: TypedItem, value: GivenValue, language: Language): string {
  if (typeof value === 'number') return String(value).replace('.', language === 'nl' ? ',' : '.')
  if (typeof value === 'object' && 'systolic' in value) return `${value.systolic}/${value.diastolic}`
  if (Array.isArray(value)) return value.map((score) => score ?? '-').join(' ')
  if (item.kind === 'date') return value.split('-').reverse().join('-')
  return item.kind === 'number' ? '' : value
}

/** Null when it cannot be read as this kind of answer. Comma and dot both end the whole number. */
export function readAs(item: TypedItem, text: string): GivenValue | null {
  const typed = text.trim()
  switch (item.kind) {
    case 'number':
      return /^-?\d{1,6}(?:[.,]\d{1,4})?$/.test(typed) ? Number(typed.replace(',', '.')) : null
    case 'bloodPressure':
      return pressureIn(typed)
    case 'itemScores':
      return scoresIn(typed, item.count)
    case 'date': {
      const [, day = '', month = '', year] =
        /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})$/.exec(typed) ?? /^(\d\d)(\d\d)(\d{4})$/.exec(typed) ?? []
      return year === undefined ? null : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
    }
    case 'text':
      return typed
  }
}

/** `135/80`, or the digits alone. */
function pressureIn(typed: string): GivenValue | null {
  const [, systolic, diastolic] = /^([12]\d\d|\d\d)\s*[/ -]?\s*(1\d\d|\d\d)$/.exec(typed) ?? []
  return systolic === undefined ? null : { systolic: Number(systolic), diastolic: Number(diastolic) }
}

/** One digit a question, with or without something between them; a stroke where one is missing. */
function scoresIn(typed: string, count: number): GivenValue | null {
  const parts = /[\s,;]/.test(typed) ? typed.split(/[\s,;]+/) : [...typed]
  const scores = parts.map((one) => (one === '-' ? null : Number(one)))
  return scores.length === count && scores.every((one) => one === null || Number.isInteger(one)) ? scores : null
}

/** Nothing more can follow, however one goes on: the field is left without a key. */
export function isWhole(item: TypedItem, text: string): boolean {
  switch (item.kind) {
    case 'bloodPressure':
      return /^[12]\d\d(?:[2-9]\d|1\d\d)$/.test(text)
    case 'itemScores':
      return /^\d+$/.test(text) && text.length === item.count
    case 'date':
      return /^\d{8}$/.test(text)
    case 'number': {
      if (item.decimals > 0) return /^\d{1,6}[.,]\d+$/.test(text) && text.split(/[.,]/)[1]!.length === item.decimals
      return /^\d+$/.test(text) && (/^0/.test(text) || Number(text) * 10 > item.possible.to)
    }
    case 'text':
      return false
  }
}

export const exampleOf = (item: TypedItem): string =>
  item.kind === 'number' ? String(item.plausible.from) : item.kind === 'itemScores' ? '1'.repeat(item.count) : ''
