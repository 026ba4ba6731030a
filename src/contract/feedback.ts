// Feedback: what a practice hears of its assignments without asking, one line each, until it is read.
import * as z from 'zod'
import { Id } from '../domain/commands.ts'
import { day, instant, operation, Page, pageOf, sentence } from './operation.ts'
import { WorkAct } from './work-act.ts'

export const FeedbackLine = z.strictObject({
  feedbackId: z.string(),
  moment: z.string(),
  /** What happened, in one sentence. */
  words: sentence,
  /** Who said so and when, with the reason where one was given: a second line. */
  about: sentence,
  /** The reason, where one was given. */
  because: sentence.nullable(),
  occurredOn: day,
  at: instant,
  personId: z.string(),
  personName: z.string(),
  /** Whole years today. */
  age: z.int().nullable(),
  caseId: Id,
  assignmentId: z.string(),
  readBy: z.string().nullable(),
  readAt: instant.nullable(),
  act: WorkAct,
  links: z.strictObject({ case: z.string(), summary: z.string() }),
})
export type FeedbackLine = z.infer<typeof FeedbackLine>

export const listFeedback = operation({
  operationId: 'listFeedback',
  method: 'GET',
  path: '/v1/feedback',
  tag: 'inbox',
  words: {
    nl: 'Terugkoppeling van aanbieders aan de praktijk: eerst wie een keuze nodig heeft, dan het nieuwst',
    en: 'Feedback of providers to the practice: first who needs a choice, then the newest',
  },
  query: z.strictObject({ unread: z.enum(['yes', 'no']).default('yes'), ...Page }),
  answer: pageOf(FeedbackLine),
})

export const FeedbackRead = z.strictObject({ feedbackId: z.string(), readBy: z.string(), readAt: instant })
export type FeedbackRead = z.infer<typeof FeedbackRead>

/** Made of ids of ours and numbers. */
const FeedbackId = z.string().regex(/^[A-Za-z0-9_.-]{1,140}$/)

export const readFeedback = operation({
  operationId: 'readFeedback',
  method: 'POST',
  path: '/v1/feedback/{feedbackId}/_read',
  tag: 'inbox',
  words: { nl: 'Een terugkoppeling als gelezen markeren', en: 'Mark a piece of feedback as read' },
  params: z.strictObject({ feedbackId: FeedbackId }),
  body: z.strictObject({}),
  example: {},
  idempotencyKey: true,
  answer: FeedbackRead,
})
