// The risk test: the boundary tables of the Valrisicotest, the World Falls Guidelines and the FMS rules, side by side.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { amstellandV1 } from '../../pathways/amstelland/v1/pathway.ts'
import { defaultSettings } from '../../pathways/amstelland/v1/settings.ts'
import { assessor } from '../../src/domain/assess.ts'
import { type FactsOf, isKnown } from '../../src/domain/condition.ts'
import { explain, shadowScreenings } from '../../src/domain/explain.ts'
import type { Facts } from '../../src/domain/facts.ts'
import type { Screening } from '../../src/domain/screening.ts'
import { anyone, assess, atHigh, atLow, atModerate, complete, fellOnce, rules, screen, someone } from '../support/people.ts'

const noSeverity = { injury: 'no', couldNotGetUp: 'no', lossOfConsciousness: 'no' } as const
const noFall = (known: Facts): Facts =>
  someone({ falls12m: 0, concern: 'no', mobilityDifficulty: 'no', ...noSeverity, frail: 'no', ...known })

describe('Valrisicotest, settled', () => {
  test.each([
    { who: 'b1: all three questions no, not timed', facts: noFall({}), expected: 'low', reasons: ['keyQuestionsNegative'] },
    {
      who: 'all three questions no, and a slow walk that was not needed',
      facts: noFall({ walk4m: 5 }),
      expected: 'low',
      reasons: ['keyQuestionsNegative'],
    },
    {
      who: 'all three questions no, and a quick walk: one reason is enough',
      facts: noFall({ walk4m: 3 }),
      expected: 'low',
      reasons: ['keyQuestionsNegative'],
    },
    {
      who: 'b2: concerned, walks in 3.9 s',
      facts: noFall({ concern: 'yes', walk4m: 3.9 }),
      expected: 'low',
      reasons: ['walkOk'],
    },
    {
      who: 'b3: concerned, walks in 4.0 s',
      facts: noFall({ concern: 'yes', walk4m: 4 }),
      expected: 'moderate',
      reasons: ['walkSlow'],
    },
    { who: 'b4: one fall, walks in 3.99 s', facts: fellOnce({ walk4m: 3.99 }), expected: 'low', reasons: ['walkOk'] },
    { who: 'b5: one fall, walks in 4.00 s', facts: fellOnce({ walk4m: 4 }), expected: 'moderate', reasons: ['walkSlow'] },
    {
      who: 'b6: one fall with injury, walks in 3.0 s',
      facts: fellOnce({ injury: 'yes', walk4m: 3 }),
      expected: 'high',
      reasons: ['injury'],
    },
    { who: 'b7: two falls, fit', facts: fellOnce({ falls12m: 2, walk4m: 3 }), expected: 'high', reasons: ['twoOrMoreFalls'] },
    {
      who: 'b8: no fall, difficulty moving, frail',
      facts: noFall({ mobilityDifficulty: 'yes', frail: 'yes', walk4m: 3 }),
      expected: 'high',
      reasons: ['frail'],
    },
    {
      who: 'b9: frail, but all three questions no',
      facts: noFall({ frail: 'yes' }),
      expected: 'low',
      reasons: ['keyQuestionsNegative'],
    },
    {
      who: 'b12: one fall, cannot walk alone',
      facts: fellOnce({ concern: 'yes', mobilityDifficulty: 'yes', walk4m: 'unable' }),
      expected: 'moderate',
      reasons: ['walkUnable'],
    },
    { who: 'A1: two falls, nothing else asked', facts: someone({ falls12m: 2 }), expected: 'high', reasons: ['twoOrMoreFalls'] },
    { who: 'A2: injury, number of falls not asked', facts: someone({ injury: 'yes' }), expected: 'high', reasons: ['injury'] },
    {
      who: 'A2: lay on the floor, nothing else asked',
      facts: someone({ falls12m: 1, couldNotGetUp: 'yes' }),
      expected: 'high',
      reasons: ['couldNotGetUp'],
    },
    {
      who: 'A2: lost consciousness',
      facts: fellOnce({ lossOfConsciousness: 'yes', walk4m: 3 }),
      expected: 'high',
      reasons: ['lossOfConsciousness'],
    },
    {
      who: 'A3: frail and concerned, falls not asked',
      facts: someone({ concern: 'yes', frail: 'yes' }),
      expected: 'high',
      reasons: ['frail'],
    },
    {
      who: 'everything at once, reasons in the order of the list',
      facts: fellOnce({ falls12m: 3, injury: 'yes', couldNotGetUp: 'yes', lossOfConsciousness: 'yes', frail: 'yes' }),
      expected: 'high',
      reasons: ['twoOrMoreFalls', 'injury', 'couldNotGetUp', 'lossOfConsciousness', 'frail'],
    },
    {
      who: 'A11: concern not asked, but a quick walk leaves it low either way',
      facts: noFall({ concern: 'unknown', walk4m: 3 }),
      expected: 'low',
      reasons: ['walkOk'],
    },
    { who: '64 years, three falls', facts: someone({ age: 64, falls12m: 3 }), expected: 'outOfScope', reasons: ['outOfScope'] },
    { who: '65 years, three falls', facts: someone({ age: 65, falls12m: 3 }), expected: 'high', reasons: ['twoOrMoreFalls'] },
    {
      who: 'lives in an institution',
      facts: fellOnce({ livesAtHome: 'no', falls12m: 3 }),
      expected: 'outOfScope',
      reasons: ['outOfScope'],
    },
  ])('$who: $expected', ({ facts, expected, reasons }) => {
    const bound = expected === 'outOfScope' ? null : expected
    expect(screen(facts)).toMatchObject({ risk: expected, reasons, missing: [], lowest: bound, highest: bound })
  })

  test('b9 comes with the note to consider a fall analysis', () => {
    expect(assess(noFall({ frail: 'yes' })).notes).toEqual(['considerAnalysis'])
    expect(assess(noFall({})).notes).toEqual([])
  })
})

