// The way of a case: the stages it was in, drawn from its log, with the day each of them began and ended.
import type { CaseWay } from '../contract/case-history.ts'
import type { LogEntry } from '../domain/case-log.ts'
import { type CaseState, evolve } from '../domain/case-state.ts'
import type { Pathway } from '../domain/pathway.ts'
import { type Stage, stageWords } from '../domain/stage.ts'
import type { Language } from '../domain/words.ts'
import { stageIn } from './stage-in.ts'

/** `change`: entries with the same one were written together, and only where they led to counts. */
export type WayEntry = LogEntry & { readonly change: string }

type Step = { readonly stage: Stage; readonly from: string }

/** `entries`: the whole log of the case, in order. */
export function caseWay(pathway: Pathway, entries: readonly WayEntry[], language: Language): CaseWay['visits'] {
  const steps: Step[] = []
  let state: CaseState | null = null
  for (const [index, entry] of entries.entries()) {
    const evolved = evolve(pathway, state, entry)
    if (!evolved.ok) throw new Error(`Entry ${index + 1} of the log is not possible: ${evolved.refusal.code}`)
    state = evolved.value.state
    if (entries[index + 1]?.change === entry.change) continue
    const stage = stageIn(state)
    if (steps.at(-1)?.stage !== stage) steps.push({ stage, from: entry.occurredOn })
  }
  return steps.map(({ stage, from }, index) => ({
    stage: { code: stage, words: stageWords[stage][language] },
    from,
    until: steps[index + 1]?.from ?? null,
  }))
}
