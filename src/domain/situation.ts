// Where a case stands in sentences: of its own state, and while an intervention is under way of the assignment it waits for.
import { capitalised } from './capitalised.ts'
import type { CaseState } from './case-state.ts'
import type { Language, Words } from './words.ts'

export type Situations = {
  readonly progress: { readonly [state: string]: Words }
  /** Said before everything else while a red flag holds the case. */
  readonly held: Words
  /** `{}` is what was asked for. */
  readonly assignment: { readonly [state: string]: Words }
}

/** What matters most comes first; never empty. `nameOf`: what an intervention is called. */
export function situationOf(
  { progress, held, assignment }: Situations,
  { position, assignments }: CaseState,
  nameOf: (code: string) => string,
  language: Language,
): string[] {
  const at = position.value as { readonly progress: string; readonly safety: string } // the shape of every case machine
  const primary = position.context['primary'] as { readonly id: string } | null
  const one = primary === null ? undefined : assignments[primary.id]
  const ofAssignment = one === undefined ? undefined : assignment[String(one.position.value)]
  const stands = progress[at.progress] ?? ofAssignment
  const name = one === undefined ? '' : nameOf(one.code)
  return [...(at.safety === 'held' ? [held] : []), ...(stands === undefined ? [] : [stands])].map((words) =>
    capitalised(words[language].replace('{}', name)),
  )
}
