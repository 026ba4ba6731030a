// What a case could take now: each command tried in its most favourable form, and the machine's own words when even that is refused.

import { couldTake, type Position } from './advance.ts'
import { nothingToCorrect } from './assessed-entries.ts'
import type { IsoDate } from './calendar.ts'
import { ofCase, type Subject } from './case-log.ts'
import { type CaseState, noSuchAssignment } from './case-state.ts'
import { type Command, type CommandType, commandTypes } from './commands.ts'
import { caseIsClosed } from './first-entry.ts'
import type { Pathway } from './pathway.ts'
import type { Refusal } from './result.ts'
import type { Role } from './role.ts'
import { write } from './write-entries.ts'

export type Possibility = { readonly command: CommandType; readonly subject: Subject; readonly refusal: Refusal | null }

type Try = { readonly type: string; readonly fields?: { readonly [name: string]: unknown } }

const someDecision = {
  assignmentId: 'x',
  intervention: 'x',
  domain: 'social',
  deliverer: 'x',
  goalRecorded: true,
  consentGiven: true,
  redFlagsChecked: true,
}

/** One command on the case can be taken when one of these entries can. */
const triesOnCase: { readonly [type in CommandType]?: readonly Try[] } = {
  recordContact: [{ type: 'contactMade' }],
  startScreening: [{ type: 'screeningStarted', fields: { personAgrees: true } }],
  recordScreening: ['low', 'moderate', 'high', 'undetermined'].map((level) => ({ type: 'screeningRecorded', fields: { level } })),
  acceptUpgrade: [{ type: 'upgradeAccepted', fields: { reasonRecorded: true } }],
  startAnalysis: [{ type: 'analysisStarted' }],
  completeAnalysis: [{ type: 'analysisCompleted', fields: { minimumHandled: true, wishesRecorded: true, mainFlagsKnown: true } }],
  recordDecision: [
    { type: 'decisionRecorded', fields: { decision: { way: 'assignment', exercise: false, ...someDecision } } },
    { type: 'decisionRecorded', fields: { decision: { way: 'own', exercise: true, redFlagsChecked: true } } },
  ],
  declineByPerson: [{ type: 'personDeclined' }],
  raiseRedFlag: [{ type: 'redFlagRaised', fields: { flag: 'RF05', urgency: 'U2' } }],
  clearExercise: [{ type: 'exerciseCleared', fields: { onWordOf: 'generalPractitioner' } }],
  reportFall: [{ type: 'fallReported', fields: { raises: null } }],
  correctFact: [{ type: 'factCorrected', fields: { level: null } }],
  giveConsent: [{ type: 'consentGiven', fields: { recipient: 'x' } }],
  withdrawConsent: [{ type: 'consentWithdrawn', fields: { recipient: 'x', essential: false } }],
  recordInterimEvaluation: [{ type: 'interimEvaluationRecorded' }],
  startEvaluation: [{ type: 'evaluationStarted' }],
  recordEvaluation: [{ type: 'evaluationRecorded', fields: { outcome: 'goalReached' } }],
  recordFollowUpTalk: [6, 12].map((months) => ({ type: 'followUpDone', fields: { months } })),
  answerFallsDiary: [{ type: 'fallsDiaryAnswered' }],
  recordMeasurement: [{ type: 'measurementRecorded' }],
  recordEnd: [{ type: 'personMoved' }],
  parkCase: [{ type: 'caseParked', fields: { until: '9999-12-31' } }],
  closeCase: [{ type: 'caseClosed', fields: { reason: 'other' } }],
}

const triesOnAssignment: { readonly [type in CommandType]?: Try } = {
  sendAssignment: { type: 'assignmentSent' },
  markAssignmentSeen: { type: 'assignmentSeen' },
  recordAttempt: { type: 'personAttempted', fields: { reached: true } },
  handOverAssignment: { type: 'assignmentHanded' },
  putOnWaitingList: { type: 'assignmentWaitlisted' },
  acceptAssignment: { type: 'assignmentAccepted', fields: { placeConfirmed: true, certificateValid: true } },
  declineAssignment: {
    type: 'assignmentDeclined',
    fields: { side: 'provider', next: 'alternative', until: null, alsoTold: null },
  },
  withdrawAssignment: { type: 'assignmentWithdrawn' },
  checkRedFlags: { type: 'redFlagsChecked' },
  startAssignment: { type: 'assignmentStarted' },
  recordSession: { type: 'sessionRecorded', fields: { attended: true } },
  pauseAssignment: { type: 'assignmentPaused', fields: { until: null } },
  resumeAssignment: { type: 'assignmentResumed' },
  completeAssignment: { type: 'assignmentCompleted' },
  stopAssignmentEarly: { type: 'assignmentStoppedEarly' },
  reportAssignment: { type: 'assignmentReported' },
}

