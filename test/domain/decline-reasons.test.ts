// Declining: the reasons are data, each with what it leads to, and a decision that was put off wakes on its day.
import { describe, expect, test } from 'vitest'
import { amstellandV1 } from '../../pathways/amstelland/v1/pathway.ts'
import { defaultSettings } from '../../pathways/amstelland/v1/settings.ts'
import { checkDeclineReasons } from '../../src/domain/check/decline-reasons.ts'
import { type DeclineReason, declinedBecause, declineReasonsOf } from '../../src/domain/decline-reason.ts'
import { messagesFor } from '../../src/domain/messages.ts'
import { tablesOf } from '../../src/domain/pathway-tables.ts'
import { decided, type GivenCase, pathway, screened } from '../support/given-case.ts'

const sent = (): GivenCase => decided().after('sendAssignment', { assignmentId: 'a1' })
const decline = (one: GivenCase, reason: string, rest: { note?: string; parkUntil?: string } = {}) =>
  one.when('declineAssignment', { assignmentId: 'a1', reason, ...rest }, 'socialProvider')
const today = '2026-01-05'
const asked = (one: GivenCase, from = 0) => one.effects.slice(from).map(({ effect }) => effect.type)

describe('a reason that does not fit is refused, with what would', () => {
  test.each([
    { what: 'a reason nobody made', reason: 'rain', code: 'unknownDeclineReason' },
    { what: 'later, without a day', reason: 'notNow', code: 'parkUntilNeeded' },
    { what: 'later, on a day that has been', reason: 'notNow', parkUntil: '2026-01-04', code: 'parkUntilPassed' },
    { what: 'later, today', reason: 'notNow', parkUntil: today, code: 'parkUntilPassed' },
    { what: 'later, in more than a year', reason: 'notNow', parkUntil: '2027-01-06', code: 'parkUntilTooFar' },
    { what: 'full, until a day', reason: 'full', parkUntil: '2026-09-07', code: 'parkUntilNotAsked' },
    { what: 'something else, without saying what', reason: 'other', code: 'noteNeeded' },
  ])('$what', ({ reason, parkUntil, code }) => {
    const one = sent()
    const before = one.log.length
    const result = decline(one, reason, parkUntil === undefined ? {} : { parkUntil })
    expect(result).toMatchObject({ ok: false, refusal: { code } })
    expect(one.log.length).toBe(before)
  })
  test('the words name the reasons there are, in both languages', () => {
    const result = decline(sent(), 'rain')
    const words = result.ok ? null : result.refusal.words
    expect(words?.nl).toContain('notNow (nu niet, later wel)')
    expect(words?.en).toContain('full (no place)')
  })
  test('the last day of a year ahead is still good', () =>
    expect(decline(sent(), 'notNow', { parkUntil: '2027-01-05' }).ok).toBe(true))
  test('an assignment nobody sent is not declined at all, whatever the reason', () => {
    expect(decline(decided(), 'rain')).toMatchObject({ ok: false, refusal: { code: 'notNow' } })
  })
  test('an assignment of another case is not known here, whatever the reason', () => {
    const payload = { assignmentId: 'a9', reason: 'rain' }
    expect(sent().when('declineAssignment', payload, 'socialProvider')).toMatchObject({
      ok: false,
      refusal: { code: 'noSuchAssignment' },
    })
  })
})

describe('not now, ask after the summer', () => {
  const parked = () => {
    const one = sent()
    expect(decline(one, 'notNow', { parkUntil: '2026-09-07' }).ok).toBe(true)
    return one
  }
  const runningDays = (one: GivenCase) => one.state.book.map(({ deadline, due }) => [deadline, due.on])

  test('sleeps until that day and wakes on it: the nurse is told, and the decision is due again', () => {
    const one = parked()
    expect(runningDays(one)).toEqual([['parkedUntil', '2026-09-07']])
    one.days(244).fireDue()
    expect(one.today).toBe('2026-09-06')
    expect(asked(one)).not.toContain('askAfterParking')
    one.days(1).fireDue()
    const told = messagesFor(pathway, one.effects).filter(({ kind }) => kind === 'askAfterParking')
    expect(told.map(({ recipient }) => recipient)).toEqual(['practiceNurse'])
    expect(runningDays(one)).toEqual([['decisionDue', '2026-09-21']])
  })
  test('the reason and the note are kept', () => {
    const one = sent()
    decline(one, 'notNow', { parkUntil: '2026-09-07', note: 'eerst naar haar zoon' })
    const entry = one.log.find(({ subject, type }) => subject === 'a1' && type === 'assignmentDeclined')
    expect(entry?.record).toEqual({ reason: 'notNow', note: 'eerst naar haar zoon' })
    expect(entry?.fields).toEqual({ side: 'person', next: 'park', until: '2026-09-07', alsoTold: null })
  })
  test.each([
    ['a decision', (one: GivenCase) => one.after('recordDecision', { way: 'own', goal: 'zelf wandelen', redFlagsChecked: true })],
    ['a decline', (one: GivenCase) => one.after('declineByPerson', {})],
    ['death', (one: GivenCase) => one.after('recordEnd', { what: 'died' })],
    ['an analysis after all', (one: GivenCase) => one.after('acceptUpgrade', { reason: 'weer gevallen' })],
  ])('%s ends the waiting', (_, act) => {
    const one = act(parked())
    expect(one.state.book.map(({ deadline }) => deadline)).not.toContain('parkedUntil')
    expect(one.state.position.context['parkedUntil']).toBeNull()
    one.days(250).fireDue()
    expect(asked(one)).not.toContain('askAfterParking')
  })
  test('the log alone gives the same waiting again', () =>
    expect(parked().state.position.context['parkedUntil']).toBe('2026-09-07'))
})

