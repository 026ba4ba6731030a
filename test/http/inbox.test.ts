// The inbox of a provider: its own assignments, the most urgent first, with a name only after acceptance; anybody else's is not there.
import { describe, expect, test } from 'vitest'
import { bytesOf } from '../../src/engine/bytes.ts'
import { insertAbsence } from '../../src/store/absences.ts'
import { insertAccount, insertOrganisation } from '../../src/store/organisations.ts'
import { databases } from '../support/databases.ts'
import { screeningOf } from '../support/given-case.ts'
import { must, type TestApp, testApp } from '../support/test-app.ts'

const provider = 'socialProvider'
type Line = { assignmentId: string; name: string | null; allowed: { command: string; how: { href: string; ifMatch: string } }[] }

async function sent(app: TestApp, id: string, providerId = 'club'): Promise<string> {
  const c = await app.signalled()
  await app.does(c, 'screenings/_start', { personAgrees: true })
  await app.does(c, 'screenings', { facts: screeningOf.moderate })
  await app.does(c, 'decisions', {
    way: 'assignment',
    assignmentId: id,
    intervention: 'inBalans',
    domain: 'social',
    providerId,
    goal: 'weer dansen',
    consentGiven: true,
    redFlagsChecked: true,
    reasonForDeviation: 'wens',
  })
  await app.does(c, `assignments/${id}/_send`)
  return c
}

const inbox = async (app: TestApp, query = '') => must(await app.ask('GET', `/v1/inbox${query}`, { role: provider }), 200).json
const accountOf = (id: string, organisationId: string) => ({
  id,
  organisation_id: organisationId,
  role: 'socialProvider' as const,
  details: bytesOf({ name: `Naam van ${id}`, phone: '020 555 01 23' }),
  active: 1,
  login: 1,
  left_on: null,
  last_seen_on: null,
  version: 1,
})

