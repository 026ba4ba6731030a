// Notes beside the questions of an analysis that is under way: one of each person at a question.
import type { Kysely } from 'kysely'
import { createTable } from '../create-table.ts'
import type { Dialect } from '../dialect.ts'

export async function notes(db: Kysely<unknown>, dialect: Dialect): Promise<void> {
  await createTable(
    db,
    dialect,
    'draft_note',
    {
      case_id: 'text -> care_case',
      item: 'text',
      actor_id: 'text',
      revision: 'int',
      // An empty text: the note was taken away.
      value: 'bytes',
      operation_id: 'text',
      at: 'text',
    },
    { primary: ['case_id', 'item', 'actor_id'], unique: [['case_id', 'operation_id']] },
  )
}
