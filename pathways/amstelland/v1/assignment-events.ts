// What can happen to one assignment (the primary intervention or a follow-up), with words for it.
import type { IsoDate } from '../../../src/domain/calendar.ts'
import type { Declined } from '../../../src/domain/decline-reason.ts'
import type { Role } from '../../../src/domain/role.ts'
import type { Words } from '../../../src/domain/words.ts'

type Happening =
  | { readonly type: 'assignmentSent' }
  | { readonly type: 'assignmentSeen' }
  | { readonly type: 'personAttempted'; readonly reached: boolean }
  | { readonly type: 'assignmentHanded' }
  | { readonly type: 'assignmentWaitlisted' }
  | { readonly type: 'assignmentAccepted'; readonly placeConfirmed: boolean; readonly certificateValid: boolean }
  | ({ readonly type: 'assignmentDeclined' } & Declined)
  | { readonly type: 'assignmentWithdrawn' }
  | { readonly type: 'assignmentPlanned'; readonly startsOn: IsoDate }
  | { readonly type: 'assignmentStarted' }
  | { readonly type: 'sessionRecorded'; readonly attended: boolean }
  | { readonly type: 'assignmentPaused'; readonly until: IsoDate | null }
  | { readonly type: 'assignmentResumed' }
  | { readonly type: 'assignmentCompleted' | 'assignmentStoppedEarly' | 'assignmentReported' }
  | { readonly type: 'redFlagsChecked' | 'exerciseHeld' | 'exerciseReleased' }
  | {
      readonly type:
        | 'sendingOverdue'
        | 'answerOverdue'
        | 'waitlistReviewDue'
        | 'startOverdue'
        | 'redFlagCheckLapsed'
        | 'plannedEndReached'
        | 'pauseOverdue'
        | 'reportOverdue'
    }

export type AssignmentEvent = Happening & { readonly occurredOn: IsoDate; readonly by: Role }

export const assignmentEventWords: { readonly [type in AssignmentEvent['type']]: Words } = {
  assignmentSent: { nl: 'opdracht verstuurd', en: 'assignment sent' },
  assignmentSeen: { nl: 'opdracht gezien', en: 'assignment seen' },
  personAttempted: { nl: 'oudere geprobeerd te bereiken', en: 'older adult tried to reach' },
  assignmentHanded: { nl: 'opdracht overgedragen aan een collega', en: 'assignment handed over to a colleague' },
  assignmentWaitlisted: { nl: 'op de wachtlijst gezet', en: 'put on the waiting list' },
  assignmentAccepted: { nl: 'opdracht aangenomen', en: 'assignment accepted' },
  assignmentDeclined: { nl: 'opdracht afgewezen', en: 'assignment declined' },
  assignmentWithdrawn: { nl: 'opdracht ingetrokken', en: 'assignment withdrawn' },
  assignmentPlanned: { nl: 'start gepland', en: 'start planned' },
  assignmentStarted: { nl: 'eerste bijeenkomst bijgewoond', en: 'first session attended' },
  sessionRecorded: { nl: 'bijeenkomst vastgelegd', en: 'session recorded' },
  assignmentPaused: { nl: 'gepauzeerd', en: 'paused' },
  assignmentResumed: { nl: 'hervat', en: 'resumed' },
  assignmentCompleted: { nl: 'gepland einde bereikt', en: 'planned end reached and completed' },
  assignmentStoppedEarly: { nl: 'eerder gestopt', en: 'stopped early' },
  assignmentReported: { nl: 'terugkoppeling gegeven', en: 'report given' },
  redFlagsChecked: { nl: 'rodevlagcontrole gedaan, niets gevonden', en: 'red-flag check done, nothing found' },
  exerciseHeld: { nl: 'oefenen staat stil', en: 'exercise on hold' },
  exerciseReleased: { nl: 'oefenen mag weer', en: 'exercise may go on' },
  sendingOverdue: { nl: 'termijn voor versturen voorbij', en: 'sending overdue' },
  answerOverdue: { nl: 'termijn voor antwoord voorbij', en: 'answer overdue' },
  waitlistReviewDue: { nl: 'tijd voor nieuws over de wachtlijst', en: 'waiting-list news due' },
  startOverdue: { nl: 'termijn voor de start voorbij', en: 'start overdue' },
  redFlagCheckLapsed: { nl: 'rodevlagcontrole niet meer geldig', en: 'red-flag check no longer valid' },
  plannedEndReached: { nl: 'geplande einddatum voorbij', en: 'planned end date passed' },
  pauseOverdue: { nl: 'pauze duurt langer dan gedacht', en: 'pause longer than expected' },
  reportOverdue: { nl: 'termijn voor terugkoppeling voorbij', en: 'report overdue' },
}
