// The parser of facts: what it takes, and every fault it names, with its place and how to mend it.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { factParser } from '../../src/domain/facts.ts'
import type { Fault } from '../../src/domain/fault.ts'
import { anyone, rules } from '../support/people.ts'

const parse = factParser(rules.facts, rules.byDefinition)
const faultsIn = (raw: unknown): readonly Fault[] => {
  const parsed = parse(raw)
  return parsed.ok ? [] : parsed.faults
}
const placesIn = (raw: unknown) => faultsIn(raw).map(({ at, code }) => `${at} ${code}`)
const person = (facts: object) => ({ age: 75, sex: 'F', ...facts })

describe('what is possible', () => {
  test.each([
    { who: 'age and sex alone', raw: person({}) },
    { who: '18 years', raw: person({ age: 18 }) },
    { who: '115 years', raw: person({ age: 115 }) },
    {
      who: 'everything unknown',
      raw: person(
        Object.fromEntries(
          rules.facts.filter(({ required, neverUnknown }) => !required && !neverUnknown).map(({ id }) => [id, 'unknown']),
        ),
      ),
    },
    { who: 'a walk of 1 s', raw: person({ walk4m: 1 }) },
    { who: 'a walk of 120 s', raw: person({ walk4m: 120 }) },
    { who: 'a walk in hundredths', raw: person({ walk4m: 4.29 }) },
    { who: 'cannot walk', raw: person({ walk4m: 'unable' }) },
    { who: 'no fall and no injury', raw: person({ falls12m: 0, injury: 'no' }) },
    { who: 'no fall, injury not known', raw: person({ falls12m: 0, injury: 'unknown' }) },
    { who: 'injury, falls not known', raw: person({ falls12m: 'unknown', injury: 'yes' }) },
    {
      who: 'blood pressure',
      raw: person({
        bpSupineStanding: [
          [260, 160],
          [60, 30],
        ],
      }),
    },
    { who: 'two flags', raw: person({ redFlags: ['RF01', 'RF15'] }) },
    { who: 'no flags', raw: person({ redFlags: [] }) },
  ])('$who', ({ raw }) => expect(parse(raw)).toEqual({ ok: true, value: raw }))

  test('anybody is taken as they are', () => {
    fc.assert(
      fc.property(anyone, (facts) => {
        const parsed = parse(facts)
        expect(parsed).toEqual({ ok: true, value: facts })
      }),
    )
  })

  test('every hundredth of a second from 1 to 120 is a walk, as it was typed', () => {
    const typed = Array.from({ length: 11_901 }, (_, index) => ((index + 100) / 100).toFixed(2))
    expect(typed.filter((text) => !parse(person({ walk4m: JSON.parse(text.replace(/\.?0+$/, '')) })).ok)).toEqual([])
  })
})

