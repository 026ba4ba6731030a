// The vocabulary of the assignment machine: its context, its guards and the effects it may name.
import { assign, setup } from 'xstate'
import type { IsoDate } from '../../../src/domain/calendar.ts'
import type { FeedbackMoment } from '../../../src/domain/feedback.ts'
import type { Meta } from '../../../src/domain/machine-definition.ts'
import type { Words } from '../../../src/domain/words.ts'
import type { AssignmentEvent } from './assignment-events.ts'
import type { CaseEvent } from './case-events.ts'
import type { AssignmentDeadline } from './deadlines.ts'

export type AssignmentInput = {
  readonly proposedOn: IsoDate
  /** An exercise assignment stands still while red flags hold exercise; others go on. */
  readonly exercise: boolean
  /** How long until the first session (TM7). */
  readonly form: 'home' | 'group' | 'followUp'
  /** Code of the intervention or follow-up: how long it lasts (TM9). */
  readonly intervention: string
  readonly redFlagsCheckedOn: IsoDate
  /** By when it should be done, where that is known better than from the intervention. */
  readonly plannedEndOn?: IsoDate
}

export type AssignmentContext = {
  readonly [key: string]: unknown
  readonly exercise: boolean
  readonly form: string
  readonly intervention: string
  readonly redFlagsCheckedOn: IsoDate
  readonly checkValid: boolean
  readonly held: boolean
  readonly acceptedOn: IsoDate | null
  readonly plannedStartOn: IsoDate | null
  readonly plannedEndOn: IsoDate | null
  readonly pausedUntil: IsoDate | null
  /** Times that somebody tried to reach the person, and how often in a row without success. */
  readonly attempts: number
  readonly notReached: number
  readonly attended: number
  readonly recorded: number
  readonly missedInARow: number
  readonly reminders: number
  readonly ended: boolean
  readonly steppedOn: IsoDate
}

export const freshAssignment = (input: AssignmentInput): AssignmentContext => ({
  exercise: input.exercise,
  form: input.form,
  intervention: input.intervention,
  redFlagsCheckedOn: input.redFlagsCheckedOn,
  checkValid: true,
  held: false,
  acceptedOn: null,
  plannedStartOn: null,
  plannedEndOn: input.plannedEndOn ?? null,
  pausedUntil: null,
  attempts: 0,
  notReached: 0,
  attended: 0,
  recorded: 0,
  missedInARow: 0,
  reminders: 0,
  ended: false,
  steppedOn: input.proposedOn,
})

type Given = { context: AssignmentContext; event: AssignmentEvent }

const missedAgain = ({ context, event }: Given): boolean =>
  event.type === 'sessionRecorded' && !event.attended && context.missedInARow % 2 === 1

/** After so many attempts in a row the referrer hears that the person is not reached; our own choice. */
const attemptsBeforeTelling = 3

const guards = {
  exerciseMayBeSent: ({ context }: Given) => context.exercise && !context.held,
  noExercise: ({ context }: Given) => !context.exercise,
  placeAndCertificate: ({ event }: Given) =>
    event.type === 'assignmentAccepted' && event.placeConfirmed && event.certificateValid,
  mayStart: ({ context }: Given) => !context.exercise || (!context.held && context.checkValid),
  notHeld: ({ context }: Given) => !context.held,
  secondMissInARow: (given: Given) => !given.context.held && missedAgain(given),
  thirdNotReached: ({ context, event }: Given) =>
    event.type === 'personAttempted' && !event.reached && context.notReached === attemptsBeforeTelling - 1,
  remindedBefore: ({ context }: Given) => context.reminders > 0,
  gpIsTold: ({ event }: Given) => event.type === 'assignmentDeclined' && event.alsoTold === 'generalPractitioner',
  coordinatorIsTold: ({ event }: Given) => event.type === 'assignmentDeclined' && event.alsoTold === 'coordinator',
  holdable: ({ context }: Given) => context.exercise && !context.ended,
  isHeld: ({ context }: Given) => context.held && !context.ended,
}

