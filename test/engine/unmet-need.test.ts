// Unmet need, on every database: noticed when the supply made somebody choose otherwise, counted once, and told to the coordinator.
import { describe, expect, test } from 'vitest'
import type { Command } from '../../src/domain/commands.ts'
import { reportUnmetNeed } from '../../src/engine/report-unmet-need.ts'
import { insertOrganisation } from '../../src/store/organisations.ts'
import type { UnmetNeedRow } from '../../src/store/tables.ts'
import { databases, type TestDatabase } from '../support/databases.ts'
import { screeningOf } from '../support/given-case.ts'
import { someSupply } from '../support/some-supply.ts'
import { actorOf, done, testEngine } from '../support/test-engine.ts'

async function started(database: TestDatabase) {
  const store = await database.open()
  const under = await testEngine(store)
  const supply = someSupply(store)
  await store.commit([
    insertOrganisation(store.build, {
      id: 'coalition',
      kind: 'coalition',
      municipality: 'GM0362',
      details: new TextEncoder().encode('{}'),
      version: 1,
      coordinator_id: null,
    }),
  ])
  await supply.provider('club')
  await supply.account('chain', 'coalition', { role: 'coordinator' })
  return {
    store,
    under,
    supply,
    /** Nobody's reading in this test: what stands in the table, and who was told. */
    async counted(): Promise<Pick<UnmetNeedRow, 'id' | 'municipality' | 'weeks'>[]> {
      const rows = await store.read(store.build.selectFrom('unmet_need').selectAll().orderBy('id').compile())
      const told = await store.read(
        store.build
          .selectFrom('delivery')
          .select(['dedupe_key', 'target_id', 'kind'])
          .where('kind', '=', 'unmetNeed')
          .orderBy('dedupe_key')
          .compile(),
      )
      expect(told).toEqual(rows.map(({ id }) => ({ dedupe_key: `unmetNeed:${id}`, target_id: 'chain', kind: 'unmetNeed' })))
      return rows.map(({ id, municipality, weeks }) => ({ id, municipality, weeks }))
    },
    /** In Balans is proposed first, Vallen Verleden Tijd is the alternative. */
    async toDecide(caseId: string) {
      done(await under.open(caseId))
      done(await under.send(caseId, { type: 'startScreening', payload: { personAgrees: true } }))
      done(
        await under.send(caseId, { type: 'recordScreening', payload: { facts: { ...screeningOf.moderate, walks10m: 'yes' } } }),
      )
    },
  }
}

const choose = (assignmentId: string, intervention: string) =>
  ({
    type: 'recordDecision',
    payload: {
      way: 'assignment',
      assignmentId,
      intervention,
      domain: 'social',
      providerId: 'club',
      goal: 'dansen',
      consentGiven: true,
      redFlagsChecked: true,
      reasonForDeviation: 'geen plaats',
    },
  }) satisfies Command

const noOffer = { id: 'c1.inBalans.noOffer', municipality: 'GM0362', weeks: null }