describe('what is not', () => {
  test.each([
    { who: '17 years', raw: person({ age: 17 }), at: '/age impossibleValue' },
    { who: '116 years', raw: person({ age: 116 }), at: '/age impossibleValue' },
    { who: '200 years', raw: person({ age: 200 }), at: '/age impossibleValue' },
    { who: 'half a year', raw: person({ age: 70.5 }), at: '/age impossibleValue' },
    { who: 'an age as text', raw: person({ age: '75' }), at: '/age impossibleValue' },
    { who: 'an age that is not known', raw: person({ age: 'unknown' }), at: '/age impossibleValue' },
    { who: 'no age', raw: { sex: 'F' }, at: '/age required' },
    { who: 'an age that is not there', raw: { age: undefined, sex: 'F' }, at: '/age impossibleValue' },
    { who: 'no sex', raw: { age: 75 }, at: '/sex required' },
    { who: 'sex in small letters', raw: person({ sex: 'f' }), at: '/sex impossibleValue' },
    { who: 'sex not known', raw: person({ sex: 'unknown' }), at: '/sex impossibleValue' },
    { who: 'a walk of 0', raw: person({ walk4m: 0 }), at: '/walk4m impossibleValue' },
    { who: 'a walk of −1', raw: person({ walk4m: -1 }), at: '/walk4m impossibleValue' },
    { who: 'a walk of 0.99', raw: person({ walk4m: 0.99 }), at: '/walk4m impossibleValue' },
    { who: 'a walk of 120.01', raw: person({ walk4m: 120.01 }), at: '/walk4m impossibleValue' },
    { who: 'a walk in thousandths', raw: person({ walk4m: 3.999 }), at: '/walk4m impossibleValue' },
    { who: 'a walk that rounds to hundredths only almost', raw: person({ walk4m: 4.005 }), at: '/walk4m impossibleValue' },
    { who: 'a walk as text', raw: person({ walk4m: '4' }), at: '/walk4m impossibleValue' },
    { who: 'a walk that is no number', raw: person({ walk4m: 'NaN' }), at: '/walk4m impossibleValue' },
    { who: 'not a number at all', raw: person({ walk4m: Number.NaN }), at: '/walk4m impossibleValue' },
    { who: 'a walk without end', raw: person({ walk4m: Number.POSITIVE_INFINITY }), at: '/walk4m impossibleValue' },
    { who: 'a walk of null', raw: person({ walk4m: null }), at: '/walk4m impossibleValue' },
    { who: 'unable where that is no answer', raw: person({ tug: 'unable' }), at: '/tug impossibleValue' },
    { who: 'half a fall', raw: person({ falls12m: 0.5 }), at: '/falls12m impossibleValue' },
    { who: 'fewer than no falls', raw: person({ falls12m: -1 }), at: '/falls12m impossibleValue' },
    { who: '2^53 + 1 falls', raw: person({ falls12m: JSON.parse('9007199254740993') }), at: '/falls12m impossibleValue' },
    { who: 'yes as true', raw: person({ concern: true }), at: '/concern impossibleValue' },
    { who: 'yes in Dutch', raw: person({ concern: 'ja' }), at: '/concern impossibleValue' },
    { who: 'a list of answers', raw: person({ concern: ['yes'] }), at: '/concern impossibleValue' },
    { who: 'an object for an answer', raw: person({ concern: {} }), at: '/concern impossibleValue' },
    { who: 'a flag there is not', raw: person({ redFlags: ['RF16'] }), at: '/redFlags impossibleValue' },
    { who: 'a flag outside a list', raw: person({ redFlags: 'RF04' }), at: '/redFlags impossibleValue' },
    { who: 'flags not known', raw: person({ redFlags: 'unknown' }), at: '/redFlags impossibleValue' },
    { who: 'an analysis that is not known', raw: person({ analysis: 'unknown' }), at: '/analysis impossibleValue' },
    { who: 'one blood pressure', raw: person({ bpSupineStanding: [[140, 80]] }), at: '/bpSupineStanding impossibleValue' },
    {
      who: 'three blood pressures',
      raw: person({
        bpSupineStanding: [
          [140, 80],
          [130, 80],
          [120, 80],
        ],
      }),
      at: '/bpSupineStanding impossibleValue',
    },
    {
      who: 'a standing pressure of 59',
      raw: person({
        bpSupineStanding: [
          [140, 80],
          [59, 40],
        ],
      }),
      at: '/bpSupineStanding impossibleValue',
    },
    {
      who: 'a broken pressure',
      raw: person({
        bpSupineStanding: [
          [140.5, 80],
          [130, 80],
        ],
      }),
      at: '/bpSupineStanding impossibleValue',
    },
    {
      who: 'a pressure in text',
      raw: person({
        bpSupineStanding: [
          ['140', 80],
          [130, 80],
        ],
      }),
      at: '/bpSupineStanding impossibleValue',
    },
    { who: 'a misspelt field', raw: person({ walk4mSeconds: 4 }), at: '/walk4mSeconds unknownField' },
    { who: 'a derived fact', raw: person({ level: 'low' }), at: '/level unknownField' },
    { who: 'a name of nothing', raw: person({ '': 1 }), at: '/ unknownField' },
    { who: 'a name with a slash and a tilde', raw: person({ 'a/b~c': 1 }), at: '/a~1b~0c unknownField' },
    { who: '__proto__', raw: JSON.parse('{"age": 75, "sex": "F", "__proto__": {"falls12m": 2}}'), at: '/__proto__ unknownField' },
    { who: 'constructor', raw: person({ constructor: 'x' }), at: '/constructor unknownField' },
    { who: 'toString', raw: person({ toString: 'x' }), at: '/toString unknownField' },
    { who: 'hasOwnProperty', raw: person({ hasOwnProperty: 'yes' }), at: '/hasOwnProperty unknownField' },
    { who: 'no fall, with injury', raw: person({ falls12m: 0, injury: 'yes' }), at: '/injury contradiction' },
    { who: 'no fall, with a long lie', raw: person({ falls12m: 0, couldNotGetUp: 'yes' }), at: '/couldNotGetUp contradiction' },
    {
      who: 'no fall, with a faint',
      raw: person({ falls12m: 0, lossOfConsciousness: 'yes' }),
      at: '/lossOfConsciousness contradiction',
    },
  ])('$who', ({ raw, at }) => expect(placesIn(raw)).toEqual([at]))

  test.each([
    { who: 'a list', raw: [] },
    { who: 'a list of people', raw: [person({})] },
    { who: 'null', raw: null },
    { who: 'a text', raw: 'age' },
    { who: 'a number', raw: 75 },
    { who: 'true', raw: true },
    { who: 'nothing', raw: undefined },
  ])('$who instead of an object', ({ raw }) => expect(placesIn(raw)).toEqual([' notAnObject']))

  test('an empty object lacks what is required', () => expect(placesIn({})).toEqual(['/age required', '/sex required']))

  test('what a prototype says is not a given age', () =>
    expect(placesIn(Object.create({ age: 75, sex: 'F' }))).toEqual(['/age required', '/sex required']))

  test('several faults are named together, each with its place', () =>
    expect(placesIn({ age: 17, walk4m: 0, wlak4m: 4, falls12m: -1, concern: 'maybe' })).toEqual([
      '/age impossibleValue',
      '/walk4m impossibleValue',
      '/wlak4m unknownField',
      '/falls12m impossibleValue',
      '/concern impossibleValue',
      '/sex required',
    ]))

  test('all three contradictions of no fall are named', () =>
    expect(placesIn(person({ falls12m: 0, injury: 'yes', couldNotGetUp: 'yes', lossOfConsciousness: 'yes' }))).toEqual([
      '/injury contradiction',
      '/couldNotGetUp contradiction',
      '/lossOfConsciousness contradiction',
    ]))
})

