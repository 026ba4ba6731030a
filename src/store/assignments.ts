// Assignments to a provider: drawn from the log, and what somebody who edits one names the version of.
import { insertRow } from './row-statements.ts'
import { type Builder, type Reader, type Statement, statement } from './store.ts'
import type { AssignmentRow } from './tables.ts'

export async function loadAssignment(reader: Reader, id: string): Promise<AssignmentRow | null> {
  const [row] = await reader.read(reader.build.selectFrom('assignment').selectAll().where('id', '=', id).compile())
  return row ?? null
}

export const assignmentsOf = (reader: Reader, caseId: string): Promise<AssignmentRow[]> =>
  reader.read(reader.build.selectFrom('assignment').selectAll().where('case_id', '=', caseId).orderBy('id').compile())

export const insertAssignment = (build: Builder, row: AssignmentRow): Statement => insertRow(build, 'assignment', row)

/** One change of a case may raise the version by more than one, or leave it: refused unless the stored one is still `fromVersion`. */
export const changeAssignment = (build: Builder, { id, ...row }: AssignmentRow, fromVersion: number): Statement =>
  statement(build.updateTable('assignment').set(row).where('id', '=', id).where('version', '=', fromVersion), 1)

/** A guard that changes nothing: refused unless the assignment still stands as it was read. */
export const keepAssignment = (build: Builder, { id, version, state }: AssignmentRow): Statement =>
  statement(
    build
      .updateTable('assignment')
      .set({ version })
      .where('id', '=', id)
      .where('version', '=', version)
      .where('state', '=', state),
    1,
  )

/** Whether open work stands on this person's own name, under one of these headings. */
export async function holdsWork(reader: Reader, accountId: string, tabs: readonly string[]): Promise<boolean> {
  const query = reader.build
    .selectFrom('assignment')
    .select('id')
    .where('holder_id', '=', accountId)
    .where('tab', 'in', [...tabs])
  return (await reader.read(query.limit(1).compile())).length > 0
}

/** Before the assignments of a case are drawn anew from its log. */
export const discardAssignments = (build: Builder, caseId: string): Statement =>
  statement(build.deleteFrom('assignment').where('case_id', '=', caseId))
