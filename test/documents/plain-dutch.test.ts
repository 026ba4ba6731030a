// Everything an older adult reads or hears is plain Dutch: the pathway's plain words, what is asked in the test and in the analysis, consent, the plan, the invitation, the pages, privacy.
import { describe, expect, test } from 'vitest'
import { pathwayVersions } from '../../pathways/versions.ts'
import { letterWords } from '../../src/documents/letters.ts'
import { planPageWords, planTrouble } from '../../src/documents/plan-page.ts'
import { planWords } from '../../src/documents/plan-words.ts'
import { stageWords } from '../../src/domain/stage.ts'
import { privacyWords } from '../../src/web/pages/about/privacy-words.ts'
import { asked } from '../../src/web/pages/screening/asked.ts'
import { tips } from '../../src/web/pages/screening/tips-words.ts'
import { aloud } from '../../src/web/pages/send/aloud.ts'
import { fleschDouma, hardWords, sentencesIn, syllablesIn, wordsIn } from '../support/plain-dutch.ts'

/** What is filled in is as somebody would be called. */
const filled = ['Sanne Bakker', 'Praktijk De Linde', 'maandag 7 december']

/** Every text in a table of words, also of those that are made by a function. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (typeof value === 'function') return textsIn(value(...filled))
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap(textsIn)
}

function plainIn(value: unknown, seen = new Set<object>()): string[] {
  if (typeof value !== 'object' || value === null || seen.has(value)) return []
  seen.add(value)
  const own = 'b1' in value && typeof value.b1 === 'string' ? [value.b1] : []
  return [...own, ...Object.values(value).flatMap((one) => plainIn(one, seen))]
}

const newest = pathwayVersions.at(-1)!
const { invitation, why, whyLines, what, whatLines, next, nextLines, free, freeLines, question, call } = letterWords.nl
const groups: { readonly [name: string]: readonly string[] } = {
  pathway: [...new Set(plainIn({ ...newest, machines: Object.values(newest.machines).map(({ config }) => config) }))],
  stages: plainIn(stageWords),
  plan: textsIn(planWords.nl),
  planPage: [...textsIn(planPageWords.nl), ...Object.values(planTrouble).map(({ nl }) => nl)],
  screening: textsIn(asked.nl),
  tips: textsIn(tips.nl),
  analysis: newest.instrument.sections.flatMap(({ items }) => items.map(({ words }) => words.b1)),
  consent: [...aloud(['Sanne Bakker']), ...aloud(['Praktijk De Linde', 'Sanne Bakker']), ...aloud([])],
  invitation: textsIn({ invitation, why, whyLines, what, whatLines, next, nextLines, free, freeLines, question, call }),
  privacy: textsIn(privacyWords.nl),
}

describe.each(Object.entries(groups))('%s', (_, texts) => {
  const sentences = texts.flatMap(sentencesIn)

  test('there is something to read', () => {
    expect(texts.length).toBeGreaterThan(5)
    expect(texts.filter((text) => typeof text !== 'string' || text.trim() === '')).toEqual([])
  })

  test('no sentence has more than 22 words, and on average no more than 15', () => {
    expect(sentences.filter((one) => wordsIn(one).length > 22)).toEqual([])
    expect(sentences.flatMap(wordsIn).length / sentences.length).toBeLessThanOrEqual(15)
  })

  test('no hard word', () => {
    const hard = (text: string) => wordsIn(text.toLowerCase()).filter((word) => Object.hasOwn(hardWords, word))
    expect(texts.flatMap((text) => hard(text).map((word) => `${word} (${hardWords[word]}): ${text}`))).toEqual([])
  })

  test('reads easily: Flesch-Douma is 60 or more', () => {
    expect(fleschDouma(texts)).toBeGreaterThanOrEqual(60)
  })
})

test('the measures see what is hard', () => {
  expect(fleschDouma(['De multidisciplinaire valpreventieve interventie vereist continue medicatiebeoordeling.'])).toBeLessThan(
    20,
  )
  expect(fleschDouma(['Ga rustig zitten. Bel ons even.'])).toBeGreaterThan(80)
  expect(['oefenen', 'knieën', 'radio', 'mooie', 'huisarts', 'ijs'].map(syllablesIn)).toEqual([3, 2, 3, 2, 2, 1])
})
