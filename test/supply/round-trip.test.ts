// A list that goes out comes back the same, whatever stands in it, in every format.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { matchColumns } from '../../src/domain/supply-list/match-columns.ts'
import { readRows } from '../../src/domain/supply-list/read-rows.ts'
import { blankRow, type ListRow } from '../../src/domain/supply-list/row.ts'
import { type ReadTable, tableOf } from '../../src/domain/supply-list/table.ts'
import { writeCsv } from '../../src/supply/csv.ts'
import { readListFile } from '../../src/supply/list-file.ts'
import { writeXlsx } from '../../src/supply/xlsx.ts'
import { anyRow, listNames } from '../support/any-list.ts'

const bytesOf = (text: string) => new TextEncoder().encode(text)
const file = (bytes: Uint8Array) => readListFile({ bytes, pasted: false, headers: true, sheet: null })

/** The rows in a file, with the columns it was matched to by itself. */
function rowsIn(read: ReadTable): ListRow[] {
  if (!read.ok) throw new Error(JSON.stringify(read.fault))
  const mapping = matchColumns(read.table.headers, new Map()).map(({ column }) => column)
  const rows = readRows(read.table, mapping, listNames)
  expect(rows.flatMap(({ faults }) => faults)).toEqual([])
  return rows.map(({ said }) => ({ ...blankRow, ...said }))
}

/** A row without anything in it is no row. */
const someRows = fc.array(
  anyRow.filter(({ organisation }) => organisation !== null),
  { minLength: 1, maxLength: 6 },
)

const formats: readonly (readonly [string, (rows: readonly ListRow[]) => Promise<ReadTable>])[] = [
  ['CSV for Dutch Excel', (rows) => file(bytesOf(writeCsv(tableOf(rows, listNames, 'dutch'), 'dutch')))],
  ['CSV for machines', (rows) => file(bytesOf(writeCsv(tableOf(rows, listNames, 'machine'), 'machine')))],
  ['Excel', async (rows) => file(await writeXlsx(rows, listNames))],
]

test.each(formats)('%s: any list that goes out comes back the same', async (_, through) => {
  await fc.assert(
    fc.asyncProperty(someRows, async (rows) => {
      expect(rowsIn(await through(rows))).toEqual(rows)
    }),
    { numRuns: 150 },
  )
})