describe('Valrisicotest, undetermined', () => {
  test.each([
    {
      who: 'b10: injury not asked, walks in 3.0 s',
      facts: fellOnce({ injury: 'unknown', walk4m: 3 }),
      range: ['low', 'high'],
      missing: ['injury'],
    },
    {
      who: 'b11: falls and severity not asked, walks in 3.0 s',
      facts: someone({ concern: 'no', mobilityDifficulty: 'no', walk4m: 3 }),
      range: ['low', 'high'],
      missing: ['falls12m', 'injury', 'couldNotGetUp', 'lossOfConsciousness', 'frail'],
    },
    { who: 'A8: one fall, not timed', facts: fellOnce({}), range: ['low', 'moderate'], missing: ['walk4m'] },
    {
      who: 'A9: injury not asked, walks in 4.5 s',
      facts: fellOnce({ injury: 'unknown', walk4m: 4.5 }),
      range: ['moderate', 'high'],
      missing: ['injury'],
    },
    {
      who: 'A9: injury not asked, not timed',
      facts: fellOnce({ injury: 'unknown' }),
      range: ['low', 'high'],
      missing: ['injury', 'walk4m'],
    },
    {
      who: 'A10: number of falls not known, severity no, slow',
      facts: fellOnce({ falls12m: 'unknown', walk4m: 4.5 }),
      range: ['low', 'high'],
      missing: ['falls12m'],
    },
    {
      who: 'A11: concern not asked, walks in 4.5 s',
      facts: noFall({ concern: 'unknown', walk4m: 4.5 }),
      range: ['low', 'moderate'],
      missing: ['concern'],
    },
    {
      who: 'A11: difficulty not asked, frail, quick walk',
      facts: noFall({ mobilityDifficulty: 'unknown', frail: 'yes', walk4m: 3 }),
      range: ['low', 'high'],
      missing: ['mobilityDifficulty'],
    },
    {
      who: 'nothing asked at all',
      facts: someone(),
      range: ['low', 'high'],
      missing: ['falls12m', 'concern', 'mobilityDifficulty', 'injury', 'couldNotGetUp', 'lossOfConsciousness', 'frail', 'walk4m'],
    },
  ])('$who: $range', ({ facts, range: [lowest, highest], missing }) =>
    expect(screen(facts)).toMatchObject({ risk: 'undetermined', reasons: [], lowest, highest, missing }),
  )
})

