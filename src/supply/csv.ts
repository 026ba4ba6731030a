// CSV and pasted blocks: read whatever separates the cells; written for Dutch Excel and for machines.
import { parse } from 'csv-parse/sync'
import { stringify } from 'csv-stringify/sync'
import type { Variant } from '../domain/supply-list/cells.ts'
import {
  emptyList,
  fileFault,
  mostColumns,
  mostRows,
  type ReadTable,
  type Table,
  tooManyColumns,
  tooManyRows,
} from '../domain/supply-list/table.ts'
import { decodedText } from './decode-text.ts'

/** More than the longest row can be, so that a forgotten quote does not swallow the file. */
const mostInRow = 300_000

/** Rows without anything in them. */
const blankRows = 50

export type CsvAsked = {
  /** False: the first row is one of the list; columns are then called by their number. */
  readonly headers: boolean
  /** Null: whatever separates the first row best. */
  readonly delimiter: string | null
}

export function readCsv(bytes: Uint8Array, { headers, delimiter }: CsvAsked): ReadTable {
  const text = decodedText(bytes)
  if (text === null) return notText
  const between = delimiter ?? delimiterOf(text)
  let records: string[][]
  try {
    records = parse(text.replace(/^sep=.\r?\n/, '\n'), {
      delimiter: between,
      // A header of one program above rows of another.
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      // Who types a list by hand puts quotes inside a text.
      relax_quotes: true,
      max_record_size: mostInRow,
      // The header, and one too many.
      to: mostRows + blankRows + 2,
    })
  } catch (error) {
    return brokenCsv(error)
  }
  // Blank lines count here: nothing is cut off in silence.
  if (records.length > mostRows + 1 + blankRows) return tooManyRows
  const rows = records
    .map((cells, index) => ({ number: index + 1, cells: withoutEmptyEnd(cells).map(unguarded) }))
    .filter(({ cells }) => cells.length > 0)
  return tableFrom(rows, headers)
}

function tableFrom(rows: Table['rows'], headers: boolean): ReadTable {
  const [first, ...rest] = rows
  if (first === undefined) return emptyList
  if (rows.some(({ cells }) => cells.length > mostColumns)) return tooManyColumns
  const list = headers ? rest : rows
  if (list.length > mostRows) return tooManyRows
  const names = headers
    ? first.cells.map((cell) => String(cell).trim())
    : Array.from({ length: Math.max(...rows.map(({ cells }) => cells.length)) }, (_, index) => `Kolom ${index + 1}`)
  return { ok: true, table: { headers: names, rows: list } }
}

function withoutEmptyEnd(cells: readonly string[]): readonly string[] {
  const last = cells.findLastIndex((cell) => cell.trim() !== '')
  return cells.slice(0, last + 1)
}

/** The sign that stands most often in the first line that says something, outside quotes. */
function delimiterOf(text: string): string {
  const said = /^sep=(.)\r?\n/.exec(text)?.[1]
  if (said !== undefined) return said
  const line = (text.slice(0, 20_000).match(/^(?:"(?:[^"]|"")*"|[^"\r\n])+/m)?.[0] ?? '').replaceAll(/"(?:[^"]|"")*"/g, '')
  const counts = [';', ',', '\t', '|'].map((sign) => ({ sign, times: line.split(sign).length - 1 }))
  return counts.reduce((best, one) => (one.times > best.times ? one : best)).sign
}

/** What a spreadsheet would work out gets an apostrophe; a text that has one there already gets one more, so that reading it back is exact. */
const guarded = (cell: string): string => (/^'*[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell)
const unguarded = (cell: string): string => (/^'+[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell)

/** Dutch: `;`, a byte order mark and CRLF, as Dutch Excel opens it at once. Machine: `,` and LF, without the mark. */
export function writeCsv({ headers, rows }: Table, variant: Variant): string {
  const dutch = variant === 'dutch'
  return stringify([headers, ...rows.map(({ cells }) => cells.map((cell) => guarded(String(cell))))], {
    delimiter: dutch ? ';' : ',',
    record_delimiter: dutch ? '\r\n' : '\n',
    bom: dutch,
    quoted_match: /[\r\n\t]/,
  })
}

function brokenCsv(error: unknown): ReadTable {
  const { code, lines } = error as { readonly code?: string; readonly lines?: number }
  const at = lines === undefined ? { nl: '', en: '' } : { nl: ` Kijk rond regel ${lines}.`, en: ` Look around line ${lines}.` }
  if (code === 'CSV_QUOTE_NOT_CLOSED' || code === 'CSV_MAX_RECORD_SIZE')
    return fileFault(
      'quoteNotClosed',
      `Ergens opent een aanhalingsteken dat niet sluit, of een rij is veel te lang.${at.nl}`,
      `Somewhere a quote opens that does not close, or a row is far too long.${at.en}`,
    )
  return fileFault(
    'brokenCsv',
    `Dit is geen CSV die te lezen is.${at.nl} Bewaar de lijst opnieuw als CSV (UTF-8) of als xlsx.`,
    `This is no CSV that can be read.${at.en} Save the list again as CSV (UTF-8) or as xlsx.`,
  )
}

const notText = fileFault(
  'notText',
  'Dit bestand is geen tekst. Stuur een CSV of een xlsx.',
  'This file is no text. Send a CSV or an xlsx.',
)
