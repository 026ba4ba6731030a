// Red flags: findings for which a doctor comes first. The software triages nobody; it shows fixed texts and records the warning.
import { type Condition, evaluate, type FactsOf } from './condition.ts'
import type { Row } from './provenance.ts'
import type { Words } from './words.ts'

/** `U1` now (112), `U2` the GP the same day, `U3` the GP within five working days. */
export type Urgency = 'U1' | 'U2' | 'U3'

/** `stop`: no step before the doctor has seen it; `holdExercise`: no exercise before the GP clears it; `task`: the pathway goes on. */
export type RedFlagEffect = 'stop' | 'holdExercise' | 'task'

export type RedFlag = Row & {
  readonly urgency: Urgency
  readonly effect: RedFlagEffect
  readonly words: Words
  /** Raised from facts when this holds, beside being raised by a professional. */
  readonly derivedWhen?: Condition
}

/** The codes raised by a professional and the ones that follow from `facts`, each once, sorted. */
export function openFlags(flags: readonly RedFlag[], facts: FactsOf): string[] {
  const raised = Array.isArray(facts['redFlags']) ? (facts['redFlags'] as string[]) : []
  const open = new Set(raised)
  for (const { id, derivedWhen } of flags) if (derivedWhen !== undefined && evaluate(derivedWhen, facts) === 'yes') open.add(id)
  return [...open].sort()
}

export const anyWithEffect = (flags: readonly RedFlag[], open: readonly string[], effect: RedFlagEffect): boolean =>
  flags.some((flag) => flag.effect === effect && open.includes(flag.id))
