// Every end of an assignment has a landing in the case: each state against each ending, none left to chance.
import { describe, expect, test } from 'vitest'
import type { Command } from '../../src/domain/commands.ts'
import type { Role } from '../../src/domain/role.ts'
import { decided, type GivenCase, screened } from '../support/given-case.ts'

const a1 = { assignmentId: 'a1' }
const provider: Role = 'socialProvider'

/** The way to each state of the primary assignment, from the state named first. */
const ways: { readonly [state: string]: (one: GivenCase) => GivenCase } = {
  proposed: (one) => one,
  sent: (one) => ways['proposed']!(one).after('sendAssignment', a1),
  waitlisted: (one) => ways['sent']!(one).after('putOnWaitingList', a1, provider),
  accepted: (one) => ways['sent']!(one).after('acceptAssignment', { ...a1, placeConfirmed: true }, provider),
  planned: (one) => ways['accepted']!(one).after('planStart', { ...a1, startsOn: '2026-01-19' }, provider),
  started: (one) => ways['accepted']!(one).after('startAssignment', a1, provider),
  paused: (one) => ways['started']!(one).after('pauseAssignment', { ...a1, until: null }, provider),
  completed: (one) => ways['started']!(one).after('completeAssignment', a1, provider),
  stoppedEarly: (one) => ways['started']!(one).after('stopAssignmentEarly', { ...a1, reason: 'te zwaar' }, provider),
}

type Ending = Command & { readonly by?: Role }
const declining = (reason: string, parkUntil?: string): Ending => ({
  type: 'declineAssignment',
  payload: { ...a1, reason, note: 'zo gezegd', ...(parkUntil === undefined ? {} : { parkUntil }) },
  by: provider,
})
const endings = {
  full: declining('full'),
  doesNotWant: declining('doesNotWant'),
  notNow: declining('notNow', '2026-09-07'),
  notReached: declining('notReached'),
  withdrawn: { type: 'withdrawAssignment', payload: { ...a1, reason: 'toch thuis' } },
  completed: { type: 'completeAssignment', payload: a1, by: provider },
  stopped: { type: 'stopAssignmentEarly', payload: { ...a1, reason: 'te zwaar' }, by: provider },
  consent: { type: 'withdrawConsent', payload: { recipient: 'sportclub' } },
  person: { type: 'declineByPerson', payload: {} },
  died: { type: 'recordEnd', payload: { what: 'died' } },
} as const satisfies { readonly [ending: string]: Ending }

/** What each landing is: where the case stands, what runs in it, and what was asked of whom. */
const landings = {
  /** Deciding again, the next alternative proposed. */
  next: { progress: 'decision', runs: 'decisionDue', asks: 'askNextAlternative' },
  /** Deciding again, first a talk. */
  talk: { progress: 'decision', runs: 'decisionDue', asks: 'askToTalk' },
  /** Deciding waits for a day; then the nurse is told. */
  parked: { progress: 'decision', runs: 'parkedUntil', asks: 'recordParking' },
  /** The programme is over: to be evaluated. */
  over: { progress: 'intervention', runs: 'evaluationStart', asks: null },
  closed: { progress: 'closed', runs: null, asks: null },
} as const

/** In the order of `endings`; `-` is refused. */
const table: { readonly [state: string]: string } = {
  proposed: '    -    -    -      -      next -    -    next closed closed',
  sent: '        next talk parked parked next -    -    next closed closed',
  waitlisted: '  next talk parked parked next -    -    next closed closed',
  accepted: '    next talk parked parked next -    -    next closed closed',
  planned: '     next talk parked parked next -    -    next closed closed',
  started: '     -    -    -      -      -    over over next closed closed',
  paused: '      -    -    -      -      -    over over next closed closed',
  completed: '   -    -    -      -      -    -    -    over closed closed',
  stoppedEarly: '-    -    -      -      -    -    -    over closed closed',
}

const cells = Object.entries(table).flatMap(([state, row]) =>
  row
    .trim()
    .split(/\s+/)
    .map((landing, index) => [state, Object.keys(endings)[index] as keyof typeof endings, landing] as const),
)

test('every state there is stands in the table', () => expect(Object.keys(table)).toEqual(Object.keys(ways)))

