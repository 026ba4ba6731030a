// Which rows a list has, and in which order.
import type { Offer } from '../../../contract/offers.ts'
import { daysFrom } from '../../text/dates.ts'
import type { Sortable, SupplySearch } from './search.ts'

export type ListName = NonNullable<SupplySearch['list']>

const soonDays = 42

/** Withdrawn ones are asked of the server. */
export const inList: { readonly [list in Exclude<ListName, 'withdrawn'>]: (offer: Offer, today: string) => boolean } = {
  soon: ({ places }, today) =>
    places?.next !== null && places?.next !== undefined && daysFrom(today, places.next.startsOn) <= soonDays,
  unchecked: ({ check }) => check.freshness !== 'fresh',
  noDeputy: ({ deputy }) => deputy === null || !deputy.here,
}

/** By which a row stands where it stands; null: last, whichever way round. */
const keyOf: { readonly [column in Sortable]: (offer: Offer) => string | number | null } = {
  name: ({ offer }) => offer.name,
  code: ({ codeWords }) => codeWords,
  organisation: ({ organisationName }) => organisationName,
  municipality: ({ municipalityName }) => municipalityName,
  start: ({ places }) => places?.next?.startsOn ?? null,
  free: ({ places }) => places?.free ?? null,
  cost: ({ offer }) => offer.cost.cents,
  wait: ({ offer }) => offer.waitWeeks,
  until: ({ offer }) => offer.validUntil ?? null,
  // Never checked is longest ago.
  checked: ({ check }) => check.lastCheckedOn ?? '',
  next: ({ check }) => check.nextCheckOn,
}

const collator = new Intl.Collator('nl', { numeric: true })

export function ordered(offers: readonly Offer[], sort: NonNullable<SupplySearch['sort']>): Offer[] {
  const backwards = sort.startsWith('-')
  const key = keyOf[sort.replace('-', '') as Sortable]
  const compare = (a: Offer, b: Offer): number => {
    const [one, other] = [key(a), key(b)]
    if (one === null || other === null) return one === other ? 0 : one === null ? 1 : -1
    const order = typeof one === 'number' ? one - Number(other) : collator.compare(one, String(other))
    return backwards ? -order : order
  }
  return [...offers].sort(
    (a, b) => compare(a, b) || collator.compare(a.offer.name, b.offer.name) || collator.compare(a.offerId, b.offerId),
  )
}
