// The product against a second reading of the vignettes page: twelve invented people, then thousands of random ones.
import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { rules as rulesFor } from '../../pathways/amstelland/v1/rules.ts'
import { defaultSettings } from '../../pathways/amstelland/v1/settings.ts'
import { assessor } from '../../src/domain/assess.ts'
import { factParser } from '../../src/domain/facts.ts'
import vignettes from '../fixtures/vignettes.json' with { type: 'json' }
import { anyInput, contradicts, ofAFall } from '../support/any-input.ts'
import { type PlainInput, plainReading } from '../support/plain-reading.ts'

const rules = rulesFor(defaultSettings)
const { assess } = assessor(rules)
const parse = factParser(rules.facts, rules.byDefinition)

test.each(vignettes)('the plain reading answers $id, $title', ({ input, expected }) => {
  expect(plainReading(input as PlainInput)).toEqual(expected)
})

describe('the rules and the plain reading give the same answer', () => {
  const agree = (input: PlainInput): void => {
    expect(assess(input)).toEqual(plainReading(input))
  }

  test('for 20,000 people drawn afresh', () => {
    fc.assert(fc.property(anyInput, agree), { numRuns: 20_000 })
  })

  test('for 3,000 people who are the same every time, and every row of the table is met', () => {
    const people = fc.sample(anyInput, { numRuns: 3000, seed: 20261122 })
    people.forEach(agree)
    const met = new Set(people.map((input) => assess(input).rule))
    expect(rules.routing.rows.map(({ id }) => id).filter((id) => !met.has(id))).toEqual([])
  })
})

test('and for every combination of answers to the risk test', () => {
  const answers = ['yes', 'no', 'unknown']
  const everyAnswer: Record<string, readonly unknown[]> = {
    falls12m: [0, 1, 2, 3, 'unknown'],
    concern: answers,
    mobilityDifficulty: answers,
    injury: answers,
    couldNotGetUp: answers,
    lossOfConsciousness: answers,
    frail: answers,
    walk4m: [3.99, 4, 'unable', 'unknown'],
  }
  let people: Record<string, unknown>[] = [{ age: 75, sex: 'F' }]
  for (const [fact, values] of Object.entries(everyAnswer)) {
    people = people.flatMap((person) => values.map((value) => ({ ...person, [fact]: value })))
  }
  const differ = people
    .filter((person) => !contradicts(person))
    .filter((person) => !isDeepStrictEqual(assess(person), plainReading(person as PlainInput)))
  expect(differ).toEqual([])
})

describe('the check of facts', () => {
  test('accepts every person of the format, and changes nothing', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        expect(parse(input)).toEqual({ ok: true, value: input })
      }),
      { numRuns: 3000 },
    )
  })

  test('refuses an injury, a long lie or a loss of consciousness without a fall, and names it', () => {
    const anyOfThem = fc.subarray([...ofAFall], { minLength: 1 })
    fc.assert(
      fc.property(anyInput, anyOfThem, (input, wrong) => {
        const marked = Object.fromEntries(ofAFall.map((fact) => [fact, wrong.includes(fact) ? 'yes' : 'no']))
        const parsed = parse({ ...input, falls12m: 0, ...marked })
        expect(parsed.ok ? [] : parsed.faults.map(({ at, code }) => `${code} ${at}`)).toEqual(
          wrong.map((fact) => `contradiction /${fact}`),
        )
      }),
    )
  })

  test('with an unknown number of falls, an injury is no contradiction', () => {
    const given = { age: 70, sex: 'F', injury: 'yes' }
    expect(parse(given).ok).toBe(true)
    expect(parse({ ...given, falls12m: 'unknown' }).ok).toBe(true)
  })
})
