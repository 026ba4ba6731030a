// What a receiver will see, asked for before it is sent, kept as it was sent, and changed only by sending it again.
import { describe, expect, test } from 'vitest'
import { databases } from '../support/databases.ts'
import { screeningOf } from '../support/given-case.ts'
import { must, type TestApp, testApp } from '../support/test-app.ts'

const decision = {
  way: 'assignment',
  assignmentId: 'a1',
  intervention: 'inBalans',
  domain: 'social',
  providerId: 'club',
  goal: 'weer dansen',
  consentGiven: true,
  redFlagsChecked: true,
  reasonForDeviation: 'wens',
}

/** Decided on, not sent yet. */
async function decided(app: TestApp): Promise<string> {
  const c = await app.signalled()
  await app.does(c, 'screenings/_start', { personAgrees: true })
  await app.does(c, 'screenings', { facts: screeningOf.moderate })
  await app.does(c, 'decisions', decision)
  return c
}

type Line = { category: string; lines: string[] }

describe.each(databases)('$name', (database) => {
  test('before anything is recorded the nurse reads what the receiver would read, for an organisation and for an offer', async () => {
    const app = await testApp(await database.open())
    const c = await decided(app)
    const would = async (body: object) => app.ask('POST', `/v1/cases/${c}/receiver-views`, { body })
    const { view } = must(await would({ code: 'inBalans', providerId: 'club', domain: 'social', stage: 'before' }), 200).json
    await app.does(c, 'assignments/a1/_send')
    expect(must(await app.ask('GET', '/v1/inbox/a1', { role: 'socialProvider' }), 200).json.view).toEqual(view)
    expect(view.summary).toMatch(/^Beweegaanbieder in het sociaal domein ziet: .*\. Ziet niet: .*medicijnen/)
    expect(view.shown.map(({ category }: Line) => category)).not.toContain('name')
    const care = must(await would({ code: 'inBalans', providerId: 'club', domain: 'care' }), 200).json
    expect(care.view.receiver).toBe('careProvider')
    expect(must(await would({ code: 'homeCheck' }), 200).json.view.receiver).toBe('socialWelfare')
    const goal = 'weer naar de markt'
    const withGoal = must(await would({ code: 'inBalans', providerId: 'club', domain: 'care', goal }), 200).json.view
    expect(withGoal.shown.find(({ category }: Line) => category === 'goal').lines).toEqual([goal])
    for (const [body, pointer] of [
      [{ code: 'nothing' }, '/code'],
      [{ code: 'inBalans', offerId: 'nothing' }, '/offerId'],
      [{ code: 'inBalans', providerId: 'practice-1' }, '/providerId'],
    ] as const) {
      const answer = await would(body)
      expect([answer.status, answer.json.errors[0].pointer]).toEqual([400, pointer])
    }
  })

  test('what is sent stays as it was sent; a correction shows only when somebody sends it again', async () => {
    const app = await testApp(await database.open())
    const c = await decided(app)
    const read = async (stage: string, language = 'nl') =>
      must(
        await app.ask('GET', `/v1/cases/${c}/assignments/a1/receiver-view?stage=${stage}`, {
          headers: { 'accept-language': language },
        }),
        200,
      ).json
    const again = (version: number, role: 'practiceNurse' | 'socialProvider' = 'practiceNurse', key?: string) =>
      app.ask('POST', `/v1/cases/${c}/assignments/a1/receiver-views`, {
        body: {},
        role,
        headers: { 'if-match': `"a1.${version}"` },
        ...(key === undefined ? {} : { key }),
      })
    const before = { nl: await read('after'), en: await read('after', 'en') }
    expect(before.nl.sent).toBeNull()
    expect((await again(1)).json).toMatchObject({ status: 409, code: 'notAtReceiver' })

    await app.does(c, 'assignments/a1/_send')
    const sent = await read('after')
    expect(sent.sent).toMatchObject({ number: 1 })
    expect(sent.view).toEqual(before.nl.view)
    expect((await read('after', 'en')).view).toEqual(before.en.view)
    expect((await again(2)).json.code).toBe('nothingNew')

    await app.does(c, 'corrections', { fact: 'fractureRisk', value: 'yes', reason: 'alsnog gezien' })
    const later = await read('after')
    expect([later.changed, later.sent.number, later.view]).toEqual([true, 1, before.nl.view])
    const toSendAgain = async () => must(await app.ask('GET', '/v1/outgoing'), 200).json.items[0].toSendAgain
    expect(await toSendAgain()).toBe(true)
    expect((await again(2, 'socialProvider')).status).toBe(403)
    expect((await again(7)).json).toMatchObject({ status: 412, current: 2 })
    const done = must(await again(2, 'practiceNurse', 'again'), 201)
    expect(done.json).toMatchObject({ assignmentId: 'a1', number: 2 })
    expect((await again(2, 'practiceNurse', 'again')).headers['idempotent-replayed']).toBe('true')
    const now = await read('after')
    expect([now.changed, now.sent.number, await toSendAgain()]).toEqual([false, 2, false])
    expect(now.view.shown.find(({ category }: Line) => category === 'safety').lines).toContain(
      'kwetsbare botten: pas de oefeningen aan, niet springen en niet met kracht buigen of draaien',
    )
  })

  test('who may not see a name does not read it in the view of a receiver either', async () => {
    const app = await testApp(await database.open())
    const c = await decided(app)
    await app.does(c, 'assignments/a1/_send')
    const of = `/v1/cases/${c}/assignments/a1/receiver-view`
    for (const role of ['coordinator', 'socialProvider', 'person'] as const) {
      const body = { code: 'inBalans', domain: 'social' }
      const answers = [await app.ask('GET', of, { role }), await app.ask('POST', `/v1/cases/${c}/receiver-views`, { body, role })]
      expect(answers.map(({ status, json }) => [status, json.code])).toEqual([
        [403, 'notYourRole'],
        [403, 'notYourRole'],
      ])
    }
  })

  test('a birthday is no correction, and of what never was an assignment there is no view', async () => {
    const app = await testApp(await database.open())
    const c = await decided(app)
    await app.does(c, 'assignments/a1/_send')
    app.setClock('2026-06-02T09:00:00Z')
    const { changed } = must(await app.ask('GET', `/v1/cases/${c}/assignments/a1/receiver-view`), 200).json
    expect(changed).toBe(false)
    expect((await app.ask('GET', `/v1/cases/${c}/assignments/nothing/receiver-view`)).status).toBe(404)
    expect((await app.ask('GET', `/v1/cases/${c}/assignments/a1/receiver-view?stage=now`)).status).toBe(400)
  })
})