export const assignmentGuardWords: { readonly [name in keyof typeof guards]: Words } = {
  exerciseMayBeSent: {
    nl: 'een oefenopdracht, en oefenen mag (geen rode vlag open)',
    en: 'an exercise assignment, and exercise is allowed (no red flag open)',
  },
  noExercise: { nl: 'geen oefenopdracht', en: 'not an exercise assignment' },
  placeAndCertificate: {
    nl: 'de plaats staat vast en het certificaat is geldig',
    en: 'the place is confirmed and the certificate valid',
  },
  mayStart: { nl: 'oefenen mag en de rodevlagcontrole is geldig', en: 'exercise is allowed and the red-flag check valid' },
  notHeld: { nl: 'oefenen mag (geen rode vlag open)', en: 'exercise is allowed (no red flag open)' },
  secondMissInARow: { nl: 'twee op rij gemist', en: 'missed two in a row' },
  thirdNotReached: { nl: 'voor de derde keer op rij niet bereikt', en: 'not reached for the third time in a row' },
  remindedBefore: { nl: 'er is al herinnerd', en: 'there was a reminder before' },
  gpIsTold: { nl: 'de huisarts moet deze reden weten', en: 'the GP should know this reason' },
  coordinatorIsTold: { nl: 'de coördinator moet deze reden weten', en: 'the coordinator should know this reason' },
  holdable: { nl: 'een lopende oefenopdracht', en: 'an open exercise assignment' },
  isHeld: { nl: 'oefenen stond stil', en: 'exercise was on hold' },
}

/** What the case hears, when this is its primary assignment; of a follow-up it hears only the end. */
type CaseNews = Extract<CaseEvent['type'], `assignment${string}`>

const named = () => {}
const forDeadline = (_: unknown, _params: { deadline: AssignmentDeadline }) => {}

export const assignmentSetup = setup({
  types: {
    context: {} as AssignmentContext,
    events: {} as AssignmentEvent,
    input: {} as AssignmentInput,
    meta: {} as Meta,
  },
  guards,
  actions: {
    startDeadline: forDeadline,
    stopDeadline: forDeadline,
    remind: forDeadline,
    escalate: forDeadline,
    stopAllDeadlines: named,
    pauseDeadlines: named,
    resumeDeadlines: named,
    tellCase: (_: unknown, _params: { event: CaseNews; outcome?: 'completed' | 'stoppedEarly' }) => {},

    sendReferral: named,
    recordSeen: named,
    recordAttempt: named,
    suggestNotReached: named,
    recordHandOver: named,
    handOver: named,
    removeFromReceiver: named,
    tellReceiver: named,
    confirmToReferrer: named,
    feedback: (_: unknown, _params: { moment: FeedbackMoment }) => {},
    tellGpReason: named,
    tellCoordinatorReason: named,
    askAlternative: named,
    askRedFlagCheck: named,
    recordRedFlagCheck: named,
    measureAtStart: named,
    recordSession: named,
    signalAtRisk: named,
    askHowItEnded: named,
    askAboutPause: named,
    recordEnd: named,
    sendReport: named,
    recordHold: named,
    recordRelease: named,

    noteStep: assign(({ context, event }) => ({ steppedOn: event.occurredOn ?? context.steppedOn, reminders: 0 })),
    countReminder: assign(({ context }) => ({ reminders: context.reminders + 1 })),
    countAttempt: assign(({ context, event }) => ({
      attempts: context.attempts + 1,
      notReached: event.type === 'personAttempted' && !event.reached ? context.notReached + 1 : 0,
    })),
    noteAcceptance: assign(({ event }) => ({ acceptedOn: event.occurredOn })),
    notePlannedStart: assign(({ event }) => (event.type === 'assignmentPlanned' ? { plannedStartOn: event.startsOn } : {})),
    noteFirstSession: assign({ attended: 1, recorded: 1, missedInARow: 0 }),
    noteSession: assign(({ context, event }) => {
      if (event.type !== 'sessionRecorded') return {}
      const { attended, recorded, missedInARow } = context
      return event.attended
        ? { attended: attended + 1, recorded: recorded + 1, missedInARow: 0 }
        : { recorded: recorded + 1, missedInARow: missedInARow + 1 }
    }),
    notePause: assign(({ event }) => ({ pausedUntil: event.type === 'assignmentPaused' ? event.until : null })),
    noteCheck: assign(({ event }) => ({ checkValid: true, redFlagsCheckedOn: event.occurredOn })),
    dropCheck: assign({ checkValid: false }),
    noteHold: assign({ held: true }),
    dropHold: assign({ held: false }),
    noteEnd: assign({ ended: true }),
  },
})

export const startDeadline = <Id extends AssignmentDeadline>(deadline: Id) =>
  ({ type: 'startDeadline', params: { deadline } }) as const
export const stopDeadline = <Id extends AssignmentDeadline>(deadline: Id) =>
  ({ type: 'stopDeadline', params: { deadline } }) as const
