// The routing table: at least one person for every row, what is dropped, what is assumed, red flags, follow-ups and findings.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Facts } from '../../src/domain/facts.ts'
import { anyone, assess, atHigh, atLow, atModerate, fellOnce, rules, someone } from '../support/people.ts'

type Routed = {
  who: string
  facts: Facts
  rule: string
  primary: string[]
  domain: string | null
  payer: string | null
  alternatives: string[]
  next: string
}

/** Rows that propose an intervention. */
const row = (
  rule: string,
  who: string,
  facts: Facts,
  primary: string[],
  [domain, payer]: [string, string],
  alternatives: string[],
): Routed => ({ who, facts, rule, primary, domain, payer, alternatives, next: 'decide' })

/** Rows that propose nothing yet. */
const halt = (
  rule: string,
  who: string,
  facts: Facts,
  domain: string | null,
  next: string,
  alternatives: string[] = [],
): Routed => ({
  who,
  facts,
  rule,
  primary: [],
  domain,
  payer: null,
  alternatives,
  next,
})

const impaired = { cognition: 'impaired' } as const
const avoids = { avoidance: 'yes' } as const
const noGroup = { groupFeasible: 'no' } as const
const prefersHome = { preference: 'home' } as const
const veryConcerned = { fesI16: 28 } as const
/** Steady in the tandem stance and quick enough: no balance or strength problem. */
const steady = { tandem: 10 } as const
const concernDominates = { ...avoids, ...veryConcerned, ...steady } as const

const own: [string, string] = ['care', 'ownRules']
const municipal: [string, string] = ['social', 'municipality']
const insured: [string, string] = ['care', 'zvw']
const openYet: [string, string] = ['undetermined', 'undetermined']
const concernInGroup: [string, string] = ['social', 'municipalityOrSupplementary']
const concernAtHome: [string, string] = ['care', 'municipalityOrSupplementary']
const regular: [string, string] = ['social', 'ownOrMunicipal']

