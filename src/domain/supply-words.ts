// Words of supply: what an offer costs, who pays, in which form it is given and what its fields are called.
import type { IsoDate } from './calendar.ts'
import type { accessFeatures, Funding, OfferDetails, offerForms, payerCodes, weekdays } from './supply.ts'
import type { Words } from './words.ts'

type Table<Code extends string> = { readonly [code in Code]: Words }

export const payerWords: Table<(typeof payerCodes)[number]> = {
  zvw: { nl: 'de basisverzekering', en: 'the basic health insurance' },
  supplementary: { nl: 'een aanvullende verzekering', en: 'a supplementary insurance' },
  municipality: { nl: 'de gemeente', en: 'the municipality' },
  wmo: { nl: 'de Wmo', en: 'the Social Support Act (Wmo)' },
  own: { nl: 'de deelnemer zelf', en: 'the participant' },
  free: { nl: 'niemand: gratis', en: 'nobody: free of charge' },
}

export const formWords: Table<(typeof offerForms)[number]> = {
  group: { nl: 'in een groep', en: 'in a group' },
  home: { nl: 'thuis', en: 'at home' },
  online: { nl: 'online', en: 'online' },
  consult: { nl: 'op afspraak', en: 'by appointment' },
}

export const accessWords: Table<(typeof accessFeatures)[number]> = {
  stepFree: { nl: 'zonder drempels', en: 'step-free' },
  lift: { nl: 'lift', en: 'lift' },
  parking: { nl: 'parkeren bij de deur', en: 'parking at the door' },
  publicTransport: { nl: 'met het openbaar vervoer', en: 'by public transport' },
  adaptedToilet: { nl: 'aangepast toilet', en: 'adapted toilet' },
  hearingLoop: { nl: 'ringleiding', en: 'hearing loop' },
  pickUp: { nl: 'u wordt opgehaald', en: 'picked up at home' },
}

export const weekdayWords: Table<(typeof weekdays)[number]> = {
  mo: { nl: 'maandag', en: 'Monday' },
  tu: { nl: 'dinsdag', en: 'Tuesday' },
  we: { nl: 'woensdag', en: 'Wednesday' },
  th: { nl: 'donderdag', en: 'Thursday' },
  fr: { nl: 'vrijdag', en: 'Friday' },
  sa: { nl: 'zaterdag', en: 'Saturday' },
  su: { nl: 'zondag', en: 'Sunday' },
}

const perWords: Table<OfferDetails['cost']['per']> = {
  meeting: { nl: 'per bijeenkomst', en: 'per meeting' },
  course: { nl: 'voor de hele cursus', en: 'for the whole course' },
  month: { nl: 'per maand', en: 'per month' },
  year: { nl: 'per jaar', en: 'per year' },
}

/** Those that hold on `day`. */
export const fundingOn = (funding: readonly Funding[], day: IsoDate): Funding[] =>
  funding.filter(({ validFrom, validUntil }) => validFrom <= day && (validUntil === null || validUntil >= day))

/** What the older adult pays and who pays the rest on `day`; the deductible is never left out where it counts. */
export function costWords({ cost, funding }: Pick<OfferDetails, 'cost' | 'funding'>, day: IsoDate): Words {
  const today = fundingOn(funding, day)
  const deductible = today.some((one) => one.deductible)
  const payers = today.filter(({ payer }) => payer !== 'free' && payer !== 'own').map(({ payer }) => payerWords[payer])
  const own: Words =
    cost.cents === 0
      ? { nl: 'Gratis voor de deelnemer', en: 'Free of charge for the participant' }
      : {
          nl: `€ ${euros(cost.cents, ',')} ${perWords[cost.per].nl}`,
          en: `€ ${euros(cost.cents, '.')} ${perWords[cost.per].en}`,
        }
  const rest = (language: 'nl' | 'en', opening: string, joined: string) =>
    payers.length === 0 ? '' : `; ${opening} ${payers.map((words) => words[language]).join(joined)}`
  return {
    nl: `${own.nl}${rest('nl', 'betaald door', ' en ')}${deductible ? '; het eigen risico geldt' : ''}.`,
    en: `${own.en}${rest('en', 'paid by', ' and ')}${deductible ? '; the deductible applies' : ''}.`,
  }
}

const euros = (cents: number, mark: ',' | '.'): string =>
  `${Math.floor(cents / 100)}${mark}${String(cents % 100).padStart(2, '0')}`
