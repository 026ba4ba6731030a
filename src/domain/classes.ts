// Classes of facts: the few values of a fact that the conditions of a table can tell apart, so that "every case" can be enumerated.
import { isKnown, type Leaf, type Scalar } from './condition.ts'
import type { FactDefinition } from './facts.ts'

/** `samples[i]` stands for every value of class `i + 1`; class 0 is unknown. */
export type Classes = { readonly fact: string; readonly samples: readonly Scalar[]; readonly classOf: (value: unknown) => number }

/** The classes of `definition` that `leaves` distinguish. Leaves about other facts are passed over. */
export function classesOf(definition: FactDefinition, leaves: readonly Leaf[]): Classes {
  const own = leaves.filter((leaf) => leaf.fact === definition.id)
  switch (definition.kind) {
    case 'yesNo':
      return ofValues(definition.id, ['yes', 'no'])
    case 'choice':
      return ofValues(definition.id, definition.values)
    case 'number':
      return ofNumbers(definition, own)
    case 'bloodPressures':
    case 'codes':
      throw new Error(`Conditions cannot look at ${definition.id} itself; derive a fact from it`)
  }
}

function ofValues(fact: string, samples: readonly string[]): Classes {
  const numbers = new Map<unknown, number>(samples.map((sample, index) => [sample, index + 1]))
  return { fact, samples, classOf: (value) => numbers.get(value) ?? 0 }
}

function ofNumbers(definition: Extract<FactDefinition, { kind: 'number' }>, leaves: readonly Leaf[]): Classes {
  const { id, min, max, decimals, orWord } = definition
  const step = decimals === 0 ? 1 : 0.01
  const next = (value: number) => Math.round((value + step) * 100) / 100
  const cuts = leaves.flatMap((leaf) => cutsOf(leaf, next))
  const starts = [...new Set([min, ...cuts.filter((cut) => cut > min && cut <= max)])].sort((a, b) => a - b)
  const samples: Scalar[] = orWord === undefined ? starts : [...starts, orWord]
  const classOf = (value: unknown): number => {
    if (typeof value !== 'number') return isKnown(value) ? samples.length : 0
    let number = starts.length
    while (number > 1 && value < starts[number - 1]!) number -= 1
    return number
  }
  return { fact: id, samples, classOf }
}

/** The numbers at which the answer of a leaf can change. */
function cutsOf(leaf: Leaf, next: (value: number) => number): number[] {
  if ('atLeast' in leaf) return [leaf.atLeast]
  if ('below' in leaf) return [leaf.below]
  if ('over' in leaf) return [next(leaf.over)]
  if ('is' in leaf) return typeof leaf.is === 'number' ? [leaf.is, next(leaf.is)] : []
  if ('in' in leaf) return leaf.in.flatMap((value) => (typeof value === 'number' ? [value, next(value)] : []))
  return []
}

/**
 * `answer`, computed once per combination of classes. Right as long as `answer` looks at these facts only through the leaves the
 * classes were made of. `most` bounds the memory; past it the answers are forgotten and computed again.
 */
export function rememberByClass<Answer>(
  all: readonly Classes[],
  answer: (facts: { readonly [name: string]: unknown }) => Answer,
  most = 50_000,
) {
  const size = all.reduce((product, { samples }) => product * (samples.length + 1), 1)
  if (size > Number.MAX_SAFE_INTEGER) throw new Error('Too many classes of facts to number them')
  const known = new Map<number, Answer>()
  return (facts: { readonly [name: string]: unknown }): Answer => {
    let number = 0
    for (const { fact, samples, classOf } of all) number = number * (samples.length + 1) + classOf(facts[fact])
    const before = known.get(number)
    if (before !== undefined) return before
    if (known.size >= most) known.clear()
    const fresh = answer(facts)
    known.set(number, fresh)
    return fresh
  }
}

/** Every combination of classes, unknown included where `withUnknown`; one object is reused, so copy what must last. */
export function* combinations(all: readonly Classes[], withUnknown: boolean): Generator<Record<string, unknown>> {
  const facts: Record<string, unknown> = {}
  function* from(index: number): Generator<Record<string, unknown>> {
    const classes = all[index]
    if (classes === undefined) {
      yield facts
      return
    }
    const values: unknown[] = withUnknown ? ['unknown', ...classes.samples] : [...classes.samples]
    for (const value of values) {
      facts[classes.fact] = value
      yield* from(index + 1)
    }
  }
  yield* from(0)
}
