// One operation as a route: who asks, is everything as it should be, then the handler, then the answer or the problem.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type * as z from 'zod'
import type { Actor } from '../access/actor.ts'
import type { Operation } from '../contract/operation.ts'
import { parsedBy } from '../domain/fault-words.ts'
import type { Language } from '../domain/words.ts'
import type { Engine } from '../engine/engine.ts'
import { actorOf, isFromHere } from './identity.ts'
import { languageOf } from './language.ts'
import { isKey, tagIn, wrongKey, wrongTag } from './preconditions.ts'
import { faulty, missingVersion, nobody, notThere, type PlacedFault, problemOf, type Trouble } from './problems.ts'
import { SentFile } from './sent-file.ts'

export type Success = {
  /** Bytes are sent as they are, anything else as JSON. */
  readonly body: unknown
  readonly status?: 200 | 201 | 304
  readonly headers?: { readonly [header: string]: string }
  readonly mediaType?: string
}
export type Outcome = Success | { readonly trouble: Trouble }

type Output<Schema> = Schema extends z.ZodType ? z.output<Schema> : null

export type Asked<Params, Query, Body> = {
  readonly params: Output<Params>
  readonly query: Output<Query>
  /** Of a request that came with a file: null. */
  readonly body: Output<Body>
  /** Only where the routes take files. */
  readonly file: SentFile | null
  /** Somebody, on every operation that has to know. */
  readonly actor: Actor
  readonly requestId: string
  readonly language: Language
  /** Empty where the operation takes none. */
  readonly key: string
  readonly ifMatch: { readonly id: string; readonly version: number } | null
  readonly ifNoneMatch: string | undefined
  readonly accept: string
  /** Where the request came from. */
  readonly address: string
}

export type Handler<Params, Query, Body> = (asked: Asked<Params, Query, Body>) => Promise<Outcome>

export type Serve = <Params extends z.ZodType, Query extends z.ZodType, Body extends z.ZodType | null>(
  operation: Operation<Params, Query, Body>,
  handler: Handler<Params, Query, Body>,
) => void

/** Who nobody has to be named for. */
const anybody: Actor = { id: 'anybody', role: 'person', organisationId: '' }

export const serveOn =
  (app: FastifyInstance, engine: Engine): Serve =>
  (operation, handler) => {
    const take = async (request: FastifyRequest): Promise<Outcome> => {
      const actor = await askerOf(operation, engine, request)
      if ('trouble' in actor) return actor
      const { faults, ...parsed } = parse(operation, request)
      // An address that cannot be one of ours is not there, like any other that is not.
      if (faults.some((fault) => fault.in === 'path')) return { trouble: notThere }
      if (faults.length > 0) return { trouble: faulty(faults) }
      const { ifMatch } = operation
      if (ifMatch?.needed === 'required' && parsed.ifMatch === null) return { trouble: missingVersion(ifMatch.shape) }
      const asked = {
        ...parsed,
        actor,
        requestId: request.id,
        language: languageOf(request.headers['accept-language']),
        ifNoneMatch: request.headers['if-none-match'],
        accept: request.headers.accept ?? '',
        address: request.ip,
      }
      // The schemas of the operation gave these; its type parameters say so.
      return handler(asked as never)
    }
    app.route({
      method: operation.method,
      url: operation.path.replaceAll(/\{(\w+)\}/g, ':$1'),
      handler: async (request, reply) => {
        const outcome = await take(request)
        if ('trouble' in outcome) return sendTrouble(request, reply, outcome.trouble)
        return sendSuccess(reply, outcome, languageOf(request.headers['accept-language']))
      },
    })
  }

async function askerOf(
  { access }: Operation,
  engine: Engine,
  request: FastifyRequest,
): Promise<Actor | { readonly trouble: Trouble }> {
  if (access === 'open') return anybody
  if (access === 'loopback') return isFromHere(request) ? anybody : { trouble: notThere }
  return (await actorOf(engine, request)) ?? { trouble: nobody }
}

/** Everything that is wrong with the request at once, wherever it stands. */
function parse({ params, query, body, idempotencyKey, ifMatch }: Operation, request: FastifyRequest) {
  const faults: PlacedFault[] = []
  const take = (schema: z.ZodType | null, given: unknown, place: PlacedFault['in']): unknown => {
    if (schema === null) return null
    const parsed = parsedBy(schema, given)
    if (parsed.ok) return parsed.value
    faults.push(...parsed.faults.map((fault) => ({ ...fault, in: place })))
    return null
  }
  const file = request.body instanceof SentFile ? request.body : null
  const given = {
    params: take(params, request.params, 'path'),
    query: take(query, { ...(request.query as object) }, 'query'),
    body: file === null ? take(body, request.body === undefined ? {} : request.body, 'body') : null,
    file,
  }
  const key = request.headers['idempotency-key']
  if (idempotencyKey && !isKey(key)) faults.push(wrongKey)
  const tag = ifMatch === null || request.headers['if-match'] === undefined ? undefined : tagIn(request.headers['if-match'])
  if (tag === null) faults.push(wrongTag(ifMatch!.shape))
  return { ...given, key: idempotencyKey && isKey(key) ? key : '', ifMatch: tag ?? null, faults: faults.slice(0, 50) }
}

export function sendTrouble(request: FastifyRequest, reply: FastifyReply, trouble: Trouble): FastifyReply {
  const language = languageOf(request.headers['accept-language'])
  return reply
    .code(trouble.status)
    .headers({ ...trouble.headers, 'content-language': language })
    .type('application/problem+json; charset=utf-8')
    .send(JSON.stringify({ ...problemOf(trouble, request.url, language), ...referenceOf(request, trouble) }))
}

/** The end of the id under which the log knows this request: short enough to say on the phone. */
const referenceOf = ({ id }: FastifyRequest, { status }: Trouble): { reference?: string } =>
  status < 500 ? {} : { reference: String(id).slice(-6).toUpperCase() }

function sendSuccess(
  reply: FastifyReply,
  { body, status = 200, headers = {}, mediaType }: Success,
  language: Language,
): FastifyReply {
  reply.code(status).headers({ 'content-language': language, ...headers })
  if (status === 304) return reply.send()
  reply.type(mediaType ?? 'application/json; charset=utf-8')
  return reply.send(body instanceof Uint8Array || typeof body === 'string' ? body : JSON.stringify(body))
}
