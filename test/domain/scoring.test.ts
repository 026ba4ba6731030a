// Scoring of the instruments of the fall analysis: the boundaries of the dossier, and what must hold for every answer.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  concernBands7,
  concernBands16,
  defaultAnalysisSettings,
  fesIRule,
  orthostaticLimits,
  shortFesIRule,
  snaqLimits,
  sppbTables,
} from '../../pathways/amstelland/v1/cut-offs.ts'
import { classify } from '../../src/domain/bands.ts'
import {
  isDropOnlyWithSupineHypertension,
  lowestStanding,
  orthostaticHypotension,
  pressureDrop,
} from '../../src/domain/scoring/orthostatic.ts'
import { questionnaireTotal } from '../../src/domain/scoring/questionnaire-total.ts'
import { type SnaqAnswers, snaq65 } from '../../src/domain/scoring/snaq65.ts'
import { type SppbTimes, sppbTotal } from '../../src/domain/scoring/sppb.ts'
import { hundredths } from '../../src/domain/scoring/times.ts'

const scores = (...parts: readonly (readonly [times: number, score: number | null])[]): (number | null)[] =>
  parts.flatMap(([times, score]) => Array<number | null>(times).fill(score))

describe('FES-I and Short FES-I', () => {
  test.each([
    { who: 'all 16 answered, all 1', rule: fesIRule, given: scores([16, 1]), total: 16, expected: 'low' },
    { who: 'all 16 answered, sum 19', rule: fesIRule, given: scores([13, 1], [3, 2]), total: 19, expected: 'low' },
    { who: 'all 16 answered, sum 20', rule: fesIRule, given: scores([12, 1], [4, 2]), total: 20, expected: 'moderate' },
    { who: 'all 16 answered, sum 27', rule: fesIRule, given: scores([5, 1], [11, 2]), total: 27, expected: 'moderate' },
    { who: 'all 16 answered, sum 28', rule: fesIRule, given: scores([4, 1], [12, 2]), total: 28, expected: 'high' },
    { who: '13 answered, sum 26', rule: fesIRule, given: scores([13, 2], [3, null]), total: 32, expected: 'high' },
    {
      who: '15 answered, sum 18: 19.2 is 20',
      rule: fesIRule,
      given: scores([12, 1], [3, 2], [1, null]),
      total: 20,
      expected: 'moderate',
    },
    { who: '12 answered, sum 12', rule: fesIRule, given: scores([12, 1], [4, null]), total: 16, expected: 'low' },
    { who: '11 answered, five missing', rule: fesIRule, given: scores([11, 4], [5, null]), total: null, expected: null },
    { who: 'short, all 7 answered, sum 8', rule: shortFesIRule, given: scores([6, 1], [1, 2]), total: 8, expected: 'low' },
    { who: 'short, all 7 answered, sum 9', rule: shortFesIRule, given: scores([5, 1], [2, 2]), total: 9, expected: 'moderate' },
    { who: 'short, all 7 answered, sum 13', rule: shortFesIRule, given: scores([1, 1], [6, 2]), total: 13, expected: 'moderate' },
    { who: 'short, all 7 answered, sum 14', rule: shortFesIRule, given: scores([7, 2]), total: 14, expected: 'high' },
    {
      who: 'short, 5 answered, sum 6: 8.4 is 9',
      rule: shortFesIRule,
      given: scores([4, 1], [1, 2], [2, null]),
      total: 9,
      expected: 'moderate',
    },
    {
      who: 'short, 4 answered, three missing',
      rule: shortFesIRule,
      given: scores([4, 4], [3, null]),
      total: null,
      expected: null,
    },
  ])('$who: $total, $expected', ({ rule, given, total, expected }) => {
    const found = questionnaireTotal(rule, given)
    expect(found).toBe(total)
    expect(found === null ? null : classify(rule === fesIRule ? concernBands16 : concernBands7, found)).toBe(expected)
  })

  const anyRule = fc.constantFrom(fesIRule, shortFesIRule)
  const answered = anyRule.chain((rule) =>
    fc.record({
      rule: fc.constant(rule),
      given: fc.array(fc.integer({ min: 1, max: 4 }), { minLength: rule.items, maxLength: rule.items }),
      missing: fc.uniqueArray(fc.nat(rule.items - 1), { maxLength: rule.items }),
    }),
  )

  test('leaving items out never lowers the total below what is known, and never makes it impossible', () => {
    fc.assert(
      fc.property(answered, ({ rule, given, missing }) => {
        const total = questionnaireTotal(
          rule,
          given.map((score, index) => (missing.includes(index) ? null : score)),
        )
        if (missing.length > rule.mostMissing) {
          expect(total).toBeNull()
          return
        }
        const known = given.reduce((sum, score, index) => sum + (missing.includes(index) ? 0 : score), 0)
        expect(total).toBeGreaterThanOrEqual(known + missing.length) // a missing item scores at least 1
        expect(total).toBeLessThanOrEqual(rule.items * 4)
        expect(Number.isInteger(total)).toBe(true)
      }),
    )
  })

  test('without missing items it is the plain sum', () => {
    fc.assert(
      fc.property(answered, ({ rule, given }) => {
        expect(questionnaireTotal(rule, given)).toBe(given.reduce((sum, score) => sum + score, 0))
      }),
    )
  })

  test('another number of items is a mistake of the program', () => {
    expect(() => questionnaireTotal(shortFesIRule, scores([16, 1]))).toThrow('has 7 items, got 16')
  })
})

