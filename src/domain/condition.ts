// Conditions: rules as data, with the one three-valued evaluator that every table of a pathway uses.
import { not, type Tri, triOf } from './tri.ts'

/** What a condition can compare: a yes or no, a code, a word such as `unable`, or a number in the unit of its fact. */
export type Scalar = string | number

/** A fact that is absent, or whose value is `unknown`, is unknown. */
export type FactsOf<Name extends string = string> = { readonly [name in Name]?: unknown }

/** `atLeast`, `over` and `below` hold for numbers only: of a fact whose value is a word (`unable`) they are simply not true. */
export type Leaf<Name extends string = string> =
  | { readonly fact: Name; readonly is: Scalar }
  | { readonly fact: Name; readonly in: readonly Scalar[] }
  | { readonly fact: Name; readonly atLeast: number }
  | { readonly fact: Name; readonly over: number }
  | { readonly fact: Name; readonly below: number }
  | { readonly fact: Name; readonly known: true }

export type Condition<Name extends string = string> =
  | Leaf<Name>
  | { readonly all: readonly Condition<Name>[] }
  | { readonly any: readonly Condition<Name>[] }
  | { readonly not: Condition<Name> }

export type Test = (facts: FactsOf) => Tri

const compiled = new WeakMap<Condition, Test>()

/** Whether `condition` holds for `facts`: yes, no, or unknown when an unknown fact could still turn it either way. */
export const evaluate = (condition: Condition, facts: FactsOf): Tri => compile(condition)(facts)

/** The condition as a function; made once per condition, so tables can be evaluated a hundred thousand times a second. */
export function compile(condition: Condition): Test {
  const known = compiled.get(condition)
  if (known !== undefined) return known
  const test = build(condition)
  compiled.set(condition, test)
  return test
}

function build(condition: Condition): Test {
  if ('all' in condition) return junction(condition.all.map(compile), 'no')
  if ('any' in condition) return junction(condition.any.map(compile), 'yes')
  if ('not' in condition) {
    const inner = compile(condition.not)
    return (facts) => not(inner(facts))
  }
  return leafTest(condition)
}

/** `all` is decided by one no, `any` by one yes; without it, one unknown keeps the whole unknown. */
function junction(tests: readonly Test[], decisive: 'yes' | 'no'): Test {
  const otherwise = not(decisive)
  return (facts) => {
    let answer = otherwise
    for (const test of tests) {
      const one = test(facts)
      if (one === decisive) return decisive
      if (one === 'unknown') answer = 'unknown'
    }
    return answer
  }
}

function leafTest(leaf: Leaf): Test {
  const { fact } = leaf
  if ('known' in leaf) return (facts) => triOf(isKnown(facts[fact]))
  const holds = comparison(leaf)
  return (facts) => {
    const value = facts[fact]
    return isKnown(value) ? triOf(holds(value)) : 'unknown'
  }
}

export const isKnown = (value: unknown): boolean => value !== undefined && value !== 'unknown'

/** Whether a leaf holds for a known value. */
function comparison(leaf: Exclude<Leaf, { known: true }>): (value: unknown) => boolean {
  if ('is' in leaf) return (value) => value === leaf.is
  if ('in' in leaf) return (value) => leaf.in.includes(value as Scalar)
  if ('atLeast' in leaf) return (value) => typeof value === 'number' && value >= leaf.atLeast
  if ('over' in leaf) return (value) => typeof value === 'number' && value > leaf.over
  return (value) => typeof value === 'number' && value < leaf.below
}

/** Every leaf of a condition, in the order in which it was written. */
export function leavesOf<Name extends string>(condition: Condition<Name>): Leaf<Name>[] {
  if ('all' in condition) return condition.all.flatMap(leavesOf)
  if ('any' in condition) return condition.any.flatMap(leavesOf)
  if ('not' in condition) return leavesOf(condition.not)
  return [condition]
}

/**
 * The facts that make the answer what it is: for "yes" the ones that hold, for "no" the ones that fail, for "unknown" the ones
 * that are not known. Of several sufficient ones the first written counts.
 */
export function decidingFacts(condition: Condition, facts: FactsOf): string[] {
  if ('not' in condition) return decidingFacts(condition.not, facts)
  if (!('all' in condition) && !('any' in condition)) return [condition.fact]
  const [parts, decisive] = 'all' in condition ? [condition.all, 'no'] : [condition.any, 'yes']
  const answer = evaluate(condition, facts)
  const matching = parts.filter((part) => evaluate(part, facts) === answer)
  const counted = answer === decisive ? matching.slice(0, 1) : matching
  return [...new Set(counted.flatMap((part) => decidingFacts(part, facts)))]
}
