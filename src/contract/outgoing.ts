// What a practice sent out: where each assignment stands, who has it, since when, and what is stuck.
import * as z from 'zod'
import { AssignmentId, Id } from '../domain/commands.ts'
import { inboxTabs } from '../domain/inbox-tab.ts'
import { Clock, TabCount } from './inbox.ts'
import { day, operation, Page, sentence } from './operation.ts'
import { WorkAct } from './work-act.ts'

const Named = z.strictObject({ code: z.string(), words: sentence })

export const OutgoingLine = z.strictObject({
  assignmentId: z.string(),
  caseId: Id,
  etag: z.string(),
  personId: z.string(),
  personName: z.string(),
  /** Whole years today. */
  age: z.int().nullable(),
  code: z.string(),
  /** The intervention or the follow-up. */
  asked: sentence,
  provider: z.strictObject({ organisationId: z.string().nullable(), name: z.string() }),
  tab: Named,
  state: Named,
  sentOn: day.nullable(),
  /** Of the last step; days from it until today. */
  since: day,
  days: z.int(),
  /** Who has it today, with absence and departure followed. */
  holder: z.strictObject({ accountId: z.string().nullable(), name: z.string() }),
  clock: Clock.nullable(),
  /** Nothing moves: not answered, waiting for a place, not reached, or a term that has passed before. */
  stuck: Named.nullable(),
  /** Of what is stuck: what is the matter in one sentence, and with whom; null: it is not. */
  need: z.strictObject({ words: sentence, about: sentence }).nullable(),
  act: WorkAct,
  /** Something of what the receiver reads was corrected after it was sent: to be seen there only when it is sent again. */
  toSendAgain: z.boolean(),
  links: z.strictObject({ case: z.string(), receiverView: z.string(), summary: z.string() }),
})
export type OutgoingLine = z.infer<typeof OutgoingLine>

export const OutgoingPage = z.strictObject({
  tabs: z.array(TabCount),
  items: z.array(OutgoingLine),
  next: z.string().nullable(),
})
export type OutgoingPage = z.infer<typeof OutgoingPage>

export const getOutgoing = operation({
  operationId: 'getOutgoing',
  method: 'GET',
  path: '/v1/outgoing',
  tag: 'inbox',
  words: {
    nl: 'Wat de praktijk verstuurde, wat vastzit het eerst',
    en: 'What the practice sent, what is stuck first',
  },
  query: z.strictObject({
    /** Absent: everything that is not over. */
    tab: z.enum(inboxTabs).optional(),
    ...Page,
  }),
  answer: OutgoingPage,
})

export const getSummary = operation({
  operationId: 'getSummary',
  method: 'GET',
  path: '/v1/cases/{caseId}/assignments/{assignmentId}/summary',
  tag: 'inbox',
  words: {
    nl: 'Korte tekst over een opdracht, om in het dossier van de huisarts te plakken',
    en: 'A short text on an assignment, to paste into the GP record',
  },
  params: z.strictObject({ caseId: Id, assignmentId: AssignmentId }),
  mediaTypes: ['text/plain'],
})
