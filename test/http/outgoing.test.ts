// What a practice sees of what it sent: where it stands, what is stuck, what was told of it, and the text for the GP record.
import { describe, expect, test } from 'vitest'
import { bytesOf } from '../../src/engine/bytes.ts'
import { insertAccount } from '../../src/store/organisations.ts'
import { databases } from '../support/databases.ts'
import { screeningOf } from '../support/given-case.ts'
import { must, type TestApp, testApp } from '../support/test-app.ts'

const provider = 'socialProvider'
type Line = { assignmentId: string; stuck: { code: string } | null; tab: { code: string } }

async function sent(app: TestApp, id: string): Promise<string> {
  const c = await app.signalled()
  await app.does(c, 'screenings/_start', { personAgrees: true })
  await app.does(c, 'screenings', { facts: { ...screeningOf.moderate, tug: 14.5 } })
  await app.does(c, 'decisions', {
    way: 'assignment',
    assignmentId: id,
    intervention: 'inBalans',
    domain: 'social',
    providerId: 'club',
    goal: 'weer dansen',
    consentGiven: true,
    redFlagsChecked: true,
    reasonForDeviation: 'wens',
  })
  await app.does(c, `assignments/${id}/_send`)
  return c
}

const accept = (app: TestApp, c: string, id: string) =>
  app.does(c, `assignments/${id}/_accept`, { placeConfirmed: true }, provider)

