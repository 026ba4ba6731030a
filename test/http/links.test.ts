// Links: one act for somebody without an account, on both databases. What they show, when they are over, and what they never give away.
import { hash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { tokenOf } from '../../src/engine/links.ts'
import { buildApp } from '../../src/http/app.ts'
import { accessToPerson } from '../../src/store/access-log.ts'
import { loadCase } from '../../src/store/cases.ts'
import { insertLink, linksOf, markLinkUsed } from '../../src/store/links.ts'
import { loadOffer } from '../../src/store/offers.ts'
import { latestSupplyEvents } from '../../src/store/supply-events.ts'
import type { LinkRow } from '../../src/store/tables.ts'
import { type Course, someCourse } from '../support/course.ts'
import { databases, sqliteDatabase } from '../support/databases.ts'
import { must } from '../support/test-app.ts'

const hostile = `"><script>alert('x')</script>&lt;`

/** A link that somebody made by hand, for the teacher. */
async function linkFor(course: Course, row: Partial<LinkRow> & Pick<LinkRow, 'purpose' | 'subject_id'>): Promise<string> {
  const { engine } = course
  const id = engine.newId()
  const token = tokenOf(engine, id)
  const link = { case_id: null, account_id: 'teacher', expires_at: '2026-12-01T17:00:00Z', used_at: null, ...row }
  const stored = { id, token_hash: hash('sha256', token), created_at: engine.clock(), ...link }
  await engine.store.commit([insertLink(engine.store.build, stored)])
  return token
}

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
    const about = { purpose: 'answer', subject_id: one.assignmentId, case_id: one.caseId } as const
    const late = await linkFor(course, { ...about, expires_at: course.engine.clock() })
    await course.supply.account('left', 'club', { login: 0, left_on: '2026-01-05' })
    await course.supply.account('barred', 'club', { login: 0, active: 0 })
    const tokens = [
      late,
      await linkFor(course, { ...about, account_id: 'left' }),
      await linkFor(course, { ...about, account_id: 'barred' }),
    ]
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
    const offer = await linkFor(course, { purpose: 'offerCheck', subject_id: 'o1' })
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
    const token = await linkFor(course, { purpose: 'offerCheck', subject_id: 'o1' })
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
    const token = await linkFor(course, { purpose: 'offerCheck', subject_id: 'o9' })
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
    const token = await linkFor(course, { purpose: 'offerCheck', subject_id: 'o8' })
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

  test('whatever is typed into a field is shown as text and never as markup', async () => {
    const evil = await someCourse(await database.open())
    const named = { name: `Mw. ${hostile}`, phone: hostile.slice(0, 40) }
    await evil.supply.account('evil', 'club', { login: 0, details: Buffer.from(JSON.stringify(named)) })
    await evil.supply.offer('o3', {
      code: 'welfareCoach',
      owner_id: 'evil',
      contact_id: 'evil',
      details: { name: `Aanbod ${hostile}`, description: hostile, forWhom: { note: hostile } },
    })
    const one = await evil.sent(`Mw. ${hostile}`, { street: hostile, city: hostile, phone: hostile.slice(0, 40) })
    const token = await evil.token('answer', one.assignmentId)
    const check = await linkFor(evil, { purpose: 'offerCheck', subject_id: 'o3' })
    const pages = [
      await evil.visit(token),
      await evil.fill(token, { act: 'decline', key: `${hostile.replaceAll(' ', '')}`, note: `</textarea>${hostile}` }),
      await evil.fill(token, { act: 'decline', reason: hostile, key: 'x' }),
      await evil.fill(token, { act: 'accept', key: 'y' }),
      await evil.visit(check),
      await evil.fill(check, { act: 'askChange', key: 'z', text: '' }),
      await evil.visit(`${hostile}`.replaceAll('/', '')),
    ]
    evil.setClock('2026-02-02T12:00:00Z')
    const meeting = await linkFor(evil, { purpose: 'attendance', subject_id: 'm1' })
    pages.push(await evil.visit(meeting), await evil.fill(meeting, { act: 'attendance', people: one.assignmentId, key: hostile }))
    const list = await evil.ask('GET', '/v1/course-runs/r1/attendance-list', { role: 'socialProvider' })
    pages.push(list)
    for (const { text } of pages) {
      expect(text).not.toMatch(/<script|alert\('|<\/textarea>"/i)
      expect(text.match(/<textarea/g)?.length).toBe(text.match(/<\/textarea>/g)?.length)
    }
    for (const index of [1, 3, 4, 7, 9]) expect(pages[index]!.text).toContain('&quot;&gt;&lt;script&gt;')
  })

  test('forms that no page of ours sends are refused in words, and change nothing', async () => {
    const { token, ...one } = await answering()
    const post = async (payload: string, type = 'application/x-www-form-urlencoded') => {
      const answer = await course.app.inject({ method: 'POST', url: `/l/${token}`, headers: { 'content-type': type }, payload })
      expect([answer.statusCode, answer.headers['content-type']]).toEqual([400, 'text/html; charset=utf-8'])
      expect(answer.body).toContain('niets bewaard')
    }
    for (const body of [
      '',
      'act=',
      'act=nothing',
      'act=accept&act=accept',
      'act=%ff',
      'act=%',
      'act=accept%00',
      'act=attendance&people=',
      'act=\u00e9',
    ])
      await post(body)
    await post(`act=decline&reason=full&note=${'x'.repeat(70_000)}`)
    for (const type of ['application/json', 'text/plain', 'multipart/form-data']) await post('{"act":"accept"}', type)
    const long = await course.fill(token, { act: 'decline', reason: 'full', note: 'x'.repeat(4001), key: 'l' })
    expect([long.status, /href="#note"/.test(long.text)]).toEqual([400, true])
    expect(await course.stateOf(one)).toBe('sent')
    // And no other address takes a form, so that no page elsewhere can make a browser send one.
    const elsewhere = await course.app.inject({
      method: 'POST',
      url: '/v1/people',
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        'valpad-actor': 'some-practiceNurse',
        'idempotency-key': 'f',
      },
      payload: 'name=x',
    })
    expect([elsewhere.statusCode, elsewhere.json().errors[0].code]).toEqual([400, 'contentType'])
  })
})

