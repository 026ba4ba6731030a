// The Dutch calendar, as a table anybody can hold beside a wall calendar.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  addPeriod,
  addWorkingDays,
  closeOf,
  dayOf,
  daysBetween,
  holidaysOf,
  isWorkingDay,
  startOf,
  workingDaysBetween,
} from '../../src/domain/calendar.ts'

test.each([
  { year: 2025, dates: '01-01 04-21 04-26 05-05 05-29 06-09 12-25 12-26' },
  { year: 2026, dates: '01-01 04-06 04-27 05-14 05-25 12-25 12-26' },
  { year: 2027, dates: '01-01 03-29 04-27 05-06 05-17 12-25 12-26' },
  { year: 2028, dates: '01-01 04-17 04-27 05-25 06-05 12-25 12-26' },
  { year: 2030, dates: '01-01 04-22 04-27 05-05 05-30 06-10 12-25 12-26' },
  { year: 2031, dates: '01-01 04-14 04-26 05-22 06-02 12-25 12-26' },
  { year: 2038, dates: '01-01 04-26 04-27 06-03 06-14 12-25 12-26' },
])('public holidays of $year', ({ year, dates }) => {
  expect(
    holidaysOf(year)
      .map(({ date }) => date.slice(5))
      .join(' '),
  ).toBe(dates)
})

test.each([
  { date: '2026-04-03', working: true, why: 'Good Friday is an ordinary Friday' },
  { date: '2026-04-06', working: false, why: 'Easter Monday' },
  { date: '2031-04-26', working: false, why: "King's Day moved to Saturday the 26th" },
  { date: '2026-05-05', working: true, why: 'Liberation Day outside the five-year rhythm' },
  { date: '2025-05-05', working: false, why: 'Liberation Day in a year divisible by five' },
  { date: '2026-12-24', working: true, why: 'the day before Christmas' },
  { date: '2026-11-21', working: false, why: 'a Saturday' },
  { date: '2026-11-22', working: false, why: 'a Sunday' },
])('$date is a working day: $working ($why)', ({ date, working }) => expect(isWorkingDay(date)).toBe(working))

test.each([
  { from: '2026-11-20', days: 1, to: '2026-11-23', why: 'Friday to Monday' },
  { from: '2026-11-21', days: 1, to: '2026-11-23', why: 'from a Saturday' },
  { from: '2026-11-21', days: 0, to: '2026-11-21', why: 'zero is the day itself' },
  { from: '2026-12-24', days: 1, to: '2026-12-28', why: 'over Christmas' },
  { from: '2026-12-24', days: 5, to: '2027-01-04', why: "over Christmas and New Year's Day" },
  { from: '2026-04-01', days: 10, to: '2026-04-16', why: 'over Easter Monday' },
  { from: '2026-05-13', days: 1, to: '2026-05-15', why: 'over Ascension Day' },
])('$days working days after $from is $to ($why)', ({ from, days, to }) => expect(addWorkingDays(from, days)).toBe(to))

test.each([-1, 1.5, 1001, Number.NaN])('%s is not a number of working days', (amount) => {
  expect(() => addWorkingDays('2026-01-01', amount)).toThrow('working days')
})

test.each([
  { from: '2026-01-31', amount: 1, unit: 'months', to: '2026-02-28' },
  { from: '2028-01-31', amount: 1, unit: 'months', to: '2028-02-29' },
  { from: '2028-02-29', amount: 12, unit: 'months', to: '2029-02-28' },
  { from: '2026-03-27', amount: 14, unit: 'weeks', to: '2026-07-03' },
  { from: '2026-03-28', amount: 2, unit: 'days', to: '2026-03-30' },
] as const)('$from plus $amount $unit is $to', ({ from, amount, unit, to }) => expect(addPeriod(from, amount, unit)).toBe(to))

test.each([
  { date: '2026-03-28', close: '2026-03-28T17:00:00Z', start: '2026-03-27T23:00:00Z', why: 'the day before summer time' },
  { date: '2026-03-29', close: '2026-03-29T16:00:00Z', start: '2026-03-28T23:00:00Z', why: 'the day summer time begins' },
  { date: '2026-10-24', close: '2026-10-24T16:00:00Z', start: '2026-10-23T22:00:00Z', why: 'the day before winter time' },
  { date: '2026-10-25', close: '2026-10-25T17:00:00Z', start: '2026-10-24T22:00:00Z', why: 'the day winter time begins' },
])('$date closes at $close ($why)', ({ date, close, start }) => {
  expect([closeOf(date), startOf(date), dayOf(close), dayOf(start)]).toEqual([close, start, date, date])
})

const anyDay = fc.integer({ min: 0, max: 20_000 }).map((n) => addPeriod('2020-01-01', n, 'days'))

test('counting working days back gives what was counted forward', () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: 1, max: 60 }), (from, amount) => {
      const to = addWorkingDays(from, amount)
      expect(isWorkingDay(to)).toBe(true)
      expect(workingDaysBetween(from, to)).toBe(amount)
      expect(workingDaysBetween(to, from)).toBe(0)
      expect(daysBetween(from, to)).toBeGreaterThanOrEqual(amount)
    }),
    { numRuns: 200 },
  )
})

test('Easter Monday is a Monday between 23 March and 26 April, in every year', () => {
  for (let year = 1900; year <= 2199; year += 1) {
    const monday = holidaysOf(year).find(({ name }) => name.en === 'Easter Monday')!.date
    expect(Temporal.PlainDate.from(monday).dayOfWeek).toBe(1)
    expect(monday >= `${year}-03-23` && monday <= `${year}-04-26`).toBe(true)
  }
})
