// The region: what it is called and which municipalities work together in it.
import * as z from 'zod'
import { operation } from './operation.ts'

export const Region = z.strictObject({
  name: z.string(),
  /** Whom to ask what this screen does not answer; null where nobody coordinates. */
  coordinator: z.strictObject({ name: z.string(), phone: z.string().nullable() }).nullable(),
  municipalities: z.array(z.strictObject({ code: z.string(), name: z.string() })),
})
export type Region = z.infer<typeof Region>

export const getRegion = operation({
  operationId: 'getRegion',
  method: 'GET',
  path: '/v1/region',
  tag: 'supply',
  words: { nl: 'De regio en haar gemeenten', en: 'The region and its municipalities' },
  answer: Region,
})
