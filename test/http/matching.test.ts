// Offers for one older adult over HTTP, on every database: best first with why and why not, the gap where there is one, and who looked.
import { beforeEach, describe, expect, test } from 'vitest'
import { CaseOffers } from '../../src/contract/matching.ts'
import { databases } from '../support/databases.ts'
import { screeningOf } from '../support/given-case.ts'
import { someSupply } from '../support/some-supply.ts'
import { must, somebody, type TestApp, testApp } from '../support/test-app.ts'

describe.each(databases)('$name', (database) => {
  let app: TestApp
  let supply: ReturnType<typeof someSupply>
  let c: string
  let personId: string

  beforeEach(async () => {
    app = await testApp(await database.open())
    supply = someSupply(app.engine.store)
    await supply.account('contact', 'club', { role: 'socialProvider' })
    await supply.account('deputy', 'club', { role: 'socialProvider' })
    const person = must(await app.ask('POST', '/v1/people', { body: { ...somebody, postcode: '1181 AA' } }), 201)
    personId = person.json.personId
    c = must(await app.ask('POST', '/v1/cases', { body: { personId, age: 80, livesAtHome: 'yes' } }), 201).json.caseId
    await app.does(c, 'screenings/_start', { personAgrees: true })
    await app.does(c, 'screenings', { facts: { ...screeningOf.moderate, walks10m: 'yes' } })
  })

  const look = async (query = '', role: 'practiceNurse' | 'coordinator' = 'practiceNurse'): Promise<CaseOffers> =>
    CaseOffers.parse(must(await app.ask('GET', `/v1/cases/${c}/offers${query}`, { role }), 200).json)

  const decide = (body: object) =>
    app.tries(c, 'decisions', {
      way: 'assignment',
      assignmentId: `${c}-a`,
      intervention: 'inBalans',
      domain: 'social',
      goal: 'weer dansen',
      consentGiven: true,
      redFlagsChecked: true,
      reasonForDeviation: 'geen plaats',
      ...body,
    })

  test('what is proposed first comes with its offers, best first, and every reason in words', async () => {
    await supply.location('near', 'club', '1181ZZ')
    await supply.offer('near', { location_id: 'near', contact_id: 'contact', deputy_id: 'deputy', areas: ['GM0362'] })
    await supply.run('near-run', 'near', 12)
    await supply.offer('far', { details: { name: 'Verder weg' }, areas: ['GM0362'] })
    await supply.run('far-run', 'far', 12, { starts_on: '2026-01-19' })
    await supply.offer('full', { details: { name: 'Vol' } })
    await supply.run('full-run', 'full', 2, { taken: 2, waiting: 1 })
    await supply.offer('elsewhere', { municipality: 'GM0384', areas: ['GM0384'] })
    const seen = await look()
    expect(seen.wanted).toEqual({ code: 'inBalans', words: 'In Balans' })
    expect(seen.offers.map(({ offerId, fits }) => [offerId, fits.code])).toEqual([
      ['near', 'yes'],
      ['far', 'yes'],
      ['full', 'no'],
    ])
    expect(seen.words).toBe('In Balans: 2 passend, 0 na te gaan, 1 niet passend.')
    expect(seen.order.map(({ code }) => code).slice(0, 3)).toEqual(['fits', 'norm', 'wishes'])
    expect(seen.norm).toMatchObject({ days: 84, status: 'local default' })
    expect(seen.unmetNeed).toBeNull()
    expect(seen.nextBest).toEqual([])
    const [near, , full] = seen.offers
    expect(near).toMatchObject({
      nearness: { code: 'samePostcode' },
      start: { is: 'free', on: '2026-02-02', runId: 'near-run', free: 12 },
      wait: { weeks: 4, withinNorm: 'yes' },
      payment: { expected: 'municipality', by: 'municipality', agreed: 'yes', deductible: 'no' },
      cost: { words: 'Gratis voor de deelnemer.' },
      certificate: { valid: 'notAsked' },
      contact: { accountId: 'contact', phone: '020 000 0001' },
      deputy: { accountId: 'deputy' },
      landsWith: { accountId: 'contact' },
      choose: { providerId: 'club', offerId: 'near', runId: 'near-run' },
    })
    expect(full?.choose).not.toHaveProperty('runId')
    expect(full?.whyNot).toEqual([{ code: 'full', words: 'Vol; er wacht 1 ander.' }])
  })

  test('what is chosen is what the decision takes, as it stands', async () => {
    await supply.offer('balans', { contact_id: 'contact' })
    await supply.run('run', 'balans', 1)
    const [first] = (await look()).offers
    must(await decide(first!.choose), 200)
    await app.does(c, `assignments/${c}-a/_send`, {})
    expect((await look()).offers[0]).toMatchObject({ fits: { code: 'no' }, start: { is: 'full' } })
    const full = await app.ask('GET', `/v1/offers?code=inBalans`)
    expect(full.json.items[0].places.free).toBe(0)
  })

  test('a place that somebody took in the meantime is refused with what can be done', async () => {
    await supply.offer('balans')
    await supply.run('run', 'balans', 1, { taken: 1 })
    const refused = await decide({ providerId: 'club', offerId: 'balans', runId: 'run' })
    expect([refused.status, refused.json.code]).toEqual([409, 'courseFull'])
    expect(refused.json.detail).toContain('wachtlijst')
  })

  test('wishes count: language and access are to be asked, days are said', async () => {
    await supply.offer('balans', { details: { days: ['mo'] } })
    await supply.run('run', 'balans', 4)
    const { offers } = await look('?givenIn=tr&needs=lift,stepFree&onDays=tu')
    expect(offers[0]?.fits.code).toBe('toBeChecked')
    expect(offers[0]?.toCheck.map(({ code }) => code).sort()).toEqual(['access', 'language'])
    expect(offers[0]?.whyNot.map(({ code }) => code)).toEqual(['days'])
    for (const query of ['givenIn=Turks', 'needs=helicopter', 'onDays=mo,x', 'code=a%20b', 'nothing=1'])
      expect((await app.ask('GET', `/v1/cases/${c}/offers?${query}`)).status).toBe(400)
    expect((await app.ask('GET', `/v1/cases/${c}/offers?code=nothing`)).json).toMatchObject({
      status: 400,
      errors: [{ in: 'query', pointer: '/code', code: 'notInCatalogue' }],
    })
  })

  test('a follow-up has offers too, against its own norm, and pays by its own rules', async () => {
    await supply.offer('eyes', {
      code: 'eyeTest',
      details: {
        form: 'consult',
        waitWeeks: 1,
        funding: [{ payer: 'zvw', validFrom: '2024-01-01', validUntil: null, deductible: true }],
      },
    })
    const { offers, norm } = await look('?code=eyeTest')
    expect(norm?.days).toBe(14)
    expect(offers[0]).toMatchObject({ fits: { code: 'yes' }, start: { runId: null, free: null }, payment: { deductible: 'yes' } })
    expect(offers[0]?.payment.words).toBe('Betaald door de basisverzekering; het eigen risico geldt.')
  })

  describe('where nothing fits', () => {
    test('the answer says so, gives the report ready to send, and the next best with its offers', async () => {
      await supply.offer('past', { code: 'vallenVerledenTijd', details: { name: 'Vallen Verleden Tijd' } })
      await supply.run('past-run', 'past', 6)
      const seen = await look()
      expect(seen.words).toBe('In Balans: er is hier geen aanbod.')
      expect(seen.unmetNeed).toEqual({
        body: { code: 'inBalans', reason: 'noOffer' },
        words: 'Gat in het aanbod voor In Balans: er is hier geen aanbod.',
        weeks: null,
        href: `/v1/cases/${c}/unmet-needs`,
      })
      expect(seen.nextBest.map(({ code, offers }) => [code, offers.map(({ offerId }) => offerId)])).toEqual([
        ['vallenVerledenTijd', ['past']],
      ])
      expect(seen.proposed.find(({ code }) => code === 'inBalans')).toMatchObject({
        offersHere: 0,
        says: 'Hiervan is er geen aanbod in deze gemeente.',
      })
      const { unmetNeed } = seen
      const saved = must(await app.ask('POST', unmetNeed!.href, { body: unmetNeed!.body }), 201)
      expect(saved.json).toEqual({ unmetNeedId: `${c}.inBalans.noOffer`, counted: true })
    })

    test('the explanation of the case says so as well', async () => {
      const { json } = must(await app.ask('GET', `/v1/cases/${c}/explanation`), 200)
      expect(json.supply).toContainEqual({
        code: 'inBalans',
        words: 'In Balans',
        offersHere: 0,
        says: 'Hiervan is er geen aanbod in deze gemeente.',
      })
    })

    test('a wait beyond the norm is a gap of so many weeks, and what has no wait comes next best', async () => {
      await supply.offer('late')
      await supply.run('late-run', 'late', 5, { starts_on: '2026-05-04', ends_on: '2026-08-01' })
      const seen = await look()
      expect(seen.offers[0]).toMatchObject({ fits: { code: 'yes' }, wait: { withinNorm: 'no', weeks: 17 } })
      expect(seen.unmetNeed).toMatchObject({ body: { code: 'inBalans', reason: 'waitTooLong' }, weeks: 17 })
    })
  })

  test('before the screening nothing is proposed, and any intervention can be looked for', async () => {
    const other = await app.signalled()
    const none = must(await app.ask('GET', `/v1/cases/${other}/offers`), 200).json
    expect(none).toMatchObject({ wanted: null, norm: null, offers: [], unmetNeed: null, proposed: [] })
    expect(must(await app.ask('GET', `/v1/cases/${other}/offers?code=inBalans`), 200).json.wanted.code).toBe('inBalans')
  })

  test('every look leaves a line in the access log, also the one that was refused', async () => {
    await look()
    const refused = await app.ask('GET', `/v1/cases/${c}/offers`, { role: 'socialProvider' })
    expect(refused.status).toBe(403)
    const report = await app.ask('POST', `/v1/cases/${c}/unmet-needs`, {
      body: { code: 'inBalans', reason: 'noOffer' },
      role: 'socialProvider',
    })
    expect(report.status).toBe(403)
    const { items } = must(await app.ask('GET', `/v1/people/${personId}/access-log`), 200).json
    const lines = items.filter(({ action }: { action: string }) => /Offers|UnmetNeed/.test(action))
    expect(
      lines.map(({ action, outcome, actorId }: { [name: string]: string }) => `${action} ${outcome} ${actorId}`).sort(),
    ).toEqual([
      'readOffers refused some-socialProvider',
      'readOffers seen some-practiceNurse',
      'reportUnmetNeed refused some-socialProvider',
    ])
  })

  test('English is spoken too', async () => {
    await supply.offer('balans')
    await supply.run('run', 'balans', 4)
    const { json } = must(await app.ask('GET', `/v1/cases/${c}/offers`, { headers: { 'accept-language': 'en' } }), 200)
    expect(json.words).toBe('In Balans: 1 that fit, 0 to be checked, 0 that do not fit.')
    expect(json.offers[0].why.map(({ words }: { words: string }) => words)).toContain('4 places free, begins on 2 February 2026.')
  })
})
