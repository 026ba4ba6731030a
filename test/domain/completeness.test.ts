// Completeness: when a section has been handled, and when the analysis can be finished.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fallAnalysis } from '../../pathways/amstelland/v1/instruments/fall-analysis.ts'
import type { Answers, GivenValue } from '../../src/domain/answers.ts'
import { completeness, type SectionStatus, sectionStatus } from '../../src/domain/completeness.ts'
import { type Instrument, itemsOf } from '../../src/domain/instrument.ts'
import { answered, anyAnswers } from '../support/answers.ts'

const sectionOf = (id: string) => fallAnalysis.sections.find((section) => section.id === id)!
const declined = { is: 'declined', reason: 'Dat hoeft niet van mij.' } as const

const minimum: { readonly [itemId: string]: GivenValue } = {
  'redFlags.RF01': 'no',
  'redFlags.RF02': 'no',
  'redFlags.RF03': 'no',
  'redFlags.RF04': 'no',
  'mobility.difficulty': 'no',
  'mobility.tug': 9.8,
  'medication.number': 2,
  'medication.fridClasses': [],
  'vitaminD.uses': 'yes',
  'concern.worried': 'no',
  'cognition.miniCog': 4,
  'vision.problem': 'no',
  'vision.testPast12Months': 'yes',
  'cardiovascular.heartDisease': 'no',
  'cardiovascular.palpitations': 'no',
  'orthostasis.lying': { systolic: 138, diastolic: 82 },
  'orthostasis.standing1': { systolic: 130, diastolic: 78 },
  'home.hazards': [],
  'home.complex': 'no',
  'wishes.goal': 'Weer zelf naar de markt.',
}

const preferred: { readonly [itemId: string]: GivenValue } = {
  'mood.down': 'no',
  'mood.lessPleasure': 'no',
  'continence.leaks': 'no',
  'continence.urgencyOrNight': 'no',
  'hearing.problem': 'no',
  'adl.needsHelp': 'no',
  'feet.pain': 'no',
  'feet.unsuitableFootwear': 'no',
  'comorbidity.conditions': [],
  'alcohol.glassesPerWeek': 0,
  'nutrition.weightLoss': 0,
  'nutrition.poorAppetite': 'no',
}

const minimumDone = answered(minimum)
const allDone = answered({ ...minimum, ...preferred })
const without = (answers: Answers, ...itemIds: readonly string[]): Answers =>
  Object.fromEntries(Object.entries(answers).filter(([itemId]) => !itemIds.includes(itemId)))

const medicines = (number: number, reviewed: 'yes' | 'no') =>
  answered({ 'medication.number': number, 'medication.fridClasses': [], 'medication.reviewPast12Months': reviewed })