test('the limit of the walk and what "slow" means are settings', () => {
  const with35 = assessor(amstellandV1({ ...defaultSettings, walkCutOffSeconds: 3.5 }).rules)
  expect(with35.screen(fellOnce({ walk4m: 3.49 })).risk).toBe('low')
  expect(with35.screen(fellOnce({ walk4m: 3.5 })).risk).toBe('moderate')
  const over = assessor(amstellandV1({ ...defaultSettings, walkInequality: 'over' }).rules)
  expect(over.screen(fellOnce({ walk4m: 4 })).risk).toBe('low')
  expect(over.screen(fellOnce({ walk4m: 4.01 })).risk).toBe('moderate')
})

/** The rules of the dossier once more, as a person would say them: of somebody of whom everything is known. */
function levelRead(facts: FactsOf): 'low' | 'moderate' | 'high' {
  const fell = Number(facts['falls12m']) >= 1
  const [injured, lay, fainted] = [facts['injury'], facts['couldNotGetUp'], facts['lossOfConsciousness']]
  const anyQuestion = fell || facts['concern'] === 'yes' || facts['mobilityDifficulty'] === 'yes'
  if (!anyQuestion) return 'low'
  if (Number(facts['falls12m']) >= 2 || [injured, lay, fainted, facts['frail']].includes('yes')) return 'high'
  return facts['walk4m'] === 'unable' || Number(facts['walk4m']) >= 4 ? 'moderate' : 'low'
}

const asked: { readonly [fact: string]: readonly unknown[] } = {
  falls12m: [0, 1, 2],
  concern: ['yes', 'no'],
  mobilityDifficulty: ['yes', 'no'],
  injury: ['yes', 'no'],
  couldNotGetUp: ['yes', 'no'],
  lossOfConsciousness: ['yes', 'no'],
  frail: ['yes', 'no'],
  walk4m: [3.99, 4, 'unable'],
}

function completionsOf(facts: Facts): Facts[] {
  const open = Object.keys(asked).filter((fact) => !isKnown(facts[fact]))
  const filled = open.reduce<Facts[]>(
    (sofar, fact) => sofar.flatMap((one) => asked[fact]!.map((value) => ({ ...one, [fact]: value }))),
    [facts],
  )
  return filled.filter((one) => one['falls12m'] !== 0 || !Object.keys(noSeverity).some((fact) => one[fact] === 'yes'))
}

const levels = ['low', 'moderate', 'high']

/** What "undetermined" means, exactly: from every way of filling in what is unknown. */
function readFromCompletions(facts: Facts): Pick<Screening, 'risk' | 'lowest' | 'highest' | 'missing'> {
  const completions = completionsOf(facts)
  const ranks = completions.map((one) => levels.indexOf(levelRead(one)))
  const [lowest, highest] = [levels[Math.min(...ranks)]!, levels[Math.max(...ranks)]!]
  const byText = new Set(completions.map((one) => JSON.stringify(one)))
  const canChange = (fact: string): boolean =>
    completions.some((one) =>
      asked[fact]!.some((value) => {
        const other = { ...one, [fact]: value }
        return byText.has(JSON.stringify(other)) && levelRead(other) !== levelRead(one)
      }),
    )
  const missing = Object.keys(asked).filter((fact) => !isKnown(facts[fact]) && canChange(fact))
  return { risk: lowest === highest ? lowest : 'undetermined', lowest, highest, missing }
}

const anyoneAsked: fc.Arbitrary<Facts> = fc
  .record(Object.fromEntries(Object.entries(asked).map(([fact, values]) => [fact, fc.constantFrom('unknown', ...values)])))
  .map((facts) => someone(facts['falls12m'] === 0 ? { ...facts, ...noSeverity } : facts))

test('level, range and what is missing are those of every way of filling in the unknown', () => {
  fc.assert(
    fc.property(anyoneAsked, (facts) => {
      expect(screen(facts)).toMatchObject(readFromCompletions(facts))
    }),
    { numRuns: 400 },
  )
})

test('a settled level always has a reason, an open one never', () => {
  fc.assert(
    fc.property(anyoneAsked, (facts) => {
      const { risk, reasons } = screen(facts)
      expect(reasons.length > 0).toBe(risk !== 'undetermined')
    }),
    { numRuns: 400 },
  )
})

const shadow = (name: string, facts: Facts): Screening =>
  shadowScreenings(rules, complete(facts)).find(({ ruleSet }) => ruleSet.startsWith(name))!.screening

