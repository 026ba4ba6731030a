// Transitions T1 to T38 of the pathway model, one by one: from where, by what, to where, with which effects, and when refused.
import { expect, test } from 'vitest'
import type { AssignmentEvent } from '../../pathways/amstelland/v1/assignment-events.ts'
import { assignmentMachine } from '../../pathways/amstelland/v1/assignment-machine.ts'
import { type AssignmentContext, freshAssignment } from '../../pathways/amstelland/v1/assignment-setup.ts'
import type { CaseEvent } from '../../pathways/amstelland/v1/case-events.ts'
import { caseMachine, openCase, reopenCase } from '../../pathways/amstelland/v1/case-machine.ts'
import { type CaseContext, freshCase } from '../../pathways/amstelland/v1/case-setup.ts'
import { advance, type Position } from '../../src/domain/advance.ts'
import { graphOf } from '../../src/domain/machine-graph.ts'
import { acceptance, analysisDone, decisionFor, gpOutcome } from '../support/trace.ts'

const today = '2026-03-02'

/** A case in `progress`; `held` with RF03 open since yesterday. */
function caseIn(progress: string, context: Partial<CaseContext> = {}, safety: 'clear' | 'held' = 'clear'): Position {
  const hold = safety === 'held' ? { openFlags: ['RF03'], heldOn: '2026-03-01' } : {}
  return { value: { progress, safety }, context: { ...freshCase({ signalledOn: '2026-01-05' }), ...hold, ...context } }
}
const running = { primary: { id: 'otagoHome-1', exercise: true, over: false } }
const over = { primary: { id: 'otagoHome-1', exercise: true, over: true }, programmeEndedOn: '2026-02-20' }
const ofPrimary = { assignmentId: 'otagoHome-1' }

function assignmentIn(value: string, context: Partial<AssignmentContext> = {}): Position {
  const fresh = freshAssignment({
    proposedOn: '2026-01-05',
    exercise: true,
    form: 'home',
    intervention: 'otagoHome',
    redFlagsCheckedOn: '2026-02-20',
  })
  return { value, context: { ...fresh, ...context } }
}

type Outcome = { to?: string | { progress: string; safety?: string }; effects?: string[]; refused?: string }
type CaseRow = {
  t: string
  what: string
  from: Position
  event: Omit<CaseEvent, 'by' | 'occurredOn'> & Record<string, unknown>
} & Outcome
type AssignmentRow = { t: string; what: string; from: Position; event: Record<string, unknown> & { type: string } } & Outcome

const declined = { type: 'personDeclined', by: 'person' } as const
const raised = (flag: string, urgency = 'U2') => ({ type: 'redFlagRaised', flag, urgency })
const screening = (level: string) => ({ type: 'screeningRecorded', level })
const consentGone = (essential: boolean) => ({ type: 'consentWithdrawn', recipient: 'o7', essential, by: 'person' })

