// The seeded region: organisations, accounts, locations, offers and course runs of the invented Amstelland, as rows.
import type { SeedOffer } from '../../db/seed/offered.ts'
import { offers } from '../../db/seed/offers.ts'
import { locations } from '../../db/seed/providers.ts'
import { municipalities } from '../../db/seed/region.ts'
import { addPeriod, type IsoDate } from '../domain/calendar.ts'
import { Role } from '../domain/role.ts'
import { LocationDetails, monthsBetweenChecks, OfferDetails, RunDetails } from '../domain/supply.ts'
import { bytesOf } from '../engine/bytes.ts'
import { offerValue } from '../engine/supply-offer.ts'
import { insertAbsence } from '../store/absences.ts'
import { insertRun, replaceMeetings } from '../store/course-runs.ts'
import { insertLocation } from '../store/locations.ts'
import { insertOffer, replaceOfferAreas } from '../store/offers.ts'
import { changeOrganisation, insertAccount, insertOrganisation, loadOrganisation } from '../store/organisations.ts'
import type { Builder, Statement, Store } from '../store/store.ts'
import { addSupplyEvent } from '../store/supply-events.ts'
import type { OfferRow, OrganisationRow } from '../store/tables.ts'
import { accounts, organisations } from './cast.ts'
import { seedRuns } from './seed-courses.ts'

/** Names the coalition whose data are all invented: over these the clock may be put forward. */
export const demoCoalition = 'amstelland'

/** Leaves a region that is there alone, so that more people can be added later. */
export async function seedRegion(store: Store, until: IsoDate): Promise<void> {
  if ((await loadOrganisation(store, demoCoalition)) !== null) return
  const { build } = store
  const written = await store.commit([
    ...organisations.map((one) => insertOrganisation(build, organisationRow(one))),
    ...accounts.map((one) => insertAccount(build, accountRow(one, until))),
    // Only now there is somebody to name.
    ...organisations.map((one) =>
      changeOrganisation(build, { ...organisationRow(one), coordinator_id: one.coordinator, version: 2 }),
    ),
    ...locations.map(({ id, organisation, municipality, postcode, ...details }) =>
      insertLocation(build, {
        id,
        organisation_id: organisation,
        municipality,
        postcode,
        details: bytesOf(LocationDetails.parse(details)),
        version: 1,
      }),
    ),
    ...offers.flatMap((offer) => offerStatements(build, offer, until)),
    ...seedRuns(until).flatMap((run) => runStatements(build, run)),
    awayNow(build, until),
  ])
  if (!written.ok) throw new Error('Part of the seeded region is there already, and part is not')
}

function organisationRow({ id, kind, municipality, name }: (typeof organisations)[number]): OrganisationRow {
  const more = kind === 'coalition' ? { demo: true, municipalities } : { email: `info@${id}.example`, phone: '020 000 0000' }
  return { id, kind, municipality, details: bytesOf({ name, ...more }), version: 1, coordinator_id: null }
}

function accountRow(
  { id, organisation, role, name, askMe, days, login, silentForWeeks }: (typeof accounts)[number],
  until: IsoDate,
) {
  return {
    id,
    organisation_id: organisation,
    role: Role.parse(role),
    // The domain is nobody's (RFC 2606).
    details: bytesOf({ name, email: `${id}@valpad.example`, phone: '06-0000 0000', askMe, days }),
    active: 1,
    login: login === false ? 0 : 1,
    left_on: null,
    // Unknown is no silence: nobody logged in to play these lives.
    last_seen_on: silentForWeeks === undefined ? null : addPeriod(until, -silentForWeeks, 'weeks'),
    version: 1,
  }
}

