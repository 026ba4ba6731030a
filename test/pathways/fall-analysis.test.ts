// The fall analysis of Amstelland as content: ids, words, ranges, provenance and references that must be right in every item.
import { describe, expect, test } from 'vitest'
import { fallAnalysis, fallAnalysisWith } from '../../pathways/amstelland/v1/instruments/fall-analysis.ts'
import { sectionStatus } from '../../src/domain/completeness.ts'
import { leavesOf } from '../../src/domain/condition.ts'
import { type Item, itemsOf, type Option, type Ranges } from '../../src/domain/instrument.ts'
import { Status } from '../../src/domain/provenance.ts'
import type { PlainWords } from '../../src/domain/words.ts'
import { answered, namesIn } from '../support/answers.ts'

const items = itemsOf(fallAnalysis)
const sections = fallAnalysis.sections

const optionsOf = (item: Item): readonly Option[] =>
  item.kind === 'choice' || item.kind === 'multipleChoice' ? item.options : item.kind === 'number' ? (item.instead ?? []) : []

const rangesOf = (item: Item): readonly Ranges[] =>
  item.kind === 'number' ? [item] : item.kind === 'bloodPressure' ? [item.systolic, item.diastolic] : []

const allWords: readonly { readonly at: string; readonly words: PlainWords }[] = [
  { at: fallAnalysis.id, words: fallAnalysis.words },
  ...sections.map(({ id, words }) => ({ at: id, words })),
  ...items.map(({ id, words }) => ({ at: id, words })),
  ...items.flatMap((item) => optionsOf(item).map(({ code, words }) => ({ at: `${item.id}/${code}`, words }))),
]

const repeated = (names: readonly string[]) => names.filter((name, index) => names.indexOf(name) !== index)

describe('ids', () => {
  test('are unique, and an item carries the name of its section', () => {
    expect(repeated(items.map(({ id }) => id))).toEqual([])
    expect(repeated(sections.map(({ id }) => id))).toEqual([])
    for (const section of sections) {
      expect(
        section.items
          .map(({ id }) => id)
          .filter((id) => !/^[a-zA-Z]+\.[a-zA-Z0-9]+$/.test(id) || !id.startsWith(`${section.id}.`)),
      ).toEqual([])
    }
  })

  test('of options are unique within an item', () => {
    for (const item of items) expect(repeated(optionsOf(item).map(({ code }) => code))).toEqual([])
  })
})

describe('words', () => {
  test('are there in nl, en and b1', () => {
    expect(
      allWords.filter(({ words }) => [words.nl, words.en, words.b1].some((text) => text.trim() === '')).map(({ at }) => at),
    ).toEqual([])
    for (const { hint } of items) if (hint !== undefined) expect([hint.nl, hint.en].every((text) => text.length > 0)).toBe(true)
  })

  test('in B1 have sentences of at most 15 words', () => {
    const long = allWords.flatMap(({ at, words }) =>
      words.b1
        .split(/[.?!](?:\s|$)/)
        .filter((sentence) => sentence.trim().split(/\s+/).length > 15)
        .map((sentence) => `${at}: ${sentence}`),
    )
    expect(long).toEqual([])
  })

  test('in B1 say u, frighten nobody and need no medical dictionary', () => {
    const banned =
      /valgevaar|valrisico|\b(je|jij|jouw|jullie)\b|dementie|orthosta|cognitie|incontinent|medicatie|mobiliteit|trauma|syncope|fractuur|invalide|overlijd|!/i
    expect(allWords.filter(({ words }) => banned.test(words.b1)).map(({ at, words }) => `${at}: ${words.b1}`)).toEqual([])
  })

  test('in Dutch never speak of a person who is dangerous to fall', () => {
    expect(allWords.filter(({ words }) => /valgevaarlijk/i.test(words.nl + words.b1))).toEqual([])
  })
})

test('every section, item, domain and range says where it comes from', () => {
  const rows = [
    ...sections,
    ...items,
    ...fallAnalysis.domains.minimum,
    ...fallAnalysis.domains.preferred,
    ...items.flatMap((item) => rangesOf(item).map(({ rangesFrom }) => rangesFrom)),
  ]
  for (const { source, status } of rows) {
    expect(source).toMatch(/^(S\d\d|Valpad)( \+ (S\d\d|Valpad))*$/)
    expect(Status.options).toContain(status)
    if (status === 'read' || status === 'secondary') expect(source).not.toBe('Valpad')
    if (status === 'local default' || status === 'memory') continue
    expect(source).toMatch(/^S/)
  }
})

test('a plausible range lies within the possible one, and both contain something', () => {
  for (const item of items) {
    for (const { possible, plausible } of rangesOf(item)) {
      expect(possible.from, item.id).toBeLessThan(possible.to)
      expect(plausible.from, item.id).toBeLessThan(plausible.to)
      expect(plausible.from, item.id).toBeGreaterThanOrEqual(possible.from)
      expect(plausible.to, item.id).toBeLessThanOrEqual(possible.to)
    }
  }
})

