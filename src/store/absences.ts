// Absences: who is away from when until when, and who has the work in the meantime. A departure has no end.
import type { IsoDate } from '../domain/calendar.ts'
import type { Absence } from '../domain/responsibility.ts'
import type { Reader } from './store.ts'
import type { AbsenceRow } from './tables.ts'

/** Those that count on `day`. */
export async function absencesOn(reader: Reader, day: IsoDate): Promise<Absence[]> {
  const rows = await reader.read(
    reader.build
      .selectFrom('absence')
      .select(['account_id', 'kind', 'from_on', 'until_on', 'replacement_id'])
      .where('state', '=', 'planned')
      .where('from_on', '<=', day)
      .where((where) => where.or([where('until_on', 'is', null), where('until_on', '>=', day)]))
      .orderBy('id')
      .compile(),
  )
  return rows.map(absenceOf)
}

export const absenceOf = (row: Pick<AbsenceRow, 'account_id' | 'kind' | 'from_on' | 'until_on' | 'replacement_id'>): Absence => ({
  accountId: row.account_id,
  kind: row.kind,
  fromOn: row.from_on,
  untilOn: row.until_on,
  replacementId: row.replacement_id,
})