describe('putting the decision off', () => {
  test('the nurse does so from the decision, until a day that is agreed', () => {
    const one = screened('moderate').after('parkCase', { until: '2026-03-02', reason: 'eerst op vakantie' })
    expect(one.state.book.map(({ deadline, due }) => [deadline, due.on])).toEqual([['parkedUntil', '2026-03-02']])
    expect(one.log.at(-1)?.record).toEqual({ reason: 'eerst op vakantie' })
    one.after('parkCase', { until: '2026-02-02', reason: 'toch eerder' })
    expect(one.state.book.map(({ deadline, due }) => [deadline, due.on])).toEqual([['parkedUntil', '2026-02-02']])
  })
  test.each([
    { until: today, code: 'parkUntilPassed' },
    { until: '2025-12-01', code: 'parkUntilPassed' },
    { until: '2027-06-01', code: 'parkUntilTooFar' },
  ])('not until $until', ({ until, code }) =>
    expect(screened('moderate').when('parkCase', { until, reason: 'later' })).toMatchObject({ ok: false, refusal: { code } }),
  )
  test('what is under way cannot be put off', () =>
    expect(sent().when('parkCase', { until: '2026-03-02', reason: 'later' })).toMatchObject({
      ok: false,
      refusal: { code: 'notNow' },
    }))
})

test.each([
  { reason: 'ill', told: ['generalPractitioner'] },
  { reason: 'noLongerOffered', told: ['coordinator'] },
  { reason: 'full', told: [] },
])('$reason: the referrer hears it, and besides $told', ({ reason, told }) => {
  const one = sent()
  const before = one.effects.length
  expect(decline(one, reason).ok).toBe(true)
  const heard = messagesFor(pathway, one.effects.slice(before)).filter(({ subject }) => subject === 'a1')
  expect(heard.map(({ recipient }) => recipient)).toContain('referrer')
  expect(heard.map(({ recipient }) => recipient).filter((one) => !['referrer', 'provider'].includes(one))).toEqual(told)
})

describe('the table', () => {
  test('both sides have their reasons, each in three languages', () => {
    const sides = pathway.declineReasons.map(({ side }) => side)
    expect(new Set(sides)).toEqual(new Set(['person', 'provider']))
    for (const { words } of pathway.declineReasons) expect([words.nl, words.en, words.b1]).not.toContain('')
  })
  test('is shown as a table of the pathway, with what each leads to', () => {
    const rows = tablesOf(pathway, 'en').find(({ name }) => name === 'decline-reasons')!.rows
    expect(rows.find(({ id }) => id === 'ill')?.cells).toEqual([
      'ill or in hospital',
      'the older adult',
      'ask again after 4 weeks, or on an agreed day',
      'GP',
      'optional',
    ])
  })
  test('a coalition uses fewer: the others are refused', () => {
    const fewer = amstellandV1({ ...defaultSettings, declineReasonsInUse: ['doesNotWant', 'other'] })
    expect(declineReasonsOf(fewer).map(({ id }) => id)).toEqual(['doesNotWant', 'other'])
    expect(declinedBecause(fewer, { reason: 'full' }, { occurredOn: today, today })).toMatchObject({
      ok: false,
      refusal: { code: 'unknownDeclineReason', words: { en: expect.not.stringContaining('full (') } },
    })
  })
  const [first] = pathway.declineReasons as readonly [DeclineReason, ...DeclineReason[]]
  test.each([
    {
      fault: 'nobody on one side',
      rows: pathway.declineReasons.filter(({ side }) => side === 'provider'),
      problem: /nobody on this side/,
    },
    {
      fault: 'a wait of more than a year',
      rows: [
        ...pathway.declineReasons,
        { ...first, id: 'x', consequence: { next: 'revisit', wait: { unit: 'months', amount: 13 } } },
      ],
      problem: /more than a year/,
    },
    {
      fault: 'a wait of no time',
      rows: [
        ...pathway.declineReasons,
        { ...first, id: 'x', consequence: { next: 'revisit', wait: { unit: 'days', amount: 0 } } },
      ],
      problem: /no time at all/,
    },
    {
      fault: 'no room for what it does not name',
      rows: pathway.declineReasons.map((row) => ({ ...row, note: 'optional' as const })),
      problem: /leaves no room/,
    },
  ] as { fault: string; rows: DeclineReason[]; problem: RegExp }[])('the check objects to $fault', ({ rows, problem }) => {
    const findings = checkDeclineReasons({ declineReasons: rows, settings: {} })
    expect(findings).toContainEqual({ check: 'declineReasons', at: expect.any(String), problem: expect.stringMatching(problem) })
  })
  test('the check objects to a reason in use that is not there', () =>
    expect(
      checkDeclineReasons({
        declineReasons: pathway.declineReasons,
        settings: { declineReasonsInUse: ['x', 'other', 'doesNotWant'] },
      }),
    ).toEqual([{ check: 'declineReasons', at: 'decline-reasons/x', problem: 'is in use but not in the table' }]))
})
