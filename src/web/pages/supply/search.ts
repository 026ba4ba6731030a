// What the address of the supply says: which list, which filters, which order.
import * as z from 'zod'

export const lists = ['soon', 'unchecked', 'noDeputy', 'withdrawn'] as const
export const sortable = [
  'name',
  'code',
  'organisation',
  'municipality',
  'start',
  'free',
  'cost',
  'wait',
  'until',
  'checked',
  'next',
] as const
export type Sortable = (typeof sortable)[number]

const sorts = [...sortable, ...sortable.map((column) => `-${column}` as const)] as const

export const SupplySearch = z.object({
  list: z.enum(lists).optional(),
  q: z.string().max(100).optional(),
  code: z.string().max(64).optional(),
  organisation: z.string().max(64).optional(),
  municipality: z
    .string()
    .regex(/^GM\d{4}$/)
    .optional(),
  freshness: z.enum(['fresh', 'ageing', 'stale', 'neverChecked']).optional(),
  /** With a stroke before it: the other way round. */
  sort: z.enum(sorts).optional(),
})
export type SupplySearch = z.infer<typeof SupplySearch>
