// Canaries: nothing that leaves the system says who somebody is, what ails them or what they do about it; every mail, calendar file and webhook, decoded.

import { createTransport } from 'nodemailer'
import PostalMime from 'postal-mime'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { pathwayVersions } from '../../pathways/versions.ts'
import { buildApp } from '../../src/http/app.ts'
import { canaries, canaryLife } from '../support/canary-life.ts'
import { sqliteDatabase } from '../support/databases.ts'
import { hookReceiver } from '../support/hook-receiver.ts'
import { mailServer } from '../support/mail-server.ts'
import type { Sending } from '../support/sending.ts'

const smtp = await mailServer()
const hooks = await hookReceiver()
afterAll(() => Promise.all([smtp.close(), hooks.close()]))

type Piece = { readonly where: string; readonly text: string }

/** Everything that arrived, as a reader and as a wire-tapper sees it. */
async function pieces(): Promise<Piece[]> {
  const all: Piece[] = []
  for (const [index, { bytes, to }] of smtp.received.entries()) {
    const mail = await PostalMime.parse(bytes, { attachmentEncoding: 'utf8' })
    const name = `mail ${index}`
    all.push({ where: `${name} raw`, text: bytes.toString('utf8') }, { where: `${name} envelope`, text: to.join() })
    for (const { key, value } of mail.headers) all.push({ where: `${name} ${key}`, text: value })
    all.push({ where: `${name} subject`, text: mail.subject ?? '' })
    all.push({ where: `${name} text`, text: mail.text ?? '' }, { where: `${name} html`, text: mail.html ?? '' })
    for (const { filename, content } of mail.attachments)
      all.push({ where: `${name} ${filename}`, text: `${filename} ${String(content).replaceAll(/\r?\n /g, '')}` })
  }
  for (const [index, { path, headers, body }] of hooks.received.entries())
    all.push({ where: `webhook ${index}`, text: `${path} ${JSON.stringify(headers)} ${JSON.stringify(JSON.parse(body))}` })
  const app = buildApp({ engine: sending.engine, demoClock: null, logger: false })
  const calendar = await app.inject({ url: '/v1/course-runs/spring/calendar.ics', headers: { 'valpad-actor': 'sam' } })
  expect(calendar.body).toContain('SUMMARY:Bijeenkomst (Valpad)')
  all.push({ where: 'calendar of the course', text: calendar.body.replaceAll('\r\n ', '') })
  await app.close()
  return all
}

/** What a piece says that it may not, whatever the case of its letters. */
function found(all: readonly Piece[], forbidden: readonly string[]): string[] {
  return all.flatMap(({ where, text }) =>
    forbidden.filter((word) => text.toLowerCase().includes(word.toLowerCase())).map((word) => `${where}: ${word}`),
  )
}

const names = pathwayVersions.flatMap(({ rules: { routing, followUps } }) =>
  [...routing.interventions, ...followUps].flatMap(({ id, name }) => [id, name.nl, name.en]),
)

const { word, all: seeded } = canaries()
let sending: Sending
beforeAll(async () => {
  sending = await canaryLife(await sqliteDatabase.open(), smtp, hooks, { word, all: seeded })
}, 120_000)

const forbidden = () => [
  ...seeded,
  ...names,
  'kanarie',
  'spring',
  'welfareCoach',
  'valrisico',
  'valanalyse',
  'fall risk',
  '1941-03',
]

test('a whole life went by, and a lot was said', async () => {
  const rows = await sending.deliveries()
  expect(seeded.length).toBeGreaterThan(30)
  expect(new Set(rows.map(({ kind }) => kind)).size).toBeGreaterThan(8)
  expect(smtp.received.length).toBeGreaterThan(30)
  expect(hooks.received.length).toBeGreaterThan(10)
  const files = (await pieces()).filter(({ where }) => where.endsWith('.ics'))
  expect(
    files.some(({ text }) => text.includes('METHOD:REQUEST')) && files.some(({ text }) => text.includes('METHOD:CANCEL')),
  ).toBe(true)
  const text = (await pieces()).map((one) => one.text).join('\n')
  expect(text).toMatch(/http:\/\/127\.0\.0\.1:8080\/l\/[\w-]{22}/)
})

test('and none of it can be heard outside', async () => {
  expect(found(await pieces(), forbidden())).toEqual([])
})

test('in the end everything was sent, or is no longer needed', async () => {
  const left = (await sending.deliveries()).filter(({ state }) => state !== 'sent' && state !== 'stopped')
  expect(left.map(({ state, kind, target_id }) => `${state} ${kind} ${target_id}`)).toEqual([])
})

test('a canary that is let out is heard, wherever it hides', async () => {
  const before = smtp.received.length
  const planted = seeded[0]!
  const server = createTransport(smtp.url)
  const mail = { from: 'valpad@example.org', to: 'sam@people.example', subject: 'Valpad', text: 'Niets' }
  const split = Buffer.from(`é ${planted}`).toString('utf8')
  const hiding = [
    { ...mail, subject: `é ${planted}` },
    { ...mail, text: `${'é'.repeat(60)} ${planted}` },
    { ...mail, html: `<p>${'é'.repeat(25)}${split}</p>` },
    { ...mail, headers: { 'X-Note': planted } },
    {
      ...mail,
      attachments: [{ filename: 'a.ics', content: `BEGIN:VCALENDAR\r\nSUMMARY:${planted.slice(0, 5)}\r\n ${planted.slice(5)}` }],
    },
  ]
  for (const one of hiding) {
    smtp.received.length = before
    await server.sendMail(one)
    expect(
      found(
        (await pieces()).filter(({ where }) => where.startsWith(`mail ${before} `)),
        forbidden(),
      ),
    ).not.toEqual([])
  }
  smtp.received.length = before
  const escaped = [...planted].map((letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`).join('')
  await fetch(hooks.url, { method: 'POST', body: `{"data":"${escaped}"}` })
  expect(found(await pieces(), forbidden())).toEqual([
    expect.stringMatching(`^webhook \\d+: ${planted}$`),
    expect.stringContaining('kanarie'),
  ])
})