const caseRows = [
  {
    t: 'T2',
    what: 'the person agrees to the screening',
    from: caseIn('signalled'),
    event: { type: 'screeningStarted', personAgrees: true },
    to: { progress: 'screening' },
    effects: ['freezeRuleSet'],
  },
  {
    t: 'T2',
    what: 'without agreement',
    from: caseIn('signalled'),
    event: { type: 'screeningStarted', personAgrees: false },
    refused: 'conditionNotMet',
  },
  {
    t: 'T3',
    what: 'the third attempt without contact',
    from: caseIn('signalled', { attempts: 2 }),
    event: { type: 'contactAttempted' },
    to: { progress: 'closed' },
  },
  {
    t: 'T3',
    what: 'the second attempt',
    from: caseIn('signalled', { attempts: 1 }),
    event: { type: 'contactAttempted' },
    to: { progress: 'signalled' },
    effects: ['recordAttempt'],
  },
  { t: 'T3', what: 'declined at the first contact', from: caseIn('signalled'), event: declined, to: { progress: 'closed' } },
  {
    t: 'T4',
    what: 'low',
    from: caseIn('screening'),
    event: screening('low'),
    to: { progress: 'advised' },
    effects: ['giveLeafletAndOffer', 'startDeadline:TM12'],
  },
  {
    t: 'T5',
    what: 'moderate',
    from: caseIn('screening'),
    event: screening('moderate'),
    to: { progress: 'decision' },
    effects: ['startDeadline:decisionDue'],
  },
  {
    t: 'T6',
    what: 'high',
    from: caseIn('screening'),
    event: screening('high'),
    to: { progress: 'analysisPlanned' },
    effects: ['createAnalysisTask', 'startDeadline:TM3'],
  },
  {
    t: 'T7',
    what: 'undetermined',
    from: caseIn('screening'),
    event: screening('undetermined'),
    to: { progress: 'screeningIncomplete' },
    effects: ['listMissing', 'startDeadline:TM2'],
  },
  {
    t: 'T8',
    what: 'moderate, analysis after all',
    from: caseIn('decision', { level: 'moderate' }),
    event: { type: 'upgradeAccepted', reasonRecorded: true },
    to: { progress: 'analysisPlanned' },
    effects: ['recordUpgradeReason', 'startDeadline:TM3'],
  },
  {
    t: 'T8',
    what: 'without a reason',
    from: caseIn('decision', { level: 'moderate' }),
    event: { type: 'upgradeAccepted', reasonRecorded: false },
    refused: 'conditionNotMet',
  },
  {
    t: 'T8',
    what: 'when already high',
    from: caseIn('decision', { level: 'high' }),
    event: { type: 'upgradeAccepted', reasonRecorded: true },
    refused: 'conditionNotMet',
  },
  {
    t: 'T9',
    what: 'the practice nurse starts',
    from: caseIn('analysisPlanned'),
    event: { type: 'analysisStarted' },
    to: { progress: 'analysis' },
  },
  {
    t: 'T9',
    what: 'a volunteer starts',
    from: caseIn('analysisPlanned'),
    event: { type: 'analysisStarted', by: 'signaller' },
    refused: 'conditionNotMet',
  },
  {
    t: 'T9',
    what: 'while held',
    from: caseIn('analysisPlanned', {}, 'held'),
    event: { type: 'analysisStarted' },
    to: { progress: 'analysis', safety: 'held' },
  },
  {
    t: 'T10',
    what: 'U1',
    from: caseIn('analysis'),
    event: raised('RF01', 'U1'),
    to: { progress: 'analysis', safety: 'held' },
    effects: ['tellGp', 'holdExercise', 'startDeadline:TM4.U1'],
  },
  {
    t: 'T10',
    what: 'U2',
    from: caseIn('signalled'),
    event: raised('RF03'),
    to: { progress: 'signalled', safety: 'held' },
    effects: ['tellGp', 'holdExercise', 'startDeadline:TM4.U2'],
  },
  {
    t: 'T10',
    what: 'a second flag while held',
    from: caseIn('analysis', {}, 'held'),
    event: raised('RF05'),
    to: { progress: 'analysis', safety: 'held' },
    effects: ['recordRedFlag', 'startDeadline:TM4.U2'],
  },
  {
    t: 'T10',
    what: 'RF13 holds exercise only',
    from: caseIn('decision'),
    event: raised('RF13', 'U3'),
    to: { progress: 'decision', safety: 'clear' },
    effects: ['holdExercise', 'startDeadline:TM4.U3'],
  },
  {
    t: 'T10',
    what: 'RF15 asks a task',
    from: caseIn('decision'),
    event: raised('RF15', 'U3'),
    to: { progress: 'decision', safety: 'clear' },
    effects: ['createGpTask'],
  },
  { t: 'T10', what: 'an unknown flag', from: caseIn('decision'), event: raised('RF99'), refused: 'conditionNotMet' },
  {
    t: 'T11',
    what: 'the GP releases',
    from: caseIn('analysis', {}, 'held'),
    event: gpOutcome('RF03'),
    to: { progress: 'analysis', safety: 'clear' },
    effects: ['recordRelease', 'resumeExercise', 'stopDeadline:TM4.U2'],
  },
  {
    t: 'T11',
    what: "the practice nurse records the GP's word",
    from: caseIn('analysis', {}, 'held'),
    event: { ...gpOutcome('RF03'), by: 'practiceNurse', onWordOf: 'generalPractitioner' },
    to: { progress: 'analysis', safety: 'clear' },
  },
  {
    t: 'T11',
    what: 'the practice nurse alone',
    from: caseIn('analysis', {}, 'held'),
    event: { ...gpOutcome('RF03'), by: 'practiceNurse' },
    refused: 'conditionNotMet',
  },
  {
    t: 'T11',
    what: 'a physiotherapist on the word of the GP',
    from: caseIn('analysis', {}, 'held'),
    event: { ...gpOutcome('RF03'), by: 'physiotherapist', onWordOf: 'generalPractitioner' },
    refused: 'conditionNotMet',
  },
  {
    t: 'T11',
    what: 'without an outcome',
    from: caseIn('analysis', {}, 'held'),
    event: { ...gpOutcome('RF03'), outcomeRecorded: false },
    refused: 'conditionNotMet',
  },
  {
    t: 'T11',
    what: 'on a day before the flag',
    from: caseIn('analysis', {}, 'held'),
    event: { ...gpOutcome('RF03'), occurredOn: '2026-02-28' },
    refused: 'conditionNotMet',
  },
  {
    t: 'T11',
    what: 'one of two flags',
    from: caseIn('analysis', { openFlags: ['RF03', 'RF05'] }, 'held'),
    event: gpOutcome('RF03'),
    to: { progress: 'analysis', safety: 'held' },
    effects: ['recordRelease'],
  },
  {
    t: 'T11',
    what: 'exercise stays on hold for RF13',
    from: caseIn('analysis', { exerciseHold: true }, 'held'),
    event: gpOutcome('RF03'),
    to: { progress: 'analysis', safety: 'clear' },
    effects: ['recordRelease', '!resumeExercise'],
  },
  {
    t: 'T12',
    what: 'a complete analysis',
    from: caseIn('analysis'),
    event: analysisDone,
    to: { progress: 'decision' },
    effects: ['proposeRouting', 'proposeFollowUps', 'startDeadline:TM5', 'startDeadline:TM8', 'stopDeadline:TM3'],
  },
  {
    t: 'T12',
    what: 'while held',
    from: caseIn('analysis', {}, 'held'),
    event: analysisDone,
    to: { progress: 'decision', safety: 'held' },
  },
  {
    t: 'T12',
    what: 'RF01 to RF04 not all known',
    from: caseIn('analysis'),
    event: { ...analysisDone, mainFlagsKnown: false },
    refused: 'conditionNotMet',
  },
  {
    t: 'T12',
    what: 'without wishes',
    from: caseIn('analysis'),
    event: { ...analysisDone, wishesRecorded: false },
    refused: 'conditionNotMet',
  },
  {
    t: 'T13',
    what: 'Otago in care',
    from: caseIn('decision'),
    event: decisionFor('otagoHome'),
    to: { progress: 'intervention' },
    effects: ['proposeAssignment', 'stopDeadline:TM5'],
  },
  {
    t: 'T13',
    what: 'social without consent',
    from: caseIn('decision'),
    event: decisionFor('inBalans', { domain: 'social' }),
    refused: 'conditionNotMet',
  },
  {
    t: 'T13',
    what: 'without a goal',
    from: caseIn('decision'),
    event: decisionFor('otagoHome', { goalRecorded: false }),
    refused: 'conditionNotMet',
  },
  {
    t: 'T13',
    what: 'without a red-flag check',
    from: caseIn('decision'),
    event: decisionFor('otagoHome', { redFlagsChecked: false }),
    refused: 'conditionNotMet',
  },
  {
    t: 'T13',
    what: 'exercise while held',
    from: caseIn('decision', {}, 'held'),
    event: decisionFor('otagoHome'),
    refused: 'conditionNotMet',
  },
  {
    t: 'T13',
    what: 'exercise while RF13 is open',
    from: caseIn('decision', { exerciseHold: true }),
    event: decisionFor('otagoHome'),
    refused: 'conditionNotMet',
  },
  {
    t: 'T13',
    what: 'no exercise while RF13 is open',
    from: caseIn('decision', { exerciseHold: true }),
    event: decisionFor('zichtOpEvenwichtHome', { exercise: false }),
    to: { progress: 'intervention' },
  },
  {
    t: 'T14',
    what: 'own exercise',
    from: caseIn('decision'),
    event: { type: 'decisionRecorded', decision: { way: 'own', exercise: true, redFlagsChecked: true } },
    to: { progress: 'advised' },
    effects: ['recordOwnExercise', 'startDeadline:TM12'],
  },
  {
    t: 'T14',
    what: 'own exercise while held',
    from: caseIn('decision', {}, 'held'),
    event: { type: 'decisionRecorded', decision: { way: 'own', exercise: true, redFlagsChecked: true } },
    refused: 'conditionNotMet',
  },
  {
    t: 'T15',
    what: 'declined at the decision',
    from: caseIn('decision'),
    event: declined,
    to: { progress: 'closed' },
    effects: ['keepOfferOpen', 'stopAllDeadlines'],
  },
  {
    t: 'T16',
    what: 'the case hears of the acceptance',
    from: caseIn('intervention', running),
    event: { type: 'assignmentAccepted', ...ofPrimary },
    to: { progress: 'intervention' },
    effects: ['recordAssignmentNews'],
  },
  {
    t: 'T16',
    what: 'of another assignment',
    from: caseIn('intervention', running),
    event: { type: 'assignmentAccepted', assignmentId: 'x' },
    refused: 'conditionNotMet',
  },
  {
    t: 'T17',
    what: 'declined',
    from: caseIn('intervention', running),
    event: { type: 'assignmentDeclined', ...ofPrimary },
    to: { progress: 'decision' },
    effects: ['askNextAlternative', 'startDeadline:decisionDue'],
  },
  {
    t: 'T17',
    what: 'expired',
    from: caseIn('intervention', running),
    event: { type: 'assignmentExpired', ...ofPrimary },
    to: { progress: 'decision' },
    effects: ['askNextAlternative'],
  },
  {
    t: 'T18',
    what: 'the first session',
    from: caseIn('intervention', running),
    event: { type: 'assignmentStarted', ...ofPrimary },
    to: { progress: 'intervention' },
    effects: ['startDeadline:TM10'],
  },
  {
    t: 'T18',
    what: 'while held',
    from: caseIn('intervention', running, 'held'),
    event: { type: 'assignmentStarted', ...ofPrimary },
    refused: 'conditionNotMet',
  },
  {
    t: 'T18',
    what: 'while RF13 is open',
    from: caseIn('intervention', { ...running, exerciseHold: true }),
    event: { type: 'assignmentStarted', ...ofPrimary },
    refused: 'conditionNotMet',
  },
  {
    t: 'T20',
    what: 'the case hears it was completed',
    from: caseIn('intervention', running),
    event: { type: 'assignmentEnded', outcome: 'completed', ...ofPrimary },
    to: { progress: 'intervention' },
    effects: ['measureAtEnd', 'startDeadline:evaluationStart', 'startDeadline:TM13.end'],
  },
  {
    t: 'T21',
    what: 'the case hears it was stopped early',
    from: caseIn('intervention', running),
    event: { type: 'assignmentEnded', outcome: 'stoppedEarly', ...ofPrimary },
    to: { progress: 'intervention' },
    effects: ['recordStopReason', 'startDeadline:evaluationStart'],
  },
  {
    t: 'T22',
    what: 'a bruise does not hold',
    from: caseIn('analysis'),
    event: { type: 'fallReported', raises: null, by: 'person' },
    to: { progress: 'analysis', safety: 'clear' },
    effects: ['recordFall', 'recheckRedFlags'],
  },
  {
    t: 'T22',
    what: 'a red flag holds',
    from: caseIn('maintenance'),
    event: { type: 'fallReported', raises: { flag: 'RF02', urgency: 'U2' }, by: 'person' },
    to: { progress: 'maintenance', safety: 'held' },
    effects: ['recordFall', 'proposeRescreening', 'holdExercise', 'startDeadline:TM4.U2'],
  },
  {
    t: 'T22',
    what: 'after closing',
    from: caseIn('closed', { closedAs: 'completed' }),
    event: { type: 'fallReported', raises: null, by: 'person' },
    to: { progress: 'closed', safety: 'clear' },
    effects: ['recordFall', 'proposeRescreening'],
  },
  {
    t: 'T22',
    what: 'after closing, with a red flag',
    from: caseIn('closed', { closedAs: 'completed' }),
    event: { type: 'fallReported', raises: { flag: 'RF02', urgency: 'U2' }, by: 'person' },
    to: { progress: 'closed', safety: 'clear' },
    effects: ['recordFall', 'tellGp', 'proposeRescreening'],
  },
  {
    t: 'T23',
    what: 'evaluation after the end',
    from: caseIn('intervention', over),
    event: { type: 'evaluationStarted' },
    to: { progress: 'evaluation' },
    effects: ['checkAdviceFollowed'],
  },
  {
    t: 'T23',
    what: 'not while the programme runs',
    from: caseIn('intervention', running),
    event: { type: 'evaluationStarted' },
    refused: 'conditionNotMet',
  },
  {
    t: 'T23',
    what: 'interim, while it runs',
    from: caseIn('intervention', { ...running, analysedOn: '2026-01-10' }),
    event: { type: 'interimEvaluationRecorded' },
    to: { progress: 'intervention' },
    effects: ['recordInterimEvaluation', 'stopDeadline:TM8'],
  },
  {
    t: 'T24',
    what: 'goal reached',
    from: caseIn('evaluation', over),
    event: { type: 'evaluationRecorded', outcome: 'goalReached' },
    to: { progress: 'maintenance' },
    effects: ['handOverToExercise', 'startDeadline:TM11.half', 'startDeadline:TM11.year'],
  },
  {
    t: 'T24',
    what: 'plateau',
    from: caseIn('evaluation', over),
    event: { type: 'evaluationRecorded', outcome: 'plateau' },
    to: { progress: 'maintenance' },
  },
  {
    t: 'T25',
    what: 'unmet need',
    from: caseIn('evaluation', over),
    event: { type: 'evaluationRecorded', outcome: 'unmetNeed' },
    to: { progress: 'decision' },
    effects: ['checkPayerTerm', 'startDeadline:decisionDue'],
  },
  {
    t: 'T26',
    what: 'after a year',
    from: caseIn('maintenance', over),
    event: { type: 'followUpDone', months: 12 },
    to: { progress: 'closed' },
    effects: ['inviteToScreening'],
  },
  {
    t: 'T27',
    what: 'died',
    from: caseIn('analysis', {}, 'held'),
    event: { type: 'personDied' },
    to: { progress: 'closed', safety: 'clear' },
    effects: ['endShares', 'endOpenAssignments', 'stopAllDeadlines'],
  },
  { t: 'T27', what: 'moved', from: caseIn('advised'), event: { type: 'personMoved' }, to: { progress: 'closed' } },
  {
    t: 'T27',
    what: 'admitted',
    from: caseIn('intervention', running),
    event: { type: 'personAdmitted' },
    to: { progress: 'closed' },
  },
  {
    t: 'T28',
    what: 'an essential recipient',
    from: caseIn('intervention', running),
    event: consentGone(true),
    to: { progress: 'decision' },
    effects: ['blockSharing', 'tellRecipient', 'endPrimaryAssignment'],
  },
  {
    t: 'T28',
    what: 'another recipient',
    from: caseIn('intervention', running),
    event: consentGone(false),
    to: { progress: 'intervention' },
    effects: ['blockSharing', 'tellRecipient'],
  },
  {
    t: 'T28',
    what: 'while held it is recorded and waits',
    from: caseIn('intervention', running, 'held'),
    event: consentGone(true),
    to: { progress: 'intervention', safety: 'held' },
    effects: ['blockSharing', 'tellRecipient', '!endPrimaryAssignment'],
  },
  {
    t: 'T28',
    what: 'and takes effect on release',
    from: caseIn('intervention', { ...running, consentWaits: true }, 'held'),
    event: gpOutcome('RF03'),
    to: { progress: 'decision', safety: 'clear' },
    effects: ['endPrimaryAssignment', 'startDeadline:decisionDue'],
  },
  {
    t: 'T30',
    what: 'the case hears of a pause',
    from: caseIn('intervention', running),
    event: { type: 'assignmentPaused', ...ofPrimary },
    to: { progress: 'intervention' },
  },
  {
    t: 'T31',
    what: 'no resuming while held',
    from: caseIn('intervention', running, 'held'),
    event: { type: 'assignmentResumed', ...ofPrimary },
    refused: 'conditionNotMet',
  },
  {
    t: 'T32',
    what: 'declined in the analysis',
    from: caseIn('analysis'),
    event: declined,
    to: { progress: 'closed' },
    effects: ['endShares'],
  },
  {
    t: 'T32',
    what: 'while held it is recorded and waits',
    from: caseIn('analysis', {}, 'held'),
    event: declined,
    to: { progress: 'analysis', safety: 'held' },
    effects: ['recordDecline'],
  },
  {
    t: 'T32',
    what: 'and takes effect on release',
    from: caseIn('analysis', { declineWaits: true }, 'held'),
    event: gpOutcome('RF03'),
    to: { progress: 'closed', safety: 'clear' },
  },
  {
    t: 'T33',
    what: 'completed: high',
    from: caseIn('screeningIncomplete'),
    event: screening('high'),
    to: { progress: 'analysisPlanned' },
    effects: ['startDeadline:TM3', 'stopDeadline:TM2'],
  },
  {
    t: 'T33',
    what: 'still undetermined',
    from: caseIn('screeningIncomplete'),
    event: screening('undetermined'),
    to: { progress: 'screeningIncomplete' },
    effects: ['listMissing', 'startDeadline:TM2'],
  },
  {
    t: 'T34',
    what: 'the GP clears exercise',
    from: caseIn('decision', { exerciseHold: true }),
    event: { type: 'exerciseCleared', by: 'generalPractitioner' },
    to: { progress: 'decision' },
    effects: ['recordClearance', 'resumeExercise', 'stopDeadline:TM4.U3'],
  },
  {
    t: 'T34',
    what: 'not the practice nurse alone',
    from: caseIn('decision', { exerciseHold: true }),
    event: { type: 'exerciseCleared', by: 'practiceNurse' },
    refused: 'conditionNotMet',
  },
  {
    t: 'T34',
    what: 'cleared while another flag holds',
    from: caseIn('decision', { exerciseHold: true }, 'held'),
    event: { type: 'exerciseCleared', by: 'generalPractitioner' },
    to: { progress: 'decision', safety: 'held' },
    effects: ['recordClearance', '!resumeExercise'],
  },
  {
    t: 'T35',
    what: 'a fact corrected',
    from: caseIn('intervention', running),
    event: { type: 'factCorrected', level: 'high' },
    to: { progress: 'intervention' },
    effects: ['recordCorrection', 'recomputeLevelAndProposals', 'flagSentAssignments'],
  },
  {
    t: 'T35',
    what: 'after closing',
    from: caseIn('closed', { closedAs: 'other' }),
    event: { type: 'factCorrected', level: null },
    to: { progress: 'closed' },
    effects: ['recordCorrection', '!flagSentAssignments'],
  },
  {
    t: 'T36',
    what: 'low, with a group after all',
    from: caseIn('advised', { level: 'low' }),
    event: decisionFor('zichtOpEvenwichtGroup', { domain: 'social', consentGiven: true }),
    to: { progress: 'intervention' },
    effects: ['proposeAssignment', 'stopDeadline:TM12'],
  },
  {
    t: 'T37',
    what: 'closed at the evaluation',
    from: caseIn('evaluation', over),
    event: { type: 'caseClosed', reason: 'completed' },
    to: { progress: 'closed' },
  },
  {
    t: 'T37',
    what: 'not while held',
    from: caseIn('evaluation', over, 'held'),
    event: { type: 'caseClosed', reason: 'completed' },
    refused: 'conditionNotMet',
  },
  {
    t: 'T38',
    what: 'out of scope',
    from: caseIn('screening'),
    event: screening('outOfScope'),
    to: { progress: 'closed' },
    effects: ['adviseGp'],
  },
] as CaseRow[] // the rows spell events out; the machine's own types stand in the traces

