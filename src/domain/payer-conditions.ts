// Conditions of the payer that hang on dates: at most one programme from the basic insurance (Zvw) in twelve months.
import { addPeriod, type IsoDate } from './calendar.ts'
import { dayWords } from './day-words.ts'
import type { Row } from './provenance.ts'
import type { Words } from './words.ts'

/** Months between the starts of two programmes that the basic insurance pays. */
export const zvwProgrammeTerm: Row & { readonly months: number } = {
  id: 'zvwProgrammeTerm',
  months: 12,
  source: 'S13',
  status: 'read',
}

export type PayerWarning = {
  readonly code: 'zvwOncePerTwelveMonths'
  readonly words: Words
  /** The first day on which the basic insurance pays again. */
  readonly possibleFrom: IsoDate
  readonly alternatives: readonly { readonly code: 'municipality' | 'startLater'; readonly words: Words }[]
}

/**
 * What to say when a Zvw programme is to start on `day` and the previous one started on `previousStart` (null: never). Null when nothing
 * stands in the way. It warns and offers alternatives; it never changes the clinical choice.
 */
export function zvwWarning(previousStart: IsoDate | null, day: IsoDate): PayerWarning | null {
  if (previousStart === null) return null
  const possibleFrom = addPeriod(previousStart, zvwProgrammeTerm.months, 'months')
  if (day >= possibleFrom) return null
  return {
    code: 'zvwOncePerTwelveMonths',
    words: {
      nl: `De basisverzekering betaalt één programma per 12 maanden. Het vorige begon op ${dayWords(previousStart, 'nl')}; vanaf ${dayWords(possibleFrom, 'nl')} kan het weer.`,
      en: `The basic insurance pays one programme per 12 months. The previous one started on ${dayWords(previousStart, 'en')}; from ${dayWords(possibleFrom, 'en')} it is possible again.`,
    },
    possibleFrom,
    alternatives: [
      { code: 'municipality', words: { nl: 'Een programma via de gemeente', en: 'A programme through the municipality' } },
      {
        code: 'startLater',
        words: {
          nl: `Beginnen op of na ${dayWords(possibleFrom, 'nl')}`,
          en: `Start on or after ${dayWords(possibleFrom, 'en')}`,
        },
      },
    ],
  }
}
