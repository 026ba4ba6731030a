// The vocabulary of the case machine: its context, its guards and the effects it may name. The states stand beside this file.
import { assign, setup } from 'xstate'
import type { IsoDate } from '../../../src/domain/calendar.ts'
import type { Meta } from '../../../src/domain/machine-definition.ts'
import type { CaseEvent, ClosingReason, Decision, Level } from './case-events.ts'
import * as test from './case-guards.ts'
import type { CaseDeadline } from './deadlines.ts'
import { redFlags } from './red-flags.ts'

/** The primary assignment as the case knows it; `over` once its programme has ended. */
export type Primary = { readonly id: string; readonly exercise: boolean; readonly over: boolean }

export type CaseContext = {
  readonly [key: string]: unknown
  readonly reopenedFrom: string | null
  readonly level: Level | null
  readonly screenedOn: IsoDate | null
  readonly analysedOn: IsoDate | null
  readonly primary: Primary | null
  readonly programmeEndedOn: IsoDate | null
  /** The agreed day until which deciding waits; null while it does not wait. */
  readonly parkedUntil: IsoDate | null
  /** When the follow-up that was put off last is asked about again. */
  readonly revisitOn: IsoDate | null
  readonly openFlags: readonly string[]
  readonly heldOn: IsoDate | null
  readonly exerciseHold: boolean
  /** Said while held; takes effect when the GP releases. */
  readonly declineWaits: boolean
  readonly consentWaits: boolean
  readonly attempts: number
  readonly reminders: number
  readonly diaryMonths: number
  readonly diaryReminders: number
  readonly closedAs: ClosingReason | null
  /** The day of the last step in `progress`. */
  readonly steppedOn: IsoDate
}

export type CaseInput = { readonly signalledOn: IsoDate; readonly reopenedFrom?: string }

export const freshCase = ({ signalledOn, reopenedFrom }: CaseInput): CaseContext => ({
  reopenedFrom: reopenedFrom ?? null,
  level: null,
  screenedOn: null,
  analysedOn: null,
  primary: null,
  programmeEndedOn: null,
  parkedUntil: null,
  revisitOn: null,
  openFlags: [],
  heldOn: null,
  exerciseHold: false,
  declineWaits: false,
  consentWaits: false,
  attempts: 0,
  reminders: 0,
  diaryMonths: 0,
  diaryReminders: 0,
  closedAs: null,
  steppedOn: signalledOn,
})

/** An effect: named for the engine, nothing happens here. */
const named = () => {}
const forDeadline = (_: unknown, _params: { deadline: CaseDeadline }) => {}

