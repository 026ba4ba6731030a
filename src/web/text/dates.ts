// Dates and numbers as people here write them, in the time of the region whatever the computer is set to.
import type { Language } from '../../domain/words.ts'

const zone = 'Europe/Amsterdam'
const tag = { nl: 'nl-NL', en: 'en-GB' } as const

/** Making a formatter costs more than a hundred uses of it. */
const made = new Map<string, Intl.DateTimeFormat>()
function formatOf(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const name = `${locale} ${JSON.stringify(options)}`
  const known = made.get(name) ?? new Intl.DateTimeFormat(locale, options)
  made.set(name, known)
  return known
}

/** `3-8-2026`, or `3 Aug 2026`. Takes a day or an instant. */
export const shortDate = (at: string, language: Language): string =>
  formatOf(
    tag[language],
    language === 'nl'
      ? { day: 'numeric', month: 'numeric', year: 'numeric', timeZone: zone }
      : { day: 'numeric', month: 'short', year: 'numeric', timeZone: zone },
  ).format(new Date(at))

/** `3 aug`, or in full `3 augustus`; with the year when it is not that of `today`. */
export const dayMonth = (at: string, today: string, language: Language, full = false): string =>
  new Intl.DateTimeFormat(tag[language], {
    day: 'numeric',
    month: full ? 'long' : 'short',
    ...(at.slice(0, 4) === today.slice(0, 4) ? {} : { year: 'numeric' }),
    timeZone: zone,
  }).format(new Date(at))

/** `maandag 3 augustus 2026`. */
export const longDate = (at: string, language: Language): string =>
  formatOf(tag[language], {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: zone,
  }).format(new Date(at))

export const clockTime = (at: string | Date, language: Language): string =>
  formatOf(tag[language], { hour: '2-digit', minute: '2-digit', timeZone: zone }).format(new Date(at))

export const plainNumber = (value: number, language: Language): string =>
  new Intl.NumberFormat(tag[language], { maximumFractionDigits: 1 }).format(value)

/** `12,50`; in euro cents. */
export const euros = (cents: number, language: Language): string =>
  new Intl.NumberFormat(tag[language], { style: 'currency', currency: 'EUR' }).format(cents / 100)

/** Whole calendar days from `from` to `to`; both a day or an instant. */
export const daysFrom = (from: string, to: string): number =>
  Math.round((Date.parse(dayIn(to)) - Date.parse(dayIn(from))) / 86_400_000)

/** The day of an instant where the pathway lives. */
const dayIn = (at: string): string => (at.length === 10 ? at : formatOf('en-CA', { timeZone: zone }).format(new Date(at)))
