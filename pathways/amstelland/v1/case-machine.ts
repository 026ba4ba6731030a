// The case machine: one older adult's way through the chain, in two regions (progress and safety).
import { caseEffectWords } from './case-effects.ts'
import { caseEventWords } from './case-events.ts'
import { caseGuardWords } from './case-guards.ts'
import * as progress from './case-progress.ts'
import * as safety from './case-safety.ts'
import { caseSetup, closeAs, freshCase, startDeadline, stopDeadline } from './case-setup.ts'
import { caseDeadlines } from './deadlines.ts'

const everythingEnds = ['.progress.closed', '.safety.clear'] as const

export const caseMachine = caseSetup.createMachine({
  id: 'case',
  type: 'parallel',
  context: ({ input }) => freshCase(input),
  meta: {
    machine: {
      words: { nl: 'het traject van één oudere', en: 'the pathway of one older adult' },
      events: caseEventWords,
      guards: caseGuardWords,
      effects: caseEffectWords,
      deadlines: caseDeadlines,
      orderedRegion: 'progress',
    },
  },
  on: {
    personDied: { guard: 'open', target: everythingEnds, actions: ['forgetHold', closeAs('died')], description: 'T27' },
    personMoved: { guard: 'open', target: everythingEnds, actions: ['forgetHold', closeAs('moved')], description: 'T27' },
    personAdmitted: {
      guard: 'open',
      target: everythingEnds,
      actions: ['forgetHold', closeAs('admittedWlz')],
      description: 'T27',
    },
  },
  states: {
    progress: {
      initial: 'signalled',
      states: {
        signalled: progress.signalled,
        screening: progress.screening,
        screeningIncomplete: progress.screeningIncomplete,
        advised: progress.advised,
        analysisPlanned: progress.analysisPlanned,
        analysis: progress.analysis,
        decision: progress.decision,
        intervention: progress.intervention,
        evaluation: progress.evaluation,
        maintenance: progress.maintenance,
        closed: progress.closed,
      },
      on: {
        personDeclined: [
          { guard: 'openAndClear', target: '.closed', actions: closeAs('declined'), description: 'T32' },
          { guard: 'openAndHeld', actions: ['recordDecline', 'letDeclineWait'], description: 'T32' },
        ],
        redFlagReleased: { guard: 'declineTakesEffect', target: '.closed', actions: closeAs('declined'), description: 'T32' },
        factCorrected: [
          {
            guard: 'open',
            actions: ['recordCorrection', 'noteLevel', 'recomputeLevelAndProposals', 'flagSentAssignments'],
            description: 'T35',
          },
          { actions: 'recordCorrection', description: 'T35' },
        ],
        consentGiven: { guard: 'open', actions: ['recordConsent', startDeadline('TM13')] },
        consentExpired: { guard: 'open', actions: ['blockSharing', 'askConsentAgain'] },
        consentWithdrawn: [
          {
            guard: 'essentialWhileHeld',
            actions: ['blockSharing', 'tellRecipient', stopDeadline('TM13'), 'letConsentWait'],
            description: 'T28',
          },
          { actions: ['blockSharing', 'tellRecipient', stopDeadline('TM13')], description: 'T28' },
        ],
        followUpEnded: [
          {
            guard: 'followUpWaits',
            actions: ['noteRevisit', 'recordFollowUpAction', startDeadline('followUpRevisit')],
          },
          { guard: 'followUpTalks', actions: ['recordFollowUpAction', 'askToTalk'] },
          { guard: 'followUpFellThrough', actions: ['recordFollowUpAction', 'askFollowUpAlternative'] },
          { actions: 'recordFollowUpAction' },
        ],
        followUpRevisitDue: { guard: 'open', actions: 'askFollowUpAgain' },
        interimEvaluationDue: {
          guard: 'open',
          actions: [{ type: 'remind', params: { deadline: 'TM8' } }, startDeadline('interimReminder')],
          description: 'T23',
        },
        evaluationDue: {
          guard: 'open',
          actions: [{ type: 'remind', params: { deadline: 'evaluationRecord' } }, startDeadline('evaluationReminder')],
        },
        interimEvaluationRecorded: {
          guard: 'analysedAndOpen',
          actions: ['recordInterimEvaluation', stopDeadline('TM8'), stopDeadline('interimReminder')],
          description: 'T23',
        },
        fallsDiaryDue: [
          {
            guard: 'diaryGoesOn',
            actions: ['askFallsDiary', 'countDiaryMonth', startDeadline('TM10.answer'), startDeadline('TM10')],
          },
          { guard: 'open', actions: ['askFallsDiary', 'countDiaryMonth', startDeadline('TM10.answer')] },
        ],
        fallsDiaryUnanswered: [
          {
            guard: 'diaryReminderLeft',
            actions: [
              { type: 'remind', params: { deadline: 'TM10.answer' } },
              'countDiaryReminder',
              startDeadline('TM10.answer'),
            ],
          },
          { guard: 'open', actions: 'phoneForFallsDiary' },
        ],
        fallsDiaryAnswered: { guard: 'open', actions: ['recordFallsDiary', stopDeadline('TM10.answer')] },
      },
    },
    safety: {
      initial: 'clear',
      states: { clear: safety.clear, held: safety.held },
      on: safety.ofSafety,
    },
  },
})
