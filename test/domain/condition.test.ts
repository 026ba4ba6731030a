// Conditions: the truth tables of yes, no and unknown, and the facts that decide an answer.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Condition, decidingFacts, evaluate, type FactsOf, type Leaf, leavesOf } from '../../src/domain/condition.ts'

const a: Condition = { fact: 'a', is: 'yes' }
const b: Condition = { fact: 'b', is: 'yes' }

test.each([
  { a: 'yes', b: 'yes', all: 'yes', any: 'yes', not: 'no' },
  { a: 'yes', b: 'unknown', all: 'unknown', any: 'yes', not: 'no' },
  { a: 'yes', b: 'no', all: 'no', any: 'yes', not: 'no' },
  { a: 'unknown', b: 'yes', all: 'unknown', any: 'yes', not: 'unknown' },
  { a: 'unknown', b: 'unknown', all: 'unknown', any: 'unknown', not: 'unknown' },
  { a: 'unknown', b: 'no', all: 'no', any: 'unknown', not: 'unknown' },
  { a: 'no', b: 'yes', all: 'no', any: 'yes', not: 'yes' },
  { a: 'no', b: 'unknown', all: 'no', any: 'unknown', not: 'yes' },
  { a: 'no', b: 'no', all: 'no', any: 'no', not: 'yes' },
])('a is $a and b is $b: both $all, either $any, not a $not', ({ all, any, not, ...facts }) => {
  expect(evaluate({ all: [a, b] }, facts)).toBe(all)
  expect(evaluate({ any: [a, b] }, facts)).toBe(any)
  expect(evaluate({ not: a }, facts)).toBe(not)
})

test('all of nothing holds, any of nothing does not', () => {
  expect(evaluate({ all: [] }, {})).toBe('yes')
  expect(evaluate({ any: [] }, {})).toBe('no')
})

describe('one fact', () => {
  test.each<{ leaf: Leaf; value: unknown; answer: string }>([
    { leaf: { fact: 'x', is: 'yes' }, value: 'yes', answer: 'yes' },
    { leaf: { fact: 'x', is: 'yes' }, value: 'no', answer: 'no' },
    { leaf: { fact: 'x', is: 'yes' }, value: 'unknown', answer: 'unknown' },
    { leaf: { fact: 'x', is: 'yes' }, value: undefined, answer: 'unknown' },
    { leaf: { fact: 'x', is: 0 }, value: 0, answer: 'yes' },
    { leaf: { fact: 'x', is: 0 }, value: '0', answer: 'no' },
    { leaf: { fact: 'x', in: ['red', 'orange'] }, value: 'orange', answer: 'yes' },
    { leaf: { fact: 'x', in: ['red', 'orange'] }, value: 'green', answer: 'no' },
    { leaf: { fact: 'x', in: ['red', 'orange'] }, value: 'unknown', answer: 'unknown' },
    { leaf: { fact: 'x', atLeast: 4 }, value: 3.99, answer: 'no' },
    { leaf: { fact: 'x', atLeast: 4 }, value: 4, answer: 'yes' },
    { leaf: { fact: 'x', over: 4 }, value: 4, answer: 'no' },
    { leaf: { fact: 'x', over: 4 }, value: 4.01, answer: 'yes' },
    { leaf: { fact: 'x', below: 4 }, value: 3.99, answer: 'yes' },
    { leaf: { fact: 'x', below: 4 }, value: 4, answer: 'no' },
    { leaf: { fact: 'x', atLeast: 4 }, value: 'unable', answer: 'no' },
    { leaf: { fact: 'x', over: 4 }, value: 'unable', answer: 'no' },
    { leaf: { fact: 'x', below: 4 }, value: 'unable', answer: 'no' },
    { leaf: { fact: 'x', atLeast: 4 }, value: '5', answer: 'no' },
    { leaf: { fact: 'x', below: 4 }, value: 'unknown', answer: 'unknown' },
    { leaf: { fact: 'x', known: true }, value: 'unable', answer: 'yes' },
    { leaf: { fact: 'x', known: true }, value: 0, answer: 'yes' },
    { leaf: { fact: 'x', known: true }, value: 'unknown', answer: 'no' },
    { leaf: { fact: 'x', known: true }, value: undefined, answer: 'no' },
  ])('$leaf of $value: $answer', ({ leaf, value, answer }) => expect(evaluate(leaf, { x: value })).toBe(answer))
})

const names = ['f0', 'f1', 'f2', 'f3', 'f4', 'f5']
const anyLeaf = (others: readonly ('known' | 'is')[]): fc.Arbitrary<Leaf> =>
  fc
    .record({ fact: fc.constantFrom(...names), what: fc.constantFrom('atLeast', 'over', 'below', ...others), limit: fc.nat(3) })
    .map(({ fact, what, limit }): Leaf => {
      if (what === 'known') return { fact, known: true }
      return { fact, [what]: limit } as unknown as Leaf
    })
