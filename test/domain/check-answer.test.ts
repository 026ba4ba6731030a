// The check of one answer: what is refused, what needs a confirmation, and that nothing else is touched.
import { describe, expect, test } from 'vitest'
import { Answer, type GivenValue } from '../../src/domain/answers.ts'
import { checkAnswer } from '../../src/domain/check-answer.ts'
import type { Item } from '../../src/domain/instrument.ts'

const row = { source: 'Valpad', status: 'local default' } as const
const words = { nl: 'Vraag', en: 'Question', b1: 'Vraag' }
const base = { id: 'test.item', ...row, words }
const options = [
  { code: 'one', words: { nl: 'een', en: 'one', b1: 'een' } },
  { code: 'two', words: { nl: 'twee', en: 'two', b1: 'twee' } },
]
const ranges = (from: number, to: number, likelyFrom: number, likelyTo: number) => ({
  possible: { from, to },
  plausible: { from: likelyFrom, to: likelyTo },
  rangesFrom: row,
})

const items = {
  yesNo: { ...base, kind: 'yesNo' },
  choice: { ...base, kind: 'choice', options },
  many: { ...base, kind: 'multipleChoice', options },
  tug: {
    ...base,
    kind: 'number',
    unit: { nl: 'seconden', en: 'seconds' },
    decimals: 2,
    ...ranges(3, 300, 5, 60),
    instead: [{ code: 'unable', words: { nl: 'kan dit niet', en: 'unable', b1: 'lukt niet' } }],
  },
  falls: { ...base, kind: 'number', unit: { nl: 'keer', en: 'times' }, decimals: 0, ...ranges(0, 99, 0, 20) },
  pressure: { ...base, kind: 'bloodPressure', systolic: ranges(60, 260, 80, 220), diastolic: ranges(30, 160, 40, 120) },
  scores: { ...base, kind: 'itemScores', count: 3, score: { from: 1, to: 4 } },
  text: { ...base, kind: 'text', maxLength: 10 },
  date: { ...base, kind: 'date' },
} as const satisfies Record<string, Item>

const outcome = (item: Item, value: GivenValue, confirmed?: true) => {
  const result = checkAnswer(item, { is: 'given', value, ...(confirmed && { confirmed }) })
  return result.ok ? 'accepted' : result.refusal.code
}

