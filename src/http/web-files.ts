// The web application's files: built beforehand, served with names that change when their content does.
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'

/** The page may load only what comes from here; no script or style in the page itself. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** Every address of the application that is not a file gets its page: the application knows its own addresses. */
export function webFilesOn(app: FastifyInstance, folder: string): void {
  app.register(fastifyStatic, {
    root: join(folder, 'assets'),
    prefix: '/assets/',
    index: false,
    preCompressed: true,
    maxAge: '365d',
    immutable: true,
    cacheControl: true,
  })
  const page = async (_: FastifyRequest, reply: FastifyReply) =>
    reply
      .headers({ 'content-security-policy': policy, 'cache-control': 'no-cache' })
      .sendFile('index.html', folder, { cacheControl: false })
  for (const address of webAddresses) app.get(address, page)
  app.get('/icon.svg', async (_, reply) => reply.sendFile('icon.svg', folder))
}

/** What the application's router knows; anything else is answered as not there. */
const webAddresses = [
  '/',
  '/work',
  '/desk',
  '/people',
  '/people/*',
  '/cases/*',
  '/inbox',
  '/inbox/*',
  '/signal',
  '/groups',
  '/groups/*',
  '/supply',
  '/supply/*',
  '/coverage',
  '/who',
  '/pathway',
  '/help',
  '/accessibility',
  '/privacy',
] as const
