// Rules: the tables of a pathway that turn the facts of one person into an answer.
import type { Condition } from './condition.ts'
import type { DerivedFact } from './derive.ts'
import type { FactDefinition, FactDefinitionRule, FactTable } from './facts.ts'
import type { FollowUpRule } from './follow-ups.ts'
import type { Row } from './provenance.ts'
import type { RedFlag } from './red-flags.ts'
import type { RoutingTable } from './routing.ts'
import type { ScreeningRuleSet } from './screening.ts'
import type { Words } from './words.ts'

export type Note = Row & { readonly when: Condition; readonly words: Words }

export type Rules = {
  readonly facts: FactTable
  /** What is so by definition, and therefore a contradiction when it is not. */
  readonly byDefinition: readonly FactDefinitionRule[]
  readonly derivedFacts: readonly DerivedFact[]
  /** Facts that the assessment adds: `level`, `openStopFlag`, `openExerciseHold`. */
  readonly assessedFacts: FactTable
  /** Facts that only shadow rule sets look at. */
  readonly shadowFacts: FactTable
  readonly screening: ScreeningRuleSet
  /** Run beside the deciding set: stored and shown, never deciding. */
  readonly shadows: readonly ScreeningRuleSet[]
  /** The outcome of a shadow set that suggests a fall analysis while the deciding set says moderate (T8). */
  readonly upgrade: { readonly ruleSet: string; readonly outcome: string; readonly at: string }
  readonly redFlags: readonly RedFlag[]
  readonly routing: RoutingTable
  readonly followUps: readonly FollowUpRule[]
  readonly notes: readonly Note[]
  /** Derived facts that an explanation names as findings. */
  readonly findings: readonly string[]
  /** Words for the codes of an answer: reasons, levels, next steps, domains. */
  readonly answerWords: AnswerWords
}

export type AnswerWords = {
  readonly risk: { readonly [code: string]: Words }
  readonly reasons: { readonly [code: string]: Words }
  readonly next: { readonly [code: string]: Words }
  readonly domain: { readonly [code: string]: Words }
}

/** Every fact a condition of the pathway may look at. */
export const definitionsOf = (rules: Rules): FactDefinition[] => [
  ...rules.facts,
  ...rules.derivedFacts,
  ...rules.assessedFacts,
  ...rules.shadowFacts,
]
