// Where the work of a case and of its assignments belongs: the people that its state names.
import { ofCase, type Subject } from './case-log.ts'
import type { AssignmentState, CaseState } from './case-state.ts'
import type { Work } from './whose-work.ts'

/** Of the case itself: as of its primary assignment, the latest one where there were more. */
export function workIn(state: CaseState, practiceId: string, subject: Subject): Work {
  const one = subject === ofCase ? primaryOf(state) : state.assignments[subject]
  return {
    practiceId,
    providerId: one?.providerId ?? null,
    offerId: one?.offerId ?? null,
    holderId: one?.holderId ?? null,
    referrerId: one?.referrerId ?? null,
  }
}

function primaryOf({ position, assignments }: CaseState): AssignmentState | undefined {
  const primary = position.context['primary'] as { readonly id: string } | null
  return primary === null ? Object.values(assignments).findLast(({ kind }) => kind === 'primary') : assignments[primary.id]
}
