// The first entry a command leads to: what is told to a machine, and what is computed and kept beside it.
import { whyNotParkedUntil, whyNotPausedUntil, whyNotStartOn } from './agreed-day.ts'
import { analysisEntry, correctionEntry, screeningEntry } from './assessed-entries.ts'
import type { CaseState } from './case-state.ts'
import type { Command, Envelope, NotNow } from './commands.ts'
import { declinedBecause } from './decline-reason.ts'
import { doseOf } from './dose.ts'
import { type Draft, draft, type Gathered } from './entry-draft.ts'
import type { Pathway } from './pathway.ts'
import { type Refusal, type Result, refused } from './result.ts'
import { interventionOf } from './routing.ts'
import type { Rules } from './rules.ts'

export type { Gathered } from './entry-draft.ts'

/** The entry of a command, without day and role; commands on assignments are in `entryForAssignment`. */
export function entryFor(pathway: Pathway, state: CaseState, command: Command, when: When, gathered: Gathered): Result<Draft> {
  switch (command.type) {
    case 'recordContact':
      return draft(command.payload.reached ? 'contactMade' : 'contactAttempted')
    case 'startScreening':
      return draft('screeningStarted', command.payload)
    case 'recordScreening':
      return screeningEntry(pathway.rules, { ...state.facts, ...command.payload.facts }, gathered)
    case 'acceptUpgrade':
      return draft('upgradeAccepted', { reasonRecorded: true }, command.payload)
    case 'startAnalysis':
      return draft('analysisStarted')
    case 'completeAnalysis':
      return analysisEntry(pathway, state, gathered)
    case 'recordDecision':
      return unknownIn(pathway.rules, command.payload.notNow) ?? decisionEntry(pathway.rules, state, command.payload, gathered)
    case 'declineByPerson':
      return draft('personDeclined', {}, command.payload)
    case 'raiseRedFlag':
      return raisedFlagEntry(pathway.rules, command.payload)
    case 'releaseRedFlag': {
      const { flags, outcome, onWordOfGp } = command.payload
      return draft('redFlagReleased', { flags, outcomeRecorded: true, ...wordOfGp(onWordOfGp) }, { outcome })
    }
    case 'clearExercise':
      return draft('exerciseCleared', wordOfGp(command.payload.onWordOfGp), { note: command.payload.note ?? null })
    case 'reportFall': {
      const { flag, injury, note } = command.payload
      const record = { injury, note: note ?? null }
      return flag === undefined
        ? draft('fallReported', { raises: null }, record)
        : flagEntry(pathway.rules, flag, (raises) => draft('fallReported', { raises }, record))
    }
    case 'correctFact':
      return correctionEntry(pathway.rules, state, command.payload)
    case 'giveConsent':
      return draft('consentGiven', { recipient: command.payload.recipient }, command.payload)
    case 'withdrawConsent':
      return draft(
        'consentWithdrawn',
        { recipient: command.payload.recipient, essential: isEssential(state, command.payload.recipient) },
        command.payload,
      )
    case 'recordInterimEvaluation':
      return draft('interimEvaluationRecorded', {}, command.payload)
    case 'startEvaluation':
      return draft('evaluationStarted')
    case 'recordEvaluation':
      return draft('evaluationRecorded', { outcome: command.payload.outcome }, command.payload)
    case 'recordFollowUpTalk':
      return draft('followUpDone', { months: command.payload.months }, command.payload)
    case 'answerFallsDiary':
      return draft('fallsDiaryAnswered', {}, command.payload)
    case 'recordMeasurement':
      return draft('measurementRecorded', {}, command.payload)
    case 'recordEnd':
      return draft(({ died: 'personDied', moved: 'personMoved', admitted: 'personAdmitted' } as const)[command.payload.what])
    case 'parkCase': {
      const { until, reason } = command.payload
      const why = whyNotParkedUntil(until, when.today)
      return why === null ? draft('caseParked', { until }, { reason }) : refused(why)
    }
    case 'closeCase':
      return draft('caseClosed', command.payload)
    case 'proposeFollowUp':
      return unknownIn(pathway.rules, command.payload.notNow) ?? followUpEntry(pathway.rules, state, command.payload, gathered)
    case 'declineAssignment': {
      const { assignmentId, reason, note } = command.payload
      const declined = declinedBecause(pathway, command.payload, when)
      const record = { reason, ...(note === undefined ? {} : { note }) }
      return declined.ok ? draft('assignmentDeclined', declined.value, record, assignmentId) : declined
    }
    case 'handOverAssignment': {
      const { assignmentId, to, note } = command.payload
      return draft('assignmentHanded', {}, { holderId: to, ...(note === undefined ? {} : { note }) }, assignmentId)
    }
    default:
      return whyNotOnThatDay(command, when) ?? entryForAssignment(pathway, state, command, gathered)
  }
}

