// Transitions of an assignment, one by one, with their numbers in the dossier where they have one.
import { test } from 'vitest'
import type { AssignmentEvent } from '../../pathways/amstelland/v1/assignment-events.ts'
import { assignmentMachine } from '../../pathways/amstelland/v1/assignment-machine.ts'
import { type AssignmentContext, freshAssignment } from '../../pathways/amstelland/v1/assignment-setup.ts'
import { advance, type Position } from '../../src/domain/advance.ts'
import { expectOutcome } from '../support/outcome.ts'
import { acceptance, declined } from '../support/trace.ts'

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

/** The outcome is `refused`, or the state it leads to and effects; `!effect` is not named. */
const rows: [what: string, from: Position, event: { type: string; [field: string]: unknown }, outcome: string][] = [
  [
    'T13 sent',
    assignmentIn('proposed'),
    { type: 'assignmentSent' },
    'sent sendReferral tellCase:assignmentSent startDeadline:TM6 startDeadline:TM14',
  ],
  ['T13 not sent while held', assignmentIn('proposed', { held: true }), { type: 'assignmentSent' }, 'refused'],
  [
    'T13 a follow-up without exercise is sent while held',
    assignmentIn('proposed', { held: true, exercise: false }),
    { type: 'assignmentSent' },
    'sent',
  ],
  ['T16 accepted', assignmentIn('sent'), acceptance, 'accepted tellCase:assignmentAccepted startDeadline:TM7 stopDeadline:TM6'],
  ['T16 accepted from the waiting list', assignmentIn('waitlisted'), acceptance, 'accepted'],
  ['T16 with a lapsed certificate', assignmentIn('sent'), { ...acceptance, certificateValid: false }, 'refused'],
  ['T16 without a place', assignmentIn('sent'), { ...acceptance, placeConfirmed: false }, 'refused'],
  ['T17 declined', assignmentIn('sent'), declined(), 'declined removeFromReceiver tellCase:assignmentDeclined'],
  [
    'T17 expired',
    assignmentIn('sent'),
    { type: 'answerOverdue' },
    'expired removeFromReceiver escalate:TM6 tellCase:assignmentExpired',
  ],
  ['T17 declined after acceptance', assignmentIn('accepted'), declined(), 'declined feedback:declined !removeFromReceiver'],
  [
    'T18 first session',
    assignmentIn('accepted'),
    { type: 'assignmentStarted' },
    'started measureAtStart stopAllDeadlines startDeadline:TM9',
  ],
  ['T18 not while held', assignmentIn('planned', { held: true }), { type: 'assignmentStarted' }, 'refused'],
  [
    'T18 not with a lapsed red-flag check',
    assignmentIn('planned', { checkValid: false }),
    { type: 'assignmentStarted' },
    'refused',
  ],
  ['T19 a session', assignmentIn('started'), { type: 'sessionRecorded', attended: true }, 'started recordSession'],
  [
    'T19 two missed in a row',
    assignmentIn('started', { missedInARow: 1 }),
    { type: 'sessionRecorded', attended: false },
    'started recordSession signalAtRisk feedback:missed',
  ],
  ['T19 not while held', assignmentIn('started', { held: true }), { type: 'sessionRecorded', attended: true }, 'refused'],
  [
    'T20 planned end reached',
    assignmentIn('started'),
    { type: 'assignmentCompleted' },
    'completed tellCase:assignmentEnded startDeadline:reportDue',
  ],
  ['T20 from a pause', assignmentIn('paused'), { type: 'assignmentCompleted' }, 'completed'],
  ['T21 stopped early', assignmentIn('paused'), { type: 'assignmentStoppedEarly' }, 'stoppedEarly tellCase:assignmentEnded'],
  [
    'T30 paused',
    assignmentIn('started'),
    { type: 'assignmentPaused', until: null },
    'paused pauseDeadlines startDeadline:pauseReview',
  ],
  ['T31 resumed', assignmentIn('paused'), { type: 'assignmentResumed' }, 'started resumeDeadlines stopDeadline:pauseReview'],
  ['T31 not while held', assignmentIn('paused', { held: true }), { type: 'assignmentResumed' }, 'refused'],
  [
    'withdrawn before acceptance leaves nothing readable',
    assignmentIn('waitlisted'),
    { type: 'assignmentWithdrawn' },
    'withdrawn removeFromReceiver tellReceiver',
  ],
  [
    'withdrawn after acceptance tells the receiver',
    assignmentIn('planned'),
    { type: 'assignmentWithdrawn' },
    'withdrawn tellReceiver !removeFromReceiver',
  ],
  ['not withdrawn once it runs', assignmentIn('started'), { type: 'assignmentWithdrawn' }, 'refused:notNow'],
  ['seen is a fact', assignmentIn('sent'), { type: 'assignmentSeen' }, 'sent recordSeen'],
  [
    'an attempt to reach the person is a fact',
    assignmentIn('accepted'),
    { type: 'personAttempted', reached: false },
    'accepted recordAttempt !feedback:notReached',
  ],
  [
    'the third attempt in a row that fails is told to the referrer',
    assignmentIn('sent', { notReached: 2 }),
    { type: 'personAttempted', reached: false },
    'sent recordAttempt feedback:notReached suggestNotReached',
  ],
  [
    'the third attempt that succeeds is told to nobody',
    assignmentIn('sent', { notReached: 2 }),
    { type: 'personAttempted', reached: true },
    'sent recordAttempt !feedback:notReached',
  ],
  [
    'handed over before it is sent: the provider hears nothing',
    assignmentIn('proposed'),
    { type: 'assignmentHanded' },
    'proposed recordHandOver !handOver',
  ],
  ['handed over while it runs', assignmentIn('started'), { type: 'assignmentHanded' }, 'started handOver'],
  [
    'handed over while a report is due',
    assignmentIn('completed', { ended: true }),
    { type: 'assignmentHanded' },
    'completed handOver',
  ],
  [
    'not handed over once it was reported',
    assignmentIn('reported', { ended: true }),
    { type: 'assignmentHanded' },
    'refused:notNow',
  ],
  [
    'not handed over once it was declined',
    assignmentIn('declined', { ended: true }),
    { type: 'assignmentHanded' },
    'refused:notNow',
  ],
  [
    'a reason the GP should know',
    assignmentIn('sent'),
    { ...declined(), alsoTold: 'generalPractitioner' },
    'declined tellGpReason',
  ],
  [
    'a reason the coordinator should know',
    assignmentIn('planned'),
    { ...declined(), alsoTold: 'coordinator' },
    'declined tellCoordinatorReason !removeFromReceiver',
  ],
  [
    'the red-flag check lapses',
    assignmentIn('accepted'),
    { type: 'redFlagCheckLapsed' },
    'accepted askRedFlagCheck startDeadline:recheckReminder',
  ],
  [
    'the red-flag check is done again',
    assignmentIn('accepted', { checkValid: false }),
    { type: 'redFlagsChecked' },
    'accepted recordRedFlagCheck startDeadline:TM14',
  ],
  ['a hold stops the clocks', assignmentIn('sent'), { type: 'exerciseHeld' }, 'sent pauseDeadlines'],
  ['a release starts them again', assignmentIn('sent', { held: true }), { type: 'exerciseReleased' }, 'sent resumeDeadlines'],
  [
    'a release in a pause leaves them',
    assignmentIn('paused', { held: true }),
    { type: 'exerciseReleased' },
    'paused recordRelease !resumeDeadlines',
  ],
  ['reported', assignmentIn('stoppedEarly', { ended: true }), { type: 'assignmentReported' }, 'reported sendReport'],
]

test.each(rows)('%s', (_, from, happening, outcome) => {
  const event = { by: 'careProvider', occurredOn: '2026-03-02', ...happening } as AssignmentEvent // spelled out above
  expectOutcome(advance(assignmentMachine, from, event), outcome)
})
