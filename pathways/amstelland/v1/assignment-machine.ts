// The assignment machine: one assignment to a provider, primary intervention and follow-up alike, in one vocabulary.

import type { Meta, Owner } from '../../../src/domain/machine-definition.ts'
import type { PlainWords } from '../../../src/domain/words.ts'
import { assignmentEventWords } from './assignment-events.ts'
import {
  assignmentEffectWords,
  assignmentGuardWords,
  assignmentSetup,
  chase,
  feedback,
  freshAssignment,
  startDeadline,
  stopDeadline,
  tellCase,
} from './assignment-setup.ts'
import {
  accepts,
  checkBeforeStart,
  ends,
  endsAccepted,
  endsUnaccepted,
  facts,
  givesReport,
  handed,
  plans,
  starts,
} from './assignment-transitions.ts'
import { assignmentDeadlines } from './deadlines.ts'

const state = (owner: Owner, words: PlainWords): Meta => ({ state: { owner, words } })
const { createStateConfig } = assignmentSetup

const proposed = createStateConfig({
  meta: state('referrer', {
    nl: 'klaargezet, nog niet verstuurd',
    en: 'prepared, not sent yet',
    b1: 'Wij bereiden uw aanmelding voor.',
  }),
  entry: ['noteStep', startDeadline('sendingDue')],
  exit: stopDeadline('sendingDue'),
  on: {
    assignmentHanded: { actions: 'recordHandOver' },
    assignmentSent: [
      {
        guard: 'exerciseMayBeSent',
        target: 'sent',
        actions: ['sendReferral', tellCase('assignmentSent'), startDeadline('TM14')],
        description: 'T13',
      },
      { guard: 'noExercise', target: 'sent', actions: ['sendReferral', tellCase('assignmentSent')], description: 'T13' },
    ],
    assignmentWithdrawn: { target: 'withdrawn' },
    sendingOverdue: [
      {
        guard: 'remindedBefore',
        actions: [{ type: 'escalate', params: { deadline: 'sendingDue' } }, startDeadline('sendingDue')],
      },
      { actions: [{ type: 'remind', params: { deadline: 'sendingDue' } }, 'countReminder', startDeadline('sendingDue')] },
    ],
  },
})

const sent = createStateConfig({
  meta: state('provider', {
    nl: 'verstuurd, wacht op antwoord',
    en: 'sent, waiting for an answer',
    b1: 'Wij hebben u aangemeld. U hoort snel of er plaats is.',
  }),
  entry: ['noteStep', startDeadline('TM6')],
  exit: stopDeadline('TM6'),
  on: {
    ...handed,
    ...facts,
    ...checkBeforeStart,
    ...endsUnaccepted,
    assignmentAccepted: accepts,
    assignmentWaitlisted: { target: 'waitlisted', actions: [feedback('waitlisted'), tellCase('assignmentWaitlisted')] },
    answerOverdue: {
      target: 'expired',
      actions: [{ type: 'escalate', params: { deadline: 'TM6' } }, 'removeFromReceiver', 'tellReceiver'],
      description: 'T17',
    },
  },
})

const waitlisted = createStateConfig({
  meta: state('provider', {
    nl: 'op de wachtlijst',
    en: 'on the waiting list',
    b1: 'Er is nog geen plaats. U staat op de wachtlijst.',
  }),
  entry: ['noteStep', startDeadline('waitlistReview')],
  exit: stopDeadline('waitlistReview'),
  on: {
    ...handed,
    ...facts,
    ...checkBeforeStart,
    ...endsUnaccepted,
    assignmentAccepted: accepts,
    waitlistReviewDue: [...chase('waitlistReview', 'waitlistReview', 'askAlternative')],
  },
})

const accepted = createStateConfig({
  meta: state('provider', {
    nl: 'aangenomen, start nog niet bekend',
    en: 'accepted, start not known yet',
    b1: 'Er is plaats voor u. U hoort nog wanneer u begint.',
  }),
  entry: 'noteStep',
  on: {
    ...handed,
    ...facts,
    ...checkBeforeStart,
    ...endsAccepted,
    assignmentPlanned: plans,
    assignmentStarted: starts,
    startOverdue: [...chase('TM7', 'startReminder', 'askAlternative')],
  },
})

const planned = createStateConfig({
  meta: state('provider', {
    nl: 'start gepland',
    en: 'start planned',
    b1: 'U weet wanneer u begint.',
  }),
  entry: 'noteStep',
  on: {
    ...handed,
    ...facts,
    ...checkBeforeStart,
    ...endsAccepted,
    assignmentPlanned: { actions: plans.actions },
    assignmentStarted: starts,
    startOverdue: [...chase('TM7', 'startReminder', 'askAlternative')],
  },
})

