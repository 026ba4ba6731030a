// The local supply for one case: who the person is as far as known, what the offers make of that, and what stays unmet.
import { dayOf, type IsoDate } from '../domain/calendar.ts'
import type { CaseState } from '../domain/case-state.ts'
import { type Match, matchOffer, type OfferToMatch, type Seeker, type Wishes } from '../domain/matching.ts'
import { ranked } from '../domain/matching-order.ts'
import type { Pathway } from '../domain/pathway.ts'
import { ageOn, type PersonDetails } from '../domain/person.ts'
import { payerOf } from '../domain/routing.ts'
import { areasOf } from '../domain/supply.ts'
import type { Tri } from '../domain/tri.ts'
import { type UnmetNeed, unmetBy } from '../domain/unmet-need.ts'
import { type Wanted, waitNorm, wantedBy } from '../domain/wait-norm.ts'
import type { PersonRow } from '../store/tables.ts'
import { offersFor } from '../supply/offers-for.ts'
import { parsedFrom } from './bytes.ts'
import type { Engine } from './engine.ts'

export type Looked = {
  readonly wanted: Wanted
  readonly norm: ReturnType<typeof waitNorm>
  /** Best first. */
  readonly matches: readonly Match[]
  readonly unmet: UnmetNeed | null
  /** How many stand today for the person's municipality, whole or in part. */
  readonly offersHere: number
}

export const noWishes: Wishes = { language: null, access: [], days: [] }

/** What there is for each of `codes`, in one look; a code that is not in the catalogue is left out. */
export async function lookForCase(
  { store, clock }: Pick<Engine, 'store' | 'clock'>,
  pathway: Pathway,
  state: CaseState,
  person: PersonRow,
  codes: readonly string[],
  wishes: Wishes = noWishes,
): Promise<Map<string, Looked>> {
  const today = dayOf(clock())
  const seeker = seekerOf(state, person, today, wishes)
  const wanted = [...new Set(codes)].flatMap((code) => wantedBy(pathway, code) ?? [])
  const areas = areasOf({
    municipality: seeker.municipality,
    postcode: seeker.postcode ?? undefined,
    neighbourhood: seeker.neighbourhood ?? undefined,
  })
  const around = { codes: wanted.map(({ code }) => code), municipality: seeker.municipality, areas }
  const offers = Map.groupBy(await offersFor(store, around, today), ({ code }) => code)
  return new Map(wanted.map((one) => [one.code, looked(pathway, state, seeker, one, offers.get(one.code) ?? [], today)]))
}

function looked(
  pathway: Pathway,
  state: CaseState,
  seeker: Seeker,
  wanted: Wanted,
  offers: readonly OfferToMatch[],
  today: IsoDate,
): Looked {
  const norm = waitNorm(pathway, wanted, today)
  const asked = { today, norm, payer: payerFor(pathway, state, wanted) }
  const matches = ranked(offers.map((offer) => matchOffer(seeker, offer, asked)))
  const stands = ({ offer: { validFrom, validUntil } }: Match) =>
    validFrom <= today && (validUntil === null || validUntil >= today)
  return {
    wanted,
    norm,
    matches,
    unmet: unmetBy(wanted.code, matches),
    offersHere: matches.filter((match) => stands(match) && !match.lacks.includes('area')).length,
  }
}

/** Follow-ups have no row in the table of payers. */
const payerFor = ({ rules }: Pathway, { facts, assessment }: CaseState, { code, form }: Wanted): string | null =>
  form === 'followUp' ? null : payerOf(rules.routing, code, { ...facts, level: assessment?.risk })

export function seekerOf({ facts, assessment }: CaseState, person: PersonRow, today: IsoDate, wishes: Wishes): Seeker {
  const { birthDate, sex, postcode } = parsedFrom<PersonDetails>(person.details)
  const level = assessment?.risk
  const prefers = facts['preference']
  return {
    age: ageOn(birthDate, today),
    sex,
    municipality: person.municipality,
    postcode: postcode?.replace(' ', '') ?? null,
    // Not asked for yet.
    neighbourhood: null,
    level: level === 'low' || level === 'moderate' || level === 'high' ? level : null,
    walksAlone: walksAlone(facts),
    prefers: prefers === 'group' || prefers === 'home' ? prefers : null,
    wishes,
  }
}

function walksAlone({ walks10m, walk4m }: CaseState['facts']): Tri {
  if (walks10m === 'yes' || walks10m === 'no') return walks10m
  return walk4m === 'unable' ? 'no' : 'unknown'
}
