// The coordinator's desk: everything that waits for the coordinator, what blocks older adults first. No names of older adults, nothing clinical.
import * as z from 'zod'
import { Id } from '../domain/commands.ts'
import { day, instant, operation, sentence } from './operation.ts'
import { municipality } from './supply.ts'

const Named = z.strictObject({ code: z.string(), words: sentence })
/** Somebody whose work is to be handed over to a colleague there, or of the coalition. */
const Gone = z.strictObject({ accountId: z.string(), name: z.string(), organisationId: z.string() })
const Passed = z.strictObject({
  accountId: z.string(),
  name: z.string(),
  whyWords: sentence,
  /** Still there, with an absence that can be arranged. */
  present: z.boolean(),
  /** With whom the replacements end, when that is somebody who is not there any more; null: nothing to hand over. */
  gone: Gone.nullable(),
})
const of = <Kind extends string>(kind: Kind) => ({ kind: z.literal(kind), id: z.string() })

export const DeskLine = z.discriminatedUnion('kind', [
  /** Work that nobody has. */
  z.strictObject({
    ...of('nobody'),
    work: z.enum(['assignment', 'case']),
    caseId: Id,
    state: Named,
    owner: Passed.nullable(),
    nextDueOn: day.nullable(),
  }),
  /** Work that came to whoever asks, because its own person cannot be reached: one line for each such person. */
  z.strictObject({
    ...of('passed'),
    /** Null: nobody was named. */
    owner: Passed.nullable(),
    assignments: z.int(),
    cases: z.int(),
    /** The first of them to be due, at most five. */
    caseIds: z.array(Id),
    nextDueOn: day.nullable(),
  }),
  /** A message that did not arrive, however often it was tried. */
  z.strictObject({
    ...of('givenUp'),
    about: sentence,
    channel: z.enum(['mail', 'webhook']),
    to: z.string(),
    lastFault: z.string().nullable(),
    createdOn: day,
  }),
  /** A handover that was not read. */
  z.strictObject({
    ...of('handover'),
    etag: z.string(),
    name: z.string(),
    replacement: z.strictObject({ accountId: z.string(), name: z.string(), phone: z.string().nullable() }),
    fromOn: day,
    untilOn: day.nullable(),
    note: sentence.nullable(),
    /** Whoever asks may acknowledge it. */
    mayAcknowledge: z.boolean(),
  }),
  /** Named in the supply, not there any more, and nobody succeeds. */
  z.strictObject({
    ...of('leaver'),
    name: z.string(),
    gone: Gone.nullable(),
    offers: z.array(z.strictObject({ offerId: Id, name: z.string() })),
  }),
  /** Gaps in the supply that were met since somebody looked. */
  z.strictObject({
    ...of('gap'),
    code: Named,
    municipality: Named,
    count: z.int(),
    reasons: z.array(sentence),
    lastAt: instant,
    lastOn: day,
  }),
  /** An offer whose data nobody can rely on. */
  z.strictObject({
    ...of('unchecked'),
    name: z.string(),
    organisationName: z.string(),
    municipalityName: z.string(),
    lastCheckedOn: day.nullable(),
    freshnessWords: sentence,
    owner: z.strictObject({ name: z.string(), phone: z.string().nullable() }).nullable(),
  }),
])
export type DeskLine = z.infer<typeof DeskLine>

export const CoordinatorDesk = z.strictObject({
  on: day,
  /** How many lines there are of each kind, also beyond those that are given. */
  counts: z.strictObject({
    nobody: z.int(),
    passed: z.int(),
    givenUp: z.int(),
    handover: z.int(),
    leaver: z.int(),
    gap: z.int(),
    unchecked: z.int(),
  }),
  /** Of each kind at most a hundred. */
  items: z.array(DeskLine),
})
export type CoordinatorDesk = z.infer<typeof CoordinatorDesk>

export const getCoordinatorDesk = operation({
  operationId: 'getCoordinatorDesk',
  method: 'GET',
  path: '/v1/coordinator-desk',
  tag: 'supply',
  words: {
    nl: 'Wat op de coördinator wacht: wat ouderen ophoudt eerst',
    en: 'What waits for the coordinator: what blocks older adults first',
  },
  answer: CoordinatorDesk,
})

export const GapLook = z.strictObject({ code: Id, municipality, upTo: instant })
export type GapLook = z.infer<typeof GapLook>

export const lookAtGaps = operation({
  operationId: 'lookAtGaps',
  method: 'POST',
  path: '/v1/unmet-needs/_look',
  tag: 'supply',
  words: {
    nl: 'De gemelde gaten van één soort in één gemeente zijn bekeken',
    en: 'The gaps of one kind in one municipality were looked at',
  },
  body: GapLook,
  example: { code: 'inBalans', municipality: 'GM0362', upTo: '2026-01-05T09:00:00Z' },
  idempotencyKey: true,
  answer: GapLook,
})
