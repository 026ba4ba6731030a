// Offers for somebody: what there is in the local supply for some codes around one address, with the runs that are not over.
import type { IsoDate } from '../domain/calendar.ts'
import type { OfferToMatch, RunToMatch } from '../domain/matching.ts'
import type { LocationDetails, OfferDetails } from '../domain/supply.ts'
import { runsOfOffers } from '../store/course-runs.ts'
import { locationsByIds } from '../store/locations.ts'
import { areasOfOffers } from '../store/offers.ts'
import { organisationsByIds } from '../store/organisations.ts'
import type { Reader } from '../store/store.ts'
import type { CourseRunRow, LocationRow, OfferRow } from '../store/tables.ts'

export type Around = {
  readonly codes: readonly string[]
  readonly municipality: string
  /** Where the person lives, from small to large (`areasOf`). */
  readonly areas: readonly string[]
}

/** Also those that do not stand today, or not any more, and those for another part of the municipality: they are shown with why not. */
export async function offersFor(reader: Reader, around: Around, today: IsoDate): Promise<OfferToMatch[]> {
  const rows = await offersAround(reader, around)
  const ids = rows.map(({ id }) => id)
  const [areas, runs, locations, organisations] = await Promise.all([
    areasOfOffers(reader, ids),
    runsOfOffers(reader, ids, today),
    locationsByIds(reader, [...new Set(rows.flatMap(({ location_id }) => location_id ?? []))]),
    organisationsByIds(reader, [...new Set(rows.map(({ organisation_id }) => organisation_id))]),
  ])
  const runsOf = Map.groupBy(runs, ({ offer_id }) => offer_id)
  const locationOf = new Map(locations.map((row) => [row.id, row]))
  const nameOf = new Map(organisations.map(({ id, details }) => [id, read<{ name?: string }>(details).name ?? id]))
  return rows.map((row) => ({
    offerId: row.id,
    code: row.code,
    organisation: { id: row.organisation_id, name: nameOf.get(row.organisation_id) ?? row.organisation_id },
    municipality: row.municipality,
    areas: areas.get(row.id) ?? [],
    details: { ...emptyDetails, name: row.id, ...read<Partial<OfferDetails>>(row.details) },
    validFrom: row.valid_from,
    validUntil: row.valid_until,
    certificateUntil: row.certificate_until,
    lastCheckedOn: row.last_checked_on,
    nextCheckOn: row.next_check_on,
    location: locationIn(locationOf.get(row.location_id ?? '')),
    contactId: row.contact_id,
    deputyId: row.deputy_id,
    runs: (runsOf.get(row.id) ?? []).map(runIn),
  }))
}

/** An offer that was stored with less says less: nothing is made up. */
const emptyDetails: Omit<OfferDetails, 'name'> = {
  form: 'consult',
  forWhom: {},
  languages: ['nl'],
  access: [],
  cost: { cents: 0, per: 'meeting' },
  funding: [],
  certificate: null,
  waitWeeks: null,
  days: [],
  time: null,
}

const offersAround = (reader: Reader, { codes, municipality, areas }: Around): Promise<OfferRow[]> =>
  codes.length === 0
    ? Promise.resolve([])
    : reader.read(
        reader.build
          .selectFrom('offer')
          .selectAll()
          .where('code', 'in', [...codes])
          .where((offer) =>
            offer.or([
              offer('municipality', '=', municipality),
              offer.exists(
                offer
                  .selectFrom('offer_area')
                  .select('offer_area.offer_id')
                  .whereRef('offer_area.offer_id', '=', 'offer.id')
                  .where((one) =>
                    one.or([
                      one('offer_area.area', 'in', [...areas, municipality]),
                      one('offer_area.area', 'like', `WK${municipality.slice(2)}%`),
                      one('offer_area.area', 'like', `BU${municipality.slice(2)}%`),
                    ]),
                  ),
              ),
            ]),
          )
          .orderBy('id')
          .compile(),
      )

function locationIn(row: LocationRow | undefined): OfferToMatch['location'] {
  if (row === undefined) return null
  const { name, street, houseNumber, city, access } = read<LocationDetails>(row.details)
  const address = `${street} ${houseNumber}, ${city}`
  return { id: row.id, name, address, postcode: row.postcode, municipality: row.municipality, access }
}

const runIn = ({ id, starts_on, ends_on, places, taken, waiting, open }: CourseRunRow): RunToMatch => ({
  runId: id,
  startsOn: starts_on,
  endsOn: ends_on,
  places,
  taken,
  waiting,
  open: open === 1,
})

const decoder = new TextDecoder()

/** Written by us through the one door of the supply. */
const read = <Shape>(bytes: Uint8Array): Shape => JSON.parse(decoder.decode(bytes)) as Shape
