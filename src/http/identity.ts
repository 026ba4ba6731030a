// Who asks: until identity comes, an account named by a header, and only between programs on this machine itself.
import type { AddressInfo } from 'node:net'
import type { FastifyRequest } from 'fastify'
import type { Actor } from '../access/actor.ts'
import { dayOf } from '../domain/calendar.ts'
import type { Engine } from '../engine/engine.ts'
import { signOfLife } from '../engine/sign-of-life.ts'
import { loadAccount } from '../store/organisations.ts'

const loopback = (address: string | undefined): boolean =>
  address !== undefined && /^(?:127(?:\.\d{1,3}){3}|::1|::ffff:127(?:\.\d{1,3}){3}|localhost)$/.test(address)

/** What a proxy adds: then the request came from somewhere else. */
const passedOn = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'via']

/** The server listens on this machine only, and the request was made on it, by a name of its own. */
export function isFromHere(request: FastifyRequest): boolean {
  const listening: readonly (AddressInfo | string)[] = request.server.addresses() // A socket file is a text.
  return (
    listening.every((one) => typeof one === 'object' && loopback(one.address)) &&
    loopback(request.socket.remoteAddress) &&
    passedOn.every((header) => request.headers[header] === undefined) &&
    loopback(hostOf(request.headers.host))
  )
}

/** Without its port: a page elsewhere that made its own name point here still says that name. */
const hostOf = (header: string | undefined): string | undefined => header?.replace(/:\d+$/, '').replace(/^\[(.*)\]$/, '$1')

export async function actorOf(engine: Engine, request: FastifyRequest): Promise<Actor | null> {
  const id = request.headers['valpad-actor']
  if (typeof id !== 'string' || !/^[A-Za-z0-9_.-]{1,64}$/.test(id) || !isFromHere(request)) return null
  const account = await loadAccount(engine.store, id)
  if (account === null || account.active !== 1 || account.role === 'system') return null
  const today = dayOf(engine.clock())
  if (account.left_on !== null && account.left_on <= today) return null
  await signOfLife(engine, account, today)
  return { id: account.id, role: account.role, organisationId: account.organisation_id }
}
