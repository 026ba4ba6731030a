// From a table and a mapping to rows of ours, each whole or with every fault that is in it.
import type { Fault } from '../fault.ts'
import { type Cell, readCell } from './cells.ts'
import type { ListNames } from './names.ts'
import type { ColumnName, ListRow } from './row.ts'
import type { Mapping, Table, TableRow } from './table.ts'

/** `column` null: the row as a whole. */
export type RowFault = { readonly column: ColumnName | null } & Pick<Fault, 'code' | 'words'>

export const rowFault = (column: ColumnName | null, code: string, nl: string, en: string): RowFault => ({
  column,
  code,
  words: { nl, en },
})

/** What a row says: only the columns that the file has. */
export type Said = Partial<ListRow>

export type ReadRow = { readonly number: number; readonly said: Said; readonly faults: readonly RowFault[] }

/** Rows without anything in them are passed over. */
export const readRows = (table: Table, mapping: Mapping, names: ListNames): ReadRow[] =>
  table.rows.filter(({ cells }) => cells.some(holdsSomething)).map((row) => readRow(row, mapping, names))

const holdsSomething = (cell: Cell): boolean => typeof cell !== 'string' || cell.trim() !== ''

function readRow({ number, cells }: TableRow, mapping: Mapping, names: ListNames): ReadRow {
  const said: { [name in ColumnName]?: unknown } = {}
  const faults: RowFault[] = []
  for (const [index, column] of mapping.entries()) {
    if (column === null) continue
    const cell = readCell(column, cells[index] ?? '', names)
    if (cell.ok) said[column] = cell.value
    else faults.push({ column, ...cell.fault })
  }
  // Each value was read by the kind of its own column.
  return { number, said: withHouseNumber(said as Said, mapping), faults: [...faults, ...unknownColumns(cells, mapping)] }
}

/** `Denklaan 12 b` in a list without a column for the number. */
function withHouseNumber(said: Said, mapping: Mapping): Said {
  if (mapping.includes('houseNumber') || said.street === undefined || said.street === null) return said
  const parts = /^(.*\D)\s+(\d+(?:[\s-]?[A-Za-z0-9]{1,4})?)$/.exec(said.street)
  return parts === null ? said : { ...said, street: parts[1]!.trim(), houseNumber: parts[2]! }
}

/** More cells than headers: the row slipped, or a separator stands in a text. */
function unknownColumns(cells: readonly Cell[], mapping: Mapping): RowFault[] {
  if (!cells.slice(mapping.length).some(holdsSomething)) return []
  return [
    rowFault(
      null,
      'tooManyCells',
      'Deze rij heeft meer cellen dan er koppen zijn. Staat er een scheidingsteken in een tekst zonder aanhalingstekens?',
      'This row has more cells than there are headers. Is there a separator in a text without quotes?',
    ),
  ]
}
