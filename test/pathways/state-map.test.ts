// State maps: a second version made from the first here, with a state renamed and one removed; what is forgotten is named.
import { expect, test } from 'vitest'
import { assignmentMachine } from '../../pathways/amstelland/v1/assignment-machine.ts'
import { assignmentSetup } from '../../pathways/amstelland/v1/assignment-setup.ts'
import { caseMachine } from '../../pathways/amstelland/v1/case-machine.ts'
import { checkMachine } from '../../src/domain/check/machines.ts'
import { checkStateMaps } from '../../src/domain/check/state-map.ts'
import { type Machine, machineMetaOf } from '../../src/domain/machine-definition.ts'
import { graphOf, leavesOf } from '../../src/domain/machine-graph.ts'
import type { Pathway } from '../../src/domain/pathway.ts'
import type { Renaming, StateMap } from '../../src/domain/state-map.ts'
import { pathway as v1 } from '../support/given-case.ts'

/** The configuration with every name in `renamed` replaced, as key and as value. */
function changed(part: unknown, renamed: { readonly [name: string]: string }): unknown {
  if (typeof part === 'string') return renamed[part] ?? part
  if (Array.isArray(part)) return part.map((one) => changed(one, renamed))
  if (typeof part !== 'object' || part === null) return part
  return Object.fromEntries(Object.entries(part).map(([name, value]) => [renamed[name] ?? name, changed(value, renamed)]))
}

/** `waitlisted` is now called `queueing`, its deadline as well; `planned` is no state any more: a planned start is `accepted`. */
const { context, states, ...rest } = assignmentMachine.config
const newNames = { waitlisted: 'queueing', planned: 'accepted', waitlistReview: 'queueNews' }
const { planned: _, ...kept } = states as { readonly [state: string]: unknown }
const assignment2 = assignmentSetup.createMachine({
  ...(changed(rest, newNames) as object),
  states: changed(kept, newNames),
  context,
} as never) as unknown as Machine

const identity = (ids: readonly string[]): Renaming => Object.fromEntries(ids.map((id) => [id, id]))
const statesOf = (machine: Machine) => leavesOf(graphOf(machine)).map(({ id }) => id)
const deadlinesOf = (machine: Machine) => machineMetaOf(machine).deadlines.map(({ id }) => id)

const whole: StateMap = {
  version: 'v1',
  case: identity(statesOf(caseMachine)),
  assignment: { ...identity(statesOf(assignmentMachine)), waitlisted: 'queueing', planned: 'accepted' },
  deadlines: {
    case: identity(deadlinesOf(caseMachine)),
    assignment: { ...identity(deadlinesOf(assignmentMachine)), waitlistReview: 'queueNews' },
  },
}
const v2 = (succeeds: StateMap | null, machines: Partial<Pathway['machines']> = {}): Pathway => ({
  ...v1,
  version: 'v2',
  machines: { case: caseMachine, assignment: assignment2, ...machines },
  succeeds,
})
const findings = (...versions: Pathway[]) => checkStateMaps(versions).map(({ at, problem }) => `${at} ${problem}`)

const without = (map: Renaming, id: string): Renaming => Object.fromEntries(Object.entries(map).filter(([name]) => name !== id))
const withAssignment = (assignment: Renaming): StateMap => ({ ...whole, assignment })
const withCase = (ofCase: Renaming): StateMap => ({ ...whole, case: ofCase })

test('the second version of this test is sound in itself', () => expect(checkMachine(assignment2)).toEqual([]))

test('a state renamed and one removed, each with its place: nobody is forgotten', () =>
  expect(findings(v1, v2(whole))).toEqual([]))

test('the first version succeeds nobody', () => {
  expect(findings(v1)).toEqual([])
  expect(findings({ ...v1, succeeds: whole })).toEqual(['amstelland@v1 Succeeds v1, which is not loaded before it'])
})

