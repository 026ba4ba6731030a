// Assignments to a provider: drawn from the log, and what somebody who edits one names the version of.
import { type Builder, type Reader, type Statement, statement } from './store.ts'
import type { AssignmentRow } from './tables.ts'

export async function loadAssignment(reader: Reader, id: string): Promise<AssignmentRow | null> {
  const [row] = await reader.read(reader.build.selectFrom('assignment').selectAll().where('id', '=', id).compile())
  return row ?? null
}

export const assignmentsOf = (reader: Reader, caseId: string): Promise<AssignmentRow[]> =>
  reader.read(reader.build.selectFrom('assignment').selectAll().where('case_id', '=', caseId).orderBy('id').compile())

export const insertAssignment = (build: Builder, row: AssignmentRow): Statement =>
  statement(build.insertInto('assignment').values(row), 1)

/** `row.version` is the new one; refused unless the stored one is the version before it. */
export const changeAssignment = (build: Builder, { id, ...row }: AssignmentRow): Statement =>
  statement(
    build
      .updateTable('assignment')
      .set(row)
      .where('id', '=', id)
      .where('version', '=', row.version - 1),
    1,
  )

/** Before the assignments of a case are drawn anew from its log. */
export const discardAssignments = (build: Builder, caseId: string): Statement =>
  statement(build.deleteFrom('assignment').where('case_id', '=', caseId))
