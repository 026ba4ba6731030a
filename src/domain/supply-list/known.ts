// The supply there is, as a list sees it; and that supply as rows, the way it goes out.
import type { LocationDetails, OfferDetails, RunDetails } from '../supply.ts'
import { cleanText } from './cells.ts'
import { nameKey } from './column-kinds.ts'
import { blankRow, type ListRow } from './row.ts'

export type KnownOrganisation = {
  readonly id: string
  readonly kind: 'practice' | 'provider' | 'coalition'
  readonly municipality: string
  readonly name: string
}
export type KnownAccount = {
  readonly id: string
  readonly organisationId: string
  readonly name: string
  readonly email: string | null
  readonly phone: string | null
  /** Active, and not left. */
  readonly here: boolean
}
export type KnownLocation = {
  readonly id: string
  readonly organisationId: string
  readonly municipality: string
  readonly postcode: string
  readonly details: LocationDetails
}
export type KnownOffer = {
  readonly id: string
  readonly version: number
  readonly organisationId: string
  readonly code: string
  readonly municipality: string
  readonly domain: 'care' | 'social' | null
  readonly areas: readonly string[]
  readonly validFrom: string
  readonly validUntil: string | null
  readonly locationId: string | null
  readonly contactId: string | null
  readonly deputyId: string | null
  readonly ownerId: string | null
  readonly certificateUntil: string | null
  readonly lastCheckedOn: string | null
  readonly nextCheckOn: string | null
  /** An offer from before may miss some. */
  readonly details: Partial<OfferDetails>
}
export type KnownRun = {
  readonly id: string
  readonly version: number
  readonly offerId: string
  readonly startsOn: string
  readonly endsOn: string
  readonly places: number
  readonly taken: number
  readonly open: boolean
  readonly details: Partial<RunDetails>
}

export type KnownSupply = {
  readonly organisations: ReadonlyMap<string, KnownOrganisation>
  readonly accounts: ReadonlyMap<string, KnownAccount>
  readonly locations: ReadonlyMap<string, KnownLocation>
  readonly offers: readonly KnownOffer[]
  /** By offer, the earliest start first. */
  readonly runs: ReadonlyMap<string, readonly KnownRun[]>
}

/** A row for each run of an offer, or one for an offer without; by organisation, name and municipality. */
export function listRowsOf(known: KnownSupply, which: (offer: KnownOffer) => boolean = () => true): ListRow[] {
  const rows = known.offers.filter(which).flatMap((offer) => {
    const row = rowOfOffer(known, offer)
    const runs = known.runs.get(offer.id) ?? []
    return runs.length === 0 ? [row] : runs.map((run) => ({ ...row, ...runFieldsOf(run) }))
  })
  const key = (row: ListRow) => [row.organisation, row.name, row.municipality, row.offerId, row.start, row.runId].join('\u0001')
  return rows
    .map((row) => ({ row, key: key(row) }))
    .sort((a, b) => byCodeUnit(a.key, b.key))
    .map(({ row }) => row)
}

const byCodeUnit = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

const text = (value: string | null | undefined): string | null => {
  const clean = value === null || value === undefined ? '' : cleanText(value)
  return clean === '' ? null : clean
}

export function rowOfOffer(known: KnownSupply, offer: KnownOffer): ListRow {
  const { details } = offer
  const { forWhom = {}, certificate = null } = details
  const organisation = known.organisations.get(offer.organisationId)
  const contact = accountIn(known, offer.contactId)
  const deputy = accountIn(known, offer.deputyId)
  return {
    ...blankRow,
    ...locationFields(known, offer.locationId),
    sourceId: text(details.sourceId),
    organisation: text(organisation?.name),
    organisationId: offer.organisationId,
    offerId: offer.id,
    name: text(details.name),
    intervention: offer.code,
    description: text(details.description),
    domain: offer.domain,
    form: details.form ?? null,
    municipality: offer.municipality,
    areas: [...offer.areas].sort(byCodeUnit),
    days: details.days ?? [],
    time: details.time ?? null,
    waitWeeks: details.waitWeeks ?? null,
    price: details.cost?.cents ?? null,
    pricePer: details.cost?.per ?? null,
    payers: details.funding ?? [],
    contact: text(contact?.name),
    contactEmail: text(contact?.email),
    contactPhone: text(contact?.phone),
    deputy: text(deputy?.name),
    deputyEmail: text(deputy?.email),
    deputyPhone: text(deputy?.phone),
    owner: ownerText(known, offer),
    certificate: text(certificate?.name),
    certificateHolder: text(certificate?.holder),
    certificateUntil: offer.certificateUntil,
    validFrom: offer.validFrom,
    validUntil: offer.validUntil,
    lastChecked: offer.lastCheckedOn,
    nextCheck: offer.nextCheckOn,
    minimumAge: forWhom.minimumAge ?? null,
    maximumAge: forWhom.maximumAge ?? null,
    sex: forWhom.sex ?? null,
    levels: forWhom.levels ?? [],
    walksAlone: forWhom.walksAlone ?? null,
    forWhom: text(forWhom.note),
    languages: details.languages ?? [],
    access: details.access ?? [],
    website: text(details.website),
  }
}

