// Red flags: findings for which a doctor comes first. The software triages nobody; it shows fixed texts and records the warning.
import { type Condition, compile, type FactsOf } from './condition.ts'
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

export type OpenFlags = {
  /** The codes raised by a professional and the ones that follow from the facts, each once, sorted. */
  readonly codes: readonly string[]
  readonly has: (effect: RedFlagEffect) => boolean
}

const noFlags: OpenFlags = { codes: [], has: () => false }

export function flagFinder(flags: readonly RedFlag[]): (facts: FactsOf) => OpenFlags {
  const derived = flags.flatMap(({ id, derivedWhen }) => (derivedWhen === undefined ? [] : [{ id, holds: compile(derivedWhen) }]))
  return (facts) => {
    const raised = facts['redFlags']
    const open = new Set<string>(Array.isArray(raised) ? raised : [])
    for (const { id, holds } of derived) if (holds(facts) === 'yes') open.add(id)
    if (open.size === 0) return noFlags
    return { codes: [...open].sort(), has: (effect) => flags.some((flag) => flag.effect === effect && open.has(flag.id)) }
  }
}
