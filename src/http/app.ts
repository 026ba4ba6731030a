// The HTTP edge: one Fastify with every route under /v1, put together from what it is handed.
import { type FastifyInstance, type FastifyServerOptions, fastify } from 'fastify'
import type { IsoInstant } from '../domain/calendar.ts'
import type { Engine } from '../engine/engine.ts'

/** A clock that can be put forward. `engine.clock` must read it. */
export type DemoClock = { readonly now: () => IsoInstant; readonly set: (instant: IsoInstant) => void }

export type AppParts = {
  readonly engine: Engine
  /** Null: real time, and no clock to put forward. */
  readonly demoClock: DemoClock | null
  /** What Fastify takes: true, false, or options of its logger. */
  readonly logger: NonNullable<FastifyServerOptions['logger']>
}

/** Not listening yet: `await app.listen({ host: '127.0.0.1', port })`, and `await app.close()` at the end; the store is the caller's. */
export function buildApp({ logger }: AppParts): FastifyInstance {
  return fastify({ logger, bodyLimit: 1_048_576, exposeHeadRoutes: false })
}
