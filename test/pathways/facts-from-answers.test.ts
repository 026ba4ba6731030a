// From answers to facts: each fact of the rules, what gives it, and what leaves it unknown.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { byDefinition, facts as factDefinitions, shadowFacts } from '../../pathways/amstelland/v1/facts.ts'
import { factsFromAnswersTable } from '../../pathways/amstelland/v1/facts-from-answers.ts'
import { fallAnalysis } from '../../pathways/amstelland/v1/instruments/fall-analysis.ts'
import type { GivenValue } from '../../src/domain/answers.ts'
import { leavesOf } from '../../src/domain/condition.ts'
import { factParser } from '../../src/domain/facts.ts'
import { factsFromAnswers } from '../../src/domain/facts-from-answers.ts'
import { itemsOf } from '../../src/domain/instrument.ts'
import { answered, anyAnswers, namesIn } from '../support/answers.ts'

const table = factsFromAnswersTable()
type Values = { readonly [itemId: string]: GivenValue }
const derived = (values: Values) => factsFromAnswers(table, answered(values)).facts

const bp = (systolic: number, diastolic: number) => ({ systolic, diastolic })
const lying = { 'orthostasis.lying': bp(140, 80) }
const fesI = (...scores: (number | null)[]) => [...Array<number>(16 - scores.length).fill(1), ...scores]

