// Rebuild: what is drawn from the logs can be thrown away and comes back the same.
import { expect, test } from 'vitest'
import { pathwaysByVersion } from '../../src/compose.ts'
import { rebuild } from '../../src/engine/rebuild.ts'
import { statement } from '../../src/store/store.ts'
import { databases } from '../support/databases.ts'
import { linesOf, seed, tables } from '../support/seeded.ts'

const drawn = ['deadline', 'assignment', 'worklist'] as const
const knowledge = { pathways: pathwaysByVersion }

test.each(databases)(
  'on $name the rows that were deleted come back, twice the same, and nothing else changes',
  async ({ open }) => {
    const store = await open()
    await seed(store, 41)
    const all = async () =>
      Object.fromEntries(await Promise.all(tables.map(async (table) => [table, await linesOf(store, table)])))
    const before = await all()
    await store.commit(drawn.map((table) => statement(store.build.deleteFrom(table))))
    expect(await linesOf(store, 'deadline')).toEqual([])

    const first = await rebuild(store, knowledge)
    expect(first.unsound).toEqual([])
    expect(await all()).toEqual(before)
    expect(await rebuild(store, knowledge)).toEqual(first)
    expect(await all()).toEqual(before)
    await store.close()
  },
)

test('a row that should not be there is gone afterwards', async () => {
  const store = await databases[0]!.open()
  await seed(store, 10)
  const before = await linesOf(store, 'deadline')
  const [row] = await store.read(store.build.selectFrom('deadline').selectAll().limit(1).compile())
  await store.commit([statement(store.build.insertInto('deadline').values({ ...row!, id: 'planted' }))])
  await rebuild(store, knowledge)
  expect(await linesOf(store, 'deadline')).toEqual(before)
})
