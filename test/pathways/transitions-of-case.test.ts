// Transitions T1 to T38 of a case, one by one: from where, by what, to where, with which effects, and when refused.
import { expect, test } from 'vitest'
import { assignmentMachine } from '../../pathways/amstelland/v1/assignment-machine.ts'
import type { CaseEvent } from '../../pathways/amstelland/v1/case-events.ts'
import { caseMachine } from '../../pathways/amstelland/v1/case-machine.ts'
import { type CaseContext, freshCase } from '../../pathways/amstelland/v1/case-setup.ts'
import { advance, type Position } from '../../src/domain/advance.ts'
import { graphOf } from '../../src/domain/machine-graph.ts'
import { givenCase } from '../support/given-case.ts'
import { effectNames, expectOutcome } from '../support/outcome.ts'
import { analysisDone, decisionFor, gpOutcome } from '../support/trace.ts'

const today = '2026-03-02'

const caseIn = (progress: string, context: Partial<CaseContext> = {}, safety: 'clear' | 'held' = 'clear'): Position => ({
  value: { progress, safety },
  context: { ...freshCase({ signalledOn: '2026-01-05' }), ...context },
})
/** With RF03 open since yesterday. */
const heldIn = (progress: string, context: Partial<CaseContext> = {}): Position =>
  caseIn(progress, { openFlags: ['RF03'], heldOn: '2026-03-01', ...context }, 'held')
const running = { primary: { id: 'otagoHome-1', exercise: true, over: false } }
const over = { primary: { id: 'otagoHome-1', exercise: true, over: true }, programmeEndedOn: '2026-02-20' }

const declined = { type: 'personDeclined', by: 'person' }
const raised = (flag: string, urgency = 'U2') => ({ type: 'redFlagRaised', flag, urgency })
const screening = (level: string) => ({ type: 'screeningRecorded', level })
const consentGone = (essential: boolean) => ({ type: 'consentWithdrawn', recipient: 'o7', essential, by: 'person' })
const news = (type: string, more = {}) => ({ type, assignmentId: 'otagoHome-1', ...more })
const upgrade = (reasonRecorded: boolean) => ({ type: 'upgradeAccepted', reasonRecorded })
const evaluated = (outcome: string) => ({ type: 'evaluationRecorded', outcome })
const fall = { type: 'fallReported', raises: null, by: 'person' }
const fallWithHeadInjury = { type: 'fallReported', raises: { flag: 'RF02', urgency: 'U2' }, by: 'person' }
const ownExercise = { type: 'decisionRecorded', decision: { way: 'own', exercise: true, redFlagsChecked: true } }
const gpSaid = { onWordOf: 'generalPractitioner' }

