// What has to be looked at every day: meetings that were held, offers to be checked, assignments that wait for an answer.
import { tabOf } from '../domain/inbox-tab.ts'
import { toSecond } from './instants.ts'
import type { Reader } from './store.ts'
import type { AssignmentRow, Bytes, LinkRow, OfferRow } from './tables.ts'

export type HeldMeeting = {
  readonly id: string
  readonly run_id: string
  readonly held_on: string
  readonly offer_id: string
  readonly organisation_id: string
  /** Of the run. */
  readonly details: Bytes
}

/** Of those days, with somebody in the group. */
export const heldMeetings = (reader: Reader, from: string, until: string): Promise<HeldMeeting[]> =>
  reader.read(
    reader.build
      .selectFrom('course_meeting as meeting')
      .innerJoin('course_run as run', 'run.id', 'meeting.run_id')
      .innerJoin('offer', 'offer.id', 'run.offer_id')
      .select(['meeting.id', 'meeting.run_id', 'meeting.held_on', 'run.offer_id', 'offer.organisation_id', 'run.details'])
      .where('meeting.held_on', '>=', from)
      .where('meeting.held_on', '<=', until)
      .where(({ exists, selectFrom }) =>
        exists(
          selectFrom('assignment')
            .select('assignment.id')
            .whereRef('assignment.run_id', '=', 'run.id')
            .where('assignment.tab', 'in', [tabOf('accepted'), tabOf('started')]),
        ),
      )
      .orderBy('meeting.held_on')
      .orderBy('meeting.id')
      .compile(),
  )

/** Standing on `today`, and to be checked by then. */
export const offersToCheck = (reader: Reader, today: string): Promise<OfferRow[]> =>
  reader.read(
    reader.build
      .selectFrom('offer')
      .selectAll()
      .where('next_check_on', '<=', today)
      .where((where) => where.or([where('valid_until', 'is', null), where('valid_until', '>=', today)]))
      .orderBy('next_check_on')
      .orderBy('id')
      .compile(),
  )

const ofUnanswered = [
  'id',
  'case_id',
  'next_due_at',
  'practice_id',
  'provider_id',
  'offer_id',
  'holder_id',
  'referrer_id',
] as const satisfies readonly (keyof AssignmentRow)[]
export type Unanswered = Pick<AssignmentRow, (typeof ofUnanswered)[number]>

/** Sent, and not answered yet. */
export const unansweredAssignments = (reader: Reader): Promise<Unanswered[]> =>
  reader.read(reader.build.selectFrom('assignment').select(ofUnanswered).where('tab', '=', tabOf('sent')).orderBy('id').compile())

/** Of all assignments, those that can be used at `at`. */
export const openAnswerLinks = (reader: Reader, at: string): Promise<Pick<LinkRow, 'subject_id' | 'account_id'>[]> =>
  reader.read(
    reader.build
      .selectFrom('link')
      .select(['subject_id', 'account_id'])
      .where('purpose', '=', 'answer')
      .where('used_at', 'is', null)
      .where('expires_at', '>', toSecond(at))
      .compile(),
  )