describe('SPPB', () => {
  const best: SppbTimes = { sideBySide: 10, semiTandem: 10, tandem: 10, walk4m: 4.81, ftsts: 11.19 }
  test.each<{ who: string; given: SppbTimes; expected: number | null }>([
    { who: 'everything at its best', given: best, expected: 12 },
    { who: 'tandem 9.99 s', given: { ...best, tandem: 9.99 }, expected: 11 },
    { who: 'tandem 3.00 s', given: { ...best, tandem: 3 }, expected: 11 },
    { who: 'tandem 2.99 s', given: { ...best, tandem: 2.99 }, expected: 10 },
    { who: 'walk 4.82 s', given: { ...best, walk4m: 4.82 }, expected: 11 },
    { who: 'walk 6.20 s', given: { ...best, walk4m: 6.2 }, expected: 11 },
    { who: 'walk 6.21 s', given: { ...best, walk4m: 6.21 }, expected: 10 },
    { who: 'walk 8.70 s', given: { ...best, walk4m: 8.7 }, expected: 10 },
    { who: 'walk 8.71 s', given: { ...best, walk4m: 8.71 }, expected: 9 },
    { who: 'walk unable', given: { ...best, walk4m: 'unable' }, expected: 8 },
    { who: 'chair 11.20 s', given: { ...best, ftsts: 11.2 }, expected: 11 },
    { who: 'chair 13.69 s', given: { ...best, ftsts: 13.69 }, expected: 11 },
    { who: 'chair 13.70 s', given: { ...best, ftsts: 13.7 }, expected: 10 },
    { who: 'chair 16.69 s', given: { ...best, ftsts: 16.69 }, expected: 10 },
    { who: 'chair 16.70 s', given: { ...best, ftsts: 16.7 }, expected: 9 },
    { who: 'chair 60.00 s', given: { ...best, ftsts: 60 }, expected: 9 },
    { who: 'chair 60.01 s', given: { ...best, ftsts: 60.01 }, expected: 8 },
    { who: 'chair unable', given: { ...best, ftsts: 'unable' }, expected: 8 },
    { who: 'side by side 9.99 s: later stands not tried', given: { sideBySide: 9.99, walk4m: 4, ftsts: 11 }, expected: 8 },
    { who: 'semi-tandem 5 s: tandem not tried', given: { sideBySide: 10, semiTandem: 5, walk4m: 4, ftsts: 11 }, expected: 9 },
    { who: 'nothing possible', given: { sideBySide: 0, walk4m: 'unable', ftsts: 'unable' }, expected: 0 },
    { who: 'walk outside the table', given: { ...best, walk4m: 0.5 }, expected: null },
  ])('$who: $expected', ({ given, expected }) => expect(sppbTotal(sppbTables, given)).toBe(expected))

  test.each(['sideBySide', 'semiTandem', 'tandem', 'walk4m', 'ftsts'] as const)('without %s there is no total', (component) => {
    const { [component]: _, ...rest } = best
    expect(sppbTotal(sppbTables, rest)).toBeNull()
  })
})

