// Cases and endings: together they are everybody, each person once.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { casesOf, endingsOf } from '../../src/domain/cases.ts'
import { type Condition, evaluate, type FactsOf, type Leaf } from '../../src/domain/condition.ts'

const values: { readonly [fact: string]: readonly unknown[] } = {
  a: ['unknown', 'yes', 'no'],
  b: ['yes', 'no'],
  c: ['unknown', 1, 2],
  d: ['unknown', 'yes', 'no'],
}
const valuesOf = (fact: string) => values[fact]!
const everybody: FactsOf[] = Object.entries(values).reduce<FactsOf[]>(
  (people, [fact, possible]) => people.flatMap((person) => possible.map((value) => ({ ...person, [fact]: value }))),
  [{}],
)

const anyLeaf: fc.Arbitrary<Leaf> = fc.constantFrom<Leaf>(
  { fact: 'a', is: 'yes' },
  { fact: 'a', known: true },
  { fact: 'b', is: 'no' },
  { fact: 'c', atLeast: 2 },
  { fact: 'c', known: true },
  { fact: 'd', in: ['yes', 'no'] },
)
const anyCondition = fc.letrec<{ condition: Condition }>((tie) => ({
  condition: fc.oneof(
    { maxDepth: 2 },
    anyLeaf,
    fc.array(tie('condition'), { maxLength: 3 }).map((all) => ({ all })),
    fc.array(tie('condition'), { maxLength: 3 }).map((any) => ({ any })),
    tie('condition').map((not) => ({ not })),
  ),
})).condition

const isOneOf = (person: FactsOf, facts: FactsOf): boolean =>
  Object.entries(facts).every(([name, value]) => person[name] === value)

test('the cases of a condition are everybody, each once, and say what evaluating says', () => {
  fc.assert(
    fc.property(anyCondition, (when) => {
      const cases = [...casesOf(when, {}, valuesOf)]
      for (const person of everybody) {
        const own = cases.filter(({ facts }) => isOneOf(person, facts))
        expect(own.map(({ holds }) => holds)).toEqual([evaluate(when, person) === 'yes'])
      }
    }),
    { numRuns: 150 },
  )
})

test('the endings of a table are everybody, each once, at the row that trying them one by one finds', () => {
  const anyRow = fc.option(anyCondition, { nil: undefined, freq: 8 }).map((when) => (when === undefined ? {} : { when }))
  fc.assert(
    fc.property(fc.array(anyRow, { maxLength: 4 }), (rows) => {
      const endings = [...endingsOf<{ when?: Condition }>(rows, {}, valuesOf)]
      for (const person of everybody) {
        const own = endings.filter(({ facts }) => isOneOf(person, facts))
        expect(own).toHaveLength(1)
        expect(own[0]!.row).toBe(rows.find(({ when }) => when === undefined || evaluate(when, person) === 'yes'))
      }
    }),
    { numRuns: 150 },
  )
})

test('facts that are already there are kept and not split', () => {
  const endings = [
    ...endingsOf(
      [
        {
          when: {
            all: [
              { fact: 'a', is: 'yes' },
              { fact: 'b', is: 'no' },
            ],
          },
        },
      ],
      { a: 'yes' },
      valuesOf,
    ),
  ]
  expect(endings.map(({ facts }) => facts)).toEqual([
    { a: 'yes', b: 'yes' },
    { a: 'yes', b: 'no' },
  ])
  expect(endings.map(({ row }) => row !== undefined)).toEqual([false, true])
})
