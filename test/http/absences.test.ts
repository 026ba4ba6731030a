// Absence and leaving over HTTP: the work follows by itself, nothing goes round in a circle, and the coalition keeps a coordinator.
import { beforeEach, describe, expect, test } from 'vitest'
import { parsedFrom } from '../../src/engine/bytes.ts'
import { peopleToday, whoIsTold } from '../../src/engine/who.ts'
import { loadOffer } from '../../src/store/offers.ts'
import { loadAccount, loadOrganisation } from '../../src/store/organisations.ts'
import { databases } from '../support/databases.ts'
import { someRegion } from '../support/some-region.ts'
import { must, type TestApp, testApp } from '../support/test-app.ts'

const note = 'Twee aanmeldingen wachten op antwoord.'
const away = (accountId: string, replacementId: string, more: object = {}) => ({
  accountId,
  replacementId,
  fromOn: '2026-01-05',
  untilOn: '2026-01-30',
  note,
  ...more,
})

describe.each(databases)('$name', (database) => {
  let app: TestApp
  let supply: Awaited<ReturnType<typeof someRegion>>
  const as = (id: string, more: object = {}) => ({ role: null, headers: { 'valpad-actor': id, ...more } })
  const plan = (body: object, who = 'coby') => app.ask('POST', '/v1/absences', { body, ...as(who) })
  const tagged = (absence: { json: { absenceId: string; version: number } }) => ({
    url: `/v1/absences/${absence.json.absenceId}`,
    tag: { 'if-match': `"${absence.json.absenceId}.${absence.json.version}"` },
  })
  const has = async (holderId: string | null = null) =>
    (
      await whoIsTold(app.engine, 'provider', {
        practiceId: 'practice-1',
        providerId: 'sport',
        offerId: 'balance',
        holderId,
        referrerId: null,
        personId: 'p',
      })
    ).accountId

  beforeEach(async () => {
    app = await testApp(await database.open())
    supply = await someRegion(app.engine.store)
  })

  test('from its first up to and including its last day the work is the replacement’s, summer time or not', async () => {
    must(await plan(away('karin', 'bas', { fromOn: '2026-03-27', untilOn: '2026-03-30' })), 201)
    const days: [string, string][] = [
      ['2026-03-26T22:59:59Z', 'karin'],
      ['2026-03-26T23:00:00Z', 'bas'],
      ['2026-03-29T00:59:59Z', 'bas'],
      ['2026-03-29T01:00:00Z', 'bas'],
      ['2026-03-30T21:59:59Z', 'bas'],
      ['2026-03-30T22:00:00Z', 'karin'],
    ]
    for (const [at, who] of days) {
      app.setClock(at)
      expect([at, await has()]).toEqual([at, who])
    }
  })

  test('the replacement is told, reads the note, and acknowledges once', async () => {
    const planned = must(await plan(away('karin', 'bas'), 'karin'), 201)
    const { url, tag } = tagged(planned)
    const rows = await app.engine.store.read(app.engine.store.build.selectFrom('delivery').selectAll().compile())
    expect(rows).toMatchObject([{ kind: 'handover', target_id: 'bas', state: 'waiting' }])
    expect(Buffer.from(rows[0]!.payload).toString()).not.toContain('aanmeldingen')
    const open = () => app.ask('GET', '/v1/absences?handover=open&replacementId=bas', as('bas'))
    expect((await open()).json.items).toMatchObject([{ name: 'Karin', note, acknowledgedAt: null, now: { name: 'Bas' } }])
    expect((await app.ask('GET', url, as('anna'))).json).toMatchObject({ name: 'Karin', untilOn: '2026-01-30', note: null })
    expect((await app.ask('POST', `${url}/_acknowledge`, { body: {}, ...as('mo', tag) })).json.code).toBe('notTheReplacement')
    const done = must(await app.ask('POST', `${url}/_acknowledge`, { body: {}, ...as('bas', tag) }), 200)
    expect((await open()).json.items).toEqual([])
    const again = { 'if-match': String(done.headers.etag) }
    expect((await app.ask('POST', `${url}/_acknowledge`, { body: {}, ...as('bas', again) })).json.code).toBe(
      'acknowledgedAlready',
    )
  })

  test.each([
    ['by oneself', away('karin', 'karin'), 409, 'replacedByOneself'],
    ['that ends before it begins', away('karin', 'bas', { untilOn: '2026-01-04' }), 400, '/untilOn'],
    ['of more than a year', away('karin', 'bas', { untilOn: '2027-01-06' }), 400, '/untilOn'],
    ['on a day that does not exist', away('karin', 'bas', { untilOn: '2026-02-30' }), 400, '/untilOn'],
    ['by nobody we know', away('karin', 'nobody'), 400, '/replacementId'],
    ['of nobody we know', away('nobody', 'bas'), 400, '/accountId'],
    ['without a note', away('karin', 'bas', { note: ' ' }), 400, '/note'],
    ['that is over', away('karin', 'bas', { fromOn: '2025-12-01', untilOn: '2026-01-04' }), 409, 'absenceOver'],
    ['by somebody elsewhere', away('karin', 'some-socialProvider'), 409, 'replacementElsewhere'],
    ['by an older adult', away('karin', 'older'), 400, '/replacementId'],
    ['of an older adult', away('older', 'karin'), 400, '/accountId'],
    ['by who cannot answer assignments', away('karin', 'signals'), 400, '/replacementId'],
  ])('an absence %s is refused in words', async (_, body, status, what) => {
    await supply.account('older', 'coalition', { role: 'person' })
    await supply.account('signals', 'sport', { role: 'signaller' })
    const { json } = await plan(body)
    expect([json.status, json.errors[0]?.pointer ?? json.code]).toEqual([status, what])
    expect(json.detail).not.toContain('undefined')
    expect(await has()).toBe('karin')
  })

  test('work is left to nobody who cannot answer it: not to an older adult, not to a signaller', async () => {
    await supply.account('older', 'coalition', { role: 'person' })
    await supply.account('signals', 'sport', { role: 'signaller' })
    for (const id of ['older', 'signals']) {
      const leaves = { on: '2026-01-20', successorId: id, note }
      const left = await app.ask('POST', '/v1/contacts/karin/_leave', { body: leaves, ...as('tom') })
      expect([left.status, left.json.errors[0].pointer]).toEqual([400, '/successorId'])
      const given = await app.ask('POST', '/v1/contacts/karin/_reassign', { body: { to: id, note }, ...as('tom') })
      expect([given.status, given.json.errors[0].pointer]).toEqual([400, '/to'])
    }
    expect(await has()).toBe('karin')
  })

  test('somebody of the coalition may stand in for anybody', async () => {
    must(await plan(away('karin', 'dirk')), 201)
    expect(await has()).toBe('dirk')
  })

  test('two absences of one person do not overlap; they may follow each other', async () => {
    must(await plan(away('karin', 'bas', { untilOn: '2026-01-10' })), 201)
    const { json } = await plan(away('karin', 'mo', { fromOn: '2026-01-10', untilOn: '2026-01-12' }))
    expect(json).toMatchObject({ status: 409, code: 'overlappingAbsence' })
    expect(json.detail).toContain('Karin is al afwezig van 5 januari 2026 tot en met 10 januari 2026')
    must(await plan(away('karin', 'mo', { fromOn: '2026-01-11', untilOn: '2026-01-12' })), 201)
  })

  test('replacements may be replaced, but never in a circle on the same days', async () => {
    must(await plan(away('karin', 'bas', { untilOn: '2026-01-20' })), 201)
    must(await plan(away('bas', 'mo', { fromOn: '2026-01-12', untilOn: '2026-01-25' })), 201)
    expect(await has()).toBe('bas')
    app.setClock('2026-01-15T09:00:00Z')
    expect(await has()).toBe('mo')
    const { json } = await plan(away('mo', 'karin', { fromOn: '2026-01-19', untilOn: '2026-01-22' }))
    expect(json).toMatchObject({ status: 409, code: 'replacedInACircle' })
    expect(json.detail).toContain('Mo → Karin → Bas → Mo')
    must(await plan(away('mo', 'karin', { fromOn: '2026-01-21', untilOn: '2026-01-22' })), 201)
  })

  test('whoever asks for two halves, or four quarters, of a circle at once gets no circle', async () => {
    const [first, second] = await Promise.all([plan(away('karin', 'bas')), plan(away('bas', 'karin'))])
    expect([first.status, second.status].sort()).toEqual([201, 409])
    for (const id of ['n', 'e', 's', 'w']) await supply.account(id, 'sport')
    const halves = await Promise.all([plan(away('n', 'e')), plan(away('s', 'w'))])
    expect(halves.map(({ status }) => status)).toEqual([201, 201])
    const closing = await Promise.all([plan(away('e', 's')), plan(away('w', 'n'))])
    expect(closing.map(({ status }) => status).sort()).toEqual([201, 409])
  })

  test('who is closed, leaves, or has left, replaces nobody', async () => {
    await supply.account('gone', 'sport', { active: 0 })
    expect((await plan(away('karin', 'gone'))).json.code).toBe('replacementDisabled')
    must(
      await app.ask('POST', '/v1/contacts/anna/_leave', { body: { on: '2026-01-20', successorId: 'mo', note }, ...as('tom') }),
      201,
    )
    expect((await plan(away('karin', 'anna'))).json.code).toBe('replacementLeaves')
    must(await plan(away('karin', 'anna', { untilOn: '2026-01-19' })), 201)
  })

  test('it is arranged by oneself, the coordinator of the organisation, or the coalition; by nobody else', async () => {
    expect((await plan(away('karin', 'bas'), 'mo')).json).toMatchObject({ status: 403, code: 'notYoursToArrange' })
    expect((await plan(away('karin', 'bas'), 'some-socialProvider')).status).toBe(403)
    expect((await app.ask('GET', '/v1/absences', { role: 'person' })).status).toBe(403)
    const planned = must(await plan(away('karin', 'bas'), 'tom'), 201)
    const { url, tag } = tagged(planned)
    expect((await app.ask('POST', `${url}/_cancel`, { body: {}, ...as('mo', tag) })).status).toBe(403)
    // While Tom is away, his replacement arranges in his place.
    must(await plan(away('tom', 'anna'), 'tom'), 201)
    must(await app.ask('POST', `${url}/_cancel`, { body: {}, ...as('anna', tag) }), 200)
    expect(await has()).toBe('karin')
  })

  test('an edit names the version it was made on, opens the handover again, and is done once', async () => {
    const planned = must(await plan(away('karin', 'bas')), 201)
    const { url, tag } = tagged(planned)
    must(await app.ask('POST', `${url}/_acknowledge`, { body: {}, ...as('bas', tag) }), 200)
    const body = { fromOn: '2026-01-05', untilOn: '2026-02-06', replacementId: 'mo', note }
    const put = (headers: object, key = 'one') => app.ask('PUT', url, { body, key, ...as('karin', headers) })
    expect((await put({})).status).toBe(428)
    expect((await put(tag)).json).toMatchObject({ status: 412, code: 'stale', current: 2 })
    expect((await put({ 'if-match': '"another.2"' }, 'two')).status).toBe(412)
    const now = { 'if-match': `"${planned.json.absenceId}.2"` }
    const changed = must(await put(now, 'three'), 200)
    const repeated = must(await put(now, 'three'), 200)
    expect([repeated.text, repeated.headers['idempotent-replayed']]).toEqual([changed.text, 'true'])
    expect(await has()).toBe('mo')
    expect((await app.ask('GET', url, as('mo'))).json).toMatchObject({ acknowledgedAt: null, replacementName: 'Mo', version: 3 })
    expect((await put({ 'if-match': '"nothing.1"' }, 'four')).json).toMatchObject({ status: 412, current: 3 })
    expect((await app.ask('PUT', '/v1/absences/nothing', { body, ...as('karin', now) })).status).toBe(404)
    must(await app.ask('POST', `${url}/_cancel`, { body: {}, ...as('karin', { 'if-match': changed.headers.etag }) }), 200)
    const late = await app.ask('POST', `${url}/_cancel`, {
      body: {},
      ...as('karin', { 'if-match': `"${planned.json.absenceId}.4"` }),
    })
    expect(late.json.code).toBe('cancelledAlready')
    expect(await has()).toBe('karin')
  })

  test('work is handed over until it is taken back', async () => {
    const body = { to: 'anna', note }
    must(await app.ask('POST', '/v1/contacts/karin/_reassign', { body, ...as('tom') }), 201)
    const twice = await app.ask('POST', '/v1/contacts/karin/_reassign', { body, ...as('tom') })
    expect(twice.json.detail).toContain('tot nader bericht')
    app.setClock('2026-11-05T09:00:00Z')
    expect([await has(), await has('karin'), await has('bas')]).toEqual(['anna', 'anna', 'bas'])
    const [absence] = (await app.ask('GET', '/v1/absences?accountId=karin', as('tom'))).json.items
    must(
      await app.ask('POST', `/v1/absences/${absence.absenceId}/_cancel`, {
        body: {},
        ...as('tom', { 'if-match': absence.etag }),
      }),
      200,
    )
    expect(await has()).toBe('karin')
  })

  test('leaving is one act: every assignment, offer and coordination goes to the successor, and the account is closed', async () => {
    must(await plan(away('tom', 'anna', { fromOn: '2026-01-20' })), 201)
    await supply.offer('walking', { organisation_id: 'sport', contact_id: 'mo', deputy_id: 'tom', owner_id: 'tom' })
    const left = must(
      await app.ask('POST', '/v1/contacts/tom/_leave', { body: { on: '2026-01-05', successorId: 'bas', note }, ...as('coby') }),
      201,
    )
    expect(await has('tom')).toBe('bas')
    expect(await loadAccount(app.engine.store, 'tom')).toMatchObject({ active: 0, left_on: '2026-01-05' })
    expect(await loadOffer(app.engine.store, 'walking')).toMatchObject({
      contact_id: 'mo',
      deputy_id: 'bas',
      owner_id: 'bas',
      version: 2,
    })
    expect(await loadOrganisation(app.engine.store, 'sport')).toMatchObject({ coordinator_id: 'bas' })
    expect((await app.ask('GET', '/v1/absences', as('tom'))).status).toBe(401)
    const rows = (await app.ask('GET', '/v1/absences?accountId=tom', as('coby'))).json.items
    expect(rows).toMatchObject([{ kind: 'departure', untilOn: null, replacementName: 'Bas', now: { name: 'Bas' } }])
    const again = await app.ask('POST', '/v1/contacts/tom/_leave', {
      body: { on: '2026-02-01', successorId: 'mo', note },
      ...as('coby'),
    })
    expect(again.json.code).toBe('leftAlready')
    const cancel = await app.ask('POST', `/v1/absences/${left.json.absenceId}/_cancel`, {
      body: {},
      ...as('coby', { 'if-match': left.headers.etag }),
    })
    expect(cancel.json.code).toBe('departureStays')
    const events = await app.engine.store.read(
      app.engine.store.build.selectFrom('supply_event').selectAll().where('actor_id', '=', 'coby').compile(),
    )
    expect(events.map(({ noun, action }) => `${noun} ${action}`)).toEqual(
      expect.arrayContaining(['absence leave', 'account changed', 'offer changed', 'organisation changed']),
    )
    expect(events.some(({ payload }) => Buffer.from(payload).toString().includes('aanmeldingen'))).toBe(false)
    expect(parsedFrom<{ leftOn: string }>(events.find(({ noun }) => noun === 'account')!.payload).leftOn).toBe('2026-01-05')
  })

  test('the successor is never contact and deputy at once: then is said where to name somebody first', async () => {
    const answer = await app.ask('POST', '/v1/contacts/karin/_leave', {
      body: { on: '2026-01-05', successorId: 'mo', note },
      ...as('tom'),
    })
    expect(answer.json).toMatchObject({ status: 409, code: 'contactAndDeputy' })
    expect(answer.json.detail).toContain('In Balans in het buurthuis')
    expect(await has()).toBe('karin')
    expect(await loadAccount(app.engine.store, 'karin')).toMatchObject({ active: 1, left_on: null, version: 1 })
  })

  test('the last coordinator of the coalition leaves only after another was named, and two cannot leave to each other', async () => {
    const leaves = (who: string, successorId: string) =>
      app.ask('POST', `/v1/contacts/${who}/_leave`, { body: { on: '2026-01-05', successorId, note }, ...as(who) })
    const both = await Promise.all([leaves('coby', 'dirk'), leaves('dirk', 'coby')])
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409])
    const stayed = both[0]!.status === 201 ? 'dirk' : 'coby'
    await supply.account('secretary', 'coalition', { role: 'welfareWorker' })
    expect((await leaves(stayed, 'secretary')).json).toMatchObject({ status: 409, code: 'lastCoordinator' })
    await supply.account('els', 'coalition', { role: 'coordinator' })
    must(await leaves(stayed, 'els'), 201)
    expect((await peopleToday(app.engine)).contacts.get('els')?.active).toBe(true)
    expect(await has('nobody-at-all')).toBe('karin')
  })

  test('the last coordinator who can be reached cannot be closed, nor lose the role, on any day to come', async () => {
    const save = async (who: string, more: object, by = 'coby') => {
      const { json } = must(await app.ask('GET', `/v1/contacts/${who}`, as(by)), 200)
      return app.ask('PUT', `/v1/contacts/${who}`, {
        body: { ...json.contact, ...more },
        ...as(by, { 'if-match': `"${who}.${json.version}"` }),
      })
    }
    must(await plan(away('dirk', 'coby', { fromOn: '2026-06-01', untilOn: '2026-06-12' })), 201)
    const closed = await save('coby', { active: false })
    expect(closed.json.errors).toMatchObject([{ pointer: '/active', code: 'lastCoordinator' }])
    expect(closed.json.errors[0].detail).toContain('1 juni 2026')
    must(await save('dirk', { active: false }), 200)
    expect((await save('coby', { role: 'welfareWorker' })).json.errors).toMatchObject([{ pointer: '/role' }])
    expect((await save('coby', { askMe: 'Alles' })).status).toBe(200)
  })

  test('an account that acts leaves a sign of life, once a day; who is silent for fifteen working days is passed over until then', async () => {
    const seen = async () => (await loadAccount(app.engine.store, 'karin'))?.last_seen_on
    expect(await seen()).toBeNull()
    must(await app.ask('GET', '/v1/absences', as('karin')), 200)
    expect(await seen()).toBe('2026-01-05')
    app.setClock('2026-01-23T09:00:00Z')
    expect(await has()).toBe('karin')
    app.setClock('2026-01-26T09:00:00Z')
    expect(await has()).toBe('mo')
    must(await app.ask('GET', '/v1/absences', as('karin')), 200)
    expect([await seen(), await has()]).toEqual(['2026-01-26', 'karin'])
  })
})
