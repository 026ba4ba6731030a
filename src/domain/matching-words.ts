// What is said of a match: for each condition the sentence a nurse reads.
import type { IsoDate } from './calendar.ts'
import { dayWords } from './day-words.ts'
import type { Match, Nearness } from './matching.ts'
import type { Freshness, OfferDetails } from './supply.ts'
import { accessWords, weekdayWords } from './supply-words.ts'
import type { Tri } from './tri.ts'
import type { Words } from './words.ts'

const words = (nl: string, en: string): Words => ({ nl, en })
type OfTri = { readonly [is in Tri]: Words }

const levelWords: { readonly [level: string]: Words } = {
  low: words('laag', 'low'),
  moderate: words('matig', 'moderate'),
  high: words('hoog', 'high'),
}

const weeks = (days: number, language: 'nl' | 'en'): string => {
  const count = Math.ceil(days / 7)
  if (language === 'nl') return count === 1 ? '1 week' : `${count} weken`
  return count === 1 ? '1 week' : `${count} weeks`
}

const named = (codes: readonly string[], table: { readonly [code: string]: Words }, language: 'nl' | 'en'): string =>
  codes.map((code) => table[code]?.[language] ?? code).join(', ')

function ageRange(least: number | undefined, most: number | undefined): Words {
  if (most === undefined) return words(`vanaf ${least} jaar`, `from ${least} years`)
  if (least === undefined) return words(`tot en met ${most} jaar`, `up to ${most} years`)
  return words(`van ${least} tot en met ${most} jaar`, `from ${least} to ${most} years`)
}