test.each<{ fault: string; map: StateMap | null; problem: string }>([
  { fault: 'no map at all', map: null, problem: 'amstelland@v2 Does not say how running cases of v1 go on' },
  {
    fault: 'a map of another version',
    map: { ...whole, version: 'v0' },
    problem: 'amstelland@v2 Succeeds v0, but the version before it is v1',
  },
  {
    fault: 'a state forgotten',
    map: withAssignment(without(whole.assignment, 'waitlisted')),
    problem: 'amstelland@v2/assignment/waitlisted is mapped to no state: who stands here is forgotten',
  },
  {
    fault: 'a state that kept a name that is gone',
    map: withAssignment({ ...whole.assignment, waitlisted: 'waitlisted' }),
    problem: 'amstelland@v2/assignment/waitlisted is mapped to waitlisted, which is no state of this version',
  },
  {
    fault: 'a state that never was',
    map: withAssignment({ ...whole.assignment, dreaming: 'sent' }),
    problem: 'amstelland@v2/assignment/dreaming is mapped, but the version before has no such state',
  },
  {
    fault: 'an open state made final',
    map: withAssignment({ ...whole.assignment, planned: 'withdrawn' }),
    problem: 'amstelland@v2/assignment/planned is open, but withdrawn is over',
  },
  {
    fault: 'a final state made open',
    map: withAssignment({ ...whole.assignment, declined: 'sent' }),
    problem: 'amstelland@v2/assignment/declined is over, but sent is open',
  },
  {
    fault: 'a state in another region',
    map: withCase({ ...whole.case, 'progress.decision': 'safety.held' }),
    problem: 'amstelland@v2/case/progress.decision is mapped to safety.held, which is in another region',
  },
  {
    fault: 'a name every object has from birth',
    map: withAssignment({ ...whole.assignment, sent: 'constructor' }),
    problem: 'amstelland@v2/assignment/sent is mapped to constructor, which is no state of this version',
  },
  {
    fault: 'a deadline forgotten',
    map: { ...whole, deadlines: { ...whole.deadlines, case: without(whole.deadlines.case, 'TM5') } },
    problem: 'amstelland@v2/case/TM5 is mapped to no deadline: who waits for it is forgotten',
  },
  {
    fault: 'a deadline that is gone',
    map: { ...whole, deadlines: { ...whole.deadlines, assignment: identity(deadlinesOf(assignmentMachine)) } },
    problem: 'amstelland@v2/assignment/waitlistReview is mapped to waitlistReview, which is no deadline of this version',
  },
  {
    fault: 'a deadline that nothing takes where it runs',
    map: withAssignment({ ...whole.assignment, waitlisted: 'accepted' }),
    problem: 'amstelland@v2/assignment/waitlisted waitlistReview can run here, but accepted does not take waitlistReviewDue',
  },
])('$fault is named', ({ map, problem }) => expect(findings(v1, v2(map))).toContain(problem))

test('one fault is called one fault', () =>
  expect(findings(v1, v2(withAssignment(without(whole.assignment, 'planned'))))).toHaveLength(1))

test('a state without a way out is no place to go on in', () => {
  const { paused: __, ...others } = (assignment2.config as { states: { readonly [state: string]: unknown } }).states
  const { meta, entry } = (states as { readonly [state: string]: { meta: unknown; entry: unknown } })['paused']!
  const stuck = assignmentSetup.createMachine({
    ...assignment2.config,
    states: { ...others, paused: { meta, entry } },
  } as never) as unknown as Machine
  expect(findings(v1, v2(whole, { assignment: stuck }))).toContain(
    'amstelland@v2/assignment/paused is mapped to paused, which has no way out',
  )
})

test('every version there is follows on the one before it', () =>
  expect(findings(v1, v2(whole), { ...v2(whole), version: 'v3' })).toEqual([
    'amstelland@v3 Succeeds v1, but the version before it is v2',
  ]))
