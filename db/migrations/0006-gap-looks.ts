// Looks at the gaps in the supply: up to which moment a coordinator has looked at those of one kind in one municipality.
import type { Kysely } from 'kysely'
import { createTable } from '../create-table.ts'
import { type Dialect, makeAppendOnly } from '../dialect.ts'

export async function gapLooks(db: Kysely<unknown>, dialect: Dialect): Promise<void> {
  await createTable(
    db,
    dialect,
    'gap_look',
    {
      code: 'text',
      municipality: 'text',
      // The latest gap that was in sight.
      up_to: 'text',
      actor_id: 'text',
      at: 'text',
    },
    { primary: ['code', 'municipality', 'up_to'] },
  )
  await makeAppendOnly(db, dialect, 'gap_look')
}