describe('World Falls Guidelines', () => {
  test.each([
    { who: 'B1: all three questions no', facts: noFall({}), expected: 'low', reasons: ['keyQuestionsNegative'] },
    { who: 'B2: injury', facts: fellOnce({ injury: 'yes' }), expected: 'high', reasons: ['injury'] },
    { who: 'B2: two falls', facts: fellOnce({ falls12m: 2 }), expected: 'high', reasons: ['twoOrMoreFalls'] },
    { who: 'B2: could not get up', facts: fellOnce({ couldNotGetUp: 'yes' }), expected: 'high', reasons: ['couldNotGetUp'] },
    {
      who: 'B2: lost consciousness',
      facts: fellOnce({ lossOfConsciousness: 'yes' }),
      expected: 'high',
      reasons: ['lossOfConsciousness'],
    },
    { who: 'B2: concerned and frail', facts: noFall({ concern: 'yes', frail: 'yes' }), expected: 'high', reasons: ['frail'] },
    { who: 'frail, all three questions no', facts: noFall({ frail: 'yes' }), expected: 'low', reasons: ['keyQuestionsNegative'] },
    { who: 'B3: walks at 0.80 m/s', facts: fellOnce({ walk4m: 5 }), expected: 'intermediate', reasons: ['gaitImpaired'] },
    { who: 'B4: walks at 0.81 m/s', facts: fellOnce({ walk4m: 4.93 }), expected: 'low', reasons: ['gaitNormal'] },
    { who: 'B4: TUG 15.0 s', facts: fellOnce({ tug: 15 }), expected: 'low', reasons: ['gaitNormal'] },
    { who: 'B3: TUG 15.1 s', facts: fellOnce({ tug: 15.1 }), expected: 'intermediate', reasons: ['gaitImpaired'] },
    {
      who: 'B3: walk normal, TUG slow',
      facts: fellOnce({ walk4m: 4.2, tug: 15.1 }),
      expected: 'intermediate',
      reasons: ['gaitImpaired'],
    },
    {
      who: 'B3: walk slow, TUG normal',
      facts: fellOnce({ walk4m: 5, tug: 9 }),
      expected: 'intermediate',
      reasons: ['gaitImpaired'],
    },
    { who: 'B3: cannot walk alone', facts: fellOnce({ walk4m: 'unable' }), expected: 'intermediate', reasons: ['gaitImpaired'] },
    { who: 'B4: both normal', facts: fellOnce({ walk4m: 4.93, tug: 15 }), expected: 'low', reasons: ['gaitNormal'] },
  ])('$who: $expected', ({ facts, expected, reasons }) =>
    expect(shadow('wfg', facts)).toMatchObject({ risk: expected, reasons, missing: [], lowest: expected, highest: expected }),
  )

  test('B5: neither test done is undetermined, and the walk is what is missing', () =>
    expect(shadow('wfg', fellOnce())).toMatchObject({
      risk: 'undetermined',
      lowest: 'low',
      highest: 'intermediate',
      missing: ['gaitImpaired'],
    }))
})

/** Fell once, and none of the other FMS criteria. */
const fellForFms = (known: Facts = {}): Facts => fellOnce({ fractureRisk: 'no', presentsWithFall: 'no', ...known })

describe('FMS guideline', () => {
  test.each([
    { who: 'D1: comes because of a fall', facts: fellForFms({ presentsWithFall: 'yes' }), reasons: ['presentsWithFall'] },
    { who: 'D2: two falls', facts: fellForFms({ falls12m: 2 }), reasons: ['twoOrMoreFalls'] },
    { who: 'D3: one fall, high fracture risk', facts: fellForFms({ fractureRisk: 'yes' }), reasons: ['fallAndFractureRisk'] },
    {
      who: 'D4: one fall with loss of consciousness',
      facts: fellForFms({ lossOfConsciousness: 'yes' }),
      reasons: ['fallWithLossOfConsciousness'],
    },
    { who: 'D5: one fall, mobility problem', facts: fellForFms({ mobilityDifficulty: 'yes' }), reasons: ['fallAndMobility'] },
  ])('$who: assess', ({ facts, reasons }) => expect(shadow('fms', facts)).toMatchObject({ risk: 'assess', reasons, missing: [] }))

  test.each([
    { who: 'D6: one fall and nothing else', facts: fellForFms() },
    {
      who: 'D6: no fall, whatever else',
      facts: noFall({ mobilityDifficulty: 'yes', fractureRisk: 'yes', presentsWithFall: 'no', frail: 'yes' }),
    },
  ])('$who: no assessment by this rule', ({ facts }) =>
    expect(shadow('fms', facts)).toMatchObject({ risk: 'noAssessment', reasons: ['noCriterion'] }),
  )

  test('one fall and mobility not asked is undetermined', () =>
    expect(shadow('fms', fellForFms({ mobilityDifficulty: 'unknown' }))).toMatchObject({
      risk: 'undetermined',
      missing: ['mobilityDifficulty'],
    }))
})