describe('one fact', () => {
  test.each<{ who: string; fact: string; given: Values; expected: unknown }>([
    { who: 'two falls', fact: 'falls12m', given: { 'falls.count12m': 2 }, expected: 2 },
    { who: 'comes because of a fall', fact: 'presentsWithFall', given: { 'falls.presentsWithFall': 'yes' }, expected: 'yes' },
    { who: 'injured', fact: 'injury', given: { 'falls.count12m': 1, 'falls.injury': 'yes' }, expected: 'yes' },
    { who: 'no fall, not asked', fact: 'injury', given: { 'falls.count12m': 0 }, expected: 'no' },
    {
      who: 'no fall, yet injured: the contradiction stays visible',
      fact: 'injury',
      given: { 'falls.count12m': 0, 'falls.injury': 'yes' },
      expected: 'yes',
    },
    { who: 'one fall, not asked', fact: 'injury', given: { 'falls.count12m': 1 }, expected: undefined },
    { who: 'got up alone', fact: 'couldNotGetUp', given: { 'falls.gotUpAlone': 'yes' }, expected: 'no' },
    { who: 'did not get up alone', fact: 'couldNotGetUp', given: { 'falls.gotUpAlone': 'no' }, expected: 'yes' },
    {
      who: 'got up alone, but after 60 minutes',
      fact: 'couldNotGetUp',
      given: { 'falls.gotUpAlone': 'yes', 'falls.minutesOnFloor': 60 },
      expected: 'yes',
    },
    {
      who: 'got up alone after 59 minutes',
      fact: 'couldNotGetUp',
      given: { 'falls.gotUpAlone': 'yes', 'falls.minutesOnFloor': 59 },
      expected: 'no',
    },
    { who: 'only 5 minutes known', fact: 'couldNotGetUp', given: { 'falls.minutesOnFloor': 5 }, expected: undefined },
    { who: 'fainted', fact: 'lossOfConsciousness', given: { 'falls.lossOfConsciousness': 'yes' }, expected: 'yes' },
    {
      who: 'explained',
      fact: 'lossOfConsciousnessExplained',
      given: { 'falls.lossOfConsciousnessExplained': 'yes' },
      expected: 'yes',
    },
    { who: 'worried', fact: 'concern', given: { 'concern.worried': 'yes' }, expected: 'yes' },
    { who: 'moves with difficulty', fact: 'mobilityDifficulty', given: { 'mobility.difficulty': 'yes' }, expected: 'yes' },
    { who: 'CFS 4', fact: 'frail', given: { 'frailty.cfs': 4 }, expected: 'no' },
    { who: 'CFS 5', fact: 'frail', given: { 'frailty.cfs': 5 }, expected: 'yes' },
    { who: '4 m in 3.99 s', fact: 'walk4m', given: { 'mobility.walk4m': 3.99 }, expected: 3.99 },
    { who: 'cannot walk 4 m', fact: 'walk4m', given: { 'mobility.walk4m': 'unable' }, expected: 'unable' },
    { who: 'TUG 11.9 s', fact: 'tug', given: { 'mobility.tug': 11.9 }, expected: 11.9 },
    { who: 'cannot do the TUG', fact: 'tug', given: { 'mobility.tug': 'unable' }, expected: undefined },
    { who: 'tandem 3 s', fact: 'tandem', given: { 'mobility.tandem': 3 }, expected: 3 },
    { who: 'ten stands', fact: 'chair30', given: { 'mobility.chair30': 10 }, expected: 10 },
    { who: 'stands up only with the arms', fact: 'chair30', given: { 'mobility.chair30': 'armsNeeded' }, expected: 0 },
    { who: 'FES-I scores', fact: 'fesI16', given: { 'concern.fesI': fesI(2, 2, 2, 2) }, expected: 20 },
    {
      who: 'FES-I, three missing, sum 26',
      fact: 'fesI16',
      given: { 'concern.fesI': [...Array<number>(13).fill(2), null, null, null] },
      expected: 32,
    },
    {
      who: 'FES-I, five missing',
      fact: 'fesI16',
      given: { 'concern.fesI': fesI(null, null, null, null, null) },
      expected: undefined,
    },
    {
      who: 'FES-I, five missing, but a total typed',
      fact: 'fesI16',
      given: { 'concern.fesI': fesI(null, null, null, null, null), 'concern.fesITotal': 31 },
      expected: 31,
    },
    {
      who: 'FES-I scores go before the typed total',
      fact: 'fesI16',
      given: { 'concern.fesI': fesI(), 'concern.fesITotal': 31 },
      expected: 16,
    },
    { who: 'Short FES-I scores', fact: 'shortFesI', given: { 'concern.shortFesI': [1, 1, 1, 1, 1, 2, null] }, expected: 9 },
    { who: 'Short FES-I total', fact: 'shortFesI', given: { 'concern.shortFesITotal': 14 }, expected: 14 },
    { who: 'avoids', fact: 'avoidance', given: { 'concern.avoidance': 'yes' }, expected: 'yes' },
    {
      who: 'can reach a group and wants to',
      fact: 'groupFeasible',
      given: { 'social.groupReachable': 'yes', 'wishes.groupWilling': 'yes' },
      expected: 'yes',
    },
    { who: 'does not want a group', fact: 'groupFeasible', given: { 'wishes.groupWilling': 'no' }, expected: 'no' },
    { who: 'wants a group, reach unknown', fact: 'groupFeasible', given: { 'wishes.groupWilling': 'yes' }, expected: undefined },
    { who: 'prefers home', fact: 'preference', given: { 'wishes.preference': 'home' }, expected: 'home' },
    { who: 'no preference', fact: 'preference', given: { 'wishes.preference': 'none' }, expected: undefined },
    { who: 'walks 10 m', fact: 'walks10m', given: { 'mobility.walks10m': 'yes' }, expected: 'yes' },
    { who: 'has a carer', fact: 'carer', given: { 'social.carer': 'yes' }, expected: 'yes' },
    { who: 'underlying problem', fact: 'underlying', given: { 'comorbidity.underlying': 'yes' }, expected: 'yes' },
    { who: 'Mini-Cog 2', fact: 'cognition', given: { 'cognition.miniCog': 2 }, expected: 'impaired' },
    {
      who: 'Mini-Cog 3, no diagnosis',
      fact: 'cognition',
      given: { 'cognition.miniCog': 3, 'cognition.diagnosis': 'no' },
      expected: 'ok',
    },
    { who: 'Mini-Cog 3, diagnosis unknown', fact: 'cognition', given: { 'cognition.miniCog': 3 }, expected: undefined },
    { who: 'MoCA 25', fact: 'cognition', given: { 'cognition.moca': 25 }, expected: 'impaired' },
    { who: 'MMSE 24', fact: 'cognition', given: { 'cognition.mmse': 24 }, expected: 'impaired' },
    {
      who: 'MMSE 25, no diagnosis',
      fact: 'cognition',
      given: { 'cognition.mmse': 25, 'cognition.diagnosis': 'no' },
      expected: 'ok',
    },
    {
      who: 'a diagnosis, whatever the test',
      fact: 'cognition',
      given: { 'cognition.moca': 30, 'cognition.diagnosis': 'yes' },
      expected: 'impaired',
    },
    { who: 'no diagnosis and no test', fact: 'cognition', given: { 'cognition.diagnosis': 'no' }, expected: undefined },
    { who: 'nine medicines', fact: 'medicines', given: { 'medication.number': 9 }, expected: 9 },
    { who: 'two classes', fact: 'fridClasses', given: { 'medication.fridClasses': ['opioids', 'diuretics'] }, expected: 2 },
    { who: 'no such classes', fact: 'fridClasses', given: { 'medication.fridClasses': [] }, expected: 0 },
    {
      who: 'two standing values, the lowest counts',
      fact: 'bpSupineStanding',
      given: { ...lying, 'orthostasis.standing1': bp(135, 72), 'orthostasis.standing3': bp(125, 78) },
      expected: [
        [140, 80],
        [125, 72],
      ],
    },
    {
      who: 'one standing value, normal',
      fact: 'bpSupineStanding',
      given: { ...lying, 'orthostasis.standing1': bp(138, 79) },
      expected: undefined,
    },
    {
      who: 'one standing value, low',
      fact: 'bpSupineStanding',
      given: { ...lying, 'orthostasis.standing3': bp(119, 79) },
      expected: [
        [140, 80],
        [119, 79],
      ],
    },
    { who: 'lying only', fact: 'bpSupineStanding', given: lying, expected: undefined },
    {
      who: 'sitting does not stand in for lying',
      fact: 'bpSupineStanding',
      given: { 'orthostasis.sitting': bp(140, 80), 'orthostasis.standingAfterSitting': bp(110, 70) },
      expected: undefined,
    },
    { who: 'arm 24.9 cm', fact: 'snaq65', given: { 'nutrition.arm': 24.9 }, expected: 'red' },
    { who: 'lost 4.0 kg', fact: 'snaq65', given: { 'nutrition.weightLoss': 4 }, expected: 'red' },
    {
      who: 'eats little, climbs badly',
      fact: 'snaq65',
      given: {
        'nutrition.arm': 25,
        'nutrition.weightLoss': 0,
        'nutrition.poorAppetite': 'yes',
        'nutrition.stairsDifficulty': 'yes',
      },
      expected: 'orange',
    },
    {
      who: 'eats little, arm not measured',
      fact: 'snaq65',
      given: { 'nutrition.weightLoss': 0, 'nutrition.poorAppetite': 'yes' },
      expected: undefined,
    },
    { who: 'sees badly', fact: 'vision', given: { 'vision.problem': 'yes' }, expected: 'yes' },
    {
      who: 'sees well, no recent test',
      fact: 'vision',
      given: { 'vision.problem': 'no', 'vision.testPast12Months': 'no' },
      expected: 'yes',
    },
    {
      who: 'sees well, recent test',
      fact: 'vision',
      given: { 'vision.problem': 'no', 'vision.testPast12Months': 'yes' },
      expected: 'no',
    },
    { who: 'sees well, test unknown', fact: 'vision', given: { 'vision.problem': 'no' }, expected: undefined },
    {
      who: 'acuity 0.49',
      fact: 'vision',
      given: { 'vision.problem': 'no', 'vision.testPast12Months': 'yes', 'vision.acuity': 0.49 },
      expected: 'yes',
    },
    {
      who: 'acuity 0.5',
      fact: 'vision',
      given: { 'vision.problem': 'no', 'vision.testPast12Months': 'yes', 'vision.acuity': 0.5 },
      expected: 'no',
    },
    { who: 'loose rugs', fact: 'homeSimple', given: { 'home.hazards': ['rugsAndCords'] }, expected: 'yes' },
    { who: 'no hazards', fact: 'homeSimple', given: { 'home.hazards': [] }, expected: 'no' },
    { who: 'needs an occupational therapist', fact: 'homeComplex', given: { 'home.complex': 'yes' }, expected: 'yes' },
    { who: 'broke something after 50', fact: 'fractureRisk', given: { 'bones.fractureAfter50': 'yes' }, expected: 'yes' },
    {
      who: 'two of three are no',
      fact: 'fractureRisk',
      given: { 'bones.fractureAfter50': 'no', 'bones.parentHipFracture': 'no' },
      expected: undefined,
    },
    {
      who: 'all three are no',
      fact: 'fractureRisk',
      given: { 'bones.fractureAfter50': 'no', 'bones.parentHipFracture': 'no', 'bones.glucocorticoids': 'no' },
      expected: 'no',
    },
    { who: 'cannot rise from the floor', fact: 'floorRise', given: { 'mobility.risesFromFloor': 'no' }, expected: 'yes' },
    { who: 'rises from the floor', fact: 'floorRise', given: { 'mobility.risesFromFloor': 'yes' }, expected: 'no' },
    { who: 'hurries to the toilet', fact: 'continence', given: { 'continence.urgencyOrNight': 'yes' }, expected: 'yes' },
    {
      who: 'neither',
      fact: 'continence',
      given: { 'continence.leaks': 'no', 'continence.urgencyOrNight': 'no' },
      expected: 'no',
    },
    { who: 'needs an adaptation', fact: 'wmoNeed', given: { 'home.adaptationNeeded': 'yes' }, expected: 'yes' },
    { who: 'needs another aid', fact: 'aidNeed', given: { 'adl.aidNeeded': 'yes' }, expected: 'yes' },
    { who: 'lonely', fact: 'lonely', given: { 'social.lonely': 'yes' }, expected: 'yes' },
    { who: 'down', fact: 'mood', given: { 'mood.down': 'yes' }, expected: 'yes' },
    {
      who: 'GDS-15 of 6',
      fact: 'mood',
      given: { 'mood.gds15': 6, 'mood.down': 'no', 'mood.lessPleasure': 'no' },
      expected: 'yes',
    },
    { who: 'GDS-15 of 5', fact: 'mood', given: { 'mood.gds15': 5 }, expected: 'no' },
    { who: 'two times no', fact: 'mood', given: { 'mood.down': 'no', 'mood.lessPleasure': 'no' }, expected: 'no' },
    { who: 'one time no', fact: 'mood', given: { 'mood.down': 'no' }, expected: undefined },
    { who: 'down, GDS-15 of 5', fact: 'mood', given: { 'mood.down': 'yes', 'mood.gds15': 5 }, expected: 'yes' },
    {
      who: 'two flags',
      fact: 'redFlags',
      given: { 'redFlags.RF13': 'yes', 'redFlags.RF04': 'yes', 'redFlags.RF01': 'no' },
      expected: ['RF04', 'RF13'],
    },
    { who: 'no flag raised', fact: 'redFlags', given: { 'redFlags.RF01': 'no' }, expected: undefined },
    { who: 'lives at home', fact: 'livesAtHome', given: { 'social.residence': 'home' }, expected: 'yes' },
    { who: 'lives in an institution', fact: 'livesAtHome', given: { 'social.residence': 'institution' }, expected: 'no' },
  ])('$fact, $who: $expected', ({ fact, given, expected }) => expect(derived(given)[fact]).toEqual(expected))
})

