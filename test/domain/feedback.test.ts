// Feedback: the referrer hears by himself how it goes, at each moment that counts, once and in one line.
import { expect, test } from 'vitest'
import { feedbackWords } from '../../src/domain/feedback.ts'
import { messagesFor } from '../../src/domain/messages.ts'
import { decided, type GivenCase, pathway } from '../support/given-case.ts'

const a1 = { assignmentId: 'a1' }
const by = 'socialProvider'
const sent = () => decided().after('sendAssignment', a1)
const accepted = () => sent().after('acceptAssignment', { ...a1, placeConfirmed: true }, by)
const started = () => accepted().after('startAssignment', a1, by)
const missing = (one: GivenCase, times: number): GivenCase => {
  for (let time = 0; time < times; time++) one.after('recordSession', { ...a1, attended: false }, by)
  return one
}
const failing = (one: GivenCase, times: number): GivenCase => {
  for (let time = 0; time < times; time++) one.after('recordAttempt', { ...a1, reached: false }, by)
  return one
}
const moments = (one: GivenCase) =>
  messagesFor(pathway, one.effects).flatMap(({ moment, recipient }) => (moment === null ? [] : [`${moment} to ${recipient}`]))

test.each([
  { moment: 'accepted', case_: accepted },
  { moment: 'waitlisted', case_: () => sent().after('putOnWaitingList', a1, by) },
  { moment: 'started', case_: started },
  { moment: 'declined', case_: () => sent().after('declineAssignment', { ...a1, reason: 'full' }, by) },
  { moment: 'finished', case_: () => started().after('completeAssignment', a1, by) },
  { moment: 'stoppedEarly', case_: () => started().after('stopAssignmentEarly', { ...a1, reason: 'te zwaar' }, by) },
  { moment: 'notReached', case_: () => failing(sent(), 3) },
  { moment: 'missed', case_: () => missing(started(), 2) },
] as const)('$moment: the referrer hears it, as the last thing and once', ({ moment, case_ }) => {
  const heard = moments(case_())
  expect(heard.at(-1)).toBe(`${moment} to referrer`)
  expect(heard.filter((one) => one.startsWith(moment))).toHaveLength(1)
})

test('of one programme: accepted, started, finished, in that order', () =>
  expect(moments(started().after('completeAssignment', a1, by))).toEqual([
    'accepted to referrer',
    'started to referrer',
    'finished to referrer',
  ]))

test('what is said is one line per moment, in both languages', () => {
  for (const { nl, en } of Object.values(feedbackWords)) {
    expect([nl, en].every((line) => line.length > 10 && line.length < 60 && !line.includes('\n'))).toBe(true)
  }
  const [message] = messagesFor(pathway, accepted().effects).filter(({ kind }) => kind === 'feedback')
  expect(message?.words).toEqual(feedbackWords.accepted)
})

test('one missed session is no signal, two in a row are, and somebody who comes begins again', () => {
  const at = (one: GivenCase) => moments(one).filter((moment) => moment.startsWith('missed')).length
  const one = missing(started(), 1)
  expect(at(one)).toBe(0)
  one.after('recordSession', { ...a1, attended: true }, by)
  missing(one, 1)
  expect(at(one)).toBe(0)
  missing(one, 1)
  expect(at(one)).toBe(1)
  missing(one, 1)
  expect(at(one)).toBe(1)
  missing(one, 1)
  expect(at(one)).toBe(2)
})

test('not reached is counted; who is reached in between begins again', () => {
  const one = failing(sent(), 2).after('recordAttempt', { ...a1, reached: true }, by)
  failing(one, 2)
  expect(moments(one)).toEqual([])
  expect(one.state.assignments['a1']?.position.context).toMatchObject({ attempts: 5, notReached: 2 })
  failing(one, 1)
  expect(moments(one)).toEqual(['notReached to referrer'])
  const told = messagesFor(pathway, one.effects).filter(({ kind }) => kind === 'suggestNotReached')
  expect(told.map(({ recipient }) => recipient)).toEqual(['provider'])
})

test('whoever has it can hand it to a colleague, who has it from then on', () => {
  const one = accepted().after('handOverAssignment', { ...a1, to: 'coach-2', note: 'met verlof' }, by)
  expect(one.state.assignments['a1']?.holderId).toBe('coach-2')
  expect(messagesFor(pathway, one.effects).filter(({ kind }) => kind === 'handOver')).toHaveLength(1)
  one.after('startAssignment', a1, by)
  expect(one.state.assignments['a1']?.holderId).toBe('coach-2')
})

test('the run and the meeting it is about are kept, and a later one replaces the run', () => {
  const one = sent()
    .after('putOnWaitingList', { ...a1, runId: 'run-1' }, by)
    .after('acceptAssignment', { ...a1, placeConfirmed: true, runId: 'run-2' }, by)
    .after('startAssignment', { ...a1, meetingId: 'm1' }, by)
    .after('recordSession', { ...a1, attended: false, meetingId: 'm2' }, by)
  expect(one.state.assignments['a1']).toMatchObject({
    runId: 'run-2',
    sessions: [
      { on: '2026-01-05', attended: true, meetingId: 'm1' },
      { on: '2026-01-05', attended: false, meetingId: 'm2' },
    ],
  })
})
