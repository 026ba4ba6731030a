// The desk of who looks at the supply: which part of it this person may edit, whose absence this person may arrange, what can be offered.
import * as z from 'zod'
import { Id } from '../domain/commands.ts'
import { Role } from '../domain/role.ts'
import { day, operation, sentence } from './operation.ts'

const roles = z.array(z.strictObject({ code: Role, words: sentence }))

export const SupplyDesk = z.strictObject({
  today: day,
  organisationId: Id,
  edits: z.enum(['everything', 'ownOrganisation', 'nothing']),
  /** Why no more than that. */
  whyNot: sentence.nullable(),
  /** Whose absence: of everybody; of these organisations; and always the own. */
  arranges: z.strictObject({ everybody: z.boolean(), organisations: z.array(Id) }),
  /** Which roles somebody can have who is added, by the kind of organisation. */
  roles: z.strictObject({ provider: roles, practice: roles, coalition: roles }),
  /** Everything that can be offered, in the order of the pathway. */
  wanted: z.array(z.strictObject({ code: z.string(), words: sentence, form: z.enum(['group', 'home', 'followUp']) })),
})
export type SupplyDesk = z.infer<typeof SupplyDesk>

export const getSupplyDesk = operation({
  operationId: 'getSupplyDesk',
  method: 'GET',
  path: '/v1/supply-desk',
  tag: 'supply',
  words: {
    nl: 'Wat u aan het aanbod en de afwezigheid mag regelen, en wat er aangeboden kan worden',
    en: 'What you may arrange of the supply and of absences, and what can be offered',
  },
  answer: SupplyDesk,
})
