// Course runs: one time that a course is given, with its places and its meetings. How many are taken is never edited, only drawn.
import { insertRow, insertRows } from './row-statements.ts'
import { type Builder, type Reader, type Statement, statement } from './store.ts'
import type { CourseMeetingRow, CourseRunRow } from './tables.ts'

export async function loadRun(reader: Reader, id: string): Promise<CourseRunRow | null> {
  const [row] = await reader.read(reader.build.selectFrom('course_run').selectAll().where('id', '=', id).compile())
  return row ?? null
}

/** Of these offers, the earliest start first; `endingFrom` leaves out what ended before that day. */
export function runsOfOffers(reader: Reader, offerIds: readonly string[], endingFrom?: string): Promise<CourseRunRow[]> {
  if (offerIds.length === 0) return Promise.resolve([])
  const query = reader.build
    .selectFrom('course_run')
    .selectAll()
    .where('offer_id', 'in', offerIds)
    .orderBy('starts_on')
    .orderBy('id')
  return reader.read((endingFrom === undefined ? query : query.where('ends_on', '>=', endingFrom)).compile())
}

/** The last run of the page before. */
export type RunCursor = Pick<CourseRunRow, 'starts_on' | 'id'>

/** Of one offer or of all, the earliest start first; a short page is the last one. */
export function runsPage(
  reader: Reader,
  offerId: string | undefined,
  after: RunCursor | null,
  limit: number,
): Promise<CourseRunRow[]> {
  let query = reader.build.selectFrom('course_run').selectAll().orderBy('starts_on').orderBy('id').limit(limit)
  if (offerId !== undefined) query = query.where('offer_id', '=', offerId)
  if (after !== null)
    query = query.where(({ eb, refTuple, tuple }) => eb(refTuple('starts_on', 'id'), '>', tuple(after.starts_on, after.id)))
  return reader.read(query.compile())
}

export const insertRun = (build: Builder, row: CourseRunRow): Statement => insertRow(build, 'course_run', row)

/**
 * `row.version` is the new one; refused unless the stored one is the version before it, and when fewer places would be left than are
 * taken. `taken` and `waiting` stay what they are: they change beside this.
 */
export const changeRun = (build: Builder, { id, taken: _, waiting: __, ...row }: CourseRunRow): Statement =>
  statement(
    build
      .updateTable('course_run')
      .set(row)
      .where('id', '=', id)
      .where('version', '=', row.version - 1)
      .where('taken', '<=', row.places),
    1,
  )

export const meetingsOfRun = (reader: Reader, runId: string): Promise<CourseMeetingRow[]> =>
  reader.read(reader.build.selectFrom('course_meeting').selectAll().where('run_id', '=', runId).orderBy('number').compile())

/** Of all these runs, in the order of their numbers. */
export const meetingsOfRuns = (reader: Reader, runIds: readonly string[]): Promise<CourseMeetingRow[]> =>
  runIds.length === 0
    ? Promise.resolve([])
    : reader.read(
        reader.build
          .selectFrom('course_meeting')
          .selectAll()
          .where('run_id', 'in', runIds)
          .orderBy('run_id')
          .orderBy('number')
          .compile(),
      )

/** In the same change as the run itself; a meeting that stays keeps its id. */
export function replaceMeetings(build: Builder, runId: string, rows: readonly CourseMeetingRow[]): Statement[] {
  const clear = statement(build.deleteFrom('course_meeting').where('run_id', '=', runId))
  return rows.length === 0 ? [clear] : [clear, insertRows(build, 'course_meeting', rows)]
}
