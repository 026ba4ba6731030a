// Places on a course, as a change of a case moves them: what is given back first, then what is taken.
import type { AssignmentState, CaseState } from '../domain/case-state.ts'
import { courseFull, type Hold, holdOf } from '../domain/places.ts'
import { freePlace, joinWaitingList, leaveWaitingList, takePlace } from '../store/places.ts'
import type { Builder, Statement } from '../store/store.ts'

/** `before` undefined: the case is opened by this change. */
export function placeStatements(build: Builder, before: CaseState | undefined, state: CaseState): Statement[] {
  const moved = Object.entries(state.assignments).flatMap(([id, one]) => {
    const [was, is] = [holdIn(before?.assignments[id]), holdIn(one)]
    return was?.runId === is?.runId && was?.as === is?.as ? [] : [{ was, is }]
  })
  const left = sorted(moved.flatMap(({ was }) => (was === null ? [] : [was])))
  const begun = sorted(moved.flatMap(({ is }) => (is === null ? [] : [is])))
  return [
    ...left.map(({ runId, as }) => (as === 'taken' ? freePlace(build, runId) : leaveWaitingList(build, runId))),
    ...begun.map(({ runId, as }) => (as === 'taken' ? takePlace(build, runId, courseFull) : joinWaitingList(build, runId))),
  ]
}

const holdIn = (one: AssignmentState | undefined): Hold | null =>
  one === undefined ? null : holdOf(one.runId, String(one.position.value))

/** Always in the same order of runs: two changes that move several places do not wait for each other in a circle. */
const sorted = (holds: readonly Hold[]): Hold[] => [...holds].sort((a, b) => (a.runId < b.runId ? -1 : 1))
