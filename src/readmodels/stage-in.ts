// The stage of a case, from its state.
import type { CaseState } from '../domain/case-state.ts'
import { type Stage, stageOf } from '../domain/stage.ts'

export function stageIn(state: CaseState): Stage {
  const primary = state.position.context['primary'] as { id: string } | null
  return stageOf(state.position, primary === null ? null : (state.assignments[primary.id]?.position ?? null))
}
