// Traces X1 to X8 of the pathway model, played on both machines with a virtual clock.
import { expect, test } from 'vitest'
import { addPeriod, addWorkingDays } from '../../src/domain/calendar.ts'
import { attendedPermille, doseReached } from '../../src/domain/dose.ts'
import { zvwWarning } from '../../src/domain/payer-conditions.ts'
import { acceptance, analysisDone, decisionFor, gpOutcome, type Trace, taken, traceFrom } from '../support/trace.ts'

const d0 = '2026-01-05'
const day = (n: number) => addPeriod(d0, n, 'days')

function screened(level: 'low' | 'moderate' | 'high' | 'undetermined'): Trace {
  const trace = traceFrom(d0)
  taken(trace.inCase({ type: 'screeningStarted', personAgrees: true }))
  taken(trace.inCase({ type: 'screeningRecorded', level }))
  return trace
}

function analysed(): Trace {
  const trace = screened('high')
  trace.goTo(day(10))
  taken(trace.inCase({ type: 'analysisStarted' }))
  trace.goTo(day(20))
  taken(trace.inCase(analysisDone))
  return trace
}

function active(intervention = 'otagoHome'): Trace {
  const trace = analysed()
  taken(trace.inCase(decisionFor(intervention)))
  taken(trace.inAssignment({ type: 'assignmentSent' }))
  trace.goTo(day(28))
  taken(trace.inAssignment(acceptance))
  trace.goTo(day(40))
  taken(trace.inAssignment({ type: 'assignmentStarted' }))
  return trace
}

function attendSessions(trace: Trace, attended: number, missed = 0) {
  for (let n = 0; n < attended; n += 1) taken(trace.inAssignment({ type: 'sessionRecorded', attended: true }))
  for (let n = 0; n < missed; n += 1) taken(trace.inAssignment({ type: 'sessionRecorded', attended: false }))
}

test('X1: the happy path in care, from signal to closed', () => {
  const trace = active()
  const evaluation = trace.caseBook.find(({ deadline }) => deadline === 'TM8')
  expect([evaluation?.due.opensOn, evaluation?.due.on]).toEqual([day(81), day(112)])

  trace.goTo(day(95))
  taken(trace.inCase({ type: 'interimEvaluationRecorded' }))
  expect(trace.stage).toBe('active')
  expect(trace.caseBook.map(({ deadline }) => deadline)).not.toContain('TM8')

  trace.goTo(day(400))
  taken(trace.inAssignment({ type: 'assignmentCompleted' }))
  taken(trace.inAssignment({ type: 'assignmentReported' }))
  taken(trace.inCase({ type: 'evaluationStarted' }))
  taken(trace.inCase({ type: 'evaluationRecorded', outcome: 'goalReached' }))
  trace.goTo(addPeriod(day(400), 6, 'months'))
  taken(trace.inCase({ type: 'followUpDone', months: 6 }))
  trace.goTo(addPeriod(day(400), 12, 'months'))
  taken(trace.inCase({ type: 'followUpDone', months: 12 }))

  expect(trace.stages).toEqual([
    'signalled',
    'screening',
    'analysisPlanned',
    'analysis',
    'decision',
    'referred',
    'accepted',
    'active',
    'ended',
    'evaluation',
    'maintenance',
    'closed',
  ])
  expect(trace.caseContext.closedAs).toBe('completed')
  expect(trace.caseBook).toEqual([])
  expect(trace.effects(trace.today)).toContain('inviteToScreening')
})

test('X2: In Balans does not answer within ten working days, so the decision comes back with the next alternative', () => {
  const trace = screened('moderate')
  taken(trace.inCase(decisionFor('inBalans', { domain: 'social', consentGiven: true, deliverer: 'socialProvider' })))
  taken(trace.inAssignment({ type: 'assignmentSent' }))
  const tenth = addWorkingDays(d0, 10)
  trace.goTo(addPeriod(tenth, -1, 'days'))
  expect(trace.stage).toBe('referred')

  trace.goTo(tenth)

  expect(trace.stages).toEqual(['signalled', 'screening', 'decision', 'referred', 'decision'])
  expect(trace.effects(tenth)).toEqual(expect.arrayContaining(['removeFromReceiver', 'tellReceiver', 'askNextAlternative']))
  expect(taken(trace.inCase(decisionFor('vallenVerledenTijd', { domain: 'social', consentGiven: true }))).position.value).toEqual(
    {
      progress: 'intervention',
      safety: 'clear',
    },
  )
})

