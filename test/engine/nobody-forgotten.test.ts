// Random lives of two cases and of everybody around them, on every database: after each step nobody is forgotten.
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { databases, sqliteDatabase } from '../support/databases.ts'
import { noCounts } from '../support/forgotten.ts'
import { anyLife, live } from '../support/nobody-forgotten.ts'

describe.each(databases)('$name', (database) => {
  test('absence, leaving, closing, silence, declines, full courses, clock jumps: every open assignment has somebody, a deadline, and people who are told', {
    timeout: 120_000,
  }, async () => {
    const counts = noCounts()
    await fc.assert(
      fc.asyncProperty(anyLife(35), async (history) => {
        const store = await database.open()
        await live(store, history, counts)
        await store.close()
      }),
      { numRuns: database.name === 'SQLite' ? 15 : 7 },
    )
    expect(counts.assignments).toBeGreaterThan(40)
    expect(counts.passedOn).toBeGreaterThan(10)
    expect(counts.lastResort).toBeGreaterThan(10)
    expect(counts.expanded).toBeGreaterThan(10)
  })
})

test('without the last resort the same lives do find somebody forgotten', { timeout: 120_000 }, async () => {
  const { failed, errorInstance } = await fc.check(
    fc.asyncProperty(anyLife(35), async (history) => {
      const store = await sqliteDatabase.open()
      await live(store, history, noCounts(), (people) => ({ ...people, lastResort: [] }))
      await store.close()
    }),
    { numRuns: 50, endOnFailure: true },
  )
  expect(failed).toBe(true)
  expect(String(errorInstance)).toMatch(/nobody|orphan/)
})
