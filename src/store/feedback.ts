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

/** Of one practice, the newest first: what nobody has read yet, or what somebody has. */
export function feedbackPage(
  reader: Reader,
  practiceId: string,
  unread: boolean,
  after: FeedbackCursor | null,
  limit: number,
): Promise<FeedbackRow[]> {
  const query = reader.build.selectFrom('feedback').selectAll().where('practice_id', '=', practiceId).limit(limit)
  if (unread) {
    // `read_at` is empty in all of them; named so that PostgreSQL too reads them off the index in order.
    const open = query.where('read_at', 'is', null).orderBy('read_at', 'desc').orderBy('at', 'desc').orderBy('id', 'desc')
    return reader.read(
      (after === null
        ? open
        : open.where(({ eb, refTuple, tuple }) => eb(refTuple('at', 'id'), '<', tuple(after.at, after.id)))
      ).compile(),
    )
  }
  const read = query.where('read_at', 'is not', null).orderBy('read_at', 'desc').orderBy('at', 'desc').orderBy('id', 'desc')
  return reader.read(
    (after === null
      ? read
      : read.where(({ eb, refTuple, tuple }) => eb(refTuple('read_at', 'at', 'id'), '<', tuple(after.on, after.at, after.id)))
    ).compile(),
  )
}

/** Refused when somebody has read it before. */
export const markFeedbackRead = (build: Builder, id: string, readBy: string, readAt: string): Statement =>
  statement(
    build.updateTable('feedback').set({ read_by: readBy, read_at: readAt }).where('id', '=', id).where('read_at', 'is', null),
    1,
  )
