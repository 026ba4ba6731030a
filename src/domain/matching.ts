// Matching: one older adult and one intervention or follow-up against the local offers, best first, with why and why not for each.
import { addPeriod, daysBetween, type IsoDate } from './calendar.ts'
import { conditionsOf, type MatchCondition } from './matching-conditions.ts'
import { type Payment, paymentOf } from './matching-payment.ts'
import { type Freshness, freshnessOf, type OfferDetails, type weekdays } from './supply.ts'
import type { Tri } from './tri.ts'
import type { Words } from './words.ts'

/** Who looks for a place. What is not known is null or `unknown`, and never counts as no. */
export type Seeker = {
  readonly age: number | null
  readonly sex: 'F' | 'M' | 'X' | null
  readonly municipality: string
  /** Four digits and two letters, without a space. */
  readonly postcode: string | null
  /** CBS, `BU…`. */
  readonly neighbourhood: string | null
  readonly level: 'low' | 'moderate' | 'high' | null
  /** Walks ten metres without the help of a person. */
  readonly walksAlone: Tri
  readonly prefers: 'group' | 'home' | null
  readonly wishes: Wishes
}

/** What was asked for beside the person's data; empty: it does not matter. */
export type Wishes = {
  readonly language: string | null
  readonly access: readonly string[]
  readonly days: readonly (typeof weekdays)[number][]
}

export type RunToMatch = {
  readonly runId: string
  readonly startsOn: IsoDate
  readonly endsOn: IsoDate
  readonly places: number
  readonly taken: number
  readonly waiting: number
  readonly open: boolean
}

export type OfferToMatch = {
  readonly offerId: string
  readonly code: string
  readonly organisation: { readonly id: string; readonly name: string }
  readonly municipality: string
  readonly areas: readonly string[]
  readonly details: OfferDetails
  readonly validFrom: IsoDate
  readonly validUntil: IsoDate | null
  readonly certificateUntil: IsoDate | null
  readonly lastCheckedOn: IsoDate | null
  readonly nextCheckOn: IsoDate | null
  readonly location: {
    readonly id: string
    readonly name: string
    readonly address: string
    readonly postcode: string
    readonly municipality: string
    readonly access: readonly string[]
  } | null
  readonly contactId: string | null
  readonly deputyId: string | null
  readonly runs: readonly RunToMatch[]
}

/** How long somebody may wait for the first session, in days from today. */
export type WaitNorm = { readonly days: number }

export type Nearness = 'home' | 'samePostcode' | 'district' | 'municipality' | 'further'

export type Reason = { readonly code: string; readonly words: Words }

/** `free`: there is a place, on `on`; `full`: a waiting list at most; `begun`: running, who knows whether one can join; `unknown`: to be asked. */
export type Start = {
  readonly is: 'free' | 'full' | 'begun' | 'unknown'
  readonly on: IsoDate | null
  /** Null: no course runs are kept. */
  readonly runId: string | null
  /** On that run. */
  readonly free: number | null
  readonly waiting: number
}

export type Match<Offer extends OfferToMatch = OfferToMatch> = {
  readonly offer: Offer
  readonly fits: 'yes' | 'toBeChecked' | 'no'
  /** The conditions that do not hold and without which it does not fit. */
  readonly lacks: readonly string[]
  readonly why: readonly Reason[]
  readonly whyNot: readonly Reason[]
  readonly toCheck: readonly Reason[]
  readonly nearness: Nearness
  readonly start: Start
  /** Days until the first session, as far as known, and whether that is within the norm. */
  readonly waitDays: number | null
  readonly withinNorm: Tri
  readonly unmetWishes: number
  readonly freshness: Freshness
  readonly payment: Payment
}

export type Asked = {
  readonly today: IsoDate
  readonly norm: WaitNorm
  /** Who pays by the rules of the pathway (`payerOf`); null: they say nothing about it. */
  readonly payer: string | null
}