const assignmentRows = [
  {
    t: 'T13',
    what: 'sent',
    from: assignmentIn('proposed'),
    event: { type: 'assignmentSent' },
    to: 'sent',
    effects: ['sendReferral', 'tellCase:assignmentSent', 'startDeadline:TM6', 'startDeadline:TM14'],
  },
  {
    t: 'T13',
    what: 'not sent while held',
    from: assignmentIn('proposed', { held: true }),
    event: { type: 'assignmentSent' },
    refused: 'conditionNotMet',
  },
  {
    t: 'T13',
    what: 'a follow-up without exercise is sent while held',
    from: assignmentIn('proposed', { held: true, exercise: false }),
    event: { type: 'assignmentSent' },
    to: 'sent',
  },
  {
    t: 'T16',
    what: 'accepted',
    from: assignmentIn('sent'),
    event: acceptance,
    to: 'accepted',
    effects: ['tellCase:assignmentAccepted', 'startDeadline:TM7', 'stopDeadline:TM6'],
  },
  { t: 'T16', what: 'accepted from the waiting list', from: assignmentIn('waitlisted'), event: acceptance, to: 'accepted' },
  {
    t: 'T16',
    what: 'with a lapsed certificate',
    from: assignmentIn('sent'),
    event: { ...acceptance, certificateValid: false },
    refused: 'conditionNotMet',
  },
  {
    t: 'T16',
    what: 'without a place',
    from: assignmentIn('sent'),
    event: { ...acceptance, placeConfirmed: false },
    refused: 'conditionNotMet',
  },
  {
    t: 'T17',
    what: 'declined',
    from: assignmentIn('sent'),
    event: { type: 'assignmentDeclined' },
    to: 'declined',
    effects: ['removeFromReceiver', 'tellCase:assignmentDeclined'],
  },
  {
    t: 'T17',
    what: 'expired',
    from: assignmentIn('sent'),
    event: { type: 'answerOverdue' },
    to: 'expired',
    effects: ['removeFromReceiver', 'escalate:TM6', 'tellCase:assignmentExpired'],
  },
  {
    t: 'T17',
    what: 'declined after acceptance',
    from: assignmentIn('accepted'),
    event: { type: 'assignmentDeclined' },
    to: 'declined',
    effects: ['tellReferrerReason', '!removeFromReceiver'],
  },
  {
    t: 'T18',
    what: 'first session',
    from: assignmentIn('accepted'),
    event: { type: 'assignmentStarted' },
    to: 'started',
    effects: ['measureAtStart', 'stopAllDeadlines', 'startDeadline:TM9'],
  },
  {
    t: 'T18',
    what: 'not while held',
    from: assignmentIn('planned', { held: true }),
    event: { type: 'assignmentStarted' },
    refused: 'conditionNotMet',
  },
  {
    t: 'T18',
    what: 'not with a lapsed red-flag check',
    from: assignmentIn('planned', { checkValid: false }),
    event: { type: 'assignmentStarted' },
    refused: 'conditionNotMet',
  },
  {
    t: 'T19',
    what: 'a session',
    from: assignmentIn('started'),
    event: { type: 'sessionRecorded', attended: true },
    to: 'started',
    effects: ['recordSession'],
  },
  {
    t: 'T19',
    what: 'two missed in a row',
    from: assignmentIn('started', { missedInARow: 1 }),
    event: { type: 'sessionRecorded', attended: false },
    to: 'started',
    effects: ['recordSession', 'signalAtRisk'],
  },
  {
    t: 'T19',
    what: 'not while held',
    from: assignmentIn('started', { held: true }),
    event: { type: 'sessionRecorded', attended: true },
    refused: 'conditionNotMet',
  },
  {
    t: 'T20',
    what: 'planned end reached',
    from: assignmentIn('started'),
    event: { type: 'assignmentCompleted' },
    to: 'completed',
    effects: ['tellCase:assignmentEnded', 'startDeadline:reportDue'],
  },
  { t: 'T20', what: 'from a pause', from: assignmentIn('paused'), event: { type: 'assignmentCompleted' }, to: 'completed' },
  {
    t: 'T21',
    what: 'stopped early',
    from: assignmentIn('paused'),
    event: { type: 'assignmentStoppedEarly' },
    to: 'stoppedEarly',
    effects: ['tellCase:assignmentEnded'],
  },
  {
    t: 'T30',
    what: 'paused',
    from: assignmentIn('started'),
    event: { type: 'assignmentPaused', until: null },
    to: 'paused',
    effects: ['pauseDeadlines', 'startDeadline:pauseReview'],
  },
  {
    t: 'T31',
    what: 'resumed',
    from: assignmentIn('paused'),
    event: { type: 'assignmentResumed' },
    to: 'started',
    effects: ['resumeDeadlines', 'stopDeadline:pauseReview'],
  },
  {
    t: 'T31',
    what: 'not while held',
    from: assignmentIn('paused', { held: true }),
    event: { type: 'assignmentResumed' },
    refused: 'conditionNotMet',
  },
  {
    t: 'loop',
    what: 'withdrawn before acceptance leaves nothing readable',
    from: assignmentIn('waitlisted'),
    event: { type: 'assignmentWithdrawn' },
    to: 'withdrawn',
    effects: ['removeFromReceiver', 'tellReceiver'],
  },
  {
    t: 'loop',
    what: 'withdrawn after acceptance tells the receiver',
    from: assignmentIn('planned'),
    event: { type: 'assignmentWithdrawn' },
    to: 'withdrawn',
    effects: ['tellReceiver', '!removeFromReceiver'],
  },
  {
    t: 'loop',
    what: 'not withdrawn once it runs',
    from: assignmentIn('started'),
    event: { type: 'assignmentWithdrawn' },
    refused: 'notNow',
  },
  {
    t: 'loop',
    what: 'seen is a fact',
    from: assignmentIn('sent'),
    event: { type: 'assignmentSeen' },
    to: 'sent',
    effects: ['recordSeen'],
  },
  {
    t: 'loop',
    what: 'an attempt to reach the person is a fact',
    from: assignmentIn('accepted'),
    event: { type: 'personAttempted' },
    to: 'accepted',
    effects: ['recordAttempt'],
  },
  {
    t: 'loop',
    what: 'the red-flag check lapses',
    from: assignmentIn('accepted'),
    event: { type: 'redFlagCheckLapsed' },
    to: 'accepted',
    effects: ['askRedFlagCheck', 'startDeadline:recheckReminder'],
  },
  {
    t: 'loop',
    what: 'the red-flag check is done again',
    from: assignmentIn('accepted', { checkValid: false }),
    event: { type: 'redFlagsChecked' },
    to: 'accepted',
    effects: ['recordRedFlagCheck', 'startDeadline:TM14'],
  },
  {
    t: 'loop',
    what: 'a hold stops the clocks',
    from: assignmentIn('sent'),
    event: { type: 'exerciseHeld' },
    to: 'sent',
    effects: ['pauseDeadlines'],
  },
  {
    t: 'loop',
    what: 'a release starts them again',
    from: assignmentIn('sent', { held: true }),
    event: { type: 'exerciseReleased' },
    to: 'sent',
    effects: ['resumeDeadlines'],
  },
  {
    t: 'loop',
    what: 'a release in a pause leaves them',
    from: assignmentIn('paused', { held: true }),
    event: { type: 'exerciseReleased' },
    to: 'paused',
    effects: ['recordRelease', '!resumeDeadlines'],
  },
  {
    t: 'loop',
    what: 'reported',
    from: assignmentIn('stoppedEarly', { ended: true }),
    event: { type: 'assignmentReported' },
    to: 'reported',
    effects: ['sendReport'],
  },
] as AssignmentRow[]

