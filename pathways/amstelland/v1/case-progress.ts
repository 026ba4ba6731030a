// The states of a case from signal to closed: the region `progress`. Transitions carry their number in the dossier (07, T1 to T38).

import type { Meta, Owner } from '../../../src/domain/machine-definition.ts'
import type { PlainWords } from '../../../src/domain/words.ts'
import { caseSetup, chase, closeAs, startDeadline, stopDeadline } from './case-setup.ts'

const state = (owner: Owner, words: PlainWords): Meta => ({ state: { owner, words } })
const remind = <Id extends Parameters<typeof startDeadline>[0]>(deadline: Id) =>
  ({ type: 'remind', params: { deadline } }) as const

export const signalled = caseSetup.createStateConfig({
  meta: state('practiceNurse', {
    nl: 'aangemeld, nog geen contact',
    en: 'signalled, no contact yet',
    b1: 'Iemand heeft aan ons gevraagd om met u te praten over stevig staan. Wij nemen contact met u op.',
  }),
  entry: ['noteStep', 'confirmToSignaller', startDeadline('TM1')],
  exit: [stopDeadline('TM1'), stopDeadline('screeningStart')],
  on: {
    contactMade: { actions: ['recordContact', stopDeadline('TM1'), startDeadline('screeningStart')] },
    contactAttempted: [
      { guard: 'lastAttempt', target: 'closed', actions: ['recordAttempt', closeAs('noContact')], description: 'T3' },
      { actions: ['recordAttempt', 'countAttempt'] },
    ],
    firstContactOverdue: chase('TM1', 'TM1'),
    screeningOverdue: chase('screeningStart', 'screeningStart'),
    screeningStarted: { guard: 'personAgrees', target: 'screening', actions: 'freezeRuleSet', description: 'T2' },
    personDeclined: { guard: 'clear', target: 'closed', actions: closeAs('declined'), description: 'T3' },
  },
})

const afterScreening = [
  { guard: 'levelLow', target: 'advised', actions: ['noteScreening', 'giveLeafletAndOffer'], description: 'T4' },
  { guard: 'levelModerate', target: 'decision', actions: ['noteScreening', startDeadline('decisionDue')], description: 'T5' },
  {
    guard: 'levelHigh',
    target: 'analysisPlanned',
    actions: ['noteScreening', 'createAnalysisTask', startDeadline('TM3')],
    description: 'T6',
  },
  { guard: 'outOfScopeAndClear', target: 'closed', actions: ['adviseGp', closeAs('outOfScope')], description: 'T38' },
] as const

export const screening = caseSetup.createStateConfig({
  meta: state('screener', {
    nl: 'valrisicotest loopt',
    en: 'screening under way',
    b1: 'Wij stellen u een paar vragen en kijken hoe u loopt.',
  }),
  entry: ['noteStep', startDeadline('screeningDone')],
  exit: stopDeadline('screeningDone'),
  on: {
    screeningRecorded: [
      ...afterScreening,
      { guard: 'levelUndetermined', target: 'screeningIncomplete', actions: ['noteScreening', 'listMissing'], description: 'T7' },
    ],
    screeningOverdue: chase('screeningDone', 'screeningDone'),
  },
})

export const screeningIncomplete = caseSetup.createStateConfig({
  meta: state('screener', {
    nl: 'valrisicotest niet compleet, niveau nog onbekend',
    en: 'screening incomplete, level not yet known',
    b1: 'Wij missen nog een paar antwoorden van u. Wij vragen u daar nog een keer naar.',
  }),
  entry: ['noteStep', startDeadline('TM2')],
  exit: stopDeadline('TM2'),
  on: {
    screeningRecorded: [
      ...afterScreening.map((transition) => ({ ...transition, description: 'T33' })),
      { guard: 'levelUndetermined', actions: ['noteScreening', 'listMissing', startDeadline('TM2')], description: 'T33' },
    ],
    screeningStarted: { guard: 'personAgrees', target: 'screening', actions: 'freezeRuleSet', description: 'T2' },
    completionOverdue: [
      { guard: 'completionGivenUp', target: 'closed', actions: closeAs('noContact') },
      { actions: [remind('TM2'), 'countReminder', startDeadline('TM2')] },
    ],
    caseClosed: { guard: 'clear', target: 'closed', actions: 'closeAsTold' },
  },
})

export const advised = caseSetup.createStateConfig({
  meta: state('practiceNurse', {
    nl: 'advies gegeven, over een jaar opnieuw',
    en: 'advice given, again in a year',
    b1: 'U kreeg advies om stevig te blijven staan. Over een jaar kijken wij samen opnieuw.',
  }),
  entry: ['noteStep', startDeadline('TM12')],
  exit: [stopDeadline('TM12'), stopDeadline('invitationAnswer')],
  on: {
    decisionRecorded: [
      { guard: 'decidesOnAssignment', target: 'intervention', actions: ['notePrimary', 'proposeAssignment'], description: 'T36' },
      { guard: 'decidesOnOwn', actions: 'recordOwnExercise', description: 'T36' },
    ],
    rescreeningDue: { actions: ['inviteToScreening', startDeadline('invitationAnswer')] },
    invitationUnanswered: [
      { guard: 'invitationGivenUp', target: 'closed', actions: closeAs('advised') },
      { actions: [remind('invitationAnswer'), 'countReminder', startDeadline('invitationAnswer')] },
    ],
    screeningStarted: { guard: 'personAgrees', target: 'screening', actions: 'freezeRuleSet', description: 'T2' },
    caseClosed: { guard: 'clear', target: 'closed', actions: 'closeAsTold' },
  },
})

