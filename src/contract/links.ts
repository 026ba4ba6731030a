// Links: one act for somebody without an account, as data; the small public pages are drawn from the same.
import * as z from 'zod'
import { AssignmentId } from '../domain/commands.ts'
import { AttendanceBody, AttendanceRecorded } from './groups.ts'
import { day, instant, operation, sentence } from './operation.ts'

/** 128 bits in base64url. */
export const LinkToken = z.string().regex(/^[A-Za-z0-9_-]{22}$/)

const Lines = z.array(z.strictObject({ label: sentence, lines: z.array(sentence) }))
const Asker = z.strictObject({ name: z.string(), organisation: z.string(), phone: z.string().nullable() })

export const SeenByLink = z.strictObject({ summary: sentence, shown: Lines, notShown: Lines })
export type SeenByLink = z.infer<typeof SeenByLink>

const AnswerQuestion = z.strictObject({
  purpose: z.literal('answer'),
  expiresAt: instant,
  /** Whom to phone with a question before deciding. */
  asker: Asker,
  answerBy: day,
  /** What may be seen before acceptance, word for word. */
  view: SeenByLink,
  reasons: z.array(z.strictObject({ code: z.string(), words: sentence, noteNeeded: z.boolean() })),
})
const AttendanceQuestion = z.strictObject({
  purpose: z.literal('attendance'),
  expiresAt: instant,
  name: z.string(),
  number: z.int(),
  heldOn: day,
  people: z.array(
    z.strictObject({
      assignmentId: AssignmentId,
      name: z.string(),
      /** Comes for the first time: begins with it. */
      first: z.boolean(),
      missedInARow: z.int(),
    }),
  ),
  /** Of whom it was filled in before, and who does not take part now. */
  others: z.array(z.strictObject({ name: z.string(), why: sentence })),
})
const CheckQuestion = z.strictObject({
  purpose: z.literal('offerCheck'),
  expiresAt: instant,
  name: z.string(),
  organisation: z.string(),
  lastCheckedOn: day.nullable(),
  lines: z.array(z.strictObject({ label: sentence, lines: z.array(z.string()) })),
})
export type AnswerQuestion = z.infer<typeof AnswerQuestion>
export type AttendanceQuestion = z.infer<typeof AttendanceQuestion>
export type CheckQuestion = z.infer<typeof CheckQuestion>

export const LinkQuestion = z.discriminatedUnion('purpose', [AnswerQuestion, AttendanceQuestion, CheckQuestion])
export type LinkQuestion = z.infer<typeof LinkQuestion>

const text = z.string().trim().min(1).max(4000)

export const LinkAct = z.discriminatedUnion('act', [
  /** That there is a place is said with it. */
  z.strictObject({ act: z.literal('accept') }),
  z.strictObject({ act: z.literal('decline'), reason: z.string().min(1).max(64), note: text.optional() }),
  z.strictObject({ act: z.literal('attendance'), ...AttendanceBody.shape }),
  z.strictObject({ act: z.literal('confirm') }),
  z.strictObject({ act: z.literal('askChange'), text }),
])
export type LinkAct = z.infer<typeof LinkAct>

export const LinkDone = z.strictObject({
  act: z.enum(['accept', 'decline', 'attendance', 'confirm', 'askChange']),
  said: sentence,
  /** What happens next, and what is asked of who acted. */
  next: z.array(sentence),
  /** After accepting: the data that are needed to begin, this once. */
  view: SeenByLink.nullable(),
  attendance: AttendanceRecorded.nullable(),
})
export type LinkDone = z.infer<typeof LinkDone>

const LinkPath = z.strictObject({ token: LinkToken })

export const getLink = operation({
  operationId: 'getLink',
  method: 'GET',
  path: '/v1/links/{token}',
  tag: 'links',
  access: 'open',
  words: { nl: 'Wat een link vraagt; kijken gebruikt hem niet', en: 'What a link asks; looking does not use it' },
  params: LinkPath,
  answer: LinkQuestion,
})

export const actOnLink = operation({
  operationId: 'actOnLink',
  method: 'POST',
  path: '/v1/links/{token}',
  tag: 'links',
  access: 'open',
  words: { nl: 'Antwoorden met een link, één keer', en: 'Answer with a link, once' },
  params: LinkPath,
  body: LinkAct,
  example: { act: 'decline', reason: 'full' },
  idempotencyKey: true,
  answer: LinkDone,
})

/** The same as pages, for people. Beside the operations: they take a form and answer in HTML. */
export const linkPage = '/l/{token}'
