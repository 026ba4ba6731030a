// Links: one act for somebody without an account, on both databases. What they show, when they are over, and what they never give away.
import { hash } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { buildApp } from '../../src/http/app.ts'
import { accessToPerson } from '../../src/store/access-log.ts'
import { loadCase } from '../../src/store/cases.ts'
import { linksOf, markLinkUsed } from '../../src/store/links.ts'
import { loadOffer } from '../../src/store/offers.ts'
import { latestSupplyEvents } from '../../src/store/supply-events.ts'
import type { LinkRow } from '../../src/store/tables.ts'
import { type Course, someCourse } from '../support/course.ts'
import { databases } from '../support/databases.ts'
import { must } from '../support/test-app.ts'

describe.each(databases)('$name', (database) => {
  let course: Course
  const answering = async () => {
    const one = await course.sent()
    return { ...one, token: await course.token('answer', one.assignmentId) }
  }

  beforeAll(async () => {
    course = await someCourse(await database.open())
  })

  test('whoever has no login gets a link with the assignment; whoever has one does not', async () => {
    const { assignmentId, token } = await answering()
    expect(token).toMatch(/^[\w-]{22}$/)
    const [link] = await linksOf(course.engine.store, 'answer', assignmentId)
    // Ten working days for the answer, and five days more.
    expect(link).toMatchObject({ account_id: 'teacher', expires_at: '2026-01-24T17:00:00Z', used_at: null })
    await course.supply.offer('o2', { code: 'welfareCoach', contact_id: 'deputy' })
    const c = await course.signalled()
    await course.does(c, 'contacts', { reached: true })
    await course.does(c, 'screenings/_start', { personAgrees: true })
    await course.does(c, 'screenings', { facts: { falls12m: 2, concern: 'yes', injury: 'yes' } })
    await course.does(c, 'analyses')
    const offered = { assignmentId: 'logs-in', code: 'welfareCoach', providerId: 'club', offerId: 'o2' }
    await course.does(c, 'assignments', offered)
    await course.does(c, 'assignments/logs-in/_send')
    expect(await linksOf(course.engine.store, 'answer', 'logs-in')).toEqual([])
  })

  test('accepting shows who it is, once; the second time the link is used', async () => {
    const { token, name, ...one } = await answering()
    const before = await course.visit(token)
    expect(before.status).toBe(200)
    for (const hidden of [name, '020 123 4567', '1945']) expect(before.text).not.toContain(hidden)
    const after = await course.fill(token, { act: 'accept', key: 'k' })
    expect(after.status).toBe(200)
    for (const shown of [name, '020 123 4567']) expect(after.text).toContain(shown)
    expect(await course.stateOf(one)).toBe('accepted')
    for (const again of [await course.visit(token), await course.fill(token, { act: 'accept', key: 'other' })]) {
      expect([again.status, again.text.includes(name)]).toEqual([409, false])
      expect(again.text).toContain('Deze link is al gebruikt')
    }
    expect((await course.act(token, { act: 'accept' })).json).toMatchObject({ status: 409, code: 'linkUsed' })
    const { person_id } = (await loadCase(course.engine.store, one.caseId))!
    const lines = await accessToPerson(course.engine.store, person_id, 50)
    const [link] = await linksOf(course.engine.store, 'answer', one.assignmentId)
    const byLink = lines.filter(({ request_id }) => request_id === `link:${link!.id}`)
    expect(byLink.map(({ action, actor_id, actor_role }) => `${action} ${actor_id} ${actor_role}`).sort()).toEqual([
      'acceptAssignment teacher socialProvider',
      'readAssignment teacher socialProvider',
      'readAssignment teacher socialProvider',
    ])
  })

  test('the same form sent twice counts once and says the same', async () => {
    const { token, ...one } = await answering()
    const [first, second] = [
      await course.fill(token, { act: 'accept', key: 'twice' }),
      await course.fill(token, { act: 'accept', key: 'twice' }),
    ]
    expect(second.text).toBe(first.text)
    expect((await course.state(one.caseId)).assignments[one.assignmentId]!.version).toBe(3)
    const again = await course.act(token, { act: 'accept' }, 'twice')
    expect([again.status, again.headers['idempotent-replayed']]).toEqual([200, 'true'])
    const otherwise = await course.act(token, { act: 'decline', reason: 'full' }, 'twice')
    expect([otherwise.status, otherwise.json.code]).toEqual([409, 'keyReused'])
  })

  test('of twenty who use one link at once one acts, the others hear that it is used', async () => {
    const { token, ...one } = await answering()
    const acts = Array.from({ length: 20 }, (_, index) =>
      course.act(token, index % 2 === 0 ? { act: 'accept' } : { act: 'decline', reason: 'full' }),
    )
    const answers = await Promise.all(acts)
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    const others = answers.filter(({ status }) => status !== 200)
    expect(new Set(others.map(({ status, json }) => `${status} ${json.code}`))).toEqual(new Set(['409 linkUsed']))
    expect((await course.state(one.caseId)).assignments[one.assignmentId]!.version).toBe(3)
  })

  test('looking never acts, however often a program that scans mail opens it', async () => {
    const { token, caseId, assignmentId } = await answering()
    const seen = async () => [
      await loadCase(course.engine.store, caseId),
      await linksOf(course.engine.store, 'answer', assignmentId),
    ]
    const before = await seen()
    for (const url of [`/l/${token}`, `/l/${token}?act=accept&lang=en`, `/v1/links/${token}`])
      for (let times = 0; times < 2; times++) must(await course.ask('GET', url, { role: null }), 200)
    expect(await seen()).toEqual(before)
  })

  test('declining takes a reason, and a note where the reason needs one; then nothing is readable any more', async () => {
    const { token, ...one } = await answering()
    const empty = await course.fill(token, { act: 'decline', key: 'd1', note: 'al vol' })
    expect(empty.status).toBe(400)
    expect(empty.text).toMatch(/<title>Fout: /)
    expect(empty.text).toMatch(/role="alert"[\s\S]*href="#reason"/)
    expect(empty.text).toContain('al vol</textarea>')
    const noteless = await course.fill(token, { act: 'decline', key: 'd1', reason: 'other', note: ' ' })
    expect([noteless.status, /href="#note"/.test(noteless.text)]).toEqual([400, true])
    expect(noteless.text).toMatch(/value="other" checked/)
    expect(await course.stateOf(one)).toBe('sent')
    const done = await course.fill(token, { act: 'decline', key: 'd2', reason: 'other', note: 'verhuisd' })
    expect([done.status, await course.stateOf(one)]).toEqual([200, 'declined'])
    expect(done.text).not.toContain('Amstelveen')
    expect((await course.visit(token)).text).not.toContain('Amstelveen')
  })

  test('withdrawn, or answered by a colleague: the question no longer stands and nothing can be read', async () => {
    const [gone, taken] = [await answering(), await answering()]
    await course.does(gone.caseId, `assignments/${gone.assignmentId}/_withdraw`, { reason: 'anders' })
    await course.does(taken.caseId, `assignments/${taken.assignmentId}/_accept`, { placeConfirmed: true }, 'socialProvider')
    for (const { token } of [gone, taken]) {
      const page = await course.visit(token)
      expect([page.status, page.text.includes('Amstelveen')]).toEqual([409, false])
      for (const body of [{ act: 'accept' }, { act: 'decline', reason: 'full' }])
        expect((await course.act(token, body)).json).toMatchObject({ status: 409, code: 'linkOvertaken' })
    }
    expect([await course.stateOf(gone), await course.stateOf(taken)]).toEqual(['withdrawn', 'accepted'])
  })

  test('after its last day a link is expired; so is the link of somebody who left', async () => {
    const one = await course.sent()
    const linkOf = (more: Partial<LinkRow>) => course.link('answer', one.assignmentId, { case_id: one.caseId, ...more })
    const late = await linkOf({ expires_at: course.engine.clock() })
    await course.supply.account('left', 'club', { login: 0, left_on: '2026-01-05' })
    await course.supply.account('barred', 'club', { login: 0, active: 0 })
    const tokens = [late, await linkOf({ account_id: 'left' }), await linkOf({ account_id: 'barred' })]
    for (const token of tokens) {
      expect((await course.ask('GET', `/v1/links/${token}`, { role: null })).json.code).toBe('linkExpired')
      expect((await course.act(token, { act: 'accept' })).json).toMatchObject({ status: 409, code: 'linkExpired' })
      expect((await course.visit(token)).text).toContain('Deze link is verlopen')
    }
    const { store, clock } = course.engine
    expect(await store.commit([markLinkUsed(store.build, hash('sha256', late), clock())])).toMatchObject({ ok: false, rows: 0 })
    expect(await course.stateOf(one)).toBe('sent')
  })

  test('a link made for one thing does nothing else', async () => {
    const { token, ...one } = await answering()
    const offer = await course.link('offerCheck', 'o1')
    for (const [link, body] of [
      [token, { act: 'confirm' }],
      [token, { act: 'attendance', present: [one.assignmentId], absent: [] }],
      [offer, { act: 'accept' }],
    ] as const)
      expect((await course.act(link, body)).json).toMatchObject({ status: 409, code: 'linkForOther' })
    expect((await course.fill(token, { act: 'confirm', key: 'x' })).status).toBe(409)
    expect([await course.stateOf(one), (await course.visit(offer)).status]).toEqual(['sent', 200])
  })

  test('still right: one click, and the offer stands as checked for half a year', async () => {
    const token = await course.link('offerCheck', 'o1')
    expect((await course.visit(token)).text).toContain('Klopt nog</button>')
    expect((await course.fill(token, { act: 'confirm', key: 'c1' })).status).toBe(200)
    const offer = await loadOffer(course.engine.store, 'o1')
    expect(offer).toMatchObject({ last_checked_on: '2026-01-05', next_check_on: '2026-07-05', version: 2 })
    expect((await course.fill(token, { act: 'confirm', key: 'c2' })).status).toBe(409)
    const [event] = await latestSupplyEvents(course.engine.store, 'offer', 'o1', null, 1)
    expect(event).toMatchObject({ action: 'confirmed', actor_id: 'teacher' })
    expect(event!.request_id).toMatch(/^link:/)
  })

  test('change: what is not right stands in the history of the offer, and the coordinator is told', async () => {
    await course.supply.offer('o9', { owner_id: 'teacher' })
    const token = await course.link('offerCheck', 'o9')
    expect((await course.fill(token, { act: 'askChange', key: 'a1', text: ' ' })).text).toMatch(/href="#text"/)
    const done = await course.fill(token, { act: 'askChange', key: 'a2', text: 'De groep is nu op dinsdag.\r\nEn duurder.' })
    expect(done.status).toBe(200)
    const history = must(await course.ask('GET', '/v1/offers/o9/history', { role: 'coordinator' }), 200).json.items
    expect(history[0]).toMatchObject({ action: 'changeAsked', actorId: 'teacher', actionWords: 'wijziging gevraagd' })
    const { build, read } = course.engine.store
    const notices = await read(build.selectFrom('delivery').selectAll().where('kind', '=', 'task').compile())
    expect(notices.map(({ target_id }) => target_id)).toContain('some-coordinator')
    const [event] = await latestSupplyEvents(course.engine.store, 'offer', 'o9', null, 1)
    expect(JSON.parse(Buffer.from(event!.payload).toString()).changeAsked).toBe('De groep is nu op dinsdag.\nEn duurder.')
  })

  test('twenty who confirm an offer at once: one does, and it is checked once', async () => {
    await course.supply.offer('o8', { owner_id: 'teacher' })
    const token = await course.link('offerCheck', 'o8')
    const answers = await Promise.all(Array.from({ length: 20 }, () => course.act(token, { act: 'confirm' })))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array.from({ length: 19 }, () => 409)])
    expect((await loadOffer(course.engine.store, 'o8'))!.version).toBe(2)
  })

  test('a link that was never given out is not there, in the same words always; who keeps guessing has to wait', async () => {
    const { token } = await answering()
    const fresh = buildApp({ engine: course.engine, demoClock: null, logger: false })
    const from = (remoteAddress: string, method: 'GET' | 'POST', url: string) =>
      fresh.inject({
        method,
        url,
        remoteAddress,
        headers: { 'idempotency-key': 'g' },
        ...(method === 'POST' ? { payload: { act: 'accept' } } : {}),
      })
    const guess = (index: number) => `${String(index).padStart(4, '0')}${'A'.repeat(18)}`
    const pages = [
      await from('10.0.0.1', 'GET', `/l/${guess(1)}`),
      await from('10.0.0.1', 'GET', `/l/${guess(2)}`),
      await from('10.0.0.1', 'GET', '/l/x'),
    ]
    expect(new Set(pages.map(({ statusCode, body }) => `${statusCode} ${body}`)).size).toBe(1)
    expect(pages[0]!.statusCode).toBe(404)
    const unlike = ({ body }: { body: string }) => ({ ...JSON.parse(body), instance: '' })
    const [known, unknown] = [
      await from('10.0.0.1', 'GET', '/v1/nothing'),
      await from('10.0.0.1', 'GET', `/v1/links/${guess(3)}`),
    ]
    expect(unlike(unknown)).toEqual(unlike(known))
    for (let index = 4; index <= 10; index++)
      expect((await from('10.0.0.1', index % 2 === 0 ? 'POST' : 'GET', `/v1/links/${guess(index)}`)).statusCode).toBe(404)
    for (const [method, url] of [
      ['GET', `/l/${guess(11)}`],
      ['GET', `/v1/links/${token}`],
      ['POST', `/v1/links/${token}`],
    ] as const) {
      const slowed = await from('10.0.0.1', method, url)
      expect([slowed.statusCode, slowed.headers['retry-after']]).toEqual([429, '600'])
    }
    expect((await from('10.0.0.2', 'GET', `/l/${token}`)).statusCode).toBe(200)
    const now = course.engine.clock()
    course.setClock(new Date(Date.parse(now) + 600_000).toISOString())
    expect((await from('10.0.0.1', 'GET', `/l/${token}`)).statusCode).toBe(200)
    course.setClock(now)
  })
})
