// A course of a club whose teacher answers by link: its meetings, and people who are sent to it and accepted.

import { bytesOf } from '../../src/engine/bytes.ts'
import { newLink, tokenOf } from '../../src/engine/links.ts'
import { replaceMeetings } from '../../src/store/course-runs.ts'
import { insertLink, linksOf } from '../../src/store/links.ts'
import type { Store } from '../../src/store/store.ts'
import type { LinkRow } from '../../src/store/tables.ts'
import { someSupply } from './some-supply.ts'
import { must, somebody, testApp } from './test-app.ts'

export type Course = Awaited<ReturnType<typeof someCourse>>

/** Twelve Mondays from 2 February 2026. */
export const meetingDays = Array.from({ length: 12 }, (_, week) =>
  new Date(Date.UTC(2026, 1, 2 + 7 * week)).toISOString().slice(0, 10),
)

export async function someCourse(store: Store) {
  const app = await testApp(store)
  const supply = someSupply(store)
  await supply.account('teacher', 'club', { login: 0 })
  await supply.account('deputy', 'club')
  await supply.offer('o1', { code: 'welfareCoach', contact_id: 'teacher', deputy_id: 'deputy', owner_id: 'teacher' })
  await supply.run('r1', 'o1', 20)
  const meetings = meetingDays.map((held_on, index) => ({
    id: `m${index + 1}`,
    run_id: 'r1',
    number: index + 1,
    held_on,
    details: bytesOf({}),
  }))
  await store.commit(replaceMeetings(store.build, 'r1', meetings))
  let cases = 0
  const asTeacher = { headers: { 'valpad-actor': 'teacher' } }

  const self = {
    ...app,
    supply,
    asTeacher,
    /** A person whose assignment on the course was sent; her name and the ids of both. */
    async sent(name = `Mw. ${'abcdefghijklmnopqrstuvwxyz'[cases % 26]} Verzonnen`, details: object = {}) {
      const assignmentId = `a${++cases}`
      const person = await app.ask('POST', '/v1/people', { body: { ...somebody, name, phone: '020 123 4567', ...details } })
      const body = { personId: must(person, 201).json.personId, age: 80, livesAtHome: 'yes' }
      const { caseId } = must(await app.ask('POST', '/v1/cases', { body }), 201).json
      await app.does(caseId, 'contacts', { reached: true })
      await app.does(caseId, 'screenings/_start', { personAgrees: true })
      await app.does(caseId, 'screenings', { facts: { falls12m: 2, concern: 'yes', injury: 'yes' } })
      await app.does(caseId, 'analyses')
      const offered = { assignmentId, code: 'welfareCoach', providerId: 'club', offerId: 'o1', runId: 'r1' }
      await app.does(caseId, 'assignments', offered)
      await app.does(caseId, `assignments/${assignmentId}/_send`)
      return { caseId: caseId as string, assignmentId, name }
    },
    async accepted(name?: string, details?: object) {
      const one = await self.sent(name, details)
      await app.does(one.caseId, `assignments/${one.assignmentId}/_accept`, { placeConfirmed: true }, 'socialProvider')
      return one
    },
    async stateOf({ caseId, assignmentId }: { readonly caseId: string; readonly assignmentId: string }): Promise<string> {
      return String((await app.state(caseId)).assignments[assignmentId]!.position.value)
    },
    /** Of the latest link for it, as it would stand in a mail. */
    async token(purpose: LinkRow['purpose'], subjectId: string): Promise<string> {
      const [link] = await linksOf(store, purpose, subjectId)
      if (link === undefined) throw new Error(`There is no link (${purpose}) for ${subjectId}`)
      return tokenOf(app.engine, link.id)
    },
    /** A link that was made by hand, for the teacher unless something else is said; its token. */
    async link(purpose: LinkRow['purpose'], subjectId: string, more: Partial<LinkRow> = {}): Promise<string> {
      const about = { purpose, subjectId, caseId: null, accountId: 'teacher', expiresAt: '2026-12-01T17:00:00Z' }
      const row = newLink(app.engine, about)
      await store.commit([insertLink(store.build, { ...row, ...more })])
      return tokenOf(app.engine, row.id)
    },
    /** As a browser without script sends a form. */
    async fill(token: string, fields: { readonly [name: string]: string }, lang = 'nl') {
      const answer = await app.app.inject({
        method: 'POST',
        url: `/l/${token}?lang=${lang}`,
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        payload: new URLSearchParams(fields).toString(),
      })
      return { status: answer.statusCode, text: answer.body, headers: answer.headers }
    },
    async visit(token: string, lang = 'nl') {
      const answer = await app.app.inject({ method: 'GET', url: `/l/${token}?lang=${lang}` })
      return { status: answer.statusCode, text: answer.body, headers: answer.headers }
    },
    /** By a program; the act by a link needs no account. */
    act: (token: string, body: object, key?: string) =>
      app.ask('POST', `/v1/links/${token}`, { body, role: null, ...(key === undefined ? {} : { key }) }),
  }
  return self
}
