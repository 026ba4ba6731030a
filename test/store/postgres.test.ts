// What only concerns the server: that it is durable, that connections can be lost, that changes can lock each other out.
import { connect, createServer, type Server, type Socket } from 'node:net'
import { afterEach, describe, expect, test } from 'vitest'
import { openReadOnly, openStore } from '../../src/store/open.ts'
import { insertPerson, loadPerson } from '../../src/store/persons.ts'
import { type Statement, type Store, UnknownOutcome } from '../../src/store/store.ts'
import { postgresDatabase } from '../support/databases.ts'
import { aCase, aPerson, withCases } from './rows.ts'

const raw = (sql: string): Statement => ({ sql, parameters: [] })
const proxies = new Set<Server>()

afterEach(() => {
  for (const proxy of proxies) proxy.close()
  proxies.clear()
})

type Cut = 'never' | 'before the commit arrives' | 'before its answer arrives' | 'before anything is asked'

/** Stands between store and server and cuts the line. */
async function lineTo(url: string, cut: () => Cut): Promise<string> {
  const { hostname, port } = new URL(url)
  const proxy = createServer((client: Socket) => {
    const server = connect(Number(port), hostname)
    let deaf = false
    const hangUp = (): void => {
      client.destroy()
      server.destroy()
    }
    client.on('data', (chunk) => {
      const commits = chunk.includes('commit\0')
      if (cut() === 'before anything is asked' && chunk.includes('begin')) return hangUp()
      if (commits && cut() === 'before the commit arrives') return hangUp()
      if (commits && cut() === 'before its answer arrives') deaf = true
      server.write(chunk)
    })
    server.on('data', (chunk) => (deaf ? hangUp() : client.write(chunk)))
    for (const socket of [client, server]) socket.on('close', hangUp).on('error', hangUp)
  })
  proxies.add(proxy)
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve))
  const there = new URL(url)
  there.port = String((proxy.address() as { port: number }).port)
  return there.href
}

describe.skipIf(postgresDatabase === null)('PostgreSQL', () => {
  const { open, freshUrl } = postgresDatabase!

  const withPractice = async (url?: string): Promise<Store> => {
    const store = await open(url)
    expect((await store.commit(withCases(store.build, aCase(), aCase({ id: 'other' })))).ok).toBe(true)
    return store
  }

  test.each([
    ['before the commit arrives', false],
    ['before its answer arrives', true],
  ] as const)('the line is cut %s: the outcome is unknown, and asking again tells', async (moment, isThere) => {
    let cut: Cut = 'never'
    const store = await withPractice(await lineTo(await freshUrl(), () => cut))
    const change = [insertPerson(store.build, { ...aPerson, id: 'new' })]
    cut = moment
    await expect(store.commit(change)).rejects.toBeInstanceOf(UnknownOutcome)
    cut = 'never'
    expect(await loadPerson(store, 'new')).toEqual(isThere ? expect.anything() : null)
    expect(await store.commit(change)).toEqual(isThere ? { ok: false, statement: 0, rows: 0 } : { ok: true })
  })

  test('the line is cut earlier: nothing was written, and that is known', async () => {
    let cut: Cut = 'never'
    const store = await withPractice(await lineTo(await freshUrl(), () => cut))
    cut = 'before anything is asked'
    const failure = await store.commit([insertPerson(store.build, { ...aPerson, id: 'new' })]).catch((error: unknown) => error)
    expect(failure).toBeInstanceOf(Error)
    expect(failure).not.toBeInstanceOf(UnknownOutcome)
    cut = 'never'
    expect(await loadPerson(store, 'new')).toBeNull()
  })

  test('the server ends its connections: the next change opens new ones', async () => {
    const url = await freshUrl()
    const store = await withPractice(`${url}&application_name=ended`)
    const other = await open(url)
    await other.commit([raw("select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'ended'")])
    await expect.poll(() => store.commit([]).catch(() => null)).toEqual({ ok: true })
  })

  test('two changes that wait for each other are tried again', async () => {
    const store = await withPractice()
    const touch = (id: string) => raw(`update care_case set stage = 'touched' where id = '${id}'`)
    const inOrder = (...ids: string[]) => ids.flatMap((id) => [touch(id), raw('select pg_sleep(0.2)')])
    const outcomes = await Promise.all([store.commit(inOrder('case', 'other')), store.commit(inOrder('other', 'case'))])
    expect(outcomes).toEqual([{ ok: true }, { ok: true }])
  })

  test('a server that may lose what it acknowledged is refused', async () => {
    await expect(openStore(`${await freshUrl()}${encodeURIComponent(' -c synchronous_commit=off')}`)).rejects.toThrow(
      'synchronous_commit off',
    )
  })

  test('somebody who only looks cannot write', async () => {
    const url = await freshUrl()
    await withPractice(url)
    const reader = await openReadOnly(url)
    const query = { ...reader.build.selectFrom('care_case').select('id').compile(), sql: 'delete from care_case returning id' }
    await expect(reader.read(query)).rejects.toThrow(/read-only/)
    await reader.close()
  })
})