type Attempt = (subject: Subject, one: Try) => Refusal | null

const attempting =
  (pathway: Pathway, state: CaseState, by: Role, on: IsoDate): Attempt =>
  (subject, { type, fields = {} }) => {
    const tried = write(pathway, state, [{ type, subject, occurredOn: on, by, fields, record: {} }])
    return tried.ok ? null : tried.refusal
  }

/** Nothing when it is no command on the case. */
function possibleOnCase(state: CaseState, command: CommandType, attempt: Attempt): Possibility[] {
  // No machine hears of a follow-up before it is there: the one condition is that of its entry.
  if (command === 'proposeFollowUp') {
    const refusal = state.position.context['closedAs'] === null ? null : caseIsClosed
    return [{ command, subject: ofCase, refusal }]
  }
  if (command === 'correctFact' && state.assessment === null) return [{ command, subject: ofCase, refusal: nothingToCorrect }]
  const openFlags = state.position.context['openFlags'] as readonly string[]
  const tries = command === 'releaseRedFlag' ? [releasing(openFlags)] : triesOnCase[command]
  if (tries === undefined) return []
  const refusals = tries.map((one) => attempt(ofCase, one))
  return [{ command, subject: ofCase, refusal: refusals.includes(null) ? null : refusals[0]! }]
}

/** One command on the case, for rows of a list: as `possibilities` says of it. */
export const couldTakeOnCase = (pathway: Pathway, state: CaseState, command: CommandType, by: Role, on: IsoDate): boolean =>
  possibleOnCase(state, command, attempting(pathway, state, by, on)).some(({ refusal }) => refusal === null)

/** `on` is today: guards may look at the day. Nothing is changed by asking. */
export function possibilities(pathway: Pathway, state: CaseState, by: Role, on: IsoDate): Possibility[] {
  const attempt = attempting(pathway, state, by, on)
  const onCase = commandTypes.flatMap((command) => possibleOnCase(state, command, attempt))
  const onAssignments = Object.keys(state.assignments).flatMap((subject) =>
    commandTypes.flatMap((command): Possibility[] => {
      const one = command === 'planStart' ? { type: 'assignmentPlanned', fields: { startsOn: on } } : triesOnAssignment[command]
      return one === undefined ? [] : [{ command, subject, refusal: attempt(subject, one) }]
    }),
  )
  return [...onCase, ...onAssignments]
}

/** What of `commands` one assignment could take by its own machine alone: quick, for lists. What its case makes of it is said with the assignment. */
export function possibleOnAssignment(
  { machines }: Pathway,
  position: Position,
  commands: readonly CommandType[],
  by: Role,
  on: IsoDate,
): CommandType[] {
  const events = commands.flatMap((command) => {
    const one = command === 'planStart' ? { type: 'assignmentPlanned', fields: { startsOn: on } } : triesOnAssignment[command]
    return one === undefined ? [] : [{ ...one.fields, type: one.type, occurredOn: on, by, command }]
  })
  return couldTake(machines.assignment, position, events).map(({ command }) => command)
}

/** Why a command of this kind cannot be given now, whatever it says; null when it depends on what it says. */
export function whyImpossible(pathway: Pathway, state: CaseState, command: Command, by: Role, on: IsoDate): Refusal | null {
  const onAssignment = command.type in triesOnAssignment || command.type === 'planStart'
  const subject = onAssignment && 'assignmentId' in command.payload ? command.payload.assignmentId : ofCase
  if (subject !== ofCase && state.assignments[subject] === undefined) return noSuchAssignment
  const same = possibilities(pathway, state, by, on).find((one) => one.command === command.type && one.subject === subject)
  return same?.refusal ?? null
}

const releasing = (flags: readonly string[]): Try => ({
  type: 'redFlagReleased',
  fields: { flags, outcomeRecorded: true, onWordOf: 'generalPractitioner' },
})