describe('status of a section', () => {
  test.each<{ who: string; section: string; given: Answers; expected: SectionStatus }>([
    { who: 'nothing answered', section: 'hearing', given: {}, expected: 'notDone' },
    { who: 'hears well', section: 'hearing', given: answered({ 'hearing.problem': 'no' }), expected: 'noProblem' },
    { who: 'hears badly', section: 'hearing', given: answered({ 'hearing.problem': 'yes' }), expected: 'problem' },
    { who: 'declined', section: 'hearing', given: { 'hearing.problem': declined }, expected: 'declined' },
    { who: 'not asked', section: 'hearing', given: { 'hearing.problem': { is: 'notAsked' } }, expected: 'notDone' },
    { who: 'unknown', section: 'hearing', given: { 'hearing.problem': { is: 'unknown' } }, expected: 'notDone' },
    { who: 'one of two groups', section: 'vision', given: answered({ 'vision.problem': 'no' }), expected: 'notDone' },
    {
      who: 'one answered, one declined',
      section: 'vision',
      given: { ...answered({ 'vision.problem': 'no' }), 'vision.testPast12Months': declined },
      expected: 'noProblem',
    },
    { who: '7 glasses a week', section: 'alcohol', given: answered({ 'alcohol.glassesPerWeek': 7 }), expected: 'noProblem' },
    { who: '8 glasses a week', section: 'alcohol', given: answered({ 'alcohol.glassesPerWeek': 8 }), expected: 'problem' },
    { who: '50 nmol/L', section: 'vitaminD', given: answered({ 'vitaminD.level': 50 }), expected: 'noProblem' },
    { who: '49 nmol/L', section: 'vitaminD', given: answered({ 'vitaminD.level': 49 }), expected: 'problem' },
    { who: '4 medicines, no review', section: 'medication', given: medicines(4, 'no'), expected: 'noProblem' },
    { who: '5 medicines, no review', section: 'medication', given: medicines(5, 'no'), expected: 'problem' },
    { who: '5 medicines, reviewed', section: 'medication', given: medicines(5, 'yes'), expected: 'noProblem' },
    { who: 'MoCA 25', section: 'cognition', given: answered({ 'cognition.moca': 25 }), expected: 'problem' },
    { who: 'MoCA 26', section: 'cognition', given: answered({ 'cognition.moca': 26 }), expected: 'noProblem' },
    {
      who: 'TUG 11.99 s',
      section: 'mobility',
      given: answered({ 'mobility.difficulty': 'no', 'mobility.tug': 11.99 }),
      expected: 'noProblem',
    },
    {
      who: 'TUG 12 s',
      section: 'mobility',
      given: answered({ 'mobility.difficulty': 'no', 'mobility.tug': 12 }),
      expected: 'problem',
    },
    {
      who: 'SPPB 9, every single test within its own limit',
      section: 'mobility',
      given: answered({
        'mobility.difficulty': 'no',
        'mobility.sideBySide': 10,
        'mobility.semiTandem': 5,
        'mobility.tandem': 10,
        'mobility.walk4m': 4.9,
        'mobility.ftsts': 11.5,
      }),
      expected: 'problem',
    },
    {
      who: 'FES-I scores of 19',
      section: 'concern',
      given: answered({ 'concern.fesI': [...Array<number>(13).fill(1), 2, 2, 2] }),
      expected: 'noProblem',
    },
    {
      who: 'FES-I scores of 20',
      section: 'concern',
      given: answered({ 'concern.fesI': [...Array<number>(12).fill(1), 2, 2, 2, 2] }),
      expected: 'problem',
    },
    {
      who: 'drop 19/9',
      section: 'orthostasis',
      given: answered({
        'orthostasis.lying': { systolic: 140, diastolic: 80 },
        'orthostasis.standing3': { systolic: 121, diastolic: 71 },
      }),
      expected: 'noProblem',
    },
    {
      who: 'drop 20/2, no complaints',
      section: 'orthostasis',
      given: answered({
        'orthostasis.lying': { systolic: 140, diastolic: 80 },
        'orthostasis.standing3': { systolic: 120, diastolic: 78 },
      }),
      expected: 'problem',
    },
    {
      who: 'drop 15/0 from sitting',
      section: 'orthostasis',
      given: answered({
        'orthostasis.sitting': { systolic: 140, diastolic: 80 },
        'orthostasis.standingAfterSitting': { systolic: 125, diastolic: 80 },
      }),
      expected: 'problem',
    },
  ])('$section, $who: $expected', ({ section, given, expected }) =>
    expect(sectionStatus(sectionOf(section), given)).toBe(expected),
  )
})

