// How a case went: the stages it was in and since when, and what was measured over time, also in earlier cases of the same person.
import * as z from 'zod'
import { Id } from '../domain/commands.ts'
import { CasePath, day, operation, sentence } from './operation.ts'

const Named = z.strictObject({ code: z.string(), words: sentence })

const Visit = z.strictObject({
  stage: Named,
  from: day,
  /** Null: it is there now. */
  until: day.nullable(),
})

export const CaseWay = z.strictObject({
  /** Where the server says it is today: days are counted from here. */
  today: day,
  /** In order; one stage can be there more than once. */
  visits: z.array(Visit),
})
export type CaseWay = z.infer<typeof CaseWay>

const MeasuredValue = z.strictObject({
  caseId: Id,
  on: day,
  /** Null: it could not be measured, and `words` says so. */
  value: z.number().nullable(),
  words: sentence,
  /** When it came to light: in the screening, in the analysis, by whom it was measured, or put right afterwards. */
  from: sentence,
})

export const Measure = z.strictObject({
  measure: z.string(),
  words: sentence,
  /** Null: the pathway does not say in what it is counted. */
  unit: sentence.nullable(),
  /** The oldest first. */
  values: z.array(MeasuredValue).min(1),
  /** The last value beside the one before; null when the pathway does not say which way is better, or nothing changed. */
  change: z.strictObject({ words: sentence, better: z.boolean() }).nullable(),
})
export type Measure = z.infer<typeof Measure>

export const getCaseWay = operation({
  operationId: 'getCaseWay',
  method: 'GET',
  path: '/v1/cases/{caseId}/way',
  tag: 'cases',
  words: { nl: 'De stappen van een traject, met de dag waarop elk begon', en: 'The stages of a case, with the day each began' },
  params: CasePath,
  answer: CaseWay,
})

export const getMeasures = operation({
  operationId: 'getMeasures',
  method: 'GET',
  path: '/v1/cases/{caseId}/measures',
  tag: 'cases',
  words: {
    nl: 'Wat er door de tijd gemeten is, ook in eerdere trajecten',
    en: 'What was measured over time, in earlier cases too',
  },
  params: CasePath,
  answer: z.strictObject({ items: z.array(Measure) }),
})
