// Days in words: `19 januari 2026`, as people write them.
import type { IsoDate } from './calendar.ts'
import type { Language } from './words.ts'

const months: { readonly [language in Language]: readonly string[] } = {
  nl: 'januari februari maart april mei juni juli augustus september oktober november december'.split(' '),
  en: 'January February March April May June July August September October November December'.split(' '),
}

export function dayWords(day: IsoDate, language: Language): string {
  const [year, month, date] = day.split('-').map(Number)
  return `${date} ${months[language][month! - 1]} ${year}`
}