const conditionsOf = (leaf: fc.Arbitrary<Leaf>): fc.Arbitrary<Condition> =>
  fc.letrec<{ condition: Condition }>((tie) => ({
    condition: fc.oneof(
      { maxDepth: 3, withCrossShrink: true },
      leaf,
      fc.array(tie('condition'), { minLength: 1, maxLength: 3 }).map((all) => ({ all })),
      fc.array(tie('condition'), { minLength: 1, maxLength: 3 }).map((any) => ({ any })),
      tie('condition').map((not) => ({ not })),
    ),
  })).condition
const anyFacts = (how: readonly string[]): fc.Arbitrary<FactsOf> =>
  fc.record(Object.fromEntries(how.map((name) => [name, fc.constantFrom(0, 1, 2, 3, 'unable', 'unknown')])))

const only = (facts: FactsOf, kept: readonly string[]): FactsOf =>
  Object.fromEntries(Object.entries(facts).map(([name, value]) => [name, kept.includes(name) ? value : 'unknown']))

describe('the facts that decide', () => {
  test('are enough: with all others unknown the answer is the same', () => {
    fc.assert(
      fc.property(conditionsOf(anyLeaf(['is'])), anyFacts(names), (condition, facts) => {
        expect(evaluate(condition, only(facts, decidingFacts(condition, facts)))).toBe(evaluate(condition, facts))
      }),
      { numRuns: 500 },
    )
  })

  test('are enough for yes and no, also where a condition asks whether a fact is known', () => {
    fc.assert(
      fc.property(conditionsOf(anyLeaf(['is', 'known'])), anyFacts(names), (condition, facts) => {
        const answer = evaluate(condition, facts)
        fc.pre(answer !== 'unknown')
        expect(evaluate(condition, only(facts, decidingFacts(condition, facts)))).toBe(answer)
      }),
      { numRuns: 500 },
    )
  })

  test('are needed: in a condition that asks each fact once, a decided answer is lost without any of them', () => {
    /** The same condition with a fact of its own in every leaf. */
    const readOnce = (condition: Condition, next: { name: number }): Condition => {
      if ('all' in condition) return { all: condition.all.map((part) => readOnce(part, next)) }
      if ('any' in condition) return { any: condition.any.map((part) => readOnce(part, next)) }
      if ('not' in condition) return { not: readOnce(condition.not, next) }
      return { ...condition, fact: `f${next.name++}` }
    }
    const once = conditionsOf(anyLeaf(['is'])).map((condition) => readOnce(condition, { name: 0 }))
    const withFacts = once.chain((condition) =>
      fc.tuple(fc.constant(condition), anyFacts(leavesOf(condition).map(({ fact }) => fact))),
    )
    fc.assert(
      fc.property(withFacts, ([condition, facts]) => {
        const answer = evaluate(condition, facts)
        fc.pre(answer !== 'unknown')
        const deciding = decidingFacts(condition, facts)
        for (const left of deciding) {
          const kept = deciding.filter((name) => name !== left)
          expect(evaluate(condition, only(facts, kept))).toBe('unknown')
        }
      }),
      { numRuns: 500 },
    )
  })

  test.each<{ who: string; condition: Condition; facts: FactsOf; deciding: string[] }>([
    { who: 'both hold', condition: { all: [a, b] }, facts: { a: 'yes', b: 'yes' }, deciding: ['a', 'b'] },
    { who: 'the second fails', condition: { all: [a, b] }, facts: { a: 'yes', b: 'no' }, deciding: ['b'] },
    { who: 'both fail: the first written', condition: { all: [a, b] }, facts: { a: 'no', b: 'no' }, deciding: ['a'] },
    { who: 'one is not known', condition: { all: [a, b] }, facts: { a: 'yes' }, deciding: ['b'] },
    { who: 'neither of either holds', condition: { any: [a, b] }, facts: { a: 'no', b: 'no' }, deciding: ['a', 'b'] },
    { who: 'the second of either holds', condition: { any: [a, b] }, facts: { b: 'yes' }, deciding: ['b'] },
    { who: 'turned round', condition: { not: { any: [a, b] } }, facts: { a: 'no', b: 'yes' }, deciding: ['b'] },
    {
      who: 'the same fact twice, named once',
      condition: { all: [a, { not: { fact: 'a', is: 'no' } }] },
      facts: { a: 'yes' },
      deciding: ['a'],
    },
  ])('$who: $deciding', ({ condition, facts, deciding }) => expect(decidingFacts(condition, facts)).toEqual(deciding))
})

test('leaves come in the order in which they were written', () =>
  expect(leavesOf({ all: [b, { not: { any: [a, { fact: 'c', known: true }] } }] }).map(({ fact }) => fact)).toEqual([
    'b',
    'a',
    'c',
  ]))
