// Cells that hold more than one thing: areas, languages, words of a fixed set, and who pays from when until when.
import { Area } from '../supply.ts'
import * as wrong from './cell-faults.ts'
import { type ReadCell, read, readDate, unreadable } from './cell-kinds.ts'
import { languageOptions, namesOf, type Option, optionFor, payerOptions } from './column-kinds.ts'
import { type ListNames, municipalityName, municipalityNamed } from './names.ts'
import type { ListPayer } from './row.ts'

/** Whatever people put between them. */
const items = (text: string): string[] =>
  text
    .split(/[,;|/\n]/)
    .map((one) => one.trim())
    .filter((one) => one !== '')

/** Each once, in the order in which they stand. */
function each<T>(list: readonly string[], most: number, readOne: (text: string) => ReadCell<T>): ReadCell<T[]> {
  const values = new Set<T>()
  for (const one of list) {
    const value = readOne(one)
    if (!value.ok) return value
    values.add(value.value)
  }
  return values.size > most ? unreadable(wrong.tooMany(most)) : read([...values])
}

export const readOne = (text: string, options: readonly Option[]): ReadCell<string> => {
  const found = optionFor(options, text)
  return found === undefined ? unreadable(wrong.notOneOf(text, namesOf(options))) : read(found.value)
}

export const readSome = (text: string, options: readonly Option[]): ReadCell<string[]> =>
  each(items(text), 20, (one) => readOne(one, options))

export const readAreas = (text: string, names: ListNames): ReadCell<string[]> =>
  each(items(text), 500, (one) => {
    const code = one.replaceAll(/\s/g, '').toUpperCase()
    if (Area.safeParse(code).success) return read(code)
    const municipality = municipalityNamed(names, one)
    return municipality === null ? unreadable(wrong.notAnArea(one)) : read(municipality)
  })

export const readLanguages = (text: string): ReadCell<string[]> =>
  each(items(text), 20, (one) => {
    const named = optionFor(languageOptions, one)
    if (named !== undefined) return read(named.value)
    return /^[a-z]{2}$/i.test(one) ? read(one.toLowerCase()) : unreadable(wrong.notALanguage(one))
  })

const mostPayers = 10

export function readPayers(text: string): ReadCell<ListPayer[]> {
  const list = text
    .split(/[|;,+\n]/)
    .map((one) => one.trim())
    .filter((one) => one !== '')
  if (list.length > mostPayers) return unreadable(wrong.tooMany(mostPayers))
  const payers: ListPayer[] = []
  for (const one of list) {
    const payer = readPayer(one)
    if (!payer.ok) return payer
    payers.push(payer.value)
  }
  return read(payers)
}

const dateInText = /\b(?:\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{4})\b/g

/** `gemeente`, `zorgverzekering 01-01-2026 t/m 31-12-2026 met eigen risico`, `zvw 2026-01-01/.. deductible`. */
function readPayer(text: string): ReadCell<ListPayer> {
  const dates: string[] = []
  for (const [found] of text.matchAll(dateInText)) {
    const day = readDate(found)
    if (!day.ok) return day
    dates.push(day.value)
  }
  if (dates.length > 2) return unreadable(wrong.notAPayer(text))
  const untilOnly = dates.length === 1 && /(?:t\/m|tot|until|\.\.\/)\s*\d/i.test(text)
  const deductible =
    /eigen risico|deductible/i.test(text) && !/(?:zonder|geen|without|no)\s+(?:eigen risico|deductible)/i.test(text)
  const word = text
    .replaceAll(dateInText, ' ')
    .replace(/(?:met|zonder|geen|with|without|no)?\s*(?:eigen risico|deductible)/i, ' ')
    .replaceAll(/t\/m|\btot en met\b|\btot\b|\bvanaf\b|\bvan\b|\bfrom\b|\buntil\b|\bto\b/gi, ' ')
  const option = optionFor(payerOptions, word)
  if (option === undefined) return unreadable(wrong.notAPayer(text))
  return read({
    payer: option.value as ListPayer['payer'],
    validFrom: untilOnly ? null : (dates[0] ?? null),
    validUntil: untilOnly ? dates[0]! : (dates[1] ?? null),
    deductible,
  })
}

const dutchDay = (iso: string): string => `${iso.slice(8)}-${iso.slice(5, 7)}-${iso.slice(0, 4)}`

export type Variant = 'dutch' | 'machine'

export const writeDate = (iso: string, variant: Variant): string => (variant === 'dutch' ? dutchDay(iso) : iso)

export const writePayers = (payers: readonly ListPayer[], variant: Variant): string =>
  payers.map((one) => (variant === 'dutch' ? dutchPayer(one) : machinePayer(one))).join(' | ')

function dutchPayer({ payer, validFrom, validUntil, deductible }: ListPayer): string {
  const word = payerOptions.find(({ value }) => value === payer)!.nl
  const from = validFrom === null ? '' : ` ${validUntil === null ? 'vanaf ' : ''}${dutchDay(validFrom)}`
  const until = validUntil === null ? '' : ` t/m ${dutchDay(validUntil)}`
  return `${word}${from}${until}${deductible ? ' met eigen risico' : ''}`
}

function machinePayer({ payer, validFrom, validUntil, deductible }: ListPayer): string {
  const dates = validFrom === null && validUntil === null ? '' : ` ${validFrom ?? '..'}/${validUntil ?? '..'}`
  return `${payer}${dates}${deductible ? ' deductible' : ''}`
}

export const writeAreas = (areas: readonly string[], names: ListNames, variant: Variant): string =>
  areas.map((area) => (variant === 'dutch' && area.startsWith('GM') ? municipalityName(names, area) : area)).join(', ')

export const writeOption = (value: string, options: readonly Option[], variant: Variant): string =>
  variant === 'machine' ? value : (options.find((one) => one.value === value)?.nl ?? value)
