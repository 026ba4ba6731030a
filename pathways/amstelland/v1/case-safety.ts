// Red flags and falls: the region `safety`. While it is held no exercise step is possible; only the GP's word releases it.
import { caseSetup, startDeadline, stopDeadline } from './case-setup.ts'

const raised = ['noteFlag', 'recordRedFlag', 'tellGp'] as const
const fell = ['recordFall', 'recheckRedFlags'] as const

const onHold = [
  { guard: 'stopsNow', target: 'held', actions: [...raised, 'holdExercise', startDeadline('TM4.U1')], description: 'T10' },
  { guard: 'stops', target: 'held', actions: [...raised, 'holdExercise', startDeadline('TM4.U2')], description: 'T10' },
] as const

/** Nobody waits for the end of the day to hear that no doctor was reached; of U1 the practice is told at once in any case. */
const unreached = {
  guard: 'stopsUnreached',
  actions: [...raised, 'alarmPractice', 'holdExercise', startDeadline('TM4.U2')],
  description: 'T10',
} as const

/** A further flag while held keeps the hold and starts its own clock; the alarm that runs goes on. */
const stillHeld = onHold.map(({ target: _, ...transition }) => transition)

const goesOn = [
  { guard: 'holdsExercise', actions: [...raised, 'holdExercise', startDeadline('TM4.U3')], description: 'T10' },
  { guard: 'asksTask', actions: [...raised, 'createGpTask'], description: 'T10' },
] as const

const withFall = <Transition extends { readonly actions: readonly unknown[] }>(transitions: readonly Transition[]) =>
  transitions.map((transition) => ({ ...transition, actions: [...fell, ...transition.actions], description: 'T22' }))

const closedFalls = [
  { guard: 'stopsButClosed', actions: ['recordFall', 'tellGp', 'proposeRescreening'], description: 'T22' },
  { guard: 'fallInClosedCase', actions: ['recordFall', 'proposeRescreening'], description: 'T22' },
] as const

const plainFall = { guard: 'fallWithoutFlag', actions: fell, description: 'T22' } as const

export const clear = caseSetup.createStateConfig({
  meta: {
    state: {
      owner: 'practiceNurse',
      words: { nl: 'geen rode vlag open', en: 'no red flag open', b1: 'U kunt verder met uw traject.' },
      coveredBy: { nl: 'de termijnen van het traject zelf', en: 'the deadlines of the pathway itself' },
    },
  },
  on: {
    redFlagRaised: [{ ...unreached, target: 'held' }, ...onHold, ...goesOn],
    fallReported: [...withFall(onHold), ...withFall(goesOn), ...closedFalls, plainFall],
  },
})

export const held = caseSetup.createStateConfig({
  meta: {
    state: {
      owner: 'generalPractitioner',
      words: {
        nl: 'eerst de huisarts: oefenen staat stil',
        en: 'the GP first: exercise stands still',
        b1: 'Wij willen dat de huisarts eerst met u meekijkt. Daarna gaat u verder.',
      },
    },
  },
  exit: [stopDeadline('TM4.U1'), stopDeadline('TM4.U2'), stopDeadline('TM4.reminder')],
  on: {
    redFlagRaised: [unreached, ...stillHeld, ...goesOn],
    fallReported: [...withFall(stillHeld), ...withFall(goesOn), plainFall],
    redFlagOverdue: { actions: ['alarmPractice', startDeadline('TM4.reminder')] },
    redFlagReleased: [
      { guard: 'releasesAllButExercise', target: 'clear', actions: ['recordRelease', 'dropFlags'], description: 'T11' },
      { guard: 'releasesAll', target: 'clear', actions: ['recordRelease', 'dropFlags', 'resumeExercise'], description: 'T11' },
      { guard: 'releasesSome', actions: ['recordRelease', 'dropFlags'], description: 'T11' },
    ],
  },
})

/** In either state: the GP clears exercise after RF13. */
export const ofSafety = {
  exerciseCleared: [
    {
      guard: 'clearsExerciseNow',
      actions: [
        'recordClearance',
        'liftExerciseHold',
        stopDeadline('TM4.U3'),
        stopDeadline('clearanceReminder'),
        'resumeExercise',
      ],
      description: 'T34',
    },
    {
      guard: 'clearsExercise',
      actions: ['recordClearance', 'liftExerciseHold', stopDeadline('TM4.U3'), stopDeadline('clearanceReminder')],
      description: 'T34',
    },
  ],
  clearanceOverdue: {
    guard: 'exerciseStillOnHold',
    actions: [{ type: 'escalate', params: { deadline: 'TM4.U3' } }, startDeadline('clearanceReminder')],
  },
} as const
