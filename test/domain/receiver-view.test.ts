// What each receiver sees of a person: the matrix cell by cell, and the words of it.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Answers } from '../../src/domain/answers.ts'
import { checkMinimisation } from '../../src/domain/check/minimisation.ts'
import { type DataCategory, dataCategories, receiverKinds, type ToShare, viewStages } from '../../src/domain/minimisation.ts'
import { receiverOf, receiverView } from '../../src/domain/receiver-view.ts'
import { amstelland } from '../support/people.ts'

const details = {
  name: 'Hendrika Zonderling',
  birthDate: '1945-06-01',
  sex: 'F',
  street: 'Kromme Elleboog 7',
  postcode: '1181 AB',
  city: 'Amstelveen',
  phone: '020 123 45 67',
} as const

const facts = {
  age: 80,
  sex: 'F',
  falls12m: 2,
  injury: 'yes',
  walk4m: 6,
  tandem: 4,
  fractureRisk: 'yes',
  floorRise: 'no',
  walks10m: 'yes',
  cognition: 'impaired',
  mood: 'yes',
  medicines: 7,
  fridClasses: 2,
  snaq65: 'red',
  preference: 'group',
}

const given = (value: string | string[] | number) => ({ is: 'given', value }) as const
const answers: Answers = {
  'adl.usesAid': given('yes'),
  'wishes.practical': given('liever in de ochtend'),
  'wishes.goal': given('weer dansen'),
  'alcohol.glassesPerWeek': given(21),
  'home.hazards': given(['bathroom', 'rugsAndCords']),
  'comorbidity.conditions': given(['parkinson']),
}

const share = (more: Partial<ToShare> = {}): ToShare => ({
  state: { facts, assessment: null, decision: null },
  answers,
  person: { details, municipality: 'GM0362' },
  code: 'inBalans',
  receiver: 'socialExercise',
  stage: 'after',
  today: '2026-01-05',
  ...more,
})

const see = (more: Partial<ToShare> = {}, pathway = amstelland) => receiverView(pathway, share(more))
const linesIn = (view: ReturnType<typeof see>, category: DataCategory) =>
  view.shown.find((one) => one.category === category)?.lines.map(({ nl }) => nl)

describe('an exercise provider in the social domain', () => {
  test('reads before acceptance what it takes to answer, and nothing that says who it is', () => {
    const view = see({ stage: 'before' })
    expect(view.shown.map(({ category }) => category)).toEqual(['request', 'safety', 'wishes', 'age', 'area'])
    expect(linesIn(view, 'age')).toEqual(['80 jaar'])
    expect(linesIn(view, 'area')).toEqual(['Amstelveen (1181)'])
    const text = JSON.stringify(view)
    for (const part of ['Zonderling', 'Kromme', '123 45 67', '1945', '1181 AB', 'dansen']) expect(text).not.toContain(part)
  })

  test('reads what it takes to exercise safely, with what is not known said as not known', () => {
    expect(linesIn(see(), 'safety')).toEqual([
      'loopt met een stok, rollator of ander hulpmiddel',
      'oefent met de steun van een stoel',
      'kwetsbare botten: pas de oefeningen aan, niet springen en niet met kracht buigen of draaien',
      'niet bekend of opstaan duizelig maakt: laat rustig opstaan',
    ])
  })

  test('never reads medicines, diagnoses, mood, memory, alcohol or measurements of others', () => {
    const text = JSON.stringify(see())
    for (const part of ['medic', 'Parkinson', 'somber', 'cognitie', 'glazen', 'SNAQ', 'gevallen']) {
      const shown = JSON.stringify(see().shown)
      expect([part, shown.includes(part)]).toEqual([part, false])
    }
    expect(text).toContain('bevindingen en diagnoses')
    expect(see().summary.nl).toMatch(/^Beweegaanbieder in het sociaal domein ziet: .*naam, telefoon.*\. Ziet niet: .*medicijnen/)
  })

  test('reads the level only where the coalition chose so', () => {
    const assessment = { risk: 'high' } as never
    const state = { facts, assessment, decision: null }
    expect(linesIn(see({ state }), 'level')).toBeUndefined()
    const open = { ...amstelland, settings: { ...amstelland.settings, socialPartnersSeeLevel: true } }
    expect(linesIn(see({ state }, open), 'level')).toEqual(['hoog'])
  })
})

