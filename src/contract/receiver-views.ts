// The receiver's view: what somebody to whom an assignment is sent will read, word for word, before it is sent and after.
import * as z from 'zod'
import { AssignmentId, Id } from '../domain/commands.ts'
import { dataCategories, receiverKinds, viewStages } from '../domain/minimisation.ts'
import { assignmentShape, CasePath, instant, operation, sentence } from './operation.ts'

const Category = z.enum(dataCategories)
const AssignmentPath = z.strictObject({ caseId: Id, assignmentId: AssignmentId })

export const ReceiverView = z.strictObject({
  receiver: z.enum(receiverKinds),
  stage: z.enum(viewStages),
  /** All of it in one sentence. */
  summary: sentence,
  shown: z.array(z.strictObject({ category: Category, label: sentence, lines: z.array(sentence) })),
  notShown: z.array(z.strictObject({ category: Category, label: sentence, why: sentence })),
})
export type ReceiverView = z.infer<typeof ReceiverView>

export const Preview = z.strictObject({
  caseId: Id,
  assignmentId: Id.nullable(),
  code: z.string(),
  providerId: z.string().nullable(),
  view: ReceiverView,
  /** Which sending this is what the receiver reads now; null: not sent yet. */
  sent: z.strictObject({ number: z.int(), at: instant }).nullable(),
  /** It would read differently were it sent now: nobody is shown anything new until it is sent again. */
  changed: z.boolean(),
})
export type Preview = z.infer<typeof Preview>

export const getReceiverView = operation({
  operationId: 'getReceiverView',
  method: 'GET',
  path: '/v1/cases/{caseId}/assignments/{assignmentId}/receiver-view',
  tag: 'inbox',
  words: {
    nl: 'Wat de ontvanger van een opdracht ziet, woord voor woord',
    en: 'What the receiver of an assignment sees, word for word',
  },
  params: AssignmentPath,
  query: z.strictObject({ stage: z.enum(viewStages).default('after') }),
  answer: Preview,
})

export const previewReceiverView = operation({
  operationId: 'previewReceiverView',
  method: 'POST',
  path: '/v1/cases/{caseId}/receiver-views',
  tag: 'inbox',
  words: {
    nl: 'Wat een ontvanger zou zien van een keuze die nog niet is vastgelegd',
    en: 'What a receiver would see of a choice that is not recorded yet',
  },
  params: CasePath,
  body: z.strictObject({
    /** The intervention or the follow-up. */
    code: Id,
    offerId: Id.optional(),
    /** Where no offer is chosen; `domain` says whether it is delivered in care or in the social domain. */
    providerId: Id.optional(),
    domain: z.enum(['care', 'social']).optional(),
    /** The person's own goal as it will be recorded; absent: as it was said in the analysis. */
    goal: z.string().trim().min(1).max(4000).optional(),
    stage: z.enum(viewStages).default('after'),
  }),
  example: { code: 'inBalans', domain: 'social', stage: 'before' },
  answer: Preview,
})

export const ViewSent = z.strictObject({ assignmentId: Id, number: z.int(), at: instant })
export type ViewSent = z.infer<typeof ViewSent>

export const sendViewAgain = operation({
  operationId: 'sendViewAgain',
  method: 'POST',
  path: '/v1/cases/{caseId}/assignments/{assignmentId}/receiver-views',
  tag: 'inbox',
  words: {
    nl: 'De ontvanger laten zien wat intussen is verbeterd',
    en: 'Show the receiver what was corrected in the meantime',
  },
  params: AssignmentPath,
  body: z.strictObject({}),
  example: {},
  idempotencyKey: true,
  ifMatch: { needed: 'required', shape: assignmentShape },
  status: 201,
  answer: ViewSent,
})
