// Which groups are shown, as it stands in the address.
import * as z from 'zod'

export const GroupsSearch = z.object({ show: z.literal('all').optional() })
export type GroupsSearch = z.infer<typeof GroupsSearch>