test.each(cells)('%s, then %s: %s', (state, ending, landing) => {
  const one = ways[state]!(decided())
  expect(one.state.assignments['a1']?.position.value).toBe(state)
  const before = one.effects.length
  const { type, payload, by } = endings[ending] as Ending
  const result = one.when(type, payload as never, by)
  if (landing === '-') {
    expect(result).toMatchObject({ ok: false, refusal: { code: 'notNow' } })
    return
  }
  expect(result.ok).toBe(true)
  const { progress, runs, asks } = landings[landing as keyof typeof landings]
  expect((one.state.position.value as { progress: string }).progress).toBe(progress)
  const running = one.state.book.map(({ deadline }) => deadline)
  if (runs !== null) expect(running).toContain(runs)
  else expect(running).toEqual([])
  const asked = one.effects.slice(before).map(({ effect }) => effect.type)
  if (asks !== null) expect(asked).toContain(asks)
  for (const other of ['askNextAlternative', 'askToTalk', 'recordParking'].filter((name) => name !== asks))
    expect(asked).not.toContain(other)
  const open = ['proposed', 'sent', 'waitlisted', 'accepted', 'planned', 'started', 'paused']
  expect(open).not.toContain(one.state.assignments['a1']?.position.value)
})

test('no answer at all: expired, and the next alternative is asked for', () => {
  const one = ways['sent']!(decided()).days(16)
  one.fireDue()
  expect(one.state.assignments['a1']?.position.value).toBe('expired')
  expect(one.stage).toBe('decision')
  expect(one.state.book.map(({ deadline }) => deadline)).toContain('decisionDue')
})

describe('a follow-up', () => {
  const f1 = { assignmentId: 'f1' }
  const sent = () =>
    screened('moderate')
      .after('proposeFollowUp', { ...f1, code: 'eyeTest', providerId: 'optician' })
      .after('sendAssignment', f1)
  test.each([
    { why: 'full', asks: 'askFollowUpAlternative', waits: null },
    { why: 'doesNotWant', asks: 'askToTalk', waits: null },
    { why: 'notNow', parkUntil: '2026-04-07', asks: null, waits: '2026-04-07' },
    { why: 'ill', asks: null, waits: '2026-02-02' },
    { why: 'notReached', asks: null, waits: '2026-01-19' },
  ])('declined as $why', ({ why, parkUntil, asks, waits }) => {
    const one = sent()
    const before = one.effects.length
    one.after('declineAssignment', { ...f1, reason: why, ...(parkUntil === undefined ? {} : { parkUntil }) }, 'careProvider')
    const asked = one.effects.slice(before).map(({ effect }) => effect.type)
    expect(asked.filter((name) => name.startsWith('ask'))).toEqual(asks === null ? [] : [asks])
    const row = one.state.book.find(({ deadline }) => deadline === 'followUpRevisit')
    expect([row?.about ?? null, row?.due.on ?? null]).toEqual([waits === null ? null : 'f1', waits])
  })
  test('put off, and asked about again on that day', () => {
    const one = sent().after('declineAssignment', { ...f1, reason: 'notNow', parkUntil: '2026-01-12' }, 'careProvider')
    one.days(6).fireDue()
    expect(one.effects.map(({ effect }) => effect.type)).not.toContain('askFollowUpAgain')
    one.days(1).fireDue()
    expect(one.effects.map(({ effect }) => effect.type)).toContain('askFollowUpAgain')
    expect(one.state.book.some(({ deadline }) => deadline === 'followUpRevisit')).toBe(false)
  })
  test('two follow-ups wait each for their own day', () => {
    const one = sent()
      .after('proposeFollowUp', { assignmentId: 'f2', code: 'medicationReview', providerId: 'pharmacy' })
      .after('sendAssignment', { assignmentId: 'f2' })
      .after('declineAssignment', { ...f1, reason: 'notNow', parkUntil: '2026-03-02' }, 'careProvider')
      .after('declineAssignment', { assignmentId: 'f2', reason: 'notNow', parkUntil: '2026-02-02' }, 'careProvider')
    const rows = one.state.book.filter(({ deadline }) => deadline === 'followUpRevisit')
    expect(rows.map(({ about, due }) => [about, due.on])).toEqual([
      ['f1', '2026-03-02'],
      ['f2', '2026-02-02'],
    ])
  })
})
