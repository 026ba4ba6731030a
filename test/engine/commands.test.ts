// The one door, on every database: repeats, races, stale versions and deadlines, as two people and two workers meet them.
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { handleCommand } from '../../src/engine/handle-command.ts'
import { tick } from '../../src/engine/tick.ts'
import { eventsOf, loadCase } from '../../src/store/cases.ts'
import { messagesOfCase } from '../../src/store/outbox.ts'
import { databases } from '../support/databases.ts'
import { actorOf, done, testEngine } from '../support/test-engine.ts'

const measurement = (value: number) =>
  ({ type: 'recordMeasurement', payload: { measure: 'tug', value, measuredOn: '2026-01-05' } }) as const

describe.each(databases)('$name', (database) => {
  test('a repeat gets the stored answer byte for byte, also after the case has moved on', async () => {
    const engine = await testEngine(await database.open())
    done(await engine.open('c1'))
    const first = done(await engine.send('c1', measurement(1), { key: 'k1' }))
    done(await engine.send('c1', measurement(2)))
    const again = done(await engine.send('c1', measurement(1), { key: 'k1' }))
    expect(again.repeated).toBe(true)
    expect(Buffer.compare(first.answer, again.answer)).toBe(0)
    expect((await eventsOf(engine.engine.store, 'c1')).length).toBe(3)
  })

  test('the same key with another body is refused, and with another actor is another command', async () => {
    const engine = await testEngine(await database.open())
    done(await engine.open('c1'))
    done(await engine.send('c1', measurement(1), { key: 'k1' }))
    expect((await engine.send('c1', measurement(2), { key: 'k1' })).is).toBe('keyReused')
    done(await engine.send('c1', measurement(2), { key: 'k1', role: 'generalPractitioner' }))
  })

  test('a command sent one to five times at once takes effect once', { timeout: 60_000 }, async () => {
    const engine = await testEngine(await database.open())
    done(await engine.open('c1'))
    let sent = 0
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 5 }), async (times) => {
        const before = (await loadCase(engine.engine.store, 'c1'))!.seq
        const key = `parallel-${++sent}`
        const answers = await Promise.all(Array.from({ length: times }, () => engine.send('c1', measurement(sent), { key })))
        expect((await loadCase(engine.engine.store, 'c1'))!.seq).toBe(before + 1)
        expect(new Set(answers.map((one) => Buffer.from(done(one).answer).toString())).size).toBe(1)
      }),
      { numRuns: 20 },
    )
  })

  test('two people who edit the same version: one is done, the other hears what changed', async () => {
    const engine = await testEngine(await database.open())
    done(await engine.open('c1'))
    const expected = { of: 'case', version: 1 } as const
    const both = await Promise.all([
      engine.send('c1', measurement(1), { expected }),
      engine.send('c1', measurement(2), { expected, role: 'generalPractitioner' }),
    ])
    expect(both.map(({ is }) => is).sort()).toEqual(['done', 'stale'])
    expect(both.find(({ is }) => is === 'stale')).toMatchObject({ current: 2, since: ['measurementRecorded'] })
  })

  test('fifty people who each add something lose nothing', { timeout: 60_000 }, async () => {
    const engine = await testEngine(await database.open())
    done(await engine.open('c1'))
    const answers = await Promise.all(Array.from({ length: 15 }, (_, index) => engine.send('c1', measurement(index))))
    expect(answers.every(({ is }) => is === 'done')).toBe(true)
    expect((await eventsOf(engine.engine.store, 'c1')).length).toBe(16)
  })

  test('what the machine refuses is refused in both languages, and nothing is written', async () => {
    const engine = await testEngine(await database.open())
    done(await engine.open('c1'))
    const refused = await engine.send('c1', { type: 'startAnalysis', payload: {} })
    expect(refused).toMatchObject({
      is: 'refused',
      refusal: { code: expect.any(String), words: { nl: expect.any(String), en: expect.any(String) } },
    })
    expect((await eventsOf(engine.engine.store, 'c1')).length).toBe(1)
  })

  test('a role that may not is told who may', async () => {
    const engine = await testEngine(await database.open())
    done(await engine.open('c1'))
    const forbidden = await engine.send('c1', { type: 'closeCase', payload: { reason: 'other' } }, { role: 'coordinator' })
    expect(forbidden).toMatchObject({
      is: 'forbidden',
      refusal: { code: 'notYourRole', words: { en: expect.stringContaining('practice nurse') } },
    })
  })

  test('a case nobody knows is unknown, and a person nobody knows cannot be put forward', async () => {
    const engine = await testEngine(await database.open())
    expect((await engine.send('nobody', measurement(1))).is).toBe('unknownCase')
    const open = { caseId: 'c9', personId: 'nobody', age: 80, livesAtHome: 'yes', reopenedFrom: null } as const
    const handled = await handleCommand(engine.engine, { actor: actorOf('signaller'), key: 'k', requestId: 'r', open })
    expect(handled).toMatchObject({ is: 'refused', refusal: { code: 'noSuchPerson' } })
  })

  test('one person has one open case', async () => {
    const engine = await testEngine(await database.open())
    done(await engine.open('c1'))
    const again = { caseId: 'c2', personId: 'person-of-c1', age: 80, livesAtHome: 'yes', reopenedFrom: null } as const
    const ask = (key: string) => handleCommand(engine.engine, { actor: actorOf('signaller'), key, requestId: 'r', open: again })
    expect(await ask('k1')).toMatchObject({ is: 'refused', refusal: { code: 'episodeRuns' } })
    done(await engine.send('c1', { type: 'recordEnd', payload: { what: 'moved' } }))
    done(await ask('k2'))
  })

  test('two workers that find the same deadline fire it once, and late is recorded as late', async () => {
    const engine = await testEngine(await database.open())
    done(await engine.open('c1'))
    engine.setClock('2026-03-01T09:00:00Z')
    const before = (await messagesOfCase(engine.engine.store, 'c1')).length
    const ticked = await Promise.all([tick(engine.engine), tick(engine.engine)])
    // What fired made the next reminder due at once; each of them may have been fired by either worker, and by one only.
    const fired = (await eventsOf(engine.engine.store, 'c1')).filter(({ type }) => type === 'firstContactOverdue')
    expect(fired.length).toBe(ticked[0].fired + ticked[1].fired)
    expect(new Set(fired.map(({ command_id }) => command_id)).size).toBe(fired.length)
    expect(JSON.parse(Buffer.from(fired[0]!.payload).toString()).record.daysLate).toBeGreaterThan(30)
    expect((await messagesOfCase(engine.engine.store, 'c1')).length).toBeGreaterThan(before)
  })

  test('a whole year passes by ticks alone, and the case never sleeps for good', { timeout: 60_000 }, async () => {
    const engine = await testEngine(await database.open())
    done(await engine.open('c1'))
    done(await engine.send('c1', { type: 'startScreening', payload: { personAgrees: true } }))
    await engine.days(120)
    const state = await engine.state('c1')
    expect(state.book.length).toBeGreaterThan(0)
  })
})
