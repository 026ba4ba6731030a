// The HTTP edge: one Fastify with every route under /v1, put together from what it is handed.
import { type FastifyInstance, type FastifyReply, type FastifyRequest, type FastifyServerOptions, fastify } from 'fastify'
import type { Engine } from '../engine/engine.ts'
import type { DemoClock } from './demo-clock.ts'
import { fontFilesOn } from './font-files.ts'
import { countGuesses } from './guesses.ts'
import { everyAnswer } from './headers.ts'
import { jsonBody } from './json-body.ts'
import { withoutTokens } from './log-lines.ts'
import { notThere } from './problems.ts'
import { absenceRoutesOn } from './routes/absences.ts'
import { answerRoutesOn } from './routes/answers.ts'
import { caseHistoryRoutesOn } from './routes/case-history.ts'
import { caseRoutesOn } from './routes/cases.ts'
import { commandRoutesOn } from './routes/commands.ts'
import { demoRoutesOn } from './routes/demo.ts'
import { documentRoutesOn } from './routes/documents.ts'
import { groupRoutesOn } from './routes/groups.ts'
import { inboxRoutesOn } from './routes/inbox.ts'
import { linkRoutesOn } from './routes/links.ts'
import { matchingRoutesOn } from './routes/matching.ts'
import { messageRoutesOn } from './routes/messages.ts'
import { outgoingRoutesOn } from './routes/outgoing.ts'
import { pathwayRoutesOn } from './routes/pathways.ts'
import { peopleRoutesOn } from './routes/people.ts'
import { planPagesOn } from './routes/plan-pages.ts'
import { publicPagesOn } from './routes/public-pages.ts'
import { receiverViewRoutesOn } from './routes/receiver-views.ts'
import { regionRoutesOn } from './routes/region.ts'
import { reportRoutesOn } from './routes/reports.ts'
import { contactRoutesOn } from './routes/supply-contacts.ts'
import { supplyListRoutesOn } from './routes/supply-lists.ts'
import { offerRoutesOn } from './routes/supply-offers.ts'
import { organisationRoutesOn } from './routes/supply-organisations.ts'
import { systemRoutesOn } from './routes/system.ts'
import { worklistRoutesOn } from './routes/worklists.ts'
import { sendTrouble, serveOn } from './serve.ts'
import { answerBrokenRequest, troubleFor } from './thrown.ts'
import { webFilesOn } from './web-files.ts'

export type { DemoClock } from './demo-clock.ts'

export type AppParts = {
  readonly engine: Engine
  /** Null: real time, and no clock to put forward. */
  readonly demoClock: DemoClock | null
  /** The built web application; absent: the interface for programs alone. */
  readonly webFolder?: string
  /** What Fastify takes: true, false, or options of its logger. */
  readonly logger: NonNullable<FastifyServerOptions['logger']>
}

const mebibyte = 1_048_576

/** Not listening yet: `await app.listen({ host: '127.0.0.1', port })`, and `await app.close()` at the end; the store is the caller's. */
export function buildApp({ engine, demoClock, webFolder, logger }: AppParts): FastifyInstance {
  const fail = (error: unknown, request: FastifyRequest, reply: FastifyReply): void => {
    const trouble = troubleFor(error)
    if (trouble.status >= 500) request.log.error(error)
    sendTrouble(request, reply, trouble)
  }
  const app = fastify({
    logger: withoutTokens(logger),
    bodyLimit: mebibyte,
    exposeHeadRoutes: false,
    genReqId: () => engine.newId(),
    requestIdHeader: false,
    clientErrorHandler: answerBrokenRequest,
    // Before a route is found no hook has run yet.
    frameworkErrors: (error, request, reply) => fail(error, request, reply.headers(everyAnswer)),
  })
  app.addHook('onRequest', async (_, reply) => {
    reply.headers(everyAnswer)
  })
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, jsonBody)
  app.setErrorHandler(fail)
  app.setNotFoundHandler((request, reply) => {
    sendTrouble(request, reply, notThere)
  })

  const serve = serveOn(app, engine)
  const desk = { engine, guesses: countGuesses() }
  peopleRoutesOn(serve, engine)
  caseRoutesOn(serve, engine)
  caseHistoryRoutesOn(serve, engine)
  commandRoutesOn(serve, engine)
  documentRoutesOn(serve, engine)
  receiverViewRoutesOn(serve, engine)
  inboxRoutesOn(serve, engine)
  outgoingRoutesOn(serve, engine)
  answerRoutesOn(serve, engine)
  worklistRoutesOn(serve, engine)
  absenceRoutesOn(serve, engine)
  reportRoutesOn(serve, engine)
  organisationRoutesOn(serve, engine)
  offerRoutesOn(serve, engine)
  contactRoutesOn(serve, engine)
  supplyListRoutesOn(app, serve, engine)
  matchingRoutesOn(serve, engine)
  groupRoutesOn(serve, engine)
  linkRoutesOn(serve, desk)
  publicPagesOn(app, desk)
  planPagesOn(app, desk)
  fontFilesOn(app)
  messageRoutesOn(serve, engine)
  pathwayRoutesOn(serve, engine)
  systemRoutesOn(serve, engine, demoClock)
  regionRoutesOn(serve, engine)
  demoRoutesOn(serve, engine, demoClock)
  if (webFolder !== undefined) webFilesOn(app, webFolder)
  return app
}
