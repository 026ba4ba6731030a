// Where the commands on supply ask: the running server, or the same operations on the database itself.
import { randomUUID } from 'node:crypto'
import { engineOn, realClock } from '../compose.ts'
import type { Language } from '../domain/words.ts'
import { buildApp } from '../http/app.ts'
import { UsageError } from './command.ts'
import { configFor, openForWriting } from './environment.ts'

export type Reply = { readonly status: number; readonly text: string; readonly bytes: Buffer }
type File = { readonly bytes: Buffer; readonly type: string }

export type Desk = {
  readonly ask: (method: 'GET' | 'POST', path: string, file?: File) => Promise<Reply>
  readonly close: () => Promise<void>
}

type Asked = { readonly url: string | null; readonly actor: string; readonly language: Language }

export const supplyDesk = (asked: Asked): Promise<Desk> => (asked.url === null ? atDatabase(asked) : atServer(asked.url, asked))

const headersOf = ({ actor, language }: Asked, file: File | undefined): { [header: string]: string } => ({
  'valpad-actor': actor,
  'accept-language': language,
  ...(file === undefined ? {} : { 'content-type': file.type, 'idempotency-key': randomUUID() }),
})

async function atServer(url: string, asked: Asked): Promise<Desk> {
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol))
    throw new UsageError({
      nl: `--url ${url}: geef een adres als http://127.0.0.1:8080`,
      en: `--url ${url}: give an address such as http://127.0.0.1:8080`,
    })
  return {
    ask: async (method, path, file) => {
      const response = await fetch(new URL(path, url), {
        method,
        headers: headersOf(asked, file),
        ...(file === undefined ? {} : { body: new Uint8Array(file.bytes) }),
        signal: AbortSignal.timeout(120_000),
      }).catch((error: unknown) => {
        throw new UsageError(noServer(url, error)[asked.language])
      })
      const bytes = Buffer.from(await response.arrayBuffer())
      return { status: response.status, bytes, text: bytes.toString('utf8') }
    },
    close: async () => undefined,
  }
}

async function atDatabase(asked: Asked): Promise<Desk> {
  const config = configFor(asked.language)
  const store = await openForWriting(config, asked.language, inUse)
  const app = buildApp({ engine: engineOn(store, realClock), demoClock: null, logger: false })
  return {
    ask: async (method, path, file) => {
      const answer = await app.inject({
        method,
        url: path,
        headers: headersOf(asked, file),
        ...(file === undefined ? {} : { payload: file.bytes }),
      })
      return { status: answer.statusCode, bytes: answer.rawPayload, text: answer.body }
    },
    close: async () => {
      await app.close()
      await store.close()
    },
  }
}

const noServer = (url: string, error: unknown) => {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause.message : String(error)
  return {
    nl: `Er antwoordt geen server op ${url} (${cause}). Start hem met: npm start`,
    en: `No server answers at ${url} (${cause}). Start it with: npm start`,
  }
}
/** Beside a running server: the same through that server. */
export const inUse = (where: string) => ({
  nl: `De database ${where} is in gebruik door de server. Ga via de server: --url http://127.0.0.1:8080`,
  en: `The database ${where} is in use by the server. Go through the server: --url http://127.0.0.1:8080`,
})
