// The one act on a row of somebody's own work: what the server allows now, in the words of the button.
import * as z from 'zod'
import { sentence } from './operation.ts'

/** `phone` carries a number; `seen` marks as read; `case` only looks; the others open the screen of that step. */
export const workActs = [
  'screening',
  'startAnalysis',
  'analysis',
  'decision',
  'otherOffer',
  'evaluation',
  'phone',
  'seen',
  'case',
] as const

export const WorkAct = z.strictObject({
  code: z.enum(workActs),
  words: sentence,
  /** As somebody wrote it; of `phone` alone. */
  phone: z.string().nullable(),
})
export type WorkAct = z.infer<typeof WorkAct>
