// The access log: who looked at whose data, or changed them, and whether that was allowed.
import { insertRow } from './row-statements.ts'
import type { Builder, Reader, Statement } from './store.ts'
import type { AccessRow } from './tables.ts'

export const accessLine = (build: Builder, row: AccessRow): Statement => insertRow(build, 'access_log', row)

/** Latest first; `before` is the last line of the previous page. */
export function accessToPerson(
  reader: Reader,
  personId: string,
  limit: number,
  before: Pick<AccessRow, 'at' | 'id'> | null = null,
): Promise<AccessRow[]> {
  const query = reader.build
    .selectFrom('access_log')
    .selectAll()
    .where('person_id', '=', personId)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
  return reader.read(
    (before === null
      ? query
      : query.where(({ eb, refTuple, tuple }) => eb(refTuple('at', 'id'), '<', tuple(before.at, before.id)))
    ).compile(),
  )
}

export async function countAccessTo(reader: Reader, personId: string): Promise<number> {
  const [row] = await reader.read(
    reader.build
      .selectFrom('access_log')
      .select(({ fn }) => fn.countAll<number>().as('lines'))
      .where('person_id', '=', personId)
      .compile(),
  )
  return Number(row?.lines ?? 0)
}