const assignmentEvents = {
  sendAssignment: 'assignmentSent',
  markAssignmentSeen: 'assignmentSeen',
  recordAttempt: 'personAttempted',
  putOnWaitingList: 'assignmentWaitlisted',
  acceptAssignment: 'assignmentAccepted',
  withdrawAssignment: 'assignmentWithdrawn',
  planStart: 'assignmentPlanned',
  checkRedFlags: 'redFlagsChecked',
  startAssignment: 'assignmentStarted',
  recordSession: 'sessionRecorded',
  pauseAssignment: 'assignmentPaused',
  resumeAssignment: 'assignmentResumed',
  completeAssignment: 'assignmentCompleted',
  stopAssignmentEarly: 'assignmentStoppedEarly',
  reportAssignment: 'assignmentReported',
} as const

/** With the end the dose is kept: leaving early and a low dose are two outcomes. */
const endings: ReadonlySet<string> = new Set(['completeAssignment', 'stopAssignmentEarly'])

/** What the machine of an assignment is told; reasons and summaries are kept beside it. */
const toldToMachine: ReadonlySet<string> = new Set(['placeConfirmed', 'startsOn', 'attended', 'until', 'reached'])

function entryForAssignment(
  pathway: Pathway,
  state: CaseState,
  command: Extract<Command, { type: keyof typeof assignmentEvents }>,
  { certificateValid = true, meetings }: Gathered,
): Result<Draft> {
  const { assignmentId, ...rest } = command.payload
  const parts = Object.entries(rest)
  const fields = Object.fromEntries(parts.filter(([name]) => toldToMachine.has(name)))
  const record = Object.fromEntries(parts.filter(([name, value]) => !toldToMachine.has(name) && value !== undefined))
  const known = command.type === 'acceptAssignment' ? { certificateValid } : {}
  const ending = endings.has(command.type) ? state.assignments[assignmentId] : undefined
  const dose = ending === undefined ? {} : { dose: doseOf(ending, pathway, meetings) }
  return draft(assignmentEvents[command.type], { ...fields, ...known }, { ...record, ...dose }, assignmentId)
}

type When = Pick<Envelope, 'occurredOn' | 'today'>

function whyNotOnThatDay(command: Command, when: When): Result<Draft> | null {
  const why =
    command.type === 'planStart'
      ? whyNotStartOn(command.payload.startsOn, when)
      : command.type === 'pauseAssignment' && command.payload.until !== null
        ? whyNotPausedUntil(command.payload.until, when)
        : null
  return why === null ? null : refused(why)
}

const wordOfGp = (given: boolean) => (given ? { onWordOf: 'generalPractitioner' } : {})

function decisionEntry(
  { routing }: Rules,
  state: CaseState,
  payload: Extract<Command, { type: 'recordDecision' }>['payload'],
  gathered: Gathered,
): Result<Draft> {
  if (payload.way === 'own') {
    return draft(
      'decisionRecorded',
      { decision: { way: 'own', exercise: true, redFlagsChecked: payload.redFlagsChecked } },
      { ...payload, proposed: proposalOf(state) },
    )
  }
  if (!routing.interventions.some(({ id }) => id === payload.intervention)) return refused(notInCatalogue(payload.intervention))
  if (state.assignments[payload.assignmentId] !== undefined) return refused(assignmentExists)
  const proposal = proposalOf(state)
  const deviates = ![...proposal.primary, ...proposal.alternatives].includes(payload.intervention)
  if (deviates && payload.reasonForDeviation === undefined) return refused(deviationNeedsReason)
  const { kind } = interventionOf(routing, payload.intervention)
  const decision = {
    way: 'assignment',
    assignmentId: payload.assignmentId,
    intervention: payload.intervention,
    exercise: kind !== 'concern',
    domain: payload.domain,
    deliverer: payload.providerId,
    goalRecorded: true,
    consentGiven: payload.consentGiven,
    redFlagsChecked: payload.redFlagsChecked,
  }
  return draft('decisionRecorded', { decision }, { ...payload, proposed: proposal, ...chosenBy(gathered) })
}

