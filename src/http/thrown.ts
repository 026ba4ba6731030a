// What was thrown, as a problem: a body that cannot be read, a store that cannot answer, or a mistake of ours that says nothing.
import type { Socket } from 'node:net'
import { TooBusy } from '../engine/handle-command.ts'
import { StoreFull, UnknownOutcome } from '../store/store.ts'
import { everyAnswer } from './headers.ts'
import { faulty, ourMistake, type PlacedFault, problemOf, storeFull, type Trouble, tooBusy, unknownOutcome } from './problems.ts'

/** A body that is no JSON of ours. */
export class BadBody extends Error {
  override readonly name = 'BadBody'
  readonly faults: readonly PlacedFault[]
  constructor(faults: readonly PlacedFault[]) {
    super('The body cannot be read')
    this.faults = faults
  }
}

export function troubleFor(error: unknown): Trouble {
  if (error instanceof BadBody) return faulty(error.faults)
  if (error instanceof UnknownOutcome) return unknownOutcome
  if (error instanceof StoreFull) return storeFull
  if (error instanceof TooBusy) return tooBusy
  const { code, statusCode } = error as { code?: unknown; statusCode?: unknown }
  const known = typeof code === 'string' ? ofFramework[code] : undefined
  if (known !== undefined) return faulty([known])
  return typeof statusCode === 'number' && statusCode >= 400 && statusCode < 500 ? faulty([unreadable]) : ourMistake
}

const fault = (place: PlacedFault['in'], at: string, code: string, nl: string, en: string): PlacedFault => ({
  in: place,
  at,
  code,
  words: { nl, en },
})

const unreadable = fault('path', '', 'unreadable', 'Dit verzoek is niet te lezen.', 'This request cannot be read.')

/** Faults that are found before a route looks at the request. */
const ofFramework: { readonly [code: string]: PlacedFault } = {
  FST_ERR_CTP_INVALID_MEDIA_TYPE: fault(
    'header',
    '/content-type',
    'contentType',
    'Stuur de gegevens als application/json.',
    'Send the data as application/json.',
  ),
  FST_ERR_CTP_BODY_TOO_LARGE: fault('body', '', 'tooLarge', 'Dit is meer dan 1 MiB.', 'This is more than 1 MiB.'),
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: fault(
    'header',
    '/content-length',
    'contentLength',
    'De lengte in de header is niet die van de gegevens.',
    'The length in the header is not that of the data.',
  ),
  FST_ERR_BAD_URL: fault('path', '', 'badPath', 'Dit adres is niet te lezen.', 'This address cannot be read.'),
}

/** What is not even HTTP never gets as far as a route. */
export function answerBrokenRequest(error: Error & { code?: string }, socket: Socket): void {
  if (!socket.writable || error.code === 'ECONNRESET') {
    socket.destroy()
    return
  }
  const body = JSON.stringify(problemOf(faulty([unreadable]), '/', 'nl'))
  const headers = {
    ...everyAnswer,
    'content-type': 'application/problem+json; charset=utf-8',
    'content-language': 'nl',
    'content-length': String(Buffer.byteLength(body)),
    connection: 'close',
  }
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`)
  socket.end(`HTTP/1.1 400 Bad Request\r\n${lines.join('\r\n')}\r\n\r\n${body}`)
}