describe('the analysis', () => {
  test('counts 8 minimum domains and 17 in all', () => {
    const { minimum: smallest, extended, complete } = completeness(fallAnalysis, {})
    expect(smallest).toEqual({
      handled: [],
      open: ['mobility', 'medication', 'vitaminD', 'concern', 'cognition', 'vision', 'cardiovascular', 'environment'],
    })
    expect(extended.open).toHaveLength(17)
    expect(extended.open.slice(8)).toEqual([
      'mood',
      'continence',
      'hearing',
      'adl',
      'feet',
      'comorbidity',
      'alcohol',
      'nutrition',
      'wishes',
    ])
    expect(complete).toBe(false)
  })

  test('is complete with the minimum domains, the wishes and the first four red flags', () => {
    expect(completeness(fallAnalysis, minimumDone)).toMatchObject({
      complete: true,
      completeExtended: false,
      mustBeKnown: [],
      mandatory: [],
    })
    expect(completeness(fallAnalysis, allDone)).toMatchObject({ complete: true, completeExtended: true })
  })

  test('heart and vessels need the blood pressure too', () => {
    const { complete, minimum: smallest } = completeness(fallAnalysis, without(minimumDone, 'orthostasis.standing1'))
    expect(complete).toBe(false)
    expect(smallest.open).toEqual(['cardiovascular'])
  })

  test('a domain that was declined counts as handled', () => {
    const given = { ...without(minimumDone, 'cognition.miniCog'), 'cognition.miniCog': declined }
    expect(completeness(fallAnalysis, given).complete).toBe(true)
  })

  test('without wishes it cannot be finished; a person who will not say has been asked', () => {
    const noWishes = without(minimumDone, 'wishes.goal')
    expect(completeness(fallAnalysis, noWishes)).toMatchObject({ complete: false, mandatory: ['wishes'] })
    expect(completeness(fallAnalysis, { ...noWishes, 'wishes.goal': { is: 'notAsked' } }).complete).toBe(false)
    expect(completeness(fallAnalysis, { ...noWishes, 'wishes.goal': declined }).complete).toBe(true)
  })

  const firstFlags = ['redFlags.RF01', 'redFlags.RF02', 'redFlags.RF03', 'redFlags.RF04']
  test.each(firstFlags)('%s blocks as long as it is not known, whatever the reason', (itemId) => {
    for (const answer of [{ is: 'unknown' }, { is: 'notAsked' }, declined] as const) {
      expect(completeness(fallAnalysis, { ...allDone, [itemId]: answer })).toMatchObject({
        complete: false,
        completeExtended: false,
        mustBeKnown: [itemId],
      })
    }
    expect(completeness(fallAnalysis, without(allDone, itemId)).mustBeKnown).toEqual([itemId])
    expect(completeness(fallAnalysis, { ...allDone, ...answered({ [itemId]: 'yes' }) }).complete).toBe(true)
  })

  test('another red flag that is unknown does not block', () => {
    expect(completeness(fallAnalysis, { ...allDone, 'redFlags.RF05': { is: 'unknown' } }).complete).toBe(true)
  })

  test('every minimum domain counts: leave one out and it is not complete', () => {
    for (const domain of fallAnalysis.domains.minimum) {
      const inDomain = itemsOf(fallAnalysis).filter((item) => domain.sections.some((id) => sectionOf(id).items.includes(item)))
      const answers = without(allDone, ...inDomain.map(({ id }) => id))
      expect(completeness(fallAnalysis, answers)).toMatchObject({ complete: false, completeExtended: false })
    }
  })

  test('one more answer never makes it less complete', () => {
    const items = itemsOf(fallAnalysis)
    fc.assert(
      fc.property(anyAnswers(fallAnalysis), anyAnswers(fallAnalysis), fc.constantFrom(...items), (some, others, item) => {
        const more = others[item.id]
        if (more === undefined || more.is === 'notAsked' || more.is === 'unknown') return
        if (more.is === 'declined' && item.mustBeKnown) return // declining a first red flag does not tell
        const before = completeness(fallAnalysis, some)
        const after = completeness(fallAnalysis, { ...some, [item.id]: more })
        expect(after.minimum.handled).toEqual(expect.arrayContaining([...before.minimum.handled]))
        expect(after.extended.handled).toEqual(expect.arrayContaining([...before.extended.handled]))
        expect(after.mustBeKnown.length).toBeLessThanOrEqual(before.mustBeKnown.length)
        expect(after.mandatory.length).toBeLessThanOrEqual(before.mandatory.length)
        if (before.complete) expect(after.complete).toBe(true)
        if (before.completeExtended) expect(after.completeExtended).toBe(true)
      }),
    )
  })

  test('extended includes the minimum', () => {
    fc.assert(
      fc.property(anyAnswers(fallAnalysis), (answers) => {
        const { complete, completeExtended } = completeness(fallAnalysis, answers)
        expect(completeExtended && !complete).toBe(false)
      }),
    )
  })
})

test('an instrument without demands is complete when empty', () => {
  const empty: Instrument = {
    id: 'empty',
    words: { nl: 'leeg', en: 'empty', b1: 'leeg' },
    sections: [],
    domains: { minimum: [], preferred: [] },
  }
  expect(completeness(empty, {})).toMatchObject({ complete: true, completeExtended: true })
})
