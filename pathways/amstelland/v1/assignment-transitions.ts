// Transitions that several states of an assignment share: facts, checks, handing over, and the ways to end.
import { chase, feedback, startDeadline, stopDeadline, tellCase } from './assignment-setup.ts'

/** Facts, not states: the receiver saw it, somebody tried to reach the person. */
export const facts = {
  assignmentSeen: { actions: 'recordSeen' },
  personAttempted: [
    {
      guard: 'thirdNotReached',
      actions: ['recordAttempt', 'countAttempt', feedback('notReached'), 'suggestNotReached'],
    },
    { actions: ['recordAttempt', 'countAttempt'] },
  ],
} as const

/** Whose work it is can change as long as there is work; before it is sent the provider knows nothing of it. */
export const handed = { assignmentHanded: { actions: 'handOver' } } as const

/** TM14: before the first session the red-flag check may be 28 days old; any new event ends it. */
export const checkBeforeStart = {
  redFlagCheckLapsed: {
    guard: 'holdable',
    actions: ['dropCheck', 'askRedFlagCheck', stopDeadline('TM14'), startDeadline('recheckReminder')],
  },
  redFlagsChecked: {
    guard: 'holdable',
    actions: ['noteCheck', 'recordRedFlagCheck', stopDeadline('recheckReminder'), startDeadline('TM14')],
  },
} as const

/** The referrer always hears the reason, with some reasons somebody else as well. */
const declines = <const First extends readonly 'removeFromReceiver'[]>(first: First) => {
  const actions = [...first, feedback('declined')] as const
  return [
    { guard: 'gpIsTold', target: 'declined', actions: [...actions, 'tellGpReason'], description: 'T17' },
    { guard: 'coordinatorIsTold', target: 'declined', actions: [...actions, 'tellCoordinatorReason'], description: 'T17' },
    { target: 'declined', actions, description: 'T17' },
  ] as const
}

/** Before acceptance nothing stays readable at the receiver. */
export const endsUnaccepted = {
  assignmentDeclined: [...declines(['removeFromReceiver'])],
  assignmentWithdrawn: { target: 'withdrawn', actions: ['removeFromReceiver', 'tellReceiver'] },
} as const
/** After acceptance what was lawfully shared stays; the receiver is told. */
export const endsAccepted = {
  assignmentDeclined: [...declines([])],
  assignmentWithdrawn: { target: 'withdrawn', actions: 'tellReceiver' },
} as const

export const accepts = {
  guard: 'placeAndCertificate',
  target: 'accepted',
  actions: ['noteAcceptance', feedback('accepted'), tellCase('assignmentAccepted'), startDeadline('TM7')],
  description: 'T16',
} as const

export const starts = {
  guard: 'mayStart',
  target: 'started',
  actions: [
    'noteFirstSession',
    'measureAtStart',
    feedback('started'),
    tellCase('assignmentStarted'),
    'stopAllDeadlines',
    startDeadline('TM9'),
  ],
  description: 'T18',
} as const

export const ends = {
  assignmentCompleted: { target: 'completed', description: 'T20' },
  assignmentStoppedEarly: { target: 'stoppedEarly', description: 'T21' },
} as const

export const plans = {
  target: 'planned',
  actions: [
    'notePlannedStart',
    'confirmToReferrer',
    tellCase('assignmentPlanned'),
    stopDeadline('startReminder'),
    startDeadline('TM7'),
  ],
} as const

export const givesReport = {
  ...handed,
  assignmentReported: { target: 'reported', actions: ['sendReport', tellCase('assignmentReported')] },
  reportOverdue: [...chase('reportDue', 'reportDue', 'askHowItEnded')],
} as const
