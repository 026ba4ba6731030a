// Notes beside the questions of an analysis that is not finished: outside the log, one row per item and person.
import { insertRow } from './row-statements.ts'
import { type Builder, type Reader, type Statement, statement } from './store.ts'
import type { DraftNoteRow } from './tables.ts'

export const notesOf = (reader: Reader, caseId: string): Promise<DraftNoteRow[]> =>
  reader.read(
    reader.build.selectFrom('draft_note').selectAll().where('case_id', '=', caseId).orderBy('item').orderBy('actor_id').compile(),
  )

/** Refused when somebody saved a later revision, or this operation was done already. Revision 1 is the first. */
export function putNote(build: Builder, row: DraftNoteRow): Statement {
  if (row.revision === 1) return insertRow(build, 'draft_note', row)
  const { case_id, item, actor_id, ...rest } = row
  return statement(
    build
      .updateTable('draft_note')
      .set(rest)
      .where('case_id', '=', case_id)
      .where('item', '=', item)
      .where('actor_id', '=', actor_id)
      .where('revision', '=', row.revision - 1),
    1,
  )
}

export const discardNotes = (build: Builder, caseId: string): Statement =>
  statement(build.deleteFrom('draft_note').where('case_id', '=', caseId))