test('without answers every fact is unknown, and so it is when nothing was asked, told or known', () => {
  expect(factsFromAnswers(table, {})).toEqual({ facts: {}, because: {} })
  for (const answer of [{ is: 'notAsked' }, { is: 'declined' }, { is: 'unknown' }] as const) {
    const all = Object.fromEntries(itemsOf(fallAnalysis).map(({ id }) => [id, answer]))
    expect(factsFromAnswers(table, all).facts).toEqual({})
  }
})

test('every fact of the rules can come from an answer, except what the record or the pathway itself knows', () => {
  const known = new Set(['age', 'sex', 'analysis'])
  const expected = [...factDefinitions, ...shadowFacts].map(({ id }) => id).filter((id) => !known.has(id))
  expect([...new Set(table.map(({ fact }) => fact))].sort()).toEqual(expected.sort())
})

test('a coalition sets from when a person is frail and which loss of weight is red', () => {
  const other = factsFromAnswersTable({ frailFromCfs: 4, snaqWeightLossKg: 3.5 })
  const answers = answered({ 'frailty.cfs': 4, 'nutrition.weightLoss': 3.5 })
  expect(factsFromAnswers(other, answers).facts).toMatchObject({ frail: 'yes', snaq65: 'red' })
  expect(factsFromAnswers(table, answers).facts).toEqual({ frail: 'no' })
})

