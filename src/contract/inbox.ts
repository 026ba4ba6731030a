// The inbox of a provider: what was sent to it, the most urgent first, and of each assignment no more than its receiver may see.
import * as z from 'zod'
import { AssignmentId, commandTypes, Id } from '../domain/commands.ts'
import { receiverTabs } from '../domain/inbox-tab.ts'
import { Allowed, Deadline } from './cases.ts'
import { day, instant, operation, Page, sentence } from './operation.ts'
import { ReceiverView } from './receiver-views.ts'

const Named = z.strictObject({ code: z.string(), words: sentence })

/** Counted no further than 100: `more` says that there are more. */
export const TabCount = Named.extend({ count: z.int(), more: z.boolean() })
export type TabCount = z.infer<typeof TabCount>

/** Who has it today, with absence and departure followed. */
const Holder = z.strictObject({ accountId: z.string().nullable(), name: z.string(), me: z.boolean() })

export const Clock = z.strictObject({ rule: z.string(), awaited: sentence, dueOn: day, dueAt: instant })
export type Clock = z.infer<typeof Clock>

/** What can be done at once from a list; the assignment itself says the reasons of what cannot. */
const Act = z.strictObject({
  command: z.enum(commandTypes as [(typeof commandTypes)[number]]),
  words: sentence,
  how: z.strictObject({ method: z.literal('POST'), href: z.string(), ifMatch: z.string() }),
})

export const InboxLine = z.strictObject({
  assignmentId: z.string(),
  caseId: Id,
  etag: z.string(),
  code: z.string(),
  state: Named,
  /** As the receiver's view says them; empty where nothing may be seen. */
  asked: z.array(sentence),
  wishes: z.array(sentence),
  age: sentence.nullable(),
  area: sentence.nullable(),
  /** Only after acceptance. */
  name: sentence.nullable(),
  phone: sentence.nullable(),
  sentOn: day.nullable(),
  daysOpen: z.int().nullable(),
  /** What is awaited first, and by when; null while no clock runs. */
  clock: Clock.nullable(),
  startsOn: day.nullable(),
  /** The older adult said that she cannot come on that day; over as soon as there is another. */
  cannotCome: z.boolean(),
  runId: z.string().nullable(),
  holder: Holder,
  allowed: z.array(Act),
  links: z.strictObject({ self: z.string() }),
})
export type InboxLine = z.infer<typeof InboxLine>

export const InboxPage = z.strictObject({
  /** Where the pathway lives: what days are counted from. */
  today: day,
  tab: Named,
  tabs: z.array(TabCount),
  items: z.array(InboxLine),
  /** Where nothing new waits: how many came last week, and how soon they were answered. */
  lastWeek: sentence.nullable(),
  next: z.string().nullable(),
})
export type InboxPage = z.infer<typeof InboxPage>

const Measured = z.strictObject({ value: z.number(), on: day })

const Colleague = z.strictObject({ accountId: z.string().nullable(), name: z.string(), phone: z.string().nullable() })
export type Colleague = z.infer<typeof Colleague>

export const InboxAssignment = z.strictObject({
  today: day,
  assignmentId: z.string(),
  caseId: Id,
  etag: z.string(),
  version: z.int(),
  code: z.string(),
  name: sentence,
  tab: Named,
  state: Named,
  sentOn: day.nullable(),
  daysOpen: z.int().nullable(),
  /** As it was sent; null where nothing was kept, from before views were kept. */
  view: ReceiverView.nullable(),
  viewNumber: z.int().nullable(),
  practice: z.strictObject({ organisationId: z.string().nullable(), name: z.string() }),
  /** Who asks, and who is there when that one is not. */
  referrer: Colleague,
  deputy: Colleague.nullable(),
  holder: Holder,
  /** `advice`: what is suggested after not reaching somebody again and again; null as long as nothing is. */
  attempts: z.strictObject({ total: z.int(), notReachedInARow: z.int(), advice: sentence.nullable() }),
  startsOn: day.nullable(),
  /** When the older adult said that she cannot come on that day; null: nothing was said, or there is another day since. */
  cannotComeSince: instant.nullable(),
  startedOn: day.nullable(),
  sessions: z.array(z.strictObject({ on: day, attended: z.boolean() })),
  dose: z.strictObject({
    attended: z.int(),
    recorded: z.int(),
    planned: z.int().nullable(),
    /** In tenths of a percent. */
    permille: z.int().nullable(),
    reached: z.boolean().nullable(),
    words: sentence,
  }),
  deadlines: z.array(
    Deadline.pick({
      rule: true,
      awaited: true,
      dueOn: true,
      dueAt: true,
      standsStillWith: true,
      owner: true,
      told: true,
      why: true,
    }).extend({ ifNobodyActs: z.array(sentence) }),
  ),
  /** `day`: whether a day on which to ask again is given with it. */
  declineReasons: z.array(
    Named.extend({
      side: z.enum(['person', 'provider']),
      note: z.enum(['required', 'optional']),
      day: z.enum(['required', 'optional', 'none']),
    }),
  ),
  allowed: z.array(Allowed),
  /** What is met along the way and is about the person, not about this assignment; null as long as it was not accepted. */
  reports: z
    .strictObject({
      allowed: z.array(Allowed),
      /** `holds`: no exercise until a doctor says that it is allowed again. */
      redFlags: z.array(Named.extend({ urgency: z.enum(['U1', 'U2', 'U3']), holds: z.boolean() })),
      /** At the start and at the end, as this provider measured. */
      measures: z.array(Named.extend({ unit: sentence, start: Measured.nullable(), end: Measured.nullable() })),
    })
    .nullable(),
})
export type InboxAssignment = z.infer<typeof InboxAssignment>

export const getInbox = operation({
  operationId: 'getInbox',
  method: 'GET',
  path: '/v1/inbox',
  tag: 'inbox',
  words: {
    nl: 'De opdrachten aan een aanbieder, het dringendst eerst',
    en: 'The assignments to a provider, the most urgent first',
  },
  query: z.strictObject({
    tab: z.enum(receiverTabs as ['new']).optional(),
    /** `yes`: what is yours today, with the work of whom you replace. */
    mine: z.enum(['yes', 'no']).default('no'),
    /** `noStartDate`: accepted, and nobody has planned a start. */
    filter: z.enum(['noStartDate']).optional(),
    ...Page,
  }),
  answer: InboxPage,
})

export const getInboxAssignment = operation({
  operationId: 'getInboxAssignment',
  method: 'GET',
  path: '/v1/inbox/{assignmentId}',
  tag: 'inbox',
  words: { nl: 'Eén opdracht, zoals de ontvanger haar ziet', en: 'One assignment, as its receiver sees it' },
  params: z.strictObject({ assignmentId: AssignmentId }),
  answer: InboxAssignment,
})

export const getAssignmentCalendar = operation({
  operationId: 'getAssignmentCalendar',
  method: 'GET',
  path: '/v1/inbox/{assignmentId}/calendar.ics',
  tag: 'inbox',
  words: { nl: 'De geplande start als agendabestand', en: 'The planned start as a calendar file' },
  params: z.strictObject({ assignmentId: AssignmentId }),
  mediaTypes: ['text/calendar'],
})
