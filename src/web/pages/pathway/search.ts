// What stands in the address of the pathway page: which view, and which table of rules.
import * as z from 'zod'

export const PathwaySearch = z.object({
  view: z.enum(['list', 'rules', 'settings']).optional(),
  table: z
    .string()
    .regex(/^[A-Za-z0-9.-]{1,80}$/)
    .optional(),
})
export type PathwaySearch = z.infer<typeof PathwaySearch>
