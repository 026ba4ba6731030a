// One cell of a list by the kind of its column: read to a value, or written from one in the Dutch or the machine way.
import * as wrong from './cell-faults.ts'
import * as kinds from './cell-kinds.ts'
import * as lists from './cell-lists.ts'
import { type Kind, languageOptions } from './column-kinds.ts'
import { columns } from './columns.ts'
import {
  interventionName,
  interventionNamed,
  type ListNames,
  municipalityName,
  municipalityNamed,
  noSuchIntervention,
  noSuchMunicipality,
} from './names.ts'
import { blankRow, type ColumnName, type ListPayer, type ListRow } from './row.ts'

export type { Variant } from './cell-lists.ts'

/** What a file may hold in one cell, before anybody looked at it. A formula is never worked out. */
export type Cell = string | { readonly formula: true } | { readonly broken: true }

/** More than any text that belongs in a list. */
export const longestCell = 4000

// Control and format slips, half characters and what is no character: none of them can be seen, and some cannot be stored.
const unseen = /(?![\n\t])\p{Cc}|\uFFFD|\p{Noncharacter_Code_Point}|\p{Cs}/gu

/** As texts stand in lists: without what cannot be seen, one kind of line end, nothing around them. */
export const cleanText = (text: string): string => text.replaceAll(/\r\n?/g, '\n').replaceAll(unseen, '').trim()

/** Null or an empty list for an empty cell. */
export function readCell(name: ColumnName, cell: Cell, names: ListNames): kinds.ReadCell<unknown> {
  if (typeof cell !== 'string') return kinds.unreadable('formula' in cell ? wrong.formulaCell : wrong.brokenCell)
  if (cell.length > longestCell) return kinds.unreadable(wrong.longCell(longestCell))
  if (cell.includes('\u0000') || cell.includes('\uFFFD') || !cell.isWellFormed()) return kinds.unreadable(wrong.brokenText)
  const text = cleanText(cell)
  return text === '' ? kinds.read(blankRow[name]) : readKind(columns[name].kind, text, names)
}

function readKind(kind: Kind, text: string, names: ListNames): kinds.ReadCell<unknown> {
  switch (kind.is) {
    case 'text':
      return kinds.readText(text, kind.max)
    case 'intervention': {
      const named = interventionNamed(names, text)
      return named === null ? kinds.unreadable(noSuchIntervention(names, text)) : kinds.read(named.code)
    }
    case 'municipality': {
      const code = municipalityNamed(names, text)
      return code === null ? kinds.unreadable(noSuchMunicipality(names, text)) : kinds.read(code)
    }
    case 'areas':
      return lists.readAreas(text, names)
    case 'postcode':
      return kinds.readPostcode(text)
    case 'date':
      return kinds.readDate(text)
    case 'time':
      return kinds.readTime(text)
    case 'flag':
      return kinds.readFlag(text)
    case 'money':
      return kinds.readMoney(text)
    case 'payers':
      return lists.readPayers(text)
    case 'email':
      return kinds.readEmail(text)
    case 'phone':
      return kinds.readPhone(text)
    case 'url':
      return kinds.readUrl(text)
    case 'languages':
      return lists.readLanguages(text)
    case 'id':
      return kinds.readId(text)
    case 'whole':
      return kinds.readWhole(text, kind.min, kind.max)
    case 'one':
      return lists.readOne(text, kind.options)
    case 'some':
      return lists.readSome(text, kind.options)
  }
}

/** Reading it again gives the same value, in both ways. */
export function writeCell(name: ColumnName, row: ListRow, names: ListNames, variant: lists.Variant): string {
  const value = row[name]
  if (value === null) return ''
  const { kind } = columns[name]
  const word = (options: Parameters<typeof lists.writeOption>[1]) => (one: string) => lists.writeOption(one, options, variant)
  switch (kind.is) {
    case 'intervention':
      return variant === 'dutch' ? interventionName(names, String(value)) : String(value)
    case 'municipality':
      return variant === 'dutch' ? municipalityName(names, String(value)) : String(value)
    case 'areas':
      return lists.writeAreas(value as readonly string[], names, variant)
    case 'date':
      return lists.writeDate(String(value), variant)
    case 'flag':
      return { dutch: value === true ? 'ja' : 'nee', machine: value === true ? 'yes' : 'no' }[variant]
    case 'money':
      return euros(Number(value), variant === 'dutch' ? ',' : '.')
    case 'payers':
      return lists.writePayers(value as readonly ListPayer[], variant)
    case 'languages':
      return (value as readonly string[]).map(word(languageOptions)).join(', ')
    case 'one':
      return word(kind.options)(String(value))
    case 'some':
      return (value as readonly string[]).map(word(kind.options)).join(', ')
    default:
      return String(value)
  }
}

const euros = (cents: number, mark: ',' | '.'): string =>
  `${Math.floor(cents / 100)}${mark}${String(cents % 100).padStart(2, '0')}`
