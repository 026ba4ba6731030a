// What is wrong with an offer or a course run, said in words at its place: contact and deputy, dates, places, areas, certificates.
import { beforeAll, describe, expect, test } from 'vitest'
import * as runs from '../../src/contract/course-runs.ts'
import { statement } from '../../src/store/store.ts'
import { databases } from '../support/databases.ts'
import { type Body, withClub } from '../support/supply-club.ts'

describe.each(databases)('$name', (database) => {
  let club: Awaited<ReturnType<typeof withClub>>
  let offerId: string

  beforeAll(async () => {
    club = await withClub(database)
    offerId = await club.offer()
  })

  test.each([
    ['a code that no pathway has', { code: 'tangoForAll' }, ['/code noSuchCode']],
    ['nobody of that name', { contactId: 'nobody' }, ['/contactId noSuchAccount']],
    ['somebody of elsewhere', { contactId: 'some-practiceNurse' }, ['/contactId ofAnotherOrganisation']],
    ['an end before the beginning', { validUntil: '2025-12-31' }, ['/validUntil endsBeforeItStarts']],
    ['a check in the future', { lastCheckedOn: '2026-01-06' }, ['/lastCheckedOn inTheFuture']],
    ['a next check before the last', { nextCheckOn: '2026-01-05' }, ['/nextCheckOn beforeLastCheck']],
    ['ages that nobody has', { forWhom: { minimumAge: 80, maximumAge: 70 } }, ['/forWhom/maximumAge noAgeLeft']],
    ['an area of elsewhere', { areas: ['GM0362', 'WK036300'] }, ['/areas/1 outsideRegion']],
    ['an area of no form', { areas: ['Amstelveen'] }, ['/areas/0 invalid_format']],
    ['no area at all', { areas: [] }, ['/areas too_small']],
    ['a place of nobody', { locationId: 'nowhere' }, ['/locationId noSuchLocation']],
    ['a price below zero', { cost: { cents: -1, per: 'course' } }, ['/cost/cents too_small']],
    ['an organisation of nobody', { organisationId: 'nobody' }, ['/organisationId noSuchOrganisation']],
    [
      'money that ends before it comes',
      { funding: [{ payer: 'own', validFrom: '2026-02-01', validUntil: '2026-01-01', deductible: false }] },
      ['/funding/0/validUntil endsBeforeItStarts'],
    ],
  ])('an offer with %s is refused in words', async (_, wrong, faults) => {
    const { right, faultsOf } = club
    expect(await faultsOf('/v1/offers', { ...right, ...wrong })).toEqual(faults)
  })

  test('contact and deputy are both needed, and are two people who are there', async () => {
    const { app, right, faultsOf, contactId, deputyId, person } = await withClub(database)
    const { deputyId: _, ...without } = right
    expect(await faultsOf('/v1/offers', without)).toEqual(['/deputyId required'])
    expect(await faultsOf('/v1/offers', { ...right, deputyId: contactId })).toEqual(['/deputyId deputyIsContact'])
    const gone = await person('Weg Sprong', { active: false })
    expect(await faultsOf('/v1/offers', { ...right, deputyId: gone })).toEqual(['/deputyId notHere'])
    const { store } = app.engine
    await store.commit([
      statement(store.build.updateTable('account').set({ left_on: '2026-01-05' }).where('id', '=', deputyId), 1),
    ])
    expect(await faultsOf('/v1/offers', right)).toEqual(['/deputyId notHere'])
  })

  test('contact and deputy can answer what lands with them, also after a change of role; no offer is kept by an older adult', async () => {
    const { app, right, offer, faultsOf, contactId, person } = await withClub(database)
    const { store } = app.engine
    const signaller = await person('Sien Sprong', { role: 'signaller' })
    expect(await faultsOf('/v1/offers', { ...right, contactId: signaller })).toEqual(['/contactId cannotAnswer'])
    expect(await faultsOf('/v1/offers', { ...right, deputyId: signaller })).toEqual(['/deputyId cannotAnswer'])
    await store.commit([statement(store.build.updateTable('account').set({ role: 'person' }).where('id', '=', signaller), 1)])
    expect(await faultsOf('/v1/offers', { ...right, ownerId: signaller })).toEqual(['/ownerId noSuchAccount'])

    await offer()
    const known = await app.ask('GET', `/v1/contacts/${contactId}`)
    const body = { ...known.json.contact, role: 'signaller' }
    const headers = { 'if-match': String(known.headers.etag) }
    const changed = await app.ask('PUT', `/v1/contacts/${contactId}`, { body, headers, role: 'coordinator' })
    expect([changed.status, changed.json.errors[0].code]).toEqual([400, 'answersForOffers'])
    expect(changed.json.errors[0].detail).toContain('In Balans in de Sprong')
  })

  test('the deputy may be somebody of the coalition; the contact may not', async () => {
    const { app, right, faultsOf, offer } = await withClub(database)
    const { store } = app.engine
    await store.commit([
      statement(store.build.updateTable('organisation').set({ kind: 'coalition' }).where('id', '=', 'practice-1'), 1),
    ])
    await offer({ deputyId: 'some-coordinator', ownerId: 'some-coordinator' })
    expect(await faultsOf('/v1/offers', { ...right, contactId: 'some-coordinator' })).toEqual([
      '/contactId ofAnotherOrganisation',
    ])
  })

  test('Otago under the basic insurance needs a certificate with an end date; elsewhere it is a choice', async () => {
    const { right, faultsOf, offer, read } = await withClub(database)
    const zvw = [{ payer: 'zvw', validFrom: '2026-01-01', validUntil: null, deductible: true }]
    const otago = { ...right, code: 'otagoHome', form: 'home', funding: zvw }
    expect(await faultsOf('/v1/offers', otago)).toEqual([
      '/certificate certificateNeeded',
      '/certificateUntil certificateEndNeeded',
    ])
    const certificate = { name: 'Otago-certificaat' }
    expect(await faultsOf('/v1/offers', { ...otago, certificate })).toEqual(['/certificateUntil certificateEndNeeded'])
    await offer({ code: 'otagoHome', form: 'home' })
    const lapsed = await offer({ ...otago, certificate, certificateUntil: '2025-12-31' })
    expect(await read(`/v1/offers/${lapsed}`)).toMatchObject({
      certificateLapsed: true,
      costWords: '€ 25,00 voor de hele cursus; betaald door de basisverzekering; het eigen risico geldt.',
    })
  })

  test.each([
    ['fewer places than none', { places: -1 }, ['/places too_small']],
    ['more places than anybody has', { places: 501 }, ['/places too_big']],
    ['an end before its start', { endsOn: '2026-03-02' }, ['/endsOn endsBeforeItStarts']],
    ['an end in three years', { endsOn: '2029-03-03' }, ['/endsOn tooLong']],
    ['a meeting outside it', { meetings: ['2026-03-02', '2026-03-03'] }, ['/meetings/0 outsideCourse']],
    ['a meeting twice', { meetings: ['2026-03-03', '2026-03-03'] }, ['/meetings/1 twice']],
    ['no meeting at all', { meetings: [] }, ['/meetings noMeeting']],
    ['weekdays that never come', { endsOn: '2026-03-03', days: ['su'] }, ['/days noMeeting']],
    ['a day too many', { endsOn: '2028-03-01', days: ['mo', 'tu', 'we'] }, ['/days tooManyMeetings']],
    ['an offer of nobody', { offerId: 'nothing' }, ['/offerId noSuchOffer']],
    ['a start before the offer', { startsOn: '2025-12-30', endsOn: '2026-02-01' }, ['/startsOn outsideOffer']],
  ])('a course run with %s is refused in words', async (_, wrong, faults) => {
    const { faultsOf } = club
    const example = { ...(runs.addRun.example as Body), offerId }
    expect(await faultsOf('/v1/course-runs', { ...example, ...wrong })).toEqual(faults)
  })
})