/** `startDeadline:TM5` for an effect with one parameter, else its name. */
const named = (effects: readonly { type: string; params?: object }[]): string[] =>
  effects.flatMap(({ type, params }) => [type, ...Object.values(params ?? {}).map((value) => `${type}:${value}`)])

function expectOutcome(result: ReturnType<typeof advance>, row: Outcome) {
  if (row.refused !== undefined) {
    expect(result.ok ? 'accepted' : result.refusal.code).toBe(row.refused)
    if (!result.ok) expect(result.refusal.words.nl).not.toBe(result.refusal.words.en)
    return
  }
  if (!result.ok) throw new Error(`${result.refusal.code}: ${result.refusal.words.en}`)
  if (typeof row.to === 'string') expect(result.value.position.value).toBe(row.to)
  else expect(result.value.position.value).toMatchObject(row.to!)
  const done = named(result.value.effects)
  for (const effect of row.effects ?? []) {
    if (effect.startsWith('!')) expect(done).not.toContain(effect.slice(1))
    else expect(done).toContain(effect)
  }
}

test.each(caseRows)('$t case: $what', (row) => {
  const event = { by: 'practiceNurse', occurredOn: today, ...row.event } as CaseEvent
  expectOutcome(advance(caseMachine, row.from, event), row)
})

