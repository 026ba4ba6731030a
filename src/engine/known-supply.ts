// The supply as lists see it, from what is stored; and the names a list may use.
import { dayOf } from '../domain/calendar.ts'
import type { ContactDetails, LocationDetails, OfferDetails, OrganisationDetails, RunDetails } from '../domain/supply.ts'
import type { KnownOffer, KnownSupply } from '../domain/supply-list/known.ts'
import { type ListNames, namesFrom } from '../domain/supply-list/names.ts'
import type { OfferRow } from '../store/tables.ts'
import { wholeSupply } from '../store/whole-supply.ts'
import { parsedFrom } from './bytes.ts'
import type { Engine } from './engine.ts'
import { isHere } from './supply-desk.ts'

export async function knownSupply({ store, clock }: Engine): Promise<KnownSupply> {
  const today = dayOf(clock())
  const { organisations, accounts, locations, offers, areas, runs } = await wholeSupply(store)
  const areasOf = Map.groupBy(areas, ({ offer_id }) => offer_id)
  return {
    organisations: new Map(
      organisations.map(({ id, kind, municipality, details }) => {
        const { name = id } = parsedFrom<Partial<OrganisationDetails>>(details)
        return [id, { id, kind, municipality, name }]
      }),
    ),
    accounts: new Map(
      accounts.map((row) => {
        const { name = row.id, email = null, phone = null } = parsedFrom<Partial<ContactDetails>>(row.details)
        return [row.id, { id: row.id, organisationId: row.organisation_id, name, email, phone, here: isHere(row, today) }]
      }),
    ),
    locations: new Map(
      locations.map(({ id, organisation_id, municipality, postcode, details }) => [
        id,
        { id, organisationId: organisation_id, municipality, postcode, details: parsedFrom<LocationDetails>(details) },
      ]),
    ),
    offers: offers.map((row) => knownOffer(row, areasOf.get(row.id)?.map(({ area }) => area) ?? [])),
    runs: Map.groupBy(
      runs.map(({ id, version, offer_id, starts_on, ends_on, places, taken, open, details }) => ({
        id,
        version,
        offerId: offer_id,
        startsOn: starts_on,
        endsOn: ends_on,
        places,
        taken,
        open: open === 1,
        details: parsedFrom<Partial<RunDetails>>(details),
      })),
      ({ offerId }) => offerId,
    ),
  }
}

const knownOffer = (row: OfferRow, areas: readonly string[]): KnownOffer => ({
  id: row.id,
  version: row.version,
  organisationId: row.organisation_id,
  code: row.code,
  municipality: row.municipality,
  domain: row.domain === 'care' || row.domain === 'social' ? row.domain : null,
  areas,
  validFrom: row.valid_from,
  validUntil: row.valid_until,
  locationId: row.location_id,
  contactId: row.contact_id,
  deputyId: row.deputy_id,
  ownerId: row.owner_id,
  certificateUntil: row.certificate_until,
  lastCheckedOn: row.last_checked_on,
  nextCheckOn: row.next_check_on,
  details: parsedFrom<Partial<OfferDetails>>(row.details),
})

/** Of the newest pathway: what a list may call an intervention, and which municipalities there are. */
export function listNames({ newest }: Engine): ListNames {
  const { routing, followUps } = newest.rules
  const { municipalities } = newest.settings as { readonly municipalities?: NonNullable<ListNames['municipalities']> }
  return namesFrom(routing.interventions, followUps, municipalities ?? null)
}