const people: Routed[] = [
  halt('R1', 'a flag while low', atLow({ redFlags: ['RF03'] }), 'care', 'medicalHold'),
  halt('R1', 'a flag under 65', someone({ age: 60, redFlags: ['RF12'] }), 'care', 'medicalHold'),
  halt('R1', 'a flag, level not settled', someone({ redFlags: ['RF01'] }), 'care', 'medicalHold'),
  halt('R1', 'a stopping flag beside RF13', atHigh({ redFlags: ['RF13', 'RF11'] }), 'care', 'medicalHold'),
  halt('R-', 'under 65', someone({ age: 64, falls12m: 3 }), null, 'outOfScope'),
  halt('R-', 'in an institution', atHigh({ livesAtHome: 'no' }), null, 'outOfScope'),
  halt('R-', 'under 65 with RF13', someone({ age: 64, redFlags: ['RF13'] }), null, 'outOfScope'),
  halt('R2', 'walk not timed', fellOnce(), null, 'completeScreening'),
  halt('R2', 'walk not timed, RF13', fellOnce({ redFlags: ['RF13'] }), null, 'completeScreening'),
  halt('R6', 'high, no analysis', atHigh({ analysis: 'none' }), null, 'completeAnalysis'),
  halt('R6', 'high, analysis begun', atHigh({ analysis: 'started' }), null, 'completeAnalysis'),
  halt('R6', 'high, analysis not mentioned', fellOnce({ falls12m: 2 }), null, 'completeAnalysis'),
  halt('R6', 'high, analysis begun, RF13', atHigh({ analysis: 'started', redFlags: ['RF13'] }), null, 'completeAnalysis'),
  halt('R4', 'RF13 while low', atLow({ redFlags: ['RF13'] }), 'care', 'awaitClearance'),
  halt('R4', 'RF13 and avoiding', atHigh({ redFlags: ['RF13'], ...avoids }), 'care', 'awaitClearance', ['zichtOpEvenwichtHome']),
  halt('R4', 'RF13, avoiding, impaired', atHigh({ redFlags: ['RF13'], ...avoids, ...impaired }), 'care', 'awaitClearance'),
  halt(
    'R4',
    'RF13, very concerned, not avoiding',
    atModerate({ redFlags: ['RF13'], ...veryConcerned }),
    'care',
    'awaitClearance',
  ),

  row('R4b', 'low, walks 10 m with help only', atLow({ walks10m: 'no' }), ['individualTherapy'], own, []),
  row('R4b', 'moderate, cannot walk 4 m', atModerate({ walk4m: 'unable' }), ['individualTherapy'], own, []),
  row('R4b', 'the same, avoiding', atModerate({ walk4m: 'unable', ...avoids }), ['individualTherapy'], own, [
    'zichtOpEvenwichtHome',
  ]),
  row('R4b', 'the same, very concerned', atModerate({ walks10m: 'no', ...veryConcerned }), ['individualTherapy'], own, [
    'zichtOpEvenwichtHome',
  ]),
  row(
    'R4b',
    'the same, avoiding, impaired',
    atModerate({ walks10m: 'no', ...avoids, ...impaired }),
    ['individualTherapy'],
    own,
    [],
  ),
  row('R7a', 'high, walks 10 m with help only', atHigh({ walks10m: 'no', underlying: 'yes' }), ['individualTherapy'], own, []),
  row('R7a', 'high, cannot walk 4 m, avoiding', atHigh({ walk4m: 'unable', ...avoids }), ['individualTherapy'], own, [
    'zichtOpEvenwichtHome',
  ]),

  row('R3a', 'low, avoiding, moderate concern', atLow({ ...avoids, shortFesI: 9 }), ['zichtOpEvenwichtGroup'], concernInGroup, [
    'regularExercise',
  ]),
  row('R3a', 'the same, slow TUG', atLow({ ...avoids, shortFesI: 9, tug: 12 }), ['zichtOpEvenwichtGroup'], concernInGroup, [
    'inBalans',
    'regularExercise',
  ]),
  row(
    'R3a',
    'the same, prefers home',
    atLow({ ...avoids, shortFesI: 14, tug: 12, ...prefersHome }),
    ['zichtOpEvenwichtHome'],
    concernAtHome,
    ['inBalans', 'regularExercise'],
  ),
  row(
    'R3a',
    'the same, no group',
    atLow({ ...avoids, shortFesI: 14, tug: 12, ...noGroup }),
    ['zichtOpEvenwichtHome'],
    concernAtHome,
    ['regularExercise'],
  ),
  row('R3b', 'low, nothing else', atLow(), ['regularExercise'], regular, []),
  row('R3b', 'low, slow TUG', atLow({ tug: 12 }), ['regularExercise'], regular, ['inBalans']),
  row('R3b', 'low, slow TUG, no group', atLow({ tug: 12, ...noGroup }), ['regularExercise'], regular, []),
  row('R3b', 'low, avoiding, low concern', atLow({ ...avoids, shortFesI: 8 }), ['regularExercise'], regular, []),
  row('R3b', 'low, avoiding, concern not scored', atLow({ ...avoids }), ['regularExercise'], regular, []),
  row(
    'R3b',
    'low, avoiding, concerned, impaired',
    atLow({ ...avoids, shortFesI: 9, ...impaired }),
    ['regularExercise'],
    regular,
    [],
  ),

  row('R5a', 'moderate, impaired', atModerate(impaired), ['individualTherapy'], own, ['inBalansWithCarer', 'otagoHomeWithCarer']),
  row('R5a', 'the same, no carer', atModerate({ ...impaired, carer: 'no' }), ['individualTherapy'], own, []),
  row('R5a', 'the same, a carer, no group', atModerate({ ...impaired, carer: 'yes', ...noGroup }), ['individualTherapy'], own, [
    'otagoHomeWithCarer',
  ]),
  row('R5a', 'impaired, and concern dominates', atModerate({ ...impaired, ...concernDominates }), ['individualTherapy'], own, [
    'inBalansWithCarer',
    'otagoHomeWithCarer',
  ]),
  row('R5b', 'moderate, concern dominates', atModerate(concernDominates), ['zichtOpEvenwichtGroup'], concernInGroup, [
    'inBalans',
    'vallenVerledenTijd',
    'otagoHome',
  ]),
  row(
    'R5b',
    'the same, prefers home',
    atModerate({ ...concernDominates, ...prefersHome }),
    ['zichtOpEvenwichtHome'],
    concernAtHome,
    ['inBalans', 'vallenVerledenTijd', 'otagoHome'],
  ),
  row('R5b', 'the same, no group', atModerate({ ...concernDominates, ...noGroup }), ['zichtOpEvenwichtHome'], concernAtHome, [
    'otagoHome',
  ]),
  row('R5c', 'moderate, no group', atModerate(noGroup), ['otagoHome'], municipal, ['homeExerciseWithCoach']),
  row('R5c', 'moderate, prefers home', atModerate(prefersHome), ['otagoHome'], municipal, ['homeExerciseWithCoach']),
  row('R5c', 'moderate, no group, avoiding', atModerate({ ...noGroup, ...avoids }), ['otagoHome'], municipal, [
    'homeExerciseWithCoach',
    'zichtOpEvenwichtHome',
  ]),
  row('R5d', 'moderate, nothing else', atModerate(), ['inBalans'], municipal, ['vallenVerledenTijd']),
  row('R5d', 'moderate, very concerned', atModerate(veryConcerned), ['inBalans'], municipal, [
    'vallenVerledenTijd',
    'zichtOpEvenwichtGroup',
  ]),
  row('R5d', 'concerned and avoiding, balance not tested', atModerate({ ...veryConcerned, ...avoids }), ['inBalans'], municipal, [
    'vallenVerledenTijd',
    'zichtOpEvenwichtGroup',
  ]),
  row('R5d', 'concerned and avoiding, unsteady', atModerate({ ...concernDominates, tandem: 9.99 }), ['inBalans'], municipal, [
    'vallenVerledenTijd',
    'zichtOpEvenwichtGroup',
  ]),
  row('R5d', 'moderate: an underlying problem makes no difference', atModerate({ underlying: 'yes' }), ['inBalans'], municipal, [
    'vallenVerledenTijd',
  ]),

  row('R7b', 'high, impaired', atHigh({ ...impaired, underlying: 'yes' }), ['individualTherapy'], own, ['otagoHomeWithCarer']),
  row('R7b', 'high, impaired, no carer', atHigh({ ...impaired, carer: 'no' }), ['individualTherapy'], own, []),
  row(
    'R7c',
    'high, concern dominates',
    atHigh({ ...concernDominates, underlying: 'yes' }),
    ['zichtOpEvenwichtGroup'],
    concernInGroup,
    ['inBalans', 'otagoHome'],
  ),
  row('R7c', 'the same, no group', atHigh({ ...concernDominates, ...noGroup }), ['zichtOpEvenwichtHome'], concernAtHome, [
    'otagoHome',
  ]),
  row('R7d', 'high, frail, underlying problem', atHigh({ frail: 'yes', underlying: 'yes' }), ['otagoHome'], insured, [
    'otagoGroup',
  ]),
  row('R7d', 'high, frail, no underlying problem', atHigh({ frail: 'yes', underlying: 'no' }), ['otagoHome'], municipal, [
    'otagoGroup',
  ]),
  row('R7d', 'high, frail, underlying not known', atHigh({ frail: 'yes' }), ['otagoHome'], openYet, ['otagoGroup']),
  row('R7d', 'high, no group', atHigh({ ...noGroup, underlying: 'yes' }), ['otagoHome'], insured, []),
  row('R7d', 'high, prefers home', atHigh({ ...prefersHome, underlying: 'no' }), ['otagoHome'], municipal, ['otagoGroup']),
  row('R7d', 'high, frail, avoiding', atHigh({ frail: 'yes', underlying: 'yes', ...avoids }), ['otagoHome'], insured, [
    'otagoGroup',
    'zichtOpEvenwichtGroup',
  ]),
  row('R7e', 'high, underlying problem', atHigh({ underlying: 'yes' }), ['otagoHome'], insured, ['otagoGroup', 'inBalans']),
  row('R7e', 'the same, very concerned', atHigh({ underlying: 'yes', ...veryConcerned }), ['otagoHome'], insured, [
    'otagoGroup',
    'inBalans',
    'zichtOpEvenwichtGroup',
  ]),
  row('R7f', 'high, no underlying problem', atHigh({ underlying: 'no' }), ['inBalans'], municipal, [
    'vallenVerledenTijd',
    'otagoGroup',
  ]),
  row('R7f', 'the same, avoiding', atHigh({ underlying: 'no', ...avoids }), ['inBalans'], municipal, [
    'vallenVerledenTijd',
    'otagoGroup',
    'zichtOpEvenwichtGroup',
  ]),
  row('R7g', 'high, underlying not known', atHigh(), ['otagoHome', 'inBalans'], openYet, []),
  row('R7g', 'the same, very concerned', atHigh(veryConcerned), ['otagoHome', 'inBalans'], openYet, ['zichtOpEvenwichtGroup']),
]

