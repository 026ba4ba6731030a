// Course dates: on their weekdays, never on a public holiday, in order; and a meeting that is moved stays the same meeting.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addPeriod, daysBetween, holidaysOf } from '../../src/domain/calendar.ts'
import { meetingDates, renumbered } from '../../src/domain/course-dates.ts'
import { freshnessOf, weekdays } from '../../src/domain/supply.ts'
import { changesBetween } from '../../src/domain/supply-changes.ts'
import { costWords } from '../../src/domain/supply-words.ts'

const anyDay = fc.integer({ min: 0, max: 3000 }).map((days) => addPeriod('2024-01-01', days, 'days'))
const anyWeekdays = fc.uniqueArray(fc.constantFrom(...weekdays), { maxLength: 7 })

test('a course meets on every one of its weekdays between its ends, and on no public holiday', () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: 0, max: 400 }), anyWeekdays, (startsOn, length, days) => {
      const endsOn = addPeriod(startsOn, length, 'days')
      const dates = meetingDates(startsOn, endsOn, days)
      expect(dates).toEqual([...new Set(dates)].sort())
      const holidays = new Set(
        [2024, 2025, 2026, 2027, 2028, 2029, 2030, 2031, 2032, 2033].flatMap((year) => holidaysOf(year).map(({ date }) => date)),
      )
      for (let day = startsOn; day <= endsOn; day = addPeriod(day, 1, 'days')) {
        const weekday = weekdays[((daysBetween('2024-01-01', day) % 7) + 7) % 7]!
        expect([day, dates.includes(day)]).toEqual([day, days.includes(weekday) && !holidays.has(day)])
      }
    }),
    { numRuns: 60 },
  )
})

test('however the days change, nobody is in two meetings, numbers run from one, and what stayed on its day stayed itself', () => {
  fc.assert(
    fc.property(fc.uniqueArray(anyDay, { maxLength: 12 }), fc.uniqueArray(anyDay, { maxLength: 12 }), (first, second) => {
      const before = renumbered(first, []).map((one) => ({ ...one, id: `m${one.number}` }))
      const after = renumbered(second, before)
      expect(after.map(({ number }) => number)).toEqual(after.map((_, index) => index + 1))
      const kept = after.flatMap(({ id }) => id ?? [])
      expect(new Set(kept).size).toBe(kept.length)
      for (const one of after) for (const old of before) if (old.heldOn === one.heldOn) expect(one.id).toBe(old.id)
    }),
  )
})

describe('what it costs', () => {
  const funding = (payer: 'zvw' | 'municipality' | 'own', validUntil: string | null, deductible = false) => ({
    payer,
    validFrom: '2026-01-01',
    validUntil,
    deductible,
  })
  const words = (cents: number, ...paid: ReturnType<typeof funding>[]) =>
    costWords({ cost: { cents, per: 'meeting' }, funding: paid }, '2026-06-01')

  test.each([
    [words(0), 'Gratis voor de deelnemer.', 'Free of charge for the participant.'],
    [words(705, funding('own', null)), '€ 7,05 per bijeenkomst.', '€ 7.05 per meeting.'],
    [
      words(0, funding('zvw', null, true)),
      'Gratis voor de deelnemer; betaald door de basisverzekering; het eigen risico geldt.',
      'Free of charge for the participant; paid by the basic health insurance; the deductible applies.',
    ],
    [
      words(1000, funding('zvw', '2026-05-31', true), funding('municipality', '2026-06-01')),
      '€ 10,00 per bijeenkomst; betaald door de gemeente.',
      '€ 10.00 per meeting; paid by the municipality.',
    ],
  ])('%#: $nl', (given, nl, en) => {
    expect(given).toEqual({ nl, en })
  })
})

test.each([
  [null, null, '2026-06-01', 'neverChecked'],
  ['2026-01-31', null, '2026-07-30', 'fresh'],
  ['2026-01-31', null, '2026-07-31', 'ageing'],
  ['2026-01-31', '2026-03-01', '2026-03-01', 'ageing'],
  ['2026-01-31', '2026-03-01', '2026-06-01', 'stale'],
] as const)('checked on %s, again on %s, seen on %s: %s', (last, next, today, freshness) => {
  expect(freshnessOf(last, next, today)).toBe(freshness)
})

test('a change names the fields that became others, whatever the order they were written in', () => {
  expect(changesBetween({ a: 1, b: { x: 1, y: 2 }, c: null }, { b: { y: 2, x: 1 }, a: 2, d: [1] })).toEqual([
    { field: 'a', before: 1, after: 2 },
    { field: 'd', before: null, after: [1] },
  ])
})
