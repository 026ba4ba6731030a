// Places on a course, on every database: the last one is given once, what is given up is free, and the counters are those of the cases.
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { pathwaysByVersion } from '../../src/compose.ts'
import type { Command } from '../../src/domain/commands.ts'
import { holdOf } from '../../src/domain/places.ts'
import type { Role } from '../../src/domain/role.ts'
import { rebuild } from '../../src/engine/rebuild.ts'
import { verify } from '../../src/engine/verify.ts'
import { statement } from '../../src/store/store.ts'
import type { TestDatabase } from '../support/databases.ts'
import { databases } from '../support/databases.ts'
import { screeningOf } from '../support/given-case.ts'
import { someSupply } from '../support/some-supply.ts'
import { done, type TestEngine, testEngine } from '../support/test-engine.ts'

const knowledge = { pathways: pathwaysByVersion }

async function withSupply(database: TestDatabase) {
  const store = await database.open()
  const under = await testEngine(store)
  const supply = someSupply(store)
  await supply.provider('club')
  await supply.provider('other')
  await supply.account('contact', 'club')
  await supply.offer('balans', { contact_id: 'contact' })
  return { store, under, supply }
}

const choose = (
  assignmentId: string,
  more: { offerId?: string; runId?: string; intervention?: string; providerId?: string } = {},
) =>
  ({
    type: 'recordDecision',
    payload: {
      way: 'assignment',
      assignmentId,
      intervention: 'inBalans',
      domain: 'social',
      providerId: 'club',
      offerId: 'balans',
      goal: 'dansen',
      consentGiven: true,
      redFlagsChecked: true,
      reasonForDeviation: 'wens',
      ...more,
    },
  }) satisfies Command

/** A case in which is to be decided. */
async function toDecide(under: TestEngine, caseId: string) {
  done(await under.open(caseId))
  done(await under.send(caseId, { type: 'startScreening', payload: { personAgrees: true } }))
  done(await under.send(caseId, { type: 'recordScreening', payload: { facts: screeningOf.moderate } }))
}

async function prepared(under: TestEngine, caseId: string, runId: string) {
  await toDecide(under, caseId)
  done(await under.send(caseId, choose(`${caseId}-a`, { runId })))
}

const send = (under: TestEngine, caseId: string) =>
  under.send(caseId, { type: 'sendAssignment', payload: { assignmentId: `${caseId}-a` } })
const byProvider = { role: 'socialProvider' } as const