describe.each(databases)('$name', (database) => {
  test('what is stuck comes first, in words, page by page; another practice sees nothing', { timeout: 30_000 }, async () => {
    const app = await testApp(await database.open())
    const running = await sent(app, 'running')
    await accept(app, running, 'running')
    await app.does(running, 'assignments/running/_start', {}, provider)
    const unreached = await sent(app, 'unreached')
    await accept(app, unreached, 'unreached')
    await app.does(unreached, 'assignments/unreached/_attempt', { reached: false }, provider)
    const waits = await sent(app, 'waits')
    await app.does(waits, 'assignments/waits/_waitlist', {}, provider)
    await sent(app, 'asked')
    const no = await sent(app, 'no')
    await app.does(no, 'assignments/no/_decline', { reason: 'full' }, provider)
    const list = async (query = '') => must(await app.ask('GET', `/v1/outgoing${query}`), 200).json
    const items: Line[] = []
    for (let cursor = '', pages = 0; pages < 9; pages++) {
      const page = await list(`?limit=2${cursor}`)
      items.push(...page.items)
      if (page.next === null) break
      cursor = `&cursor=${page.next}`
    }
    expect(items.map(({ assignmentId, stuck }) => [assignmentId, stuck?.code ?? null])).toEqual([
      ['asked', 'notAnswered'],
      ['waits', 'waiting'],
      ['unreached', 'notReached'],
      ['running', null],
    ])
    const page = await list()
    // Nobody here has a phone number: without one there is nothing to call.
    expect(
      page.items.map(({ act, need }: { act: { code: string }; need: { words: string } | null }) => [act.code, need?.words]),
    ).toEqual([
      ['case', 'Nog geen antwoord op In Balans.'],
      ['case', 'Wacht op een plaats: In Balans.'],
      ['case', '1 keer gebeld voor In Balans, niet bereikt.'],
      ['case', undefined],
    ])
    const declined = must(await app.ask('GET', '/v1/feedback'), 200).json.items
    expect(declined[0]).toMatchObject({
      moment: 'declined',
      words: 'In Balans is afgewezen.',
      about: 'club, 5 januari 2026. Geen plaats.',
      act: { code: 'otherOffer', words: 'Kies ander aanbod' },
    })
    expect(declined.slice(1).every(({ act }: { act: { code: string } }) => act.code === 'seen')).toBe(true)
    const rows = must(await app.ask('GET', '/v1/worklists?owner=practiceNurse'), 200).json.items
    expect(rows.find(({ caseId }: { caseId: string }) => caseId === no)).toMatchObject({
      need: 'Ander aanbod kiezen: het eerste is afgewezen.',
      about: 'In Balans, club.',
      act: { code: 'otherOffer' },
    })
    expect(page.items[0]).toMatchObject({
      personName: 'Mw. Verzonnen',
      asked: 'In Balans',
      state: { words: 'verstuurd, wacht op antwoord' },
      since: '2026-01-05',
      days: 0,
      clock: { rule: 'TM6' },
      toSendAgain: false,
    })
    expect(page.tabs.find(({ code }: { code: string }) => code === 'gone').count).toBe(1)
    expect((await list('?tab=gone')).items).toMatchObject([{ assignmentId: 'no', stuck: { code: 'declined' } }])
    expect((await app.ask('GET', '/v1/outgoing', { role: provider })).status).toBe(403)
    const stranger = {
      id: 'nurse-elsewhere',
      organisation_id: 'club',
      role: 'practiceNurse' as const,
      details: bytesOf({}),
      active: 1,
      login: 1,
      left_on: null,
      last_seen_on: null,
      version: 1,
    }
    await app.engine.store.commit([insertAccount(app.engine.store.build, stranger)])
    const elsewhere = { role: null, headers: { 'valpad-actor': 'nurse-elsewhere' } }
    for (const path of ['/v1/outgoing', '/v1/feedback']) expect((await app.ask('GET', path, elsewhere)).json.items).toEqual([])
    const { items: told } = must(await app.ask('GET', '/v1/feedback'), 200).json
    const foreign = await app.ask('POST', `/v1/feedback/${told[0].feedbackId}/_read`, { body: {}, ...elsewhere })
    expect(foreign.status).toBe(404)
  })

  test('four moments and the setbacks reach the referrer by themselves, one line each, until they are read', {
    timeout: 30_000,
  }, async () => {
    const app = await testApp(await database.open())
    const c = await sent(app, 'a1')
    await accept(app, c, 'a1')
    for (let n = 0; n < 3; n++) await app.does(c, 'assignments/a1/_attempt', { reached: false }, provider)
    await app.does(c, 'assignments/a1/_start', {}, provider)
    for (let n = 0; n < 2; n++) await app.does(c, 'assignments/a1/sessions', { attended: false }, provider)
    await app.does(c, 'assignments/a1/_stop', { reason: 'te zwaar' }, provider)
    const list = async (query = '') => must(await app.ask('GET', `/v1/feedback${query}`), 200).json
    const { items } = await list()
    expect(items.map(({ moment }: { moment: string }) => moment)).toEqual([
      'stoppedEarly',
      'missed',
      'started',
      'notReached',
      'accepted',
    ])
    expect(items[0]).toMatchObject({
      words: 'Gestopt met In Balans na 1 bijeenkomst.',
      about: 'club, 5 januari 2026. Te zwaar.',
      // After it began, another is chosen by way of the evaluation.
      act: { code: 'evaluation', words: 'Begin evaluatie', phone: null },
      because: 'te zwaar',
      personName: 'Mw. Verzonnen',
      assignmentId: 'a1',
    })
    const english = must(await app.ask('GET', '/v1/feedback', { headers: { 'accept-language': 'en' } }), 200).json.items[4]
    expect([english.words, english.about]).toEqual(['In Balans was accepted.', 'club, 5 January 2026.'])

    const read = (role: 'practiceNurse' | 'generalPractitioner', key: string) =>
      app.ask('POST', `/v1/feedback/${items[0].feedbackId}/_read`, { body: {}, role, key })
    expect(must(await read('practiceNurse', 'k1'), 200).json).toMatchObject({ readBy: 'some-practiceNurse' })
    expect((await read('practiceNurse', 'k1')).headers['idempotent-replayed']).toBe('true')
    expect(must(await read('generalPractitioner', 'k2'), 200).json.readBy).toBe('some-practiceNurse')
    expect((await list()).items).toHaveLength(4)
    expect((await list('?unread=no')).items).toMatchObject([{ moment: 'stoppedEarly', readBy: 'some-practiceNurse' }])
    expect((await app.ask('POST', '/v1/feedback/nothing/_read', { body: {} })).status).toBe(404)
    const first = await list('?limit=3')
    expect(first.items).toHaveLength(3)
    expect((await list(`?limit=3&cursor=${first.next}`)).items).toHaveLength(1)
  })

  test('the text for the GP record says what, who, when, how much, what was measured, why it stopped and what is next', {
    timeout: 30_000,
  }, async () => {
    const app = await testApp(await database.open())
    const c = await sent(app, 'a1')
    const text = async (language = 'nl') =>
      must(await app.ask('GET', `/v1/cases/${c}/assignments/a1/summary`, { headers: { 'accept-language': language } }), 200)
    expect((await text()).text).toContain('Stand: verstuurd, wacht op antwoord.')
    await accept(app, c, 'a1')
    app.setClock('2026-01-12T09:00:00Z')
    await app.does(c, 'assignments/a1/_start', {}, provider)
    for (let n = 0; n < 17; n++) await app.does(c, 'assignments/a1/sessions', { attended: true }, provider)
    app.setClock('2026-04-20T09:00:00Z')
    await app.does(c, 'measurements', { measure: 'tug', value: 11.2, measuredOn: '2026-04-20' })
    await app.does(c, 'assignments/a1/_stop', { reason: 'verhuist' }, provider)
    await app.does(c, 'assignments/a1/_report', { summary: 'Loopt zekerder.' }, provider)
    const answer = await text()
    expect(answer.headers['content-type']).toBe('text/plain; charset=utf-8')
    expect(answer.text.split('\n')).toMatchObject([
      expect.stringMatching(/^Valpreventie: In Balans, club \(.+\)$/),
      expect.stringMatching(
        /^Verloop: opdracht klaargezet 5 januari 2026, opdracht verstuurd 5 januari 2026, opdracht aangenomen 5 januari 2026, .* 12 januari 2026, eerder gestopt 20 april 2026, terugkoppeling gegeven 20 april 2026\.$/,
      ),
      'Doel: weer dansen',
      'Stand: afgerond met terugkoppeling.',
      'Bijgewoond: 18 van 24; genoeg gevolgd (grens 75 %).',
      expect.stringContaining('Timed Up and Go (seconden): begin 14,5 (5 januari 2026), einde 11,2 (20 april 2026)'),
      'Reden: verhuist.',
      'Terugkoppeling van de aanbieder: Loopt zekerder.',
      expect.stringMatching(/^Vervolg: .+\.$/),
      '',
    ])
    const english = (await text('en')).text
    expect(english).toContain('Attended: 18 of 24; dose reached (limit 75 %).')
    expect(answer.text + english).not.toContain('Verzonnen')
    expect((await app.ask('GET', `/v1/cases/${c}/assignments/nothing/summary`)).status).toBe(404)
    expect((await app.ask('GET', `/v1/cases/${c}/assignments/a1/summary`, { role: provider })).status).toBe(403)
  })
})
