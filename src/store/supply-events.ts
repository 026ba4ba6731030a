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
