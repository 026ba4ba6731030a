// Checks of a screening rule set: everybody gets a level, every row is needed, and neighbouring rows neither overlap nor leave a gap.
import { combinations } from '../classes.ts'
import { evaluate, leavesOf } from '../condition.ts'
import type { FactDefinitionRule, FactTable } from '../facts.ts'
import { isPossible, type ScreeningRow, type ScreeningRuleSet, screeningClasses } from '../screening.ts'
import type { Finding } from './finding.ts'

export function checkScreening(
  ruleSet: ScreeningRuleSet,
  definitions: FactTable,
  rules: readonly FactDefinitionRule[],
): Finding[] {
  const classes = screeningClasses(ruleSet, definitions, rules)
  const reached = new Set<string>()
  let without: string | undefined
  for (const facts of combinations(classes, false)) {
    if (!isPossible(facts, rules)) continue
    const row = ruleSet.rows.find(({ when }) => evaluate(when, facts) === 'yes')
    if (row === undefined) without ??= JSON.stringify(facts)
    else reached.add(row.id)
  }
  const unreached = ruleSet.rows.filter(({ id }) => !reached.has(id))
  const unordered = ruleSet.rows.filter(({ level }) => !ruleSet.levels.includes(level))
  return [
    ...(without === undefined ? [] : [{ check: 'screeningTotal', at: ruleSet.id, problem: `No row for ${without}` }]),
    ...unreached.map(({ id }) => ({
      check: 'screeningReachable',
      at: `${ruleSet.id}/${id}`,
      problem: 'No person ever reaches this row',
    })),
    ...unordered.map(({ id, level }) => ({
      check: 'screeningLevels',
      at: `${ruleSet.id}/${id}`,
      problem: `Level "${level}" is not one of the set`,
    })),
    ...checkNeighbours(ruleSet, definitions, rules),
  ]
}

/** Rows that look at one and the same fact alone divide it among them: each class of it is in exactly one of them. */
function checkNeighbours(ruleSet: ScreeningRuleSet, definitions: FactTable, rules: readonly FactDefinitionRule[]): Finding[] {
  const alone = ruleSet.rows.filter(({ when }) => factsIn(when).length === 1)
  const groups = Map.groupBy(alone, ({ when }) => factsIn(when)[0]!)
  return [...groups].flatMap(([fact, rows]) => {
    const classes = screeningClasses(ruleSet, definitions, rules).find((candidate) => candidate.fact === fact)
    if (rows.length < 2 || classes === undefined) return []
    return classes.samples.flatMap((value) => {
      const holding = rows.filter(({ when }) => evaluate(when, { [fact]: value }) === 'yes')
      if (holding.length === 1) return []
      const problem =
        holding.length === 0 ? 'is in no row: a gap' : `is in ${holding.map(({ id }) => id).join(' and ')}: an overlap`
      return [{ check: 'screeningNeighbours', at: `${ruleSet.id}/${fact}`, problem: `${value} ${problem}` }]
    })
  })
}

const factsIn = (when: ScreeningRow['when']): string[] => [...new Set(leavesOf(when).map(({ fact }) => fact))]
