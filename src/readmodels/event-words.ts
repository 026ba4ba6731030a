// The sentences that a timeline says about what happened.
import type { ActedOnFlag } from '../domain/commands.ts'
import { dayWords } from '../domain/day-words.ts'
import type { Words } from '../domain/words.ts'

type ByCode = { readonly [code: string]: Words | undefined }
const onDay = (day: string, nl: (day: string) => string, en: (day: string) => string): Words => ({
  nl: nl(dayWords(day, 'nl')),
  en: en(dayWords(day, 'en')),
})

export const said = {
  risk: (level: Words): Words => ({ nl: `Uitslag: ${level.nl}`, en: `Result: ${level.en}` }),
  own: { nl: 'Oefent zelf, zonder opdracht', en: 'Exercises without an assignment' },
  goal: (goal: string): Words => ({ nl: `Doel: “${goal}”`, en: `Goal: “${goal}”` }),
  deviation: (reason: string): Words => ({
    nl: `Anders gekozen dan het voorstel: ${reason}`,
    en: `Chosen otherwise than proposed: ${reason}`,
  }),
  corrected: (fact: string, before: string, after: string): Words => ({
    nl: `${fact}: was ${before}, is nu ${after}`,
    en: `${fact}: was ${before}, is now ${after}`,
  }),
  why: (reason: string): Words => ({ nl: `Waarom: ${reason}`, en: `Why: ${reason}` }),
  starts: (day: string): Words =>
    onDay(
      day,
      (on) => `Begint op ${on}`,
      (on) => `Starts on ${on}`,
    ),
  until: (day: string): Words =>
    onDay(
      day,
      (on) => `Tot en met ${on}`,
      (on) => `Up to and including ${on}`,
    ),
  askedAgain: (day: string): Words =>
    onDay(
      day,
      (on) => `Wij vragen het opnieuw op ${on}`,
      (on) => `Asked again on ${on}`,
    ),
  present: { nl: 'Was er', en: 'Was there' },
  absent: { nl: 'Was er niet', en: 'Was not there' },
  falls: (n: number): Words =>
    n === 0
      ? { nl: 'Niet gevallen', en: 'No fall' }
      : { nl: `${n} keer gevallen`, en: n === 1 ? 'Fell once' : `Fell ${n} times` },
  dose: (attended: number, planned: number): Words =>
    attended > planned
      ? {
          nl: `Was bij ${attended} bijeenkomsten; er waren er ${planned} gepland`,
          en: `Was at ${attended} sessions; ${planned} were planned`,
        }
      : { nl: `Was bij ${attended} van de ${planned} bijeenkomsten`, en: `Was at ${attended} of the ${planned} sessions` },
  unknown: { nl: 'niet bekend', en: 'not known' },
  yes: { nl: 'ja', en: 'yes' },
  no: { nl: 'nee', en: 'no' },
  injury: {
    yes: { nl: 'Met letsel', en: 'With an injury' },
    no: { nl: 'Zonder letsel', en: 'Without injury' },
    unknown: { nl: 'Of er letsel was, is niet bekend', en: 'Whether there was an injury is not known' },
  } as ByCode,
  exercises: {
    yes: { nl: 'Beweegt nog elke week', en: 'Still exercises every week' },
    no: { nl: 'Beweegt niet meer elke week', en: 'No longer exercises every week' },
    unknown: { nl: 'Of er nog bewogen wordt, is niet bekend', en: 'Whether exercise goes on is not known' },
  } as ByCode,
  outcome: {
    goalReached: { nl: 'Het doel is bereikt', en: 'The goal was reached' },
    plateau: { nl: 'Het blijft gelijk', en: 'It stays the same' },
    unmetNeed: { nl: 'Er is nog iets nodig', en: 'Something is still needed' },
  } as ByCode,
  closed: {
    advised: { nl: 'Er is advies gegeven', en: 'Advice was given' },
    completed: { nl: 'Alles is gedaan', en: 'Everything was done' },
    noContact: { nl: 'Er was geen contact meer te krijgen', en: 'No contact could be made any more' },
    other: { nl: 'Om een andere reden', en: 'For another reason' },
  } as ByCode,
} as const

export const actedWords: { readonly [acted in ActedOnFlag]: Words } = {
  gpCalled: { nl: 'De huisarts is gebeld', en: 'The GP was called' },
  assessedAlready: { nl: 'De huisarts had dit al beoordeeld', en: 'The GP had assessed this already' },
  gpNotReached: { nl: 'De huisarts was niet bereikbaar', en: 'The GP could not be reached' },
}
