// Unmet need: nothing local fits, or not in time. What is said of a list of matches, and the reasons under which a gap is counted.
import type { Match } from './matching.ts'
import type { Words } from './words.ts'

export const unmetReasons = ['noOffer', 'nothingFits', 'full', 'waitTooLong', 'noAnswer', 'tooFar', 'tooExpensive'] as const
export type UnmetReason = (typeof unmetReasons)[number]

export const unmetReasonWords: { readonly [reason in UnmetReason]: Words } = {
  noOffer: { nl: 'er is hier geen aanbod', en: 'there is no offer here' },
  nothingFits: { nl: 'het aanbod past niet bij deze persoon', en: 'the offers do not fit this person' },
  full: { nl: 'er is geen plaats', en: 'there is no place' },
  waitTooLong: { nl: 'de wachttijd is langer dan de norm', en: 'the wait exceeds the norm' },
  noAnswer: { nl: 'de aanbieder antwoordde niet', en: 'the provider did not answer' },
  tooFar: { nl: 'te ver weg', en: 'too far away' },
  tooExpensive: { nl: 'te duur', en: 'too expensive' },
}

/** `weeks`: until the first place there is; null when there is none. */
export type UnmetNeed = { readonly code: string; readonly reason: UnmetReason; readonly weeks: number | null }

/** One for each case, code and reason, however often it is met. */
export const unmetNeedId = (caseId: string, { code, reason }: Pick<UnmetNeed, 'code' | 'reason'>): string =>
  `${caseId}.${code}.${reason}`

/** What these matches leave unmet; null when something fits in time, or may. `waitTooLong`: something fits, and every wait is too long. */
export function unmetBy(code: string, matches: readonly Match[]): UnmetNeed | null {
  const fitting = matches.filter(({ fits }) => fits !== 'no')
  if (fitting.length > 0) {
    if (fitting.some(({ withinNorm }) => withinNorm !== 'no')) return null
    const days = Math.min(...fitting.map(({ waitDays }) => waitDays ?? Number.POSITIVE_INFINITY))
    return { code, reason: 'waitTooLong', weeks: Number.isFinite(days) ? Math.ceil(days / 7) : null }
  }
  return { code, reason: reasonFor(matches), weeks: null }
}

const absent = new Set(['notYetValid', 'noLongerValid', 'area'])

/** Full only where a place is all that lacks; an offer that does not stand, or not at this address, is no offer here. */
function reasonFor(matches: readonly Match[]): UnmetReason {
  if (matches.some(({ lacks }) => lacks.every((code) => code === 'full'))) return 'full'
  return matches.every(({ lacks }) => lacks.some((code) => absent.has(code))) ? 'noOffer' : 'nothingFits'
}
