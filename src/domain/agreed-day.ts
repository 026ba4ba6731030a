// Agreed days: until when something waits, and when it begins. A day that cannot be meant is refused in words.
import { addPeriod, type IsoDate } from './calendar.ts'
import { dayWords } from './day-words.ts'
import type { Refusal } from './result.ts'

/** What is agreed for later than this is forgotten; our own choice. */
const mostMonths = 12

/** Null when the older adult can be asked again on `day`. */
export function whyNotParkedUntil(day: IsoDate, today: IsoDate): Refusal | null {
  if (day <= today) return dayPassed(day)
  const last = addPeriod(today, mostMonths, 'months')
  return day > last ? dayTooFar('parkUntilTooFar', day, last) : null
}

type When = { readonly occurredOn: IsoDate; readonly today: IsoDate }

/** Null when a programme that is paused on `occurredOn` can go on on `day`. */
export function whyNotPausedUntil(day: IsoDate, { occurredOn, today }: When): Refusal | null {
  if (day < occurredOn) return endsBeforeItBegins(day, occurredOn)
  const last = addPeriod(today, mostMonths, 'months')
  return day > last ? dayTooFar('pauseTooLong', day, last) : null
}

/** Null when what is planned on `occurredOn` can begin on `day`. */
export function whyNotStartOn(day: IsoDate, { occurredOn, today }: When): Refusal | null {
  if (day < occurredOn) return startsBeforePlanned(day, occurredOn)
  const last = addPeriod(today, mostMonths, 'months')
  return day > last ? dayTooFar('startTooFar', day, last) : null
}

const dayPassed = (day: IsoDate): Refusal => ({
  code: 'parkUntilPassed',
  words: {
    nl: `${dayWords(day, 'nl')} is al geweest of is vandaag. Spreek een latere dag af.`,
    en: `${dayWords(day, 'en')} has been or is today. Agree on a later day.`,
  },
})
const dayTooFar = (code: string, day: IsoDate, last: IsoDate): Refusal => ({
  code,
  words: {
    nl: `${dayWords(day, 'nl')} is verder weg dan een jaar. Spreek een dag af tot en met ${dayWords(last, 'nl')}.`,
    en: `${dayWords(day, 'en')} is more than a year away. Agree on a day up to and including ${dayWords(last, 'en')}.`,
  },
})
const endsBeforeItBegins = (day: IsoDate, from: IsoDate): Refusal => ({
  code: 'pauseEndsBefore',
  words: {
    nl: `De pauze begint op ${dayWords(from, 'nl')} en kan niet op ${dayWords(day, 'nl')} voorbij zijn.`,
    en: `The pause begins on ${dayWords(from, 'en')} and cannot be over on ${dayWords(day, 'en')}.`,
  },
})
const startsBeforePlanned = (day: IsoDate, from: IsoDate): Refusal => ({
  code: 'startsBeforePlanned',
  words: {
    nl: `Op ${dayWords(from, 'nl')} is geen start op ${dayWords(day, 'nl')} meer te plannen. Is de eerste bijeenkomst geweest, leg die dan vast.`,
    en: `On ${dayWords(from, 'en')} no start on ${dayWords(day, 'en')} can be planned any more. If the first session has been, record that.`,
  },
})
