// The same over a real socket: who may be named depends on where the server listens, and what is no HTTP gets an answer too.
import { once } from 'node:events'
import { type AddressInfo, connect } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { everyAnswer } from '../../src/http/headers.ts'
import { sqliteDatabase } from '../support/databases.ts'
import { type TestApp, testApp } from '../support/test-app.ts'

let app: TestApp

const listening = async (host: string): Promise<number> => {
  app = await testApp(await sqliteDatabase.open())
  await app.app.listen({ host, port: 0 })
  return (app.app.server.address() as AddressInfo).port
}
afterEach(() => app.app.close())

test.each([
  { host: '127.0.0.1', status: 200, clock: 200 },
  { host: '0.0.0.0', status: 401, clock: 404 },
])('a server that listens on $host answers a named account with $status', async ({ host, status, clock }) => {
  const port = await listening(host)
  const answer = await fetch(`http://127.0.0.1:${port}/v1/worklists`, { headers: { 'valpad-actor': 'some-practiceNurse' } })
  expect(answer.status).toBe(status)
  expect((await fetch(`http://127.0.0.1:${port}/v1/demo/clock`)).status).toBe(clock)
  expect((await fetch(`http://127.0.0.1:${port}/healthz/ready`)).status).toBe(200)
})

test('ten megabytes and a method that nobody uses are a problem in words', async () => {
  const port = await listening('127.0.0.1')
  const headers = { 'valpad-actor': 'some-practiceNurse', 'content-type': 'application/json', 'idempotency-key': 'x' }
  const body = JSON.stringify({ note: 'x'.repeat(10_000_000) })
  const big = await fetch(`http://127.0.0.1:${port}/v1/people`, { method: 'POST', headers, body })
  expect([big.status, ((await big.json()) as { errors: { code: string }[] }).errors[0]?.code]).toEqual([400, 'tooLarge'])
  for (const method of ['DELETE', 'PATCH', 'OPTIONS', 'HEAD'])
    expect((await fetch(`http://127.0.0.1:${port}/v1/people`, { method, headers })).status).toBe(404)
})

test('what is no HTTP at all', async () => {
  const port = await listening('127.0.0.1')
  const socket = connect(port, '127.0.0.1')
  socket.end('this is no request\r\n\r\n')
  const chunks: Buffer[] = []
  socket.on('data', (chunk: Buffer) => chunks.push(chunk))
  await once(socket, 'close')
  const answer = Buffer.concat(chunks).toString()
  expect(answer).toMatch(/^HTTP\/1\.1 400 /)
  for (const [name, value] of Object.entries(everyAnswer)) expect(answer).toContain(`${name}: ${value}`)
  expect(JSON.parse(answer.slice(answer.indexOf('\r\n\r\n'))).status).toBe(400)
})
