// Stages: one name for where a case stands, whichever machine knows it.
import { expect, test } from 'vitest'
import { assignmentMachine } from '../../pathways/amstelland/v1/assignment-machine.ts'
import { caseMachine } from '../../pathways/amstelland/v1/case-machine.ts'
import type { Position } from '../../src/domain/advance.ts'
import { graphOf, leavesOf } from '../../src/domain/machine-graph.ts'
import { stageOf, stageWords } from '../../src/domain/stage.ts'

const caseAt = (progress: string, safety = 'clear'): Position => ({ value: { progress, safety }, context: {} })
const assignmentAt = (value: string): Position => ({ value, context: {} })

test.each([
  { assignment: 'proposed', stage: 'decision' },
  { assignment: 'sent', stage: 'referred' },
  { assignment: 'waitlisted', stage: 'referred' },
  { assignment: 'accepted', stage: 'accepted' },
  { assignment: 'planned', stage: 'accepted' },
  { assignment: 'started', stage: 'active' },
  { assignment: 'paused', stage: 'paused' },
  { assignment: 'completed', stage: 'ended' },
  { assignment: 'stoppedEarly', stage: 'ended' },
  { assignment: 'reported', stage: 'ended' },
  { assignment: 'declined', stage: 'decision' },
  { assignment: 'withdrawn', stage: 'decision' },
  { assignment: 'expired', stage: 'decision' },
])('in the intervention with the assignment $assignment the case is seen as $stage', ({ assignment, stage }) => {
  expect(stageOf(caseAt('intervention'), assignmentAt(assignment))).toBe(stage)
  expect(stageOf(caseAt('intervention', 'held'), assignmentAt(assignment))).toBe('medicalHold')
  expect(stageOf(caseAt('evaluation'), assignmentAt(assignment))).toBe('evaluation')
})

test('every state of both machines has a stage, with words in Dutch, English and plain Dutch', () => {
  const states = (machine: Parameters<typeof graphOf>[0]) => leavesOf(graphOf(machine)).map(({ name }) => name)
  const progress = states(caseMachine).filter((name) => name !== 'clear' && name !== 'held' && name !== 'intervention')
  for (const name of progress) expect(stageOf(caseAt(name), null)).toBe(name)
  for (const name of states(assignmentMachine))
    expect(stageWords[stageOf(caseAt('intervention'), assignmentAt(name))]).toBeDefined()
  for (const { nl, en, b1 } of Object.values(stageWords)) expect([nl, en, b1]).not.toContain('')
})

test('an intervention without an assignment is a mistake of ours, not a stage', () => {
  expect(() => stageOf(caseAt('intervention'), null)).toThrow('primary assignment')
})
