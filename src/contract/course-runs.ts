// Course runs: when a course is given, with its places and its meetings.
import * as z from 'zod'
import { Id } from '../domain/commands.ts'
import { mostMeetings } from '../domain/course-dates.ts'
import { RunDetails } from '../domain/supply.ts'
import { day, operation, Page, pageOf, sentence } from './operation.ts'
import { SupplySaved } from './supply.ts'

/** `meetings`: the days it meets; absent: every weekday in `days` from start to end, public holidays excepted. */
export const RunBody = z.strictObject({
  offerId: Id,
  startsOn: day,
  endsOn: day,
  places: z.int().min(0).max(500),
  /** False: nobody can be put forward for it any more. */
  open: z.boolean(),
  ...RunDetails.shape,
  meetings: z.array(day).max(mostMeetings).optional(),
})
export type RunBody = z.infer<typeof RunBody>

const example: z.input<typeof RunBody> = {
  offerId: 'offer-1',
  startsOn: '2026-03-03',
  endsOn: '2026-06-04',
  places: 12,
  open: true,
  days: ['tu', 'th'],
  time: '10:00',
}

export const Run = z.strictObject({
  runId: Id,
  version: z.int(),
  /** As it can be sent back. */
  run: RunBody,
  taken: z.int(),
  /** What can still be given away: nothing once it is closed. */
  free: z.int(),
  waiting: z.int(),
  meetings: z.array(z.strictObject({ meetingId: Id, number: z.int(), heldOn: day })),
  /** When and how often, in one sentence. */
  words: sentence,
})
export type Run = z.infer<typeof Run>

const RunPath = z.strictObject({ runId: Id })
const shape = '"<runId>.<version>"'

export const listRuns = operation({
  operationId: 'listRuns',
  method: 'GET',
  path: '/v1/course-runs',
  tag: 'supply',
  words: {
    nl: 'De cursusreeksen van een aanbod, de eerste start eerst',
    en: 'The course runs of an offer, the earliest start first',
  },
  query: z.strictObject({ offerId: Id.optional(), ...Page }),
  answer: pageOf(Run),
})

export const addRun = operation({
  operationId: 'addRun',
  method: 'POST',
  path: '/v1/course-runs',
  tag: 'supply',
  words: { nl: 'Een cursusreeks toevoegen', en: 'Add a course run' },
  body: RunBody,
  example,
  idempotencyKey: true,
  status: 201,
  answer: SupplySaved,
})

export const getRun = operation({
  operationId: 'getRun',
  method: 'GET',
  path: '/v1/course-runs/{runId}',
  tag: 'supply',
  words: { nl: 'Eén cursusreeks, met de bijeenkomsten', en: 'One course run, with its meetings' },
  params: RunPath,
  answer: Run,
})

export const changeRun = operation({
  operationId: 'changeRun',
  method: 'PUT',
  path: '/v1/course-runs/{runId}',
  tag: 'supply',
  words: { nl: 'De gegevens van een cursusreeks vervangen', en: 'Replace the details of a course run' },
  params: RunPath,
  body: RunBody,
  example,
  idempotencyKey: true,
  ifMatch: { needed: 'required', shape },
  answer: SupplySaved,
})
