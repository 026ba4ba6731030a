// Practices, providers and coalitions, and the people who work there.
import { insertRow } from './row-statements.ts'
import { type Builder, type Reader, type Statement, statement } from './store.ts'
import type { AccountRow, OrganisationRow } from './tables.ts'

export async function loadOrganisation(reader: Reader, id: string): Promise<OrganisationRow | null> {
  const [row] = await reader.read(reader.build.selectFrom('organisation').selectAll().where('id', '=', id).compile())
  return row ?? null
}

export const organisationsOf = (reader: Reader, kind: OrganisationRow['kind']): Promise<OrganisationRow[]> =>
  reader.read(reader.build.selectFrom('organisation').selectAll().where('kind', '=', kind).orderBy('id').compile())

/** The last one of the page before. */
type After = string | null

/** Of one kind or all, by id; at most `limit`, a short page is the last one. */
export function organisationsPage(
  reader: Reader,
  filter: Partial<Pick<OrganisationRow, 'kind' | 'municipality'>>,
  after: After,
  limit: number,
): Promise<OrganisationRow[]> {
  const query = reader.build
    .selectFrom('organisation')
    .selectAll()
    .where((where) => where.and(filter))
    .orderBy('id')
    .limit(limit)
  return reader.read((after === null ? query : query.where('id', '>', after)).compile())
}

export const organisationsByIds = (reader: Reader, ids: readonly string[]): Promise<OrganisationRow[]> =>
  ids.length === 0
    ? Promise.resolve([])
    : reader.read(reader.build.selectFrom('organisation').selectAll().where('id', 'in', ids).orderBy('id').compile())

export const organisationsCoordinatedBy = (reader: Reader, accountId: string): Promise<OrganisationRow[]> =>
  reader.read(reader.build.selectFrom('organisation').selectAll().where('coordinator_id', '=', accountId).orderBy('id').compile())

export const insertOrganisation = (build: Builder, row: OrganisationRow): Statement => insertRow(build, 'organisation', row)

/** `row.version` is the new one; refused unless the stored one is the version before it. */
export const changeOrganisation = (build: Builder, { id, ...row }: OrganisationRow): Statement =>
  statement(
    build
      .updateTable('organisation')
      .set(row)
      .where('id', '=', id)
      .where('version', '=', row.version - 1),
    1,
  )

export async function loadAccount(reader: Reader, id: string): Promise<AccountRow | null> {
  const [row] = await reader.read(reader.build.selectFrom('account').selectAll().where('id', '=', id).compile())
  return row ?? null
}

export const allAccounts = (reader: Reader): Promise<AccountRow[]> =>
  reader.read(reader.build.selectFrom('account').selectAll().orderBy('id').compile())

export const insertAccount = (build: Builder, row: AccountRow): Statement => insertRow(build, 'account', row)

export const accountsByIds = (reader: Reader, ids: readonly string[]): Promise<AccountRow[]> =>
  ids.length === 0
    ? Promise.resolve([])
    : reader.read(reader.build.selectFrom('account').selectAll().where('id', 'in', ids).orderBy('id').compile())

/** `row.version` is the new one; refused unless the stored one is the version before it. */
export const changeAccount = (build: Builder, { id, last_seen_on: _, ...row }: AccountRow): Statement =>
  statement(
    build
      .updateTable('account')
      .set(row)
      .where('id', '=', id)
      .where('version', '=', row.version - 1),
    1,
  )

/** The last account of the page before. */
export type AccountCursor = Pick<AccountRow, 'organisation_id' | 'id'>

export type AccountFilter = {
  readonly organisationId?: string | undefined
  /** Of an organisation in this municipality, or with an offer that serves this area. */
  readonly area?: string | undefined
  /** Active, and not left on this day. */
  readonly hereOn?: string | undefined
  readonly notRoles: readonly string[]
}

/** By organisation and then by id; at most `limit`, a short page is the last one. */
export function accountsPage(
  reader: Reader,
  { organisationId, area, hereOn, notRoles }: AccountFilter,
  after: AccountCursor | null,
  limit: number,
): Promise<AccountRow[]> {
  let query = reader.build.selectFrom('account').selectAll().orderBy('organisation_id').orderBy('id').limit(limit)
  if (notRoles.length > 0) query = query.where('role', 'not in', notRoles as AccountRow['role'][])
  if (organisationId !== undefined) query = query.where('organisation_id', '=', organisationId)
  if (hereOn !== undefined)
    query = query
      .where('active', '=', 1)
      .where((where) => where.or([where('left_on', 'is', null), where('left_on', '>', hereOn)]))
  if (area !== undefined)
    query = query.where((where) =>
      where.or([
        where('organisation_id', 'in', (from) => from.selectFrom('organisation').select('id').where('municipality', '=', area)),
        where('organisation_id', 'in', (from) =>
          from
            .selectFrom('offer')
            .innerJoin('offer_area', 'offer_area.offer_id', 'offer.id')
            .select('offer.organisation_id')
            .where('offer_area.area', '=', area),
        ),
      ]),
    )
  if (after !== null)
    query = query.where(({ eb, refTuple, tuple }) =>
      eb(refTuple('organisation_id', 'id'), '>', tuple(after.organisation_id, after.id)),
    )
  return reader.read(query.compile())
}
