// Matching: what fits whom, why and why not, in an order that is stated; what is unknown is asked, and what is full is never shown as free.
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Match, Seeker } from '../../src/domain/matching.ts'
import { rankingRules } from '../../src/domain/matching-order.ts'
import { anOffer, anyOffers, anySeeker, aRun, at, inOrder, matched, somebody, today } from '../support/some-match.ts'

const codes = (match: Match) => ({
  whyNot: match.whyNot.map(({ code }) => code),
  toCheck: match.toCheck.map(({ code }) => code),
})

describe('one offer', () => {
  test('that suits fits, and says in words of both languages why', () => {
    const match = matched(
      somebody(),
      anOffer({ details: { forWhom: { minimumAge: 65, levels: ['moderate', 'high'], walksAlone: true } } }),
    )
    expect(match).toMatchObject({ fits: 'yes', waitDays: 28, withinNorm: 'yes', whyNot: [], toCheck: [] })
    expect(match.why.map(({ words }) => words.nl)).toEqual([
      'Is er voor mensen op dit adres.',
      'Voor mensen vanaf 65 jaar.',
      'Voor valrisico matig, hoog.',
      'Loopt 10 meter zonder hulp van een ander, zoals gevraagd.',
      '8 plaatsen vrij, begint op 2 februari 2026.',
      'De wachttijd van 4 weken is binnen de norm van 12 weken.',
      'Betaald door de gemeente; geen eigen risico.',
    ])
    expect(match.why.map(({ words }) => words.en).join(' ')).toMatch(/within the norm of 12 weeks/)
  })

  type Vignette = { what: string; who?: Partial<Seeker>; offer: Parameters<typeof anOffer>[0]; fits: Match['fits']; code: string }
  test.each<Vignette>([
    { what: 'too young', who: { age: 64 }, offer: { details: { forWhom: { minimumAge: 65 } } }, fits: 'no', code: 'age' },
    { what: 'exactly old enough', who: { age: 65 }, offer: { details: { forWhom: { minimumAge: 65 } } }, fits: 'yes', code: '' },
    { what: 'too old', offer: { details: { forWhom: { maximumAge: 79 } } }, fits: 'no', code: 'age' },
    {
      what: 'age unknown',
      who: { age: null },
      offer: { details: { forWhom: { minimumAge: 65 } } },
      fits: 'toBeChecked',
      code: 'age',
    },
    { what: 'for men', offer: { details: { forWhom: { sex: 'M' } } }, fits: 'no', code: 'sex' },
    {
      what: 'sex X, for men',
      who: { sex: 'X' },
      offer: { details: { forWhom: { sex: 'M' } } },
      fits: 'toBeChecked',
      code: 'sex',
    },
    { what: 'for a high risk', offer: { details: { forWhom: { levels: ['high'] } } }, fits: 'no', code: 'level' },
    {
      what: 'level not known yet',
      who: { level: null },
      offer: { details: { forWhom: { levels: ['high'] } } },
      fits: 'toBeChecked',
      code: 'level',
    },
    {
      what: 'does not walk alone',
      who: { walksAlone: 'no' },
      offer: { details: { forWhom: { walksAlone: true } } },
      fits: 'no',
      code: 'walksAlone',
    },
    {
      what: 'walking not asked',
      who: { walksAlone: 'unknown' },
      offer: { details: { forWhom: { walksAlone: true } } },
      fits: 'toBeChecked',
      code: 'walksAlone',
    },
    {
      what: 'walking does not matter',
      who: { walksAlone: 'unknown' },
      offer: { details: { forWhom: { walksAlone: false } } },
      fits: 'yes',
      code: '',
    },
    { what: 'another municipality', offer: { areas: ['GM0384'] }, fits: 'no', code: 'area' },
    { what: 'her postcode', offer: { areas: ['1181'] }, fits: 'yes', code: '' },
    { what: 'her full postcode', offer: { areas: ['1181AA'] }, fits: 'yes', code: '' },
    { what: 'another postcode', offer: { areas: ['1182'] }, fits: 'no', code: 'area' },
    { what: 'postcode not known', who: { postcode: null }, offer: { areas: ['1182'] }, fits: 'toBeChecked', code: 'area' },
    { what: 'district, neighbourhood not known', offer: { areas: ['WK036201'] }, fits: 'toBeChecked', code: 'area' },
    { what: 'district of another municipality', offer: { areas: ['WK038401'] }, fits: 'no', code: 'area' },
    { what: 'her district', who: { neighbourhood: 'BU03620105' }, offer: { areas: ['WK036201'] }, fits: 'yes', code: '' },
    { what: 'no areas named: its municipality', offer: { areas: [] }, fits: 'yes', code: '' },
    { what: 'no longer valid', offer: { validUntil: '2026-01-04' }, fits: 'no', code: 'noLongerValid' },
    { what: 'valid until today, starts later', offer: { validUntil: today }, fits: 'toBeChecked', code: 'endsBeforeStart' },
    { what: 'valid from tomorrow', offer: { validFrom: '2026-01-06' }, fits: 'no', code: 'notYetValid' },
    {
      what: 'certificate valid until today, starts later',
      offer: { certificateUntil: today },
      fits: 'toBeChecked',
      code: 'certificateEnds',
    },
    { what: 'certificate lapsed yesterday', offer: { certificateUntil: '2026-01-04' }, fits: 'no', code: 'certificateLapsed' },
    {
      what: 'certificate ends before the start',
      offer: { certificateUntil: '2026-01-20' },
      fits: 'toBeChecked',
      code: 'certificateEnds',
    },
    {
      what: 'certificate without a date',
      offer: { details: { certificate: { name: 'Otago' } } },
      fits: 'toBeChecked',
      code: 'certificateUndated',
    },
    { what: 'full', offer: { runs: [aRun({ taken: 12, waiting: 3 })] }, fits: 'no', code: 'full' },
    { what: 'free, and closed', offer: { runs: [aRun({ open: false })] }, fits: 'no', code: 'full' },
    { what: 'already begun', offer: { runs: [aRun({ startsOn: '2026-01-04' })] }, fits: 'toBeChecked', code: 'begun' },
    {
      what: 'all runs over, no wait known',
      offer: { runs: [aRun({ startsOn: '2025-01-01', endsOn: '2025-05-01' })] },
      fits: 'toBeChecked',
      code: 'startUnknown',
    },
    { what: 'waits longer than the norm', offer: { runs: [aRun({ startsOn: '2026-04-01' })] }, fits: 'yes', code: 'wait' },
    { what: 'nobody agreed to pay', offer: { details: { funding: [] } }, fits: 'toBeChecked', code: 'payment' },
  ])('$what: $fits', ({ who = {}, offer, fits, code }) => {
    const match = matched(somebody(who), anOffer(offer))
    const { whyNot, toCheck } = codes(match)
    expect([match.fits, [...whyNot, ...toCheck].join()]).toEqual([fits, code])
  })

  test('a full group says how many wait, and a place of somebody who stopped makes it fit again', () => {
    const full = matched(somebody(), anOffer({ runs: [aRun({ taken: 12, waiting: 3 })] }))
    expect(full.start).toEqual({ is: 'full', on: null, runId: 'spring', free: 0, waiting: 3 })
    expect(full.whyNot[0]?.words.nl).toBe('Vol; er wachten 3 anderen.')
    expect(matched(somebody(), anOffer({ runs: [aRun({ taken: 11, waiting: 3 })] })).start).toMatchObject({ is: 'free', free: 1 })
  })

  test('the first group with a place counts, whatever order they stand in; what has begun only when nothing comes', () => {
    const runs = [
      aRun({ runId: 'late', startsOn: '2026-03-02' }),
      aRun({ runId: 'begun', startsOn: '2026-01-01' }),
      aRun({ runId: 'full', startsOn: '2026-01-12', taken: 12 }),
      aRun({ runId: 'first', startsOn: '2026-02-09' }),
    ]
    expect(matched(somebody(), anOffer({ runs })).start).toMatchObject({ runId: 'first', on: '2026-02-09', is: 'free' })
  })

  test('without course runs the usual wait counts, and nobody invents places', () => {
    const match = matched(somebody(), anOffer({ runs: [], details: { waitWeeks: 3, form: 'consult' } }))
    expect(match.start).toEqual({ is: 'free', on: '2026-01-26', runId: null, free: null, waiting: 0 })
    expect(match.waitDays).toBe(21)
  })

  test.each([
    { what: 'a home visit', offer: { details: { form: 'home' as const }, location: at('1186ZZ') }, nearness: 'home' },
    { what: 'the same four digits', offer: { location: at('1181ZZ') }, nearness: 'samePostcode' },
    { what: 'given for her postcode, elsewhere', offer: { areas: ['1181'], location: at('1186ZZ') }, nearness: 'district' },
    { what: 'elsewhere in the municipality', offer: { location: at('1186ZZ') }, nearness: 'municipality' },
    { what: 'in the next municipality, for hers too', offer: { location: at('1111AA', 'GM0384') }, nearness: 'further' },
    { what: 'no address: the municipality of the offer', offer: { municipality: 'GM0384' }, nearness: 'further' },
  ])('$what is $nearness', ({ offer, nearness }) => {
    expect(matched(somebody(), anOffer(offer)).nearness).toBe(nearness)
  })
})

