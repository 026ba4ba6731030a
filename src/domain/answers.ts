// Answers: what was said or measured for one item, or that it was not asked, declined or not known; three things that differ.
import * as z from 'zod'
import type { FactsOf } from './condition.ts'

export const BloodPressure = z.strictObject({ systolic: z.number(), diastolic: z.number() })
/** mmHg. */
export type BloodPressure = z.infer<typeof BloodPressure>

/** Of a multiple choice the codes, of a numbered questionnaire the scores with null where one is missing, of a date the ISO day. */
const GivenValue = z.union([z.string(), z.number(), BloodPressure, z.array(z.string()), z.array(z.number().nullable())])
export type GivenValue = z.infer<typeof GivenValue>

/** Where a given answer comes from; `shortcut`: nobody asked, the section was marked as without findings. */
const AnswerSource = z.enum(['person', 'carer', 'record', 'measured', 'shortcut'])

const Given = z.strictObject({
  is: z.literal('given'),
  value: GivenValue,
  source: AnswerSource.exactOptional(),
  /** Somebody looked again at a value outside the plausible range. */
  confirmed: z.literal(true).exactOptional(),
})

/** `reason` is the person's own, in the person's words. */
const Declined = z.strictObject({ is: z.literal('declined'), reason: z.string().min(1).max(2000).exactOptional() })

export const Answer = z.discriminatedUnion('is', [
  Given,
  Declined,
  z.strictObject({ is: z.literal('notAsked') }),
  z.strictObject({ is: z.literal('unknown') }),
])
export type Answer = z.infer<typeof Answer>

/** By item id. An absent item is open: nobody has said anything about it yet. */
export type Answers = { readonly [itemId: string]: Answer }

/** What somebody wrote beside a question, answered or not. It never counts: no rule reads it, and no provider does. */
export type Note = { readonly itemId: string; readonly actorId: string; readonly text: string }

/** The value, or undefined when nothing is known: open, not asked, declined and unknown alike. */
export function givenValue(answers: Answers, itemId: string): GivenValue | undefined {
  const answer = answers[itemId]
  return answer?.is === 'given' ? answer.value : undefined
}

/** The known answers as conditions look at them: item id to value; of a list also `<item id>.count`, the number of entries. */
export function valuesOf(answers: Answers): FactsOf {
  const values: Record<string, unknown> = {}
  for (const [itemId, answer] of Object.entries(answers)) {
    if (answer.is !== 'given') continue
    values[itemId] = answer.value
    if (Array.isArray(answer.value)) values[`${itemId}.count`] = answer.value.length
  }
  return values
}
