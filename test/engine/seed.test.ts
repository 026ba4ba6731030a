// Seeding: everybody goes through the one door, every stage is there, and the same seed gives the same data on every database.
import { expect, test } from 'vitest'
import { migrations } from '../../db/migrations.ts'
import { pathwaysByVersion } from '../../src/compose.ts'
import type { CaseState } from '../../src/domain/case-state.ts'
import { stageWords } from '../../src/domain/stage.ts'
import { parsedFrom } from '../../src/engine/bytes.ts'
import { verify } from '../../src/engine/verify.ts'
import { openStore } from '../../src/store/open.ts'
import { databases } from '../support/databases.ts'
import { dumpHash, lastDay, linesOf, seed } from '../support/seeded.ts'

const fresh = () => openStore(':memory:', { migrations })

test('sixty people stand in every stage, and have gone every way the pathway can end', async () => {
  const store = await fresh()
  await seed(store, 60)
  const cases = await store.read(store.build.selectFrom('care_case').selectAll().compile())
  expect(new Set(cases.map(({ stage }) => stage))).toEqual(new Set(Object.keys(stageWords)))
  const states = cases.map(({ state }) => parsedFrom<CaseState>(state))
  const endings = states.map(({ position }) => position.context['closedAs']).filter((reason) => reason !== null)
  const reasons = ['advised', 'completed', 'declined', 'moved', 'died', 'admittedWlz', 'noContact', 'outOfScope', 'other']
  expect(new Set(endings)).toEqual(new Set(reasons))
  const assignments = states.flatMap((state) => Object.values(state.assignments).map(({ position }) => String(position.value)))
  expect(assignments).toEqual(
    expect.arrayContaining(['proposed', 'sent', 'waitlisted', 'accepted', 'planned', 'started', 'paused', 'expired', 'declined']),
  )
  expect(states.some(({ reopenedFrom }) => reopenedFrom !== null)).toBe(true)
  expect(states.some((state) => Object.values(state.assignments).some(({ flagged }) => flagged))).toBe(true)
  expect(states.some(({ position }) => position.context['exerciseHold'] === true)).toBe(true)
  expect((await verify(store, { pathways: pathwaysByVersion })).faults).toEqual([])
})

test('nothing is in the future, and nothing waits to be sent', async () => {
  const store = await fresh()
  await seed(store, 45)
  const { build } = store
  const events = await store.read(
    build.selectFrom('case_event').select('recorded_at').where('recorded_at', '>', `${lastDay}T18:00:00Z`).compile(),
  )
  const waiting = await store.read(build.selectFrom('outbox').select('id').where('state', '=', 'waiting').compile())
  const undelivered = await store.read(build.selectFrom('delivery').select('id').where('state', '=', 'waiting').compile())
  expect([events, waiting, undelivered]).toEqual([[], [], []])
})

test('nobody reads in a log who the person is', async () => {
  const store = await fresh()
  await seed(store, 45)
  const log = (await linesOf(store, 'case_event')).map((line) =>
    Buffer.from(line.replace(/.*payload=(\w+).*/, '$1'), 'hex').toString(),
  )
  for (const { details } of await store.read(store.build.selectFrom('person').select('details').compile())) {
    const { name, birthDate } = parsedFrom<{ name: string; birthDate: string }>(details)
    expect(log.filter((line) => line.includes(name) || line.includes(birthDate))).toEqual([])
  }
})

test('the same seed gives the same data, on every database; another seed others', async () => {
  const hashes: string[] = []
  for (const database of [...databases, databases[0]!]) {
    const store = await database.open()
    await seed(store, 41)
    hashes.push(await dumpHash(store))
    await store.close()
  }
  expect(new Set(hashes).size).toBe(1)
  const other = await fresh()
  await seed(other, 41, 'other')
  expect(await dumpHash(other)).not.toBe(hashes[0])
})

test('two hundred people on disk take well under twenty seconds', async () => {
  const store = await databases[0]!.open()
  const began = performance.now()
  await seed(store, 200)
  expect(performance.now() - began).toBeLessThan(20_000)
})