/** Added long ago, and then checked by its owner, or never. */
function offerStatements(build: Builder, offer: SeedOffer, until: IsoDate): Statement[] {
  const added = offerRow(offer, until)
  const checkedOn = offer.checkedMonthsAgo === null ? null : addPeriod(until, -offer.checkedMonthsAgo, 'months')
  const row: OfferRow =
    checkedOn === null
      ? added
      : { ...added, version: 2, last_checked_on: checkedOn, next_check_on: addPeriod(checkedOn, monthsBetweenChecks, 'months') }
  const event = (at: IsoDate, actor: string, role: string, action: string, stood: OfferRow): Statement =>
    addSupplyEvent(build, {
      id: `${offer.id}-v${stood.version}`,
      at: `${at}T09:00:00Z`,
      actor_id: actor,
      actor_role: role,
      noun: 'offer',
      noun_id: offer.id,
      action,
      version: stood.version,
      payload: bytesOf(offerValue(stood, offer.areas)),
      request_id: 'seed',
    })
  const { role } = accounts.find(({ id }) => id === offer.contact)!
  return [
    insertOffer(build, row),
    ...replaceOfferAreas(build, offer.id, offer.areas),
    event(added.valid_from, 'coordinator-amstelland', 'coordinator', 'added', added),
    ...(checkedOn === null ? [] : [event(checkedOn, offer.contact, role, 'confirmed', row)]),
  ]
}

function offerRow(offer: SeedOffer, until: IsoDate): OfferRow {
  const { certificateMonths, endsInMonths, course: _, ...seed } = offer
  return {
    id: seed.id,
    organisation_id: seed.organisation,
    code: seed.code,
    municipality: seed.municipality,
    domain: seed.domain,
    details: bytesOf(detailsOf(offer, until)),
    version: 1,
    // Before anybody who is played decided on it.
    valid_from: `${Number(until.slice(0, 4)) - 3}-01-01`,
    valid_until: endsInMonths === null ? null : addPeriod(until, endsInMonths, 'months'),
    location_id: seed.location,
    contact_id: seed.contact,
    deputy_id: seed.deputy,
    owner_id: seed.contact,
    certificate_until: certificateMonths === null ? null : addPeriod(until, certificateMonths, 'months'),
    last_checked_on: null,
    next_check_on: null,
  }
}

function detailsOf(offer: SeedOffer, until: IsoDate): OfferDetails {
  const { name, form, forWhom, languages, cost, payer, waitWeeks, days, time } = offer
  const year = Number(until.slice(0, 4))
  // The basic insurance pays since 2024; a municipality agrees on it for some years at a time.
  const [validFrom, validUntil] = payer === 'zvw' ? ['2024-01-01', null] : [`${year - 3}-01-01`, `${year + 1}-12-31`]
  return OfferDetails.parse({
    name,
    form,
    forWhom,
    languages,
    access: locations.find(({ id }) => id === offer.location)?.access ?? [],
    cost,
    funding: [{ payer, validFrom, validUntil, deductible: payer === 'zvw' }],
    certificate: offer.certificateMonths === null ? null : { name: 'Certificaat Otago (verzonnen)' },
    waitWeeks,
    days,
    time,
  })
}

function runStatements(build: Builder, { id, offer, startsOn, endsOn, places, meetings }: ReturnType<typeof seedRuns>[number]) {
  return [
    insertRun(build, {
      id,
      offer_id: offer.id,
      starts_on: startsOn,
      ends_on: endsOn,
      places,
      taken: 0,
      waiting: 0,
      open: 1,
      details: bytesOf(RunDetails.parse({ days: offer.days, time: offer.time })),
      version: 1,
    }),
    ...replaceMeetings(
      build,
      id,
      meetings.map(({ id: meetingId, heldOn }, index) => ({
        id: meetingId,
        run_id: id,
        number: index + 1,
        held_on: heldOn,
        details: bytesOf({}),
      })),
    ),
  ]
}

/** Somebody is on holiday these weeks, and her deputy has her work. */
const awayNow = (build: Builder, until: IsoDate): Statement =>
  insertAbsence(build, {
    id: 'away-poederdoos',
    account_id: 'pharmacist-poederdoos',
    kind: 'absence',
    from_on: addPeriod(until, -2, 'days'),
    until_on: addPeriod(until, 12, 'days'),
    replacement_id: 'pharmacist2-poederdoos',
    note: bytesOf({ text: 'Vakantie. Spoed eerst bellen met de balie.' }),
    state: 'planned',
    acknowledged_at: null,
    created_at: `${addPeriod(until, -20, 'days')}T09:00:00Z`,
    version: 1,
  })