describe('an aanbieder in care', () => {
  test('reads after acceptance what bears on the exercise, unknown values as unknown', () => {
    const view = see({ code: 'otagoHome', receiver: 'careProvider' })
    expect(linesIn(view, 'findings')).toEqual([
      'is 2 keer gevallen in 12 maanden',
      'had door een val letsel dat behandeld moest worden',
      'Kwetsbaar: niet bekend',
      'Onderliggend lijden: niet bekend',
      'Aandoeningen die bewegen of evenwicht raken: ziekte van Parkinson of parkinsonisme',
      'Wat valt op aan het lopen?: niet bekend',
    ])
    expect(linesIn(view, 'measurements')?.[1]).toBe('Timed Up and Go: niet bekend')
    expect(linesIn(view, 'address')).toEqual(['Kromme Elleboog 7, 1181 AB Amstelveen'])
    for (const category of ['medication', 'mood', 'alcohol'] as const) expect(linesIn(view, category)).toBeUndefined()
  })

  test('reads the medicines when these are what it is about, and the address only when coming to the home', () => {
    const view = see({ code: 'medicationReview', receiver: 'careProvider' })
    expect(linesIn(view, 'medication')?.[0]).toBe('gebruikt 7 chronische geneesmiddelen')
    expect(linesIn(view, 'alcohol')).toEqual(['Glazen alcohol per week: 21 glazen'])
    expect(linesIn(view, 'address')).toBeUndefined()
  })
})

describe('welfare', () => {
  test('reads the request and whom to call, nothing about health', () => {
    const view = see({ code: 'homeCheck', receiver: 'socialWelfare' })
    expect(view.shown.map(({ category }) => category)).toEqual([
      'request',
      'wishes',
      'age',
      'area',
      'name',
      'phone',
      'address',
      'birthYear',
      'goal',
      'attendance',
    ])
    expect(linesIn(view, 'request')?.[1]).toContain('gladde badkamer of geen handgreep')
  })
})

test.each([
  { wrote: 'liefst niet met mevrouw Zonderling haar zus', why: 'a name' },
  { wrote: 'halen bij Kromme Elleboog', why: 'a street' },
  { wrote: 'bel 020-1234567', why: 'a phone number' },
])('what somebody wrote with $why in it waits for acceptance', ({ wrote }) => {
  const wishes = { ...answers, 'wishes.practical': given(wrote) }
  expect(JSON.stringify(see({ answers: wishes, stage: 'before' }))).not.toContain(wrote)
  expect(JSON.stringify(see({ answers: wishes, stage: 'after' }))).toContain(wrote)
})

test('a wish with a common little word in it is no name', () => {
  const person = { details: { ...details, name: 'Mw. van der Wal' }, municipality: 'GM0362' }
  const wishes = { ...answers, 'wishes.practical': given('van 10 tot 12 bij de wallekant') }
  expect(JSON.stringify(see({ person, answers: wishes, stage: 'before' }))).toContain('van 10 tot 12')
})

test('a wish is said by itself; one the person would not say is said as such; that nobody asked is said once, when nothing is known', () => {
  const wishes = (answer: Answers[string], facts = {}) =>
    linesIn(see({ answers: { ...answers, 'wishes.practical': answer }, stage: 'before', ...facts }), 'wishes')
  expect(wishes(given('liever in de ochtend'))?.at(-1)).toBe('liever in de ochtend')
  expect(wishes({ is: 'declined' })?.at(-1)).toBe('wensen: wilde de oudere niet zeggen')
  expect(JSON.stringify(wishes({ is: 'notAsked' }))).not.toMatch(/niet bekend|Praktische/)
  expect(linesIn(see({ answers: {}, code: 'homeCheck', receiver: 'socialWelfare', stage: 'before' }), 'wishes')).toEqual([
    'wensen nog niet gevraagd',
  ])
})

