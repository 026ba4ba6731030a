// Assess: the facts of one person in; level, reasons, proposal, follow-ups and next step out.
import { compile, type FactsOf, isKnown } from './condition.ts'
import { deriver } from './derive.ts'
import { followUpFinder } from './follow-ups.ts'
import { flagFinder } from './red-flags.ts'
import { type Route, type Routing, router } from './routing.ts'
import { definitionsOf, type Rules } from './rules.ts'
import { type Screening, screener } from './screening.ts'
import { triOf } from './tri.ts'

/** The answer as the vignettes describe it, in the order in which a person reads it. */
export type Assessment = {
  readonly risk: string
  readonly reasons: readonly string[]
  readonly missing: readonly string[]
  readonly lowest: string | null
  readonly highest: string | null
  readonly concernClass: unknown
  readonly balanceStrengthProblem: unknown
  readonly orthostaticHypotension: unknown
  readonly redFlags: readonly string[]
  readonly rule: string
  readonly primary: readonly string[]
  readonly domain: Routing['domain']
  readonly payer: string | null
  readonly alternatives: readonly string[]
  readonly assumed: readonly string[]
  readonly notes: readonly string[]
  readonly next: string
  readonly followUps: readonly string[]
}

export type Assessor = {
  readonly assess: (facts: FactsOf) => Assessment
  /** The facts with everything that follows from them: derived facts, level, open flags. The routing looks at these. */
  readonly complete: (facts: FactsOf) => FactsOf
  readonly screen: (facts: FactsOf) => Screening
  readonly route: Route
}

/** Prepares the rules once; the functions remember answers per class of facts. Facts must have been checked (`factParser`). */
export function assessor(rules: Rules): Assessor {
  const definitions = definitionsOf(rules)
  const derive = deriver(rules.derivedFacts)
  const screen = screener(rules.screening, definitions, rules.byDefinition)
  const route = router(rules.routing, definitions)

  const flagsIn = flagFinder(rules.redFlags)
  const followUpsFor = followUpFinder(rules.followUps)
  const notes = rules.notes.map(({ id, when }) => ({ id, holds: compile(when) }))

  const look = (facts: FactsOf) => {
    const known = derive(facts)
    const screening = screen(known)
    const flags = flagsIn(known)
    known['level'] = screening.risk
    known['openStopFlag'] = triOf(flags.has('stop'))
    known['openExerciseHold'] = triOf(flags.has('holdExercise'))
    return { known, screening, flags }
  }

  const assess = (facts: FactsOf): Assessment => {
    const { known, screening, flags } = look(facts)
    const routing = route(known)
    return {
      risk: screening.risk,
      reasons: screening.reasons,
      missing: screening.missing,
      lowest: screening.lowest,
      highest: screening.highest,
      concernClass: known['concernClass'],
      balanceStrengthProblem: known['balanceStrengthProblem'],
      orthostaticHypotension: known['orthostaticHypotension'],
      redFlags: flags.codes,
      rule: routing.rule,
      primary: routing.primary,
      domain: routing.domain,
      payer: routing.payer,
      alternatives: routing.alternatives,
      assumed: routing.assumed,
      notes: notes.filter(({ holds }) => holds(known) === 'yes').map(({ id }) => id),
      next: routing.next,
      followUps: hasBegun(facts['analysis']) ? followUpsFor(known) : [],
    }
  }

  return { assess, complete: (facts) => look(facts).known, screen: (facts) => screen(derive(facts)), route }
}

/** Follow-ups come from what an analysis found, so not before one was started. */
const hasBegun = (analysis: unknown): boolean => isKnown(analysis) && analysis !== 'none'
