// Where a row of a list belongs: its organisation, and the offer and the run that are there already.
import type { Refusal } from '../result.ts'
import { nameKey } from './column-kinds.ts'
import type { KnownOffer, KnownOrganisation, KnownRun, KnownSupply } from './known.ts'
import { type RowFault, rowFault, type Said } from './read-rows.ts'
import type { ListRow } from './row.ts'

/** Who brings the list, and what that person may change. */
export type Scope = {
  readonly known: KnownSupply
  readonly today: string
  /** Null: this organisation may be changed; else why not. */
  readonly whyNotChange: (organisation: KnownOrganisation) => Refusal | null
  /** Null: organisations may be added. */
  readonly whyNotAdd: Refusal | null
  /** Whose list it is where a row does not say; null: every row says. */
  readonly ownOrganisationId: string | null
}

/** One that is there, or one to be made, by a key that rows share. */
export type OrganisationOf = KnownOrganisation | { readonly id: null; readonly key: string; readonly name: string }

export type Found<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly fault: RowFault }

const found = <T>(value: T): Found<T> => ({ ok: true, value })
const lost = (fault: RowFault): { readonly ok: false; readonly fault: RowFault } => ({ ok: false, fault })

export const organisationKey = (organisation: OrganisationOf): string =>
  organisation.id === null ? `new:${organisation.key}` : `id:${organisation.id}`

/** What is looked up again and again, once for all rows. */
export type Places = {
  readonly byName: ReadonlyMap<string, readonly KnownOrganisation[]>
  readonly offers: ReadonlyMap<string, KnownOffer>
  readonly offersOf: ReadonlyMap<string, readonly KnownOffer[]>
}

export const placesIn = ({ organisations, offers }: KnownSupply): Places => ({
  byName: Map.groupBy(organisations.values(), ({ name }) => nameKey(name)),
  offers: new Map(offers.map((offer) => [offer.id, offer])),
  offersOf: Map.groupBy(offers, ({ organisationId }) => organisationId),
})

export function organisationOf(said: Said, scope: Scope, places: Places): Found<OrganisationOf> {
  const { known } = scope
  const ofOffer = known.organisations.get(places.offers.get(said.offerId ?? '')?.organisationId ?? '')
  const byId = known.organisations.get(said.organisationId ?? '') ?? ofOffer
  if (byId !== undefined) return allowed(byId, scope)
  const name = said.organisation ?? null
  if (name === null) {
    const own = known.organisations.get(scope.ownOrganisationId ?? '')
    return own === undefined ? lost(organisationMissing) : allowed(own, scope)
  }
  const named = places.byName.get(nameKey(name)) ?? []
  const mine = named.length > 1 ? named.filter((one) => scope.whyNotChange(one) === null) : named
  if (mine.length > 1) return lost(twoOrganisations(name))
  if (mine[0] !== undefined) return allowed(mine[0], scope)
  if (scope.whyNotAdd !== null) return lost(unknownOrganisation(name))
  return found({ id: null, key: nameKey(name), name })
}

function allowed(organisation: KnownOrganisation, { whyNotChange }: Scope): Found<OrganisationOf> {
  const refusal = whyNotChange(organisation)
  return refusal === null ? found(organisation) : lost({ column: 'organisation', code: refusal.code, words: refusal.words })
}

/** By its id here, by its key in the list, or by intervention, name and municipality. */
export function offerOf(said: Said, organisation: OrganisationOf, places: Places): Found<KnownOffer | null> {
  if (organisation.id === null) return found(null)
  const byId = places.offers.get(said.offerId ?? '')
  if (byId !== undefined) return byId.organisationId === organisation.id ? found(byId) : lost(offerOfAnother)
  const offers = places.offersOf.get(organisation.id) ?? []
  const sourceId = said.sourceId ?? null
  if (sourceId !== null) {
    const same = offers.filter(({ details }) => details.sourceId === sourceId)
    if (same.length > 1) return lost(twoOffers)
    if (same[0] !== undefined) return found(same[0])
  }
  const { name, intervention } = said
  const municipality = said.municipality ?? organisation.municipality
  if (!name || !intervention) return found(null)
  const named = offers.filter(
    (offer) =>
      offer.code === intervention &&
      offer.municipality === municipality &&
      nameKey(offer.details.name ?? '') === nameKey(name) &&
      (sourceId === null || offer.details.sourceId === undefined),
  )
  // A row without a key means the offer without one, where there are both.
  const meant = named.length > 1 ? named.filter(({ details }) => details.sourceId === undefined) : named
  return named.length > 1 && meant.length !== 1 ? lost(twoOffers) : found(meant[0] ?? null)
}

/** Rows with the same key are about the same offer. */
export function offerKey(said: Said, organisation: OrganisationOf, offer: KnownOffer | null): string {
  if (offer !== null) return `id:${offer.id}`
  const parts =
    (said.sourceId ?? null) === null
      ? [said.intervention ?? '', nameKey(said.name ?? ''), said.municipality ?? '']
      : ['source', said.sourceId ?? '']
  return JSON.stringify([organisationKey(organisation), ...parts])
}

/** Null: a run that is not there yet. */
export function runOf(row: ListRow, offer: KnownOffer | null, known: KnownSupply): Found<KnownRun | null> {
  const runs = offer === null ? [] : (known.runs.get(offer.id) ?? [])
  const byId = runs.find(({ id }) => id === row.runId)
  if (byId !== undefined) return found(byId)
  const sameDay = runs.filter(({ startsOn }) => startsOn === row.start)
  if (sameDay.length <= 1) return found(sameDay[0] ?? null)
  const sameTime = sameDay.filter(
    ({ details }) => (details.time ?? null) === row.runTime && (details.days ?? []).join() === row.runDays.join(),
  )
  return sameTime.length === 1 ? found(sameTime[0]!) : lost(twoRuns)
}

const organisationMissing = rowFault(
  'organisation',
  'required',
  'Welke organisatie dit aanbod geeft, staat er niet. Vul de naam in.',
  'Which organisation provides this offer is missing. Fill in the name.',
)
const twoOrganisations = (name: string) =>
  rowFault(
    'organisation',
    'ambiguousOrganisation',
    `Er is meer dan één organisatie die ${name} heet. Voeg de kolom "Id organisatie" toe.`,
    `More than one organisation is called ${name}. Add the column "Organisation id".`,
  )
const unknownOrganisation = (name: string) =>
  rowFault(
    'organisation',
    'unknownOrganisation',
    `${name} is hier niet bekend, en u kunt alleen de lijst van uw eigen organisatie inbrengen.`,
    `${name} is not known here, and you can bring in the list of your own organisation only.`,
  )
const offerOfAnother = rowFault(
  'offerId',
  'offerOfAnother',
  'Dit aanbod is van een andere organisatie dan in deze rij staat.',
  'This offer is of another organisation than this row says.',
)
const twoOffers = rowFault(
  'name',
  'ambiguousOffer',
  'Er is meer dan één aanbod waar deze rij over kan gaan. Voeg de kolom "Id aanbod" toe: die staat in een lijst die u hier ophaalt.',
  'There is more than one offer this row can be about. Add the column "Offer id": it is in a list you fetch here.',
)
const twoRuns = rowFault(
  'start',
  'ambiguousRun',
  'Op deze dag begint meer dan één groep van dit aanbod. Geef ook de dagen en de tijd van de groep.',
  'More than one group of this offer begins on this day. Give the days and the time of the group too.',
)
