// What the inbox shows, as it stands in its address.
import * as z from 'zod'

export const inboxTabs = ['new', 'waiting', 'accepted', 'running', 'toReport', 'ended'] as const
export type InboxTabCode = (typeof inboxTabs)[number]

export const InboxSearch = z.object({
  tab: z.enum(inboxTabs).optional(),
  mine: z.literal('yes').optional(),
  filter: z.literal('noStartDate').optional(),
})
export type InboxSearch = z.infer<typeof InboxSearch>
