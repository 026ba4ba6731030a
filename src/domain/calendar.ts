// The Dutch calendar: public holidays, working days and the hour at which a day ends. Dates are handed in; nothing here reads a clock.
import type { Words } from './words.ts'

/** A day as `YYYY-MM-DD`. Text of this form sorts by date. */
export type IsoDate = string
/** A moment as `YYYY-MM-DDTHH:MM:SSZ`. */
export type IsoInstant = string

export type Holiday = { readonly date: IsoDate; readonly name: Words }

/** Public holidays of one year, in order. 5 May counts only in years divisible by five, when most people have the day off. */
export function holidaysOf(year: number): Holiday[] {
  const easter = easterOf(year)
  const fixed = (month: number, day: number) => Temporal.PlainDate.from({ year, month, day })
  const kingsDay = fixed(4, 27)
  const holidays: [Temporal.PlainDate, string, string][] = [
    [fixed(1, 1), 'Nieuwjaarsdag', "New Year's Day"],
    [easter.add({ days: 1 }), 'Tweede paasdag', 'Easter Monday'],
    [kingsDay.dayOfWeek === 7 ? kingsDay.subtract({ days: 1 }) : kingsDay, 'Koningsdag', "King's Day"],
    ...(year % 5 === 0 ? [[fixed(5, 5), 'Bevrijdingsdag', 'Liberation Day'] as [Temporal.PlainDate, string, string]] : []),
    [easter.add({ days: 39 }), 'Hemelvaartsdag', 'Ascension Day'],
    [easter.add({ days: 50 }), 'Tweede pinksterdag', 'Whit Monday'],
    [fixed(12, 25), 'Eerste kerstdag', 'Christmas Day'],
    [fixed(12, 26), 'Tweede kerstdag', 'Boxing Day'],
  ]
  return holidays
    .map(([date, nl, en]) => ({ date: date.toString(), name: { nl, en } }))
    .sort((a, b) => (a.date < b.date ? -1 : 1))
}

/** Easter Sunday of the Gregorian calendar (the anonymous algorithm, Meeus 1991, chapter 8). */
function easterOf(year: number): Temporal.PlainDate {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const d = Math.floor(b / 4)
  const e = b % 4
  const f = Math.floor((b + 8) / 25)
  const g = Math.floor((b - f + 1) / 3)
  const h = (19 * a + b - d - g + 15) % 30
  const i = Math.floor(c / 4)
  const k = c % 4
  const l = (32 + 2 * e + 2 * i - h - k) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const sum = h + l - 7 * m + 114
  return Temporal.PlainDate.from({ year, month: Math.floor(sum / 31), day: (sum % 31) + 1 })
}

/** Monday to Friday, public holidays excepted. */
export function isWorkingDay(date: IsoDate): boolean {
  const day = Temporal.PlainDate.from(date)
  return day.dayOfWeek <= 5 && !holidayDatesOf(day.year).has(date)
}

const known = new Map<number, ReadonlySet<IsoDate>>()

/** Remembered per year: deadlines ask about the same few years over and over. */
function holidayDatesOf(year: number): ReadonlySet<IsoDate> {
  const dates = known.get(year) ?? new Set(holidaysOf(year).map(({ date }) => date))
  known.set(year, dates)
  return dates
}

/** The `amount`-th working day after `date`; zero is `date` itself, whatever day that is. */
export function addWorkingDays(date: IsoDate, amount: number): IsoDate {
  return remembered(`${date}+${amount}`, () => countWorkingDays(date, amount))
}

const answers = new Map<string, string>()

/** Cases ask about the same few days over and over; what was asked longest ago is forgotten first. */
function remembered(question: string, answer: () => string): string {
  const known = answers.get(question)
  if (known !== undefined) return known
  if (answers.size >= 20_000) answers.delete(answers.keys().next().value!)
  const fresh = answer()
  answers.set(question, fresh)
  return fresh
}

function countWorkingDays(date: IsoDate, amount: number): IsoDate {
  if (!Number.isInteger(amount) || amount < 0 || amount > 1000) throw new Error(`Not a number of working days: ${amount}`)
  let day = date
  for (let left = amount; left > 0; ) {
    day = addPeriod(day, 1, 'days')
    if (isWorkingDay(day)) left -= 1
  }
  return day
}

/** Working days after `from`, up to and including `until`; zero when `until` is not later. */
export function workingDaysBetween(from: IsoDate, until: IsoDate): number {
  let count = 0
  for (let day = addPeriod(from, 1, 'days'); day <= until; day = addPeriod(day, 1, 'days')) if (isWorkingDay(day)) count += 1
  return count
}

/** Whole days from `from` to `until`; negative when `until` is earlier. */
export const daysBetween = (from: IsoDate, until: IsoDate): number => Temporal.PlainDate.from(from).until(until).days

/** Calendar arithmetic; a month later than the 31st is the last day of a shorter month. */
export function addPeriod(date: IsoDate, amount: number, unit: 'days' | 'weeks' | 'months'): IsoDate {
  return remembered(`${date} ${amount} ${unit}`, () =>
    Temporal.PlainDate.from(date)
      .add({ [unit]: amount })
      .toString(),
  )
}

const zone = 'Europe/Amsterdam'

/** The moment at which something due on `date` has passed: 18:00 in Amsterdam, summer and winter. */
export const closeOf = (date: IsoDate): IsoInstant => instantAt(date, '18:00')

/** The first moment of `date` in Amsterdam. */
export const startOf = (date: IsoDate): IsoInstant => instantAt(date, '00:00')

/** `time` as `HH:MM`, in Amsterdam. */
export function instantAt(date: IsoDate, time: string): IsoInstant {
  return remembered(`${date} ${time}`, () =>
    Temporal.PlainDate.from(date).toZonedDateTime({ timeZone: zone, plainTime: time }).toInstant().toString(),
  )
}

/** The time it is in Amsterdam at `instant`, as `HH:MM`. */
export const timeOf = (instant: IsoInstant): string =>
  Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainTime().toString({ smallestUnit: 'minute' })

/** The day it is in Amsterdam at `instant`. */
export const dayOf = (instant: IsoInstant): IsoDate =>
  Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainDate().toString()