describe('one page', () => {
  test('holds no script, allows its own style alone, leaves no trace, and speaks the language that was asked for', async () => {
    const course = await someCourse(await sqliteDatabase.open())
    const one = await course.sent()
    const token = await course.token('answer', one.assignmentId)
    for (const [lang, title] of [
      ['nl', 'Een nieuwe opdracht voor u'],
      ['en', 'A new assignment for you'],
    ] as const) {
      const { text, headers } = await course.visit(token, lang)
      expect(text).toContain(`<html lang="${lang}">`)
      expect(text).toContain(`<title>${title} – Valpad</title>`)
      expect(text).not.toMatch(/<script|\son\w+=|style=|<img|<iframe|<link|javascript:|src=/i)
      const style = /<style>([\s\S]*)<\/style>/.exec(text)![1]!
      const policy = String(headers['content-security-policy'])
      expect(policy).toContain(`style-src 'sha256-${hash('sha256', style, 'base64')}'`)
      expect(policy).toMatch(/^default-src 'none'; .*form-action 'self'.*frame-ancestors 'none'/)
      expect(policy).not.toMatch(/unsafe|\*|http/)
      expect(headers).toMatchObject({
        'cache-control': 'no-store',
        'referrer-policy': 'no-referrer',
        'x-robots-tag': 'noindex, nofollow, noarchive',
        'content-language': lang,
      })
      expect(headers['set-cookie']).toBeUndefined()
      const ids = [...text.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id)
      expect(new Set(ids).size).toBe(ids.length)
      for (const [, id] of text.matchAll(/(?:for|aria-labelledby|aria-describedby)="([^"]+)"/g)) expect(ids).toContain(id)
      expect(text.match(/class="btn main"/g)).toHaveLength(1)
    }
  })

  test('no token stands in the database or in a line of the log', async () => {
    const url = await sqliteDatabase.freshUrl()
    const course = await someCourse(await sqliteDatabase.open(url))
    const lines: string[] = []
    const stream = { write: (line: string) => void lines.push(line) }
    const app = buildApp({ engine: course.engine, demoClock: null, logger: { level: 'trace', stream } })
    const tokens: string[] = []
    for (let index = 0; index < 3; index++) {
      const one = await course.sent()
      const token = await course.token('answer', one.assignmentId)
      tokens.push(token)
      for (const path of [
        `/l/${token}`,
        `/l/${token}/`,
        `/l/${token}/x?y`,
        `//l/${token}`,
        `/L/${token}`,
        `/v1/links/${token}`,
        `/v1/links/${token}/x`,
      ])
        await app.inject({ method: 'GET', url: path })
      await app.inject({
        method: 'POST',
        url: `/v1/links/${token}`,
        headers: { 'idempotency-key': 'k' },
        payload: { act: 'accept' },
      })
    }
    await app.close()
    expect(lines.length).toBeGreaterThan(20)
    const log = lines.join('')
    expect(log).toContain('/l/***')
    for (const token of tokens) expect(log.toLowerCase()).not.toContain(token.toLowerCase())
    const files = readdirSync(dirname(url)).filter((file) => file.startsWith(basename(url)))
    expect(files.length).toBeGreaterThan(1)
    const bytes = Buffer.concat(files.map((file) => readFileSync(join(dirname(url), file))))
    // The hash is there, so the row is; the token is not, as text or as bytes.
    for (const token of tokens) {
      expect(bytes.includes(hash('sha256', token))).toBe(true)
      expect([bytes.includes(token), bytes.includes(Buffer.from(token, 'base64url'))]).toEqual([false, false])
    }
  })
})
