// The dose of a programme, to the session.
import { expect, test } from 'vitest'
import { amstellandV1 } from '../../pathways/amstelland/v1/pathway.ts'
import { defaultSettings } from '../../pathways/amstelland/v1/settings.ts'
import { attendedPermille, doseOf, doseReached } from '../../src/domain/dose.ts'
import { decided, type GivenCase, pathway } from '../support/given-case.ts'

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

const a1 = { assignmentId: 'a1' }
const by = 'socialProvider'
/** In Balans, of which the first session and `attended - 1` more were attended and the rest of the 24 missed. */
function followed(attended: number, recorded = 24): GivenCase {
  const one = decided()
    .after('sendAssignment', a1)
    .after('acceptAssignment', { ...a1, placeConfirmed: true }, by)
    .after('startAssignment', a1, by)
  for (let session = 1; session < recorded; session++) one.after('recordSession', { ...a1, attended: session < attended }, by)
  return one
}
const endOf = (one: GivenCase) => one.log.findLast(({ subject, record }) => subject === 'a1' && 'dose' in record)

test.each([
  { attended: 18, permille: 750, reached: true },
  { attended: 17, permille: 708, reached: false },
])('$attended of the 24 of In Balans, stayed until the end: reached is $reached', ({ attended, permille, reached }) => {
  const end = endOf(followed(attended).after('completeAssignment', a1, by))
  expect(end?.type).toBe('assignmentCompleted')
  expect(end?.record['dose']).toEqual({ attended, recorded: 24, planned: 24, permille, reached })
})

test('leaving early with enough, and staying with too little, are two different outcomes', () => {
  const early = endOf(followed(20, 20).after('stopAssignmentEarly', { ...a1, reason: 'verhuizing van de dochter' }, by))
  expect([early?.type, early?.record]).toMatchObject(['assignmentStoppedEarly', { dose: { attended: 20, reached: true } }])
  const low = endOf(followed(10).after('completeAssignment', a1, by))
  expect([low?.type, low?.record]).toMatchObject([
    'assignmentCompleted',
    { dose: { attended: 10, permille: 417, reached: false } },
  ])
})

test('what a death or a withdrawn consent ends keeps its dose as well', () => {
  expect(endOf(followed(6, 6).after('recordEnd', { what: 'died' }))).toMatchObject({
    type: 'assignmentStoppedEarly',
    record: { because: 'personDied', dose: { attended: 6, planned: 24, reached: false } },
  })
  expect(endOf(followed(6, 6).after('withdrawConsent', { recipient: 'sportclub' }))?.record['dose']).toMatchObject({
    attended: 6,
  })
})

test('a course run with meetings of its own counts those', () => {
  const one = followed(15, 20)
  const result = one.when('completeAssignment', a1, by, one.today, { meetings: 20 })
  expect(result.ok && result.value.entries[0]?.record['dose']).toMatchObject({ attended: 15, planned: 20, reached: true })
})

const sessions = (attended: number) =>
  Array.from({ length: attended }, () => ({ on: '2026-01-05', attended: true, meetingId: null }))
test.each([
  { code: 'zichtOpEvenwichtGroup', planned: 8, enough: 6 },
  { code: 'zichtOpEvenwichtHome', planned: 7, enough: 6 },
  { code: 'vallenVerledenTijd', planned: 10, enough: 8 },
  { code: 'otagoGroup', planned: 12, enough: 9 },
  { code: 'otagoHome', planned: 5, enough: 4 },
])('$code: $enough of $planned is enough, one fewer is not', ({ code, planned, enough }) => {
  expect(doseOf({ code, sessions: sessions(enough) }, pathway)).toMatchObject({ planned, reached: true })
  expect(doseOf({ code, sessions: sessions(enough - 1) }, pathway)).toMatchObject({ planned, reached: false })
})

test('an individual plan and a follow-up have no planned number: nothing to reach, and it is not called zero', () => {
  for (const code of ['individualTherapy', 'eyeTest'])
    expect(doseOf({ code, sessions: sessions(3) }, pathway)).toEqual({
      attended: 3,
      recorded: 3,
      planned: null,
      permille: null,
      reached: null,
    })
})

test('a coalition sets the share that is enough, and another number of sessions', () => {
  const own = amstellandV1({ ...defaultSettings, completionPercent: 50, plannedSessions: { otagoGroup: 24 } })
  expect(doseOf({ code: 'otagoGroup', sessions: sessions(12) }, own)).toMatchObject({ planned: 24, permille: 500, reached: true })
  expect(doseOf({ code: 'otagoGroup', sessions: sessions(11) }, own).reached).toBe(false)
})
