// Places on a course: which run an assignment holds a place on, or waits for one, by its state. Drawn, never edited.
import type { Refusal } from './result.ts'

/** From sending until the end of the course: who is invited has the place until the answer is no. */
export const holdsPlaceIn = ['sent', 'accepted', 'planned', 'started', 'paused', 'completed'] as const
export const waitsForPlaceIn = ['waitlisted'] as const

export type Hold = { readonly runId: string; readonly as: 'taken' | 'waiting' }

/** Null: no run was chosen, or nothing is held on it. */
export function holdOf(runId: string | null, state: string): Hold | null {
  if (runId === null) return null
  if (holdsPlaceIn.some((one) => one === state)) return { runId, as: 'taken' }
  return waitsForPlaceIn.some((one) => one === state) ? { runId, as: 'waiting' } : null
}

export const courseFull: Refusal = {
  code: 'courseFull',
  words: {
    nl: 'Op deze groep is geen plaats meer, of zij neemt niemand meer aan. Kies een andere groep of een ander aanbod. Of kies dit aanbod zonder groep: dan kan de aanbieder deze oudere op de wachtlijst zetten.',
    en: 'There is no place left in this group, or it takes nobody any more. Choose another group or another offer. Or choose this offer without a group: then the provider can put this older adult on the waiting list.',
  },
}