export const analysisPlanned = caseSetup.createStateConfig({
  meta: state('practiceNurse', {
    nl: 'valanalyse nodig, afspraak maken',
    en: 'fall analysis needed, appointment to be made',
    b1: 'Wij maken een afspraak met u. Dan kijken wij rustig wat u kan helpen om steviger te staan.',
  }),
  entry: 'noteStep',
  on: {
    analysisStarted: { guard: 'qualifiedToAnalyse', target: 'analysis', description: 'T9' },
    analysisOverdue: [...chase('TM3', 'analysisReminder')],
  },
})

export const analysis = caseSetup.createStateConfig({
  meta: state('practiceNurse', {
    nl: 'valanalyse loopt',
    en: 'fall analysis under way',
    b1: 'Wij kijken samen met u wat u kan helpen om steviger te staan.',
  }),
  entry: 'noteStep',
  on: {
    analysisCompleted: {
      guard: 'analysisComplete',
      target: 'decision',
      actions: [
        'noteAnalysis',
        'proposeRouting',
        'proposeFollowUps',
        stopDeadline('TM3'),
        stopDeadline('analysisReminder'),
        startDeadline('TM5'),
        startDeadline('TM8'),
      ],
      description: 'T12',
    },
    analysisOverdue: [...chase('TM3', 'analysisReminder')],
  },
})

export const decision = caseSetup.createStateConfig({
  meta: state('practiceNurse', {
    nl: 'samen kiezen wat het beste past',
    en: 'choosing together what fits best',
    b1: 'U kiest samen met ons wat het beste bij u past.',
  }),
  entry: 'noteStep',
  exit: ['dropPark', stopDeadline('TM5'), stopDeadline('decisionDue'), stopDeadline('parkedUntil')],
  on: {
    decisionRecorded: [
      { guard: 'decidesOnAssignment', target: 'intervention', actions: ['notePrimary', 'proposeAssignment'], description: 'T13' },
      { guard: 'decidesOnOwn', target: 'advised', actions: 'recordOwnExercise', description: 'T14' },
    ],
    upgradeAccepted: {
      guard: 'moderateWithReason',
      target: 'analysisPlanned',
      actions: ['recordUpgradeReason', 'createAnalysisTask', startDeadline('TM3')],
      description: 'T8',
    },
    personDeclined: { guard: 'clear', target: 'closed', actions: ['keepOfferOpen', closeAs('declined')], description: 'T15' },
    decisionOverdue: [...chase('TM5', 'decisionDue')],
    // Nobody asks before the agreed day; from then on the decision is due as ever.
    caseParked: {
      actions: ['notePark', 'recordParking', stopDeadline('TM5'), stopDeadline('decisionDue'), startDeadline('parkedUntil')],
    },
    parkingOver: { actions: ['dropPark', 'askAfterParking', startDeadline('decisionDue')] },
  },
})

const backToDecision = ['askNextAlternative', 'forgetPrimary', startDeadline('decisionDue')] as const