test.each([
  { who: 'mobility.tug', possible: [3, 300], confirmOver: 60 },
  { who: 'mobility.walk4m', possible: [1, 120] },
  { who: 'mobility.chair30', possible: [0, 60] },
  { who: 'mobility.ftsts', possible: [3, 120] },
  { who: 'mobility.tandem', possible: [0, 10] },
  { who: 'concern.fesITotal', possible: [16, 64] },
  { who: 'concern.shortFesITotal', possible: [7, 28] },
  { who: 'falls.count12m', possible: [0, 99] },
  { who: 'frailty.cfs', possible: [1, 9] },
  { who: 'cognition.moca', possible: [0, 30] },
  { who: 'cognition.mmse', possible: [0, 30] },
  { who: 'cognition.miniCog', possible: [0, 5] },
  { who: 'mood.gds15', possible: [0, 15] },
  { who: 'adl.katz15', possible: [0, 15] },
  { who: 'nutrition.arm', possible: [10, 60] },
  { who: 'nutrition.weightLoss', possible: [0, 60] },
  { who: 'medication.number', possible: [0, 40] },
])('$who has the range of the dossier', ({ who, possible, confirmOver }) => {
  const item = items.find(({ id }) => id === who)
  if (item?.kind !== 'number') throw new Error(`${who} is not a number`)
  expect([item.possible.from, item.possible.to]).toEqual(possible)
  if (confirmOver !== undefined) expect(item.plausible.to).toBe(confirmOver)
})

describe('references', () => {
  test('core items, conditions and domains name what exists', () => {
    const names = namesIn(fallAnalysis)
    for (const section of sections) {
      expect(section.core.length, section.id).toBeGreaterThan(0)
      const own = new Set(section.items.map(({ id }) => id))
      expect(section.core.flat().filter((id) => !own.has(id))).toEqual([])
      const derived = new Set(section.derived?.map(({ id }) => id))
      const used = section.problem === undefined ? [] : leavesOf(section.problem).map(({ fact }) => fact)
      expect(used.filter((name) => !names.has(name) && !derived.has(name))).toEqual([])
    }
    const sectionIds = new Set(sections.map(({ id }) => id))
    const { minimum, preferred } = fallAnalysis.domains
    expect([...minimum, ...preferred].flatMap((domain) => domain.sections).filter((id) => !sectionIds.has(id))).toEqual([])
  })

  test('a shortcut fills an answer that exists', () => {
    for (const item of items)
      if (item.kind === 'choice' && item.shortcut) expect(item.options.map(({ code }) => code)).toContain(item.shortcut)
  })
})

describe('safety', () => {
  test('the fifteen red flags are there once each, and the first four must be known', () => {
    const flags = items.flatMap(({ redFlag }) => (redFlag === undefined ? [] : [redFlag]))
    expect(flags).toEqual(Array.from({ length: 15 }, (_, index) => `RF${String(index + 1).padStart(2, '0')}`))
    expect(items.filter(({ mustBeKnown }) => mustBeKnown).map(({ redFlag }) => redFlag)).toEqual(['RF01', 'RF02', 'RF03', 'RF04'])
  })

  test.each([
    'falls.count12m',
    'falls.injury',
    'falls.gotUpAlone',
    'falls.lossOfConsciousness',
    'concern.worried',
    'mobility.difficulty',
    'mobility.walks10m',
    'frailty.cfs',
    'mood.down',
    'mood.lessPleasure',
    'nutrition.poorAppetite',
    'nutrition.stairsDifficulty',
  ])('%s decides the level, who may exercise or a score, so no shortcut fills it', (id) => {
    expect(items.find((item) => item.id === id)).not.toHaveProperty('shortcut')
  })

  test('the wishes cannot be skipped', () => {
    expect(sections.filter(({ mandatory }) => mandatory).map(({ id }) => id)).toEqual(['wishes'])
  })

  test('questionnaires that may not be copied have numbers only', () => {
    const scored = items.filter(({ kind }) => kind === 'itemScores')
    expect(scored.map((item) => (item.kind === 'itemScores' ? [item.id, item.count] : []))).toEqual([
      ['concern.fesI', 16],
      ['concern.shortFesI', 7],
    ])
    const totals = ['cognition.miniCog', 'cognition.moca', 'cognition.mmse', 'mood.gds15', 'adl.katz15', 'frailty.cfs']
    expect(items.filter(({ id }) => totals.includes(id)).map(({ kind }) => kind)).toEqual(totals.map(() => 'number'))
  })
})

test('the settings of a coalition reach the sections', () => {
  const stricter = fallAnalysisWith({ frailFromCfs: 4, snaqWeightLossKg: 3.5 })
  const status = (instrument: typeof fallAnalysis, id: string, answers: ReturnType<typeof answered>) =>
    sectionStatus(instrument.sections.find((section) => section.id === id)!, answers)
  const frail = answered({ 'frailty.cfs': 4 })
  const lighter = answered({ 'nutrition.weightLoss': 3.5, 'nutrition.poorAppetite': 'no' })
  expect([status(fallAnalysis, 'frailty', frail), status(stricter, 'frailty', frail)]).toEqual(['noProblem', 'problem'])
  expect([status(fallAnalysis, 'nutrition', lighter), status(stricter, 'nutrition', lighter)]).toEqual(['noProblem', 'problem'])
})
