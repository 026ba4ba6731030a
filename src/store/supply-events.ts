// What was changed in the supply, by whom and to what. Append-only.
import { insertRow } from './row-statements.ts'
import type { Builder, Reader, Statement } from './store.ts'
import type { SupplyEventRow } from './tables.ts'

export const addSupplyEvent = (build: Builder, row: SupplyEventRow): Statement => insertRow(build, 'supply_event', row)

/** Of one organisation, location, offer, run or account; at most `limit` with a version above `afterVersion`, the oldest first. */
export const supplyEventsOf = (
  reader: Reader,
  noun: string,
  nounId: string,
  afterVersion: number,
  limit: number,
): Promise<SupplyEventRow[]> =>
  reader.read(
    reader.build
      .selectFrom('supply_event')
      .selectAll()
      .where('noun', '=', noun)
      .where('noun_id', '=', nounId)
      .where('version', '>', afterVersion)
      .orderBy('version')
      .limit(limit)
      .compile(),
  )

/** The same, the latest first, with a version below `beforeVersion`. */
export function latestSupplyEvents(
  reader: Reader,
  noun: string,
  nounId: string,
  beforeVersion: number | null,
  limit: number,
): Promise<SupplyEventRow[]> {
  const query = reader.build
    .selectFrom('supply_event')
    .selectAll()
    .where('noun', '=', noun)
    .where('noun_id', '=', nounId)
    .orderBy('version', 'desc')
    .limit(limit)
  return reader.read((beforeVersion === null ? query : query.where('version', '<', beforeVersion)).compile())
}

/** When each of these was added, by id; from before changes were kept: not in it. */
export async function addedAt(reader: Reader, noun: string, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await reader.read(
    reader.build
      .selectFrom('supply_event')
      .select(['noun_id', 'at'])
      .where('noun', '=', noun)
      .where('noun_id', 'in', [...ids])
      .where('action', '=', 'added')
      .compile(),
  )
  return new Map(rows.map(({ noun_id, at }) => [noun_id, at]))
}