describe('orthostatic drop', () => {
  const bp = (systolic: number, diastolic: number) => ({ systolic, diastolic })
  const { supine, sitting } = orthostaticLimits
  test.each([
    { who: '140/80 to 120/78, drop 20/2', before: bp(140, 80), standing: [bp(120, 78)], limits: supine, expected: 'yes' },
    { who: '140/80 to 121/71, drop 19/9', before: bp(140, 80), standing: [bp(121, 71)], limits: supine, expected: 'no' },
    { who: '140/80 to 139/70, drop 1/10', before: bp(140, 80), standing: [bp(139, 70)], limits: supine, expected: 'yes' },
    { who: 'lowest of two moments', before: bp(140, 80), standing: [bp(135, 78), bp(118, 75)], limits: supine, expected: 'yes' },
    { who: 'pressure rises', before: bp(120, 70), standing: [bp(130, 80)], limits: supine, expected: 'no' },
    { who: 'no standing value', before: bp(140, 80), standing: [undefined, undefined], limits: supine, expected: 'unknown' },
    { who: 'no lying value', before: undefined, standing: [bp(100, 60)], limits: supine, expected: 'unknown' },
    {
      who: 'one moment missing, the other normal',
      before: bp(140, 80),
      standing: [bp(138, 79), undefined],
      limits: supine,
      expected: 'unknown',
    },
    {
      who: 'one moment missing, the other low',
      before: bp(140, 80),
      standing: [undefined, bp(119, 79)],
      limits: supine,
      expected: 'yes',
    },
    { who: 'sit to stand, drop 15/0', before: bp(140, 80), standing: [bp(125, 80)], limits: sitting, expected: 'yes' },
    { who: 'sit to stand, drop 14/6', before: bp(140, 80), standing: [bp(126, 74)], limits: sitting, expected: 'no' },
    { who: 'sit to stand, drop 0/7', before: bp(140, 80), standing: [bp(140, 73)], limits: sitting, expected: 'yes' },
  ])('$who: $expected', ({ before, standing, limits, expected }) =>
    expect(orthostaticHypotension(before, standing, limits)).toBe(expected),
  )

  test.each([
    { who: '165/80 to 140/78: 25 systolic only', before: bp(165, 80), after: bp(140, 78), expected: true },
    { who: '165/80 to 135/78: 30, enough all the same', before: bp(165, 80), after: bp(135, 78), expected: false },
    { who: '165/80 to 140/70: diastolic too', before: bp(165, 80), after: bp(140, 70), expected: false },
    { who: '139/80 to 115/78: not raised lying', before: bp(139, 80), after: bp(115, 78), expected: false },
    { who: '140/80 to 120/78: raised from exactly 140', before: bp(140, 80), after: bp(120, 78), expected: true },
    { who: '165/80 to 150/78: no drop to doubt', before: bp(165, 80), after: bp(150, 78), expected: false },
  ])('note on raised pressure lying down, $who: $expected', ({ before, after, expected }) => {
    const { raisedSupine, supineHypertension } = orthostaticLimits
    const raised = { raisedFrom: raisedSupine.systolic, consideredDrop: supineHypertension.systolic }
    expect(isDropOnlyWithSupineHypertension(before, after, supine, raised)).toBe(expected)
  })

  test('systolic and diastolic take their lowest value each on its own', () => {
    expect(lowestStanding([bp(120, 80), undefined, bp(130, 70)])).toEqual(bp(120, 70))
    expect(pressureDrop(bp(140, 80), bp(120, 85))).toEqual(bp(20, -5))
  })

  const anyPressure = fc.record({ systolic: fc.integer({ min: 60, max: 260 }), diastolic: fc.integer({ min: 30, max: 160 }) })
  test('a value that is filled in later never turns a yes or a no round', () => {
    fc.assert(
      fc.property(anyPressure, anyPressure, anyPressure, (before, first, second) => {
        const partly = orthostaticHypotension(before, [first, undefined], supine)
        const fully = orthostaticHypotension(before, [first, second], supine)
        expect(['yes', 'no']).toContain(fully)
        if (partly !== 'unknown') expect(fully).toBe(partly)
      }),
    )
  })
})