describe('words', () => {
  test.each([
    { typed: 'wlak4m', meant: 'walk4m' },
    { typed: 'falls12', meant: 'falls12m' },
    { typed: 'Concern', meant: 'concern' },
    { typed: 'injry', meant: 'injury' },
    { typed: 'tgu', meant: 'tug' },
  ])('"$typed": did you mean "$meant"?', ({ typed, meant }) => {
    const [fault] = faultsIn(person({ [typed]: 1 }))
    expect(fault!.words.en).toBe(`There is no field "${typed}"; did you mean "${meant}"?`)
    expect(fault!.words.nl).toBe(`Het veld "${typed}" bestaat niet; bedoelt u "${meant}"?`)
  })

  test.each(['zzz', 'bloodGroup', 'x'.repeat(100_000)])('nothing like it: no guess', (typed) => {
    const [fault] = faultsIn(person({ [typed]: 1 }))
    expect(fault!.words.en).toMatch(/^There is no field ".{1,60}\. Remove it or correct the name\.$/)
    expect(fault!.at.length).toBeLessThan(300)
  })

  test('they say what is possible, in both languages', () => {
    expect(faultsIn(person({ age: 200 }))[0]!.words).toEqual({
      nl: 'Leeftijd (age): 200 kan niet. Geef een heel getal van 18 tot en met 115 (jaren).',
      en: 'Age (age): 200 is not possible. Give a whole number from 18 to 115 (years).',
    })
    expect(faultsIn(person({ walk4m: 0 }))[0]!.words.en).toBe(
      '4-metre walk: 0 is not possible. Give a number from 1 to 120 (seconds) with at most two decimals, or "unable", or leave the field out when it is unknown.',
    )
    expect(faultsIn(person({ falls12m: 0, injury: 'yes' }))[0]!.words.en).toBe(
      'Injury (injury) is yes, but there was no fall (falls12m is 0). Correct one of the two.',
    )
  })

  test('a value of any size or kind is shown short, never as undefined or [object Object]', () => {
    const shapes = fc.oneof(fc.jsonValue(), fc.constantFrom(Number.NaN, 'x'.repeat(5000), [['x'.repeat(5000)]]))
    fc.assert(
      fc.property(fc.constantFrom(...rules.facts.map(({ id }) => id)), shapes, (id, value) => {
        for (const { at, words } of faultsIn(person({ [id]: value }))) {
          expect(at.startsWith('/')).toBe(true)
          for (const text of [words.nl, words.en]) {
            expect(text.length).toBeGreaterThan(10)
            expect(text.length).toBeLessThan(400)
            expect(text).not.toMatch(/undefined|\[object/)
          }
        }
      }),
      { numRuns: 500 },
    )
  })
})
