// Days as an older adult says them: with the day of the week, and the year only where it is not this one.
import type { IsoDate } from '../domain/calendar.ts'
import { dayWords } from '../domain/day-words.ts'
import type { Language } from '../domain/words.ts'

const weekdays: { readonly [language in Language]: readonly string[] } = {
  nl: 'maandag dinsdag woensdag donderdag vrijdag zaterdag zondag'.split(' '),
  en: 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split(' '),
}

/** `maandag 7 december`; `today` null: always with the year. */
export function longDay(day: IsoDate, language: Language, today: IsoDate | null): string {
  const words = dayWords(day, language)
  const weekday = weekdays[language][Temporal.PlainDate.from(day).dayOfWeek - 1]
  return `${weekday} ${today?.slice(0, 4) === day.slice(0, 4) ? words.replace(/ \d{4}$/, '') : words}`
}