/** The outcome is `refused`, or the state it leads to (`progress/safety` where both matter) and effects; `!effect` is not named. */
const rows: [what: string, from: Position, event: { type: string; [field: string]: unknown }, outcome: string][] = [
  [
    'T2 the person agrees to the screening',
    caseIn('signalled'),
    { type: 'screeningStarted', personAgrees: true },
    'screening freezeRuleSet',
  ],
  ['T2 without agreement', caseIn('signalled'), { type: 'screeningStarted', personAgrees: false }, 'refused'],
  ['T3 the third attempt without contact', caseIn('signalled', { attempts: 2 }), { type: 'contactAttempted' }, 'closed'],
  ['T3 the second attempt', caseIn('signalled', { attempts: 1 }), { type: 'contactAttempted' }, 'signalled recordAttempt'],
  ['T3 declined at the first contact', caseIn('signalled'), declined, 'closed'],
  ['T4 low', caseIn('screening'), screening('low'), 'advised giveLeafletAndOffer startDeadline:TM12'],
  ['T5 moderate', caseIn('screening'), screening('moderate'), 'decision startDeadline:decisionDue'],
  ['T6 high', caseIn('screening'), screening('high'), 'analysisPlanned createAnalysisTask startDeadline:TM3'],
  ['T7 undetermined', caseIn('screening'), screening('undetermined'), 'screeningIncomplete listMissing startDeadline:TM2'],
  [
    'T8 moderate, analysis after all',
    caseIn('decision', { level: 'moderate' }),
    upgrade(true),
    'analysisPlanned recordUpgradeReason startDeadline:TM3',
  ],
  ['T8 without a reason', caseIn('decision', { level: 'moderate' }), upgrade(false), 'refused'],
  ['T8 when already high', caseIn('decision', { level: 'high' }), upgrade(true), 'refused'],
  ['T9 the practice nurse starts', caseIn('analysisPlanned'), { type: 'analysisStarted' }, 'analysis'],
  ['T9 a volunteer starts', caseIn('analysisPlanned'), { type: 'analysisStarted', by: 'signaller' }, 'refused'],
  ['T9 while held', heldIn('analysisPlanned'), { type: 'analysisStarted' }, 'analysis/held'],
  ['T10 U1', caseIn('analysis'), raised('RF01', 'U1'), 'analysis/held tellGp holdExercise startDeadline:TM4.U1'],
  ['T10 U2', caseIn('signalled'), raised('RF03'), 'signalled/held tellGp holdExercise startDeadline:TM4.U2'],
  [
    'T10 U2, and the GP is not reached',
    caseIn('analysis'),
    { ...raised('RF03'), gpNotReached: true },
    'analysis/held tellGp alarmPractice holdExercise startDeadline:TM4.U2',
  ],
  [
    'T10 the same while held',
    heldIn('analysis'),
    { ...raised('RF05'), gpNotReached: true },
    'analysis/held alarmPractice startDeadline:TM4.U2',
  ],
  ['T10 the GP was called', caseIn('analysis'), raised('RF03'), 'analysis/held tellGp !alarmPractice'],
  [
    'T10 a task when the GP is not reached',
    caseIn('analysis'),
    { ...raised('RF14', 'U3'), gpNotReached: true },
    'analysis/clear createGpTask !alarmPractice',
  ],
  ['T10 a second flag while held', heldIn('analysis'), raised('RF05'), 'analysis/held recordRedFlag startDeadline:TM4.U2'],
  ['T10 RF13 holds exercise only', caseIn('decision'), raised('RF13', 'U3'), 'decision/clear holdExercise startDeadline:TM4.U3'],
  ['T10 RF15 asks a task', caseIn('decision'), raised('RF15', 'U3'), 'decision/clear createGpTask'],
  ['T10 an unknown flag', caseIn('decision'), raised('RF99'), 'refused'],
  [
    'T11 the GP releases',
    heldIn('analysis'),
    gpOutcome('RF03'),
    'analysis/clear recordRelease resumeExercise stopDeadline:TM4.U2',
  ],
  [
    "T11 the practice nurse records the GP's word",
    heldIn('analysis'),
    { ...gpOutcome('RF03'), by: 'practiceNurse', ...gpSaid },
    'analysis/clear',
  ],
  ['T11 the practice nurse alone', heldIn('analysis'), { ...gpOutcome('RF03'), by: 'practiceNurse' }, 'refused'],
  [
    'T11 a physiotherapist on the word of the GP',
    heldIn('analysis'),
    { ...gpOutcome('RF03'), by: 'physiotherapist', ...gpSaid },
    'refused',
  ],
  ['T11 without an outcome', heldIn('analysis'), { ...gpOutcome('RF03'), outcomeRecorded: false }, 'refused'],
  ['T11 on a day before the flag', heldIn('analysis'), { ...gpOutcome('RF03'), occurredOn: '2026-02-28' }, 'refused'],
  ['T11 one of two flags', heldIn('analysis', { openFlags: ['RF03', 'RF05'] }), gpOutcome('RF03'), 'analysis/held recordRelease'],
  [
    'T11 exercise stays on hold for RF13',
    heldIn('analysis', { exerciseHold: true }),
    gpOutcome('RF03'),
    'analysis/clear recordRelease !resumeExercise',
  ],
  [
    'T12 a complete analysis',
    caseIn('analysis'),
    analysisDone,
    'decision proposeRouting proposeFollowUps startDeadline:TM5 startDeadline:TM8 stopDeadline:TM3',
  ],
  ['T12 while held', heldIn('analysis'), analysisDone, 'decision/held'],
  ['T12 RF01 to RF04 not all known', caseIn('analysis'), { ...analysisDone, mainFlagsKnown: false }, 'refused'],
  ['T12 without wishes', caseIn('analysis'), { ...analysisDone, wishesRecorded: false }, 'refused'],
  ['T13 Otago in care', caseIn('decision'), decisionFor('otagoHome'), 'intervention proposeAssignment stopDeadline:TM5'],
  ['T13 social without consent', caseIn('decision'), decisionFor('inBalans', { domain: 'social' }), 'refused'],
  ['T13 without a goal', caseIn('decision'), decisionFor('otagoHome', { goalRecorded: false }), 'refused'],
  ['T13 without a red-flag check', caseIn('decision'), decisionFor('otagoHome', { redFlagsChecked: false }), 'refused'],
  ['T13 exercise while held', heldIn('decision'), decisionFor('otagoHome'), 'refused'],
  ['T13 exercise while RF13 is open', caseIn('decision', { exerciseHold: true }), decisionFor('otagoHome'), 'refused'],
  [
    'T13 no exercise while RF13 is open',
    caseIn('decision', { exerciseHold: true }),
    decisionFor('zichtOpEvenwichtHome', { exercise: false }),
    'intervention',
  ],
  ['T14 own exercise', caseIn('decision'), ownExercise, 'advised recordOwnExercise startDeadline:TM12'],
  ['T14 own exercise while held', heldIn('decision'), ownExercise, 'refused'],
  ['T15 declined at the decision', caseIn('decision'), declined, 'closed keepOfferOpen stopAllDeadlines'],
  [
    'T16 the case hears of the acceptance',
    caseIn('intervention', running),
    news('assignmentAccepted'),
    'intervention recordAssignmentNews',
  ],
  ['T16 of another assignment', caseIn('intervention', running), { type: 'assignmentAccepted', assignmentId: 'x' }, 'refused'],
  [
    'T17 declined',
    caseIn('intervention', running),
    news('assignmentDeclined'),
    'decision askNextAlternative startDeadline:decisionDue',
  ],
  ['T17 expired', caseIn('intervention', running), news('assignmentExpired'), 'decision askNextAlternative'],
  [
    'T17 declined until after the summer: nobody asks before that day',
    caseIn('intervention', running),
    news('assignmentDeclined', { next: 'park', until: '2026-09-07' }),
    'decision recordParking startDeadline:parkedUntil !askNextAlternative !startDeadline:decisionDue',
  ],
  [
    'T17 declined because the person does not want it: first a talk',
    caseIn('intervention', running),
    news('assignmentDeclined', { next: 'talk', until: null }),
    'decision askToTalk startDeadline:decisionDue !askNextAlternative',
  ],
  [
    'the decision is put off',
    caseIn('decision'),
    { type: 'caseParked', until: '2026-09-07' },
    'decision recordParking stopDeadline:TM5 stopDeadline:decisionDue startDeadline:parkedUntil',
  ],
  ['what runs cannot be put off', caseIn('intervention', running), { type: 'caseParked', until: '2026-09-07' }, 'refused:notNow'],
  [
    'the agreed day has come',
    caseIn('decision', { parkedUntil: '2026-03-02' }),
    { type: 'parkingOver', by: 'system' },
    'decision askAfterParking startDeadline:decisionDue',
  ],
  [
    'a follow-up is put off',
    caseIn('intervention', running),
    { type: 'followUpEnded', assignmentId: 'f1', outcome: 'declined', next: 'park', until: '2026-09-07' },
    'intervention recordFollowUpAction startDeadline:followUpRevisit !askFollowUpAlternative',
  ],
  [
    'the follow-up is asked about again',
    caseIn('maintenance'),
    { type: 'followUpRevisitDue', assignmentId: 'f1', by: 'system' },
    'maintenance askFollowUpAgain',
  ],
  ['T18 the first session', caseIn('intervention', running), news('assignmentStarted'), 'intervention startDeadline:TM10'],
  ['T18 while held', heldIn('intervention', running), news('assignmentStarted'), 'refused'],
  ['T18 while RF13 is open', caseIn('intervention', { ...running, exerciseHold: true }), news('assignmentStarted'), 'refused'],
  [
    'T20 the case hears it was completed',
    caseIn('intervention', running),
    news('assignmentEnded', { outcome: 'completed' }),
    'intervention measureAtEnd startDeadline:evaluationStart startDeadline:TM13.end',
  ],
  [
    'T21 the case hears it was stopped early',
    caseIn('intervention', running),
    news('assignmentEnded', { outcome: 'stoppedEarly' }),
    'intervention recordStopReason startDeadline:evaluationStart',
  ],
  ['T22 a bruise does not hold', caseIn('analysis'), fall, 'analysis/clear recordFall recheckRedFlags'],
  [
    'T22 a red flag holds',
    caseIn('maintenance'),
    fallWithHeadInjury,
    'maintenance/held recordFall proposeRescreening holdExercise startDeadline:TM4.U2',
  ],
  ['T22 after closing', caseIn('closed', { closedAs: 'completed' }), fall, 'closed/clear recordFall proposeRescreening'],
  [
    'T22 after closing, with a red flag',
    caseIn('closed', { closedAs: 'completed' }),
    fallWithHeadInjury,
    'closed/clear recordFall tellGp proposeRescreening',
  ],
  ['T23 evaluation after the end', caseIn('intervention', over), { type: 'evaluationStarted' }, 'evaluation checkAdviceFollowed'],
  ['T23 not while the programme runs', caseIn('intervention', running), { type: 'evaluationStarted' }, 'refused'],
  [
    'T23 interim, while it runs',
    caseIn('intervention', { ...running, analysedOn: '2026-01-10' }),
    { type: 'interimEvaluationRecorded' },
    'intervention recordInterimEvaluation stopDeadline:TM8',
  ],
  [
    'T24 goal reached',
    caseIn('evaluation', over),
    evaluated('goalReached'),
    'maintenance handOverToExercise startDeadline:TM11.half startDeadline:TM11.year',
  ],
  ['T24 plateau', caseIn('evaluation', over), evaluated('plateau'), 'maintenance'],
  ['T25 unmet need', caseIn('evaluation', over), evaluated('unmetNeed'), 'decision checkPayerTerm startDeadline:decisionDue'],
  ['T26 after a year', caseIn('maintenance', over), { type: 'followUpDone', months: 12 }, 'closed inviteToScreening'],
  ['T26 not while held', heldIn('maintenance', over), { type: 'followUpDone', months: 12 }, 'refused'],
  [
    'T26 after half a year it goes on',
    caseIn('maintenance', over),
    { type: 'followUpDone', months: 6 },
    'maintenance recordFollowUpTalk',
  ],
  ['T27 died', heldIn('analysis'), { type: 'personDied' }, 'closed/clear endShares endOpenAssignments stopAllDeadlines'],
  ['T27 moved', caseIn('advised'), { type: 'personMoved' }, 'closed'],
  ['T27 admitted', caseIn('intervention', running), { type: 'personAdmitted' }, 'closed'],
  [
    'T28 an essential recipient',
    caseIn('intervention', running),
    consentGone(true),
    'decision blockSharing tellRecipient endPrimaryAssignment',
  ],
  ['T28 another recipient', caseIn('intervention', running), consentGone(false), 'intervention blockSharing tellRecipient'],
  [
    'T28 while held it is recorded and waits',
    heldIn('intervention', running),
    consentGone(true),
    'intervention/held blockSharing tellRecipient !endPrimaryAssignment',
  ],
  [
    'T28 and takes effect on release',
    heldIn('intervention', { ...running, consentWaits: true }),
    gpOutcome('RF03'),
    'decision/clear endPrimaryAssignment startDeadline:decisionDue',
  ],
  ['T30 the case hears of a pause', caseIn('intervention', running), news('assignmentPaused'), 'intervention'],
  ['T31 no resuming while held', heldIn('intervention', running), news('assignmentResumed'), 'refused'],
  ['T32 declined in the analysis', caseIn('analysis'), declined, 'closed endShares'],
  ['T32 while held it is recorded and waits', heldIn('analysis'), declined, 'analysis/held recordDecline'],
  ['T32 and takes effect on release', heldIn('analysis', { declineWaits: true }), gpOutcome('RF03'), 'closed/clear'],
  ['T33 completed: high', caseIn('screeningIncomplete'), screening('high'), 'analysisPlanned startDeadline:TM3 stopDeadline:TM2'],
  [
    'T33 still undetermined',
    caseIn('screeningIncomplete'),
    screening('undetermined'),
    'screeningIncomplete listMissing startDeadline:TM2',
  ],
  [
    'T34 the GP clears exercise',
    caseIn('decision', { exerciseHold: true }),
    { type: 'exerciseCleared', by: 'generalPractitioner' },
    'decision recordClearance resumeExercise stopDeadline:TM4.U3',
  ],
  [
    'T34 not the practice nurse alone',
    caseIn('decision', { exerciseHold: true }),
    { type: 'exerciseCleared', by: 'practiceNurse' },
    'refused',
  ],
  [
    'T34 cleared while another flag holds',
    heldIn('decision', { exerciseHold: true }),
    { type: 'exerciseCleared', by: 'generalPractitioner' },
    'decision/held recordClearance !resumeExercise',
  ],
  [
    'T35 a fact corrected',
    caseIn('intervention', running),
    { type: 'factCorrected', level: 'high' },
    'intervention recordCorrection recomputeLevelAndProposals flagSentAssignments',
  ],
  [
    'T35 after closing',
    caseIn('closed', { closedAs: 'other' }),
    { type: 'factCorrected', level: null },
    'closed recordCorrection !flagSentAssignments',
  ],
  [
    'T36 low, with a group after all',
    caseIn('advised', { level: 'low' }),
    decisionFor('zichtOpEvenwichtGroup', { domain: 'social', consentGiven: true }),
    'intervention proposeAssignment stopDeadline:TM12',
  ],
  ['T37 closed at the evaluation', caseIn('evaluation', over), { type: 'caseClosed', reason: 'completed' }, 'closed'],
  ['T37 not while held', heldIn('evaluation', over), { type: 'caseClosed', reason: 'completed' }, 'refused'],
  ['T38 out of scope', caseIn('screening'), screening('outOfScope'), 'closed adviseGp'],
  [
    'T13 the case hears it was sent',
    caseIn('intervention', running),
    news('assignmentSent'),
    'intervention recordAssignmentNews',
  ],
  ['T13 not sent while held', heldIn('intervention', running), news('assignmentSent'), 'refused'],
  ['T33 given up after two reminders', caseIn('screeningIncomplete', { reminders: 2 }), { type: 'completionOverdue' }, 'closed'],
  [
    'T33 not given up while held',
    heldIn('screeningIncomplete', { reminders: 2 }),
    { type: 'completionOverdue' },
    'screeningIncomplete remind',
  ],
]

