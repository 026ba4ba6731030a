// What a change to draft answers needs beside putting one: taking one back, and holding the case still while it is written.
import { type Builder, type Statement, statement } from './store.ts'
import type { DraftRow } from './tables.ts'

/** Refused when it was saved again since `revision`. */
export const removeDraft = (
  build: Builder,
  { case_id, item, actor_id, revision }: Pick<DraftRow, 'case_id' | 'item' | 'actor_id' | 'revision'>,
): Statement =>
  statement(
    build
      .deleteFrom('draft_answer')
      .where('case_id', '=', case_id)
      .where('item', '=', item)
      .where('actor_id', '=', actor_id)
      .where('revision', '=', revision),
    1,
  )

/** Changes nothing; refused when the case moved since `seq`. First in its change: an answer never slips past the end of its analysis. */
export const holdCase = (build: Builder, id: string, seq: number): Statement =>
  statement(build.updateTable('care_case').set({ seq }).where('id', '=', id).where('seq', '=', seq), 1)
