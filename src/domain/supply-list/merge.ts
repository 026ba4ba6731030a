// What a row comes to: what is known of the offer, with what the list says in its place.
import { addPeriod } from '../calendar.ts'
import { canonicalJson } from '../canonical.ts'
import { monthsBetweenChecks } from '../supply.ts'
import { nameKey } from './column-kinds.ts'
import { columnNames } from './columns.ts'
import { type KnownOffer, type KnownRun, type KnownSupply, keeperCalled, rowOfOffer, runFieldsOf } from './known.ts'
import type { ListNames } from './names.ts'
import type { Said } from './read-rows.ts'
import { blankRow, type ColumnName, isOfRun, type ListRow } from './row.ts'
import type { OrganisationOf, Scope } from './scope.ts'

/** An empty cell says nothing here: what is known stays, or what follows from the rest. Elsewhere an empty cell empties. */
const keptWhenEmpty: ReadonlySet<ColumnName> = new Set([
  'organisation',
  'organisationId',
  'offerId',
  'runId',
  'name',
  'intervention',
  'municipality',
  'domain',
  'form',
  'areas',
  'locationMunicipality',
  'languages',
  'start',
  'end',
  'places',
  'open',
  'price',
  'pricePer',
  'contact',
  'contactEmail',
  'contactPhone',
  'deputy',
  'deputyEmail',
  'deputyPhone',
  'owner',
  'validFrom',
  'lastChecked',
  'nextCheck',
] satisfies ColumnName[])

const isEmpty = (value: unknown): boolean => value === null || value === undefined || (Array.isArray(value) && value.length === 0)

function spoken(said: Said): Said {
  const entries = Object.entries(said) as [ColumnName, unknown][]
  return Object.fromEntries(entries.filter(([name, value]) => !(isEmpty(value) && keptWhenEmpty.has(name)))) as Said
}

/** As areas are kept. */
const sorted = (said: Said): Said => (said.areas === undefined ? said : { ...said, areas: [...said.areas].sort() })

/** Of the offer alone: nothing of a run. */
export function mergedOffer(
  given: Said,
  offer: KnownOffer | null,
  organisation: OrganisationOf,
  names: ListNames,
  scope: Scope,
): ListRow {
  const said = sorted(spoken(given))
  const base = offer === null ? newRow(said, organisation, names, scope.today) : rowOfOffer(scope.known, offer)
  const merged: ListRow = {
    ...base,
    ...withoutOthersAddress('contact', said, base),
    ...withoutOthersAddress('deputy', said, base),
    ...said,
    ...sameSpelling(said, base),
    ...sameOwner(said, base, offer, scope.known),
  }
  return {
    ...merged,
    ...blankRun,
    ...location(merged),
    // Ids of another house mean nothing here.
    organisationId: organisation.id,
    organisation: organisation.name,
    offerId: offer?.id ?? null,
    areas: offer === null && merged.areas.length === 0 && merged.municipality !== null ? [merged.municipality] : merged.areas,
    pricePer: merged.pricePer ?? (merged.price === 0 ? 'course' : null),
    nextCheck: said.nextCheck ?? nextCheckAfter(merged.lastChecked, base),
    payers: payersFrom(merged, base),
  }
}

/** A new check asks for the next one; without one the date stays. */
const nextCheckAfter = (lastChecked: string | null, base: ListRow): string | null =>
  lastChecked === null || lastChecked === base.lastChecked
    ? base.nextCheck
    : addPeriod(lastChecked, monthsBetweenChecks, 'months')

const blankRun = Object.fromEntries(Object.entries(blankRow).filter(([name]) => isOfRun(name as ColumnName))) as Partial<ListRow>

function newRow(said: Said, organisation: OrganisationOf, names: ListNames, today: string): ListRow {
  const kind = names.interventions.find(({ code }) => code === said.intervention)
  return {
    ...blankRow,
    municipality: organisation.id === null ? null : organisation.municipality,
    domain: kind?.domain ?? null,
    form: kind?.form ?? null,
    languages: ['nl'],
    // A course that began already is given by an offer that was there then.
    validFrom: typeof said.start === 'string' && said.start < today ? said.start : today,
  }
}

