// Daily work on both databases: who answers by link is asked in time, once, again when nothing happens, and in the end somebody else is told.
import { beforeEach, describe, expect, test } from 'vitest'
import { addPeriod } from '../../src/domain/calendar.ts'
import { daily, hourly } from '../../src/engine/daily.ts'
import { linksOf } from '../../src/store/links.ts'
import type { DeliveryRow } from '../../src/store/tables.ts'
import { type Course, meetingDays, someCourse } from '../support/course.ts'
import { databases } from '../support/databases.ts'
import { must } from '../support/test-app.ts'

describe.each(databases)('$name', (database) => {
  let course: Course
  const notices = async (kind: DeliveryRow['kind']) => {
    const { build, read } = course.engine.store
    const rows = await read(
      build.selectFrom('delivery').selectAll().where('kind', '=', kind).orderBy('created_at').orderBy('id').compile(),
    )
    return rows.map(({ target_id, payload }) => ({
      to: target_id,
      linkId: (JSON.parse(Buffer.from(payload).toString()) as { linkId?: string }).linkId ?? null,
    }))
  }
  const at = (instant: string) => course.setClock(instant)

  beforeEach(async () => {
    course = await someCourse(await database.open())
  })

  test('after a meeting its teacher gets one link, however often and by how many at once the work is done', async () => {
    await course.accepted()
    at(`${meetingDays[0]}T16:59:00Z`)
    expect((await daily(course.engine)).attendance).toBe(0)
    at(`${meetingDays[0]}T17:00:00Z`)
    const rounds = await Promise.all(Array.from({ length: 5 }, () => daily(course.engine)))
    expect(rounds.reduce((sum, { attendance }) => sum + attendance, 0)).toBe(1)
    expect((await daily(course.engine)).attendance).toBe(0)
    const links = await linksOf(course.engine.store, 'attendance', 'm1')
    expect(links).toMatchObject([{ account_id: 'teacher', expires_at: '2026-02-16T17:00:00Z', used_at: null }])
    expect(await notices('attendance')).toEqual([{ to: 'teacher', linkId: links[0]!.id }])
    expect((await course.visit(await course.token('attendance', 'm1'))).status).toBe(200)
  })

  test('a meeting in days that the server stood still is asked about later; one of an empty group or of long ago is not', async () => {
    at('2026-02-20T09:00:00Z')
    expect((await daily(course.engine)).attendance).toBe(0)
    await course.accepted()
    at('2026-02-20T09:30:00Z')
    expect((await daily(course.engine)).attendance).toBe(2) // 9 and 16 February; the 2nd is more than 14 days ago
  })

  const away = (fromOn: string, untilOn: string, replacementId: string) =>
    course.ask('POST', '/v1/absences', {
      body: { accountId: 'teacher', fromOn, untilOn, replacementId, note: 'vakantie' },
      role: 'coordinator',
    })

  test('who stands in for the teacher gets the link; a stand-in who logs in needs none', async () => {
    await course.supply.account('stand-in', 'club', { login: 0 })
    await course.accepted()
    must(await away('2026-02-01', '2026-02-08', 'deputy'), 201)
    must(await away('2026-02-09', '2026-02-15', 'stand-in'), 201)
    at(`${meetingDays[0]}T20:00:00Z`)
    expect((await daily(course.engine)).attendance).toBe(0)
    at(`${meetingDays[1]}T08:00:00Z`)
    expect((await daily(course.engine)).attendance).toBe(1) // The first meeting, which is the stand-in's now.
    at(`${meetingDays[1]}T20:00:00Z`)
    expect((await daily(course.engine)).attendance).toBe(1)
    expect((await notices('attendance')).map(({ to }) => to)).toEqual(['stand-in', 'stand-in'])
  })

  test('a teacher who logs in is told once, when nobody filled it in for two days; not what was filled in, nor what was before anybody came', async () => {
    must(await away('2026-02-01', '2026-02-28', 'deputy'), 201)
    at(`${meetingDays[0]}T08:00:00Z`)
    const one = await course.accepted()
    const present = { present: [one.assignmentId], absent: [] }
    at(`${meetingDays[1]}T08:00:00Z`)
    expect((await daily(course.engine)).attendance).toBe(1) // The first meeting is a week ago.
    expect((await daily(course.engine)).attendance).toBe(0)
    expect(await notices('attendance')).toEqual([{ to: 'deputy', linkId: null }])
    at(`${meetingDays[1]}T20:00:00Z`)
    must(await course.ask('POST', '/v1/course-runs/r1/meetings/2/_attendance', { body: present, role: 'socialProvider' }), 200)
    at(`${meetingDays[2]}T20:00:00Z`)
    expect((await daily(course.engine)).attendance).toBe(0)
    at('2026-02-18T20:00:00Z')
    expect((await daily(course.engine)).attendance).toBe(1)
  })

  test('who stands in since the link was sent gets one too; what is filled in is asked of nobody', async () => {
    await course.supply.account('stand-in', 'club', { login: 0 })
    const one = await course.accepted()
    at(`${meetingDays[0]}T20:00:00Z`)
    expect((await daily(course.engine)).attendance).toBe(1)
    must(await away('2026-02-03', '2026-02-20', 'stand-in'), 201)
    at('2026-02-03T08:00:00Z')
    expect((await daily(course.engine)).attendance).toBe(1)
    expect((await daily(course.engine)).attendance).toBe(0)
    expect((await notices('attendance')).map(({ to }) => to)).toEqual(['teacher', 'stand-in'])
    at(`${meetingDays[1]}T12:00:00Z`)
    const body = { present: [one.assignmentId], absent: [] }
    must(await course.ask('POST', '/v1/course-runs/r1/meetings/2/_attendance', { body, role: 'socialProvider' }), 200)
    at(`${meetingDays[1]}T20:00:00Z`)
    expect((await daily(course.engine)).attendance).toBe(0)
  })

  test('an offer to be checked: its owner, once more after 14 days by the same link, after 30 days the coordinator; never twice', async () => {
    const checkOn = '2026-06-01'
    const round = async (days: number) => {
      at(`${addPeriod(checkOn, days, 'days')}T09:00:00Z`)
      await daily(course.engine)
      await daily(course.engine)
      return (await notices('offerCheck')).map(({ to }) => to)
    }
    expect(await round(-1)).toEqual([])
    expect(await round(0)).toEqual(['teacher'])
    expect(await round(13)).toEqual(['teacher'])
    expect(await round(14)).toEqual(['teacher', 'teacher'])
    expect(await round(29)).toEqual(['teacher', 'teacher'])
    expect(await round(30)).toEqual(['teacher', 'teacher', 'some-coordinator'])
    expect(await round(90)).toEqual(['teacher', 'teacher', 'some-coordinator'])
    const [first, second, third] = await notices('offerCheck')
    expect([second!.linkId, third!.linkId]).toEqual([first!.linkId, null])
  })

  test('whoever says it is still right is asked again in half a year, by a new link', async () => {
    at('2026-06-01T09:00:00Z')
    await daily(course.engine)
    must(await course.act(await course.token('offerCheck', 'o1'), { act: 'confirm' }), 200)
    at('2026-07-10T09:00:00Z')
    await daily(course.engine)
    expect(await notices('offerCheck')).toHaveLength(1)
    at('2026-12-01T09:00:00Z')
    await daily(course.engine)
    const [first, second] = await notices('offerCheck')
    expect(second!.linkId).not.toBe(first!.linkId)
    expect((await course.visit(await course.token('offerCheck', 'o1'))).status).toBe(200)
  })

  test('whoever asked for a change is not reminded; the coordinator is, while it is not made', async () => {
    at('2026-06-01T09:00:00Z')
    await daily(course.engine)
    must(await course.act(await course.token('offerCheck', 'o1'), { act: 'askChange', text: 'Nu op dinsdag' }), 200)
    for (const day of ['2026-06-15', '2026-07-01']) {
      at(`${day}T09:00:00Z`)
      await daily(course.engine)
    }
    expect((await notices('offerCheck')).map(({ to }) => to)).toEqual(['teacher', 'some-coordinator'])
  })

  test('a stand-in without a login gets a link for what waits for an answer; who has one that works gets no second', async () => {
    const one = await course.sent()
    expect((await daily(course.engine)).answers).toBe(0)
    await course.supply.account('stand-in', 'club', { login: 0 })
    const absence = {
      accountId: 'teacher',
      fromOn: '2026-01-06',
      untilOn: '2026-01-20',
      replacementId: 'stand-in',
      note: 'vakantie',
    }
    must(await course.ask('POST', '/v1/absences', { body: absence, role: 'coordinator' }), 201)
    at('2026-01-06T09:00:00Z')
    expect(await daily(course.engine)).toMatchObject({ answers: 1 })
    expect((await daily(course.engine)).answers).toBe(0)
    const [link] = await linksOf(course.engine.store, 'answer', one.assignmentId)
    expect(link!.account_id).toBe('stand-in')
    must(await course.act(await course.token('answer', one.assignmentId), { act: 'accept' }), 200)
    expect(await course.stateOf(one)).toBe('accepted')
  })

  test('it is done once an hour, and again when it failed', async () => {
    const { store } = course.engine
    let [broken, reads] = [true, 0]
    const read: typeof store.read = (query) => {
      reads += 1
      return broken ? Promise.reject(new Error('away')) : store.read(query)
    }
    const round = hourly({ ...course.engine, store: { ...store, read } })
    await expect(round()).rejects.toThrow('away')
    broken = false
    await round()
    const after = reads
    await round()
    expect(reads).toBe(after)
    at('2026-01-05T10:00:00Z')
    await round()
    expect(reads).toBeGreaterThan(after)
  })
})
