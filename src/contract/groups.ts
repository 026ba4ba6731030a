// Groups: a course run with its people, who was there, and what was measured at the start and at the end.
import * as z from 'zod'
import { AssignmentId, Id } from '../domain/commands.ts'
import { PaperDocument } from './documents.ts'
import { day, operation, sentence } from './operation.ts'

const RunPath = z.strictObject({ runId: Id })
const number = z.int().min(1).max(999)

/** `held`: its day has come, so that who was there can be filled in. */
const Meeting = z.strictObject({ meetingId: z.string(), number: z.int(), heldOn: day, held: z.boolean() })
const Measured = z.strictObject({ value: z.number(), on: day })

export const GroupMember = z.strictObject({
  assignmentId: z.string(),
  caseId: z.string(),
  name: z.string(),
  /** As it was sent to this provider; null where that does not say it. */
  phone: sentence.nullable(),
  /** Takes part, or is about to; who has ended stays in the list. */
  takesPart: z.boolean(),
  /** Is filled in now: not while paused. */
  expected: z.boolean(),
  state: z.strictObject({ code: z.string(), words: sentence }),
  startedOn: day.nullable(),
  /** In the order of the meetings; null: nothing was recorded. */
  attendance: z.array(z.boolean().nullable()),
  missedInARow: z.int(),
  /** Missed twice in a row and still under way: phone today. */
  atRisk: z.boolean(),
  /** `permille` of the meetings that are planned; null where none are planned. */
  dose: z.strictObject({
    attended: z.int(),
    planned: z.int(),
    permille: z.int().nullable(),
    reached: z.boolean().nullable(),
  }),
  measurements: z.array(
    z.strictObject({ measure: z.string(), words: sentence, start: Measured.nullable(), end: Measured.nullable() }),
  ),
})
export type GroupMember = z.infer<typeof GroupMember>

export const Group = z.strictObject({
  runId: z.string(),
  offerId: z.string(),
  name: z.string(),
  startsOn: day,
  endsOn: day,
  today: day,
  meetings: z.array(Meeting),
  /** What is measured at the start and at the end. */
  measures: z.array(z.strictObject({ measure: z.string(), words: sentence, unit: sentence })),
  members: z.array(GroupMember),
})
export type Group = z.infer<typeof Group>

const At = z.strictObject({ number: z.int(), heldOn: day })

export const GroupLine = z.strictObject({
  runId: z.string(),
  name: z.string(),
  startsOn: day,
  endsOn: day,
  /** The days and the time; empty where nobody said. */
  words: sentence,
  places: z.int(),
  taken: z.int(),
  waiting: z.int(),
  meetings: z.int(),
  /** The last one whose day has come. */
  last: At.nullable(),
  next: At.nullable(),
  /** Held some days ago, and nobody filled in who was there; the earliest first. */
  toFill: z.array(At),
})
export type GroupLine = z.infer<typeof GroupLine>

export const listGroups = operation({
  operationId: 'listGroups',
  method: 'GET',
  path: '/v1/groups',
  tag: 'supply',
  words: {
    nl: 'De groepen van de eigen organisatie, de eerste start eerst',
    en: 'The groups of the own organisation, the earliest start first',
  },
  query: z.strictObject({
    /** `current`: not ended yet. */
    show: z.enum(['current', 'all']).default('current'),
  }),
  answer: z.strictObject({ today: day, items: z.array(GroupLine) }),
})

export const getGroup = operation({
  operationId: 'getGroup',
  method: 'GET',
  path: '/v1/course-runs/{runId}/group',
  tag: 'supply',
  words: { nl: 'Een groep: wie, welke bijeenkomst, wie was er', en: 'A group: who, which meeting, who was there' },
  params: RunPath,
  answer: Group,
})

export const getAttendanceList = operation({
  operationId: 'getAttendanceList',
  method: 'GET',
  path: '/v1/course-runs/{runId}/attendance-list',
  tag: 'supply',
  words: { nl: 'De presentielijst van een groep om te printen', en: 'The attendance list of a group, to print' },
  params: RunPath,
  query: z.strictObject({ format: z.enum(['json', 'html', 'pdf']).default('json') }),
  answer: PaperDocument,
  mediaTypes: ['application/json', 'text/html', 'application/pdf'],
})

const assignments = z.array(AssignmentId).max(200)

export const AttendanceBody = z.strictObject({ present: assignments, absent: assignments })

export const AttendanceRecorded = z.strictObject({
  runId: z.string(),
  number: z.int(),
  heldOn: day,
  recorded: z.array(
    z.strictObject({ assignmentId: z.string(), caseId: z.string(), attended: z.boolean(), missedInARow: z.int() }),
  ),
  /** Absent, and not begun yet: nothing is recorded of somebody who still has to start. */
  notBegun: z.array(z.string()),
})
export type AttendanceRecorded = z.infer<typeof AttendanceRecorded>

export const recordAttendance = operation({
  operationId: 'recordAttendance',
  method: 'POST',
  path: '/v1/course-runs/{runId}/meetings/{number}/_attendance',
  tag: 'supply',
  words: { nl: 'Vastleggen wie er was, allen in één keer', en: 'Record who was there, all at once' },
  params: z.strictObject({ runId: Id, number: z.coerce.number().pipe(number) }),
  body: AttendanceBody,
  example: { present: ['a-2026-0001'], absent: ['a-2026-0002'] },
  idempotencyKey: true,
  answer: AttendanceRecorded,
})