describe.each(databases)('$name', (database) => {
  test('of twenty who are sent for the last place at once exactly one gets it', { timeout: 60_000 }, async () => {
    const { store, under, supply } = await withSupply(database)
    await supply.run('spring', 'balans', 1)
    const cases = Array.from({ length: 20 }, (_, index) => `c${index}`)
    for (const caseId of cases) await prepared(under, caseId, 'spring')
    const answers = await Promise.all(cases.map((caseId) => send(under, caseId)))
    expect(answers.filter(({ is }) => is === 'done')).toHaveLength(1)
    const refused = answers.filter(({ is }) => is !== 'done')
    for (const one of refused) {
      expect(one).toMatchObject({ is: 'refused', refusal: { code: 'courseFull' } })
      expect(one).toMatchObject({ refusal: { words: { nl: expect.stringContaining('wachtlijst') } } })
    }
    expect(await supply.counted('spring')).toEqual({ taken: 1, waiting: 0 })
    const states = await Promise.all(cases.map(async (caseId) => (await under.state(caseId)).assignments[`${caseId}-a`]))
    expect(states.filter((one) => one?.position.value === 'sent')).toHaveLength(1)
    expect((await verify(store, knowledge)).runFaults).toEqual([])
  })

  test('the same sending twice, at once, takes one place', async () => {
    const { under, supply } = await withSupply(database)
    await supply.run('spring', 'balans', 1)
    await prepared(under, 'c1', 'spring')
    const command = { type: 'sendAssignment', payload: { assignmentId: 'c1-a' } } as const
    const both = await Promise.all([1, 2].map(() => under.send('c1', command, { key: 'once' })))
    expect(both.map(({ is }) => is)).toEqual(['done', 'done'])
    expect(await supply.counted('spring')).toEqual({ taken: 1, waiting: 0 })
  })

  const id = 'c1-a'
  test.each<{ what: string; after: [Command, Role?][]; left: { taken: number; waiting: number } }>([
    {
      what: 'declining',
      after: [[{ type: 'declineAssignment', payload: { assignmentId: id, reason: 'full' } }, 'socialProvider']],
      left: { taken: 0, waiting: 0 },
    },
    {
      what: 'withdrawing',
      after: [[{ type: 'withdrawAssignment', payload: { assignmentId: id, reason: 'verhuisd' } }]],
      left: { taken: 0, waiting: 0 },
    },
    {
      what: 'the death of the person',
      after: [[{ type: 'recordEnd', payload: { what: 'died' } }]],
      left: { taken: 0, waiting: 0 },
    },
    {
      what: 'the waiting list',
      after: [[{ type: 'putOnWaitingList', payload: { assignmentId: id } }, 'socialProvider']],
      left: { taken: 0, waiting: 1 },
    },
    {
      what: 'the waiting list and then a place',
      after: [
        [{ type: 'putOnWaitingList', payload: { assignmentId: id } }, 'socialProvider'],
        [{ type: 'acceptAssignment', payload: { assignmentId: id, placeConfirmed: true } }, 'socialProvider'],
      ],
      left: { taken: 1, waiting: 0 },
    },
    {
      what: 'stopping early',
      after: [
        [{ type: 'acceptAssignment', payload: { assignmentId: id, placeConfirmed: true } }, 'socialProvider'],
        [{ type: 'startAssignment', payload: { assignmentId: id } }, 'socialProvider'],
        [{ type: 'stopAssignmentEarly', payload: { assignmentId: id, reason: 'lack' } }, 'socialProvider'],
      ],
      left: { taken: 0, waiting: 0 },
    },
    {
      what: 'a whole course',
      after: [
        [{ type: 'acceptAssignment', payload: { assignmentId: id, placeConfirmed: true } }, 'socialProvider'],
        [{ type: 'startAssignment', payload: { assignmentId: id } }, 'socialProvider'],
        [{ type: 'completeAssignment', payload: { assignmentId: id } }, 'socialProvider'],
      ],
      left: { taken: 1, waiting: 0 },
    },
  ])('after $what the counters say $left.taken taken and $left.waiting waiting', async ({ after, left }) => {
    const { store, under, supply } = await withSupply(database)
    await supply.run('spring', 'balans', 2)
    await prepared(under, 'c1', 'spring')
    expect(await supply.counted('spring')).toEqual({ taken: 0, waiting: 0 })
    done(await send(under, 'c1'))
    expect(await supply.counted('spring')).toEqual({ taken: 1, waiting: 0 })
    for (const [command, role = 'practiceNurse'] of after) done(await under.send('c1', command, { role }))
    expect(await supply.counted('spring')).toEqual(left)
    expect((await verify(store, knowledge)).runFaults).toEqual([])
  })

  test('no answer in time: the place is free again', async () => {
    const { under, supply } = await withSupply(database)
    await supply.run('spring', 'balans', 1)
    await prepared(under, 'c1', 'spring')
    done(await send(under, 'c1'))
    await under.days(20)
    expect((await under.state('c1')).assignments['c1-a']?.position.value).toBe('expired')
    expect(await supply.counted('spring')).toEqual({ taken: 0, waiting: 0 })
  })

  test('another group at acceptance: the place moves along, and a full one is refused', async () => {
    const { under, supply } = await withSupply(database)
    await supply.run('spring', 'balans', 1)
    await supply.run('summer', 'balans', 1)
    await supply.run('full', 'balans', 0)
    await prepared(under, 'c1', 'spring')
    done(await send(under, 'c1'))
    const accept = (runId: string) =>
      under.send('c1', { type: 'acceptAssignment', payload: { assignmentId: id, placeConfirmed: true, runId } }, byProvider)
    expect(await accept('full')).toMatchObject({ is: 'refused', refusal: { code: 'courseFull' } })
    done(await accept('summer'))
    expect([await supply.counted('spring'), await supply.counted('summer')]).toEqual([
      { taken: 0, waiting: 0 },
      { taken: 1, waiting: 0 },
    ])
  })

  test('a full group has a waiting list, and who is on it gets the place that comes free', async () => {
    const { under, supply } = await withSupply(database)
    await supply.run('spring', 'balans', 1)
    await prepared(under, 'c1', 'spring')
    done(await send(under, 'c1'))
    await toDecide(under, 'c2')
    expect(await under.send('c2', choose('c2-a', { runId: 'spring' }))).toMatchObject({
      is: 'refused',
      refusal: { code: 'courseFull' },
    })
    done(await under.send('c2', choose('c2-a')))
    done(await send(under, 'c2'))
    const wait = { type: 'putOnWaitingList', payload: { assignmentId: 'c2-a', runId: 'spring' } } as const
    done(await under.send('c2', wait, byProvider))
    expect(await supply.counted('spring')).toEqual({ taken: 1, waiting: 1 })
    const accept = { type: 'acceptAssignment', payload: { assignmentId: 'c2-a', placeConfirmed: true } } as const
    expect(await under.send('c2', accept, byProvider)).toMatchObject({ is: 'refused', refusal: { code: 'courseFull' } })
    done(await under.send('c1', { type: 'declineAssignment', payload: { assignmentId: id, reason: 'full' } }, byProvider))
    done(await under.send('c2', accept, byProvider))
    expect(await supply.counted('spring')).toEqual({ taken: 1, waiting: 0 })
  })

  test.each([
    { code: 'noSuchOffer', chosen: { offerId: 'nothing' } },
    { code: 'offerOfAnother', chosen: { providerId: 'other' } },
    { code: 'offerForAnother', chosen: { intervention: 'otagoHome' } },
    { code: 'offerNotValid', chosen: { offerId: 'lapsed' } },
    { code: 'offerNotValid', chosen: { offerId: 'later' } },
    { code: 'noSuchRun', chosen: { runId: 'nothing' } },
    { code: 'runOfAnother', chosen: { runId: 'elsewhere' } },
    { code: 'runOver', chosen: { runId: 'past' } },
    { code: 'runClosed', chosen: { runId: 'closed' } },
  ])('a choice that cannot be is refused: $code ($chosen)', async ({ code, chosen }) => {
    const { under, supply } = await withSupply(database)
    await supply.offer('lapsed', { valid_until: '2025-12-31' })
    await supply.offer('later', { valid_from: '2026-03-01' })
    await supply.run('elsewhere', 'lapsed', 4)
    await supply.run('past', 'balans', 4, { starts_on: '2025-09-01', ends_on: '2025-12-20' })
    await supply.run('closed', 'balans', 4, { open: 0 })
    await toDecide(under, 'c1')
    const refused = await under.send('c1', choose(id, chosen))
    expect(refused).toMatchObject({ is: 'refused', refusal: { code, words: { nl: expect.any(String), en: expect.any(String) } } })
    expect((await under.state('c1')).assignments).toEqual({})
  })

  test('the work becomes that of the contact of the offer, and a lapsed certificate keeps it from being accepted', async () => {
    const { store, under } = await withSupply(database)
    await toDecide(under, 'c1')
    done(await under.send('c1', choose(id)))
    done(await send(under, 'c1'))
    expect((await under.state('c1')).assignments[id]).toMatchObject({ offerId: 'balans', holderId: 'contact' })
    const certificate = (until: string) =>
      store.commit([statement(store.build.updateTable('offer').set({ certificate_until: until }).where('id', '=', 'balans'), 1)])
    const accept = { type: 'acceptAssignment', payload: { assignmentId: id, placeConfirmed: true } } as const
    await certificate('2026-01-04')
    expect((await under.send('c1', accept, byProvider)).is).toBe('refused')
    await certificate('2026-01-05')
    done(await under.send('c1', accept, byProvider))
  })

  test('whatever happens in whatever order: taken is the number of holders and never more than there are places', {
    timeout: 120_000,
  }, async () => {
    const { store, under, supply } = await withSupply(database)
    const step = fc.record({ who: fc.nat(4), kind: fc.nat(11), run: fc.nat(1) })
    let round = 0
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 50 }), async (steps) => {
        round += 1
        const runs = [`r${round}-0`, `r${round}-1`] as const
        await supply.run(runs[0], 'balans', 1)
        await supply.run(runs[1], 'balans', 2)
        const cases = [0, 1, 2, 3, 4].map((number) => `c${round}-${number}`)
        for (const [index, caseId] of cases.entries()) await prepared(under, caseId, runs[index % 2]!)
        for (const caseId of cases) await send(under, caseId)
        for (const [index, { who, kind, run }] of steps.entries()) {
          const caseId = cases[who]!
          const state = await under.state(caseId)
          const assignmentId = (state.position.context['primary'] as { id: string } | null)?.id ?? 'none'
          await under.send(caseId, ...commandOf(kind, caseId, assignmentId, index, runs[run]!))
        }
        const states = await Promise.all(cases.map((caseId) => under.state(caseId)))
        const holds = states.flatMap(({ assignments }) =>
          Object.values(assignments).flatMap((one) => holdOf(one.runId, String(one.position.value)) ?? []),
        )
        for (const [index, run] of runs.entries()) {
          const count = (as: 'taken' | 'waiting') => holds.filter((one) => one.runId === run && one.as === as).length
          const counted = await supply.counted(run)
          expect(counted).toEqual({ taken: count('taken'), waiting: count('waiting') })
          expect(counted.taken).toBeLessThanOrEqual(index + 1)
          mostTaken = Math.max(mostTaken, counted.taken)
          mostWaiting = Math.max(mostWaiting, counted.waiting)
        }
      }),
      // One history that fills a group for certain; the others are as chance has them.
      { numRuns: 12, examples: [[[1, 3].map((who) => ({ who, kind: 6, run: 1 }))]] },
    )
    expect((await verify(store, knowledge)).runFaults).toEqual([])
    expect([mostTaken, mostWaiting > 0], 'the histories filled a group and its waiting list').toEqual([2, true])
  })
  let [mostTaken, mostWaiting] = [0, 0]

  test('counters that were changed behind its back are named by verify and mended by rebuild', async () => {
    const { store, under, supply } = await withSupply(database)
    await supply.run('spring', 'balans', 3)
    await supply.run('summer', 'balans', 3)
    await prepared(under, 'c1', 'spring')
    done(await send(under, 'c1'))
    await store.commit([
      statement(store.build.updateTable('course_run').set({ taken: 3, waiting: 1 }).where('id', '=', 'spring'), 1),
      statement(store.build.updateTable('course_run').set({ waiting: 2 }).where('id', '=', 'summer'), 1),
    ])
    const { runFaults, faults } = await verify(store, knowledge)
    expect(faults).toEqual([])
    expect(runFaults.map(({ runId, words }) => `${runId}: ${words.en}`)).toEqual([
      'spring: 3 places taken and 1 waiting; by the assignments they are 1 and 0.',
      'summer: 0 places taken and 2 waiting; by the assignments they are 0 and 0.',
    ])
    await rebuild(store, knowledge)
    expect(await supply.counted('spring')).toEqual({ taken: 1, waiting: 0 })
    expect(await supply.counted('summer')).toEqual({ taken: 0, waiting: 0 })
    expect((await verify(store, knowledge)).runFaults).toEqual([])
  })
})

