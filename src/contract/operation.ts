// One operation of the HTTP interface as data: what goes in, what comes out, who may ask. Routes and OpenAPI are drawn from it.
import * as z from 'zod'
import { Id } from '../domain/commands.ts'
import type { Words } from '../domain/words.ts'

export type Operation<
  Params extends z.ZodType = z.ZodType,
  Query extends z.ZodType = z.ZodType,
  Body extends z.ZodType | null = z.ZodType | null,
  Answer extends z.ZodType | null = z.ZodType | null,
> = {
  readonly operationId: string
  readonly method: 'GET' | 'POST' | 'PUT'
  /** As OpenAPI writes it: `/v1/cases/{caseId}`. */
  readonly path: string
  readonly tag: Tag
  readonly words: Words
  /** `actor`: somebody has to be named; `loopback`: only from the machine itself; `open`: anybody. */
  readonly access: 'actor' | 'loopback' | 'open'
  readonly params: Params
  readonly query: Query
  readonly body: Body
  /** What a body may be sent as: JSON, and for some a file. */
  readonly bodyTypes: readonly string[]
  /** A body that is right as it stands. */
  readonly example: unknown
  /** Without `Idempotency-Key` answered with 400. */
  readonly idempotencyKey: boolean
  /** What `If-Match` has to look like, and whether it may be left out (428). */
  readonly ifMatch: { readonly needed: 'required' | 'optional'; readonly shape: string } | null
  /** Takes `If-None-Match`, and answers 304 when nothing changed. */
  readonly conditional: boolean
  readonly status: 200 | 201
  /** What comes back; null for a document of another kind, or a stored answer that is sent as it is. */
  readonly answer: Answer
  readonly mediaTypes: readonly string[]
}

export type Tag =
  | 'people'
  | 'cases'
  | 'documents'
  | 'commands'
  | 'answers'
  | 'worklists'
  | 'pathways'
  | 'supply'
  | 'inbox'
  | 'messages'
  | 'links'
  | 'demo'
  | 'system'

type Given<Params, Query, Body, Answer> = Pick<Operation, 'operationId' | 'method' | 'path' | 'tag' | 'words'> &
  Partial<
    Pick<Operation, 'access' | 'idempotencyKey' | 'ifMatch' | 'conditional' | 'status' | 'example' | 'bodyTypes' | 'mediaTypes'>
  > & {
    readonly params?: Params
    readonly query?: Query
    readonly body?: Body
    readonly answer?: Answer
  }

export const Nothing = z.strictObject({})
type Nothing = typeof Nothing

/** Fills in what most operations share. */
export const operation = <
  Params extends z.ZodType = Nothing,
  Query extends z.ZodType = Nothing,
  Body extends z.ZodType | null = null,
  Answer extends z.ZodType | null = null,
>(
  given: Given<Params, Query, Body, Answer>,
): Operation<Params, Query, Body, Answer> => ({
  access: 'actor',
  bodyTypes: ['application/json'],
  example: null,
  idempotencyKey: false,
  ifMatch: null,
  conditional: false,
  status: 200,
  mediaTypes: ['application/json'],
  ...given,
  // An absent schema is `Nothing`, and its type parameter says so.
  params: (given.params ?? Nothing) as Params,
  query: (given.query ?? Nothing) as Query,
  body: (given.body ?? null) as Body,
  answer: (given.answer ?? null) as Answer,
})

export const day = z.iso.date()
export const instant = z.iso.datetime()
/** One sentence in the language that was asked for. */
export const sentence = z.string()

export const CasePath = z.strictObject({ caseId: Id })
export const PersonPath = z.strictObject({ personId: Id })

/** Where the next page begins: what the page before gave as `next`. */
export const Page = {
  cursor: z.string().min(1).max(400).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
}
export const pageOf = <Item extends z.ZodType>(item: Item) =>
  z.strictObject({ items: z.array(item), next: z.string().nullable() })

export const caseShape = '"<caseId>.<seq>"'
export const assignmentShape = '"<assignmentId>.<version>"'
export const personShape = '"<personId>.<version>"'