/** Who chose, and whose work it becomes at the provider. */
const chosenBy = ({ actorId, holderId }: Gathered) => ({ referrerId: actorId ?? null, holderId: holderId ?? null })

/** What was proposed when the decision was taken: kept, so that agreement can be counted. */
const proposalOf = ({ assessment }: CaseState) => ({
  primary: assessment?.primary ?? [],
  alternatives: assessment?.alternatives ?? [],
  rule: assessment?.rule ?? null,
})

function flagEntry(
  { redFlags }: Rules,
  code: string,
  entry: (flag: { flag: string; urgency: string }) => Result<Draft>,
): Result<Draft> {
  const flag = redFlags.find(({ id }) => id === code)
  return flag === undefined ? refused(unknownFlag(code)) : entry({ flag: code, urgency: flag.urgency })
}

/** Reports of before there was this choice say nothing of what was done. */
function raisedFlagEntry(
  rules: Rules,
  { flag, acted, note }: Extract<Command, { type: 'raiseRedFlag' }>['payload'],
): Result<Draft> {
  const record = { note: note ?? null, ...(acted === undefined ? {} : { acted }) }
  const unreached = acted === 'gpNotReached' ? { gpNotReached: true } : {}
  return flagEntry(rules, flag, (known) => draft('redFlagRaised', { ...known, ...unreached }, record))
}

function followUpEntry(
  { followUps }: Rules,
  state: CaseState,
  payload: Extract<Command, { type: 'proposeFollowUp' }>['payload'],
  gathered: Gathered,
): Result<Draft> {
  const { assignmentId, code, providerId, offerId = null, runId = null, notNow } = payload
  if (!followUps.some(({ id }) => id === code)) return refused(notInCatalogue(code))
  if (state.assignments[assignmentId] !== undefined) return refused(assignmentExists)
  if (state.position.context['closedAs'] !== null) return refused(caseIsClosed)
  const fields = { exercise: false, form: 'followUp', intervention: code, redFlagsCheckedOn: state.openedOn }
  const record = { kind: 'followUp', code, providerId, payer: null, offerId, runId, ...chosenBy(gathered) }
  return draft('assignmentProposed', fields, notNow === undefined ? record : { ...record, notNow }, assignmentId)
}

/** Without this recipient the primary intervention cannot go on. */
const isEssential = (state: CaseState, recipient: string): boolean =>
  Object.values(state.assignments).some(
    ({ kind, providerId, position }) => kind === 'primary' && providerId === recipient && position.context['ended'] !== true,
  )

/** Only of what there is can somebody say: not now. */
function unknownIn({ routing, followUps }: Rules, notNow: readonly NotNow[] = []): Result<Draft> | null {
  const known = [...routing.interventions, ...followUps]
  const unknown = notNow.find(({ code }) => !known.some(({ id }) => id === code))
  return unknown === undefined ? null : refused(notInCatalogue(unknown.code))
}

const notInCatalogue = (code: string): Refusal => ({
  code: 'notInCatalogue',
  words: {
    nl: `"${code}" staat niet in de catalogus van dit traject.`,
    en: `"${code}" is not in the catalogue of this pathway.`,
  },
})
const unknownFlag = (code: string): Refusal => ({
  code: 'unknownFlag',
  words: { nl: `Rode vlag ${code} bestaat niet.`, en: `There is no red flag ${code}.` },
})
export const assignmentExists: Refusal = {
  code: 'assignmentExists',
  words: { nl: 'Deze opdracht bestaat al.', en: 'This assignment exists already.' },
}
export const caseIsClosed: Refusal = {
  code: 'caseClosed',
  words: {
    nl: 'Dit traject is afgesloten. Heropenen maakt een nieuw traject.',
    en: 'This case is closed. Reopening makes a new case.',
  },
}
const deviationNeedsReason: Refusal = {
  code: 'deviationNeedsReason',
  words: {
    nl: 'Deze keuze is niet voorgesteld. Geef de reden om ervan af te wijken.',
    en: 'This choice was not proposed. Give the reason to deviate from the proposal.',
  },
}
