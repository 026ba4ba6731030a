// Deadlines: one row for each, pending until it fires or is stopped.
import { toSecond } from './instants.ts'
import { type Builder, type Reader, type Statement, statement } from './store.ts'
import type { DeadlineRow } from './tables.ts'

/** Which clock it is, whatever its row is called. */
export type DeadlineKey = {
  readonly caseId: string
  readonly subject: string
  readonly rule: string
  readonly about: string | null
}

export const insertDeadline = (build: Builder, row: DeadlineRow): Statement =>
  statement(build.insertInto('deadline').values({ ...row, due_at: toSecond(row.due_at) }), 1)

/** Stops what is pending of it; nothing pending is no conflict. */
export const stopDeadline = (build: Builder, { caseId, subject, rule, about }: DeadlineKey): Statement =>
  statement(
    build
      .updateTable('deadline')
      .set({ state: 'stopped' })
      .where('case_id', '=', caseId)
      .where('state', '=', 'pending')
      .where('subject', '=', subject)
      .where('rule', '=', rule)
      .where('about', about === null ? 'is' : '=', about),
  )

/** Once: refused when it was fired or stopped in the meantime. */
export const markFired = (build: Builder, id: string): Statement =>
  statement(build.updateTable('deadline').set({ state: 'fired' }).where('id', '=', id).where('state', '=', 'pending'), 1)

/** Those that passed by `at` and run, earliest first. */
export const dueDeadlines = (reader: Reader, at: string, limit: number): Promise<DeadlineRow[]> =>
  reader.read(
    reader.build
      .selectFrom('deadline')
      .selectAll()
      .where('state', '=', 'pending')
      .where('due_at', '<=', toSecond(at))
      .where('paused_days', 'is', null)
      .orderBy('due_at')
      .orderBy('id')
      .limit(limit)
      .compile(),
  )

export const pendingDeadlines = (reader: Reader, caseId: string): Promise<DeadlineRow[]> =>
  reader.read(
    reader.build
      .selectFrom('deadline')
      .selectAll()
      .where('case_id', '=', caseId)
      .where('state', '=', 'pending')
      .orderBy('due_at')
      .orderBy('id')
      .compile(),
  )