const accountIn = (known: KnownSupply, id: string | null): KnownAccount | undefined =>
  id === null ? undefined : known.accounts.get(id)

function locationFields(known: KnownSupply, id: string | null): Partial<ListRow> {
  const location = id === null ? undefined : known.locations.get(id)
  return location === undefined ? {} : locationFieldsOf(location)
}

export function locationFieldsOf({ municipality, postcode, details }: KnownLocation) {
  const { name, street, houseNumber, city, access } = details
  return {
    locationName: text(name),
    street: text(street),
    houseNumber: text(houseNumber),
    postcode,
    city: text(city),
    locationMunicipality: municipality,
    locationAccess: access,
  }
}

export const runFieldsOf = ({ id, startsOn, endsOn, places, taken, open, details }: KnownRun) => ({
  runId: id,
  start: startsOn,
  end: endsOn,
  places,
  free: Math.max(0, places - taken),
  open,
  runDays: details.days ?? [],
  runTime: details.time ?? null,
  runNote: text(details.note),
})

type AccountIndex = {
  readonly byName: ReadonlyMap<string, KnownAccount[]>
  readonly byEmail: ReadonlyMap<string, KnownAccount[]>
}

/** A list asks for people by name in every row. */
const indexes = new WeakMap<KnownSupply, AccountIndex>()

function indexOf(known: KnownSupply): AccountIndex {
  const kept = indexes.get(known)
  if (kept !== undefined) return kept
  const index = {
    byName: Map.groupBy(known.accounts.values(), ({ name }) => nameKey(name)),
    byEmail: Map.groupBy(known.accounts.values(), ({ email }) => (email ?? '').toLowerCase()),
  }
  indexes.set(known, index)
  return index
}

export const accountsCalled = (known: KnownSupply, name: string): readonly KnownAccount[] =>
  indexOf(known).byName.get(nameKey(name)) ?? []

export const isOfCoalition = ({ organisations }: KnownSupply, { organisationId }: KnownAccount): boolean =>
  organisations.get(organisationId)?.kind === 'coalition'

/** The e-mail address where only one has it, else the name, else the id. */
function ownerText(known: KnownSupply, { ownerId, organisationId }: KnownOffer): string | null {
  const owner = accountIn(known, ownerId)
  if (owner === undefined) return null
  const [email, name] = [text(owner.email), text(owner.name)]
  const called = [email, name].find((one) => one !== null && keeperCalled(known, organisationId, one)?.id === owner.id)
  return called ?? owner.id
}

/**
 * Who keeps the data of an organisation right, by id, e-mail address or name: one of its own people or of the coalition. Null when nobody,
 * or more than one, is called so.
 */
export function keeperCalled(known: KnownSupply, organisationId: string | null, called: string): KnownAccount | null {
  const keeps = (account: KnownAccount) => account.organisationId === organisationId || isOfCoalition(known, account)
  const byId = known.accounts.get(called)
  if (byId !== undefined && keeps(byId)) return byId
  const byEmail = called === '' ? [] : (indexOf(known).byEmail.get(called.toLowerCase()) ?? [])
  const found = new Set([...byEmail, ...accountsCalled(known, called)].filter(keeps))
  const [only] = found
  return found.size === 1 ? only! : null
}
