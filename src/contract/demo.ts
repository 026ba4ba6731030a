// The demonstration: who one can be, until a real login takes its place.
import * as z from 'zod'
import { operation, sentence } from './operation.ts'

export const DemoAccount = z.strictObject({
  accountId: z.string(),
  name: z.string(),
  role: z.string(),
  roleWords: sentence,
  organisation: z.string(),
  organisationKind: z.enum(['practice', 'provider', 'coalition']),
})
export type DemoAccount = z.infer<typeof DemoAccount>

export const listDemoAccounts = operation({
  operationId: 'listDemoAccounts',
  method: 'GET',
  path: '/v1/demo/accounts',
  tag: 'demo',
  access: 'loopback',
  words: { nl: 'Wie u kunt zijn in de demo', en: 'Who you can be in the demonstration' },
  answer: z.strictObject({ items: z.array(DemoAccount) }),
})