describe.each(databases)('$name', (database) => {
  test('new assignments come without a name; accepted ones with name and phone, under their own heading', async () => {
    const app = await testApp(await database.open())
    await sent(app, 'a1')
    const first = await inbox(app)
    expect(first.tabs.map(({ code, count }: { code: string; count: number }) => [code, count])).toEqual([
      ['new', 1],
      ['waiting', 0],
      ['accepted', 0],
      ['running', 0],
      ['toReport', 0],
      ['ended', 0],
    ])
    const [line] = first.items
    expect(line).toMatchObject({
      assignmentId: 'a1',
      state: { code: 'sent' },
      asked: ['In Balans'],
      age: '80 jaar',
      area: 'Amstelveen',
      name: null,
      phone: null,
      daysOpen: 0,
      clock: { rule: 'TM6' },
    })
    expect(JSON.stringify(first)).not.toContain('Verzonnen')
    const accept = line.allowed.find(({ command }: { command: string }) => command === 'acceptAssignment')
    must(
      await app.ask('POST', accept.how.href, {
        body: { placeConfirmed: true },
        role: provider,
        headers: { 'if-match': accept.how.ifMatch },
      }),
      200,
    )
    expect((await inbox(app)).items).toEqual([])
    const [taken] = (await inbox(app, '?tab=accepted')).items
    expect(taken).toMatchObject({ assignmentId: 'a1', name: 'Mw. Verzonnen', phone: 'niet bekend', startsOn: null })
    expect((await inbox(app, '?filter=noStartDate')).items).toHaveLength(1)
    await app.does(taken.caseId, 'assignments/a1/_plan', { startsOn: '2026-01-12' }, provider)
    expect((await inbox(app, '?filter=noStartDate')).items).toHaveLength(0)
    expect((await inbox(app, '?tab=accepted')).items).toMatchObject([{ startsOn: '2026-01-12' }])
  })

  test('the most urgent come first, page by page, each once', { timeout: 30_000 }, async () => {
    const app = await testApp(await database.open())
    const cases: string[] = []
    for (let n = 0; n < 5; n++) {
      app.setClock(`2026-01-0${5 + (n % 3)}T09:00:00Z`)
      cases.push(await sent(app, `a${n}`))
    }
    app.setClock('2026-01-09T09:00:00Z')
    const seen: string[] = []
    for (let cursor = '', pages = 0; pages < 9; pages++) {
      const page = await inbox(app, `?limit=2${cursor}`)
      seen.push(...page.items.map(({ assignmentId }: Line) => assignmentId))
      if (page.next === null) break
      cursor = `&cursor=${page.next}`
    }
    expect(seen).toEqual(['a0', 'a3', 'a1', 'a4', 'a2'])
    expect((await inbox(app)).items[0].daysOpen).toBe(4)
  })

  test('what is of another organisation, not sent yet, or gone is the same nothing', async () => {
    const app = await testApp(await database.open())
    const other = {
      id: 'other',
      kind: 'provider',
      municipality: 'GM0362',
      details: bytesOf({}),
      version: 1,
      coordinator_id: null,
    } as const
    await app.engine.store.commit([insertOrganisation(app.engine.store.build, other)])
    const foreign = await sent(app, 'foreign', 'other')
    const gone = await sent(app, 'gone')
    await app.does(gone, 'assignments/gone/_withdraw', { reason: 'toch niet' })
    await app.does(gone, 'assignments', { assignmentId: 'prepared', code: 'homeCheck', providerId: 'club' })
    const look = (id: string) => app.ask('GET', `/v1/inbox/${id}`, { role: provider })
    const nothing = await look('nothing')
    for (const id of ['foreign', 'gone', 'prepared']) {
      const answer = await look(id)
      expect([answer.status, { ...answer.json, instance: '' }]).toEqual([404, { ...nothing.json, instance: '' }])
    }
    for (const [c, id] of [
      [foreign, 'foreign'],
      [gone, 'prepared'],
      [gone, 'nothing'],
    ] as const) {
      const answer = await app.tries(c, `assignments/${id}/_accept`, { placeConfirmed: true }, provider)
      expect([id, answer.status, { ...answer.json, instance: '' }]).toEqual([id, 404, { ...nothing.json, instance: '' }])
    }
    expect((await app.ask('GET', `/v1/cases/${gone}`, { role: provider })).status).toBe(403)
    expect((await app.ask('GET', '/v1/inbox')).status).toBe(403)
  })

  test('every look leaves a line, also one that was refused', async () => {
    const app = await testApp(await database.open())
    const c = await sent(app, 'a1')
    await inbox(app)
    must(await app.ask('GET', '/v1/inbox/a1', { role: provider }), 200)
    await app.does(c, 'assignments/a1/_withdraw', { reason: 'toch niet' })
    await app.ask('GET', '/v1/inbox/a1', { role: provider })
    const { personId } = must(await app.ask('GET', `/v1/cases/${c}`), 200).json
    const { items } = must(await app.ask('GET', `/v1/people/${personId}/access-log?limit=100`), 200).json
    const lines = items.map((one: { action: string; outcome: string }) => `${one.action} ${one.outcome}`)
    for (const line of ['readInbox seen', 'readInboxAssignment seen', 'readInboxAssignment refused'])
      expect(lines).toContain(line)
  })

  test('the planned start comes as a calendar file without a word about who; as long as none is planned there is none', async () => {
    const app = await testApp(await database.open())
    const c = await sent(app, 'a1')
    const file = () => app.ask('GET', '/v1/inbox/a1/calendar.ics', { role: provider })
    await app.does(c, 'assignments/a1/_accept', { placeConfirmed: true }, provider)
    expect((await file()).status).toBe(404)
    await app.does(c, 'assignments/a1/_plan', { startsOn: '2026-01-12' }, provider)
    const { text, headers } = must(await file(), 200)
    expect(headers['content-type']).toBe('text/calendar; charset=utf-8')
    expect(text).toContain('DTSTART;VALUE=DATE:20260112')
    expect(text).not.toMatch(/Verzonnen|In Balans|a1/)
    expect((await app.ask('GET', '/v1/inbox/a1/calendar.ics')).status).toBe(403)
  })

  test('what is met along the way can be reported from acceptance on, with the flags and the tests by name', async () => {
    const app = await testApp(await database.open())
    const c = await sent(app, 'a1')
    const reports = async () => must(await app.ask('GET', '/v1/inbox/a1', { role: provider }), 200).json.reports
    expect(await reports()).toBeNull()
    await app.does(c, 'assignments/a1/_accept', { placeConfirmed: true }, provider)
    const { allowed, redFlags, measures } = await reports()
    expect(allowed.map(({ command, allowed }: { command: string; allowed: boolean }) => [command, allowed])).toEqual([
      ['raiseRedFlag', true],
      ['reportFall', true],
      ['recordMeasurement', true],
    ])
    expect([redFlags[0].code, measures.map(({ code }: { code: string }) => code)]).toEqual(['RF01', ['walk4m', 'tug', 'chair30']])
    await app.does(c, 'measurements', { measure: 'tug', value: 14.2, measuredOn: '2026-01-05' }, provider)
    await app.does(c, 'measurements', { measure: 'chair30', value: 9, measuredOn: '2026-01-05' })
    expect((await reports()).measures.map(({ start }: { start: unknown }) => start)).toEqual([
      null,
      { value: 14.2, on: '2026-01-05' },
      null,
    ])
  })

  test('where nothing new waits it says how last week was answered', async () => {
    const app = await testApp(await database.open())
    const lastWeek = async (tab = 'new') =>
      must(await app.ask('GET', `/v1/inbox?tab=${tab}`, { role: provider }), 200).json.lastWeek
    const [taken, refused, gone] = [await sent(app, 'a1'), await sent(app, 'a2'), await sent(app, 'a3')]
    expect(await lastWeek()).toBeNull() // Three wait.
    await app.does(gone, 'assignments/a3/_withdraw', { reason: 'toch niet' })
    app.setClock('2026-01-06T09:00:00Z')
    await app.does(taken, 'assignments/a1/_accept', { placeConfirmed: true }, provider)
    app.setClock('2026-01-07T09:00:00Z')
    await app.does(refused, 'assignments/a2/_decline', { reason: 'full' }, provider)
    expect(await lastWeek()).toBeNull() // This week is not last week.
    app.setClock('2026-01-12T09:00:00Z')
    expect(await lastWeek()).toBe('Vorige week: 2, allemaal binnen 2 dagen beantwoord.')
    expect(await lastWeek('ended')).toBeNull()
    app.setClock('2026-01-19T09:00:00Z')
    expect(await lastWeek()).toBeNull()
  })

  test('mine is what I have today: my own, and that of whom I replace', { timeout: 30_000 }, async () => {
    const app = await testApp(await database.open())
    const { store } = app.engine
    await store.commit([
      insertAccount(store.build, accountOf('away', 'club')),
      insertAccount(store.build, accountOf('here', 'club')),
    ])
    const ids = ['of-away', 'of-here', 'of-nobody']
    const cases = new Map<string, string>()
    for (const id of ids) cases.set(id, await sent(app, id))
    await app.does(cases.get('of-away')!, 'assignments/of-away/_hand-over', { to: 'away' }, provider)
    await app.does(cases.get('of-here')!, 'assignments/of-here/_hand-over', { to: 'here' }, provider)
    const mine = async (who: string) =>
      must(await app.ask('GET', '/v1/inbox?mine=yes', { role: null, headers: { 'valpad-actor': who } }), 200).json
    const idsOf = (page: { items: Line[] }) => page.items.map(({ assignmentId }) => assignmentId).sort()
    expect(idsOf(await mine('here'))).toEqual(['of-here'])
    await store.commit([
      insertAbsence(store.build, {
        id: 'holiday',
        account_id: 'away',
        kind: 'absence',
        from_on: '2026-01-05',
        until_on: '2026-01-16',
        replacement_id: 'here',
        note: bytesOf({ text: 'vakantie' }),
        state: 'planned',
        acknowledged_at: null,
        created_at: '2026-01-05T09:00:00Z',
        version: 1,
      }),
    ])
    const both = await mine('here')
    expect(idsOf(both)).toEqual(['of-away', 'of-here'])
    expect(both.tabs[0]).toMatchObject({ code: 'new', count: 2 })
    expect(both.items.map(({ holder }: { holder: { name: string; me: boolean } }) => [holder.name, holder.me])).toEqual([
      ['Naam van here', true],
      ['Naam van here', true],
    ])
    expect(idsOf(await inbox(app))).toEqual(['of-away', 'of-here', 'of-nobody'])
  })

  test('the list offers to do what the assignment says can be done, no more and no less', { timeout: 30_000 }, async () => {
    const app = await testApp(await database.open())
    const c = await sent(app, 'a1')
    const isSame = async () => {
      const { allowed, tab } = must(await app.ask('GET', '/v1/inbox/a1', { role: provider }), 200).json
      const [line] = (await inbox(app, `?tab=${tab.code}`)).items
      const can = allowed.filter((one: { allowed: boolean }) => one.allowed)
      const short = ({ command, how }: Line['allowed'][number]) => [command, how.href, how.ifMatch]
      expect([tab.code, line.allowed.map(short)]).toEqual([tab.code, can.map(short)])
    }
    const steps: [string, unknown][] = [
      ['_waitlist', {}],
      ['_accept', { placeConfirmed: true }],
      ['_plan', { startsOn: '2026-01-12' }],
      ['_start', {}],
      ['_pause', { until: '2026-03-02' }],
      ['_resume', {}],
      ['_complete', {}],
      ['_report', { summary: 'Loopt zekerder.' }],
    ]
    await isSame()
    for (const [act, body] of steps) {
      await app.does(c, `assignments/a1/${act}`, body, provider)
      await isSame()
    }
  })

  test('one assignment says who asks and who stands in, what was done, what runs and what can be done', async () => {
    const app = await testApp(await database.open())
    const { store } = app.engine
    await store.commit([insertAccount(store.build, { ...accountOf('some-colleague', 'practice-1'), role: 'practiceNurse' })])
    const c = await sent(app, 'a1')
    const read = async () => must(await app.ask('GET', '/v1/inbox/a1', { role: provider }), 200)
    const before = (await read()).json
    expect(before).toMatchObject({
      name: 'In Balans',
      state: { code: 'sent' },
      view: { stage: 'before' },
      viewNumber: 1,
      practice: { name: 'Praktijk (verzonnen)' },
      referrer: { accountId: 'some-practiceNurse' },
      deputy: { accountId: 'some-colleague', name: 'Naam van some-colleague', phone: '020 555 01 23' },
      attempts: { total: 0, notReachedInARow: 0 },
      dose: { attended: 0, recorded: 0, planned: 24, words: '0 van 24 bijgewoond' },
    })
    const clock = before.deadlines.find(({ rule }: { rule: string }) => rule === 'TM6')
    expect(clock.told.map(({ name }: { name: string }) => name)).not.toContain('')
    expect(clock.told.length).toBeGreaterThan(0)
    const days = new Map(before.declineReasons.map(({ code, day }: { code: string; day: string }) => [code, day]))
    expect([days.get('full'), days.get('notNow'), days.get('ill')]).toEqual(['none', 'required', 'optional'])
    await app.does(c, 'assignments/a1/_accept', { placeConfirmed: true }, provider)
    await app.does(c, 'assignments/a1/_attempt', { reached: false }, provider)
    expect((await read()).json.attempts).toEqual({ total: 1, notReachedInARow: 1, advice: null })
    for (let more = 0; more < 3; more++) await app.does(c, 'assignments/a1/_attempt', { reached: false }, provider)
    // Named once by the machine, and said as long as nobody was reached.
    expect((await read()).json.attempts).toMatchObject({ total: 4, advice: expect.stringContaining('niet te bereiken') })
    await app.does(c, 'assignments/a1/_start', {}, provider)
    await app.does(c, 'assignments/a1/sessions', { attended: false }, provider)
    const running = await read()
    expect(running.headers.etag).toBe(running.json.etag)
    expect(running.json).toMatchObject({
      view: { stage: 'after' },
      attempts: { total: 4, notReachedInARow: 4 },
      sessions: [{ attended: true }, { attended: false }],
      dose: { attended: 1, recorded: 2, reached: false },
    })
    const answered = running.json.allowed.find(({ command }: { command: string }) => command === 'acceptAssignment')
    expect([answered.allowed, answered.why.code]).toEqual([false, 'notNow'])
  })
})
