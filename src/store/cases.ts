// Cases and their log.
import { insertRow, insertRows, textOf } from './row-statements.ts'
import type { Builder, Reader, Statement } from './store.ts'
import type { Bytes, CaseRow, EventRow } from './tables.ts'

export type CaseMove = {
  readonly id: string
  /** The seq that was read; when the case has moved since, nothing is written. */
  readonly fromSeq: number
  readonly toSeq: number
  readonly state: Bytes
  readonly headHash: Bytes
  readonly stage: string
  readonly changedAt: string
}

export async function loadCase(reader: Reader, id: string): Promise<CaseRow | null> {
  const [row] = await reader.read(reader.build.selectFrom('care_case').selectAll().where('id', '=', id).compile())
  return row ?? null
}

/** Earliest episode first. */
export const casesOfPerson = (reader: Reader, personId: string): Promise<CaseRow[]> =>
  reader.read(
    reader.build
      .selectFrom('care_case')
      .selectAll()
      .where('person_id', '=', personId)
      .orderBy('opened_on')
      .orderBy('id')
      .compile(),
  )

/** A page of at most `limit` ids after `after`, in the order of ids; a short page is the last one. */
export async function allCaseIds(reader: Reader, after: string | null, limit: number): Promise<string[]> {
  const query = reader.build.selectFrom('care_case').select('id').orderBy('id').limit(limit)
  const rows = await reader.read((after === null ? query : query.where('id', '>', after)).compile())
  return rows.map(({ id }) => id)
}

/** From `fromSeq` on, that one included. */
export const eventsOf = (reader: Reader, caseId: string, fromSeq = 1): Promise<EventRow[]> =>
  reader.read(
    reader.build
      .selectFrom('case_event')
      .selectAll()
      .where('case_id', '=', caseId)
      .where('seq', '>=', fromSeq)
      .orderBy('seq')
      .compile(),
  )

export const casesByIds = (reader: Reader, ids: readonly string[]): Promise<CaseRow[]> =>
  ids.length === 0
    ? Promise.resolve([])
    : reader.read(
        reader.build
          .selectFrom('care_case')
          .selectAll()
          .where('id', 'in', [...new Set(ids)])
          .compile(),
      )

/** Entries of these types in these cases, the last first. */
export const lastEventsOf = (reader: Reader, caseIds: readonly string[], types: readonly string[]): Promise<EventRow[]> =>
  caseIds.length === 0
    ? Promise.resolve([])
    : reader.read(
        reader.build
          .selectFrom('case_event')
          .selectAll()
          .where('case_id', 'in', [...new Set(caseIds)])
          .where('type', 'in', types)
          .orderBy('seq', 'desc')
          .compile(),
      )

/** The pathway version of each of these cases. */
export async function versionsOf(reader: Reader, caseIds: readonly string[]): Promise<Map<string, string>> {
  if (caseIds.length === 0) return new Map()
  const rows = await reader.read(
    reader.build
      .selectFrom('care_case')
      .select(['id', 'pathway'])
      .where('id', 'in', [...new Set(caseIds)])
      .compile(),
  )
  return new Map(rows.map(({ id, pathway }) => [id, pathway]))
}

/** The last entry of a type; null when there is none. */
export async function lastEventOf(reader: Reader, caseId: string, type: string): Promise<EventRow | null> {
  const [row] = await reader.read(
    reader.build
      .selectFrom('case_event')
      .selectAll()
      .where('case_id', '=', caseId)
      .where('type', '=', type)
      .orderBy('seq', 'desc')
      .limit(1)
      .compile(),
  )
  return row ?? null
}

/** Who put the person forward, and of which organisation; null where that account is not there. */
export async function openerOf(
  reader: Reader,
  caseId: string,
): Promise<{ readonly accountId: string; readonly organisationId: string } | null> {
  const [row] = await reader.read(
    reader.build
      .selectFrom('case_event')
      .innerJoin('account', 'account.id', 'case_event.actor_id')
      .select(['account.id', 'account.organisation_id'])
      .where('case_event.case_id', '=', caseId)
      .where('case_event.seq', '=', 1)
      .compile(),
  )
  return row === undefined ? null : { accountId: row.id, organisationId: row.organisation_id }
}

export const insertCase = (build: Builder, row: CaseRow): Statement => insertRow(build, 'care_case', row)

/** The guard of a change to a case, and its first statement: it takes the lock before anything else. */
export function moveCase(build: Builder, move: CaseMove): Statement {
  const { id, fromSeq, toSeq, state, headHash, stage, changedAt } = move
  const sql = textOf(build, 'moveCase', () =>
    build
      .updateTable('care_case')
      .set({ seq: toSeq, head_hash: headHash, state, stage, changed_at: changedAt })
      .where('id', '=', id)
      .where('seq', '=', fromSeq),
  )
  return { sql, parameters: [toSeq, headHash, state, stage, changedAt, id, fromSeq], rows: 1 }
}

export const appendEvents = (build: Builder, rows: readonly EventRow[]): Statement => insertRows(build, 'case_event', rows)