describe('SNAQ65+', () => {
  const limits = snaqLimits(defaultAnalysisSettings)
  const fine: SnaqAnswers = { armCm: 28, weightLossKg: 0, poorAppetite: 'no', stairsDifficulty: 'no' }
  const nothing: SnaqAnswers = { armCm: undefined, weightLossKg: undefined, poorAppetite: 'unknown', stairsDifficulty: 'unknown' }
  test.each<{ who: string; given: SnaqAnswers; expected: string }>([
    { who: 'arm 24.9 cm', given: { ...fine, armCm: 24.9 }, expected: 'red' },
    { who: 'arm 25.0 cm', given: { ...fine, armCm: 25 }, expected: 'green' },
    { who: 'lost 3.9 kg', given: { ...fine, weightLossKg: 3.9 }, expected: 'green' },
    { who: 'lost 4.0 kg', given: { ...fine, weightLossKg: 4 }, expected: 'red' },
    { who: 'poor appetite, stairs fine', given: { ...fine, poorAppetite: 'yes' }, expected: 'green' },
    { who: 'stairs difficult, appetite fine', given: { ...fine, stairsDifficulty: 'yes' }, expected: 'green' },
    {
      who: 'poor appetite and stairs difficult',
      given: { ...fine, poorAppetite: 'yes', stairsDifficulty: 'yes' },
      expected: 'orange',
    },
    { who: 'arm thin, nothing else known', given: { ...nothing, armCm: 24.9 }, expected: 'red' },
    { who: 'lost 4 kg, nothing else known', given: { ...nothing, weightLossKg: 4 }, expected: 'red' },
    { who: 'arm not measured', given: { ...fine, armCm: undefined }, expected: 'unknown' },
    {
      who: 'arm not measured, orange otherwise',
      given: { ...fine, armCm: undefined, poorAppetite: 'yes', stairsDifficulty: 'yes' },
      expected: 'unknown',
    },
    { who: 'weight loss unknown', given: { ...fine, weightLossKg: undefined }, expected: 'unknown' },
    {
      who: 'poor appetite, stairs unknown',
      given: { ...fine, poorAppetite: 'yes', stairsDifficulty: 'unknown' },
      expected: 'unknown',
    },
    {
      who: 'good appetite, stairs unknown: no longer matters',
      given: { ...fine, stairsDifficulty: 'unknown' },
      expected: 'green',
    },
    { who: 'nothing known', given: nothing, expected: 'unknown' },
  ])('$who: $expected', ({ given, expected }) => expect(snaq65(limits, given)).toBe(expected))

  test('a coalition may set another weight', () => {
    expect(snaq65(snaqLimits({ ...defaultAnalysisSettings, snaqWeightLossKg: 4.1 }), { ...fine, weightLossKg: 4 })).toBe('green')
  })

  test('a class that is settled stays, whatever is filled in later', () => {
    const tri = fc.constantFrom('yes', 'no')
    const complete = fc.record({
      armCm: fc.constantFrom(24.9, 25),
      weightLossKg: fc.constantFrom(3.9, 4),
      poorAppetite: tri,
      stairsDifficulty: tri,
    })
    const hide = fc.record({
      armCm: fc.boolean(),
      weightLossKg: fc.boolean(),
      poorAppetite: fc.boolean(),
      stairsDifficulty: fc.boolean(),
    })
    fc.assert(
      fc.property(complete, hide, (all, hidden) => {
        const partly = snaq65(limits, {
          armCm: hidden.armCm ? undefined : all.armCm,
          weightLossKg: hidden.weightLossKg ? undefined : all.weightLossKg,
          poorAppetite: hidden.poorAppetite ? 'unknown' : all.poorAppetite,
          stairsDifficulty: hidden.stairsDifficulty ? 'unknown' : all.stairsDifficulty,
        })
        if (partly !== 'unknown') expect(snaq65(limits, all)).toBe(partly)
      }),
    )
  })
})

test('every time with two decimals keeps its own hundredths', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 30000 }), (whole) => {
      expect(hundredths(Number(`${Math.trunc(whole / 100)}.${String(whole % 100).padStart(2, '0')}`))).toBe(whole)
    }),
  )
})
