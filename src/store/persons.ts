// Persons: who a case is about. What identifies them stands in `details` and nowhere else.
import { insertRow } from './row-statements.ts'
import { type Builder, type Reader, type Statement, statement } from './store.ts'
import type { PersonRow } from './tables.ts'

export async function loadPerson(reader: Reader, id: string): Promise<PersonRow | null> {
  const [row] = await reader.read(reader.build.selectFrom('person').selectAll().where('id', '=', id).compile())
  return row ?? null
}

export const personsByIds = (reader: Reader, ids: readonly string[]): Promise<PersonRow[]> =>
  ids.length === 0
    ? Promise.resolve([])
    : reader.read(
        reader.build
          .selectFrom('person')
          .selectAll()
          .where('id', 'in', [...new Set(ids)])
          .compile(),
      )

/** A page of at most `limit` after the id `after`; a short page is the last one. */
export function personsOfPractice(reader: Reader, practiceId: string, after: string | null, limit: number): Promise<PersonRow[]> {
  const query = reader.build.selectFrom('person').selectAll().where('practice_id', '=', practiceId).orderBy('id').limit(limit)
  return reader.read((after === null ? query : query.where('id', '>', after)).compile())
}

export const insertPerson = (build: Builder, row: PersonRow): Statement => insertRow(build, 'person', row)

/** `row.version` is the new one; refused unless the stored one is the version before it. */
export const changePerson = (build: Builder, { id, created_at: _, ...row }: PersonRow): Statement =>
  statement(
    build
      .updateTable('person')
      .set(row)
      .where('id', '=', id)
      .where('version', '=', row.version - 1),
    1,
  )
