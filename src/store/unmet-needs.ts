// Unmet needs: each once for a case, what was needed and why it could not be had; never changed.
import { toSecond } from './instants.ts'
import { insertRow, unlessThere } from './row-statements.ts'
import type { Builder, Reader, Statement } from './store.ts'
import type { GapLookRow, UnmetNeedRow } from './tables.ts'

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

/** Gaps of one kind in one municipality that nobody looked at yet. */
export type OpenGap = Pick<UnmetNeedRow, 'code' | 'municipality' | 'reason'> & {
  readonly count: number
  readonly last_at: string
}

/** Those met from `from` on, by reason; the rows of one kind and municipality belong together. */
export async function openGaps(reader: Reader, from: string): Promise<OpenGap[]> {
  const rows = await reader.read(
    reader.build
      .selectFrom('unmet_need')
      .select(['code', 'municipality', 'reason'])
      .select(({ fn }) => [fn.countAll<number | string>().as('count'), fn.max('at').as('last_at')])
      .where('at', '>=', from)
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom('gap_look')
              .select('gap_look.at')
              .whereRef('gap_look.code', '=', 'unmet_need.code')
              .whereRef('gap_look.municipality', '=', 'unmet_need.municipality')
              .whereRef('gap_look.up_to', '>=', 'unmet_need.at'),
          ),
        ),
      )
      .groupBy(['code', 'municipality', 'reason'])
      .orderBy('code')
      .orderBy('municipality')
      .orderBy('reason')
      .compile(),
  )
  return rows.map((row) => ({ ...row, count: Number(row.count) }))
}

export const noteGapLook = (build: Builder, row: GapLookRow): Statement =>
  unlessThere(insertRow(build, 'gap_look', { ...row, up_to: toSecond(row.up_to), at: toSecond(row.at) }))
