// Follow-ups: individual actions per risk factor, beside the primary intervention.
import { type Condition, evaluate, type FactsOf } from './condition.ts'
import type { Provenance, Row } from './provenance.ts'
import type { PlainWords, Words } from './words.ts'

export type FollowUpRule = Row & {
  readonly when: Condition
  readonly name: PlainWords
  readonly who: Words
  readonly domain: 'care' | 'social' | 'careOrSocial'
  /** Target time with its own source: the action may be read where its time is our default. */
  readonly within: Provenance & { readonly amount: number; readonly unit: 'workingDays' | 'days' }
}

/** The follow-ups that the findings ask for, sorted by code; what is unknown asks for none. */
export const followUpsFor = (rules: readonly FollowUpRule[], facts: FactsOf): string[] =>
  rules
    .filter(({ when }) => evaluate(when, facts) === 'yes')
    .map(({ id }) => id)
    .sort()
