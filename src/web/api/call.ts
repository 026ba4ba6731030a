// One operation of the contract, asked of the server: typed in, typed out, problems as exceptions with words.
import type * as z from 'zod'
import type { Operation } from '../../contract/operation.ts'
import type { Problem } from '../../contract/problem.ts'
import { credentials } from '../session.ts'
import { language } from '../text/language.tsx'

type Input<Schema> = Schema extends z.ZodType ? z.input<Schema> : never
type Output<Schema> = Schema extends z.ZodType ? z.output<Schema> : unknown

export type Given<Params, Query, Body> = {
  readonly params?: Input<Params>
  readonly query?: Partial<Input<Query>>
  readonly body?: Input<Body>
  /** The tag of what is edited, as the server gave it. */
  readonly ifMatch?: string
  /** Made when the act is thought of, so that a repeat is known as one. */
  readonly key?: string
  readonly signal?: AbortSignal
}

/** What the server refused, in its own words. */
export class Refused extends Error {
  override readonly name = 'Refused'
  readonly problem: Problem
  constructor(problem: Problem) {
    super(problem.detail)
    this.problem = problem
  }
}

/** The request did not arrive, or nobody knows whether it did: it may be repeated with the same key. */
export class Unreachable extends Error {
  override readonly name = 'Unreachable'
}

export const isRefusal = (error: unknown): error is Refused => error instanceof Refused

export const newKey = (): string => crypto.randomUUID()

export async function call<
  Params extends z.ZodType,
  Query extends z.ZodType,
  Body extends z.ZodType | null,
  Answer extends z.ZodType | null,
>(
  operation: Operation<Params, Query, Body, Answer>,
  given: Given<Params, Query, Body> = {},
): Promise<{ readonly body: Output<Answer>; readonly etag: string | null }> {
  const answer = await fetched(addressOf(operation.path, given), {
    method: operation.method,
    signal: given.signal ?? null,
    headers: {
      accept: 'application/json, application/problem+json',
      'accept-language': language(),
      ...credentials(),
      ...(given.body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(operation.idempotencyKey ? { 'idempotency-key': given.key ?? newKey() } : {}),
      ...(given.ifMatch === undefined ? {} : { 'if-match': given.ifMatch }),
    },
    ...(given.body === undefined ? {} : { body: JSON.stringify(given.body) }),
  })
  const kind = answer.headers.get('content-type') ?? ''
  if (kind.startsWith('application/problem+json')) throw new Refused((await answer.json()) as Problem)
  if (!answer.ok) throw new Unreachable(`${answer.status}`)
  // The server answers by the same contract, which its own tests hold it to.
  const body = (await bodyOf(answer, kind)) as Output<Answer>
  return { body, etag: answer.headers.get('etag') }
}

/** A document to print stays bytes. */
function bodyOf(answer: Response, kind: string): Promise<unknown> {
  if (kind.startsWith('application/json')) return answer.json()
  return kind.startsWith('application/pdf') ? answer.blob() : answer.text()
}

export async function fetched(address: string, request: RequestInit): Promise<Response> {
  try {
    return await fetch(address, request)
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error
    throw new Unreachable(String(error))
  }
}

export function addressOf(path: string, { params, query }: { readonly params?: unknown; readonly query?: unknown }): string {
  const parts = (params ?? {}) as { readonly [name: string]: string }
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(parts[name] ?? ''))
  const asked = Object.entries((query ?? {}) as { readonly [name: string]: unknown }).filter(([, value]) => value !== undefined)
  const search = new URLSearchParams(asked.map(([name, value]) => [name, String(value)]))
  return asked.length === 0 ? filled : `${filled}?${search}`
}
