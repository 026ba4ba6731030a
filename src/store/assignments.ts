// Assignments to a provider: drawn from the log, and what somebody who edits one names the version of.
import { type Builder, type Reader, type Statement, statement } from './store.ts'
import type { AssignmentRow } from './tables.ts'

export async function loadAssignment(reader: Reader, id: string): Promise<AssignmentRow | null> {
  const [row] = await reader.read(reader.build.selectFrom('assignment').selectAll().where('id', '=', id).compile())
  return row ?? null
}

export const assignmentsOf = (reader: Reader, caseId: string): Promise<AssignmentRow[]> =>
  reader.read(reader.build.selectFrom('assignment').selectAll().where('case_id', '=', caseId).orderBy('id').compile())

/** New, or in the place of what was there: the move of its case guards it. */
export function putAssignment(build: Builder, row: AssignmentRow): Statement {
  const { id, ...rest } = row
  return statement(
    build
      .insertInto('assignment')
      .values(row)
      .onConflict((conflict) => conflict.column('id').doUpdateSet(rest)),
    1,
  )
}

/** Before the assignments of a case are drawn anew from its log. */
export const discardAssignments = (build: Builder, caseId: string): Statement =>
  statement(build.deleteFrom('assignment').where('case_id', '=', caseId))