/** Another person has another address. */
function withoutOthersAddress(who: 'contact' | 'deputy', said: Said, base: ListRow): Partial<ListRow> {
  const name = said[who]
  if (name === undefined || name === null || nameKey(name) === nameKey(base[who] ?? '')) return {}
  return who === 'contact' ? { contactEmail: null, contactPhone: null } : { deputyEmail: null, deputyPhone: null }
}

/** Somebody who is meant already keeps the name as it is here. */
function sameSpelling(said: Said, base: ListRow): Partial<ListRow> {
  const same = (who: 'contact' | 'deputy') => nameKey(said[who] ?? '') === nameKey(base[who] ?? '') && base[who] !== null
  return { ...(same('contact') ? { contact: base.contact } : {}), ...(same('deputy') ? { deputy: base.deputy } : {}) }
}

/** By name or by e-mail address: the same person is no change. */
function sameOwner({ owner }: Said, base: ListRow, offer: KnownOffer | null, known: KnownSupply): Partial<ListRow> {
  if (owner === undefined || owner === null || offer === null) return {}
  const meant = keeperCalled(known, offer.organisationId, owner)
  return meant !== null && meant.id === offer.ownerId ? { owner: base.owner } : {}
}

function location(row: ListRow): Partial<ListRow> {
  const { locationName, street, houseNumber, postcode, city, municipality } = row
  if ([locationName, street, houseNumber, postcode, city].every((part) => part === null))
    return { locationMunicipality: null, locationAccess: [] }
  const address = street === null ? null : [street, houseNumber].filter((part) => part !== null).join(' ')
  return { locationName: locationName ?? address, locationMunicipality: row.locationMunicipality ?? municipality }
}

/** From the day it was agreed before, else from the day the offer is valid. */
const payersFrom = ({ payers, validFrom }: ListRow, base: ListRow): ListRow['payers'] =>
  payers.map((one) =>
    one.validFrom === null
      ? { ...one, validFrom: base.payers.find(({ payer }) => payer === one.payer)?.validFrom ?? validFrom }
      : one,
  )

/** Of the run that a row names, beside what is said of its offer. */
export function mergedRun(given: Said, offerRow: ListRow, run: KnownRun | null): ListRow {
  const said = spoken(given)
  const base = run === null ? { open: true, runDays: offerRow.days, runTime: offerRow.time } : runFieldsOf(run)
  const ofRun = Object.fromEntries(Object.entries(said).filter(([name]) => isOfRun(name as ColumnName)))
  // Free places are counted elsewhere; here only what the list says of them.
  return { ...offerRow, ...base, free: null, ...ofRun, runId: run?.id ?? null }
}

export type ColumnChange = { readonly column: ColumnName; readonly before: unknown; readonly after: unknown }

/** Ids and what is only counted do not count as a change. */
const unchanging: ReadonlySet<ColumnName> = new Set(['offerId', 'organisationId', 'runId', 'free', 'organisation'])

const changesIn = (before: ListRow, after: ListRow, which: (name: ColumnName) => boolean): ColumnChange[] =>
  columnNames
    .filter((name) => which(name) && !unchanging.has(name))
    .filter((name) => canonicalJson(before[name]) !== canonicalJson(after[name]))
    .map((column) => ({ column, before: before[column], after: after[column] }))

export const offerChanges = (known: KnownSupply, offer: KnownOffer, after: ListRow): ColumnChange[] =>
  changesIn(rowOfOffer(known, offer), after, (name) => !isOfRun(name))

export const runChanges = (run: KnownRun, after: ListRow): ColumnChange[] =>
  changesIn({ ...blankRow, ...runFieldsOf(run) }, after, isOfRun)

/** Where two rows of one offer say different things of it; what the second does not say is no contradiction. */
export function differences(one: ListRow, other: ListRow, given: Said): ColumnName[] {
  const said = spoken(given)
  return changesIn(one, other, (name) => !isOfRun(name) && said[name] !== undefined).map(({ column }) => column)
}