export const say = {
  notYetValid: (from: IsoDate) => words(`Geldt pas vanaf ${dayWords(from, 'nl')}.`, `Stands only from ${dayWords(from, 'en')}.`),
  noLongerValid: (until: IsoDate) => words(`Gold tot en met ${dayWords(until, 'nl')}.`, `Stood until ${dayWords(until, 'en')}.`),
  endsBeforeStart: (until: IsoDate) =>
    words(
      `Geldt tot en met ${dayWords(until, 'nl')}, de eerste plaats is later: na te gaan.`,
      `Stands until ${dayWords(until, 'en')}, the first place is later: to be checked.`,
    ),
  certificate: (until: IsoDate) =>
    words(`Certificaat geldig tot en met ${dayWords(until, 'nl')}.`, `Certificate valid until ${dayWords(until, 'en')}.`),
  certificateLapsed: (until: IsoDate) =>
    words(`Het certificaat is verlopen op ${dayWords(until, 'nl')}.`, `The certificate lapsed on ${dayWords(until, 'en')}.`),
  certificateEnds: (until: IsoDate) =>
    words(
      `Het certificaat loopt af op ${dayWords(until, 'nl')}, vóór de start: na te gaan.`,
      `The certificate ends on ${dayWords(until, 'en')}, before the start: to be checked.`,
    ),
  certificateUndated: words(
    'Tot wanneer het certificaat geldt is niet bekend.',
    'Until when the certificate is valid is not known.',
  ),
  areaServed: words('Is er voor mensen op dit adres.', 'Serves people at this address.'),
  areaNotServed: words('Is er niet voor mensen op dit adres.', 'Does not serve people at this address.'),
  areaUnknown: words(
    'Is er voor een deel van deze gemeente; vul het adres aan of vraag het.',
    'Serves a part of this municipality; complete the address or ask.',
  ),
  age: (least: number | undefined, most: number | undefined): OfTri => {
    const { nl, en } = ageRange(least, most)
    return {
      yes: words(`Voor mensen ${nl}.`, `For people ${en}.`),
      no: words(`Alleen voor mensen ${nl}.`, `Only for people ${en}.`),
      unknown: words(`Alleen voor mensen ${nl}; de leeftijd is niet bekend.`, `Only for people ${en}; the age is not known.`),
    }
  },
  sex: (sex: 'F' | 'M'): OfTri => {
    const whom = sex === 'F' ? words('vrouwen', 'women') : words('mannen', 'men')
    return {
      yes: words(`Voor ${whom.nl}.`, `For ${whom.en}.`),
      no: words(`Alleen voor ${whom.nl}.`, `Only for ${whom.en}.`),
      unknown: words(`Alleen voor ${whom.nl}: overleg.`, `Only for ${whom.en}: consult.`),
    }
  },
  level: (levels: readonly string[]): OfTri => {
    const [nl, en] = [named(levels, levelWords, 'nl'), named(levels, levelWords, 'en')]
    return {
      yes: words(`Voor valrisico ${nl}.`, `For fall risk ${en}.`),
      no: words(`Alleen voor valrisico ${nl}.`, `Only for fall risk ${en}.`),
      unknown: words(
        `Alleen voor valrisico ${nl}; het niveau is nog niet bekend.`,
        `Only for fall risk ${en}; the level is not known yet.`,
      ),
    }
  },
  walksAlone: {
    yes: words('Loopt 10 meter zonder hulp van een ander, zoals gevraagd.', 'Walks 10 metres without help, as asked.'),
    no: words('Alleen voor wie 10 meter loopt zonder hulp van een ander.', 'Only for who walks 10 metres without help.'),
    unknown: words(
      'Alleen voor wie 10 meter loopt zonder hulp van een ander; vraag of dat gaat.',
      'Only for who walks 10 metres without help; ask whether that is so.',
    ),
  } satisfies OfTri,
  note: (note: string) => words(`Let op: ${note}`, `Mind: ${note}`),
  free: (free: number, on: IsoDate) =>
    words(
      `${free === 1 ? 'Nog 1 plaats vrij' : `${free} plaatsen vrij`}, begint op ${dayWords(on, 'nl')}.`,
      `${free === 1 ? '1 place left' : `${free} places free`}, begins on ${dayWords(on, 'en')}.`,
    ),
  appointment: (on: IsoDate) =>
    words(`Een eerste afspraak kan rond ${dayWords(on, 'nl')}.`, `A first appointment is possible around ${dayWords(on, 'en')}.`),
  full: (waiting: number) =>
    words(
      waiting === 0
        ? 'Vol; er kan een wachtlijst beginnen.'
        : `Vol; er ${waiting === 1 ? 'wacht 1 ander' : `wachten ${waiting} anderen`}.`,
      waiting === 0 ? 'Full; a waiting list can begin.' : `Full; ${waiting === 1 ? '1 other waits' : `${waiting} others wait`}.`,
    ),
  begun: (free: number) =>
    words(
      `Al begonnen, met ${free} vrije ${free === 1 ? 'plaats' : 'plaatsen'}: vraag of instromen kan.`,
      `Already begun, with ${free} free ${free === 1 ? 'place' : 'places'}: ask whether one can join.`,
    ),
  startUnknown: words('Wanneer het begint is niet bekend: bel.', 'When it begins is not known: phone.'),
  wait: (days: number, norm: number) =>
    days <= norm
      ? words(
          `De wachttijd van ${weeks(days, 'nl')} is binnen de norm van ${weeks(norm, 'nl')}.`,
          `The wait of ${weeks(days, 'en')} is within the norm of ${weeks(norm, 'en')}.`,
        )
      : words(
          `De wachttijd van ${weeks(days, 'nl')} is langer dan de norm van ${weeks(norm, 'nl')}.`,
          `The wait of ${weeks(days, 'en')} exceeds the norm of ${weeks(norm, 'en')}.`,
        ),
  prefers: (form: 'group' | 'home') =>
    form === 'group'
      ? words('Voorkeur: in een groep.', 'Preference: in a group.')
      : words('Voorkeur: thuis.', 'Preference: at home.'),
  days: (days: OfferDetails['days']) => words(`Op ${named(days, weekdayWords, 'nl')}.`, `On ${named(days, weekdayWords, 'en')}.`),
  language: (asked: string, given: readonly string[]) =>
    given.includes(asked)
      ? words(`Wordt gegeven in de gevraagde taal (${asked}).`, `Given in the language asked for (${asked}).`)
      : words(
          `Wordt gegeven in ${given.join(', ')}, niet in ${asked}: vraag wat kan.`,
          `Given in ${given.join(', ')}, not in ${asked}: ask what is possible.`,
        ),
  accessible: words('Wat nodig is om er te komen, is er.', 'What is needed to get there, is there.'),
  accessUnknown: (missing: readonly string[]) =>
    words(
      `Niet vermeld: ${named(missing, accessWords, 'nl')}. Vraag het na.`,
      `Not mentioned: ${named(missing, accessWords, 'en')}. Ask.`,
    ),
} as const

export const nearnessWords: { readonly [nearness in Nearness]: Words } = {
  home: words('aan huis of online', 'at home or online'),
  samePostcode: words('in dezelfde postcode', 'in the same postcode'),
  district: words('in of voor de eigen wijk', 'in or for the own district'),
  municipality: words('in de eigen gemeente', 'in the own municipality'),
  further: words('verder weg, maar ook voor dit adres', 'further away, but for this address too'),
}

export const fitsWords: { readonly [fits in Match['fits']]: Words } = {
  yes: words('past', 'fits'),
  toBeChecked: words('past misschien: na te gaan', 'may fit: to be checked'),
  no: words('past niet', 'does not fit'),
}

/** The best first. */
export const freshnessOrder: readonly Freshness[] = ['fresh', 'ageing', 'stale', 'neverChecked']