function commandOf(kind: number, caseId: string, assignmentId: string, index: number, runId: string): [Command, { role: Role }] {
  const nurse = { role: 'practiceNurse' } as const
  const provider = { role: 'socialProvider' } as const
  const payload = { assignmentId }
  const makers: readonly (() => [Command, { role: Role }])[] = [
    () => [choose(`${caseId}-${index}`, { runId }), nurse],
    () => [choose(`${caseId}-${index}`), nurse],
    () => [{ type: 'sendAssignment', payload }, nurse],
    () => [{ type: 'sendAssignment', payload }, nurse],
    () => [{ type: 'putOnWaitingList', payload: { ...payload, runId } }, provider],
    () => [{ type: 'acceptAssignment', payload: { ...payload, placeConfirmed: true, runId } }, provider],
    () => [{ type: 'acceptAssignment', payload: { ...payload, placeConfirmed: true } }, provider],
    () => [{ type: 'declineAssignment', payload: { ...payload, reason: 'full' } }, provider],
    () => [{ type: 'withdrawAssignment', payload: { ...payload, reason: 'anders' } }, nurse],
    () => [{ type: 'startAssignment', payload }, provider],
    () => [{ type: 'stopAssignmentEarly', payload: { ...payload, reason: 'moe' } }, provider],
    () => [{ type: 'completeAssignment', payload }, provider],
  ]
  return makers[kind]!()
}
