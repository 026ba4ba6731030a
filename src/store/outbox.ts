// The outbox: messages that a change gave rise to, sent after it is on disk, at least once.
import { secondsAfter, toSecond } from './instants.ts'
import { insertRows } from './row-statements.ts'
import { type Builder, type Reader, type Statement, statement } from './store.ts'
import type { OutboxRow } from './tables.ts'

/** What a sender took up: the attempt it saw tells two senders apart. */
export type Taken = { readonly id: string; readonly attempt: number }

export const addToOutbox = (build: Builder, rows: readonly OutboxRow[]): Statement =>
  insertRows(
    build,
    'outbox',
    rows.map((row) => ({ ...row, next_try_at: toSecond(row.next_try_at) })),
  )

/** Those that may be taken at `at`, longest waiting first; of one case in the order of its log, none before one that has to wait. */
export const waitingMessages = (reader: Reader, at: string, limit: number): Promise<OutboxRow[]> =>
  reader.read(
    reader.build
      .selectFrom('outbox')
      .selectAll()
      .where('state', '=', 'waiting')
      .where('next_try_at', '<=', toSecond(at))
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom('outbox as earlier')
              .select('earlier.id')
              .whereRef('earlier.case_id', '=', 'outbox.case_id')
              .where('earlier.state', '=', 'waiting')
              .whereRef('earlier.next_try_at', '>', 'outbox.next_try_at')
              .where(({ eb, refTuple }) =>
                eb(refTuple('earlier.seq', 'earlier.effect_no'), '<', refTuple('outbox.seq', 'outbox.effect_no') as never),
              ),
          ),
        ),
      )
      .orderBy('next_try_at')
      .orderBy('case_id')
      .orderBy('seq')
      .orderBy('effect_no')
      .limit(limit)
      .compile(),
  )

export const messagesOfCase = (reader: Reader, caseId: string): Promise<OutboxRow[]> =>
  reader.read(
    reader.build
      .selectFrom('outbox')
      .selectAll()
      .where('case_id', '=', caseId)
      .orderBy('seq')
      .orderBy('effect_no')
      .orderBy('id')
      .compile(),
  )

export const markSent = (build: Builder, taken: Taken, sentAt: string): Statement =>
  statement(settled(build, taken).set({ state: 'sent', sent_at: sentAt, attempt: taken.attempt + 1 }), 1)

/** Waits longer after each attempt. */
export const markFailed = (build: Builder, taken: Taken, failedAt: string): Statement =>
  statement(
    settled(build, taken).set({
      attempt: taken.attempt + 1,
      next_try_at: secondsAfter(failedAt, secondsBeforeRetry(taken.attempt + 1)),
    }),
    1,
  )

/** Given up; somebody has to look at it. */
export const markDead = (build: Builder, taken: Taken): Statement =>
  statement(settled(build, taken).set({ state: 'dead', attempt: taken.attempt + 1 }), 1)

/** Half a minute after the first failed attempt, twice as long after each next, six hours at most. */
export const secondsBeforeRetry = (attempt: number): number => Math.min(30 * 2 ** (attempt - 1), 6 * 3600)

const settled = (build: Builder, { id, attempt }: Taken) =>
  build.updateTable('outbox').where('id', '=', id).where('state', '=', 'waiting').where('attempt', '=', attempt)
