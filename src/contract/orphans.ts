// The orphan report: open work of people who left, are closed, away or silent; who has it now; and what nobody has.
import * as z from 'zod'
import { day, operation, Page, pageOf, sentence } from './operation.ts'

const Somebody = z.strictObject({ accountId: z.string(), name: z.string() })

export const PassedLine = z.strictObject({
  kind: z.enum(['assignment', 'case']),
  id: z.string(),
  caseId: z.string(),
  /** The state of the assignment, or the stage of the case. */
  state: z.strictObject({ code: z.string(), words: sentence }),
  /** Whose it would be, and why it is not. Null: nobody was named. */
  owner: Somebody.extend({ why: z.enum(['unknown', 'departed', 'disabled', 'absent', 'silent']), whyWords: sentence }).nullable(),
  /** Null: an orphan. */
  now: Somebody.nullable(),
  nextDueAt: z.string().nullable(),
})
export type PassedLine = z.infer<typeof PassedLine>

export const OrphanReport = pageOf(PassedLine).extend({
  on: day,
  counts: z.strictObject({
    openAssignments: z.int(),
    openCases: z.int(),
    /** Of these, how many somebody else has. */
    passedOn: z.int(),
    orphans: z.int(),
  }),
  /** What nobody has, the first hundred: empty, as long as the coalition has a coordinator. */
  orphans: z.array(PassedLine),
})
export type OrphanReport = z.infer<typeof OrphanReport>

export const getOrphans = operation({
  operationId: 'getOrphans',
  method: 'GET',
  path: '/v1/reports/orphans',
  tag: 'supply',
  words: {
    nl: 'Werk van wie er niet is: wie heeft het nu, en wat heeft niemand',
    en: 'Work of whoever is not there: who has it now, and what nobody has',
  },
  query: z.strictObject(Page),
  answer: OrphanReport,
})
