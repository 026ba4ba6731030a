// Draft answers of an analysis that is not finished: outside the log, one row per item and person.
import { insertRow } from './row-statements.ts'
import { type Builder, type Reader, type Statement, statement } from './store.ts'
import type { DraftRow } from './tables.ts'

export const draftsOf = (reader: Reader, caseId: string): Promise<DraftRow[]> =>
  reader.read(
    reader.build
      .selectFrom('draft_answer')
      .selectAll()
      .where('case_id', '=', caseId)
      .orderBy('item')
      .orderBy('actor_id')
      .compile(),
  )

/** Of each of these cases with an answer: how many questions have one, and when the last was saved. */
export async function draftProgress(
  reader: Reader,
  caseIds: readonly string[],
): Promise<{ caseId: string; answered: number; savedAt: string }[]> {
  if (caseIds.length === 0) return []
  const rows = await reader.read(
    reader.build
      .selectFrom('draft_answer')
      .select(({ fn, ref }) => [
        'case_id as caseId',
        fn.count<number | string>(ref('item')).distinct().as('answered'),
        fn.max('at').as('savedAt'),
      ])
      .where('case_id', 'in', [...new Set(caseIds)])
      .groupBy('case_id')
      .compile(),
  )
  // A count comes as a number from one database and as a text from the other.
  return rows.map(({ answered, ...rest }) => ({ ...rest, answered: Number(answered) }))
}

/** Refused when somebody saved a later revision, or this operation was done already. Revision 1 is the first. */
export function putDraft(build: Builder, row: DraftRow): Statement {
  if (row.revision === 1) return insertRow(build, 'draft_answer', row)
  const { case_id, item, actor_id, ...rest } = row
  return statement(
    build
      .updateTable('draft_answer')
      .set(rest)
      .where('case_id', '=', case_id)
      .where('item', '=', item)
      .where('actor_id', '=', actor_id)
      .where('revision', '=', row.revision - 1),
    1,
  )
}

/** When the analysis is finished or the case closed: what counted is in the log by then. */
export const discardDrafts = (build: Builder, caseId: string): Statement =>
  statement(build.deleteFrom('draft_answer').where('case_id', '=', caseId))