describe('the rows', () => {
  test.each(people)('$rule: $who', ({ facts, who: _, ...expected }) => expect(assess(facts)).toMatchObject(expected))

  test('every row of the table has at least one person here', () => {
    const reached = new Set(people.map(({ rule }) => rule))
    expect(rules.routing.rows.map(({ id }) => id).filter((id) => !reached.has(id))).toEqual([])
  })
})

test('nobody who cannot take part in a group, or cannot walk, is sent to one; nobody without a carer is asked to bring one', () => {
  const inGroups = ['inBalans', 'inBalansWithCarer', 'vallenVerledenTijd', 'otagoGroup', 'zichtOpEvenwichtGroup']
  const withCarer = ['inBalansWithCarer', 'otagoHomeWithCarer']
  fc.assert(
    fc.property(anyone, (facts) => {
      const { primary, alternatives } = assess(facts)
      const cannot = facts['groupFeasible'] === 'no' || facts['walks10m'] === 'no' || facts['walk4m'] === 'unable'
      const forbidden = [...(cannot ? inGroups : []), ...(facts['carer'] === 'no' ? withCarer : [])]
      expect([...primary, ...alternatives].filter((code) => forbidden.includes(code))).toEqual([])
    }),
    { numRuns: 1000 },
  )
})

describe('what was assumed is said', () => {
  test.each([
    { who: 'moderate, nothing of it known', facts: atModerate(), assumed: ['groupFeasible', 'preference', 'cognition'] },
    {
      who: 'very concerned and steady: avoidance decides too',
      facts: atModerate({ ...veryConcerned, ...steady }),
      assumed: ['groupFeasible', 'preference', 'cognition', 'avoidance'],
    },
    { who: 'prefers home, so a group does not matter', facts: atModerate(prefersHome), assumed: ['cognition'] },
    { who: 'all of it known', facts: atModerate({ groupFeasible: 'yes', preference: 'group', cognition: 'ok' }), assumed: [] },
    { who: 'cannot walk: nothing of it matters', facts: atModerate({ walk4m: 'unable' }), assumed: [] },
    {
      who: 'no fall, not timed: walking may be a problem',
      facts: someone({ falls12m: 0, concern: 'no', mobilityDifficulty: 'no' }),
      assumed: ['walks10m'],
    },
    { who: 'the same, timed', facts: atLow(), assumed: [] },
    { who: 'low, concerned: avoidance decides', facts: atLow({ shortFesI: 9 }), assumed: ['avoidance'] },
    {
      who: 'low, avoiding and concerned: the form depends on group and preference',
      facts: atLow({ shortFesI: 9, ...avoids }),
      assumed: ['groupFeasible', 'preference', 'cognition'],
    },
    {
      who: 'high, frailty not asked',
      facts: atHigh({ frail: 'unknown', underlying: 'no' }),
      assumed: ['groupFeasible', 'preference', 'cognition', 'frail'],
    },
    { who: 'high, analysis not complete: nothing is proposed yet', facts: atHigh({ analysis: 'none' }), assumed: [] },
    { who: 'on hold for a red flag', facts: atModerate({ redFlags: ['RF01'] }), assumed: [] },
  ])('$who: $assumed', ({ facts, assumed }) => expect(assess(facts).assumed).toEqual(assumed))
})