export const caseSetup = setup({
  types: { context: {} as CaseContext, events: {} as CaseEvent, input: {} as CaseInput, meta: {} as Meta },
  guards: test.caseGuards,
  actions: {
    startDeadline: forDeadline,
    stopDeadline: forDeadline,
    remind: forDeadline,
    escalate: forDeadline,
    stopAllDeadlines: named,

    confirmToSignaller: named,
    recordContact: named,
    recordAttempt: named,
    freezeRuleSet: named,
    giveLeafletAndOffer: named,
    listMissing: named,
    createAnalysisTask: named,
    adviseGp: named,
    recordUpgradeReason: named,
    proposeRouting: named,
    proposeFollowUps: named,
    proposeAssignment: named,
    recordOwnExercise: named,
    keepOfferOpen: named,
    recordDecline: named,
    askToTalk: named,
    recordParking: named,
    askAfterParking: named,
    askNextAlternative: named,
    recordAssignmentNews: named,
    measureAtEnd: named,
    recordStopReason: named,
    checkAdviceFollowed: named,
    handOverToExercise: named,
    checkPayerTerm: named,
    recordInterimEvaluation: named,
    recordFollowUpTalk: named,
    inviteToScreening: named,
    proposeRescreening: named,
    recordFollowUpAction: named,
    askFollowUpAlternative: named,
    askFollowUpAgain: named,
    endOpenAssignments: named,
    endPrimaryAssignment: named,
    endShares: named,

    recordRedFlag: named,
    tellGp: named,
    alarmPractice: named,
    createGpTask: named,
    holdExercise: named,
    resumeExercise: named,
    recordRelease: named,
    recordClearance: named,
    recordFall: named,
    recheckRedFlags: named,

    recordCorrection: named,
    recomputeLevelAndProposals: named,
    flagSentAssignments: named,

    recordConsent: named,
    blockSharing: named,
    tellRecipient: named,
    askConsentAgain: named,

    askFallsDiary: named,
    phoneForFallsDiary: named,
    recordFallsDiary: named,

    noteStep: assign(({ context, event }) => ({ steppedOn: event.occurredOn ?? context.steppedOn, reminders: 0 })),
    countReminder: assign(({ context }) => ({ reminders: context.reminders + 1 })),
    countAttempt: assign(({ context }) => ({ attempts: context.attempts + 1 })),
    noteScreening: assign(({ context, event }) => {
      if (event.type !== 'screeningRecorded') return {}
      const known = event.level === 'low' || event.level === 'moderate' || event.level === 'high'
      return { level: known ? event.level : context.level, screenedOn: event.occurredOn, reminders: 0 }
    }),
    noteAnalysis: assign(({ event }) => ({ analysedOn: event.occurredOn })),
    noteLevel: assign(({ context, event }) => ({
      level: event.type === 'factCorrected' ? (event.level ?? context.level) : context.level,
    })),
    notePrimary: assign(({ event }) => ({ primary: event.type === 'decisionRecorded' ? primaryOf(event.decision) : null })),
    forgetPrimary: assign({ primary: null, consentWaits: false }),
    notePark: assign(({ event }) => ({ parkedUntil: 'until' in event ? event.until : null })),
    noteRevisit: assign(({ event }) => ({ revisitOn: 'until' in event ? event.until : null })),
    dropPark: assign({ parkedUntil: null }),
    noteProgrammeEnd: assign(({ context, event }) => ({
      primary: context.primary === null ? null : { ...context.primary, over: true },
      programmeEndedOn: event.occurredOn,
    })),
    noteFlag: assign(({ context, event }) => {
      const flag = test.flagIn(event)
      if (flag === null) return {}
      const effect = redFlags.find(({ id }) => id === flag)?.effect
      if (effect === 'holdExercise') return { exerciseHold: true }
      if (effect !== 'stop') return {}
      return { openFlags: [...new Set([...context.openFlags, flag])].sort(), heldOn: context.heldOn ?? event.occurredOn }
    }),
    dropFlags: assign(({ context, event }) => {
      const released = event.type === 'redFlagReleased' ? event.flags : []
      const openFlags = context.openFlags.filter((flag) => !released.includes(flag))
      if (openFlags.length > 0) return { openFlags }
      // What waited takes effect in this same step, or has become void.
      return { openFlags, heldOn: null, declineWaits: false, consentWaits: false }
    }),
    forgetHold: assign({ openFlags: [], heldOn: null, declineWaits: false, consentWaits: false }),
    liftExerciseHold: assign({ exerciseHold: false }),
    letDeclineWait: assign({ declineWaits: true }),
    letConsentWait: assign({ consentWaits: true }),
    countDiaryMonth: assign(({ context }) => ({ diaryMonths: context.diaryMonths + 1, diaryReminders: 0 })),
    countDiaryReminder: assign(({ context }) => ({ diaryReminders: context.diaryReminders + 1 })),
    startDiary: assign({ diaryMonths: 0, diaryReminders: 0 }),
    closeAs: assign((_, params: { reason: ClosingReason }) => ({ closedAs: params.reason })),
    closeAsTold: assign(({ event }) => ({ closedAs: event.type === 'caseClosed' ? event.reason : 'other' })),
  },
})

function primaryOf(decision: Decision): Primary | null {
  return decision.way === 'assignment' ? { id: decision.assignmentId, exercise: decision.exercise, over: false } : null
}

export const startDeadline = <Id extends CaseDeadline>(deadline: Id) => ({ type: 'startDeadline', params: { deadline } }) as const
export const stopDeadline = <Id extends CaseDeadline>(deadline: Id) => ({ type: 'stopDeadline', params: { deadline } }) as const
export const closeAs = <Reason extends ClosingReason>(reason: Reason) => ({ type: 'closeAs', params: { reason } }) as const

/** A passed deadline that nobody acted on: a reminder first, from the second time on the coordinator hears too. It never stops. */
export const chase = <Passed extends CaseDeadline, Next extends CaseDeadline>(passed: Passed, next: Next) =>
  [
    {
      guard: 'remindedBefore',
      actions: [{ type: 'escalate', params: { deadline: passed } }, 'countReminder', startDeadline(next)],
    },
    { actions: [{ type: 'remind', params: { deadline: passed } }, 'countReminder', startDeadline(next)] },
  ] as const