describe('who pays', () => {
  const zvw = { payer: 'zvw', validFrom: '2024-01-01', validUntil: '2026-01-31', deductible: true } as const
  const town = { payer: 'municipality', validFrom: '2024-01-01', validUntil: null, deductible: false } as const
  const pays = (
    payer: string | null,
    funding: readonly (typeof zvw | typeof town | { payer: 'free'; validFrom: string; validUntil: null; deductible: false })[],
    startsOn = '2026-01-20',
  ) => matched(somebody(), anOffer({ details: { funding: [...funding] }, runs: [aRun({ startsOn })] }), { payer }).payment

  test.each([
    { what: 'the basic insurance, agreed', payer: 'zvw', funding: [zvw], by: 'zvw', agreed: 'yes', deductible: 'yes' },
    {
      what: 'the municipality, agreed',
      payer: 'municipality',
      funding: [town],
      by: 'municipality',
      agreed: 'yes',
      deductible: 'no',
    },
    {
      what: 'the insurance expected, the municipality agreed',
      payer: 'zvw',
      funding: [town],
      by: null,
      agreed: 'no',
      deductible: 'unknown',
    },
    {
      what: 'either of two',
      payer: 'municipalityOrSupplementary',
      funding: [zvw, town],
      by: 'municipality',
      agreed: 'yes',
      deductible: 'no',
    },
    {
      what: 'not to be said yet',
      payer: 'undetermined',
      funding: [zvw, town],
      by: null,
      agreed: 'unknown',
      deductible: 'unknown',
    },
    {
      what: 'not to be said yet, all with a deductible',
      payer: 'undetermined',
      funding: [zvw],
      by: null,
      agreed: 'unknown',
      deductible: 'yes',
    },
    { what: 'a follow-up, paid by its own rules', payer: null, funding: [zvw], by: 'zvw', agreed: 'yes', deductible: 'yes' },
    { what: 'nobody', payer: 'zvw', funding: [], by: null, agreed: 'no', deductible: 'unknown' },
    {
      what: 'free of charge, whoever should pay',
      payer: 'zvw',
      funding: [{ payer: 'free', validFrom: '2024-01-01', validUntil: null, deductible: false } as const],
      by: 'free',
      agreed: 'yes',
      deductible: 'no',
    },
  ])('$what', ({ payer, funding, by, agreed, deductible }) => {
    expect(pays(payer, funding)).toMatchObject({ by, agreed, deductible })
  })

  test('is looked up for the day it starts: what ends in January does not pay for February', () => {
    expect(pays('zvw', [zvw], '2026-01-31').agreed).toBe('yes')
    const later = pays('zvw', [zvw], '2026-02-01')
    expect(later.agreed).toBe('no')
    expect(later.words.nl).toBe(
      'Niemand heeft afgesproken dit op 1 februari 2026 te betalen. Vraag het na, anders betaalt de deelnemer zelf.',
    )
  })

  test('the deductible is part of the sentence', () => {
    expect(pays('zvw', [zvw]).words).toEqual({
      nl: 'Betaald door de basisverzekering; het eigen risico geldt.',
      en: 'Paid by the basic health insurance; the deductible applies.',
    })
  })
})

