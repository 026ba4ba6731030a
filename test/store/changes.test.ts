// Changes: whole or not at all, whoever else writes at the same moment, on every database.
import { describe, expect, test } from 'vitest'
import { accessLine } from '../../src/store/access-log.ts'
import { allCaseIds, appendEvents, eventsOf, insertCase, loadCase, moveCase } from '../../src/store/cases.ts'
import { sealEvents } from '../../src/store/chain.ts'
import { insertPerson, loadPerson } from '../../src/store/persons.ts'
import { type Change, type Committed, type Store, statement } from '../../src/store/store.ts'
import { databases, missingDatabase } from '../support/databases.ts'
import { aCase, aLog, anAccess, anEvent, aPerson, at, bytes, withCases } from './rows.ts'

test.skipIf(missingDatabase !== null)('every database is tested', () => {
  expect(databases.map(({ name }) => name)).toEqual(['SQLite', 'PostgreSQL'])
})

const moveTo = (store: Store, toSeq: number, stage: string): Change => [
  moveCase(store.build, {
    id: 'case',
    fromSeq: toSeq - 1,
    toSeq,
    state: bytes(stage),
    headHash: bytes(stage),
    stage,
    changedAt: at,
  }),
  appendEvents(store.build, sealEvents(Buffer.alloc(32), [anEvent({ seq: toSeq, actor_id: stage })])),
]

