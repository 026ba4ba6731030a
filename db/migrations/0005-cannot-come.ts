// Feedback to a practice may also be that somebody cannot come: the words that it may hold are part of its table, which is made anew.
import { type Kysely, sql } from 'kysely'
import { createIndex, createTable } from '../create-table.ts'
import type { Dialect } from '../dialect.ts'

const columns = {
  id: 'text',
  case_id: 'text -> care_case',
  assignment_id: 'text',
  practice_id: 'text',
  moment:
    'text = accepted | started | stoppedEarly | finished | declined | notReached | waitlisted | missed | cannotCome | cannotComePhone',
  occurred_on: 'text',
  at: 'text',
  read_by: 'text?',
  read_at: 'text?',
}

export async function cannotCome(db: Kysely<unknown>, dialect: Dialect): Promise<void> {
  const names = sql.raw(Object.keys(columns).join(', '))
  const move = (from: string, to: string) =>
    sql`insert into ${sql.table(to)} (${names}) select ${names} from ${sql.table(from)}`.execute(db)
  await createTable(db, dialect, 'feedback_kept', columns, { primary: ['id'] })
  await move('feedback', 'feedback_kept')
  await db.schema.dropTable('feedback').execute()
  await createTable(db, dialect, 'feedback', columns, { primary: ['id'] })
  await move('feedback_kept', 'feedback')
  await db.schema.dropTable('feedback_kept').execute()
  await createIndex(db, 'feedback', ['practice_id', 'read_at', 'at', 'id'])
}
