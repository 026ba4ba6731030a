// Excel files: a checked sheet read as a table, formulas refused cell by cell; and a list written with real dates and numbers.
import { zipSync } from 'fflate'
import { readSheet } from 'read-excel-file/universal'
import writeXlsxFile from 'write-excel-file/universal'
import type { Cell } from '../domain/supply-list/cells.ts'
import { columnNames, columns } from '../domain/supply-list/columns.ts'
import type { ListNames } from '../domain/supply-list/names.ts'
import type { ListRow } from '../domain/supply-list/row.ts'
import {
  emptyList,
  fileFault,
  mostRows,
  type ReadTable,
  type TableRow,
  tableOf,
  tooManyRows,
} from '../domain/supply-list/table.ts'
import { sheetParts } from './xlsx-parts.ts'

export type XlsxAsked = { readonly sheet: string | null; readonly headers: boolean }

export async function readXlsx(bytes: Uint8Array, { sheet, headers }: XlsxAsked): Promise<ReadTable> {
  const read = sheetParts(bytes, sheet)
  if (!read.ok) return read
  const { files, sheets, distrusted } = read.parts
  const checked = zipSync(files, { level: 0 })
  let values: readonly (readonly unknown[])[]
  try {
    values = await readSheet(checked.buffer as ArrayBuffer, sheet === null ? 1 : sheets.indexOf(sheet) + 1)
  } catch (error) {
    return unreadable(error)
  }
  const last = Math.max(values.length, ...distrusted.keys())
  const rows = Array.from({ length: last }, (_, index) => ({
    number: index + 1,
    cells: cellsOf(values[index] ?? [], distrusted.get(index + 1)),
  })).filter(({ cells }) => cells.some((cell) => cell !== ''))
  return tableFrom(rows, headers)
}

function tableFrom(rows: readonly TableRow[], headers: boolean): ReadTable {
  const [first, ...rest] = rows
  if (first === undefined) return emptyList
  const list = headers ? rest : rows
  if (list.length > mostRows) return tooManyRows
  const name = (cell: Cell | undefined, index: number) => (headers && typeof cell === 'string' ? cell : `Kolom ${index + 1}`)
  return { ok: true, table: { headers: withoutEmptyEnd(first.cells, headers).map(name), rows: list } }
}

/** Columns that only look filled: without a header and without a value. */
const withoutEmptyEnd = (cells: readonly Cell[], headers: boolean): readonly Cell[] =>
  headers ? cells.slice(0, cells.findLastIndex((cell) => cell !== '') + 1) : cells

function cellsOf(values: readonly unknown[], distrusted: ReadonlyMap<number, 'formula' | 'broken'> | undefined): Cell[] {
  const cells: Cell[] = values.map(textOf)
  for (const [column, as] of distrusted ?? []) {
    // The reader leaves out what is empty at the end: a formula without a value, or an error.
    while (cells.length < column - 1) cells.push('')
    cells[column - 1] = as === 'formula' ? { formula: true } : { broken: true }
  }
  return cells
}

/** As a machine would write it: how a cell looks in Excel does not matter. */
function textOf(value: unknown): string {
  if (typeof value === 'number') return String(Number(value.toPrecision(15)))
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (value instanceof Date) return dateText(value)
  return typeof value === 'string' ? value : ''
}

/** Excel keeps a time as a part of the day before its first. */
function dateText(value: Date): string {
  if (Number.isNaN(value.getTime())) return ''
  const rounded = new Date(Math.round(value.getTime() / 60_000) * 60_000).toISOString()
  const [day = '', time = ''] = rounded.split('T')
  return value.getUTCFullYear() < 1900 ? time.slice(0, 5) : time.startsWith('00:00') ? day : `${day} ${time.slice(0, 5)}`
}

const letters = (column: number): string =>
  column <= 26 ? String.fromCharCode(64 + column) : letters(Math.floor((column - 1) / 26)) + letters(((column - 1) % 26) + 1)

function unreadable(error: unknown): ReadTable {
  const { message = '' } = error as { readonly message?: string }
  const at = /row (\d+), col (\d+)/.exec(message)
  const where = at === null ? '' : ` (${letters(Number(at[2]))}${at[1]})`
  return fileFault(
    'brokenXlsx',
    `Dit xlsx-bestand is niet te lezen${where}. Open het in Excel en bewaar het opnieuw.`,
    `This xlsx file cannot be read${where}. Open it in Excel and save it again.`,
  )
}

/** In Dutch words; dates, numbers and amounts are of their own kind, so that Excel can sort and count them. */
export async function writeXlsx(rows: readonly ListRow[], names: ListNames): Promise<Uint8Array> {
  const { headers, rows: written } = tableOf(rows, names, 'dutch')
  const data = [
    headers.map((header) => ({ value: header, fontWeight: 'bold' as const })),
    ...written.map(({ cells }, index) => cells.map((cell, column) => typedCell(String(cell), rows[index]!, column))),
  ]
  const widths = columnNames.map((name) => ({ width: columns[name].kind.is === 'text' ? 28 : 14 }))
  const blob = await writeXlsxFile(data, { sheet: 'Aanbod', stickyRowsCount: 1, columns: widths }).toBlob()
  return new Uint8Array(await blob.arrayBuffer())
}

function typedCell(text: string, row: ListRow, column: number) {
  const name = columnNames[column]!
  const value = row[name]
  if (text === '') return null
  switch (columns[name].kind.is) {
    case 'date':
      return { value: new Date(`${value}T00:00:00Z`), type: Date, format: 'dd-mm-yyyy' }
    case 'money':
      return { value: Number(value) / 100, type: Number, format: '#,##0.00' }
    case 'whole':
      return { value: Number(value), type: Number }
    default:
      return { value: escaped(text), type: String }
  }
}

/**
 * `_x0041_` in a file stands for a letter: a text that looks so is written in a way that is read back. The writer keeps texts by name in
 * an object, where `__proto__` and the like are lost: these begin with such a letter.
 */
function escaped(text: string): string {
  const plain = text.replaceAll(/_x(?=[0-9A-Fa-f]{4}_)/g, '_x005F_x')
  return plain in {} ? `_x${text.charCodeAt(0).toString(16).padStart(4, '0')}_${text.slice(1)}` : plain
}
