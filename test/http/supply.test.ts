// The local supply over HTTP: who may edit it, how old it is, what was changed by whom, and how it is found.
import { describe, expect, test } from 'vitest'
import * as contacts from '../../src/contract/contacts.ts'
import * as runs from '../../src/contract/course-runs.ts'
import * as offers from '../../src/contract/offers.ts'
import * as organisations from '../../src/contract/organisations.ts'
import { statement } from '../../src/store/store.ts'
import { databases } from '../support/databases.ts'
import { type Body, withClub } from '../support/supply-club.ts'
import { must } from '../support/test-app.ts'

describe.each(databases)('$name', (database) => {
  test('an offer shows who keeps it, whom to phone, where, what it costs today and how old it is', async () => {
    const { app, offer, read, locationId } = await withClub(database)
    const offerId = await offer()
    const seen = await read(`/v1/offers/${offerId}`)
    expect(offers.Offer.safeParse(seen).error?.issues).toBeUndefined()
    expect(seen).toMatchObject({
      version: 1,
      stands: true,
      codeWords: 'In Balans',
      municipalityName: 'Amstelveen',
      contact: { name: 'Pip Sprong', login: true, here: true },
      deputy: { name: 'Dop Sprong', login: false, email: 'dop@desprong.example' },
      owner: { name: 'Pip Sprong' },
      location: { locationId, address: 'Denklaan 12, Amstelveen', accessWords: ['zonder drempels', 'parkeren bij de deur'] },
      check: { lastCheckedOn: '2026-01-05', nextCheckOn: '2026-07-05', freshness: 'fresh' },
      costWords: '€ 25,00 voor de hele cursus; betaald door de gemeente.',
      places: null,
    })
    for (const [day, freshness] of [
      ['2026-07-04', 'fresh'],
      ['2026-07-05', 'ageing'],
      ['2026-10-05', 'stale'],
    ]) {
      app.setClock(`${day}T09:00:00Z`)
      expect((await read(`/v1/offers/${offerId}`)).check.freshness).toBe(freshness)
    }
    app.setClock('2027-01-02T09:00:00Z')
    expect((await read(`/v1/offers/${offerId}`)).fundingToday).toEqual([])
  })

  test('what was never checked says so, and a check of long ago is not made fresh by an import', async () => {
    const { offer, read } = await withClub(database)
    const never = await offer({ lastCheckedOn: null })
    const old = await offer({ lastCheckedOn: '2025-01-31' })
    expect((await read(`/v1/offers/${never}`)).check).toMatchObject({ freshness: 'neverChecked', lastCheckedOn: null })
    expect((await read(`/v1/offers/${old}`)).check).toMatchObject({ freshness: 'stale', nextCheckOn: '2025-07-31' })
    const listed = async (freshness: string) =>
      (await read(`/v1/offers?freshness=${freshness}`)).items.map(({ offerId }: { offerId: string }) => offerId)
    expect(await listed('neverChecked')).toEqual([never])
    expect(await listed('stale')).toEqual([old])
    expect(await listed('fresh')).toEqual([])
  })

  test('still right is one act: only the dates of the checks become others', async () => {
    const { app, offer, read } = await withClub(database)
    const offerId = await offer({ lastCheckedOn: null })
    const { offer: before } = await read(`/v1/offers/${offerId}`)
    const confirm = (version: number, body: Body = {}) =>
      app.ask('POST', `/v1/offers/${offerId}/_confirm`, {
        body,
        role: 'socialProvider',
        headers: { 'if-match': `"${offerId}.${version}"` },
      })
    expect(must(await confirm(1), 200).headers['etag']).toBe(`"${offerId}.2"`)
    const after = await read(`/v1/offers/${offerId}`)
    expect(after.check).toMatchObject({ lastCheckedOn: '2026-01-05', nextCheckOn: '2026-07-05', freshness: 'fresh' })
    expect(after.offer).toEqual(before)
    expect((await confirm(1)).status).toBe(412)
    expect((await confirm(2, { nextCheckOn: '2026-01-05' })).json.errors[0]).toMatchObject({ pointer: '/nextCheckOn' })
  })

  test('a course run meets on its weekdays, never on a public holiday, and shows what is free', async () => {
    const { app, add, offer, read } = await withClub(database)
    const offerId = await offer()
    const example = {
      ...(runs.addRun.example as Body),
      offerId,
      startsOn: '2026-03-30',
      endsOn: '2026-04-12',
      days: ['mo', 'su'],
    }
    const runId = await add('/v1/course-runs', { ...example, places: 3 }, 'socialProvider')
    const seen = await read(`/v1/course-runs/${runId}`)
    expect(runs.Run.safeParse(seen).error?.issues).toBeUndefined()
    // Easter Monday is 6 April in 2026; Easter Sunday is a Sunday like another.
    expect(seen.meetings.map(({ number, heldOn }: { number: number; heldOn: string }) => `${number} ${heldOn}`)).toEqual([
      '1 2026-03-30',
      '2 2026-04-05',
      '3 2026-04-12',
    ])
    const { store } = app.engine
    await store.commit([
      statement(store.build.updateTable('course_run').set({ taken: 2, waiting: 1 }).where('id', '=', runId), 1),
    ])
    expect((await read(`/v1/offers/${offerId}`)).places).toEqual({
      free: 1,
      waiting: 1,
      next: { runId, startsOn: '2026-03-30', places: 3, taken: 2, free: 1, waiting: 1 },
    })
    const change = (version: number, more: Body) =>
      app.ask('PUT', `/v1/course-runs/${runId}`, {
        body: { ...example, places: 3, ...more },
        role: 'socialProvider',
        headers: { 'if-match': `"${runId}.${version}"` },
      })
    expect((await change(1, { places: 1 })).json.errors).toMatchObject([{ pointer: '/places', code: 'belowTaken' }])
    must(await change(1, { places: 2, meetings: ['2026-04-05', '2026-04-12', '2026-04-01'] }), 200)
    const after = await read(`/v1/course-runs/${runId}`)
    expect(after).toMatchObject({ version: 2, taken: 2, free: 0, waiting: 1 })
    // Two meetings stayed on their day and are the same meetings; the third one moved.
    const idOn = (run: typeof after, day: string) =>
      run.meetings.find(({ heldOn }: { heldOn: string }) => heldOn === day)?.meetingId
    for (const day of ['2026-04-05', '2026-04-12']) expect(idOn(after, day)).toBe(idOn(seen, day))
    expect(idOn(after, '2026-04-01')).toBe(idOn(seen, '2026-03-30'))
    expect((await read(`/v1/course-runs?offerId=${offerId}`)).items).toHaveLength(1)
    must(await change(2, { places: 2, open: false }), 200)
    expect((await read(`/v1/offers/${offerId}`)).places).toEqual({ free: 0, waiting: 0, next: null })
  })

  test('a provider edits its own, the coordinator everything, the others read', async () => {
    const { app, right, offer, person } = await withClub(database)
    const add = (body: Body, role: 'socialProvider' | 'districtNurse' | 'practiceNurse' | 'coordinator' | 'person') =>
      app.ask('POST', '/v1/offers', { body, role })
    expect((await add(right, 'socialProvider')).status).toBe(201)
    expect((await add(right, 'coordinator')).status).toBe(201)
    expect((await add(right, 'districtNurse')).json).toMatchObject({ status: 403, code: 'notYourOrganisation' })
    expect((await add(right, 'practiceNurse')).json).toMatchObject({ status: 403, code: 'notYourRole' })
    expect((await add(right, 'person')).json).toMatchObject({ status: 403, code: 'notYourRole' })
    const offerId = await offer()
    const foreign = await app.ask('PUT', `/v1/offers/${offerId}`, {
      body: { ...right, organisationId: 'practice-1' },
      role: 'districtNurse',
      headers: { 'if-match': `"${offerId}.1"` },
    })
    expect(foreign.status).toBe(403)
    const moved = await app.ask('PUT', `/v1/offers/${offerId}`, {
      body: { ...right, organisationId: 'practice-1' },
      role: 'socialProvider',
      headers: { 'if-match': `"${offerId}.1"` },
    })
    expect(moved.json.errors[0]).toMatchObject({ pointer: '/organisationId', code: 'cannotMove' })
    const organisation = { body: organisations.addOrganisation.example, role: 'socialProvider' } as const
    expect((await app.ask('POST', '/v1/organisations', organisation)).json).toMatchObject({ status: 403 })
    // Nobody of a provider makes a coordinator, or a nurse, of anybody.
    for (const role of ['coordinator', 'practiceNurse']) {
      const body = { ...(contacts.addContact.example as Body), role }
      const answer = await app.ask('POST', '/v1/contacts', { body, role: 'socialProvider' })
      expect(answer.json.errors).toMatchObject([{ pointer: '/role', code: 'roleDoesNotFit' }])
    }
    const contactId = await person('Ook Sprong')
    const changed = await app.ask('PUT', `/v1/contacts/${contactId}`, {
      body: { ...(contacts.addContact.example as Body), role: 'coordinator' },
      role: 'socialProvider',
      headers: { 'if-match': `"${contactId}.1"` },
    })
    expect(changed.status).toBe(400)
  })

  test('once for one key; a key for something else, a version of before and no version are refused', async () => {
    const { app, right, read } = await withClub(database)
    const ask = (body: Body) => app.ask('POST', '/v1/offers', { body, role: 'coordinator', key: 'one-key' })
    const first = must(await ask(right), 201)
    const again = must(await ask(right), 201)
    expect(again.text).toBe(first.text)
    expect(again.headers['idempotent-replayed']).toBe('true')
    expect((await ask({ ...right, time: '11:00' })).json).toMatchObject({ status: 409, code: 'keyReused' })
    const { id } = first.json
    const put = (body: Body, version: number | null) =>
      app.ask('PUT', `/v1/offers/${id}`, {
        body,
        role: 'coordinator',
        headers: version === null ? {} : { 'if-match': `"${id}.${version}"` },
      })
    expect((await put(right, null)).status).toBe(428)
    must(await put({ ...right, waitWeeks: 6, cost: { cents: 0, per: 'course' } }, 1), 200)
    const stale = await put({ ...right, time: '11:00' }, 1)
    expect(stale.json).toMatchObject({ status: 412, code: 'stale', current: 2 })
    expect(stale.json.since).toEqual(['2026-01-05, some-coordinator: gewijzigd (prijs, wachttijd in weken)'])
    expect((await read(`/v1/offers/${id}`)).offer.time).toBe('10:00')
    expect(
      (await app.ask('PUT', '/v1/offers/nothing', { body: right, role: 'coordinator', headers: { 'if-match': '"x.1"' } })).status,
    ).toBe(404)
  })

  test('of ten who change the same version at once, one does', async () => {
    const { app, right, offer } = await withClub(database)
    const offerId = await offer()
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, n) =>
        app.ask('PUT', `/v1/offers/${offerId}`, {
          body: { ...right, waitWeeks: n },
          role: 'coordinator',
          headers: { 'if-match': `"${offerId}.1"` },
        }),
      ),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array.from({ length: 9 }, () => 412)])
  })

  test('the history of an offer tells who did what, field by field, and withdrawing is an end date', async () => {
    const { app, right, offer, read } = await withClub(database)
    const offerId = await offer()
    const put = (body: Body, version: number) =>
      app.ask('PUT', `/v1/offers/${offerId}`, {
        body,
        role: 'socialProvider',
        headers: { 'if-match': `"${offerId}.${version}"` },
      })
    must(await put({ ...right, areas: ['GM0362'], time: '14:00' }, 1), 200)
    app.setClock('2026-02-01T09:00:00Z')
    must(await put({ ...right, areas: ['GM0362'], time: '14:00', validUntil: '2026-01-31' }, 2), 200)
    const page = await read(`/v1/offers/${offerId}/history?limit=2`)
    const [withdrawn, changed] = page.items
    expect(withdrawn).toMatchObject({
      version: 3,
      action: 'withdrawn',
      actionWords: 'ingetrokken',
      actorId: 'some-socialProvider',
    })
    expect(changed).toMatchObject({
      version: 2,
      action: 'changed',
      changed: [
        { field: 'areas', fieldWords: 'werkgebied', before: ['1191', 'GM0362'], after: ['GM0362'] },
        { field: 'time', before: '10:00', after: '14:00' },
      ],
    })
    const rest = await read(`/v1/offers/${offerId}/history?limit=2&cursor=${page.next}`)
    expect(rest).toMatchObject({ items: [{ version: 1, action: 'added', changed: [] }], next: null })
    expect((await read('/v1/offers')).items).toEqual([])
    expect((await read('/v1/offers?show=withdrawn')).items).toMatchObject([{ offerId, stands: false }])
  })

  test('offers are found by organisation, intervention, municipality, area and words, page by page', async () => {
    const { offer, read } = await withClub(database)
    const names = new Map<string, string>()
    for (const [name, more] of [
      ['balans', {}],
      ['wijk', { areas: ['WK045100'], municipality: 'GM0358' }],
      ['ogen', { code: 'eyeTest', name: 'Oogmeting bij Café Zicht (verzonnen)', areas: ['GM0384', '1111'] }],
      ['later', { validFrom: '2026-09-01' }],
    ] as const)
      names.set(await offer(more), name)
    const found = async (query: string) => {
      const seen: string[] = []
      for (let cursor = '', pages = 0; pages < 9; pages++) {
        const { items, next } = await read(`/v1/offers?limit=1&${query}${cursor}`)
        seen.push(...items.map(({ offerId }: { offerId: string }) => names.get(offerId)!))
        if (next === null) break
        cursor = `&cursor=${next}`
      }
      return seen.sort()
    }
    expect(await found('')).toEqual(['balans', 'later', 'ogen', 'wijk'])
    expect(await found('organisationId=club')).toHaveLength(4)
    expect(await found('organisationId=other')).toEqual([])
    expect(await found('code=eyeTest')).toEqual(['ogen'])
    expect(await found('municipality=GM0451')).toEqual(['wijk'])
    expect(await found('municipality=GM0384')).toEqual(['ogen'])
    expect(await found('area=1191')).toEqual(['balans', 'later'])
    expect(await found('q=cafe')).toEqual(['ogen'])
    expect(await found('q=IN%20BALANS')).toEqual(['balans', 'later', 'wijk'])
    expect(await found('q=oogmeting&code=inBalans')).toEqual([])
  })

  test('who is who: by organisation and by area, with what to ask, and nobody who left', async () => {
    const { app, offer, person, read, contactId } = await withClub(database)
    await offer({ areas: ['WK036201'] })
    const gone = await person('Weg Sprong', { active: false })
    const namesOf = async (query: string) =>
      (await read(`/v1/contacts?${query}`)).items.map((one: { contact: { name: string } }) => one.contact.name)
    expect(await namesOf('organisationId=club')).toEqual(expect.arrayContaining(['Pip Sprong', 'Dop Sprong']))
    expect(await namesOf('area=WK036201')).not.toContain('Weg Sprong')
    expect(await namesOf('area=WK036201&show=all')).toContain('Weg Sprong')
    expect(await namesOf('area=GM0384')).toEqual([])
    const everybody = await read('/v1/contacts?show=all&limit=100')
    expect(contacts.listContacts.answer!.safeParse(everybody).error?.issues).toBeUndefined()
    expect(everybody.items.map((one: { contact: { role: string } }) => one.contact.role)).not.toContain('person')
    expect(await read(`/v1/contacts/${contactId}`)).toMatchObject({
      contact: { askMe: 'Welke groep bij iemand past', login: true, active: true },
      roleWords: 'buurtsportcoach',
      daysWords: 'Maandag, dinsdag, donderdag',
      leftOn: null,
      away: null,
    })
    const put = (id: string, body: Body, version = 1) =>
      app.ask('PUT', `/v1/contacts/${id}`, { body, role: 'coordinator', headers: { 'if-match': `"${id}.${version}"` } })
    must(await put(gone, { ...(contacts.addContact.example as Body), name: 'Terug Sprong' }), 200)
    expect((await read(`/v1/contacts/${gone}`)).contact).toMatchObject({ name: 'Terug Sprong', active: false })
    const { email: _, ...mute } = contacts.addContact.example as Body
    const answer = await app.ask('POST', '/v1/contacts', { body: { ...mute, login: false }, role: 'coordinator' })
    expect(answer.json.errors).toMatchObject([{ pointer: '/email', code: 'emailNeeded' }])
    for (const id of ['some-person', 'some-informalCarer', 'some-system'])
      expect((await put(id, contacts.addContact.example as Body)).status).toBe(404)
  })

  test('an organisation keeps its kind, and its coordinator is one of its own people', async () => {
    const { app, add, read, faultsOf, contactId } = await withClub(database)
    const example = organisations.addOrganisation.example as Body
    const id = await add('/v1/organisations', example)
    expect(await faultsOf('/v1/organisations', { ...example, kind: 'coalition' })).toEqual(['/kind kindStays'])
    expect(await faultsOf('/v1/organisations', { ...example, municipality: 'GM9999' })).toEqual(['/municipality outsideRegion'])
    const put = (body: Body) =>
      app.ask('PUT', `/v1/organisations/${id}`, { body, role: 'coordinator', headers: { 'if-match': `"${id}.1"` } })
    expect((await put({ ...example, kind: 'practice' })).json.errors).toMatchObject([{ code: 'kindStays' }])
    expect((await put({ ...example, coordinatorId: contactId })).json.errors).toMatchObject([{ code: 'ofAnotherOrganisation' }])
    const own = await add('/v1/contacts', { ...(contacts.addContact.example as Body), organisationId: id })
    must(await put({ ...example, coordinatorId: own }), 200)
    expect(await read(`/v1/organisations/${id}`)).toMatchObject({ version: 2, coordinator: { accountId: own } })
    expect((await read('/v1/organisations?kind=provider')).items).toHaveLength(2)
  })
})