test.each(assignmentRows)('$t assignment: $what', (row) => {
  const event = { by: 'careProvider', occurredOn: today, ...row.event } as AssignmentEvent
  expectOutcome(advance(assignmentMachine, row.from, event), row)
})

test.each([
  { who: 'age 80, at home', age: 80, livesAtHome: 'yes', opens: true },
  { who: 'nothing known yet', age: 'unknown', livesAtHome: 'unknown', opens: true },
  { who: 'age 65', age: 65, livesAtHome: 'yes', opens: true },
  { who: 'age 64', age: 64, livesAtHome: 'yes', opens: false },
  { who: 'in an institution', age: 80, livesAtHome: 'no', opens: false },
] as const)('T1: a signal about somebody of $who opens a case: $opens', ({ age, livesAtHome, opens }) => {
  const opened = openCase({ signalledOn: today, age, livesAtHome })
  expect(opened.ok).toBe(opens)
  if (opened.ok) expect(named(opened.value.effects)).toEqual(['confirmToSignaller', 'startDeadline', 'startDeadline:TM1'])
  else expect(opened.refusal.code).toBe('outOfScope')
})

test('T29: reopening makes a new case in screening that names the old one; the old one stays closed', () => {
  const reopened = reopenCase({ closedCaseId: 'case-1', occurredOn: today, by: 'practiceNurse', personAgrees: true })
  if (!reopened.ok) throw new Error(reopened.refusal.words.en)
  expect(reopened.value.position.value).toEqual({ progress: 'screening', safety: 'clear' })
  expect(reopened.value.position.context.reopenedFrom).toBe('case-1')
  expect(reopenCase({ closedCaseId: 'case-1', occurredOn: today, by: 'practiceNurse', personAgrees: false }).ok).toBe(false)
})