export const intervention = caseSetup.createStateConfig({
  meta: {
    state: {
      owner: 'provider',
      words: {
        nl: 'hoofdinterventie loopt via een opdracht',
        en: 'primary intervention under way by an assignment',
        b1: 'U gaat meedoen aan een programma, of u bent daar al mee bezig.',
      },
      coveredBy: {
        nl: 'de termijnen van de opdracht; na het einde de termijn voor de evaluatie',
        en: 'the deadlines of the assignment; after its end the deadline for the evaluation',
      },
    },
  },
  entry: 'noteStep',
  on: {
    assignmentSent: { guard: 'primaryMayGoOn', actions: 'recordAssignmentNews' },
    assignmentWaitlisted: { guard: 'isPrimary', actions: 'recordAssignmentNews' },
    assignmentAccepted: { guard: 'isPrimary', actions: 'recordAssignmentNews', description: 'T16' },
    assignmentPlanned: { guard: 'isPrimary', actions: 'recordAssignmentNews' },
    assignmentStarted: {
      guard: 'primaryMayGoOn',
      actions: ['recordAssignmentNews', 'startDiary', startDeadline('TM10')],
      description: 'T18',
    },
    assignmentPaused: { guard: 'isPrimary', actions: 'recordAssignmentNews', description: 'T30' },
    assignmentResumed: { guard: 'primaryMayGoOn', actions: 'recordAssignmentNews', description: 'T31' },
    assignmentDeclined: [
      {
        guard: 'primaryWaits',
        target: 'decision',
        actions: ['notePark', 'recordParking', 'forgetPrimary', startDeadline('parkedUntil')],
        description: 'T17',
      },
      {
        guard: 'primaryTalks',
        target: 'decision',
        actions: ['askToTalk', 'forgetPrimary', startDeadline('decisionDue')],
        description: 'T17',
      },
      { guard: 'isPrimary', target: 'decision', actions: backToDecision, description: 'T17' },
    ],
    assignmentExpired: { guard: 'isPrimary', target: 'decision', actions: backToDecision, description: 'T17' },
    assignmentWithdrawn: { guard: 'isPrimary', target: 'decision', actions: backToDecision, description: 'T17' },
    assignmentEnded: [
      {
        guard: 'primaryCompleted',
        actions: ['measureAtEnd', 'noteProgrammeEnd', startDeadline('evaluationStart'), startDeadline('TM13.end')],
        description: 'T20',
      },
      {
        guard: 'primaryStoppedEarly',
        actions: ['recordStopReason', 'noteProgrammeEnd', startDeadline('evaluationStart'), startDeadline('TM13.end')],
        description: 'T21',
      },
    ],
    assignmentReported: { guard: 'reportOfPrimary', actions: 'recordAssignmentNews' },
    evaluationStarted: { guard: 'programmeOver', target: 'evaluation', actions: 'checkAdviceFollowed', description: 'T23' },
    consentWithdrawn: {
      guard: 'essentialAndClear',
      target: 'decision',
      actions: ['blockSharing', 'tellRecipient', stopDeadline('TM13'), 'endPrimaryAssignment', ...backToDecision],
      description: 'T28',
    },
    redFlagReleased: {
      guard: 'consentTakesEffect',
      target: 'decision',
      actions: ['endPrimaryAssignment', ...backToDecision],
      description: 'T28',
    },
  },
})

const evaluationDeadlines = [
  stopDeadline('TM8'),
  stopDeadline('interimReminder'),
  stopDeadline('evaluationStart'),
  stopDeadline('evaluationRecord'),
  stopDeadline('evaluationReminder'),
] as const

export const evaluation = caseSetup.createStateConfig({
  meta: state('practiceNurse', {
    nl: 'evaluatie: hoe is het gegaan',
    en: 'evaluation: how did it go',
    b1: 'Wij vragen u hoe het is gegaan en wat u nog nodig hebt.',
  }),
  entry: ['noteStep', stopDeadline('evaluationStart'), startDeadline('evaluationRecord')],
  on: {
    evaluationRecorded: [
      {
        guard: 'goalReachedOrPlateau',
        target: 'maintenance',
        actions: ['handOverToExercise', ...evaluationDeadlines],
        description: 'T24',
      },
      {
        guard: 'unmetNeed',
        target: 'decision',
        actions: ['checkPayerTerm', 'forgetPrimary', ...evaluationDeadlines, startDeadline('decisionDue')],
        description: 'T25',
      },
    ],
    caseClosed: { guard: 'clear', target: 'closed', actions: 'closeAsTold', description: 'T37' },
  },
})

export const maintenance = caseSetup.createStateConfig({
  meta: state('communitySportCoach', {
    nl: 'blijven bewegen, met vervolggesprekken',
    en: 'keeping active, with follow-up talks',
    b1: 'U blijft bewegen op een manier die bij u past. Wij bellen u af en toe om te horen hoe het gaat.',
  }),
  entry: ['noteStep', startDeadline('TM11.half'), startDeadline('TM11.year')],
  exit: [stopDeadline('TM11.half'), stopDeadline('halfYearReminder'), stopDeadline('TM11.year'), stopDeadline('yearReminder')],
  on: {
    halfYearCheckDue: [...chase('TM11.half', 'halfYearReminder')],
    yearCheckDue: [...chase('TM11.year', 'yearReminder')],
    followUpDone: [
      { guard: 'halfYear', actions: ['recordFollowUpTalk', stopDeadline('TM11.half'), stopDeadline('halfYearReminder')] },
      {
        guard: 'yearAndClear',
        target: 'closed',
        actions: ['recordFollowUpTalk', 'inviteToScreening', closeAs('completed')],
        description: 'T26',
      },
    ],
    fallReported: { actions: 'proposeRescreening', description: 'T22' },
    screeningStarted: {
      guard: 'personAgrees',
      target: 'screening',
      actions: ['freezeRuleSet', 'forgetPrimary'],
      description: 'T2',
    },
  },
})

export const closed = caseSetup.createStateConfig({
  type: 'final',
  meta: state('practiceNurse', {
    nl: 'traject afgesloten',
    en: 'pathway closed',
    b1: 'Dit traject is klaar. U kunt altijd opnieuw bij ons komen.',
  }),
  entry: ['stopAllDeadlines', 'endOpenAssignments', 'endShares'],
})
