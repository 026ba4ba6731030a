// What the address of who is who says: whose people, where, and which act is open.
import * as z from 'zod'

export const WhoSearch = z.object({
  organisation: z.string().max(64).optional(),
  municipality: z
    .string()
    .regex(/^GM\d{4}$/)
    .optional(),
  q: z.string().max(100).optional(),
  list: z.enum(['away', 'new']).optional(),
  who: z.string().max(64).optional(),
  act: z.enum(['absence', 'leave', 'add']).optional(),
})
export type WhoSearch = z.infer<typeof WhoSearch>
