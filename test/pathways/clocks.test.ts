// Clocks over longer stretches: pauses, the falls diary, reminders that escalate, waits that end, follow-ups of the dossier's rules.
import { expect, test } from 'vitest'
import { addPeriod, addWorkingDays } from '../../src/domain/calendar.ts'
import { acceptance, analysisDone, decisionFor, gpOutcome, type Trace, taken, traceFrom } from '../support/trace.ts'

const d0 = '2026-01-05'

function started(intervention = 'otagoHome'): Trace {
  const trace = traceFrom(d0)
  taken(trace.inCase({ type: 'screeningStarted', personAgrees: true }))
  taken(trace.inCase({ type: 'screeningRecorded', level: 'moderate' }))
  taken(trace.inCase(decisionFor(intervention)))
  taken(trace.inAssignment({ type: 'assignmentSent' }))
  taken(trace.inAssignment(acceptance))
  taken(trace.inAssignment({ type: 'assignmentStarted' }))
  return trace
}
const dueOf = (trace: Trace, deadline: string) =>
  [...trace.caseBook, ...(trace.primary?.book ?? [])].find((row) => row.deadline === deadline)?.due.on
const count = (trace: Trace, effect: string) => trace.effects().filter((name) => name === effect).length

test('a pause stops the clock of the programme and the remaining working days go on', () => {
  const trace = started('otagoGroup')
  expect(dueOf(trace, 'TM9')).toBe('2026-03-30')
  trace.goTo('2026-03-16')
  taken(trace.inAssignment({ type: 'assignmentPaused', until: '2026-04-20' }))
  expect([trace.stage, dueOf(trace, 'pauseReview')]).toEqual(['paused', '2026-04-20'])
  trace.goTo('2026-04-13')
  taken(trace.inAssignment({ type: 'assignmentResumed' }))
  expect([trace.stage, dueOf(trace, 'TM9'), dueOf(trace, 'pauseReview')]).toEqual([
    'active',
    addWorkingDays('2026-04-13', 10),
    undefined,
  ])
})

test('a pause that lasts longer than said is asked about, then escalated, every ten working days', () => {
  const trace = started()
  taken(trace.inAssignment({ type: 'assignmentPaused', until: '2026-02-02' }))
  trace.goTo('2026-02-02')
  expect(trace.effects('2026-02-02')).toEqual(expect.arrayContaining(['remind', 'askAboutPause']))
  expect(dueOf(trace, 'pauseReview')).toBe(addWorkingDays('2026-02-02', 10))
  trace.goTo(addWorkingDays('2026-02-02', 10))
  expect(trace.effects(trace.today)).toEqual(expect.arrayContaining(['escalate', 'askAboutPause']))
})

test('the falls diary asks twelve times, reminds once, then a person phones', () => {
  const trace = started()
  trace.goTo(addPeriod(d0, 1, 'months'))
  expect([count(trace, 'askFallsDiary'), count(trace, 'phoneForFallsDiary')]).toEqual([1, 0])
  const reminded = addWorkingDays(trace.today, 5)
  trace.goTo(reminded)
  expect([trace.effects(reminded).includes('remind'), count(trace, 'phoneForFallsDiary')]).toEqual([true, 0])
  trace.goTo(addWorkingDays(reminded, 5))
  expect(count(trace, 'phoneForFallsDiary')).toBe(1)

  const answering = started()
  for (let month = 1; month <= 20; month += 1) {
    answering.goTo(addPeriod(d0, month, 'months'))
    if (dueOf(answering, 'TM10.answer') !== undefined) taken(answering.inCase({ type: 'fallsDiaryAnswered' }))
  }
  expect([count(answering, 'askFallsDiary'), count(answering, 'phoneForFallsDiary')]).toEqual([12, 0])
})

test('no first contact: a reminder after ten working days, the coordinator after twenty, and so on', () => {
  const trace = traceFrom(d0)
  const first = addWorkingDays(d0, 10)
  const second = addWorkingDays(first, 10)
  trace.goTo(second)
  expect(trace.effects(first)).toEqual(['remind', 'startDeadline'])
  expect(trace.effects(second)).toEqual(['escalate', 'startDeadline'])
  expect(trace.stage).toBe('signalled')
})

