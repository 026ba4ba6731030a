// A client of the running server: requests in the name of somebody, and refusals as words.
import { randomUUID } from 'node:crypto'
import type { Language } from '../domain/words.ts'
import { UsageError } from './command.ts'

export type Client = {
  readonly get: <Answer>(path: string, actor: string) => Promise<Answer>
  readonly send: <Answer>(
    method: 'POST' | 'PUT',
    path: string,
    actor: string,
    body: unknown,
    headers?: { readonly [name: string]: string },
  ) => Promise<Answer>
}

type Problem = { readonly title?: string; readonly detail?: string; readonly errors?: readonly { readonly detail?: string }[] }

/** The server said no: `status` and its words. */
export class Refused extends Error {
  readonly status: number
  constructor(status: number, words: string) {
    super(words)
    this.status = status
  }
}

export function clientOf(url: string, language: Language): Client {
  async function ask<Answer>(path: string, actor: string, init: RequestInit): Promise<Answer> {
    const response = await fetch(new URL(path, url), {
      ...init,
      headers: { 'valpad-actor': actor, 'accept-language': language, ...(init.headers as Record<string, string>) },
      signal: AbortSignal.timeout(60_000),
    }).catch((error: unknown) => {
      throw new UsageError(
        {
          nl: `Er antwoordt geen server op ${url} (${causeOf(error)}). Start hem met: npm start`,
          en: `No server answers at ${url} (${causeOf(error)}). Start it with: npm start`,
        }[language],
      )
    })
    const text = await response.text()
    if (!response.ok) throw new Refused(response.status, `${response.status} ${path}: ${wordsOf(text)}`)
    return JSON.parse(text) as Answer
  }
  return {
    get: (path, actor) => ask(path, actor, {}),
    send: (method, path, actor, body, headers = {}) =>
      ask(path, actor, {
        method,
        body: JSON.stringify(body),
        headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID(), ...headers },
      }),
  }
}

function causeOf(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error
  return cause instanceof Error ? ('code' in cause ? String(cause.code) : cause.message) : String(cause)
}

function wordsOf(text: string): string {
  try {
    const { title, detail, errors = [] } = JSON.parse(text) as Problem
    return [detail ?? title, ...errors.map((one) => one.detail)].filter((part) => part !== undefined).join(' ')
  } catch {
    return text.slice(0, 200)
  }
}
