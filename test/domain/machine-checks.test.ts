// Static checks of machines: green on our machines, red on each planted fault.
import { expect, test } from 'vitest'
import { assign, fromPromise, setup } from 'xstate'
import { assignmentMachine } from '../../pathways/amstelland/v1/assignment-machine.ts'
import { caseMachine } from '../../pathways/amstelland/v1/case-machine.ts'
import { checkMachine } from '../../src/domain/check/machines.ts'
import type { DeadlineRule } from '../../src/domain/deadline.ts'
import type { MachineMeta, Meta } from '../../src/domain/machine-definition.ts'
import { graphOf, leavesOf } from '../../src/domain/machine-graph.ts'

test.each([caseMachine, assignmentMachine])('machine $id has no finding', (machine) => {
  expect(checkMachine(machine)).toEqual([])
})

test('the checks see all states of both machines', () => {
  const names = (machine: Parameters<typeof graphOf>[0]) => leavesOf(graphOf(machine)).map(({ name }) => name)
  expect(names(caseMachine)).toEqual([
    'signalled',
    'screening',
    'screeningIncomplete',
    'advised',
    'analysisPlanned',
    'analysis',
    'decision',
    'intervention',
    'evaluation',
    'maintenance',
    'closed',
    'clear',
    'held',
  ])
  expect(names(assignmentMachine).sort()).toEqual(
    'accepted completed declined expired paused planned proposed reported sent started stoppedEarly waitlisted withdrawn'.split(
      ' ',
    ),
  )
})

const words = { nl: 'wacht', en: 'waiting' }
const waiting: Meta = { state: { owner: 'practiceNurse', words: { ...words, b1: 'Wij wachten op u.' } } }
const rule: DeadlineRule = {
  id: 'answer',
  words,
  why: words,
  term: { unit: 'days', amount: 14 },
  event: 'answerOverdue',
  owner: 'practiceNurse',
  told: ['practiceNurse'],
  source: 'Valpad',
  status: 'local default',
}
const startIt = { type: 'startDeadline', params: { deadline: 'answer' } } as const
const stopIt = { type: 'stopDeadline', params: { deadline: 'answer' } } as const

const small = setup({
  types: { meta: {} as Meta, context: {} as { count: number } },
  actors: { call: fromPromise(async () => 1) },
  guards: { ready: () => true },
  actions: {
    startDeadline: (_: unknown, _params: { deadline: string }) => {},
    stopDeadline: (_: unknown, _params: { deadline: string }) => {},
    remind: () => {},
    count: assign({ count: ({ context }) => context.count + 1 }),
  },
})

type Config = Parameters<typeof small.createMachine>[0]
const sound = {
  asked: {
    meta: waiting,
    entry: startIt,
    exit: stopIt,
    on: {
      answered: { guard: 'ready', target: 'done' },
      answerOverdue: { actions: ['remind', startIt] },
    },
  },
  done: { type: 'final', meta: waiting },
} as const

function plant(states: object, meta: Partial<MachineMeta> = {}) {
  const machine: MachineMeta = {
    words,
    events: { answered: words, answerOverdue: words },
    guards: { ready: words },
    effects: { startDeadline: words, stopDeadline: words, remind: words },
    deadlines: [rule],
    ...meta,
  }
  // Planted machines are wrong on purpose, so their states cannot have the type of right ones.
  return small.createMachine({ id: 'small', initial: 'asked', context: { count: 0 }, meta: { machine }, states } as Config)
}
const { asked } = sound

test('the small machine is sound before a fault is planted', () => expect(checkMachine(plant(sound))).toEqual([]))