const eventOf = (happening: { type: string; [field: string]: unknown }) =>
  ({ by: 'practiceNurse', occurredOn: today, ...happening }) as CaseEvent // spelled out above

test.each(rows)('%s', (_, from, event, outcome) => expectOutcome(advance(caseMachine, from, eventOf(event)), outcome))

test.each([
  { who: 'age 80, at home', age: 80, livesAtHome: 'yes', opens: true },
  { who: 'nothing known yet', age: 'unknown', livesAtHome: 'unknown', opens: true },
  { who: 'age 65', age: 65, livesAtHome: 'yes', opens: true },
  { who: 'age 64', age: 64, livesAtHome: 'yes', opens: false },
  { who: 'in an institution', age: 80, livesAtHome: 'no', opens: false },
] as const)('T1: a signal about somebody of $who opens a case: $opens', ({ age, livesAtHome, opens }) => {
  const { opened } = givenCase(today, { age, livesAtHome })
  expect(opened.ok).toBe(opens)
  if (opened.ok)
    expect(effectNames(opened.value.effects.map(({ effect }) => effect))).toEqual([
      'confirmToSignaller',
      'startDeadline',
      'startDeadline:TM1',
    ])
  else expect(opened.refusal.code).toBe('outOfScope')
})

test.each([
  { personAgrees: true, progress: 'screening', deadline: 'screeningDone' },
  { personAgrees: false, progress: 'signalled', deadline: 'TM1' },
])(
  'T29: reopening makes a new case that names the old one, in $progress when the person agrees: $personAgrees',
  ({ personAgrees, progress, deadline }) => {
    const { state } = givenCase(today, { reopenedFrom: 'case-1', personAgrees })
    expect(state.position.value).toEqual({ progress, safety: 'clear' })
    expect(state.position.context['reopenedFrom']).toBe('case-1')
    expect(state.book.map((row) => row.deadline)).toEqual([deadline])
  },
)

test('T29: a closed case takes only what may be said afterwards: a fall, a correction, consent withdrawn, the end of a follow-up', () => {
  const closed = caseIn('closed', { closedAs: 'completed', primary: over.primary })
  const takes = rows.filter(([, , event]) => advance(caseMachine, closed, eventOf({ by: 'generalPractitioner', ...event })).ok)
  expect([...new Set(takes.map(([, , event]) => event.type))].sort()).toEqual([
    'consentWithdrawn',
    'factCorrected',
    'fallReported',
    'followUpEnded',
  ])
})

test('every transition T1 to T38 stands in a machine or in a function, and has a row here', () => {
  const numbered = [...graphOf(caseMachine).transitions, ...graphOf(assignmentMachine).transitions].flatMap(
    ({ number }) => number ?? [],
  )
  const all = Array.from({ length: 38 }, (_, index) => `T${index + 1}`)
  expect(all.filter((t) => !numbered.includes(t))).toEqual(['T1', 'T29'])
  const tested = new Set(['T1', 'T29', ...rows.map(([what]) => what.split(' ')[0])])
  // T19 is of the assignment alone; the case is not told of each session.
  expect(all.filter((t) => !tested.has(t))).toEqual(['T19'])
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
