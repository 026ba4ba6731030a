// Cases: every combination of fact values a table can tell apart, split only where an answer still depends on it.
import { type Condition, evaluate, type FactsOf, leavesOf } from './condition.ts'

/** The values a fact can have here, `unknown` among them where it can be unknown. */
export type ValuesOf = (fact: string) => readonly unknown[]

export type Case = { readonly holds: boolean; readonly facts: FactsOf }

/** Whether `when` is known to hold, for each way of filling in the facts of it that `facts` does not have yet. */
export function* casesOf(when: Condition, facts: FactsOf, valuesOf: ValuesOf): Generator<Case> {
  const open = leavesOf(when).filter(({ fact }) => !(fact in facts))
  // "Is it known?" is the one question whose answer can turn from no to yes: it must be asked of a value, not of a gap.
  const first = open.find((leaf) => 'known' in leaf) ?? (evaluate(when, facts) === 'unknown' ? open[0] : undefined)
  if (first === undefined) yield { holds: evaluate(when, facts) === 'yes', facts }
  else for (const value of valuesOf(first.fact)) yield* casesOf(when, { ...facts, [first.fact]: value }, valuesOf)
}

export type Ending<Row> = { readonly row: Row | undefined; readonly facts: FactsOf }

/** The row that decides (the first that holds, or none), with just the facts that were needed to say so. All endings together are everybody. */
export function* endingsOf<Row extends { readonly when?: Condition }>(
  rows: readonly Row[],
  facts: FactsOf,
  valuesOf: ValuesOf,
  from = 0,
): Generator<Ending<Row>> {
  const row = rows[from]
  if (row === undefined || row.when === undefined) {
    yield { row, facts }
    return
  }
  for (const one of casesOf(row.when, facts, valuesOf)) {
    if (one.holds) yield { row, facts: one.facts }
    else yield* endingsOf(rows, one.facts, valuesOf, from + 1)
  }
}