const started = createStateConfig({
  meta: state('provider', {
    nl: 'programma loopt',
    en: 'programme under way',
    b1: 'U doet mee aan het programma.',
  }),
  entry: 'noteStep',
  on: {
    ...handed,
    ...ends,
    sessionRecorded: [
      {
        guard: 'secondMissInARow',
        actions: ['noteSession', 'recordSession', 'signalAtRisk', feedback('missed')],
        description: 'T19',
      },
      { guard: 'notHeld', actions: ['noteSession', 'recordSession'], description: 'T19' },
    ],
    assignmentPaused: {
      target: 'paused',
      actions: ['notePause', 'pauseDeadlines', 'confirmToReferrer', tellCase('assignmentPaused')],
      description: 'T30',
    },
    plannedEndReached: [...chase('TM9', 'endReminder', 'askHowItEnded')],
  },
})

const paused = createStateConfig({
  meta: state('provider', {
    nl: 'gepauzeerd',
    en: 'paused',
    b1: 'U doet even niet mee. U gaat verder als u dat weer kunt.',
  }),
  entry: ['noteStep', startDeadline('pauseReview')],
  exit: stopDeadline('pauseReview'),
  on: {
    ...handed,
    ...ends,
    assignmentResumed: {
      guard: 'notHeld',
      target: 'started',
      actions: ['notePause', 'resumeDeadlines', 'confirmToReferrer', tellCase('assignmentResumed')],
      description: 'T31',
    },
    // A pause that lasts past its planned end is asked about every ten working days.
    pauseOverdue: [
      {
        guard: 'remindedBefore',
        actions: [
          { type: 'escalate', params: { deadline: 'pauseReview' } },
          'notePause',
          'askAboutPause',
          startDeadline('pauseReview'),
        ],
      },
      {
        actions: [
          { type: 'remind', params: { deadline: 'pauseReview' } },
          'notePause',
          'askAboutPause',
          'countReminder',
          startDeadline('pauseReview'),
        ],
      },
    ],
    // The clocks stand still already; they go on when the pause ends.
    exerciseHeld: { guard: 'holdable', actions: ['noteHold', 'recordHold'] },
    exerciseReleased: { guard: 'isHeld', actions: ['dropHold', 'recordRelease'] },
  },
})

const completed = createStateConfig({
  meta: state('provider', {
    nl: 'gepland einde bereikt',
    en: 'planned end reached',
    b1: 'U hebt het programma afgemaakt.',
  }),
  entry: [
    'noteStep',
    'noteEnd',
    'stopAllDeadlines',
    'recordEnd',
    feedback('finished'),
    { type: 'tellCase', params: { event: 'assignmentEnded', outcome: 'completed' } },
    startDeadline('reportDue'),
  ],
  on: givesReport,
})

const stoppedEarly = createStateConfig({
  meta: state('provider', {
    nl: 'eerder gestopt',
    en: 'stopped early',
    b1: 'U bent eerder gestopt. Samen kijken wij wat u nu helpt.',
  }),
  entry: [
    'noteStep',
    'noteEnd',
    'stopAllDeadlines',
    'recordEnd',
    feedback('stoppedEarly'),
    { type: 'tellCase', params: { event: 'assignmentEnded', outcome: 'stoppedEarly' } },
    startDeadline('reportDue'),
  ],
  on: givesReport,
})

const final = <News extends Parameters<typeof tellCase>[0]>(words: PlainWords, news: News) =>
  createStateConfig({ type: 'final', meta: state('referrer', words), entry: ['noteEnd', 'stopAllDeadlines', tellCase(news)] })

export const assignmentMachine = assignmentSetup.createMachine({
  id: 'assignment',
  initial: 'proposed',
  context: ({ input }) => freshAssignment(input),
  meta: {
    machine: {
      words: { nl: 'één opdracht aan een aanbieder', en: 'one assignment to a provider' },
      events: assignmentEventWords,
      guards: assignmentGuardWords,
      effects: assignmentEffectWords,
      deadlines: assignmentDeadlines,
    },
  },
  on: {
    exerciseHeld: { guard: 'holdable', actions: ['noteHold', 'pauseDeadlines'] },
    exerciseReleased: { guard: 'isHeld', actions: ['dropHold', 'resumeDeadlines'] },
  },
  states: {
    proposed,
    sent,
    waitlisted,
    accepted,
    planned,
    started,
    paused,
    completed,
    stoppedEarly,
    declined: final(
      { nl: 'afgewezen', en: 'declined', b1: 'Dit gaat niet door. Wij zoeken met u iets anders.' },
      'assignmentDeclined',
    ),
    withdrawn: final({ nl: 'ingetrokken', en: 'withdrawn', b1: 'Deze aanmelding is gestopt.' }, 'assignmentWithdrawn'),
    expired: final(
      {
        nl: 'verlopen zonder antwoord',
        en: 'expired without an answer',
        b1: 'Wij kregen geen antwoord. Wij zoeken met u iets anders.',
      },
      'assignmentExpired',
    ),
    reported: createStateConfig({
      type: 'final',
      meta: state('referrer', {
        nl: 'afgerond met terugkoppeling',
        en: 'ended and reported',
        b1: 'Het programma is klaar. Uw praktijk weet hoe het is gegaan.',
      }),
      entry: 'stopAllDeadlines',
    }),
  },
})
