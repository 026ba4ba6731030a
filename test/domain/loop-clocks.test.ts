// The clocks of an assignment: answer and start each have their own, a pause stops those that can wait, and none is ever without.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addWorkingDays } from '../../src/domain/calendar.ts'
import type { AssignmentState, CaseState } from '../../src/domain/case-state.ts'
import { openTabs, tabOf } from '../../src/domain/inbox-tab.ts'
import { machineMetaOf } from '../../src/domain/machine-definition.ts'
import { anyDrawn, commandFrom } from '../support/any-command.ts'
import { decided, type GivenCase, givenCase, pathway } from '../support/given-case.ts'

const a1 = { assignmentId: 'a1' }
const by = 'socialProvider'
const sent = () => decided().after('sendAssignment', a1)
const started = () =>
  sent()
    .after('acceptAssignment', { ...a1, placeConfirmed: true }, by)
    .after('startAssignment', a1, by)
const bookOf = (one: GivenCase) =>
  Object.fromEntries(one.state.assignments['a1']!.book.map(({ deadline, due, paused }) => [deadline, paused ?? due.on]))

test('answering stops the clock of the answer and starts that of the start', () => {
  const one = sent()
  expect(bookOf(one)).toMatchObject({ TM6: '2026-01-19' })
  one.days(10).after('acceptAssignment', { ...a1, placeConfirmed: true }, by)
  expect(bookOf(one)).not.toHaveProperty('TM6')
  expect(bookOf(one)).toMatchObject({ TM7: '2026-04-09' })
})

test('a pause over a holiday and summer time: what was left of the term goes on in working days', () => {
  const one = started()
  const planned = String(bookOf(one)['TM9'])
  expect(planned).toBe('2026-04-13')
  one.days(81).after('pauseAssignment', { ...a1, until: null, reason: 'opname' }, by)
  expect(one.today).toBe('2026-03-27')
  // From 27 March to 13 April, with Easter Monday on 6 April.
  expect(bookOf(one)).toMatchObject({ TM9: 10 })
  one.days(60).fireDue()
  expect(bookOf(one)).toMatchObject({ TM9: 10 })
  one.after('resumeAssignment', a1, by)
  expect(bookOf(one)).toEqual({ TM9: addWorkingDays(one.today, 10) })
})

describe('a day that cannot be meant is refused', () => {
  test.each([
    { until: '2026-01-04', code: 'pauseEndsBefore' },
    { until: '2027-01-06', code: 'pauseTooLong' },
  ])('paused until $until', ({ until, code }) =>
    expect(started().when('pauseAssignment', { ...a1, until }, by)).toMatchObject({ ok: false, refusal: { code } }),
  )
  test.each([
    { startsOn: '2026-01-04', code: 'startsBeforePlanned' },
    { startsOn: '2027-01-06', code: 'startTooFar' },
  ])('a start on $startsOn', ({ startsOn, code }) =>
    expect(
      sent()
        .after('acceptAssignment', { ...a1, placeConfirmed: true }, by)
        .when('planStart', { ...a1, startsOn }, by),
    ).toMatchObject({ ok: false, refusal: { code } }),
  )
  test('where the start cannot be planned at all, that is what is said', () =>
    expect(sent().when('planStart', { ...a1, startsOn: '2026-01-04' }, by)).toMatchObject({
      ok: false,
      refusal: { code: 'notNow' },
    }))
})

const isOpen = ({ position }: AssignmentState) => openTabs.includes(tabOf(String(position.value)))
const runs = ({ book }: Pick<CaseState, 'book'>) => book.filter(({ paused }) => paused === null)
const waitsForTheGp = (state: CaseState) => runs(state).some(({ deadline }) => /^TM4|^clearance/.test(deadline))
const meta = machineMetaOf(pathway.machines.assignment)
const accepted = () => sent().after('acceptAssignment', { ...a1, placeConfirmed: true }, by)
const beginnings = [givenCase, decided, sent, accepted, started] as const

test('whatever happens, every open assignment has a deadline that runs, or stands still for the GP, whose clock runs', () => {
  const seen = new Set<string>()
  fc.assert(
    fc.property(
      fc.constantFrom(...beginnings),
      fc.array(fc.oneof({ weight: 6, arbitrary: anyDrawn }, fc.integer({ min: 1, max: 40 })), {
        minLength: 20,
        maxLength: 90,
        size: 'max',
      }),
      (begin, acts) => {
        const one = begin()
        for (const act of acts) {
          if (typeof act === 'number') one.days(act).fireDue()
          else {
            const { type, payload } = commandFrom(act, one.state)
            one.when(type, payload as never, act.role)
          }
          for (const assignment of Object.values(one.state.assignments).filter(isOpen)) {
            seen.add(String(assignment.position.value))
            const next = runs(assignment)
            if (next.length === 0) expect([assignment.position.context['held'], waitsForTheGp(one.state)]).toEqual([true, true])
            for (const { deadline } of next)
              expect(meta.deadlines.find(({ id }) => id === deadline)?.told.length).toBeGreaterThan(0)
          }
        }
      },
    ),
    { numRuns: 150 },
  )
  expect([...seen].sort()).toEqual([
    'accepted',
    'completed',
    'paused',
    'planned',
    'proposed',
    'sent',
    'started',
    'stoppedEarly',
    'waitlisted',
  ])
})
