// Derived facts: classes of scores, composite findings and differences, computed from the facts by a table of the pathway.
import { type Bands, belowReference, classify, type Reference } from './bands.ts'
import { type Condition, compile, type FactsOf, isKnown } from './condition.ts'
import type { FactDefinition } from './facts.ts'

type Rule =
  /** The class of the first of these scores that is known. */
  | { readonly classOf: readonly { readonly score: string; readonly bands: Bands }[] }
  /** Whether a count is below the reference for age and sex. */
  | { readonly belowReference: { readonly count: string; readonly table: Reference } }
  /** A value of `[[systolic, diastolic], [systolic, diastolic]]`: lying minus standing, or the standing systolic pressure itself. */
  | { readonly pressure: 'systolicDrop' | 'diastolicDrop' | 'standingSystolic'; readonly of: string }
  /** Yes when `yes` holds, else no when `no` holds, else unknown. */
  | { readonly yes: Condition; readonly no: Condition }

/** Later rows may look at earlier ones. */
export type DerivedFact = FactDefinition & { readonly from: Rule }

/** Adds each derived fact to a copy of `facts`. */
export type Derive = (facts: FactsOf) => Record<string, unknown>

export function deriver(table: readonly DerivedFact[]): Derive {
  const steps = table.map(({ id, from }) => ({ id, value: valueBy(from) }))
  return (facts) => {
    const all: Record<string, unknown> = { ...facts }
    for (const { id, value } of steps) all[id] = value(all)
    return all
  }
}

function valueBy(rule: Rule): (facts: FactsOf) => unknown {
  if ('classOf' in rule) {
    return (facts) => {
      for (const { score, bands } of rule.classOf) {
        const value = facts[score]
        if (isKnown(value)) return classify(bands, Number(value)) ?? 'unknown'
      }
      return 'unknown'
    }
  }
  if ('belowReference' in rule) {
    const { count, table } = rule.belowReference
    return (facts) =>
      isKnown(facts[count]) ? belowReference(table, String(facts['sex']), Number(facts['age']), Number(facts[count])) : 'unknown'
  }
  if ('pressure' in rule)
    return (facts) => (isKnown(facts[rule.of]) ? pressure(rule.pressure, facts[rule.of] as [number[], number[]]) : 'unknown')
  const [yes, no] = [compile(rule.yes), compile(rule.no)]
  return (facts) => (yes(facts) === 'yes' ? 'yes' : no(facts) === 'yes' ? 'no' : 'unknown')
}

/** mmHg. */
function pressure(
  which: 'systolicDrop' | 'diastolicDrop' | 'standingSystolic',
  [lying, standing]: readonly [number[], number[]],
): number {
  switch (which) {
    case 'systolicDrop':
      return lying[0]! - standing[0]!
    case 'diastolicDrop':
      return lying[1]! - standing[1]!
    case 'standingSystolic':
      return standing[0]!
  }
}
