// Deadlines: one row for each, pending until it fires or is stopped.
import { toSecond } from './instants.ts'
import { putRow } from './row-statements.ts'
import { type Builder, type Reader, type Statement, statement } from './store.ts'
import type { DeadlineRow } from './tables.ts'

/** A new deadline, or the new shape of one that was paused, resumed or moved. */
export const putDeadline = (build: Builder, row: DeadlineRow): Statement =>
  putRow(build, 'deadline', 'id', { ...row, due_at: toSecond(row.due_at) })

/** Only a pending deadline can be stopped or fired, once. */
export const stopDeadline = (build: Builder, id: string): Statement => settle(build, id, 'stopped')
export const markFired = (build: Builder, id: string): Statement => settle(build, id, 'fired')

const settle = (build: Builder, id: string, state: 'stopped' | 'fired'): Statement =>
  statement(build.updateTable('deadline').set({ state }).where('id', '=', id).where('state', '=', 'pending'), 1)

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

/** Every deadline there ever was of a case. */
export const deadlinesOf = (reader: Reader, caseId: string): Promise<DeadlineRow[]> =>
  reader.read(reader.build.selectFrom('deadline').selectAll().where('case_id', '=', caseId).orderBy('id').compile())

/** Before the deadlines of a case are drawn anew from its log. */
export const discardDeadlines = (build: Builder, caseId: string): Statement =>
  statement(build.deleteFrom('deadline').where('case_id', '=', caseId))
