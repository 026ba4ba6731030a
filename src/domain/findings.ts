// Findings: which answers make a section a problem, and the scores that follow from several answers, each with the question it stands at.
import { type Answers, BloodPressure, givenValue } from './answers.ts'
import { withDerived } from './completeness.ts'
import { type Condition, evaluate, type FactsOf, type Leaf, leavesOf } from './condition.ts'
import { derive, itemsRead, type PressureTest } from './derivation.ts'
import type { Section } from './instrument.ts'
import { type DropLimits, lowestStanding, pressureDrop } from './scoring/orthostatic.ts'

/** `leaf`: the part of the condition that holds, for the limit in words. */
export type Finding = { readonly itemId: string; readonly leaf: Leaf }

/** One a question, in the order of the condition. A score that several questions make stands at the last of them that was answered. */
export function findingsIn(section: Section, answers: Answers): Finding[] {
  if (section.problem === undefined) return []
  const found = new Map<string, Finding>()
  for (const leaf of holding(section.problem, withDerived(section, answers))) {
    const itemId = itemOf(section, leaf.fact, answers)
    if (itemId !== null && !found.has(itemId)) found.set(itemId, { itemId, leaf })
  }
  return [...found.values()]
}

/** The leaves by which the condition holds. */
function holding(condition: Condition, facts: FactsOf): Leaf[] {
  if (evaluate(condition, facts) !== 'yes') return []
  if ('all' in condition) return condition.all.flatMap((part) => holding(part, facts))
  if ('any' in condition) return condition.any.flatMap((part) => holding(part, facts))
  return 'not' in condition ? leavesOf(condition.not) : [condition]
}

function itemOf(section: Section, fact: string, answers: Answers): string | null {
  const derived = section.derived?.find(({ id }) => id === fact)
  return derived === undefined ? fact.replace(/\.count$/, '') : lastOf(section, itemsRead(derived.from, answers))
}

/** The one that stands last in the section. */
function lastOf({ items }: Section, ids: readonly string[]): string | null {
  return items.findLast(({ id }) => ids.includes(id))?.id ?? null
}

export type Computed = { readonly itemId: string } & (
  | { readonly is: 'drop'; readonly drop: BloodPressure; readonly limits: DropLimits; readonly tooFar: boolean }
  | { readonly is: 'total' | 'sppb'; readonly points: number }
)

/** Differences and totals as soon as they can be told, also while more may be measured. */
export function computedIn(section: Section, answers: Answers): Computed[] {
  return (section.derived ?? []).flatMap(({ from }): Computed[] => {
    const itemId = lastOf(section, itemsRead(from, answers))
    if (itemId === null) return []
    if ('drop' in from) {
      const drop = dropSoFar(from.drop, answers)
      return drop === null
        ? []
        : [{ itemId, is: 'drop', drop, limits: from.drop.limits, tooFar: derive(from, answers) === 'yes' }]
    }
    const points = derive(from, answers)
    return typeof points === 'number' ? [{ itemId, is: 'sppb' in from ? 'sppb' : 'total', points }] : []
  })
}

function dropSoFar({ before, standing }: PressureTest, answers: Answers): BloodPressure | null {
  const pressure = (id: string) => BloodPressure.safeParse(givenValue(answers, id)).data
  const [first, lowest] = [pressure(before), lowestStanding(standing.map(pressure))]
  return first === undefined || lowest === undefined ? null : pressureDrop(first, lowest)
}
