// Places on a course run, counted: taken and given back one at a time beside the case they belong to, and counted again from the assignments.
import { sql } from 'kysely'
import { holdsPlaceIn, waitsForPlaceIn } from '../domain/places.ts'
import type { Refusal } from '../domain/result.ts'
import { textOf } from './row-statements.ts'
import { type Builder, type Reader, type Statement, statement } from './store.ts'

/** Refused with `otherwise` when nothing is free or the run is closed: two who ask for the last place at once, one gets it. */
export const takePlace = (build: Builder, runId: string, otherwise: Refusal): Statement => ({
  sql: textOf(build, 'take place', () =>
    build
      .updateTable('course_run')
      .set(({ eb }) => ({ taken: eb('taken', '+', 1) }))
      .where('id', '=', runId)
      .whereRef('taken', '<', 'places')
      .where('open', '=', 1),
  ),
  parameters: [1, runId, 1],
  rows: 1,
  otherwise,
})

/** Never below none: a counter that was wrong does not keep somebody from leaving. */
export const freePlace = (build: Builder, runId: string): Statement => change(build, runId, 'taken', '-')
export const joinWaitingList = (build: Builder, runId: string): Statement => change(build, runId, 'waiting', '+')
export const leaveWaitingList = (build: Builder, runId: string): Statement => change(build, runId, 'waiting', '-')

function change(build: Builder, runId: string, counter: 'taken' | 'waiting', sign: '+' | '-'): Statement {
  const text = textOf(build, `${counter} ${sign}`, () =>
    build
      .updateTable('course_run')
      .set(({ eb }) => ({ [counter]: eb(counter, sign, 1) }))
      .where('id', '=', runId)
      .where(counter, '>=', 0),
  )
  return { sql: text, parameters: [1, runId, sign === '-' ? 1 : 0] }
}

const countedOn = (build: Builder, states: readonly string[]) =>
  build
    .selectFrom('assignment')
    .select(({ fn }) => fn.countAll<number>().as('counted'))
    .where('assignment.run_id', '=', sql.ref<string>('course_run.id'))
    .where('assignment.state', 'in', [...states])

/**
 * Every run, counted from the assignments there are. The first statement waits for who is changing a run and keeps others from it, so
 * that the second one sees all that they wrote.
 */
export const recountPlaces = (build: Builder): Statement[] => [
  statement(build.updateTable('course_run').set(({ ref }) => ({ taken: ref('taken') }))),
  statement(
    build.updateTable('course_run').set({
      taken: countedOn(build, holdsPlaceIn),
      waiting: countedOn(build, waitsForPlaceIn),
    }),
  ),
]

export type CountedRun = {
  readonly id: string
  readonly taken: number
  readonly waiting: number
  readonly holders: number
  readonly waiters: number
}

/** The runs whose counters are not what the assignments say; one look, so that nothing moves in between. */
export const miscountedRuns = (reader: Reader): Promise<CountedRun[]> =>
  reader.read(
    reader.build
      .selectFrom((from) =>
        from
          .selectFrom('course_run')
          .select(['course_run.id', 'course_run.taken', 'course_run.waiting'])
          .select(countedOn(reader.build, holdsPlaceIn).as('holders'))
          .select(countedOn(reader.build, waitsForPlaceIn).as('waiters'))
          .as('run'),
      )
      .selectAll()
      .where((where) => where.or([where('taken', '!=', where.ref('holders')), where('waiting', '!=', where.ref('waiters'))]))
      .orderBy('id')
      // A count is never null, as the type of a subquery fears.
      .$castTo<CountedRun>()
      .compile(),
  )