describe.each(databases)('$name', (database) => {
  test('an alternative because there is no offer of what was proposed: noticed in the same change', async () => {
    const { under, toDecide, counted } = await started(database)
    await toDecide('c1')
    done(await under.send('c1', choose('a1', 'vallenVerledenTijd')))
    expect(await counted()).toEqual([noOffer])
  })

  test('an alternative although the proposal could be had is a choice, and no gap', async () => {
    const { under, supply, toDecide, counted } = await started(database)
    await supply.offer('balans')
    await supply.run('spring', 'balans', 4)
    await toDecide('c1')
    done(await under.send('c1', choose('a1', 'vallenVerledenTijd')))
    expect(await counted()).toEqual([])
  })

  test('what was proposed and is chosen is no gap, whatever the supply', async () => {
    const { under, toDecide, counted } = await started(database)
    await toDecide('c1')
    done(await under.send('c1', choose('a1', 'inBalans')))
    expect(await counted()).toEqual([])
  })

  test.each([
    { what: 'everything is full', run: { taken: 4 }, id: 'c1.inBalans.full', weeks: null },
    {
      what: 'the wait exceeds the norm',
      run: { starts_on: '2026-05-04', ends_on: '2026-08-01' },
      id: 'c1.inBalans.waitTooLong',
      weeks: 17,
    },
  ])('$what: $id', async ({ run, id, weeks }) => {
    const { under, supply, toDecide, counted } = await started(database)
    await supply.offer('balans')
    await supply.run('spring', 'balans', 4, run)
    await toDecide('c1')
    done(await under.send('c1', choose('a1', 'vallenVerledenTijd')))
    expect(await counted()).toEqual([{ id, municipality: 'GM0362', weeks }])
  })

  test('a decision that is refused leaves nothing behind', async () => {
    const { under, toDecide, counted } = await started(database)
    await toDecide('c1')
    const refused = await under.send('c1', {
      type: 'recordDecision',
      payload: { ...choose('a1', 'vallenVerledenTijd').payload, consentGiven: false },
    })
    expect(refused.is).toBe('refused')
    expect(await counted()).toEqual([])
  })

  test('reported, noticed and reported again: one gap of this case, one word to the coordinator', async () => {
    const { under, toDecide, counted } = await started(database)
    await toDecide('c1')
    const report = (key: string) =>
      reportUnmetNeed(under.engine, { actor: actorOf('practiceNurse'), key, requestId: 'r' }, 'c1', {
        code: 'inBalans',
        reason: 'noOffer',
      })
    const answers = await Promise.all(['k1', 'k2', 'k1'].map(report))
    expect(answers.map(({ is }) => is)).toEqual(['done', 'done', 'done'])
    done(await under.send('c1', choose('a1', 'vallenVerledenTijd')))
    done(await report('k3'))
    expect(await counted()).toEqual([noOffer])
    expect(JSON.parse(Buffer.from(done(await report('k3')).answer).toString())).toEqual({
      unmetNeedId: noOffer.id,
      counted: false,
    })
    const other = await reportUnmetNeed(under.engine, { actor: actorOf('practiceNurse'), key: 'k4', requestId: 'r' }, 'c1', {
      code: 'inBalans',
      reason: 'tooFar',
    })
    expect(JSON.parse(Buffer.from(done(other).answer).toString()).counted).toBe(true)
    expect((await counted()).length).toBe(2)
  })

  test.each([
    {
      what: 'a code that is not in the catalogue',
      ask: { code: 'yoga', reason: 'noOffer' } as const,
      caseId: 'c1',
      is: 'refused',
    },
    { what: 'a case nobody knows', ask: { code: 'inBalans', reason: 'noOffer' } as const, caseId: 'nobody', is: 'unknownCase' },
  ])('$what is $is', async ({ ask, caseId, is }) => {
    const { under, toDecide, counted } = await started(database)
    await toDecide('c1')
    const answer = await reportUnmetNeed(under.engine, { actor: actorOf('practiceNurse'), key: 'k', requestId: 'r' }, caseId, ask)
    expect(answer.is).toBe(is)
    expect(await counted()).toEqual([])
  })

  test('no answer in time, and declined for want of a place, are gaps of what was asked', async () => {
    const { under, toDecide, counted } = await started(database)
    for (const caseId of ['c1', 'c2', 'c3']) {
      await toDecide(caseId)
      done(await under.send(caseId, choose(`${caseId}-a`, 'inBalans')))
      done(await under.send(caseId, { type: 'sendAssignment', payload: { assignmentId: `${caseId}-a` } }))
    }
    const decline = (caseId: string, reason: string) =>
      under.send(
        caseId,
        { type: 'declineAssignment', payload: { assignmentId: `${caseId}-a`, reason } },
        { role: 'socialProvider' },
      )
    done(await decline('c2', 'full'))
    done(await decline('c3', 'tooExpensive'))
    expect((await counted()).map(({ id }) => id)).toEqual(['c2.inBalans.full'])
    await under.days(20)
    expect((await under.state('c1')).assignments['c1-a']?.position.value).toBe('expired')
    expect((await counted()).map(({ id }) => id)).toEqual(['c1.inBalans.noAnswer', 'c2.inBalans.full'])
  })

  test('the same decision twice at once is one gap', async () => {
    const { under, toDecide, counted } = await started(database)
    await toDecide('c1')
    const both = await Promise.all([1, 2].map(() => under.send('c1', choose('a1', 'vallenVerledenTijd'), { key: 'once' })))
    expect(both.map(({ is }) => is)).toEqual(['done', 'done'])
    expect(await counted()).toEqual([noOffer])
  })
})