test('who receives something follows from care or social; when that is not known, whoever sees least', () => {
  expect(receiverOf(amstelland, 'inBalans', 'care')).toBe('careProvider')
  expect(receiverOf(amstelland, 'inBalans', null)).toBe('socialExercise')
  expect(receiverOf(amstelland, 'medicationReview', 'social')).toBe('socialWelfare')
  expect(receiverOf(amstelland, 'medicationReview', null)).toBe('careProvider')
  expect(() => receiverOf(amstelland, 'nothing', null)).toThrow('nothing')
})

const codes = amstelland.minimisation.receivers.map(({ id }) => id)
const anyValue = fc.oneof(fc.constantFrom('yes', 'no', 'unknown', undefined), fc.integer({ min: 0, max: 10 }))

test('every category is either shown or not, and said in both languages, for everybody and everything', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...codes),
      fc.constantFrom(...receiverKinds),
      fc.constantFrom(...viewStages),
      anyValue,
      (code, receiver, stage, walks10m) => {
        const view = see({ code, receiver, stage, state: { facts: { ...facts, walks10m }, assessment: null, decision: null } })
        const said = [...view.shown, ...view.notShown].map(({ category }) => category)
        expect([...said].sort()).toEqual([...dataCategories].sort())
        for (const { lines } of view.shown) {
          expect(lines.length).toBeGreaterThan(0)
          for (const { nl, en } of lines) expect([nl.trim() === '', en.trim() === '']).toEqual([false, false])
        }
        expect(view.shown.some(({ category }) => category === 'citizenNumber')).toBe(false)
      },
    ),
  )
})

test('what is shown before acceptance is shown after it too', () => {
  for (const code of codes)
    for (const receiver of receiverKinds) {
      const [before, after] = viewStages.map((stage) => see({ code, receiver, stage }).shown)
      expect(after!.map(({ category }) => category)).toEqual(expect.arrayContaining(before!.map(({ category }) => category)))
    }
})

describe('the static check', () => {
  const { minimisation } = amstelland
  const planted = (change: Partial<typeof minimisation>) =>
    checkMinimisation({ ...amstelland, minimisation: { ...minimisation, ...change } }).map(
      ({ at, problem }) => `${at}: ${problem}`,
    )
  const cell = (id: string, change: object) => minimisation.shares.map((one) => (one.id === id ? { ...one, ...change } : one))

  test.each([
    [{ shares: minimisation.shares.slice(1) }, 'shares/request.careProvider: Nothing is said'],
    [{ shares: [...minimisation.shares, minimisation.shares[0]!] }, 'shares/request.careProvider: Two things are said'],
    [
      { shares: cell('citizenNumber.careProvider', { from: 'afterAcceptance' }) },
      'shares/citizenNumber.careProvider: A citizen number is never shared',
    ],
    [
      { shares: cell('phone.socialWelfare', { from: 'beforeAcceptance' }) },
      'shares/phone.socialWelfare: Says who it is before acceptance',
    ],
    [
      { shares: cell('level.careProvider', { setting: 'nothing' }) },
      'shares/level.careProvider: There is no setting "nothing" that is on or off',
    ],
    [
      { shares: cell('mood.careProvider', { only: undefined }) },
      'shares/mood.careProvider: Nothing of it is said for regularExercise',
    ],
    [{ receivers: minimisation.receivers.slice(1) }, `receivers/${codes[0]}: Nobody receives it`],
    [{ categories: minimisation.categories.slice(1) }, 'categories/request: Has no name'],
    [
      { lines: [{ ...minimisation.lines[0]!, says: { item: 'nothing' } }] },
      'lines/request.homeCheck.home.hazards: There is no item "nothing"',
    ],
  ])('objects to a planted fault: %#', (change, problem) => expect(planted(change)).toContain(problem))
})
