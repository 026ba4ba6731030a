// Locations: where a provider receives people.
import { insertRow } from './row-statements.ts'
import { type Builder, type Reader, type Statement, statement } from './store.ts'
import type { LocationRow } from './tables.ts'

export async function loadLocation(reader: Reader, id: string): Promise<LocationRow | null> {
  const [row] = await reader.read(reader.build.selectFrom('location').selectAll().where('id', '=', id).compile())
  return row ?? null
}

export const locationsByIds = (reader: Reader, ids: readonly string[]): Promise<LocationRow[]> =>
  ids.length === 0
    ? Promise.resolve([])
    : reader.read(reader.build.selectFrom('location').selectAll().where('id', 'in', ids).orderBy('id').compile())

/** At most `limit` after the id `after`; a short page is the last one. */
export function locationsPage(
  reader: Reader,
  organisationId: string | undefined,
  after: string | null,
  limit: number,
): Promise<LocationRow[]> {
  let query = reader.build.selectFrom('location').selectAll().orderBy('id').limit(limit)
  if (organisationId !== undefined) query = query.where('organisation_id', '=', organisationId)
  if (after !== null) query = query.where('id', '>', after)
  return reader.read(query.compile())
}

export const insertLocation = (build: Builder, row: LocationRow): Statement => insertRow(build, 'location', row)

/** `row.version` is the new one; refused unless the stored one is the version before it. */
export const changeLocation = (build: Builder, { id, ...row }: LocationRow): Statement =>
  statement(
    build
      .updateTable('location')
      .set(row)
      .where('id', '=', id)
      .where('version', '=', row.version - 1),
    1,
  )
