// My plan over HTTP: the same content as data, page and PDF; a code with a birth year, five tries, a calendar file, and "I cannot come".
import { beforeAll, describe, expect, test } from 'vitest'
import { codeOf } from '../../src/engine/plan-codes.ts'
import { planMessages } from '../../src/store/plans.ts'
import { statement } from '../../src/store/store.ts'
import { type Course, someCourse } from '../support/course.ts'
import { databases } from '../support/databases.ts'
import { must } from '../support/test-app.ts'

type Sent = Awaited<ReturnType<Course['sent']>>

describe.each(databases)('$name', (database) => {
  let course: Course
  beforeAll(async () => {
    course = await someCourse(await database.open())
  })

  const codeFor = async ({ caseId }: Sent): Promise<string> =>
    must(await course.ask('POST', `/v1/cases/${caseId}/plan-codes`, { body: {} }), 201).json.code
  const post = async (code: string, fields: { readonly [name: string]: string }, lang = 'nl') => {
    const answer = await course.app.inject({
      method: 'POST',
      url: `/p/${code}?lang=${lang}`,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams(fields).toString(),
    })
    return { status: answer.statusCode, text: answer.body, headers: answer.headers }
  }
  const yearOf = async ({ caseId }: Sent): Promise<string> => {
    const { personId } = await course.state(caseId)
    return must(await course.ask('GET', `/v1/people/${personId}`), 200).json.details.birthDate.slice(0, 4)
  }
  const proofIn = (text: string): string => /name="proof" value="([^"]+)"/.exec(text)?.[1] ?? ''
  const planned = async () => {
    const one = await course.accepted()
    await course.does(one.caseId, `assignments/${one.assignmentId}/_plan`, { startsOn: '2026-02-02' }, 'socialProvider')
    return one
  }

  test('the practice gets it as data, as a page and as a PDF, and each look is logged', async () => {
    const one = await course.sent('Mw. Jansen')
    const address = `/v1/cases/${one.caseId}/plan`
    const { json } = must(await course.ask('GET', address), 200)
    expect(json.document.title).toBe('Mijn plan om stevig te staan')
    expect(json.code).toBeNull()
    const page = must(await course.ask('GET', `${address}?format=html`), 200)
    const pdf = must(await course.ask('GET', `${address}?format=pdf`), 200)
    expect([page.headers['content-type'], pdf.headers['content-type']]).toEqual(['text/html; charset=utf-8', 'application/pdf'])
    expect(page.text).toContain('Mw. Jansen')
    expect(pdf.bytes.subarray(0, 5).toString()).toBe('%PDF-')
    expect(JSON.stringify(pdf.headers)).not.toContain('Jansen')
    const { personId } = await course.state(one.caseId)
    const log = must(await course.ask('GET', `/v1/people/${personId}/access-log`), 200).json.items
    expect(log.filter(({ action }: { action: string }) => action === 'readPlan')).toHaveLength(3)
    must(await course.ask('GET', address, { role: 'socialProvider' }), 403)
    must(await course.ask('GET', address, { role: 'coordinator' }), 403)
  })

  test('a code with the birth year opens the same; the code stands nowhere in the database', async () => {
    const one = await course.accepted()
    const code = await codeFor(one)
    expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{10}$/)
    const door = await course.app.inject({ method: 'GET', url: `/p/${code}` })
    const nobody = await course.app.inject({ method: 'GET', url: '/p/0000000000' })
    expect(door.body).toBe(nobody.body)
    expect(door.body).not.toContain(one.name)
    const opened = await post(code, { act: 'open', year: await yearOf(one) })
    expect(opened.status).toBe(200)
    expect(opened.text).toContain(one.name)
    expect(opened.text).not.toMatch(/<script/)
    expect(opened.headers['set-cookie']).toBeUndefined()
    const typed = `${code.slice(0, 5)} ${code.slice(5)}`.toLowerCase()
    expect((await post(encodeURIComponent(typed), { act: 'open', year: await yearOf(one) }, 'en')).text).toContain('My plan')
    const plan = must(await course.ask('GET', `/v1/cases/${one.caseId}/plan`), 200).json
    expect(plan.code).toMatchObject({ code, tries: 0 })
    const { build } = course.engine.store
    const rows = await course.engine.store.read(build.selectFrom('plan_code').selectAll().compile())
    const commands = await course.engine.store.read(build.selectFrom('command').selectAll().compile())
    const stored = JSON.stringify(rows) + commands.map(({ answer }) => Buffer.from(answer).toString()).join()
    expect(stored).not.toContain(code)
    expect(rows.some(({ id }) => codeOf(course.engine, id) === code)).toBe(true)
  })

  test('after five wrong years nobody gets in, and a number to call is shown; a new code ends the old one', async () => {
    const one = await course.sent()
    const code = await codeFor(one)
    const tries = []
    for (let index = 0; index < 5; index++) tries.push(await post(code, { act: 'open', year: '1900' }))
    expect(tries.map(({ status }) => status)).toEqual([400, 400, 400, 400, 429])
    expect(tries[0]!.text).toContain('Dit klopt niet')
    const right = await post(code, { act: 'open', year: await yearOf(one) })
    expect(right.status).toBe(429)
    expect(right.text).toContain('Bel ons even')
    expect(right.text).not.toContain(one.name)
    const fresh = await codeFor(one)
    expect((await post(fresh, { act: 'open', year: await yearOf(one) })).status).toBe(200)
    expect((await post(code, { act: 'open', year: await yearOf(one) })).status).toBe(400)
  })

  test('what goes along instead of a cookie lasts half an hour, and for this code alone', async () => {
    const [one, other] = [await course.accepted(), await course.accepted()]
    const [code, elsewhere] = [await codeFor(one), await codeFor(other)]
    const mine = await planned()
    const withForms = await codeFor(mine)
    const proof = proofIn((await post(withForms, { act: 'open', year: await yearOf(mine) })).text)
    expect(proof).not.toBe('')
    expect((await post(withForms, { act: 'open', proof })).status).toBe(200)
    for (const wrong of [code, elsewhere]) expect((await post(wrong, { act: 'open', proof })).text).toContain('Dit klopt niet')
    expect((await post(withForms, { act: 'open', proof: `${proof.slice(0, -2)}xx` })).status).toBe(400)
  })

  test('an appointment goes into a calendar without a word about whom, and cancelling reaches the practice once', async () => {
    const one = await planned()
    const code = await codeFor(one)
    const { text } = await post(code, { act: 'open', year: await yearOf(one) })
    expect(text).toContain('maandag 2 februari')
    const form = { proof: proofIn(text), assignment: one.assignmentId }
    const agenda = await post(code, { ...form, act: 'calendar' })
    expect(agenda.headers['content-type']).toBe('text/calendar; charset=utf-8')
    expect(agenda.text).toContain('20260202')
    expect(agenda.text).not.toContain(one.name)
    for (let index = 0; index < 2; index++) {
      const said = await post(code, { ...form, act: 'cannotCome' })
      expect([said.status, said.text.includes('Wij geven het door')]).toEqual([200, true])
    }
    expect(await planMessages(course.engine.store, one.caseId)).toHaveLength(1)
    const { told } = must(await course.ask('GET', `/v1/cases/${one.caseId}/plan`), 200).json
    expect(told).toMatchObject([{ assignmentId: one.assignmentId, on: '2026-02-02' }])
    expect((await post(code, { ...form, assignment: 'nothing', act: 'cannotCome' })).status).toBe(409)
  })

  const clubLogsIn = async (login: 0 | 1) => {
    const { build, commit } = course.engine.store
    const changed = build.updateTable('account').set({ login }).where('organisation_id', '=', 'club')
    expect(await commit([statement(changed)])).toEqual({ ok: true })
  }

  test('who cannot come is read by the provider and by the practice, and there is no word of it in the mails', async () => {
    await clubLogsIn(1)
    const one = await planned()
    const read = async () => {
      const { items } = must(await course.ask('GET', '/v1/inbox?tab=accepted', { role: 'socialProvider' }), 200).json
      const whole = must(await course.ask('GET', `/v1/inbox/${one.assignmentId}`, { role: 'socialProvider' }), 200).json
      return [
        items.find((line: { assignmentId: string }) => line.assignmentId === one.assignmentId).cannotCome,
        whole.cannotComeSince,
      ]
    }
    expect(await read()).toEqual([false, null])
    const code = await codeFor(one)
    const { text } = await post(code, { act: 'open', year: await yearOf(one) })
    const form = { proof: proofIn(text), assignment: one.assignmentId }
    const said = await post(code, { ...form, act: 'cannotCome' })
    expect(said.text).toContain('en Praktijk (verzonnen) horen dat u niet kunt komen op maandag 2 februari')
    expect((await post(code, { ...form, act: 'open' })).text).toContain('U hebt gezegd dat u niet kunt komen')
    expect(await read()).toEqual([true, expect.stringMatching(/^2026-/)])
    const { items } = must(await course.ask('GET', '/v1/feedback'), 200).json
    const lines = items.filter(({ assignmentId }: { assignmentId: string }) => assignmentId === one.assignmentId)
    expect(lines[0]).toMatchObject({ moment: 'cannotCome', occurredOn: '2026-02-02' })
    const { build } = course.engine.store
    const mails = await course.engine.store.read(
      build.selectFrom('delivery').selectAll().where('kind', '=', 'cannotCome').where('case_id', '=', one.caseId).compile(),
    )
    expect(new Set(mails.map(({ target_id }) => target_id))).toEqual(new Set(['some-practiceNurse', 'teacher']))
    expect(mails.map(({ payload }) => Buffer.from(payload).toString()).join()).not.toContain(one.name)
    // Another day ends it: what was said was about that day alone.
    await course.does(one.caseId, `assignments/${one.assignmentId}/_plan`, { startsOn: '2026-02-09' }, 'socialProvider')
    expect(await read()).toEqual([false, null])
  })

  test('where nobody at the provider can read it here, the practice hears that it has to phone', async () => {
    const one = await planned()
    await clubLogsIn(0)
    const code = await codeFor(one)
    const { text } = await post(code, { act: 'open', year: await yearOf(one) })
    const said = await post(code, { proof: proofIn(text), assignment: one.assignmentId, act: 'cannotCome' })
    expect(said.text).toContain('<p>Praktijk (verzonnen) hoort dat u niet kunt komen')
    const { items } = must(await course.ask('GET', '/v1/feedback'), 200).json
    expect(items.map(({ moment }: { moment: string }) => moment)).toContain('cannotComePhone')
  })

  test('the pages speak the language that the browser prefers; what is chosen on the page goes before it', async () => {
    const one = await planned()
    const code = await codeFor(one)
    const door = async (preferred: string | null, chosen = '') => {
      const headers = preferred === null ? {} : { 'accept-language': preferred }
      const { body } = await course.app.inject({ method: 'GET', url: `/p/${code}${chosen}`, headers })
      return /<html lang="(\w+)">/.exec(body)?.[1]
    }
    expect(await Promise.all([door(null), door('de'), door('en-GB,en;q=0.9,nl;q=0.8'), door('en', '?lang=nl')])).toEqual([
      'nl',
      'nl',
      'en',
      'nl',
    ])
    // What was the answer to a form is asked for in the other language by the same form.
    const { text } = await post(code, { act: 'open', year: await yearOf(one) })
    const [, address] = /<form method="post" action="([^"]+)">/.exec(text) ?? []
    expect(address).toBe('?lang=en')
    expect((await post(code, { act: 'open', proof: proofIn(text) }, 'en')).text).toContain('My plan to stand firmly')
  })

  test('the letters: exactly what the receiver sees, the report, and the invitation', async () => {
    const one = await course.accepted('Mw. Smit')
    const base = `/v1/cases/${one.caseId}`
    const letter = must(await course.ask('GET', `${base}/assignments/${one.assignmentId}/letter`), 200).json
    const { view } = must(await course.ask('GET', `${base}/assignments/${one.assignmentId}/receiver-view`), 200).json
    const pairs = letter.parts[0].blocks.find(({ is }: { is: string }) => is === 'pairs').pairs
    expect(pairs.flatMap(({ lines }: { lines: string[] }) => lines)).toEqual(
      view.shown.flatMap(({ lines }: { lines: string[] }) => lines),
    )
    // Before it is sent it is to be seen word for word as it will be.
    const chosen = { code: 'welfareCoach', offerId: 'o1' }
    const open = await course.sent()
    const sent = must(await course.ask('GET', `/v1/cases/${open.caseId}/assignments/${open.assignmentId}/letter`), 200).json
    expect(must(await course.ask('POST', `/v1/cases/${open.caseId}/letters`, { body: chosen }), 200).json).toEqual(sent)
    expect(JSON.stringify(sent)).toContain('uiterlijk op')
    must(await course.ask('POST', `${base}/letters`, { body: { code: 'nothing' } }), 400)
    must(await course.ask('POST', `${base}/letters`, { body: chosen, role: 'coordinator' }), 403)
    const report = must(await course.ask('GET', `${base}/assignments/${one.assignmentId}/report`), 200).json
    expect(JSON.stringify(report)).toContain('Mw. Smit')
    for (const part of ['invitation', `assignments/${one.assignmentId}/letter`, `assignments/${one.assignmentId}/report`])
      for (const [format, type] of [
        ['html', 'text/html; charset=utf-8'],
        ['pdf', 'application/pdf'],
      ] as const)
        expect(must(await course.ask('GET', `${base}/${part}?format=${format}`), 200).headers['content-type']).toBe(type)
    must(await course.ask('GET', `${base}/assignments/nothing/letter`), 404)
    must(await course.ask('GET', `${base}/assignments/${one.assignmentId}/letter`, { role: 'socialProvider' }), 403)
  })
})
