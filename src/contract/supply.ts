// Supply: what the operations on organisations, locations, offers, course runs and contacts share.
import * as z from 'zod'
import { Id } from '../domain/commands.ts'
import { MunicipalityCode } from '../domain/supply.ts'
import { instant, sentence } from './operation.ts'

/** Anything of the supply, in the version it has now. */
export const supplyTag = (id: string, version: number): string => `"${id}.${version}"`

export const SupplySaved = z.strictObject({ id: Id, version: z.int() })
export type SupplySaved = z.infer<typeof SupplySaved>

export const municipality = MunicipalityCode

/** Somebody of the chain, as others may find this person. */
export const SupplyPerson = z.strictObject({
  accountId: Id,
  name: z.string(),
  organisationId: z.string(),
  phone: z.string().nullable(),
  email: z.string().nullable(),
  /** False: answers by link. */
  login: z.boolean(),
  /** Active, and not left. */
  here: z.boolean(),
})
export type SupplyPerson = z.infer<typeof SupplyPerson>

/** One change: by whom, when, and which fields became other ones. */
export const SupplyHistoryLine = z.strictObject({
  version: z.int(),
  at: instant,
  action: z.string(),
  actionWords: sentence,
  actorId: z.string(),
  actorName: z.string(),
  actorRole: z.string(),
  roleWords: z.string(),
  changed: z.array(z.strictObject({ field: z.string(), fieldWords: z.string(), before: z.unknown(), after: z.unknown() })),
})
export type SupplyHistoryLine = z.infer<typeof SupplyHistoryLine>
