// Cases and their log.
import { type Builder, type Reader, type Statement, statement } from './store.ts'
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

export const insertCase = (build: Builder, row: CaseRow): Statement => statement(build.insertInto('care_case').values(row), 1)

/** The guard of a change to a case, and its first statement: it takes the lock before anything else. */
export const moveCase = (build: Builder, move: CaseMove): Statement =>
  statement(
    build
      .updateTable('care_case')
      .set({
        seq: move.toSeq,
        head_hash: move.headHash,
        state: move.state,
        stage: move.stage,
        changed_at: move.changedAt,
      })
      .where('id', '=', move.id)
      .where('seq', '=', move.fromSeq),
    1,
  )

export const appendEvents = (build: Builder, rows: readonly EventRow[]): Statement =>
  statement(build.insertInto('case_event').values([...rows]), rows.length)

/** When a case was last changed; null when there is none. */
export async function latestChange(reader: Reader): Promise<string | null> {
  const query = reader.build.selectFrom('care_case').select(({ fn }) => fn.max('changed_at').as('latest'))
  const [row] = await reader.read(query.compile())
  return row?.latest ?? null
}

export async function countCases(reader: Reader): Promise<number> {
  const query = reader.build.selectFrom('care_case').select(({ fn }) => fn.countAll<number>().as('cases'))
  const [row] = await reader.read(query.compile())
  return Number(row?.cases ?? 0)
}
