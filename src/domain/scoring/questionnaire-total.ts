// The total of a numbered questionnaire with missing items: the mean of what was answered stands in, rounded up.
import type { Row } from '../provenance.ts'

/** How many items a questionnaire has, and with how many missing there is still a total. */
export type QuestionnaireRule = Row & { readonly items: number; readonly mostMissing: number }

/**
 * In points: answered items, plus their mean for each missing one, rounded up to a whole point. Null when more than `mostMissing` are
 * missing. `scores` has one entry per item, null where it is missing; throws when their number differs. FES-I: 16 items, 4 missing.
 */
export function questionnaireTotal(rule: QuestionnaireRule, scores: readonly (number | null)[]): number | null {
  if (scores.length !== rule.items) throw new RangeError(`${rule.id} has ${rule.items} items, got ${scores.length}`)
  const answered = scores.filter((score) => score !== null)
  if (answered.length === 0 || rule.items - answered.length > rule.mostMissing) return null
  const sum = answered.reduce((total, score) => total + score, 0)
  return dividedUp(sum * rule.items, answered.length)
}

/** Integer division rounded up, without a fraction that could be a hair too large. */
function dividedUp(dividend: number, divisor: number): number {
  const remainder = dividend % divisor
  return (dividend - remainder) / divisor + (remainder === 0 ? 0 : 1)
}
