// How last week was answered, in one sentence.
import { expect, test } from 'vitest'
import { answersInWords } from '../../src/domain/answer-speed.ts'

const sentOn = '2026-01-05'

test.each([
  [['2026-01-07', '2026-01-05', '2026-01-06', '2026-01-06'], 'Vorige week: 4, allemaal binnen 2 dagen beantwoord.'],
  [['2026-01-06'], 'Vorige week: 1, binnen 1 dag beantwoord.'],
  [['2026-01-05', '2026-01-05'], 'Vorige week: 2, allemaal op dezelfde dag beantwoord.'],
  [['2026-01-05', null], 'Vorige week: 2, waarvan 1 beantwoord.'],
])('answered on %j', (answers, said) => {
  expect(answersInWords(answers.map((answeredOn) => ({ sentOn, answeredOn })))?.nl).toBe(said)
})

test('of a week in which nothing came nothing is said', () => {
  expect(answersInWords([])).toBeNull()
})
