// In which order matches are shown: rules as data, in the order in which they count, each in words that the user sees.
import type { Match, Nearness, OfferToMatch } from './matching.ts'
import { freshnessOrder } from './matching-words.ts'
import type { Row } from './provenance.ts'
import type { Tri } from './tri.ts'
import type { Words } from './words.ts'

export type RankingRule = Row & {
  readonly words: Words
  /** Lower comes first. */
  readonly rank: (match: Match) => number | string
}

const ours = { source: 'Valpad', status: 'local default' } as const
const yesFirst = (tri: Tri): number => ['yes', 'unknown', 'no'].indexOf(tri)
const nearest: readonly Nearness[] = ['home', 'samePostcode', 'district', 'municipality', 'further']

export const rankingRules: readonly RankingRule[] = [
  {
    id: 'fits',
    words: {
      nl: 'wat past, dan wat na te gaan is, dan wat niet past',
      en: 'what fits, then what is to be checked, then what does not fit',
    },
    rank: ({ fits }) => ['yes', 'toBeChecked', 'no'].indexOf(fits),
    ...ours,
  },
  {
    id: 'norm',
    words: { nl: 'een wachttijd binnen de norm', en: 'a wait within the norm' },
    rank: ({ withinNorm }) => yesFirst(withinNorm),
    ...ours,
  },
  {
    id: 'wishes',
    words: { nl: 'wat de oudere het liefst wil', en: 'what the older adult likes best' },
    rank: ({ unmetWishes }) => unmetWishes,
    ...ours,
  },
  {
    id: 'payment',
    words: { nl: 'afgesproken wie betaalt', en: 'agreed who pays' },
    rank: ({ payment }) => yesFirst(payment.agreed),
    ...ours,
  },
  {
    id: 'nearness',
    words: {
      nl: 'dichtbij: thuis, zelfde postcode, wijk, gemeente, verder',
      en: 'near: at home, same postcode, district, municipality, further',
    },
    rank: ({ nearness }) => nearest.indexOf(nearness),
    ...ours,
  },
  {
    id: 'start',
    words: { nl: 'de eerste start', en: 'the earliest start' },
    rank: ({ start }) => start.on ?? '9999',
    ...ours,
  },
  {
    id: 'places',
    words: { nl: 'de meeste vrije plaatsen', en: 'the most free places' },
    rank: ({ start }) => -(start.free ?? 0),
    ...ours,
  },
  {
    id: 'freshness',
    words: { nl: 'kort geleden gecontroleerd', en: 'checked recently' },
    rank: ({ freshness }) => freshnessOrder.indexOf(freshness),
    ...ours,
  },
  {
    id: 'cost',
    words: { nl: 'gratis voor de deelnemer', en: 'free of charge for the participant' },
    rank: ({ offer }) => (offer.details.cost.cents === 0 ? 0 : 1),
    ...ours,
  },
  {
    id: 'name',
    words: { nl: 'naam en kenmerk', en: 'name and id' },
    rank: ({ offer }) => `${offer.details.name}\u0000${offer.offerId}`,
    ...ours,
  },
]

/** Every offer once, best first; the same order whatever order they came in. */
export function ranked<Offer extends OfferToMatch>(matches: readonly Match<Offer>[]): Match<Offer>[] {
  const keyed = [...new Map(matches.map((match) => [match.offer.offerId, match])).values()].map((match) => ({
    match,
    keys: rankingRules.map(({ rank }) => rank(match)),
  }))
  return keyed.sort((a, b) => compare(a.keys, b.keys)).map(({ match }) => match)
}

function compare(a: readonly (number | string)[], b: readonly (number | string)[]): number {
  for (const [index, key] of a.entries()) if (key !== b[index]) return key < b[index]! ? -1 : 1
  return 0
}
