// The dose of a programme, to the session.
import { expect, test } from 'vitest'
import { attendedPermille, doseReached } from '../../src/domain/dose.ts'

test.each([
  { attended: 18, planned: 24, percent: 75, reached: true },
  { attended: 17, planned: 24, percent: 75, reached: false },
  { attended: 7, planned: 10, percent: 70, reached: true },
  { attended: 29, planned: 100, percent: 29, reached: true },
  { attended: 0, planned: 1, percent: 75, reached: false },
  { attended: 9, planned: 8, percent: 100, reached: true },
])('$attended of $planned reaches $percent %: $reached', ({ attended, planned, percent, reached }) => {
  expect(doseReached(attended, planned, percent)).toBe(reached)
})

test.each([
  [1, 0],
  [-1, 24],
  [1.5, 24],
])('%s of %s is not a number of sessions', (attended, planned) => expect(() => doseReached(attended, planned, 75)).toThrow())

test('10 of 24 is 41.7 %', () => expect(attendedPermille(10, 24)).toBe(417))