describe('red flags', () => {
  test.each(['RF01', 'RF02', 'RF03', 'RF04', 'RF05', 'RF06', 'RF07', 'RF08', 'RF09', 'RF10', 'RF11', 'RF12'])(
    '%s stops',
    (flag) =>
      expect(assess(atModerate({ redFlags: [flag] }))).toMatchObject({ redFlags: [flag], rule: 'R1', next: 'medicalHold' }),
  )
  test.each(['RF14', 'RF15'])('%s stops nothing', (flag) =>
    expect(assess(atModerate({ redFlags: [flag] }))).toMatchObject({ redFlags: [flag], rule: 'R5d', next: 'decide' }),
  )

  const pressures = (systolic: number, standing: number) => ({
    bpSupineStanding: [
      [systolic, 80],
      [standing, 76],
    ],
  })
  const explained = { lossOfConsciousness: 'yes', lossOfConsciousnessExplained: 'yes' } as const

  test.each([
    {
      who: 'lost consciousness, not explained',
      facts: { lossOfConsciousness: 'yes', lossOfConsciousnessExplained: 'no' },
      flags: ['RF04'],
    },
    { who: 'lost consciousness, explanation not asked', facts: { lossOfConsciousness: 'yes' }, flags: ['RF04'] },
    { who: 'lost consciousness, explained', facts: explained, flags: [] },
    { who: 'lost consciousness, not known', facts: { lossOfConsciousness: 'unknown' }, flags: [] },
    { who: 'standing 90', facts: pressures(110, 90), flags: [] },
    { who: 'standing 89', facts: pressures(108, 89), flags: ['RF10'] },
    { who: 'a drop of 29 with loss of consciousness', facts: { ...explained, ...pressures(139, 110) }, flags: [] },
    { who: 'a drop of 30 with loss of consciousness', facts: { ...explained, ...pressures(140, 110) }, flags: ['RF10'] },
    { who: 'a drop of 30 without', facts: pressures(140, 110), flags: [] },
    {
      who: 'raised and derived, each once, sorted',
      facts: { lossOfConsciousness: 'yes', redFlags: ['RF12', 'RF04'] },
      flags: ['RF04', 'RF12'],
    },
  ])('$who: $flags', ({ facts, flags }) => {
    const answer = assess(atHigh(facts))
    expect(answer.redFlags).toEqual(flags)
    expect(answer.next === 'medicalHold').toBe(flags.length > 0)
  })
})