describe.each(databases)('$name', ({ open }) => {
  const openWithCase = async (): Promise<Store> => {
    const store = await open()
    expect(await store.commit(withCases(store.build, aCase()))).toEqual({ ok: true })
    return store
  }

  test('what was acknowledged can be read at once', async () => {
    const store = await openWithCase()
    for (let seq = 1; seq <= 50; seq += 1) {
      expect(await store.commit(moveTo(store, seq, `stage ${seq}`))).toEqual({ ok: true })
      expect(await loadCase(store, 'case')).toMatchObject({ seq, stage: `stage ${seq}` })
    }
    expect(await eventsOf(store, 'case', 49)).toMatchObject([{ seq: 49 }, { seq: 50 }])
  })

  test('a change of which one statement meets another number of rows leaves nothing behind', async () => {
    const store = await openWithCase()
    const before = await loadCase(store, 'case')
    const refused = await store.commit([
      ...moveTo(store, 1, 'moved'),
      insertCase(store.build, aCase({ id: 'another' })),
      accessLine(store.build, anAccess()),
      statement(store.build.updateTable('person').set({ version: 9 }).where('version', '=', 8), 1),
    ])
    expect(refused).toEqual({ ok: false, statement: 4, rows: 0 })
    expect(await loadCase(store, 'case')).toEqual(before)
    expect(await eventsOf(store, 'case')).toEqual([])
    expect(await allCaseIds(store, null, 10)).toEqual(['case'])
    expect(await store.read(store.build.selectFrom('access_log').selectAll().compile())).toEqual([])
  })

  test('too many rows are refused as too few are, and a question can be a guard', async () => {
    const store = await open()
    await store.commit(withCases(store.build, aCase(), aCase({ id: 'other' })))
    const all = store.build.updateTable('care_case').set({ stage: 'all' })
    expect(await store.commit([statement(all, 1)])).toEqual({ ok: false, statement: 0, rows: 2 })
    expect(await store.commit([statement(all)])).toEqual({ ok: true })
    const question = store.build.selectFrom('care_case').select('id')
    expect(await store.commit([statement(question, 1), statement(all)])).toEqual({ ok: false, statement: 0, rows: 2 })
    expect(await store.commit([statement(question, 2), statement(all)])).toEqual({ ok: true })
    expect(await store.commit([])).toEqual({ ok: true })
  })

  test('a row that is there already is a lost race, not a mistake', async () => {
    const store = await openWithCase()
    const twice = [accessLine(store.build, anAccess()), insertCase(store.build, aCase())]
    expect(await store.commit(twice)).toEqual({ ok: false, statement: 1, rows: 0 })
    expect(await store.read(store.build.selectFrom('access_log').selectAll().compile())).toEqual([])
  })

  test('a mistake is thrown and leaves nothing behind', async () => {
    const store = await openWithCase()
    const orphan = insertCase(store.build, aCase({ id: 'orphan', person_id: 'nobody' }))
    await expect(store.commit([accessLine(store.build, anAccess()), orphan])).rejects.toThrow(/foreign key/i)
    const wrongWord = statement(store.build.updateTable('organisation').set({ kind: 'shop' as never }))
    await expect(store.commit([accessLine(store.build, anAccess()), wrongWord])).rejects.toThrow(/check/i)
    const nonsense = { sql: 'nonsense', parameters: [] }
    await expect(store.commit([accessLine(store.build, anAccess()), nonsense])).rejects.toThrow(/syntax/)
    expect(await store.read(store.build.selectFrom('access_log').selectAll().compile())).toEqual([])
    expect(await store.commit(moveTo(store, 1, 'still at work'))).toEqual({ ok: true })
  })

  test('bad changes do not sink those beside them', async () => {
    const store = await openWithCase()
    const { build } = store
    const person = (id: string) => insertPerson(build, { ...aPerson, id })
    const endings: Change[] = [
      [],
      [statement(build.updateTable('person').set({ version: 2 }).where('id', '=', 'nobody'), 1)],
      [insertPerson(build, aPerson)],
      [insertCase(build, aCase({ id: 'orphan', person_id: 'nobody' }))],
      [{ sql: 'nonsense', parameters: [] }],
    ]
    const outcomes = await Promise.allSettled(
      Array.from({ length: 300 }, (_, n) => store.commit([person(`p${n}`), ...endings[n % endings.length]!])),
    )
    const seen = outcomes.map((outcome) => (outcome.status === 'rejected' ? 'thrown' : outcome.value.ok))
    expect(seen).toEqual(seen.map((_, n) => [true, false, false, 'thrown', 'thrown'][n % 5]))
    const written = await store.read(build.selectFrom('person').select('id').where('id', '!=', aPerson.id).compile())
    expect(written.map(({ id }) => Number(id.slice(1))).sort((a, b) => a - b)).toEqual(
      Array.from({ length: 60 }, (_, n) => n * 5),
    )
  })

  test('of 200 who move the same case at once, exactly one wins each seq', async () => {
    const store = await openWithCase()
    const winners: string[] = []
    for (let seq = 1; seq <= 5; seq += 1) {
      const names = Array.from({ length: 200 }, (_, n) => `${seq}.${n}`)
      const outcomes: Committed[] = await Promise.all(names.map((name) => store.commit(moveTo(store, seq, name))))
      const won = names.filter((_, index) => outcomes[index]!.ok)
      expect(won).toHaveLength(1)
      expect(outcomes.filter(({ ok }) => !ok)).toEqual(Array.from({ length: 199 }, () => ({ ok: false, statement: 0, rows: 0 })))
      winners.push(...won)
    }
    expect((await eventsOf(store, 'case')).map(({ actor_id }) => actor_id)).toEqual(winners)
    expect(await loadCase(store, 'case')).toMatchObject({ seq: 5, stage: winners.at(-1) })
  })

  test.each(['case_event', 'access_log'] as const)('%s cannot be changed, emptied or written over', async (table) => {
    const store = await openWithCase()
    const log = aLog(3)
    await store.commit([appendEvents(store.build, log), accessLine(store.build, anAccess())])
    const before = await store.read(store.build.selectFrom(table).selectAll().compile())
    expect(before.length).toBeGreaterThan(0)
    const attempts = [
      statement(store.build.updateTable(table).set({ actor_id: 'somebody else' })),
      statement(store.build.deleteFrom(table)),
      statement(store.build.deleteFrom(table).where('actor_id', '=', 'nurse')),
    ]
    for (const attempt of attempts) await expect(store.commit([attempt])).rejects.toThrow(`${table} is append only`)
    const again = { ...before[0]!, actor_id: 'somebody else' }
    for (const sql of [
      `insert or replace into ${table} select * from ${table}`,
      `replace into ${table} select * from ${table}`,
      `truncate ${table}`,
    ]) {
      await expect(store.commit([{ sql, parameters: [] }])).rejects.toThrow(/append only|syntax/)
    }
    const upsert = store.build
      .insertInto(table)
      .values(again as never)
      .onConflict((conflict) => conflict.doNothing())
    expect(await store.commit([statement(upsert, 0)])).toEqual({ ok: true })
    expect(await store.read(store.build.selectFrom(table).selectAll().compile())).toEqual(before)
  })

  test('bytes come back as they went', async () => {
    const store = await openWithCase()
    const each = [
      Buffer.alloc(0),
      Buffer.from([0]),
      Buffer.from([0, 0xff, 0, 0xff]),
      Buffer.from(Array.from({ length: 256 }, (_, byte) => byte)),
      Buffer.from('\\x00 \\377 \u0000 é'),
      new Uint8Array(Uint8Array.from([9, 0, 255, 9]).buffer, 1, 2),
      Buffer.alloc(1 << 20, 0xfe),
    ]
    await store.commit(each.map((details, n) => insertPerson(store.build, { ...aPerson, id: `${n}`, details })))
    for (const [n, details] of each.entries()) {
      const found = (await loadPerson(store, `${n}`))!.details
      expect(found).toBeInstanceOf(Uint8Array)
      expect(Buffer.compare(found, details)).toBe(0)
    }
  })

  test('text comes back as it went, and in one order', async () => {
    const store = await openWithCase()
    const ids = ['a', 'B', 'é', 'Z', 'z', '1', '10', '2', '👵', "o'brien", '"quoted"', '{"json":1}', ' space', 'ä']
    await store.commit(ids.map((id) => insertPerson(store.build, { ...aPerson, id })))
    const found = await store.read(store.build.selectFrom('person').select('id').orderBy('id').compile())
    const byCodePoint = [...ids, aPerson.id].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)))
    expect(found.map(({ id }) => id)).toEqual(byCodePoint)
  })

  test('counts are numbers', async () => {
    const store = await openWithCase()
    const count = store.build
      .selectFrom('care_case')
      .select((eb) => eb.fn.countAll().as('count'))
      .compile()
    expect(await store.read(count)).toEqual([{ count: 1 }])
  })

  test('the builder only builds', async () => {
    const { build } = await openWithCase()
    await expect(build.selectFrom('person').selectAll().execute()).rejects.toThrow()
  })

  test('a closed store writes what was asked of it before, and nothing after', async () => {
    const store = await openWithCase()
    const last = store.commit(moveTo(store, 1, 'last'))
    const closing = last.then(() => store.close())
    expect(await last).toEqual({ ok: true })
    await closing
    await expect(store.commit(moveTo(store, 2, 'too late'))).rejects.toThrow()
  })
})
