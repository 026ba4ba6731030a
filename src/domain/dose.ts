// The dose: whether enough of a programme was attended. Leaving early is another outcome; both can be true at once.
import type { AssignmentState } from './case-state.ts'
import type { Pathway } from './pathway.ts'

/** From `percent` of the planned sessions on; whole numbers only, so 18 of 24 is exactly 75. */
export function doseReached(attended: number, planned: number, percent: number): boolean {
  if (!Number.isInteger(attended) || !Number.isInteger(planned) || attended < 0 || planned < 1) {
    throw new Error(`Not a number of sessions: ${attended} of ${planned}`)
  }
  return attended * 100 >= planned * percent
}

/** Share attended in tenths of a percent, rounded: 10 of 24 is 417, said as 41.7 %. */
export const attendedPermille = (attended: number, planned: number): number => Math.round((attended * 1000) / planned)

/** What somebody had of a programme. Without a planned number there is no share, and nothing to reach. */
export type Dose = {
  readonly attended: number
  readonly recorded: number
  readonly planned: number | null
  readonly permille: number | null
  readonly reached: boolean | null
}

/** `meetings`: of the course run that was followed, where one is kept; else what is planned for the intervention. */
export function doseOf(
  { code, sessions }: Pick<AssignmentState, 'code' | 'sessions'>,
  { rules, settings }: Pick<Pathway, 'rules' | 'settings'>,
  meetings?: number,
): Dose {
  const attended = sessions.filter((session) => session.attended).length
  const planned = meetings ?? plannedSessions(code, { rules, settings })
  const counted = { attended, recorded: sessions.length, planned }
  if (planned === null) return { ...counted, permille: null, reached: null }
  const reached = doseReached(attended, planned, Number(settings['completionPercent']))
  return { ...counted, permille: attendedPermille(attended, planned), reached }
}

function plannedSessions(code: string, { rules, settings }: Pick<Pathway, 'rules' | 'settings'>): number | null {
  const chosen = settings['plannedSessions'] as { readonly [intervention: string]: number | undefined } | undefined
  return chosen?.[code] ?? rules.routing.interventions.find(({ id }) => id === code)?.sessions?.planned ?? null
}
