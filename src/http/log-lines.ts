// What a line of the log says of a request: whoever reads the log must not be able to act by the links in it.
import type { FastifyRequest, FastifyServerOptions } from 'fastify'

type Logger = NonNullable<FastifyServerOptions['logger']>

/** Everything after the place where tokens stand, however it was written. */
const withoutToken = (url: string): string => url.replace(/^(\/+(?:v1\/links|l)\/).*/is, '$1***')

/** The logger as it was asked for, with addresses that hold no token. */
export function withoutTokens(logger: Logger): Logger {
  if (logger === false) return false
  const given = logger === true ? {} : logger
  const req = (request: FastifyRequest) => ({ method: request.method, url: withoutToken(request.url), remoteAddress: request.ip })
  return { ...given, serializers: { ...given.serializers, req } }
}
