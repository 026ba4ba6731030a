// What only concerns the file: that it is synced, that one process writes to it, that the disk can be full.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { migrations } from '../../db/migrations.ts'
import { allCaseIds } from '../../src/store/cases.ts'
import { openReadOnly, openStore } from '../../src/store/open.ts'
import { insertPerson, loadPerson } from '../../src/store/persons.ts'
import { openWriter } from '../../src/store/sqlite.ts'
import { type Statement, type Store, StoreFull, StoreInUse, statement, UnknownOutcome } from '../../src/store/store.ts'
import { sqliteDatabase } from '../support/databases.ts'
import { aCase, aPerson, bytes, withCases } from './rows.ts'

const { open, emptyUrl, freshUrl } = sqliteDatabase
const children = new Set<ChildProcess>()

afterEach(() => {
  for (const child of children) {
    child.stdin!.end()
    child.kill('SIGKILL')
  }
  children.clear()
})

/** A process that has the store open and wrote `count` changes. */
async function holder(path: string, count = 0, through: readonly string[] = []): Promise<ChildProcess> {
  const [command, ...args] = [...through, process.execPath, join(import.meta.dirname, 'hold-store.ts'), path, String(count)]
  const child = spawn(command!, args, { stdio: ['pipe', 'pipe', 'inherit'] })
  children.add(child)
  await once(child.stdout!, 'data')
  return child
}

const persons = (store: Pick<Store, 'build' | 'read'>): Promise<{ id: string }[]> =>
  store.read(store.build.selectFrom('person').select('id').compile())

const raw = (sql: string): Statement => ({ sql, parameters: [] })

test.each(['a new file', 'a reopened file'])('the writing connection syncs every commit: %s', async (which) => {
  const path = which === 'a new file' ? await emptyUrl() : await freshUrl()
  const writer = openWriter(path)
  try {
    writer.exec('create table if not exists something (id integer)')
    writer.exec('insert into something values (1)')
    const settings = [
      'synchronous',
      'journal_mode',
      'foreign_keys',
      'trusted_schema',
      'secure_delete',
      'temp_store',
      'wal_autocheckpoint',
    ]
    expect(settings.map((pragma) => writer.pragma(pragma, { simple: true }))).toEqual([2, 'wal', 1, 0, 1, 2, 0])
  } finally {
    writer.close()
  }
})

const tracer = 'strace'
const canCount = spawnSync(tracer, ['-o', '/dev/null', 'true']).status === 0
if (!canCount) console.warn('NOT TESTED. The syncs could not be counted here: no tracer of system calls')

test.skipIf(!canCount)('a hundred lone changes are a hundred syncs at least', async () => {
  const path = await emptyUrl()
  const counted = `${path}.syncs`
  const child = await holder(path, 100, [tracer, '-f', '-e', 'trace=fsync,fdatasync', '-o', counted])
  child.stdin!.end()
  await once(child, 'exit')
  expect(readFileSync(counted, 'utf8').match(/f(?:data)?sync\(\d+\)/g)!.length).toBeGreaterThanOrEqual(100)
})

test('a second process is refused in words that name the first', async () => {
  const path = await emptyUrl()
  const { pid } = await holder(path, 3)
  const refusal = await openStore(path).catch((error: unknown) => error)
  expect(refusal).toBeInstanceOf(StoreInUse)
  expect((refusal as Error).message).toBe(`Process ${pid} has ${path} open; only one process may write to it`)
})

test('a second store in the same process is refused as well, until the first is closed', async () => {
  const path = await freshUrl()
  const store = await open(path)
  await expect(openStore(path)).rejects.toThrow(`Process ${process.pid} has`)
  await store.close()
  await (await openStore(path)).close()
})

test('the lock of a killed process does not stay, and what it acknowledged does', async () => {
  const path = await emptyUrl()
  const child = await holder(path, 20)
  child.kill('SIGKILL')
  await once(child, 'exit')
  expect(existsSync(`${path}.lock`) && existsSync(`${path}.pid`)).toBe(true)
  expect(await persons(await open(path))).toHaveLength(20)
})

test('somebody who only looks is let in beside the writer, and sees what it writes', async () => {
  const path = await freshUrl()
  const store = await open(path)
  const reader = await openReadOnly(path)
  await store.commit(withCases(store.build, aCase()))
  expect(await allCaseIds(reader, null, 10)).toEqual(['case'])
  await expect(reader.read(statementAsQuery(reader, 'delete from care_case'))).rejects.toThrow()
  await reader.close()
  expect(await allCaseIds(store, null, 10)).toEqual(['case'])
})

