// Whoever works for a provider, and a case that is not theirs: as if there were no such case, whatever is asked of it, on both databases.
import { beforeEach, describe, expect, test } from 'vitest'
import { type Course, someCourse } from '../support/course.ts'
import { databases } from '../support/databases.ts'
import { must, somebody } from '../support/test-app.ts'

const asks = [
  ['contacts', { reached: true }],
  ['screenings/_start', { personAgrees: true }],
  ['red-flags', { flag: 'RF05' }],
  ['falls', { injury: 'no' }],
  ['measurements', { measure: 'tug', value: 12, measuredOn: '2026-01-05' }],
  ['_decline', {}],
  // Not for this role wherever it is asked: that too would say that there is a case.
  ['_close', { reason: 'other' }],
] as const

describe.each(databases)('$name', (database) => {
  let course: Course
  let stranger: { readonly headers: { readonly [header: string]: string } }

  /** What is said, without what is of this very request. */
  const said = ({ status, json }: Awaited<ReturnType<Course['ask']>>) => {
    const { type, title, detail, code } = json
    return { status, type, title, detail, code }
  }
  const asked = (caseId: string, [path, body]: (typeof asks)[number], headers: { readonly [header: string]: string }) =>
    // Only closing asks for the version that was seen.
    course.ask('POST', `/v1/cases/${caseId}/${path}`, {
      body,
      headers: path === '_close' ? { 'if-match': `"${caseId}.1"`, ...headers } : headers,
    })

  beforeEach(async () => {
    course = await someCourse(await database.open())
    await course.supply.provider('elsewhere')
    await course.supply.account('stranger', 'elsewhere')
    stranger = { headers: { 'valpad-actor': 'stranger' } }
  })

  test('a case of somebody else is answered exactly as one that is not there, and nothing is logged in it', async () => {
    const { caseId } = await course.accepted()
    const before = (await course.state(caseId)).seq
    for (const ask of asks) {
      const foreign = said(await asked(caseId, ask, stranger.headers))
      expect(foreign).toEqual(said(await asked('nobodys-case', ask, stranger.headers)))
      expect([ask[0], foreign.status]).toEqual([ask[0], 404])
    }
    expect((await course.state(caseId)).seq).toBe(before)
  })

  test('who has or had an assignment reports what they meet; who declined it has nothing to do with it any more', async () => {
    const one = await course.accepted()
    must(await asked(one.caseId, ['falls', { injury: 'no' }], { 'valpad-actor': 'deputy' }), 200)
    const other = await course.sent()
    const measured = ['measurements', { measure: 'tug', value: 12, measuredOn: '2026-01-05' }] as const
    must(await asked(other.caseId, measured, { 'valpad-actor': 'deputy' }), 200)
    await course.does(other.caseId, `assignments/${other.assignmentId}/_decline`, { reason: 'full' }, 'socialProvider')
    expect((await asked(other.caseId, measured, { 'valpad-actor': 'deputy' })).status).toBe(404)
  })

  test('who put somebody forward goes on with it, and so does a colleague', async () => {
    await course.supply.account('colleague', 'elsewhere')
    const { personId } = must(await course.ask('POST', '/v1/people', { body: somebody }), 201).json
    const opening = { body: { personId, age: 80, livesAtHome: 'yes' }, ...stranger }
    const { caseId } = must(await course.ask('POST', '/v1/cases', opening), 201).json
    must(await asked(caseId, ['contacts', { reached: true }], stranger.headers), 200)
    must(await asked(caseId, ['screenings/_start', { personAgrees: true }], { 'valpad-actor': 'colleague' }), 200)
    expect((await asked(caseId, ['contacts', { reached: true }], { 'valpad-actor': 'some-physiotherapist' })).status).toBe(404)
  })
})