describe('the same person by three rule sets', () => {
  test.each([
    { who: 'no fall, no concern, no difficulty', facts: noFall({}), a: 'low', b: 'low', d: 'noAssessment' },
    {
      who: 'concerned, walks in 4.5 s, TUG 11',
      facts: noFall({ concern: 'yes', walk4m: 4.5, tug: 11 }),
      a: 'moderate',
      b: 'low',
      d: 'noAssessment',
    },
    {
      who: 'one fall, mobility difficulty, walks in 4.5 s',
      facts: fellForFms({ mobilityDifficulty: 'yes', walk4m: 4.5 }),
      a: 'moderate',
      b: 'low',
      d: 'assess',
    },
    {
      who: 'one fall, walks in 5.0 s',
      facts: fellForFms({ walk4m: 5 }),
      a: 'moderate',
      b: 'intermediate',
      d: 'noAssessment',
    },
    {
      who: 'one fall, mobility difficulty, walks in 5.0 s',
      facts: fellForFms({ mobilityDifficulty: 'yes', walk4m: 5 }),
      a: 'moderate',
      b: 'intermediate',
      d: 'assess',
    },
    {
      who: 'one fall with injury, not why they come',
      facts: fellForFms({ injury: 'yes' }),
      a: 'high',
      b: 'high',
      d: 'noAssessment',
    },
    {
      who: 'one fall with injury, why they come',
      facts: fellForFms({ injury: 'yes', presentsWithFall: 'yes' }),
      a: 'high',
      b: 'high',
      d: 'assess',
    },
    {
      who: 'one fall with injury, high fracture risk',
      facts: fellForFms({ injury: 'yes', fractureRisk: 'yes' }),
      a: 'high',
      b: 'high',
      d: 'assess',
    },
    { who: 'two falls, fit', facts: fellForFms({ falls12m: 2, walk4m: 3 }), a: 'high', b: 'high', d: 'assess' },
    {
      who: 'no fall, mobility difficulty, frail',
      facts: noFall({ mobilityDifficulty: 'yes', frail: 'yes' }),
      a: 'high',
      b: 'high',
      d: 'noAssessment',
    },
  ])('$who: A $a, B $b, D $d', ({ facts, a, b, d }) => {
    expect([screen(facts).risk, shadow('wfg', facts).risk, shadow('fms', facts).risk]).toEqual([a, b, d])
  })
})

describe('T8: the FMS guideline suggests a fall analysis at moderate', () => {
  const suggested = (facts: Facts) => explain(rules, assessor(rules), facts).upgradeSuggested

  test.each([
    { who: 'one fall, mobility difficulty, walks in 4.5 s', facts: atModerate({ mobilityDifficulty: 'yes' }), expected: true },
    {
      who: 'the same without the difficulty',
      facts: atModerate({ fractureRisk: 'no', presentsWithFall: 'no' }),
      expected: false,
    },
    { who: 'the same person, quick', facts: atLow({ mobilityDifficulty: 'yes' }), expected: false },
    { who: 'the same person, two falls: high already', facts: atHigh({ mobilityDifficulty: 'yes' }), expected: false },
    { who: 'not timed: not settled', facts: fellOnce({ mobilityDifficulty: 'yes' }), expected: false },
  ])('$who: $expected', ({ facts, expected }) => expect(suggested(facts)).toBe(expected))
})

test('the rule sets beside it never change an answer', () => {
  const alone = assessor({ ...rules, shadows: [] })
  fc.assert(
    fc.property(anyone, (facts) => {
      expect(alone.assess(facts)).toEqual(assess(facts))
    }),
    { numRuns: 300 },
  )
})
