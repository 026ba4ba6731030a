// A bit of local supply for a test: providers, offers and runs that name only what matters.
import type { LocationDetails, OfferDetails } from '../../src/domain/supply.ts'
import { bytesOf } from '../../src/engine/bytes.ts'
import { insertRun, loadRun } from '../../src/store/course-runs.ts'
import { insertLocation } from '../../src/store/locations.ts'
import { insertOffer, replaceOfferAreas } from '../../src/store/offers.ts'
import { insertAccount, insertOrganisation } from '../../src/store/organisations.ts'
import type { Store } from '../../src/store/store.ts'
import type { AccountRow, CourseRunRow, OfferRow } from '../../src/store/tables.ts'

export const offerDetails: OfferDetails = {
  name: 'In Balans in het buurthuis (verzonnen)',
  form: 'group',
  forWhom: {},
  languages: ['nl'],
  access: [],
  cost: { cents: 0, per: 'course' },
  funding: [{ payer: 'municipality', validFrom: '2023-01-01', validUntil: null, deductible: false }],
  certificate: null,
  waitWeeks: null,
  days: [],
  time: null,
}

export type SomeOffer = Partial<Omit<OfferRow, 'details'>> & {
  readonly details?: Partial<OfferDetails>
  readonly areas?: readonly string[]
}

export function someSupply(store: Store) {
  const { build } = store
  const write = async (change: Parameters<Store['commit']>[0]) => {
    const committed = await store.commit(change)
    if (!committed.ok) throw new Error(`Statement ${committed.statement} of the test's supply met ${committed.rows} rows`)
  }
  return {
    provider: (id: string, municipality = 'GM0362') =>
      write([
        insertOrganisation(build, {
          id,
          kind: 'provider',
          municipality,
          details: bytesOf({ name: `${id} (verzonnen)` }),
          version: 1,
          coordinator_id: null,
        }),
      ]),
    account: (id: string, organisationId: string, more: Partial<AccountRow> = {}) =>
      write([
        insertAccount(build, {
          id,
          organisation_id: organisationId,
          role: 'socialProvider',
          details: bytesOf({ name: `${id} (verzonnen)`, phone: '020 000 0001' }),
          active: 1,
          login: 1,
          left_on: null,
          last_seen_on: null,
          version: 1,
          ...more,
        }),
      ]),
    location: (id: string, organisationId: string, postcode: string, municipality = 'GM0362') =>
      write([
        insertLocation(build, {
          id,
          organisation_id: organisationId,
          municipality,
          postcode,
          details: bytesOf({
            name: id,
            street: 'Dorpsstraat',
            houseNumber: '1',
            city: 'Amstelveen',
            access: [],
          } satisfies LocationDetails),
          version: 1,
        }),
      ]),
    /** Of `club` for In Balans in Amstelveen, unless something else is said. */
    offer: (id: string, { details, areas = ['GM0362'], ...more }: SomeOffer = {}) =>
      write([
        insertOffer(build, {
          id,
          organisation_id: 'club',
          code: 'inBalans',
          municipality: 'GM0362',
          domain: 'social',
          details: bytesOf({ ...offerDetails, ...details }),
          version: 1,
          valid_from: '2025-01-01',
          valid_until: null,
          location_id: null,
          contact_id: null,
          deputy_id: null,
          owner_id: null,
          certificate_until: null,
          last_checked_on: '2025-12-01',
          next_check_on: '2026-06-01',
          ...more,
        }),
        ...replaceOfferAreas(build, id, areas),
      ]),
    run: (id: string, offerId: string, places: number, more: Partial<CourseRunRow> = {}) =>
      write([
        insertRun(build, {
          id,
          offer_id: offerId,
          starts_on: '2026-02-02',
          ends_on: '2026-05-11',
          places,
          taken: 0,
          waiting: 0,
          open: 1,
          details: bytesOf({ days: [], time: null }),
          version: 1,
          ...more,
        }),
      ]),
    async counted(runId: string): Promise<Pick<CourseRunRow, 'taken' | 'waiting'>> {
      const { taken, waiting } = (await loadRun(store, runId))!
      return { taken, waiting }
    },
  }
}