test('T29: a closed case takes only what may be said afterwards: a fall, a correction, consent withdrawn, the end of a follow-up', () => {
  const closed = caseIn('closed', { closedAs: 'completed', primary: over.primary })
  const takes = caseRows.filter(
    ({ event }) => advance(caseMachine, closed, { by: 'generalPractitioner', occurredOn: today, ...event } as CaseEvent).ok,
  )
  expect([...new Set(takes.map(({ event }) => event.type))].sort()).toEqual(['consentWithdrawn', 'factCorrected', 'fallReported'])
})

test('every transition T1 to T38 stands in a machine or in a function, and has a row here', () => {
  const numbered = [...graphOf(caseMachine).transitions, ...graphOf(assignmentMachine).transitions].flatMap(
    ({ number }) => number ?? [],
  )
  const all = Array.from({ length: 38 }, (_, index) => `T${index + 1}`)
  expect(all.filter((t) => !numbered.includes(t))).toEqual(['T1', 'T29'])
  const tested = new Set(['T1', 'T29', ...caseRows.map(({ t }) => t), ...assignmentRows.map(({ t }) => t)])
  expect(all.filter((t) => !tested.has(t))).toEqual([])
})

test('an event of no machine is refused by name, never swallowed', () => {
  const result = advance(caseMachine, caseIn('analysis'), { type: 'fullMoon', by: 'system', occurredOn: today } as never)
  expect(result.ok ? null : [result.refusal.code, result.refusal.detail]).toEqual(['unknownEvent', 'fullMoon'])
})

test('a step is never dated before the step it answers; a fact and the end may be', () => {
  const at = caseIn('analysisPlanned', { steppedOn: today })
  const yesterday = '2026-03-01'
  const said = { by: 'practiceNurse', occurredOn: yesterday } as const
  const early = advance(caseMachine, at, { type: 'analysisStarted', ...said })
  expect(early.ok ? null : early.refusal.code).toBe('beforePreviousStep')
  expect(advance(caseMachine, at, { type: 'fallReported', raises: { flag: 'RF03', urgency: 'U2' }, ...said }).ok).toBe(true)
  expect(advance(caseMachine, at, { type: 'personDied', ...said }).ok).toBe(true)
})