describe('follow-ups', () => {
  const pressures = (systolic: number, diastolic: number) => ({
    bpSupineStanding: [
      [140, 80],
      [140 - systolic, 80 - diastolic],
    ],
  })

  test.each([
    { who: 'nothing found', facts: {}, found: [] },
    { who: '4 medicines', facts: { medicines: 4 }, found: [] },
    { who: '5 medicines', facts: { medicines: 5 }, found: ['medicationReview'] },
    { who: 'no FRID class', facts: { fridClasses: 0 }, found: [] },
    { who: 'one FRID class', facts: { fridClasses: 1, medicines: 1 }, found: ['medicationReview'] },
    { who: 'a drop of 19/9', facts: pressures(19, 9), found: [] },
    { who: 'a drop of 20 systolic', facts: pressures(20, 0), found: ['orthostaticHypotensionConsult'] },
    { who: 'a drop of 10 diastolic', facts: pressures(0, 10), found: ['orthostaticHypotensionConsult'] },
    { who: 'vision problem', facts: { vision: 'yes' }, found: ['eyeTest'] },
    { who: 'simple hazards', facts: { homeSimple: 'yes' }, found: ['homeCheck'] },
    { who: 'complex hazards', facts: { homeComplex: 'yes' }, found: ['occupationalTherapyHomeVisit'] },
    { who: 'fracture risk', facts: { fractureRisk: 'yes' }, found: ['fractureRiskAssessment'] },
    { who: 'cannot rise from the floor', facts: { floorRise: 'yes' }, found: ['floorRiseTraining'] },
    { who: 'SNAQ65+ green', facts: { snaq65: 'green' }, found: [] },
    { who: 'SNAQ65+ orange', facts: { snaq65: 'orange' }, found: ['nutritionAdvice'] },
    { who: 'SNAQ65+ red', facts: { snaq65: 'red' }, found: ['dietitian'] },
    { who: 'continence problem', facts: { continence: 'yes' }, found: ['continenceAssessment'] },
    { who: 'home adaptation needed', facts: { wmoNeed: 'yes' }, found: ['homeAdaptation'] },
    { who: 'walking aid needed', facts: { aidNeed: 'yes' }, found: ['walkingAidAssessment'] },
    { who: 'lonely', facts: { lonely: 'yes' }, found: ['welfareCoach'] },
    { who: 'low mood', facts: { mood: 'yes' }, found: ['moodConsult'] },
    { who: 'cognition impaired', facts: impaired, found: ['cognitionConsult'] },
    {
      who: 'several, sorted by code',
      facts: { vision: 'yes', mood: 'yes', snaq65: 'red' },
      found: ['dietitian', 'eyeTest', 'moodConsult'],
    },
  ])('$who: $found', ({ facts, found }) => {
    expect(assess(atModerate({ analysis: 'started', ...facts })).followUps).toEqual(found)
    expect(assess(atModerate({ analysis: 'complete', ...facts })).followUps).toEqual(found)
  })

  test.each(['none', undefined])('none before an analysis was started (analysis: %s)', (analysis) =>
    expect(assess(atModerate({ analysis, vision: 'yes', medicines: 9 })).followUps).toEqual([]),
  )

  test('every follow-up of the table is asked for by somebody here', () => {
    const all = {
      fridClasses: 1,
      bpSupineStanding: [
        [140, 80],
        [120, 80],
      ],
      snaq65: 'red',
      cognition: 'impaired',
    }
    const findings = [
      'vision',
      'homeSimple',
      'homeComplex',
      'fractureRisk',
      'floorRise',
      'continence',
      'wmoNeed',
      'aidNeed',
      'lonely',
      'mood',
    ]
    const everything = { ...all, ...Object.fromEntries(findings.map((fact) => [fact, 'yes'])) }
    const { followUps } = assess(atModerate({ analysis: 'started', ...everything }))
    expect([...followUps, 'nutritionAdvice'].sort()).toEqual(rules.followUps.map(({ id }) => id).sort())
  })
})

