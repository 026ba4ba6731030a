// The shortcut "no findings": fills only what is safe, overwrites nothing, can be undone.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fallAnalysis } from '../../pathways/amstelland/v1/instruments/fall-analysis.ts'
import type { Answers } from '../../src/domain/answers.ts'
import { checkAnswer } from '../../src/domain/check-answer.ts'
import { itemsOf } from '../../src/domain/instrument.ts'
import { applyShortcut, filledByShortcut, undoShortcut } from '../../src/domain/section-shortcut.ts'
import { answered, anyAnswers, given } from '../support/answers.ts'

const sectionOf = (id: string) => fallAnalysis.sections.find((section) => section.id === id)!
const items = new Map(itemsOf(fallAnalysis).map((item) => [item.id, item]))
const anySection = fc.constantFrom(...fallAnalysis.sections)

test('feet without findings: five answers of no, each marked as coming from the shortcut', () => {
  const { answers, filled } = applyShortcut(sectionOf('feet'), {})
  expect(filled).toEqual(['feet.pain', 'feet.deformity', 'feet.numbness', 'feet.unsuitableFootwear', 'feet.diabetes'])
  for (const itemId of filled) expect(answers[itemId]).toEqual({ is: 'given', value: 'no', source: 'shortcut' })
})

test('what was answered stays: a yes, not asked, declined and unknown alike', () => {
  const before: Answers = {
    'feet.pain': given('yes'),
    'feet.deformity': { is: 'notAsked' },
    'feet.numbness': { is: 'declined', reason: 'liever niet' },
    'feet.diabetes': { is: 'unknown' },
  }
  const { answers, filled } = applyShortcut(sectionOf('feet'), before)
  expect(filled).toEqual(['feet.unsuitableFootwear'])
  expect(answers).toMatchObject(before)
})

test('a house without hazards is an empty list, not a missing one', () => {
  expect(applyShortcut(sectionOf('home'), {}).answers['home.hazards']).toEqual({ is: 'given', value: [], source: 'shortcut' })
})

test.each(['redFlags', 'falls', 'orthostasis', 'frailty', 'alcohol', 'wishes'])('the section %s has nothing to fill', (id) => {
  expect(applyShortcut(sectionOf(id), {}).filled).toEqual([])
})

test('a red flag stays open even where its item would allow a shortcut', () => {
  const section = { ...sectionOf('feet'), items: sectionOf('feet').items.map((item) => ({ ...item, redFlag: 'RF12' })) }
  expect(applyShortcut(section, {}).filled).toEqual([])
})

test('an item that must be known stays open even where it would allow a shortcut', () => {
  const section = {
    ...sectionOf('feet'),
    items: sectionOf('feet').items.map((item) => ({ ...item, mustBeKnown: true as const })),
  }
  expect(applyShortcut(section, {}).filled).toEqual([])
})

test('never a measurement, a score, a text, a date or a red flag; always an answer that the item accepts', () => {
  fc.assert(
    fc.property(anyAnswers(fallAnalysis), anySection, (before, section) => {
      const { answers, filled } = applyShortcut(section, before)
      for (const itemId of filled) {
        const item = items.get(itemId)!
        expect(['yesNo', 'choice', 'multipleChoice']).toContain(item.kind)
        expect(item.redFlag).toBeUndefined()
        expect(checkAnswer(item, answers[itemId]!).ok).toBe(true)
        expect(before).not.toHaveProperty([itemId])
      }
      expect(Object.keys(answers).length).toBe(Object.keys(before).length + filled.length)
      expect(answers).toMatchObject(before)
      expect(filledByShortcut(section, answers)).toEqual(filled)
    }),
  )
})

test('undoing restores exactly what was there', () => {
  fc.assert(
    fc.property(anyAnswers(fallAnalysis), anySection, anySection, (open, first, second) => {
      const before = applyShortcut(first, open).answers // an earlier use of the shortcut is not undone with this one
      const { answers, filled } = applyShortcut(second, before)
      expect(undoShortcut(answers, filled)).toEqual(before)
    }),
  )
})

test('undoing leaves what somebody has answered since', () => {
  const { answers, filled } = applyShortcut(sectionOf('feet'), {})
  expect(undoShortcut({ ...answers, 'feet.pain': given('yes') }, filled)).toEqual(answered({ 'feet.pain': 'yes' }))
})
