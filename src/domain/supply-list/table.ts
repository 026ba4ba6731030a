// A table as it stands in any file: headers, and rows with the number they have there.
import type { Fault } from '../fault.ts'
import { type Cell, type Variant, writeCell } from './cells.ts'
import { columnNames, columns } from './columns.ts'
import type { ListNames } from './names.ts'
import type { ColumnName, ListRow } from './row.ts'

export type TableRow = { readonly number: number; readonly cells: readonly Cell[] }
export type Table = { readonly headers: readonly string[]; readonly rows: readonly TableRow[] }

/** A whole file that cannot be read is one fault. */
export type ReadTable = { readonly ok: true; readonly table: Table } | { readonly ok: false; readonly fault: Fault }

export const mostRows = 5000
export const mostColumns = 60

export const fileFault = (code: string, nl: string, en: string): { readonly ok: false; readonly fault: Fault } => ({
  ok: false,
  fault: { at: '', code, words: { nl, en } },
})

export const tooManyRows = fileFault(
  'tooManyRows',
  `Deze lijst heeft meer dan ${mostRows} rijen. Splits haar in delen.`,
  `This list has more than ${mostRows} rows. Split it in parts.`,
)
export const tooManyColumns = fileFault(
  'tooManyColumns',
  `Deze lijst heeft meer dan ${mostColumns} kolommen. Haal weg wat niet nodig is.`,
  `This list has more than ${mostColumns} columns. Remove what is not needed.`,
)
export const emptyList = fileFault('emptyList', 'In dit bestand staat geen lijst.', 'There is no list in this file.')

/** With every column, in their order. */
export const tableOf = (rows: readonly ListRow[], names: ListNames, variant: Variant): Table => ({
  headers: columnNames.map((name) => (variant === 'dutch' ? columns[name].nl : name)),
  rows: rows.map((row, index) => ({ number: index + 2, cells: columnNames.map((name) => writeCell(name, row, names, variant)) })),
})

export type Mapping = readonly (ColumnName | null)[]