/** One offer, judged; `ranked` puts several in order. */
export function matchOffer<Offer extends OfferToMatch>(
  seeker: Seeker,
  offer: Offer,
  { today, norm, payer }: Asked,
): Match<Offer> {
  const start = startOf(offer, today)
  const waitDays = start.on === null ? null : daysBetween(today, start.on)
  const withinNorm: Tri = waitDays === null ? 'unknown' : waitDays <= norm.days ? 'yes' : 'no'
  const payment = paymentOf(offer.details, payer, start.on ?? today)
  const conditions = conditionsOf(seeker, offer, { today, start, payment, withinNorm, waitDays, norm })
  const lacks = conditions.filter(({ holds, weighs }) => holds === 'no' && weighs === 'must').map(({ code }) => code)
  const open = conditions.some(
    ({ holds, weighs }) => weighs !== 'wish' && holds !== 'yes' && !(weighs === 'norm' && holds === 'no'),
  )
  const said = (which: Tri): Reason[] =>
    conditions.flatMap((one) => (shownAs(one) === which && one.words !== null ? [{ code: one.code, words: one.words }] : []))
  return {
    offer,
    fits: lacks.length > 0 ? 'no' : open ? 'toBeChecked' : 'yes',
    lacks,
    why: said('yes'),
    whyNot: said('no'),
    toCheck: said('unknown'),
    nearness: nearnessOf(seeker, offer),
    start,
    waitDays,
    withinNorm,
    unmetWishes: conditions.filter(({ weighs, holds }) => weighs === 'wish' && holds === 'no').length,
    freshness: freshnessOf(offer.lastCheckedOn, offer.nextCheckOn, today),
    payment,
  }
}

/** What may be asked about is to be checked, even where the answer looks like no. */
const shownAs = ({ holds, weighs }: MatchCondition): Tri => (weighs === 'ask' && holds === 'no' ? 'unknown' : holds)

/** The first place there is: the earliest run with one, else the usual wait. Runs that are over do not count. */
function startOf({ runs, details }: OfferToMatch, today: IsoDate): Start {
  const current = runs.filter(({ endsOn }) => endsOn >= today).sort(byStart)
  const at = (is: Start['is'], run: RunToMatch, on: IsoDate | null): Start => ({
    is,
    on,
    runId: run.runId,
    free: run.open ? Math.max(0, run.places - run.taken) : 0,
    waiting: run.waiting,
  })
  const withPlace = current.filter(({ open, places, taken }) => open && taken < places)
  const coming = withPlace.find(({ startsOn }) => startsOn >= today)
  if (coming !== undefined) return at('free', coming, coming.startsOn)
  const begun = withPlace[0]
  if (begun !== undefined) return at('begun', begun, null)
  const full = current.find(({ open }) => open) ?? current[0]
  if (full !== undefined) return at('full', full, null)
  const on = details.waitWeeks === null ? null : addPeriod(today, details.waitWeeks, 'weeks')
  return { is: on === null ? 'unknown' : 'free', on, runId: null, free: null, waiting: 0 }
}

const byStart = (a: RunToMatch, b: RunToMatch): number =>
  a.startsOn === b.startsOn ? (a.runId < b.runId ? -1 : 1) : a.startsOn < b.startsOn ? -1 : 1

/** By address: the same four digits; given for this very neighbourhood or postcode; the same municipality; else further. */
function nearnessOf(seeker: Seeker, { details, location, areas, municipality }: OfferToMatch): Nearness {
  if (details.form === 'home' || details.form === 'online') return 'home'
  const digits = seeker.postcode?.slice(0, 4)
  if (digits !== undefined && location?.postcode.slice(0, 4) === digits) return 'samePostcode'
  const small = [seeker.postcode, digits, seeker.neighbourhood, districtOf(seeker.neighbourhood)]
  if (small.some((area) => area !== null && area !== undefined && areas.includes(area))) return 'district'
  return (location?.municipality ?? municipality) === seeker.municipality ? 'municipality' : 'further'
}

const districtOf = (neighbourhood: string | null): string | null =>
  neighbourhood === null ? null : `WK${neighbourhood.slice(2, 8)}`