export const feedback = <Moment extends FeedbackMoment>(moment: Moment) => ({ type: 'feedback', params: { moment } }) as const
export const tellCase = <News extends CaseNews>(event: News) => ({ type: 'tellCase', params: { event } }) as const

/** A passed deadline: a reminder first, from the second time on the coordinator hears too; `also` is done each time. */
export const chase = <Passed extends AssignmentDeadline, Next extends AssignmentDeadline, Also extends AssignmentAction>(
  passed: Passed,
  next: Next,
  also: Also,
) =>
  [
    {
      guard: 'remindedBefore',
      actions: [{ type: 'escalate', params: { deadline: passed } }, also, 'countReminder', startDeadline(next)],
    },
    { actions: [{ type: 'remind', params: { deadline: passed } }, also, 'countReminder', startDeadline(next)] },
  ] as const

type AssignmentAction = 'askAlternative' | 'askRedFlagCheck' | 'askHowItEnded' | 'askAboutPause' | 'recordEnd' | 'sendReport'

export const assignmentEffectWords: { readonly [type: string]: Words } = {
  startDeadline: { nl: 'termijn gaat lopen', en: 'deadline starts' },
  stopDeadline: { nl: 'termijn stopt', en: 'deadline stops' },
  stopAllDeadlines: { nl: 'alle termijnen stoppen', en: 'all deadlines stop' },
  pauseDeadlines: { nl: 'termijnen staan stil', en: 'deadlines stand still' },
  resumeDeadlines: { nl: 'resterende werkdagen lopen door', en: 'remaining working days run on' },
  remind: { nl: 'herinnering aan wie aan zet is', en: 'reminder to whoever has to act' },
  escalate: { nl: 'de coördinator hoort het ook', en: 'the coordinator hears as well' },
  tellCase: { nl: 'het traject hoort het', en: 'the case is told' },
  sendReferral: { nl: 'alleen het nodige gaat naar de aanbieder', en: 'only what is needed goes to the provider' },
  recordSeen: { nl: 'gezien, vastgelegd', en: 'seen, recorded' },
  recordAttempt: { nl: 'poging vastgelegd', en: 'attempt recorded' },
  suggestNotReached: {
    nl: 'raad aan de aanbieder: geef terug dat iemand niet te bereiken is',
    en: 'advice to the provider: give back that somebody cannot be reached',
  },
  recordHandOver: { nl: 'overdracht aan een collega vastgelegd', en: 'handing over to a colleague recorded' },
  handOver: { nl: 'een collega bij de aanbieder heeft het nu', en: 'a colleague at the provider has it now' },
  removeFromReceiver: { nl: 'niets meer te lezen bij de ontvanger', en: 'nothing left to read at the receiver' },
  tellReceiver: { nl: 'ontvanger ingelicht', en: 'receiver told' },
  feedback: { nl: 'terugkoppeling aan de verwijzer', en: 'feedback to the referrer' },
  confirmToReferrer: { nl: 'bericht aan de verwijzer', en: 'word to the referrer' },
  tellGpReason: { nl: 'reden aan de huisarts', en: 'reason to the GP' },
  tellCoordinatorReason: { nl: 'reden aan de coördinator', en: 'reason to the coordinator' },
  askAlternative: { nl: 'alternatief gevraagd', en: 'alternative asked' },
  askRedFlagCheck: { nl: 'korte rodevlagcontrole gevraagd', en: 'short red-flag check asked' },
  recordRedFlagCheck: { nl: 'rodevlagcontrole vastgelegd', en: 'red-flag check recorded' },
  measureAtStart: { nl: 'beginmeting gevraagd', en: 'baseline measurement asked' },
  recordSession: { nl: 'aanwezigheid vastgelegd', en: 'attendance recorded' },
  signalAtRisk: { nl: 'signaal: dreigt af te haken', en: 'signal: about to drop out' },
  askHowItEnded: { nl: 'gevraagd hoe het is geëindigd', en: 'asked how it ended' },
  askAboutPause: { nl: 'gevraagd of de pauze voorbij is', en: 'asked whether the pause is over' },
  recordEnd: { nl: 'einde vastgelegd', en: 'end recorded' },
  sendReport: { nl: 'terugkoppeling naar de verwijzer', en: 'report to the referrer' },
  recordHold: { nl: 'vastgelegd dat oefenen stilstaat', en: 'hold recorded' },
  recordRelease: { nl: 'vastgelegd dat oefenen weer mag', en: 'release recorded' },
}