test('advised: invited after a year, reminded twice, then closed as advised', () => {
  const trace = traceFrom(d0)
  taken(trace.inCase({ type: 'screeningStarted', personAgrees: true }))
  taken(trace.inCase({ type: 'screeningRecorded', level: 'low' }))
  trace.goTo('2027-01-05')
  expect(trace.effects('2027-01-05')).toContain('inviteToScreening')
  trace.goTo('2027-12-31')
  expect([trace.stage, trace.caseContext.closedAs]).toEqual(['closed', 'advised'])
})

test('a red-flag check older than 28 days stops the first session until it is repeated', () => {
  const trace = traceFrom(d0)
  taken(trace.inCase({ type: 'screeningStarted', personAgrees: true }))
  taken(trace.inCase({ type: 'screeningRecorded', level: 'moderate' }))
  taken(trace.inCase(decisionFor('inBalans')))
  taken(trace.inAssignment({ type: 'assignmentSent' }))
  taken(trace.inAssignment(acceptance))
  trace.goTo(addPeriod(d0, 27, 'days'))
  expect(trace.primaryContext.checkValid).toBe(true)
  trace.goTo(addPeriod(d0, 28, 'days'))
  expect(trace.inAssignment({ type: 'assignmentStarted' }).ok).toBe(false)
  taken(trace.inAssignment({ type: 'redFlagsChecked' }))
  taken(trace.inAssignment({ type: 'assignmentStarted' }))
  expect(trace.stage).toBe('active')
})

test('a fall before the first session ends the red-flag check at once', () => {
  const trace = traceFrom(d0)
  taken(trace.inCase({ type: 'screeningStarted', personAgrees: true }))
  taken(trace.inCase({ type: 'screeningRecorded', level: 'moderate' }))
  taken(trace.inCase(decisionFor('inBalans')))
  taken(trace.inAssignment({ type: 'assignmentSent' }))
  taken(trace.inCase({ type: 'fallReported', raises: null, by: 'person' }))
  expect(trace.primaryContext.checkValid).toBe(false)
})

test('declined while held: nothing happens until the GP releases, then the case closes', () => {
  const trace = started()
  taken(trace.inCase({ type: 'redFlagRaised', flag: 'RF03', urgency: 'U2' }))
  taken(trace.inCase({ type: 'personDeclined', by: 'person' }))
  trace.goDays(3)
  expect(trace.stage).toBe('medicalHold')
  taken(trace.inCase(gpOutcome('RF03')))
  expect([trace.stage, trace.caseContext.closedAs, trace.primary?.position.value]).toEqual(['closed', 'declined', 'stoppedEarly'])
})

test('consent withdrawn in one hold does not come back to life in the next', () => {
  const trace = traceFrom(d0)
  taken(trace.inCase({ type: 'screeningStarted', personAgrees: true }))
  taken(trace.inCase({ type: 'screeningRecorded', level: 'high' }))
  taken(trace.inCase({ type: 'analysisStarted' }))
  taken(trace.inCase({ type: 'redFlagRaised', flag: 'RF03', urgency: 'U2' }))
  taken(trace.inCase({ type: 'consentWithdrawn', recipient: 'o7', essential: true, by: 'person' }))
  taken(trace.inCase(gpOutcome('RF03')))
  taken(trace.inCase(analysisDone))
  taken(trace.inCase(decisionFor('otagoHome')))
  taken(trace.inCase({ type: 'redFlagRaised', flag: 'RF03', urgency: 'U2' }))
  taken(trace.inCase(gpOutcome('RF03')))
  expect(trace.casePosition.value).toEqual({ progress: 'intervention', safety: 'clear' })
})

test('a red flag nobody sees to alarms the practice every working day', () => {
  const trace = traceFrom(d0)
  taken(trace.inCase({ type: 'redFlagRaised', flag: 'RF01', urgency: 'U1' }))
  trace.goTo(addPeriod(d0, 7, 'days'))
  expect(count(trace, 'alarmPractice')).toBe(6)
})
