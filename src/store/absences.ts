// Absences: who is away from when until when, and who has the work in the meantime. A departure has no end.
import type { PlannedAbsence } from '../domain/absence-rules.ts'
import type { IsoDate } from '../domain/calendar.ts'
import { insertRow } from './row-statements.ts'
import { type Builder, type Reader, type Statement, statement } from './store.ts'
import type { AbsenceRow } from './tables.ts'

export async function loadAbsence(reader: Reader, id: string): Promise<AbsenceRow | null> {
  const [row] = await reader.read(reader.build.selectFrom('absence').selectAll().where('id', '=', id).compile())
  return row ?? null
}

/** Those that count on `day`. */
export const absencesOn = async (reader: Reader, day: IsoDate): Promise<PlannedAbsence[]> => {
  const rows = await reader.read(notOver(reader, day).where('from_on', '<=', day).compile())
  return rows.map(absenceOf)
}

/** Those that count on `day` or later. */
export const absencesFrom = (reader: Reader, day: IsoDate): Promise<AbsenceRow[]> => reader.read(notOver(reader, day).compile())

const notOver = ({ build }: Reader, day: IsoDate) =>
  build
    .selectFrom('absence')
    .selectAll()
    .where('state', '=', 'planned')
    .where((where) => where.or([where('until_on', 'is', null), where('until_on', '>=', day)]))
    .orderBy('id')

export const absenceOf = (row: AbsenceRow): PlannedAbsence => ({
  id: row.id,
  accountId: row.account_id,
  kind: row.kind,
  fromOn: row.from_on,
  untilOn: row.until_on,
  replacementId: row.replacement_id,
})

export type AbsenceFilter = {
  readonly accountId?: string | undefined
  readonly organisationId?: string | undefined
  readonly replacementId?: string | undefined
  /** The handover is not acknowledged yet. */
  readonly unacknowledged: boolean
  /** Not over on this day; null: all there ever were. */
  readonly from: IsoDate | null
}

/** At most `limit`, the latest first; a short page is the last one. Those that were cancelled are left out. */
export function absencesPage(
  reader: Reader,
  { accountId, organisationId, replacementId, unacknowledged, from }: AbsenceFilter,
  after: Pick<AbsenceRow, 'from_on' | 'id'> | null,
  limit: number,
): Promise<AbsenceRow[]> {
  let query = reader.build.selectFrom('absence').selectAll().where('state', '=', 'planned')
  if (accountId !== undefined) query = query.where('account_id', '=', accountId)
  if (replacementId !== undefined) query = query.where('replacement_id', '=', replacementId)
  if (unacknowledged) query = query.where('acknowledged_at', 'is', null)
  if (from !== null) query = query.where((where) => where.or([where('until_on', 'is', null), where('until_on', '>=', from)]))
  if (organisationId !== undefined)
    query = query.where('account_id', 'in', (inside) =>
      inside.selectFrom('account').select('id').where('organisation_id', '=', organisationId),
    )
  if (after !== null)
    query = query.where(({ eb, and, or }) =>
      or([eb('from_on', '<', after.from_on), and([eb('from_on', '=', after.from_on), eb('id', '>', after.id)])]),
    )
  return reader.read(query.orderBy('from_on', 'desc').orderBy('id').limit(limit).compile())
}

export const insertAbsence = (build: Builder, row: AbsenceRow): Statement => insertRow(build, 'absence', row)

/** `row.version` is the new one; refused unless the stored one is the version before it. */
export const changeAbsence = (build: Builder, { id, ...row }: AbsenceRow): Statement =>
  statement(
    build
      .updateTable('absence')
      .set(row)
      .where('id', '=', id)
      .where('version', '=', row.version - 1),
    1,
  )