const statementAsQuery = (reader: Pick<Store, 'build'>, sql: string) => ({
  ...reader.build.selectFrom('care_case').select('id').compile(),
  sql: `${sql} returning id`,
})

test('what is not a database is refused', async () => {
  const path = await emptyUrl()
  writeFileSync(path, 'Dear diary, this is not a database. '.repeat(100))
  await expect(openStore(path)).rejects.toThrow(/not a database/)
  await expect(openStore(path)).rejects.toThrow(/not a database/) // and leaves no lock behind
})

test('a folder that is not there yet is made', async () => {
  const path = join(`${await emptyUrl()}.folder`, 'deep', 'valpad.db')
  const store = await openStore(path, { migrations })
  expect(await persons(store)).toEqual([])
  await store.close()
})

test('a store in memory works the same', async () => {
  const store = await openStore(':memory:', { migrations })
  expect(await store.commit(withCases(store.build, aCase()))).toEqual({ ok: true })
  expect(await store.commit([...withCases(store.build)])).toEqual({ ok: false, statement: 0, rows: 0 })
  expect(await allCaseIds(store, null, 10)).toEqual(['case'])
  await store.close()
})

test('on a full disk everybody in the group is told so, nothing is written, reading goes on, and with room it works again', async () => {
  const store = await open()
  const { build } = store
  await store.commit(withCases(build))
  const [{ page_count: pages }] = (await store.read(statementAsPragma(store))) as [{ page_count: number }]
  await store.commit([raw(`pragma max_page_count = ${pages + 20}`)])
  const big = (id: string) => [insertPerson(build, { ...aPerson, id, details: Buffer.alloc(200_000) })]
  const small = (id: string) => [insertPerson(build, { ...aPerson, id, details: bytes('small') })]
  const outcomes = await Promise.allSettled([
    store.commit(small('before')),
    store.commit(big('big')),
    store.commit(small('after')),
  ])
  expect(outcomes.map((outcome) => outcome.status === 'rejected' && outcome.reason instanceof StoreFull)).toEqual([
    true,
    true,
    true,
  ])
  expect(await persons(store)).toEqual([{ id: aPerson.id }])
  await store.commit([raw('pragma max_page_count = 1000000')])
  expect(await store.commit(big('big'))).toEqual({ ok: true })
  expect(await loadPerson(store, 'big')).not.toBeNull()
})

const statementAsPragma = (reader: Pick<Store, 'build'>) => ({
  ...reader.build.selectFrom('care_case').select('id').compile(),
  sql: 'pragma page_count',
})

test('when committing itself fails, everybody is told that the outcome is unknown, until the store is opened anew', async () => {
  const path = await freshUrl()
  const store = await open(path)
  const { build } = store
  await store.commit(withCases(build))
  // A check that is put off until the commit stands in for a disk that fails there.
  const orphan = statement(build.insertInto('care_case').values(aCase({ id: 'orphan', person_id: 'nobody' })), 1)
  const outcomes = await Promise.allSettled([
    store.commit([insertPerson(build, { ...aPerson, id: 'neighbour' })]),
    store.commit([raw('pragma defer_foreign_keys = on'), orphan]),
  ])
  expect(outcomes.map((outcome) => outcome.status === 'rejected' && outcome.reason instanceof UnknownOutcome)).toEqual([
    true,
    true,
  ])
  await expect(store.commit([insertPerson(build, { ...aPerson, id: 'later' })])).rejects.toBeInstanceOf(UnknownOutcome)
  await store.close()
  const reopened = await open(path)
  expect(await persons(reopened)).toEqual([{ id: aPerson.id }])
  expect(await reopened.commit([insertPerson(reopened.build, { ...aPerson, id: 'later' })])).toEqual({ ok: true })
})

test('the log beside the file does not grow without end', async () => {
  const path = await freshUrl()
  const store = await open(path)
  await store.commit(withCases(store.build))
  for (let round = 0; round < 80; round += 1) {
    const names = Array.from({ length: 50 }, (_, n) => `${round} ${n}`)
    await Promise.all(
      names.map((id) => store.commit([insertPerson(store.build, { ...aPerson, id, details: Buffer.alloc(12_000) })])),
    )
  }
  expect(statSync(path).size).toBeGreaterThan(40_000_000)
  expect(statSync(`${path}-wal`).size).toBeLessThan(30_000_000)
})
