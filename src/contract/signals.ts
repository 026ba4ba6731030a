// A signal: what whoever put somebody forward hears of it, without the case file.
import * as z from 'zod'
import { Id } from '../domain/commands.ts'
import { CasePath, day, operation, sentence } from './operation.ts'

const Named = z.strictObject({ code: z.string(), words: sentence })

export const Signal = z.strictObject({
  caseId: Id,
  status: z.strictObject({ code: z.enum(['received', 'inCare', 'closed']), words: sentence }),
  /** Which practice has it; null for who hears the status alone. */
  practice: z.strictObject({ name: z.string(), phone: z.string().nullable() }).nullable(),
  /** Of the screening that their own organisation recorded; null where it recorded none. */
  outcome: z
    .strictObject({
      level: Named,
      reasons: z.array(sentence),
      /** What still has to be asked. */
      missing: z.array(sentence),
      /** Red flags: the GP first. */
      flags: z.array(sentence),
    })
    .nullable(),
  /** Until the practice goes on with it: what comes next, of whom and by when. */
  next: z
    .strictObject({
      awaited: sentence,
      dueOn: day,
      owner: z.strictObject({ name: z.string(), phone: z.string().nullable(), because: sentence.nullable() }),
    })
    .nullable(),
})
export type Signal = z.infer<typeof Signal>

export const getSignal = operation({
  operationId: 'getSignal',
  method: 'GET',
  path: '/v1/cases/{caseId}/signal',
  tag: 'cases',
  words: {
    nl: 'Wat er met een aanmelding gebeurt, voor wie de oudere aanmeldde',
    en: 'What becomes of a signal, for who put the older adult forward',
  },
  params: CasePath,
  answer: Signal,
})