describe('given values', () => {
  test.each<{ who: string; item: Item; given: GivenValue; expected: string }>([
    { who: 'yes to a yes-or-no question', item: items.yesNo, given: 'yes', expected: 'accepted' },
    { who: 'maybe to a yes-or-no question', item: items.yesNo, given: 'maybe', expected: 'wrongKind' },
    { who: 'unknown as if it were a value', item: items.yesNo, given: 'unknown', expected: 'wrongKind' },
    { who: 'an option', item: items.choice, given: 'two', expected: 'accepted' },
    { who: 'no such option', item: items.choice, given: 'three', expected: 'unknownOption' },
    { who: 'none of these', item: items.many, given: [], expected: 'accepted' },
    { who: 'both', item: items.many, given: ['one', 'two'], expected: 'accepted' },
    { who: 'one of them twice', item: items.many, given: ['one', 'one'], expected: 'wrongKind' },
    { who: 'numbers where options are asked', item: items.many, given: [1], expected: 'unknownOption' },
    { who: 'one option without a list', item: items.many, given: 'one', expected: 'wrongKind' },
    { who: 'TUG 2.99 s', item: items.tug, given: 2.99, expected: 'impossible' },
    { who: 'TUG 3.00 s', item: items.tug, given: 3, expected: 'needsConfirmation' },
    { who: 'TUG 5 s', item: items.tug, given: 5, expected: 'accepted' },
    { who: 'TUG 60 s', item: items.tug, given: 60, expected: 'accepted' },
    { who: 'TUG 60.01 s', item: items.tug, given: 60.01, expected: 'needsConfirmation' },
    { who: 'TUG 300.01 s', item: items.tug, given: 300.01, expected: 'impossible' },
    { who: 'TUG with three decimals', item: items.tug, given: 12.345, expected: 'tooManyDecimals' },
    { who: 'TUG not a number at all', item: items.tug, given: Number.NaN, expected: 'impossible' },
    { who: 'TUG unable', item: items.tug, given: 'unable', expected: 'accepted' },
    { who: 'TUG another word', item: items.tug, given: 'fast', expected: 'unknownOption' },
    { who: 'a word where only numbers go', item: items.falls, given: 'many', expected: 'wrongKind' },
    { who: 'one and a half fall', item: items.falls, given: 1.5, expected: 'tooManyDecimals' },
    { who: '140/80', item: items.pressure, given: { systolic: 140, diastolic: 80 }, expected: 'accepted' },
    { who: '80/140, swapped', item: items.pressure, given: { systolic: 80, diastolic: 140 }, expected: 'impossible' },
    { who: '90/90, no difference', item: items.pressure, given: { systolic: 90, diastolic: 90 }, expected: 'impossible' },
    { who: '300/80', item: items.pressure, given: { systolic: 300, diastolic: 80 }, expected: 'impossible' },
    { who: '140/29', item: items.pressure, given: { systolic: 140, diastolic: 29 }, expected: 'impossible' },
    { who: '230/80', item: items.pressure, given: { systolic: 230, diastolic: 80 }, expected: 'needsConfirmation' },
    { who: '140/35', item: items.pressure, given: { systolic: 140, diastolic: 35 }, expected: 'needsConfirmation' },
    { who: 'a single pressure', item: items.pressure, given: 140, expected: 'wrongKind' },
    { who: 'three scores, one missing', item: items.scores, given: [1, null, 4], expected: 'accepted' },
    { who: 'two scores of three', item: items.scores, given: [1, 4], expected: 'wrongKind' },
    { who: 'a score of 5', item: items.scores, given: [1, 2, 5], expected: 'wrongKind' },
    { who: 'half a score', item: items.scores, given: [1, 2, 2.5], expected: 'wrongKind' },
    { who: 'a text', item: items.text, given: 'de tuin', expected: 'accepted' },
    { who: 'only spaces', item: items.text, given: '   ', expected: 'wrongKind' },
    { who: 'eleven characters of ten', item: items.text, given: '12345678901', expected: 'wrongKind' },
    { who: 'leap day 2028', item: items.date, given: '2028-02-29', expected: 'accepted' },
    { who: '29 February 2027', item: items.date, given: '2027-02-29', expected: 'wrongKind' },
    { who: 'a Dutch date', item: items.date, given: '12-3-2026', expected: 'wrongKind' },
  ])('$who: $expected', ({ item, given, expected }) => expect(outcome(item, given)).toBe(expected))
})

test('a confirmed rare value is accepted, a confirmed impossible one is not', () => {
  expect(outcome(items.tug, 75, true)).toBe('accepted')
  expect(outcome(items.pressure, { systolic: 230, diastolic: 125 }, true)).toBe('accepted')
  expect(outcome(items.tug, 301, true)).toBe('impossible')
})

test.each<Answer>([
  { is: 'notAsked' },
  { is: 'unknown' },
  { is: 'declined' },
  { is: 'declined', reason: 'Daar wil ik het niet over hebben.' },
])('$is is an answer to every item and is kept as it is', (answer) => {
  for (const item of Object.values(items)) expect(checkAnswer(item, answer)).toEqual({ ok: true, value: answer })
})

test('a refusal says in both languages what is wrong and how to mend it', () => {
  const result = checkAnswer(items.tug, { is: 'given', value: 2.5 })
  expect(result).toEqual({
    ok: false,
    refusal: {
      code: 'impossible',
      detail: 'test.item',
      words: {
        nl: '2,5 kan niet. Vul een waarde in van 3 tot en met 300 seconden.',
        en: '2.5 is not possible. Fill in a value from 3 to 300 seconds.',
      },
    },
  })
})

test.each([
  { who: 'a value', given: { is: 'given', value: 4.2 }, expected: true },
  { who: 'a value with its source', given: { is: 'given', value: ['one'], source: 'shortcut' }, expected: true },
  { who: 'scores with a gap', given: { is: 'given', value: [1, null] }, expected: true },
  { who: 'declined with a reason', given: { is: 'declined', reason: 'nee' }, expected: true },
  { who: 'given without a value', given: { is: 'given' }, expected: false },
  { who: 'not asked, yet with a value', given: { is: 'notAsked', value: 'no' }, expected: false },
  { who: 'an empty reason', given: { is: 'declined', reason: '' }, expected: false },
  { who: 'a source nobody knows', given: { is: 'given', value: 1, source: 'guess' }, expected: false },
  { who: 'a bare value', given: 'yes', expected: false },
])('from outside, $who: $expected', ({ given, expected }) => expect(Answer.safeParse(given).success).toBe(expected))