describe('the order', () => {
  test('is that of the stated rules, each with words and a source', () => {
    expect(rankingRules.map(({ id }) => id)).toEqual([
      'fits',
      'norm',
      'wishes',
      'payment',
      'nearness',
      'start',
      'places',
      'freshness',
      'cost',
      'name',
    ])
    expect(
      rankingRules.every(
        ({ words, source, status }) => words.nl !== '' && words.en !== '' && source === 'Valpad' && status === 'local default',
      ),
    ).toBe(true)
  })

  test.each<{ rule: string; who?: Partial<Seeker>; first: Parameters<typeof anOffer>[0]; second: Parameters<typeof anOffer>[0] }>(
    [
      {
        rule: 'fits',
        first: { runs: [aRun({ startsOn: '2026-03-20' })] },
        second: { details: { funding: [] }, location: at('1181AA') },
      },
      {
        rule: 'norm',
        first: { location: at('1111AA', 'GM0384') },
        second: { location: at('1181AA'), runs: [aRun({ startsOn: '2026-05-01' })] },
      },
      { rule: 'wishes', who: { prefers: 'group' }, first: { location: at('1186AA') }, second: { details: { form: 'home' } } },
      {
        rule: 'nearness',
        first: { location: at('1181AA'), runs: [aRun({ startsOn: '2026-03-01' })] },
        second: { location: at('1186AA') },
      },
      { rule: 'start', first: { runs: [aRun({ taken: 11 })] }, second: { runs: [aRun({ startsOn: '2026-02-03' })] } },
      { rule: 'places', first: { runs: [aRun({ taken: 2 })], nextCheckOn: '2026-01-01' }, second: {} },
      { rule: 'freshness', first: { details: { cost: { cents: 500, per: 'course' } } }, second: { nextCheckOn: '2026-01-01' } },
      {
        rule: 'cost',
        first: { details: { name: 'Z' } },
        second: { details: { name: 'A', cost: { cents: 500, per: 'course' } } },
      },
      { rule: 'name', first: { details: { name: 'A' } }, second: { details: { name: 'B' } } },
    ],
  )('$rule', ({ who = {}, first, second }) => {
    const offers = [anOffer({ ...second, offerId: 'a' }), anOffer({ ...first, offerId: 'b' })]
    expect(inOrder(somebody(who), offers)).toEqual(['b', 'a'])
  })

  test('is the same whatever order the offers came in, and each stands in it once', () => {
    fc.assert(
      fc.property(anySeeker, anyOffers, fc.nat(), (seeker, offers, seed) => {
        // One offer has one content, also where its id comes twice.
        const once = [...new Map(offers.map((offer) => [offer.offerId, offer])).values()]
        const twice = [...once, ...once.slice(0, seed % (once.length + 1))]
        const turned = [...twice.slice(seed % (twice.length + 1)), ...twice.slice(0, seed % (twice.length + 1))].reverse()
        expect(inOrder(seeker, turned)).toEqual(inOrder(seeker, twice))
        expect(inOrder(seeker, twice).sort()).toEqual(once.map(({ offerId }) => offerId).sort())
      }),
    )
  })
})