test('X3: a head injury on an anticoagulant during the programme: the GP first, then on where it was', () => {
  const trace = active()
  trace.goTo(day(60))
  const left = trace.primary?.book.find(({ deadline }) => deadline === 'TM9')?.due.on
  taken(trace.inCase({ type: 'fallReported', raises: { flag: 'RF02', urgency: 'U2' }, by: 'person' }))
  expect(trace.stage).toBe('medicalHold')
  expect(trace.effects(day(60))).toEqual(expect.arrayContaining(['recordFall', 'tellGp', 'holdExercise', 'pauseDeadlines']))
  expect(trace.inAssignment({ type: 'sessionRecorded', attended: true }).ok).toBe(false)

  trace.goTo(day(67))
  expect(trace.effects()).toContain('alarmPractice')
  taken(trace.inCase(gpOutcome('RF02')))

  expect(trace.stages.slice(-3)).toEqual(['active', 'medicalHold', 'active'])
  expect(trace.primary?.book.find(({ deadline }) => deadline === 'TM9')?.due.on).toBe(addWorkingDays(left!, 5))
  attendSessions(trace, 1)
})

test('X4: consent withdrawn after acceptance: back to the decision, recipient told, nothing more sent', () => {
  const trace = screened('moderate')
  taken(trace.inCase(decisionFor('inBalans', { domain: 'social', consentGiven: true, deliverer: 'socialProvider' })))
  taken(trace.inCase({ type: 'consentGiven', recipient: 'organisation-7' }))
  taken(trace.inAssignment({ type: 'assignmentSent' }))
  taken(trace.inAssignment(acceptance))
  trace.goTo(day(3))
  taken(trace.inCase({ type: 'consentWithdrawn', recipient: 'organisation-7', essential: true, by: 'person' }))

  expect(trace.stages.slice(-2)).toEqual(['accepted', 'decision'])
  expect(trace.effects(day(3))).toEqual(expect.arrayContaining(['blockSharing', 'tellRecipient', 'askNextAlternative']))
  expect(trace.primary?.position.value).toBe('withdrawn')
  expect(trace.inAssignment({ type: 'assignmentSent' }).ok).toBe(false)
  expect(trace.caseBook.map(({ deadline }) => deadline)).not.toContain('TM13')
})

test('X5: 10 of 24 attended and stopped: ended early with 41.7 %, then evaluation', () => {
  const trace = active('inBalans')
  attendSessions(trace, 9)
  taken(trace.inAssignment({ type: 'assignmentStoppedEarly' }))
  expect([trace.primaryContext.attended, attendedPermille(trace.primaryContext.attended, 24)]).toEqual([10, 417])
  taken(trace.inCase({ type: 'evaluationStarted' }))
  expect(trace.stages.slice(-3)).toEqual(['active', 'ended', 'evaluation'])
  expect(trace.effects()).toContain('recordStopReason')
})

test.each([
  { attended: 18, permille: 750, reached: true },
  { attended: 17, permille: 708, reached: false },
])('X6: $attended of 24 at the planned end: completed, dose reached is $reached', ({ attended, permille, reached }) => {
  const trace = active('inBalans')
  for (let n = 1; n < 24; n += 1) attendSessions(trace, n < attended ? 1 : 0, n < attended ? 0 : 1)
  taken(trace.inAssignment({ type: 'assignmentCompleted' }))
  const { attended: counted, recorded } = trace.primaryContext
  expect({ counted, recorded, state: trace.primary?.position.value }).toEqual({
    counted: attended,
    recorded: 24,
    state: 'completed',
  })
  expect([attendedPermille(counted, 24), doseReached(counted, 24, 75)]).toEqual([permille, reached])
})

test('X7: undetermined, two reminders, then closed for want of contact', () => {
  const trace = screened('undetermined')
  const first = addWorkingDays(d0, 15)
  const second = addWorkingDays(first, 15)
  const third = addWorkingDays(second, 15)
  trace.goTo(second)
  expect([trace.stage, trace.effects(first), trace.effects(second)]).toEqual([
    'screeningIncomplete',
    ['remind', 'startDeadline'],
    ['remind', 'startDeadline'],
  ])
  trace.goTo(third)
  expect(trace.stages).toEqual(['signalled', 'screening', 'screeningIncomplete', 'closed'])
  expect(trace.caseContext.closedAs).toBe('noContact')
})

test.each([
  { previous: null, onDay: 300, warns: false },
  { previous: d0, onDay: 300, warns: true },
  { previous: d0, onDay: 364, warns: true },
  { previous: d0, onDay: 365, warns: false },
])('X8: a Zvw programme $onDay days after one started on $previous: warning is $warns', ({ previous, onDay, warns }) => {
  const warning = zvwWarning(previous, day(onDay))
  expect(warning !== null).toBe(warns)
  if (warning !== null) {
    expect(warning.possibleFrom).toBe('2027-01-05')
    expect(warning.alternatives.map(({ code }) => code)).toEqual(['municipality', 'startLater'])
    expect(warning.words.nl).toContain('5 januari 2027')
  }
})

test('X8 on the machine: a second need asks whether the insurer pays again', () => {
  const trace = active()
  trace.goTo(day(300))
  taken(trace.inAssignment({ type: 'assignmentStoppedEarly' }))
  taken(trace.inCase({ type: 'evaluationStarted' }))
  taken(trace.inCase({ type: 'evaluationRecorded', outcome: 'unmetNeed' }))
  expect(trace.effects(day(300))).toContain('checkPayerTerm')
})
