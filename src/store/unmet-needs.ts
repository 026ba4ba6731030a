// Unmet needs: each once for a case, what was needed and why it could not be had; never changed.
import { toSecond } from './instants.ts'
import { insertRow, unlessThere } from './row-statements.ts'
import type { Builder, Reader, Statement } from './store.ts'
import type { UnmetNeedRow } from './tables.ts'

export async function findUnmetNeed(reader: Reader, id: string): Promise<UnmetNeedRow | null> {
  const [row] = await reader.read(reader.build.selectFrom('unmet_need').selectAll().where('id', '=', id).compile())
  return row ?? null
}

/** Counted once, however often it is met. */
export const noteUnmetNeed = (build: Builder, row: UnmetNeedRow): Statement =>
  unlessThere(insertRow(build, 'unmet_need', { ...row, at: toSecond(row.at) }))

export type UnmetNeedFilter = {
  readonly municipality?: string | undefined
  readonly code?: string | undefined
  readonly reason?: string | undefined
  /** From this instant on. */
  readonly from: string
  /** Before this instant. */
  readonly until: string
}

/** The last one of the page before. */
export type UnmetNeedCursor = Pick<UnmetNeedRow, 'at' | 'id'>

/** At most `limit`, the latest first; a short page is the last one. */
export function unmetNeedsPage(
  reader: Reader,
  { municipality, code, reason, from, until }: UnmetNeedFilter,
  after: UnmetNeedCursor | null,
  limit: number,
): Promise<UnmetNeedRow[]> {
  let query = reader.build
    .selectFrom('unmet_need')
    .selectAll()
    .where('at', '>=', from)
    .where('at', '<', until)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
  if (municipality !== undefined) query = query.where('municipality', '=', municipality)
  if (code !== undefined) query = query.where('code', '=', code)
  if (reason !== undefined) query = query.where('reason', '=', reason)
  if (after !== null) query = query.where(({ eb, refTuple, tuple }) => eb(refTuple('at', 'id'), '<', tuple(after.at, after.id)))
  return reader.read(query.compile())
}
