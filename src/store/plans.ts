// The codes that open a plan at home, and what came in by them. Of a code only its keyed hash is known here.
import { toSecond } from './instants.ts'
import { insertRow } from './row-statements.ts'
import { type Builder, type Reader, type Statement, statement } from './store.ts'
import type { PlanCodeRow, PlanMessageRow } from './tables.ts'

export const insertPlanCode = (build: Builder, row: PlanCodeRow): Statement => insertRow(build, 'plan_code', row)

/** All codes of a case are over from now on. */
export const endPlanCodes = (build: Builder, caseId: string, at: string): Statement =>
  statement(
    build
      .updateTable('plan_code')
      .set({ ended_at: toSecond(at) })
      .where('case_id', '=', caseId)
      .where('ended_at', 'is', null),
  )

export async function findPlanCode(reader: Reader, codeHash: string): Promise<PlanCodeRow | null> {
  const [row] = await reader.read(reader.build.selectFrom('plan_code').selectAll().where('code_hash', '=', codeHash).compile())
  return row ?? null
}

/** The latest of a case, whether it can still be used or not. */
export async function lastPlanCode(reader: Reader, caseId: string): Promise<PlanCodeRow | null> {
  const [row] = await reader.read(
    reader.build
      .selectFrom('plan_code')
      .selectAll()
      .where('case_id', '=', caseId)
      .where('ended_at', 'is', null)
      .orderBy('created_at', 'desc')
      .orderBy('id', 'desc')
      .limit(1)
      .compile(),
  )
  return row ?? null
}

/** Counted before it is looked at: of many who try at once, no more than `most` are heard. */
export const countTry = (build: Builder, id: string, most: number): Statement =>
  statement(
    build
      .updateTable('plan_code')
      .set(({ eb }) => ({ tries: eb('tries', '+', 1) }))
      .where('id', '=', id)
      .where('tries', '<', most),
    1,
  )

export const forgetTries = (build: Builder, id: string): Statement =>
  statement(build.updateTable('plan_code').set({ tries: 0 }).where('id', '=', id), 1)

export const insertPlanMessage = (build: Builder, row: PlanMessageRow): Statement => insertRow(build, 'plan_message', row)

/** The latest first. */
export const planMessages = (reader: Reader, caseId: string): Promise<PlanMessageRow[]> =>
  reader.read(
    reader.build
      .selectFrom('plan_message')
      .selectAll()
      .where('case_id', '=', caseId)
      .orderBy('at', 'desc')
      .orderBy('id', 'desc')
      .limit(20)
      .compile(),
  )

/** What was said about these assignments, in one query for all of their cases. */
export const planMessagesOf = async (
  reader: Reader,
  rows: readonly { readonly id: string; readonly case_id: string }[],
): Promise<PlanMessageRow[]> =>
  rows.length === 0
    ? []
    : reader.read(
        reader.build
          .selectFrom('plan_message')
          .selectAll()
          .where('case_id', 'in', [...new Set(rows.map(({ case_id }) => case_id))])
          .where(
            'assignment_id',
            'in',
            rows.map(({ id }) => id),
          )
          .compile(),
      )
