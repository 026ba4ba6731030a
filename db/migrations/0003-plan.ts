// The plan at home: the codes that open it, how often a birth year was tried, and who said that she cannot come.
import type { Kysely } from 'kysely'
import { createIndex, createTable } from '../create-table.ts'
import type { Dialect } from '../dialect.ts'

export async function plan(db: Kysely<unknown>, dialect: Dialect): Promise<void> {
  await createTable(
    db,
    dialect,
    'plan_code',
    {
      id: 'text',
      case_id: 'text -> care_case',
      // The code itself is made from the id and a key outside the database.
      code_hash: 'text',
      created_at: 'text',
      expires_at: 'text',
      // A later code took its place.
      ended_at: 'text?',
      // Birth years that were tried since the last right one.
      tries: 'int',
    },
    { primary: ['id'], unique: [['code_hash']] },
  )
  await createIndex(db, 'plan_code', ['case_id', 'created_at'])

  await createTable(
    db,
    dialect,
    'plan_message',
    { id: 'text', case_id: 'text -> care_case', assignment_id: 'text', starts_on: 'text', at: 'text' },
    { primary: ['id'] },
  )
  await createIndex(db, 'plan_message', ['case_id', 'at'])
}
