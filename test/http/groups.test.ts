// Groups: the attendance of a meeting in one act for all, the grid with dose and measurements, and the list on paper, on both databases.
import { beforeEach, describe, expect, test } from 'vitest'
import type { Group } from '../../src/contract/groups.ts'
import { handleTogether } from '../../src/engine/handle-together.ts'
import { verify } from '../../src/engine/verify.ts'
import { accessToPerson } from '../../src/store/access-log.ts'
import { eventsOf, loadCase } from '../../src/store/cases.ts'
import { messagesOfCase } from '../../src/store/outbox.ts'
import { type Course, meetingDays, someCourse } from '../support/course.ts'
import { databases } from '../support/databases.ts'
import { must } from '../support/test-app.ts'

type Someone = { readonly caseId: string; readonly assignmentId: string; readonly name: string }

describe.each(databases)('$name', (database) => {
  let course: Course
  let people: Someone[]

  const group = async (): Promise<Group> =>
    must(await course.ask('GET', '/v1/course-runs/r1/group', { role: 'socialProvider' }), 200).json
  const record = (number: number, body: { present?: string[]; absent?: string[] }, key?: string) =>
    course.ask('POST', `/v1/course-runs/r1/meetings/${number}/_attendance`, {
      body: { present: [], absent: [], ...body },
      role: 'socialProvider',
      ...(key === undefined ? {} : { key }),
    })
  const ids = (some: readonly Someone[] = people) => some.map(({ assignmentId }) => assignmentId)
  const logLengths = () => Promise.all(people.map(async ({ caseId }) => (await eventsOf(course.engine.store, caseId)).length))
  const onDay = (number: number) => course.setClock(`${meetingDays[number - 1]}T15:00:00Z`)
  const several = async (count: number) => {
    for (let index = 0; index < count; index++) people.push(await course.accepted())
  }
  const linkTo = (meeting: string) => course.link('attendance', meeting)

  beforeEach(async () => {
    course = await someCourse(await database.open())
    people = []
  })

  test('a group of twelve in one act: who was there begins, who was not is not begun', async () => {
    await several(12)
    onDay(1)
    const first = must(await record(1, { present: ids(people.slice(0, 10)), absent: ids(people.slice(10)) }), 200).json
    expect(first.recorded).toHaveLength(10)
    expect(first.notBegun).toEqual(ids(people.slice(10)))
    onDay(2)
    must(await record(2, { present: ids(people.slice(2)), absent: ids(people.slice(0, 2)) }), 200)
    onDay(3)
    const third = must(await record(3, { present: ids(people.slice(1)), absent: ids(people.slice(0, 1)) }), 200).json
    expect(third.recorded.at(-1)).toMatchObject({ assignmentId: people[0]!.assignmentId, attended: false, missedInARow: 2 })
    const { members, meetings, name } = await group()
    expect([name, meetings.length, members.length]).toEqual(['In Balans in het buurthuis (verzonnen)', 12, 12])
    const rowOf = ({ assignmentId }: Someone) => members.find((one) => one.assignmentId === assignmentId)!
    expect(rowOf(people[0]!)).toMatchObject({ missedInARow: 2, atRisk: true, startedOn: '2026-02-02' })
    expect(rowOf(people[0]!).attendance.slice(0, 4)).toEqual([true, false, false, null])
    expect(rowOf(people[1]!).attendance.slice(0, 4)).toEqual([true, false, true, null])
    expect(rowOf(people[11]!)).toMatchObject({ attendance: [null, true, true, ...Array(9).fill(null)], startedOn: '2026-02-09' })
    expect(rowOf(people[5]!).dose).toEqual({ attended: 3, planned: 12, permille: 250, reached: false })
    const said = await messagesOfCase(course.engine.store, people[0]!.caseId)
    expect(said.map(({ kind }) => kind)).toContain('signalAtRisk')
    expect(await verify(course.engine.store, course.engine)).toMatchObject({ faults: [], runFaults: [] })
  })

  test('the groups of an organisation, with the last meeting and the next; a phone number only as it was sent', async () => {
    await several(2)
    onDay(3)
    const list = (role: string, query = '') => course.ask('GET', `/v1/groups${query}`, { role: role as 'socialProvider' })
    const mine = must(await list('socialProvider'), 200).json
    expect(mine).toMatchObject({ today: meetingDays[2], items: [{ runId: 'r1', taken: 2, places: 20, meetings: 12 }] })
    expect(mine.items[0]).toMatchObject({ last: { number: 3 }, next: { number: 4, heldOn: meetingDays[3] } })
    expect(must(await list('practiceNurse'), 200).json.items).toEqual([])
    const { meetings, members, measures } = await group()
    expect(meetings.filter(({ held }) => held).map(({ number }) => number)).toEqual([1, 2, 3])
    expect(members.map(({ phone, takesPart }) => [phone, takesPart])).toEqual([
      ['020 123 4567', true],
      ['020 123 4567', true],
    ])
    expect(measures.map(({ measure }) => measure)).toEqual(['walk4m', 'tug', 'chair30'])
    course.setClock('2027-01-04T09:00:00Z')
    expect(must(await list('socialProvider'), 200).json.items).toEqual([])
    expect(must(await list('socialProvider', '?show=all'), 200).json.items).toHaveLength(1)
  })

  test('a meeting of two days ago that nobody filled in stands open, also when the run is over; not what was before anybody came', async () => {
    const open = async () => {
      const { items } = must(await course.ask('GET', '/v1/groups', { role: 'socialProvider' }), 200).json
      return items.map(({ toFill }: { toFill: { number: number }[] }) => toFill.map(({ number }) => number))
    }
    onDay(2)
    await several(2)
    course.setClock('2026-02-10T15:00:00Z')
    expect(await open()).toEqual([[]])
    course.setClock('2026-02-11T15:00:00Z')
    expect(await open()).toEqual([[2]])
    must(await record(2, { present: ids(people.slice(0, 1)) }), 200)
    expect(await open()).toEqual([[]])
    course.setClock('2026-04-29T15:00:00Z')
    expect(await open()).toEqual([[3, 4, 5, 6, 7, 8, 9, 10, 11, 12]])
    course.setClock('2026-06-29T15:00:00Z')
    expect(await open()).toEqual([])
  })

  test('nine of twelve meetings reach the dose, eight do not', async () => {
    await several(2)
    for (let number = 1; number <= 12; number++) {
      onDay(number)
      const there = number <= 8 ? ids() : number === 9 ? ids(people.slice(0, 1)) : []
      must(await record(number, { present: there, absent: ids().filter((id) => !there.includes(id)) }), 200)
    }
    expect((await group()).members.map(({ dose }) => [dose.attended, dose.permille, dose.reached])).toEqual([
      [9, 750, true],
      [8, 667, false],
    ])
  })

  test('all or nobody: one of twelve who cannot be recorded is named, and nothing is written', async () => {
    await several(12)
    onDay(1)
    must(await record(1, { present: ids() }), 200)
    const paused = people[7]!
    await course.does(paused.caseId, `assignments/${paused.assignmentId}/_pause`, { until: null }, 'socialProvider')
    onDay(2)
    expect((await group()).members.filter(({ expected }) => !expected).map(({ name }) => name)).toEqual([paused.name])
    const before = await logLengths()
    const refused = await record(2, { present: ids() })
    expect([refused.status, refused.json.detail.startsWith(`${paused.name}: `)]).toEqual([409, true])
    expect(await logLengths()).toEqual(before)
    must(await record(2, { present: ids().filter((id) => id !== paused.assignmentId) }), 200)
  })

  test('what was recorded of a meeting is not recorded again: who it is about is named', async () => {
    await several(3)
    onDay(1)
    must(await record(1, { present: ids() }), 200)
    onDay(2)
    const first = must(await record(2, { present: ids(people.slice(0, 1)) }, 'act'), 200)
    const before = await logLengths()
    const replayed = must(await record(2, { present: ids(people.slice(0, 1)) }, 'act'), 200)
    expect([replayed.json, replayed.headers['idempotent-replayed']]).toEqual([first.json, 'true'])
    const again = await record(2, { absent: ids() })
    expect([again.status, again.json.code]).toEqual([409, 'attendanceRecorded'])
    expect(again.json.detail).toContain(people[0]!.name)
    expect(again.json.detail).not.toContain(people[1]!.name)
    expect((await record(2, { present: ids() }, 'act')).json.code).toBe('keyReused')
    expect(await logLengths()).toEqual(before)
  })

  test('ten who fill in the same meeting at once: one does', async () => {
    await several(4)
    onDay(1)
    must(await record(1, { present: ids() }), 200)
    onDay(2)
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, index) => record(2, { present: index % 2 === 0 ? ids() : ids().toReversed() })),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array(9).fill(409)])
    expect(new Set(answers.filter(({ status }) => status === 409).map(({ json }) => json.code))).toEqual(
      new Set(['attendanceRecorded']),
    )
    for (const { caseId, assignmentId } of people)
      expect((await course.state(caseId)).assignments[assignmentId]!.sessions).toHaveLength(2)
  })

  test('acts on overlapping groups at once neither wait for each other for ever nor lose anything', async () => {
    await several(6)
    onDay(1)
    must(await record(1, { present: ids() }), 200)
    onDay(6)
    const acts = [2, 3, 4, 5, 6].map((number) => record(number, { present: number % 2 === 0 ? ids() : ids().toReversed() }))
    expect((await Promise.all(acts)).map(({ status, text }) => [status, status === 200 ? '' : text])).toEqual(
      Array(5).fill([200, '']),
    )
    for (const { caseId, assignmentId } of people)
      expect((await course.state(caseId)).assignments[assignmentId]!.sessions).toHaveLength(6)
  })

  test('faults are named with their place: not in the group, twice, nobody, and a meeting that is still to come', async () => {
    await several(1)
    const other = await course.sent()
    const [one] = ids()
    onDay(1)
    const pointers = (answer: Awaited<ReturnType<typeof record>>) =>
      answer.json.errors.map(({ pointer, code }: { pointer: string; code: string }) => `${pointer} ${code}`)
    expect(pointers(await record(1, { present: [one!, other.assignmentId], absent: [one!, 'nobody'] }))).toEqual([
      '/present/1 notInGroup',
      '/absent/0 twice',
      '/absent/1 notInGroup',
    ])
    expect(pointers(await record(1, {}))).toEqual([' nobody'])
    expect((await record(2, { present: [one!] })).json).toMatchObject({ status: 409, code: 'meetingNotHeld' })
    for (const number of [0, 13, 1.5, 1000]) expect((await record(number, { present: [one!] })).status).toBe(404)
    expect(await logLengths()).toEqual(await logLengths())
  })

  test('a group of another provider is not there, and a role that records nothing may not look', async () => {
    await several(1)
    onDay(1)
    await course.supply.provider('elsewhere')
    await course.supply.account('stranger', 'elsewhere')
    await course.supply.account('signaller-here', 'club', { role: 'signaller' })
    const body = { present: ids(), absent: [] }
    const asked = (actor: string) =>
      Promise.all([
        course.ask('GET', '/v1/course-runs/r1/group', { headers: { 'valpad-actor': actor } }),
        course.ask('GET', '/v1/course-runs/r1/attendance-list?format=html', { headers: { 'valpad-actor': actor } }),
        course.ask('POST', '/v1/course-runs/r1/meetings/1/_attendance', { body, headers: { 'valpad-actor': actor } }),
      ])
    for (const actor of ['stranger', 'some-practiceNurse', 'some-coordinator'])
      for (const answer of await asked(actor)) {
        expect([answer.status, answer.json.code]).toEqual([404, 'notFound'])
        expect(answer.text).not.toContain(people[0]!.name)
      }
    expect((await asked('signaller-here')).map(({ status }) => status)).toEqual([403, 403, 403])
  })

  test('who saw the group can be found back by each person in it; who was only asked is not in it', async () => {
    await several(1)
    const asked = await course.sent('Mw. Nog Niet')
    const seen = await group()
    expect(seen.members.map(({ name }) => name)).toEqual([people[0]!.name])
    const { person_id } = (await loadCase(course.engine.store, people[0]!.caseId))!
    const looks = async () =>
      (await accessToPerson(course.engine.store, person_id, 50)).filter(
        ({ action, actor_id, outcome }) => `${action} ${actor_id} ${outcome}` === 'readGroup some-socialProvider seen',
      ).length
    expect(await looks()).toBe(1)
    const list = must(await course.ask('GET', '/v1/course-runs/r1/attendance-list?format=html', { role: 'socialProvider' }), 200)
    expect(list.headers['content-type']).toBe('text/html; charset=utf-8')
    expect(list.text).toContain(people[0]!.name)
    expect(list.text).not.toContain(asked.name)
    expect(list.text.match(/<th scope="col">/g)).toHaveLength(13)
    expect(await looks()).toBe(2)
    const pdf = must(await course.ask('GET', '/v1/course-runs/r1/attendance-list?format=pdf', { role: 'socialProvider' }), 200)
    expect([pdf.headers['content-type'], pdf.bytes.subarray(0, 5).toString()]).toEqual(['application/pdf', '%PDF-'])
    expect(await looks()).toBe(3)
  })

  test('measurements at the start and at the end: those that the provider took itself, the last one of each', async () => {
    await several(1)
    onDay(1)
    must(await record(1, { present: ids() }), 200)
    onDay(12)
    const measure = (value: number, measuredOn: string, role: 'socialProvider' | 'practiceNurse') =>
      course.does(people[0]!.caseId, 'measurements', { measure: 'tug', value, measuredOn }, role)
    await measure(15.5, '2026-02-02', 'socialProvider')
    await measure(14.5, '2026-02-09', 'socialProvider')
    await measure(99, '2026-02-12', 'practiceNurse')
    await measure(11.25, '2026-04-20', 'socialProvider')
    expect((await group()).members[0]!.measurements).toEqual([
      {
        measure: 'tug',
        words: 'Timed Up and Go',
        start: { value: 14.5, on: '2026-02-09' },
        end: { value: 11.25, on: '2026-04-20' },
      },
    ])
  })

  test('by link: each person is chosen, none beforehand; what is missing is said at the person; then the link is used', async () => {
    await several(3)
    onDay(1)
    const token = await linkTo('m1')
    const page = await course.visit(token)
    expect(page.status).toBe(200)
    for (const { name } of people) expect(page.text).toContain(name)
    expect(page.text).not.toContain(' checked')
    const all = { people: ids().join(' '), key: 'k' }
    const [a, b, c] = ids()
    const open = await course.fill(token, { ...all, act: 'attendance', [`who-${a}`]: 'present' })
    expect(open.status).toBe(400)
    expect(open.text).toMatch(new RegExp(`href="#who-${b}"[\\s\\S]*href="#who-${c}"`))
    expect(open.text).toContain(`id="who-${a}" checked`)
    const both = await course.fill(token, { ...all, act: 'everybody', [`who-${a}`]: 'absent' })
    expect([both.status, both.text.includes('href="#everybody"')]).toEqual([400, true])
    const done = await course.fill(token, { ...all, act: 'everybody' })
    expect([done.status, done.text.includes('De aanwezigheid is bewaard')]).toEqual([200, true])
    expect((await course.fill(token, { ...all, act: 'everybody' })).text).toBe(done.text)
    expect((await course.visit(token)).text).toContain('Deze link is al gebruikt')
    onDay(2)
    const second = await linkTo('m2')
    const choices = { [`who-${a}`]: 'present', [`who-${b}`]: 'absent', [`who-${c}`]: 'present' }
    expect((await course.fill(second, { ...all, act: 'attendance', ...choices, key: 'k2' })).status).toBe(200)
    onDay(3)
    expect((await course.visit(await linkTo('m3'))).text).toContain('Was er de vorige keer niet')
    const members = (await group()).members
    expect(members.map(({ attendance }) => attendance.slice(0, 3))).toEqual([
      [true, true, null],
      [true, false, null],
      [true, true, null],
    ])
  })

  test('by link at once with a colleague who logs in: each person is recorded once, and a link for what is done no longer stands', async () => {
    await several(3)
    onDay(1)
    must(await record(1, { present: ids() }), 200)
    onDay(2)
    const token = await linkTo('m2')
    const act = { act: 'attendance', present: ids(), absent: [] }
    const answers = await Promise.all([course.act(token, act), record(2, { present: ids() }), course.act(token, act)])
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    for (const { caseId, assignmentId } of people)
      expect((await course.state(caseId)).assignments[assignmentId]!.sessions).toHaveLength(2)
    const over = await course.ask('GET', `/v1/links/${token}`, { role: null })
    expect(['linkUsed', 'linkOvertaken']).toContain(over.json.code)
  })

  test('one act may ask twice of one case: the second follows the first, and both are in its log', async () => {
    await several(2)
    onDay(1)
    const { engine } = course
    const actor = { id: 'some-socialProvider', role: 'socialProvider', organisationId: 'club' } as const
    const asking = { actor, requestId: 'test', expected: null }
    const [one, two] = people as [Someone, Someone]
    const start = ({ caseId, assignmentId }: Someone) => ({
      ...asking,
      key: `start-${assignmentId}`,
      caseId,
      command: { type: 'startAssignment', payload: { assignmentId } } as const,
    })
    const session = {
      ...start(one),
      key: 'session',
      command: { type: 'recordSession', payload: { assignmentId: one.assignmentId, attended: true } },
    } as const
    const before = await logLengths()
    const refused = await handleTogether(engine, [start(two), session])
    expect(refused).toMatchObject({ is: 'notDone', of: 1 })
    expect(await logLengths()).toEqual(before)
    expect(await handleTogether(engine, [start(two), start(one), session])).toEqual({ is: 'done', repeated: false })
    expect(await handleTogether(engine, [start(two), start(one), session])).toEqual({ is: 'done', repeated: true })
    expect((await course.state(one.caseId)).assignments[one.assignmentId]!.sessions).toHaveLength(2)
    expect(await verify(engine.store, engine)).toMatchObject({ faults: [], runFaults: [] })
  })
})
