// Carried over: what the screening already brought to light, as answers of the fall analysis that wait for somebody to say that they are right.
import type { Answers, GivenValue } from './answers.ts'
import type { FactFromAnswers } from './facts-from-answers.ts'

/** Item id to the value that is known of it; of an item that has an answer nothing. Facts that are computed lead back to no item. */
export function carriedOver(
  table: readonly FactFromAnswers[],
  facts: { readonly [fact: string]: unknown },
  answers: Answers,
): ReadonlyMap<string, GivenValue> {
  const found = new Map<string, GivenValue>()
  for (const { fact, from } of table) {
    if (!('copy' in from) || Object.hasOwn(answers, from.copy) || found.has(from.copy)) continue
    const value = facts[fact]
    if (typeof value === 'number' || (typeof value === 'string' && value !== 'unknown')) found.set(from.copy, value)
  }
  return found
}
