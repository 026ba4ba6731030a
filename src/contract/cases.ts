// Cases: opening and reopening one, and everything that can be seen of it.
import * as z from 'zod'
import { AssignmentId, commandTypes, Id, OpenCase } from '../domain/commands.ts'
import { Done } from './command-operations.ts'
import { eventKinds } from './event-kinds.ts'
import { ProposedHere } from './matching.ts'
import { CasePath, day, instant, operation, Page, pageOf, sentence } from './operation.ts'

const language = z.enum(['nl', 'en']).optional()

/** A code of ours, and what it is called. */
const Named = z.strictObject({ code: z.string(), words: sentence })

/** A part in the case, and who has it today. `because`: what put this person in the place of another. */
const Responsible = Named.extend({
  accountId: z.string().nullable(),
  name: z.string(),
  /** Where this person can be phoned; null when nobody knows. */
  phone: z.string().nullable(),
  because: sentence.nullable(),
})

export const Deadline = z.strictObject({
  id: z.string(),
  /** `case`, or the id of an assignment. */
  subject: z.string(),
  rule: z.string(),
  about: z.string().nullable(),
  awaited: sentence,
  startedOn: day,
  dueOn: day,
  dueAt: instant,
  opensOn: day.nullable(),
  /** Working days left while the clock stands still; null while it runs. */
  standsStillWith: z.int().nullable(),
  /** Why it stands still; null while it runs. */
  standsStillBecause: sentence.nullable(),
  owner: Responsible,
  told: z.array(Responsible),
  why: sentence,
  /** What happens when nobody acts: what the machine would name if it passed now, and where the case would stand then. */
  ifNobodyActs: z.strictObject({ happening: sentence, follows: z.array(sentence), thenAt: Named }),
  source: z.string(),
  status: z.string(),
})
export type Deadline = z.infer<typeof Deadline>

export const Allowed = z.strictObject({
  command: z.enum(commandTypes as [(typeof commandTypes)[number]]),
  subject: z.string(),
  words: sentence,
  allowed: z.boolean(),
  /** Why not; null when it is allowed. */
  why: z.strictObject({ code: z.string(), words: sentence }).nullable(),
  /** How it is given; null when it is not allowed. */
  how: z.strictObject({ method: z.literal('POST'), href: z.string(), ifMatch: z.string() }).nullable(),
})
export type Allowed = z.infer<typeof Allowed>

export const Assignment = z.strictObject({
  assignmentId: z.string(),
  etag: z.string(),
  version: z.int(),
  kind: z.enum(['primary', 'followUp']),
  code: z.string(),
  name: sentence,
  providerId: z.string().nullable(),
  state: Named,
  proposedOn: day,
  /** Facts were corrected after it was sent. */
  flagged: z.boolean(),
  context: z.record(z.string(), z.unknown()),
})
export type Assignment = z.infer<typeof Assignment>

export const CaseFile = z.strictObject({
  caseId: Id,
  etag: z.string(),
  seq: z.int(),
  personId: Id,
  pathway: z.string(),
  reopenedFrom: Id.nullable(),
  openedOn: day,
  stage: Named.extend({ b1: sentence }),
  /** Where it stands, in whole sentences; what matters most comes first. */
  situation: z.array(sentence),
  /** `workflow`: who asks sees where it stands, not what is known of the older adult; then facts, reasons, falls and red flags are left out. */
  content: z.enum(['whole', 'workflow']),
  position: z.array(Named.extend({ region: z.string(), owner: Named })),
  facts: z.record(z.string(), z.unknown()),
  assessment: z.record(z.string(), z.unknown()).nullable(),
  decision: z.record(z.string(), z.unknown()).nullable(),
  /** What stands in the way of payment, with what can be done instead; it changes no clinical choice. */
  warnings: z.array(z.strictObject({ code: z.string(), words: sentence, possibleFrom: day, alternatives: z.array(Named) })),
  falls: z.int().nullable(),
  /** Red flags that were reported and that no GP has released yet. */
  openFlags: z.array(Named),
  assignments: z.array(Assignment),
  deadlines: z.array(Deadline),
  allowed: z.array(Allowed),
  links: z.record(z.string(), z.string()),
})
export type CaseFile = z.infer<typeof CaseFile>

export const AssignmentFile = Assignment.extend({
  caseId: Id,
  deadlines: z.array(Deadline),
  allowed: z.array(Allowed),
})
export type AssignmentFile = z.infer<typeof AssignmentFile>

