// The whole supply at once, for lists that go out or are compared with what there is: six short queries, however many rows.
import type { Reader } from './store.ts'
import type { AccountRow, CourseRunRow, LocationRow, OfferAreaRow, OfferRow, OrganisationRow } from './tables.ts'

export type WholeSupply = {
  readonly organisations: readonly OrganisationRow[]
  readonly accounts: readonly AccountRow[]
  readonly locations: readonly LocationRow[]
  readonly offers: readonly OfferRow[]
  readonly areas: readonly OfferAreaRow[]
  /** The earliest start first. */
  readonly runs: readonly CourseRunRow[]
}

export async function wholeSupply({ build, read }: Reader): Promise<WholeSupply> {
  const [organisations, accounts, locations, offers, areas, runs] = await Promise.all([
    read(build.selectFrom('organisation').selectAll().orderBy('id').compile()),
    read(build.selectFrom('account').selectAll().orderBy('id').compile()),
    read(build.selectFrom('location').selectAll().orderBy('id').compile()),
    read(build.selectFrom('offer').selectAll().orderBy('id').compile()),
    read(build.selectFrom('offer_area').selectAll().orderBy('offer_id').orderBy('area').compile()),
    read(build.selectFrom('course_run').selectAll().orderBy('starts_on').orderBy('id').compile()),
  ])
  return { organisations, accounts, locations, offers, areas, runs }
}
