// What must hold of every match, whoever asks and whatever is offered; what a list leaves unmet; and the norm for the wait.
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { pathwayVersions } from '../../pathways/versions.ts'
import type { Match, OfferToMatch, Seeker } from '../../src/domain/matching.ts'
import { ranked } from '../../src/domain/matching-order.ts'
import { unmetBy } from '../../src/domain/unmet-need.ts'
import { allWanted, waitNorm, wantedBy } from '../../src/domain/wait-norm.ts'
import { anOffer, anyOffers, anySeeker, aRun, asked, matched, somebody, today } from '../support/some-match.ts'

describe('whoever asks, whatever is offered', () => {
  const each = (look: (match: Match, seeker: Seeker, offer: OfferToMatch) => void) =>
    fc.assert(
      fc.property(anySeeker, anyOffers, (seeker, offers) => {
        for (const offer of offers) look(matched(seeker, offer), seeker, offer)
      }),
      { numRuns: 300 },
    )

  test('nothing full is shown as free', () => {
    each(({ start, fits }, _, { runs }) => {
      const free = runs.filter((run) => run.open && run.taken < run.places && run.endsOn >= today)
      const current = runs.filter(({ endsOn }) => endsOn >= today)
      if (current.length > 0 && free.length === 0) expect([start.is, fits]).toEqual(['full', 'no'])
      if (start.is === 'free' && start.runId !== null) expect(free.map(({ runId }) => runId)).toContain(start.runId)
    })
  })

  test('nothing that has lapsed or does not stand today is among what fits', () => {
    each(({ fits }, _, { validFrom, validUntil, certificateUntil }) => {
      if (fits === 'no') return
      expect(validFrom <= today && (validUntil === null || validUntil >= today)).toBe(true)
      expect(certificateUntil === null || certificateUntil >= today).toBe(true)
    })
  })

  test('what does not fit says why, what is to be checked says what, and nothing of the kind stands with what fits', () => {
    each(({ fits, whyNot, toCheck, lacks }) => {
      if (fits === 'no') expect(whyNot.map(({ code }) => code)).toEqual(expect.arrayContaining([...lacks]))
      if (fits === 'toBeChecked') expect(toCheck.length).toBeGreaterThan(0)
      if (fits === 'yes') expect(lacks).toEqual([])
    })
  })

  test('not knowing something never makes an offer unfit', () => {
    each((match, seeker, offer) => {
      const unknown = matched({ ...seeker, age: null, sex: null, level: null, walksAlone: 'unknown' }, offer)
      if (match.fits !== 'no') expect(unknown.fits).not.toBe('no')
    })
  })

  test('every reason has words in both languages, without anything left open in them', () => {
    each(({ why, whyNot, toCheck, payment }) => {
      for (const words of [...why, ...whyNot, ...toCheck, payment].map((one) => one.words)) {
        expect(words.nl).not.toMatch(/undefined|null|NaN/)
        expect(words.en).not.toMatch(/undefined|null|NaN/)
        expect(words.nl).toMatch(/^[A-Z0-9].*[.?]$|^Let op/)
      }
    })
  })
})

describe('unmet need', () => {
  const unmet = (...offers: Parameters<typeof anOffer>[0][]) =>
    unmetBy('inBalans', ranked(offers.map((offer, index) => matched(somebody(), anOffer({ ...offer, offerId: `o${index}` })))))

  test.each([
    { what: 'something fits in time', offers: [{}], reason: null },
    { what: 'something may fit', offers: [{ details: { funding: [] } }], reason: null },
    { what: 'the wait is not known', offers: [{ runs: [] }], reason: null },
    { what: 'nothing at all', offers: [], reason: 'noOffer' },
    { what: 'only elsewhere', offers: [{ areas: ['GM0384'] }, { validUntil: '2025-12-31' }], reason: 'noOffer' },
    { what: 'all full', offers: [{ runs: [aRun({ taken: 12 })] }, { areas: ['GM0384'] }], reason: 'full' },
    { what: 'for others', offers: [{ details: { forWhom: { sex: 'M' as const } } }], reason: 'nothingFits' },
    {
      what: 'full, and for others anyway',
      offers: [{ details: { forWhom: { sex: 'M' as const } }, runs: [aRun({ taken: 12 })] }],
      reason: 'nothingFits',
    },
  ])('$what: $reason', ({ offers, reason }) => {
    expect(unmet(...offers)?.reason ?? null).toBe(reason)
  })

  test('a wait longer than the norm is counted in weeks, by the shortest one', () => {
    const late = (startsOn: string) => ({ runs: [aRun({ startsOn })] })
    expect(unmet(late('2026-06-01'), late('2026-04-06'))).toEqual({ code: 'inBalans', reason: 'waitTooLong', weeks: 13 })
    expect(unmet(late('2026-06-01'), late('2026-03-30'))).toBeNull()
  })
})

describe('the norm', () => {
  const pathway = pathwayVersions.at(-1)!
  test.each([
    { code: 'inBalans', days: 84 },
    { code: 'otagoHome', days: 42 },
    { code: 'eyeTest', days: 14 },
  ])('of $code is that of the deadline for the first session: $days days', ({ code, days }) => {
    expect(waitNorm(pathway, wantedBy(pathway, code)!, today)).toMatchObject({ id: 'TM7', days, status: 'local default' })
  })

  test('everything in the catalogue has one, and what is not in it has no name here', () => {
    expect(allWanted(pathway).every((wanted) => waitNorm(pathway, wanted, today).days > 0)).toBe(true)
    expect(wantedBy(pathway, 'nothing')).toBeNull()
  })

  test('of the coalition counts before that of the pathway', () => {
    const shorter = { ...pathway, settings: { ...pathway.settings, deadlines: { 'TM7.group': 28 } } }
    expect(waitNorm(shorter, wantedBy(pathway, 'inBalans')!, today).days).toBe(28)
    expect(asked.norm.days).toBe(84)
  })
})
