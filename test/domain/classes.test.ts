// Classes of facts: values that no condition tells apart, and answers remembered by class.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { classesOf, combinations, rememberByClass } from '../../src/domain/classes.ts'
import { evaluate, type Leaf } from '../../src/domain/condition.ts'
import type { FactDefinition } from '../../src/domain/facts.ts'

const row = { source: 'Valpad', status: 'local default', name: { nl: 'x', en: 'x' }, says: {} } as const
const number = (decimals: 0 | 2, orWord?: string): FactDefinition => ({
  ...row,
  id: 'x',
  kind: 'number',
  unit: { nl: 's', en: 's' },
  min: 1,
  max: 12,
  decimals,
  ...(orWord === undefined ? {} : { orWord }),
})
const colour: FactDefinition = { ...row, id: 'colour', kind: 'choice', values: ['green', 'orange', 'red'] }

describe('numbers', () => {
  test.each<{ who: string; definition: FactDefinition; leaves: Leaf[]; samples: (number | string)[] }>([
    { who: 'nothing asked', definition: number(2), leaves: [], samples: [1] },
    { who: 'at least 4', definition: number(2), leaves: [{ fact: 'x', atLeast: 4 }], samples: [1, 4] },
    { who: 'over 4, by hundredths', definition: number(2), leaves: [{ fact: 'x', over: 4 }], samples: [1, 4.01] },
    { who: 'over 4, whole', definition: number(0), leaves: [{ fact: 'x', over: 4 }], samples: [1, 5] },
    {
      who: 'below 4 or at least 4: one limit',
      definition: number(2),
      leaves: [
        { fact: 'x', below: 4 },
        { fact: 'x', atLeast: 4 },
      ],
      samples: [1, 4],
    },
    { who: 'exactly 2', definition: number(0), leaves: [{ fact: 'x', is: 2 }], samples: [1, 2, 3] },
    {
      who: 'one of 1 and 12, the ends of the range',
      definition: number(0),
      leaves: [{ fact: 'x', in: [1, 12] }],
      samples: [1, 2, 12],
    },
    {
      who: 'a word beside the numbers',
      definition: number(2, 'unable'),
      leaves: [{ fact: 'x', atLeast: 4 }],
      samples: [1, 4, 'unable'],
    },
    { who: 'limits of other facts', definition: number(2), leaves: [{ fact: 'y', atLeast: 4 }], samples: [1] },
  ])('$who: $samples', ({ definition, leaves, samples }) => expect(classesOf(definition, leaves).samples).toEqual(samples))

  const steps = (decimals: 0 | 2) =>
    decimals === 0 ? fc.integer({ min: 1, max: 12 }) : fc.integer({ min: 100, max: 1200 }).map((n) => n / 100)
  const leafOf = (decimals: 0 | 2): fc.Arbitrary<Leaf> =>
    fc
      .record({ what: fc.constantFrom('atLeast', 'over', 'below', 'is', 'in'), limit: steps(decimals) })
      .map(({ what, limit }) =>
        what === 'in' ? { fact: 'x', in: [limit, 'unable'] } : ({ fact: 'x', [what]: limit } as unknown as Leaf),
      )

  test.each([0, 2] as const)('two values of one class get the same answer from every condition (%s decimals)', (decimals) => {
    const values = fc.oneof(
      { weight: 9, arbitrary: steps(decimals) },
      { weight: 1, arbitrary: fc.constantFrom('unable', 'unknown') },
    )
    fc.assert(
      fc.property(
        fc.array(leafOf(decimals), { maxLength: 3 }),
        fc.array(values, { minLength: 12, maxLength: 12 }),
        (leaves, given) => {
          const { samples, classOf } = classesOf(number(decimals, 'unable'), leaves)
          expect(classOf('unknown')).toBe(0)
          expect(samples.map(classOf)).toEqual(samples.map((_, index) => index + 1))
          for (const value of given) {
            const like = classOf(value) === 0 ? 'unknown' : samples[classOf(value) - 1]
            for (const leaf of leaves) expect(evaluate(leaf, { x: value })).toBe(evaluate(leaf, { x: like }))
          }
        },
      ),
      { numRuns: 300 },
    )
  })
})

test('words are classes of their own, anything else is unknown', () => {
  const { samples, classOf } = classesOf(colour, [])
  expect(samples).toEqual(['green', 'orange', 'red'])
  expect(['unknown', undefined, 'green', 'orange', 'red'].map(classOf)).toEqual([0, 0, 1, 2, 3])
})

test('a condition cannot look at blood pressures or lists of codes themselves', () => {
  expect(() => classesOf({ ...row, id: 'flags', kind: 'codes', values: ['RF01'] }, [])).toThrow('derive a fact')
  expect(() => classesOf({ ...row, id: 'bp', kind: 'bloodPressures', systolic: [60, 260], diastolic: [30, 160] }, [])).toThrow(
    'derive',
  )
})

describe('combinations', () => {
  const all = [classesOf(colour, []), classesOf(number(2), [{ fact: 'x', atLeast: 4 }])]

  test('every one of them, once', () => {
    const known = [...combinations(all, false)].length
    const seen = new Set<string>()
    for (const facts of combinations(all, true)) seen.add(JSON.stringify(facts))
    expect(known).toBe(3 * 2)
    expect(seen.size).toBe(4 * 3)
  })
})

describe('remembering', () => {
  const all = [classesOf(colour, []), classesOf(number(2), [{ fact: 'x', atLeast: 4 }])]
  const counted = (most?: number) => {
    const asked: unknown[] = []
    const answer = (facts: { readonly [name: string]: unknown }) => {
      asked.push(facts)
      return { is: `${facts['colour']} ${evaluate({ fact: 'x', atLeast: 4 }, facts)}` }
    }
    return { asked, remembered: rememberByClass(all, answer, most) }
  }

  test('one answer for a class, asked for once', () => {
    const { asked, remembered } = counted()
    expect(remembered({ colour: 'red', x: 4 })).toBe(remembered({ colour: 'red', x: 11.5, other: 'thing' }))
    expect(remembered({ colour: 'red', x: 3.99 })).toEqual({ is: 'red no' })
    expect(remembered({ colour: 'green', x: 3.99 })).toEqual({ is: 'green no' })
    expect(remembered({ x: 4 })).toEqual({ is: 'undefined yes' })
    expect(asked).toHaveLength(4)
  })

  test('past its bound it forgets, and is still right', () => {
    const { asked, remembered } = counted(1)
    expect([4, 3, 4].map((x) => remembered({ colour: 'red', x }).is)).toEqual(['red yes', 'red no', 'red yes'])
    expect(asked).toHaveLength(3)
  })

  test('more classes than can be numbered is a mistake in the table', () => {
    const many = Array.from({ length: 40 }, () => classesOf(colour, []))
    expect(() => rememberByClass(many, () => 0)).toThrow('Too many classes')
  })
})