export const CaseEvent = z.strictObject({
  seq: z.int(),
  type: z.string(),
  words: sentence,
  subject: z.string(),
  occurredOn: day,
  recordedAt: instant,
  actorId: z.string(),
  /** Who did it, by name; empty when the system did, or the name is not known. */
  name: z.string(),
  role: z.string(),
  roleWords: z.string(),
  kind: z.enum(eventKinds),
  /** What one machine tells another: the same happening stands there already. */
  echo: z.boolean(),
  /** What was said or decided with it, in sentences. */
  story: z.array(sentence),
  /** The idempotency key of the command that brought it; a deadline's begins with `deadline:`. */
  commandId: z.string(),
  fields: z.record(z.string(), z.unknown()),
  record: z.record(z.string(), z.unknown()),
  hash: z.string(),
})
export type CaseEvent = z.infer<typeof CaseEvent>

export const Explanation = z.strictObject({
  caseId: Id,
  language: z.enum(['nl', 'en']),
  pathway: z.string(),
  /** False before the first screening: there is nothing to explain yet. */
  assessed: z.boolean(),
  lines: z.array(sentence),
  /** For programs: level, reasons, proposals, and for every intervention why, or why not. */
  explanation: z.record(z.string(), z.unknown()).nullable(),
  /** The proposal stays what fits best; this is what the local supply says to it. */
  supply: z.array(ProposedHere),
})
export type Explanation = z.infer<typeof Explanation>

const opening = { age: OpenCase.shape.age, livesAtHome: OpenCase.shape.livesAtHome, occurredOn: day.optional() }

export const openCase = operation({
  operationId: 'openCase',
  method: 'POST',
  path: '/v1/cases',
  tag: 'cases',
  words: { nl: 'Een oudere aanmelden', en: 'Put an older adult forward' },
  body: z.strictObject({ personId: Id, ...opening, reopenedFrom: z.null().optional() }),
  example: { personId: 'p-1', age: 80, livesAtHome: 'yes' },
  idempotencyKey: true,
  status: 201,
  answer: Done,
})

export const reopenCase = operation({
  operationId: 'reopenCase',
  method: 'POST',
  path: '/v1/cases/{caseId}/_reopen',
  tag: 'cases',
  words: { nl: 'Na afsluiten opnieuw beginnen: een nieuw traject', en: 'Begin again after closing: a new case' },
  params: CasePath,
  /** `personAgrees`: to the screening, which then begins at once. */
  body: z.strictObject({ ...opening, personAgrees: OpenCase.shape.personAgrees }),
  example: { age: 81, livesAtHome: 'yes', personAgrees: true },
  idempotencyKey: true,
  status: 201,
  answer: Done,
})

export const getCase = operation({
  operationId: 'getCase',
  method: 'GET',
  path: '/v1/cases/{caseId}',
  tag: 'cases',
  words: { nl: 'Eén traject: waar het staat en wat nu kan', en: 'One case: where it stands and what is possible now' },
  params: CasePath,
  conditional: true,
  answer: CaseFile,
})

export const getEvents = operation({
  operationId: 'getEvents',
  method: 'GET',
  path: '/v1/cases/{caseId}/events',
  tag: 'cases',
  words: { nl: 'Wat er gebeurd is, in volgorde', en: 'What happened, in order' },
  params: CasePath,
  query: z.strictObject({ order: z.enum(['oldest', 'newest']).default('oldest'), kind: z.enum(eventKinds).optional(), ...Page }),
  answer: pageOf(CaseEvent),
})

export const getDeadlines = operation({
  operationId: 'getDeadlines',
  method: 'GET',
  path: '/v1/cases/{caseId}/deadlines',
  tag: 'cases',
  words: {
    nl: 'De termijnen die lopen, en wat er gebeurt als niemand iets doet',
    en: 'The deadlines that run, and what happens if nobody acts',
  },
  params: CasePath,
  answer: z.strictObject({ items: z.array(Deadline) }),
})

export const getExplanation = operation({
  operationId: 'getExplanation',
  method: 'GET',
  path: '/v1/cases/{caseId}/explanation',
  tag: 'cases',
  words: { nl: 'Waarom dit is voorgesteld, en dat niet', en: 'Why this was proposed, and that was not' },
  params: CasePath,
  query: z.strictObject({ language }),
  answer: Explanation,
})

export const getAssignment = operation({
  operationId: 'getAssignment',
  method: 'GET',
  path: '/v1/cases/{caseId}/assignments/{assignmentId}',
  tag: 'cases',
  words: { nl: 'Eén opdracht', en: 'One assignment' },
  params: z.strictObject({ caseId: Id, assignmentId: AssignmentId }),
  answer: AssignmentFile,
})
