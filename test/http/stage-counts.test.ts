// How many people are at each step: the same as the worklist says, without names, and of the own practice alone.
import { beforeAll, describe, expect, test } from 'vitest'
import { StageCounts } from '../../src/contract/worklists.ts'
import { type Course, someCourse } from '../support/course.ts'
import { databases } from '../support/databases.ts'
import { must } from '../support/test-app.ts'

describe.each(databases)('$name', (database) => {
  let course: Course
  beforeAll(async () => {
    course = await someCourse(await database.open())
    await course.sent()
    await course.accepted()
    await course.signalled()
  })
  const counts = async (role: 'practiceNurse' | 'coordinator') =>
    StageCounts.parse(must(await course.ask('GET', '/v1/worklists/counts', { role }), 200).json)

  test('each stage counts the lines of the worklist', async () => {
    const { cases, assignments, whose } = await counts('practiceNurse')
    expect(whose).toBe('practice')
    for (const { code, count } of cases) {
      const lines = must(await course.ask('GET', `/v1/worklists?stage=${code}`), 200).json.items
      expect([code, lines.length]).toEqual([code, count])
    }
    expect(cases.reduce((sum, { count }) => sum + count, 0)).toBe(3)
    expect(assignments.find(({ code }) => code === 'accepted')?.count).toBe(1)
  })

  test('the menu counts what waits: of the practice, of the organisation, and nothing of who has no such work', async () => {
    const waiting = async (role: 'practiceNurse' | 'coordinator' | 'socialProvider' | 'signaller') =>
      must(await course.ask('GET', '/v1/menu-counts', { role }), 200).json.places.map(
        ({ place, count }: { place: string; count: number }) => [place, count],
      )
    const mine = must(await course.ask('GET', '/v1/worklists?owner=practiceNurse&held=also'), 200).json.items
    const unread = must(await course.ask('GET', '/v1/feedback'), 200).json.items
    expect(unread.length).toBeGreaterThan(0)
    expect(await waiting('practiceNurse')).toEqual([['work', mine.length + unread.length]])
    expect(await waiting('coordinator')).toEqual([['coverage', 0]])
    expect((await waiting('socialProvider'))[0][0]).toBe('inbox')
    expect(await waiting('signaller')).toEqual([])
  })

  test('who coordinates sees the region, and no name', async () => {
    const seen = await counts('coordinator')
    expect(seen.whose).toBe('region')
    expect(JSON.stringify(seen)).not.toContain('Verzonnen')
    must(await course.ask('GET', '/v1/worklists/counts', { role: 'socialProvider' }), 403)
  })
})
