// Follow-ups: individual actions per risk factor, beside the primary intervention.
import { type Condition, compile, type FactsOf } from './condition.ts'
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
export function followUpFinder(rules: readonly FollowUpRule[]): (facts: FactsOf) => string[] {
  const tests = [...rules].sort((a, b) => (a.id < b.id ? -1 : 1)).map(({ id, when }) => ({ id, holds: compile(when) }))
  return (facts) => {
    const found: string[] = []
    for (const { id, holds } of tests) if (holds(facts) === 'yes') found.push(id)
    return found
  }
}
