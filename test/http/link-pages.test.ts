// The pages behind links: what is typed stays text, what no page sends is refused, no script, and nothing of a token anywhere.
import { hash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { buildApp } from '../../src/http/app.ts'
import { type Course, someCourse } from '../support/course.ts'
import { databases, sqliteDatabase } from '../support/databases.ts'

const hostile = `"><script>alert('x')</script>&lt;`

describe.each(databases)('$name', (database) => {
  let course: Course

  beforeAll(async () => {
    course = await someCourse(await database.open())
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
    const check = await evil.link('offerCheck', 'o3')
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
    const meeting = await evil.link('attendance', 'm1')
    pages.push(await evil.visit(meeting), await evil.fill(meeting, { act: 'attendance', people: one.assignmentId, key: hostile }))
    const list = await evil.ask('GET', '/v1/course-runs/r1/attendance-list?format=html', { role: 'socialProvider' })
    pages.push(list)
    for (const { text } of pages) {
      expect(text).not.toMatch(/<script|alert\('|<\/textarea>"/i)
      expect(text.match(/<textarea/g)?.length).toBe(text.match(/<\/textarea>/g)?.length)
    }
    for (const index of [1, 3, 4, 7, 9]) expect(pages[index]!.text).toContain('&quot;&gt;&lt;script&gt;')
  })

  test('forms that no page of ours sends are refused in words, and change nothing', async () => {
    const one = await course.sent()
    const token = await course.token('answer', one.assignmentId)
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