test('each fact says by which row and from which answers it came', () => {
  const { because } = factsFromAnswers(
    table,
    answered({
      'falls.count12m': 0,
      'home.hazards': ['lighting'],
      'vision.problem': 'no',
      'vision.testPast12Months': 'no',
      'nutrition.arm': 24,
      'redFlags.RF01': 'no',
      'redFlags.RF08': 'yes',
      'medication.fridClasses': ['opioids'],
      ...lying,
      'orthostasis.standing3': bp(110, 70),
    }),
  )
  expect(because).toMatchObject({
    injury: { row: 'injury.noFall', items: ['falls.count12m'] },
    homeSimple: { row: 'homeSimple', items: ['home.hazards'] },
    vision: { row: 'vision', items: ['vision.testPast12Months'] },
    snaq65: { row: 'snaq65', items: ['nutrition.arm'] },
    redFlags: { row: 'redFlags', items: ['redFlags.RF08'] },
    fridClasses: { row: 'fridClasses', items: ['medication.fridClasses'] },
    bpSupineStanding: { row: 'bpSupineStanding', items: ['orthostasis.lying', 'orthostasis.standing3'] },
  })
})

test('rows have ids of their own, and name items that exist', () => {
  const ids = table.map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
  const names = namesIn(fallAnalysis)
  const named = table.flatMap(({ from }) => {
    if ('copy' in from) return [from.copy]
    if ('when' in from) return leavesOf(from.when).map(({ fact }) => fact)
    if ('whether' in from) return leavesOf(from.whether).map(({ fact }) => fact)
    if ('total' in from) return [from.total]
    if ('snaq65' in from) return Object.values(from.snaq65)
    if ('raised' in from) return from.raised.map(({ item }) => item)
    if ('pressures' in from) return [from.pressures.before, ...from.pressures.standing]
    return ['a kind of row that this test does not know']
  })
  expect(named.filter((name) => !names.has(name))).toEqual([])
})

test('whatever is answered, the facts are values the rules accept; only a fall that was not there may contradict', () => {
  const parse = factParser([...factDefinitions, ...shadowFacts], byDefinition)
  fc.assert(
    fc.property(anyAnswers(fallAnalysis), (answers) => {
      const { facts, because } = factsFromAnswers(table, answers)
      const parsed = parse({ age: 80, sex: 'F', ...facts })
      expect(parsed.ok ? [] : parsed.faults.filter(({ code }) => code !== 'contradiction')).toEqual([])
      expect(Object.keys(because)).toEqual(Object.keys(facts))
      for (const { items } of Object.values(because)) expect(items.filter((item) => answers[item]?.is !== 'given')).toEqual([])
    }),
    { numRuns: 300 },
  )
})
