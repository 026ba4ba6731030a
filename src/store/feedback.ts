// Feedback: what the referrer is told of an assignment without asking, until somebody at the practice has read it.
import { insertRows } from './row-statements.ts'
import { type Builder, type Reader, type Statement, statement } from './store.ts'
import type { FeedbackRow } from './tables.ts'

export const insertFeedback = (build: Builder, rows: readonly FeedbackRow[]): Statement => insertRows(build, 'feedback', rows)

export async function loadFeedback(reader: Reader, id: string): Promise<FeedbackRow | null> {
  const [row] = await reader.read(reader.build.selectFrom('feedback').selectAll().where('id', '=', id).compile())
  return row ?? null
}

/** The last line of the page before: `on` is when it was said of what is unread, when it was read of the rest. */
export type FeedbackCursor = { readonly on: string; readonly at: string; readonly id: string }
/** The same of what is unread; `urgent`: it stood among the moments that come first. */
export type UnreadCursor = FeedbackCursor & { readonly urgent: 0 | 1 }

/** Of one practice: what somebody has read, the last first. */
export function readFeedbackPage(
  reader: Reader,
  practiceId: string,
  after: FeedbackCursor | null,
  limit: number,
): Promise<FeedbackRow[]> {
  const query = reader.build.selectFrom('feedback').selectAll().where('practice_id', '=', practiceId).limit(limit)
  const read = query.where('read_at', 'is not', null).orderBy('read_at', 'desc').orderBy('at', 'desc').orderBy('id', 'desc')
  return reader.read(
    (after === null
      ? read
      : read.where(({ eb, refTuple, tuple }) => eb(refTuple('read_at', 'at', 'id'), '<', tuple(after.on, after.at, after.id)))
    ).compile(),
  )
}

/** Of one practice: what nobody has read yet, first these moments, then the others; of each the newest first. */
export async function unreadFeedbackPage(
  reader: Reader,
  practiceId: string,
  first: readonly FeedbackRow['moment'][],
  after: UnreadCursor | null,
  limit: number,
): Promise<FeedbackRow[]> {
  const part = (urgent: boolean, from: UnreadCursor | null, most: number): Promise<FeedbackRow[]> => {
    const query = reader.build.selectFrom('feedback').selectAll().where('practice_id', '=', practiceId).limit(most)
    // `read_at` is empty in all of them; named so that PostgreSQL too reads them off the index in order.
    const open = query
      .where('read_at', 'is', null)
      .where('moment', urgent ? 'in' : 'not in', [...first])
      .orderBy('read_at', 'desc')
      .orderBy('at', 'desc')
      .orderBy('id', 'desc')
    return reader.read(
      (from === null
        ? open
        : open.where(({ eb, refTuple, tuple }) => eb(refTuple('at', 'id'), '<', tuple(from.at, from.id)))
      ).compile(),
    )
  }
  const urgent = after?.urgent !== 0 ? await part(true, after, limit) : []
  if (urgent.length === limit) return urgent
  return [...urgent, ...(await part(false, after?.urgent === 0 ? after : null, limit - urgent.length))]
}

/** Of one practice, counted no further than `most`. */
export async function countUnread(reader: Reader, practiceId: string, most: number): Promise<number> {
  const { build } = reader
  const some = build
    .selectFrom('feedback')
    .select('id')
    .where('practice_id', '=', practiceId)
    .where('read_at', 'is', null)
    .limit(most)
  const [row] = await reader.read(
    build
      .selectFrom(some.as('some'))
      .select(({ fn }) => fn.countAll<number | string>().as('count'))
      .compile(),
  )
  return Number(row?.count ?? 0)
}

/** Refused when somebody has read it before. */
export const markFeedbackRead = (build: Builder, id: string, readBy: string, readAt: string): Statement =>
  statement(
    build.updateTable('feedback').set({ read_by: readBy, read_at: readAt }).where('id', '=', id).where('read_at', 'is', null),
    1,
  )
