// What the engine looks up about an assignment: the colleague it is handed to, and how many meetings its course run has.
import { describe, expect, test } from 'vitest'
import { loadAssignment } from '../../src/store/assignments.ts'
import { changeAccount, insertAccount, loadAccount } from '../../src/store/organisations.ts'
import type { AccountRow } from '../../src/store/tables.ts'
import { someCourse } from '../support/course.ts'
import { databases } from '../support/databases.ts'
import { must } from '../support/test-app.ts'

describe.each(databases)('$name', (database) => {
  test('handed to a colleague: who has it is that colleague, and the version is raised', async () => {
    const course = await someCourse(await database.open())
    const { caseId, assignmentId } = await course.accepted()
    const before = await loadAssignment(course.engine.store, assignmentId)
    await course.does(caseId, `assignments/${assignmentId}/_hand-over`, { to: 'deputy', note: 'met verlof' }, 'socialProvider')
    const after = await loadAssignment(course.engine.store, assignmentId)
    expect([before?.holder_id, after?.holder_id]).toEqual(['teacher', 'deputy'])
    expect(after?.version).toBe((before?.version ?? 0) + 1)
  })

  test.each([
    { to: 'nobody', code: 'noSuchColleague' },
    { to: 'some-practiceNurse', code: 'noSuchColleague' },
    { to: 'deputy', code: 'colleagueLeft' },
    { to: 'signals', code: 'colleagueCannot' },
  ])('not handed to $to: $code, and nothing is written', async ({ to, code }) => {
    const course = await someCourse(await database.open())
    const { store } = course.engine
    const { caseId, assignmentId } = await course.accepted()
    const deputy = (await loadAccount(store, 'deputy'))!
    const signals: AccountRow = { ...deputy, id: 'signals', role: 'signaller' }
    await store.commit([insertAccount(store.build, signals)])
    const left = { ...deputy, active: 0, left_on: '2026-01-05', version: deputy.version + 1 }
    expect((await store.commit([changeAccount(store.build, left)])).ok).toBe(true)
    const before = (await course.state(caseId)).seq
    const answer = await course.tries(caseId, `assignments/${assignmentId}/_hand-over`, { to }, 'socialProvider')
    expect([answer.status, answer.json.code]).toEqual([409, code])
    expect((await course.state(caseId)).seq).toBe(before)
  })

  test('who has open work on the own name cannot change to a role that answers nothing', async () => {
    const course = await someCourse(await database.open())
    const { caseId, assignmentId } = await course.accepted()
    const { store } = course.engine
    const deputy = (await loadAccount(store, 'deputy'))!
    await store.commit([insertAccount(store.build, { ...deputy, id: 'helper' })])
    await course.does(caseId, `assignments/${assignmentId}/_hand-over`, { to: 'helper' }, 'socialProvider')
    const known = must(await course.ask('GET', '/v1/contacts/helper', { role: 'coordinator' }), 200)
    const body = { organisationId: 'club', role: 'signaller', login: true, active: true, name: 'Hul Per' }
    const headers = { 'if-match': String(known.headers['etag']) }
    const answer = await course.ask('PUT', '/v1/contacts/helper', { body, role: 'coordinator', headers })
    expect([answer.status, answer.json.errors.map(({ code }: { code: string }) => code)]).toEqual([400, ['holdsOpenWork']])
  })

  test('the dose counts the meetings of the run it was followed on', async () => {
    const course = await someCourse(await database.open())
    const { caseId, assignmentId } = await course.accepted()
    await course.does(caseId, `assignments/${assignmentId}/_start`, { meetingId: 'm1' }, 'socialProvider')
    for (let meeting = 2; meeting <= 9; meeting++)
      await course.does(
        caseId,
        `assignments/${assignmentId}/sessions`,
        { attended: true, meetingId: `m${meeting}` },
        'socialProvider',
      )
    await course.does(caseId, `assignments/${assignmentId}/_complete`, {}, 'socialProvider')
    const { json } = must(await course.ask('GET', `/v1/cases/${caseId}/events?limit=100`), 200)
    const end = json.items.find(({ type }: { type: string }) => type === 'assignmentCompleted')
    expect(end.record.dose).toEqual({ attended: 9, recorded: 9, planned: 12, permille: 750, reached: true })
  })
})
