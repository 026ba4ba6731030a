// A body of JSON as Fastify hands it over: read safely, or refused with every fault in it.
import type { FastifyRequest } from 'fastify'
import { readJson } from './read-json.ts'
import { BadBody } from './thrown.ts'

export function jsonBody(_: FastifyRequest, bytes: Buffer, done: (error: Error | null, body?: unknown) => void): void {
  const read = readJson(bytes)
  if (read.ok) done(null, read.value)
  else done(new BadBody(read.faults.map((fault) => ({ ...fault, in: 'body' }))))
}
