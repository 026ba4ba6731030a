// Cells of single values: from what people write to a value, or what is wrong with it. How a list is written does not matter: both ways are read.
import * as z from 'zod'
import * as wrong from './cell-faults.ts'
import { plain } from './column-kinds.ts'

export type ReadCell<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly fault: wrong.CellFault }

export const read = <T>(value: T): ReadCell<T> => ({ ok: true, value })
export const unreadable = (fault: wrong.CellFault): { readonly ok: false; readonly fault: wrong.CellFault } => ({
  ok: false,
  fault,
})

const months = ['jan', 'feb', 'maart', 'apr', 'mei', 'juni', 'juli', 'aug', 'sep', 'okt', 'nov', 'dec']
const englishMonths = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** `2026-03-12`, `12-03-2026`, `12/3/2026`, `12.3.2026`, `12 maart 2026`; never a month before a day, never a year of two digits. */
export function readDate(text: string): ReadCell<string> {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]00:00(?::00(?:\.0+)?)?Z?)?$/.exec(text)
  if (iso !== null) return dayFrom(text, iso[1]!, iso[2]!, iso[3]!)
  const dutch = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})$/.exec(text)
  if (dutch !== null) return dayFrom(text, dutch[3]!, dutch[2]!, dutch[1]!)
  const written = /^(\d{1,2})[- ]([a-z]{3,9})\.?[- ](\d{4})$/i.exec(text)
  const month = written === null ? 0 : monthNamed(written[2]!)
  return written === null || month === 0
    ? unreadable(wrong.notADate(text))
    : dayFrom(text, written[3]!, String(month), written[1]!)
}

function monthNamed(name: string): number {
  const asked = name.toLowerCase()
  const start = (names: readonly string[]) => names.findIndex((one) => asked.startsWith(one.slice(0, 3)) && asked.length >= 3) + 1
  return start(months) || start(englishMonths)
}

/** Between 2000 and 2100: a slip in the year is a fault too. */
function dayFrom(text: string, year: string, month: string, day: string): ReadCell<string> {
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const exists = new Date(`${iso}T00:00:00Z`).toJSON()?.slice(0, 10) === iso
  return exists && year >= '2000' && year <= '2100' ? read(iso) : unreadable(wrong.notADate(text))
}

export function readTime(text: string): ReadCell<string> {
  const match = /^(\d{1,2})[:.](\d{2})(?::00)?(?:\s*(?:uur|u|h))?$/i.exec(text)
  if (match === null || Number(match[1]) > 23 || Number(match[2]) > 59) return unreadable(wrong.notATime(text))
  return read(`${match[1]!.padStart(2, '0')}:${match[2]}`)
}

/** A unit after it does no harm: `3 weken`, `12 plaatsen`. */
export function readWhole(text: string, min: number, max: number): ReadCell<number> {
  const match =
    /^(\d{1,6})(?:[.,]0+)?(?:\s*(?:weken|week|wk|weeks|jaar|jr|years|plaatsen|places|personen|deelnemers))?\.?$/i.exec(text)
  const value = Number(match?.[1])
  return match !== null && value >= min && value <= max ? read(value) : unreadable(wrong.notWhole(text, min, max))
}

const mostCents = 10_000_00

/** Cents. A point or comma with three digits behind it is never guessed. */
export function readMoney(text: string): ReadCell<number> {
  const bare = text
    .replaceAll(/€|\beuro\b|\beur\b/gi, '')
    .trim()
    .replace(/[,.]-{1,2}$/, '')
  if (/^(?:gratis|kosteloos|geen|nihil|free|none)$/i.test(bare)) return read(0)
  if (/^\d{1,3}[.,]\d{3}$/.test(bare)) return unreadable(wrong.ambiguousMoney(text))
  const match =
    /^(\d{1,3}(?:\.\d{3})*|\d{1,9}),(\d{1,2})$/.exec(bare) ??
    /^(\d{1,3}(?:,\d{3})*|\d{1,9})\.(\d{1,2})$/.exec(bare) ??
    /^(\d{1,9})()$/.exec(bare)
  if (match === null) return unreadable(wrong.notMoney(text))
  const cents = Number(match[1]!.replaceAll(/[.,]/g, '')) * 100 + Number(match[2]!.padEnd(2, '0'))
  return cents <= mostCents ? read(cents) : unreadable(wrong.tooMuchMoney(text))
}

const yes = new Set(['ja', 'j', 'yes', 'y', 'true', 'waar', '1', 'x'])
const no = new Set(['nee', 'n', 'no', 'false', 'onwaar', '0'])

export function readFlag(text: string): ReadCell<boolean> {
  const asked = plain(text)
  if (yes.has(asked)) return read(true)
  return no.has(asked) ? read(false) : unreadable(wrong.notAFlag(text))
}

export function readPostcode(text: string): ReadCell<string> {
  const bare = text.replaceAll(/\s/g, '').toUpperCase()
  return /^[1-9]\d{3}[A-Z]{2}$/.test(bare) ? read(bare) : unreadable(wrong.notAPostcode(text))
}

const email = z.email().max(200)

export function readEmail(text: string): ReadCell<string> {
  const bare = text.replace(/^mailto:/i, '')
  return email.safeParse(bare).success ? read(bare) : unreadable(wrong.notAnEmail(text))
}

/** As it was written: some begin with a plus, and some name an extension. */
export const readPhone = (text: string): ReadCell<string> =>
  text.length <= 40 && text.replaceAll(/\D/g, '').length >= 6 ? read(text) : unreadable(wrong.notAPhone(text))

const url = z.url().max(300)

export function readUrl(text: string): ReadCell<string> {
  const whole = /^www\./i.test(text) ? `https://${text}` : text
  return /^https?:\/\//i.test(whole) && url.safeParse(whole).success ? read(whole) : unreadable(wrong.notAUrl(text))
}

export const readId = (text: string): ReadCell<string> =>
  /^[A-Za-z0-9_-]{1,64}$/.test(text)
    ? read(text)
    : unreadable(
        wrong.cellFault(
          'id',
          `${wrong.quoted(text)} is geen kenmerk van hier. Maak de cel leeg.`,
          `${wrong.quoted(text)} is no id of ours. Empty the cell.`,
        ),
      )

export const readText = (text: string, max: number): ReadCell<string> =>
  text.length <= max ? read(text) : unreadable(wrong.tooLong(max))
