// Files as bodies: taken as bytes, only on the routes that ask for them, within a bound of their own.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { jsonBody } from './json-body.ts'
import type { Trouble } from './problems.ts'
import { SentFile } from './sent-file.ts'
import { sendTrouble } from './serve.ts'

export type FileRoutes = {
  readonly types: readonly string[]
  readonly mostBytes: number
  /** What is said of a body that is of another kind, or larger. */
  readonly wrongType: Trouble
  readonly tooLarge: Trouble
}

/** The routes that `add` adds take these files, and JSON of the same size; other routes do not. */
export function withFiles(
  app: FastifyInstance,
  { types, mostBytes, wrongType, tooLarge }: FileRoutes,
  add: (scope: FastifyInstance) => void,
): void {
  app.register(async (scope) => {
    const options = { parseAs: 'buffer', bodyLimit: mostBytes } as const
    scope.removeContentTypeParser('application/json')
    scope.addContentTypeParser('application/json', options, jsonBody)
    for (const type of types)
      scope.addContentTypeParser(type, options, (_: FastifyRequest, bytes: Buffer, done: (error: null, file: SentFile) => void) =>
        done(null, new SentFile(type, bytes)),
      )
    const otherwise = app.errorHandler
    scope.setErrorHandler((error: Error & { readonly code?: string }, request: FastifyRequest, reply: FastifyReply) => {
      if (error.code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') return sendTrouble(request, reply, wrongType)
      if (error.code === 'FST_ERR_CTP_BODY_TOO_LARGE') return sendTrouble(request, reply, tooLarge)
      return otherwise.call(scope, error as never, request, reply)
    })
    add(scope)
  })
}
