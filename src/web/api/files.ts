// Files: a list that is handed to the server as it is, and a list that is taken along.
import type * as z from 'zod'
import type { Operation } from '../../contract/operation.ts'
import type { Problem } from '../../contract/problem.ts'
import { credentials } from '../session.ts'
import { language } from '../text/language.tsx'
import { addressOf, fetched, newKey, Refused, Unreachable } from './call.ts'

export type ListFile = { readonly name: string; readonly type: string; readonly bytes: Blob }

export async function sendFile<Query extends z.ZodType, Body extends z.ZodType | null, Answer extends z.ZodType>(
  operation: Operation<z.ZodType, Query, Body, Answer>,
  file: ListFile,
  query: Partial<z.input<Query>>,
  key: string = newKey(),
): Promise<z.output<Answer>> {
  const answer = await fetched(addressOf(operation.path, { query }), {
    method: operation.method,
    headers: {
      accept: 'application/json, application/problem+json',
      'accept-language': language(),
      'content-type': file.type,
      ...credentials(),
      ...(operation.idempotencyKey ? { 'idempotency-key': key } : {}),
    },
    body: file.bytes,
  })
  await refuse(answer)
  return (await answer.json()) as z.output<Answer>
}

/** Asked for with who asks in a header, so it cannot be a plain link; kept under the name the server gives it. */
export async function takeAlong<Query extends z.ZodType>(
  operation: Operation<z.ZodType, Query, null, z.ZodType | null>,
  query: Partial<z.input<Query>>,
  params: { readonly [name: string]: string } = {},
): Promise<string> {
  const answer = await fetched(addressOf(operation.path, { params, query }), {
    headers: { 'accept-language': language(), ...credentials() },
  })
  await refuse(answer)
  const name = /filename="([^"]+)"/.exec(answer.headers.get('content-disposition') ?? '')?.[1] ?? 'valpad'
  keepFile(await answer.blob(), name)
  return name
}

/** Into the folder of downloads. */
export function keepFile(bytes: Blob, name: string): void {
  const address = URL.createObjectURL(bytes)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
}

async function refuse(answer: Response): Promise<void> {
  const kind = answer.headers.get('content-type') ?? ''
  if (kind.startsWith('application/problem+json')) throw new Refused((await answer.json()) as Problem)
  if (!answer.ok) throw new Unreachable(`${answer.status}`)
}
