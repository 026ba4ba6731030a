// Who pays for an offer on the day it starts: what the pathway says of this person against what was agreed with this provider.
import type { IsoDate } from './calendar.ts'
import { dayWords } from './day-words.ts'
import type { Funding, OfferDetails, payerCodes } from './supply.ts'
import { fundingOn, payerWords } from './supply-words.ts'
import type { Tri } from './tri.ts'
import type { Words } from './words.ts'

type PayerCode = (typeof payerCodes)[number]

export type Payment = {
  /** Who should pay by the rules of the pathway. */
  readonly expected: string | null
  /** Who does; null when nobody agreed, or when it cannot be said. */
  readonly by: PayerCode | null
  readonly agreed: Tri
  /** Whether the deductible (eigen risico) is charged. */
  readonly deductible: Tri
  /** The day it was looked up for. */
  readonly on: IsoDate
  readonly words: Words
}

/** The payers of the pathway as the streams that an offer names. What pays by its own rules may be paid from any. */
const streams: { readonly [payer: string]: readonly PayerCode[] } = {
  zvw: ['zvw'],
  municipality: ['municipality'],
  municipalityOrSupplementary: ['municipality', 'supplementary'],
  ownOrMunicipal: ['municipality', 'own'],
  ownRules: ['zvw', 'supplementary', 'municipality', 'wmo', 'own'],
}

export function paymentOf({ funding }: Pick<OfferDetails, 'funding'>, expected: string | null, on: IsoDate): Payment {
  const agreed = fundingOn(funding, on)
  const free = agreed.find(({ payer }) => payer === 'free')
  if (free !== undefined) return paid(free, expected, on)
  if (agreed.length === 0) return { expected, by: null, agreed: 'no', deductible: 'unknown', on, words: nobodyAgreed(on) }
  if (expected === 'undetermined')
    return { expected, by: null, agreed: 'unknown', deductible: deductibleIn(agreed), on, words: undetermined }
  const fitting = streams[expected ?? 'ownRules'] ?? streams['ownRules']!
  const found = fitting.map((stream) => agreed.find(({ payer }) => payer === stream)).find((one) => one !== undefined)
  if (found !== undefined) return paid(found, expected, on)
  return { expected, by: null, agreed: 'no', deductible: 'unknown', on, words: otherAgreed(fitting, agreed, on) }
}

function paid({ payer, deductible }: Funding, expected: string | null, on: IsoDate): Payment {
  return { expected, by: payer, agreed: 'yes', deductible: deductible ? 'yes' : 'no', on, words: paidBy(payer, deductible) }
}

function deductibleIn(agreed: readonly Funding[]): Tri {
  if (agreed.every(({ deductible }) => deductible)) return 'yes'
  return agreed.some(({ deductible }) => deductible) ? 'unknown' : 'no'
}

const list = (payers: readonly PayerCode[], language: 'nl' | 'en'): string =>
  payers.map((payer) => payerWords[payer][language]).join(language === 'nl' ? ' of ' : ' or ')

const paidBy = (payer: PayerCode, deductible: boolean): Words => {
  if (payer === 'free') return { nl: 'Er is niets te betalen.', en: 'There is nothing to pay.' }
  const own: Words = deductible
    ? { nl: 'het eigen risico geldt', en: 'the deductible applies' }
    : { nl: 'geen eigen risico', en: 'no deductible' }
  return {
    nl: `Betaald door ${payerWords[payer].nl}; ${own.nl}.`,
    en: `Paid by ${payerWords[payer].en}; ${own.en}.`,
  }
}
const nobodyAgreed = (on: IsoDate): Words => ({
  nl: `Niemand heeft afgesproken dit op ${dayWords(on, 'nl')} te betalen. Vraag het na, anders betaalt de deelnemer zelf.`,
  en: `Nobody agreed to pay for this on ${dayWords(on, 'en')}. Ask, or the participant pays.`,
})
const otherAgreed = (expected: readonly PayerCode[], agreed: readonly Funding[], on: IsoDate): Words => {
  const payers = [...new Set(agreed.map(({ payer }) => payer))]
  return {
    nl: `Voor deze persoon betaalt ${list(expected, 'nl')}, maar dat is hier op ${dayWords(on, 'nl')} niet afgesproken; wel met ${list(payers, 'nl')}. Vraag het na, anders betaalt de deelnemer zelf.`,
    en: `For this person ${list(expected, 'en')} pays, but that is not agreed here on ${dayWords(on, 'en')}; it is with ${list(payers, 'en')}. Ask, or the participant pays.`,
  }
}
const undetermined: Words = {
  nl: 'Wie betaalt is nog niet te zeggen: vul eerst in of er een onderliggend probleem is.',
  en: 'Who pays cannot be said yet: first fill in whether there is an underlying problem.',
}