describe('notes', () => {
  test.each([
    { who: 'low, frail without a key question', facts: { falls12m: 0, frail: 'yes' }, notes: ['considerAnalysis'] },
    { who: 'low, slow TUG', facts: { tug: 12 }, notes: ['considerAnalysis'] },
    { who: 'low, TUG just normal', facts: { tug: 11.99 }, notes: [] },
    { who: 'moderate, slow TUG', facts: { walk4m: 4, tug: 12 }, notes: [] },
  ])('$who: $notes', ({ facts, notes }) => expect(assess(atLow(facts)).notes).toEqual(notes))
})

describe('findings', () => {
  test.each([
    { who: 'nothing tested', facts: {}, is: 'unknown' },
    { who: 'walk 4.99 s alone', facts: { walk4m: 4.99 }, is: 'unknown' },
    { who: 'walk 4.99 s, tandem held', facts: { walk4m: 4.99, tandem: 10 }, is: 'no' },
    { who: 'walk 5.0 s, tandem held', facts: { walk4m: 5, tandem: 10 }, is: 'yes' },
    { who: 'cannot walk', facts: { walk4m: 'unable' }, is: 'yes' },
    { who: 'TUG 11.99 s, tandem held', facts: { tug: 11.99, tandem: 10 }, is: 'no' },
    { who: 'TUG 12 s, tandem held', facts: { tug: 12, tandem: 10 }, is: 'yes' },
    { who: 'tandem 9.99 s', facts: { tandem: 9.99, walk4m: 3 }, is: 'yes' },
    { who: 'tandem held, nothing else', facts: { tandem: 10 }, is: 'unknown' },
    { who: 'woman of 75, 10 stands', facts: { chair30: 10, tandem: 10 }, is: 'no' },
    { who: 'woman of 75, 9 stands', facts: { chair30: 9, tandem: 10 }, is: 'yes' },
    { who: 'man of 75, 10 stands', facts: { sex: 'M', chair30: 10, tandem: 10 }, is: 'yes' },
    { who: 'sex X, 0 stands', facts: { sex: 'X', chair30: 0, tandem: 10 }, is: 'unknown' },
    { who: 'sex X, 0 stands, quick walk', facts: { sex: 'X', chair30: 0, tandem: 10, walk4m: 3 }, is: 'no' },
    { who: 'woman of 59, 0 stands', facts: { age: 59, chair30: 0, tandem: 10 }, is: 'unknown' },
    { who: 'woman of 60, 11 stands', facts: { age: 60, chair30: 11, tandem: 10 }, is: 'yes' },
    { who: 'woman of 94, 3 stands', facts: { age: 94, chair30: 3, tandem: 10 }, is: 'yes' },
    { who: 'woman of 94, 4 stands', facts: { age: 94, chair30: 4, tandem: 10 }, is: 'no' },
    { who: 'woman of 95, 0 stands', facts: { age: 95, chair30: 0, tandem: 10 }, is: 'unknown' },
  ])('balance or strength problem: $who: $is', ({ facts, is }) => expect(assess(someone(facts)).balanceStrengthProblem).toBe(is))

  test.each([
    { who: 'no score', facts: {}, is: 'unknown' },
    { who: 'FES-I 19', facts: { fesI16: 19 }, is: 'low' },
    { who: 'FES-I 20', facts: { fesI16: 20 }, is: 'moderate' },
    { who: 'FES-I 27', facts: { fesI16: 27 }, is: 'moderate' },
    { who: 'FES-I 28', facts: { fesI16: 28 }, is: 'high' },
    { who: 'Short FES-I 8', facts: { shortFesI: 8 }, is: 'low' },
    { who: 'Short FES-I 9', facts: { shortFesI: 9 }, is: 'moderate' },
    { who: 'Short FES-I 13', facts: { shortFesI: 13 }, is: 'moderate' },
    { who: 'Short FES-I 14', facts: { shortFesI: 14 }, is: 'high' },
    { who: 'both: the 16 items count', facts: { fesI16: 19, shortFesI: 28 }, is: 'low' },
    { who: '16 items not done, Short FES-I 14', facts: { fesI16: 'unknown', shortFesI: 14 }, is: 'high' },
  ])('concern: $who: $is', ({ facts, is }) => expect(assess(someone(facts)).concernClass).toBe(is))

  test.each([
    { who: 'not measured', pressures: 'unknown', is: 'unknown' },
    {
      who: 'down 19/9',
      pressures: [
        [150, 84],
        [131, 75],
      ],
      is: 'no',
    },
    {
      who: 'down 20/0',
      pressures: [
        [140, 80],
        [120, 80],
      ],
      is: 'yes',
    },
    {
      who: 'down 0/10',
      pressures: [
        [140, 80],
        [140, 70],
      ],
      is: 'yes',
    },
    {
      who: 'up on standing',
      pressures: [
        [120, 70],
        [130, 80],
      ],
      is: 'no',
    },
  ])('orthostatic hypotension: $who: $is', ({ pressures, is }) =>
    expect(assess(someone({ bpSupineStanding: pressures })).orthostaticHypotension).toBe(is),
  )
})
