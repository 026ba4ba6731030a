// Screening: from the facts of a risk test to a level that no missing answer can still change, or to the range that is left.
import { type Classes, classesOf, combinations, rememberByClass } from './classes.ts'
import { type Condition, compile, evaluate, type FactsOf, isKnown, leavesOf } from './condition.ts'
import type { FactDefinitionRule, FactTable } from './facts.ts'
import type { Row } from './provenance.ts'
import { type Tri, triOf } from './tri.ts'
import type { Words } from './words.ts'

export type ScreeningRow = Row & { readonly when: Condition; readonly level: string; readonly reason: string }

/** Rows are tried from top to bottom; the first that holds decides. For every completely known person one must hold. */
export type ScreeningRuleSet = Row & {
  readonly title: Words
  /** From lowest to highest. */
  readonly levels: readonly string[]
  /** Levels at which every row that is known to hold is a reason; at the others the first one is. */
  readonly allReasonsAt: readonly string[]
  /** The facts it needs, in the order in which they are asked. */
  readonly asks: readonly string[]
  /** Who is outside the chain altogether. */
  readonly outOfScope: Row & { readonly when: Condition }
  readonly rows: readonly ScreeningRow[]
}

export type Screening = {
  /** A level of the rule set, `undetermined` or `outOfScope`. */
  readonly risk: string
  readonly reasons: readonly string[]
  /** Unknown facts that can change the level on their own in at least one completion, in the order of asking. */
  readonly missing: readonly string[]
  readonly lowest: string | null
  readonly highest: string | null
  /** Each row of the set: held in every completion (yes), in none (no), or in some. */
  readonly trace: readonly { readonly id: string; readonly held: Tri }[]
}

export type Screen = (facts: FactsOf) => Screening

/** The rule set as a function of facts, remembered per class of facts. `rules` says what is so by definition. */
export function screener(ruleSet: ScreeningRuleSet, table: FactTable, rules: readonly FactDefinitionRule[]): Screen {
  const classes = screeningClasses(ruleSet, table, rules)
  // What is so by definition can look at facts the set does not ask for; they too make one person differ from another.
  const beside = definitionClasses(ruleSet, table, rules)
  const settle = rememberByClass([...classes, ...beside], (facts) => screenCompletions(ruleSet, classes, rules, facts))
  const isOutside = compile(ruleSet.outOfScope.when)
  const outside = outOfScope(ruleSet)
  return (facts) => (isOutside(facts) === 'yes' ? outside : settle(facts))
}

function definitionClasses(ruleSet: ScreeningRuleSet, table: FactTable, rules: readonly FactDefinitionRule[]): Classes[] {
  const names = [...new Set(rules.flatMap((rule) => [rule.fact, ...leavesOf(rule.when).map(({ fact }) => fact)]))]
  const leaves = rules.flatMap((rule) => leavesOf(rule.when))
  return names
    .filter((name) => !ruleSet.asks.includes(name))
    .flatMap((name) => table.filter(({ id }) => id === name).map((one) => classesOf(one, leaves)))
}

export function screeningClasses(ruleSet: ScreeningRuleSet, table: FactTable, rules: readonly FactDefinitionRule[]): Classes[] {
  const leaves = [...ruleSet.rows, ...rules].flatMap((row) => leavesOf(row.when))
  return ruleSet.asks.map((fact) => {
    const definition = table.find((candidate) => candidate.id === fact)
    if (definition === undefined) throw new Error(`Rule set ${ruleSet.id} asks for ${fact}, which is not in the fact table`)
    return classesOf(definition, leaves)
  })
}

function outOfScope(ruleSet: ScreeningRuleSet): Screening {
  const trace = ruleSet.rows.map(({ id }) => ({ id, held: 'no' as const }))
  return { risk: 'outOfScope', reasons: ['outOfScope'], missing: [], lowest: null, highest: null, trace }
}

type Completion = { facts: FactsOf; level: string }

/** The level of completely known facts: the first row that holds. */
export function levelOf(ruleSet: ScreeningRuleSet, facts: FactsOf): string {
  const row = ruleSet.rows.find(({ when }) => evaluate(when, facts) === 'yes')
  if (row === undefined) throw new Error(`Rule set ${ruleSet.id} has no row for ${JSON.stringify(facts)}`)
  return row.level
}

function screenCompletions(
  ruleSet: ScreeningRuleSet,
  classes: readonly Classes[],
  rules: readonly FactDefinitionRule[],
  facts: FactsOf,
): Screening {
  const open = classes.filter(({ fact }) => !isKnown(facts[fact]))
  const completions: Completion[] = []
  for (const filledIn of combinations(open, false)) {
    const completed = { ...facts, ...filledIn }
    if (isPossible(completed, rules)) completions.push({ facts: completed, level: levelOf(ruleSet, completed) })
  }
  const levels = ruleSet.levels.filter((level) => completions.some((completion) => completion.level === level))
  const trace = ruleSet.rows.map(({ id, when }) => ({ id, held: heldIn(completions, when) }))
  const [lowest, highest] = [levels[0]!, levels.at(-1)!]
  if (lowest !== highest)
    return { risk: 'undetermined', reasons: [], missing: factsThatDecide(open, completions), lowest, highest, trace }
  return { risk: lowest, reasons: reasonsFor(ruleSet, lowest, trace), missing: [], lowest, highest, trace }
}

/** Whether nothing in completed facts goes against what is so by definition (no injury without a fall). */
export const isPossible = (facts: FactsOf, rules: readonly FactDefinitionRule[]): boolean =>
  rules.every((rule) => !isKnown(facts[rule.fact]) || facts[rule.fact] === rule.is || evaluate(rule.when, facts) !== 'yes')

function heldIn(completions: readonly Completion[], when: Condition): Tri {
  const held = completions.filter(({ facts }) => evaluate(when, facts) === 'yes').length
  return held > 0 && held < completions.length ? 'unknown' : triOf(held > 0)
}

function reasonsFor(ruleSet: ScreeningRuleSet, level: string, trace: Screening['trace']): string[] {
  const held = ruleSet.rows
    .filter((row, index) => row.level === level && trace[index]!.held === 'yes')
    .map(({ reason }) => reason)
  return ruleSet.allReasonsAt.includes(level) ? [...new Set(held)] : held.slice(0, 1)
}

/** A fact decides when two completions that differ in that fact alone have different levels. */
function factsThatDecide(open: readonly Classes[], completions: readonly Completion[]): string[] {
  return open
    .filter(({ fact }) => {
      const levelOfRest = new Map<string, string>()
      return completions.some(({ facts, level }) => {
        const rest = open.map((other) => (other.fact === fact ? '' : String(facts[other.fact]))).join()
        const before = levelOfRest.get(rest) ?? level
        levelOfRest.set(rest, level)
        return before !== level
      })
    })
    .map(({ fact }) => fact)
}