const faults: { fault: string; machine: ReturnType<typeof plant>; finding: { check: string; at: string } }[] = [
  {
    fault: 'a state nothing leads to',
    machine: plant({ ...sound, island: { ...asked } }),
    finding: { check: 'statesReachable', at: 'small/island' },
  },
  {
    fault: 'a state nothing leads out of',
    machine: plant({
      ...sound,
      asked: { ...asked, on: { answered: { guard: 'ready', target: 'stuck' }, answerOverdue: asked.on.answerOverdue } },
      stuck: { ...asked, on: { answerOverdue: asked.on.answerOverdue } },
    }),
    finding: { check: 'statesLeavable', at: 'small/stuck' },
  },
  {
    fault: 'two states that only lead to each other',
    machine: plant({
      ...sound,
      asked: {
        ...asked,
        on: { answered: [{ guard: 'ready', target: 'done' }, { target: 'round' }], answerOverdue: asked.on.answerOverdue },
      },
      round: { ...asked, on: { answered: { target: 'round2' }, answerOverdue: asked.on.answerOverdue } },
      round2: { ...asked, on: { answered: { target: 'round' }, answerOverdue: asked.on.answerOverdue } },
    }),
    finding: { check: 'statesLeavable', at: 'small/round' },
  },
  {
    fault: 'a state without an owner',
    machine: plant({ ...sound, asked: { ...asked, meta: undefined } }),
    finding: { check: 'statesOwned', at: 'small/asked' },
  },
  {
    fault: 'a state without words for the older adult',
    machine: plant({ ...sound, asked: { ...asked, meta: { state: { owner: 'person', words: { ...words, b1: ' ' } } } } }),
    finding: { check: 'statesOwned', at: 'small/asked' },
  },
  {
    fault: 'a state without a deadline',
    machine: plant({
      ...sound,
      asked: { ...asked, on: { ...asked.on, answered: { guard: 'ready', target: 'limbo' } } },
      limbo: { meta: waiting, on: { answered: 'done' } },
    }),
    finding: { check: 'statesTimed', at: 'small/limbo' },
  },
  {
    fault: 'a deadline that passes once and is not started again',
    machine: plant({ ...sound, asked: { ...asked, on: { ...asked.on, answerOverdue: { actions: 'remind' } } } }),
    finding: { check: 'statesTimed', at: 'small/asked' },
  },
  {
    fault: 'a deadline that some event stops without a successor',
    machine: plant({
      ...sound,
      asked: { ...asked, on: { ...asked.on, answered: [{ guard: 'ready', target: 'done' }, { actions: ['remind', stopIt] }] } },
    }),
    finding: { check: 'statesTimed', at: 'small/asked' },
  },
  {
    fault: 'a deadline that nobody handles',
    machine: plant({ ...sound, asked: { ...asked, on: { answered: asked.on.answered } } }),
    finding: { check: 'passingHandled', at: 'small/asked' },
  },
  {
    fault: 'a deadline that runs on into a state that does not know it',
    machine: plant({
      ...sound,
      asked: { ...asked, exit: [], on: { ...asked.on, answered: { guard: 'ready', target: 'later' } } },
      later: { meta: waiting, on: { answered: 'done' } },
    }),
    finding: { check: 'passingHandled', at: 'small/later' },
  },
  {
    fault: 'a deadline that is not in the table',
    machine: plant(sound, { deadlines: [] }),
    finding: { check: 'deadlinesKnown', at: 'small/answer' },
  },
  {
    fault: 'a deadline in the table that is never started',
    machine: plant(sound, { deadlines: [rule, { ...rule, id: 'idle' }] }),
    finding: { check: 'deadlinesKnown', at: 'small/idle' },
  },
  {
    fault: 'a transition that stays and does nothing',
    machine: plant({ ...sound, asked: { ...asked, on: { ...asked.on, answered: [{ guard: 'ready', target: 'done' }, {}] } } }),
    finding: { check: 'stayingHasEffect', at: 'small/asked/answered' },
  },
  {
    fault: 'a transition that stays and only keeps books',
    machine: plant({
      ...sound,
      asked: { ...asked, on: { ...asked.on, answered: [{ guard: 'ready', target: 'done' }, { actions: 'count' }] } },
    }),
    finding: { check: 'stayingHasEffect', at: 'small/asked/answered' },
  },
  {
    fault: 'a final state that goes on',
    machine: plant({ ...sound, done: { ...sound.done, on: { answered: 'asked' } } }),
    finding: { check: 'finalIsFinal', at: 'small/done' },
  },
  {
    fault: 'an event without words',
    machine: plant(sound, { events: { answered: words } }),
    finding: { check: 'vocabularyComplete', at: 'small/answerOverdue' },
  },
  {
    fault: 'a guard without words',
    machine: plant(sound, { guards: {} }),
    finding: { check: 'vocabularyComplete', at: 'small/ready' },
  },
  {
    fault: 'words for an effect that is never named',
    machine: plant(sound, { effects: { startDeadline: words, stopDeadline: words, remind: words, sing: words } }),
    finding: { check: 'vocabularyComplete', at: 'small/sing' },
  },
  ...(
    [
      ['after', { after: { 1000: 'done' } }],
      ['invoke', { invoke: { src: 'call' } }],
      ['always', { always: { guard: 'ready', target: 'done' } }],
      ['an effect done in place', { entry: [startIt, () => {}] }],
      ['a guard without a name', { on: { ...asked.on, answered: { guard: () => true, target: 'done' } } }],
    ] as const
  ).map(([fault, part]) => ({
    fault,
    machine: plant({ ...sound, asked: { ...asked, ...part } }),
    finding: { check: 'onlyStorableFeatures', at: fault.startsWith('a guard') ? 'small/asked/answered' : 'small/asked' },
  })),
  {
    fault: 'a history state',
    machine: plant({ ...sound, asked: { ...asked, initial: 'one', states: { one: {}, before: { type: 'history' } } } }),
    finding: { check: 'onlyStorableFeatures', at: 'small/asked.before' },
  },
]

test.each(faults)('red on $fault', ({ machine, finding }) => {
  expect(checkMachine(machine)).toContainEqual({ ...finding, problem: expect.any(String) })
})
