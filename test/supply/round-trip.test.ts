// A list that goes out comes back the same, whatever stands in it, in every format.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { HsdsServicesIn, hsdsPage } from '../../src/contract/hsds.ts'
import { matchColumns } from '../../src/domain/supply-list/match-columns.ts'
import { readRows } from '../../src/domain/supply-list/read-rows.ts'
import { blankRow, type ListRow } from '../../src/domain/supply-list/row.ts'
import { type ReadTable, tableOf } from '../../src/domain/supply-list/table.ts'
import { uuidOf } from '../../src/engine/stable-uuid.ts'
import { writeCsv } from '../../src/supply/csv.ts'
import { hsdsServices } from '../../src/supply/hsds.ts'
import { tableOfServices } from '../../src/supply/hsds-read.ts'
import { readListFile } from '../../src/supply/list-file.ts'
import { writeXlsx } from '../../src/supply/xlsx.ts'
import { anyRow, listNames } from '../support/any-list.ts'
import { hsdsFaults } from '../support/hsds-schema.ts'

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

const services = (rows: readonly ListRow[]) => hsdsServices(rows, { names: listNames, today: '2026-03-02', uuidOf })

/** As lists go out here: known offers with a name, at a whole address or at none. */
const whole = anyRow.filter(
  (row) =>
    row.organisation !== null &&
    row.name !== null &&
    row.offerId !== null &&
    row.locationName !== null &&
    row.street !== null &&
    row.houseNumber !== null &&
    row.postcode !== null &&
    row.city !== null,
)
const nowhere = {
  locationName: null,
  street: null,
  houseNumber: null,
  postcode: null,
  city: null,
  locationMunicipality: null,
  locationAccess: [],
}
const known = fc.uniqueArray(
  fc.tuple(whole, fc.boolean()).map(([row, somewhere]) => (somewhere ? row : { ...row, ...nowhere })),
  { minLength: 1, maxLength: 4, selector: ({ offerId }) => offerId },
)

test('HSDS: any list that goes out is as the standard asks, comes back the same, and goes out again as the same bytes', () => {
  fc.assert(
    fc.property(known, (rows) => {
      const sent = JSON.stringify(hsdsPage(services(rows), 1, 5000))
      expect(hsdsFaults(JSON.parse(sent))).toEqual([])
      const back = rowsIn({ ok: true, table: tableOfServices(HsdsServicesIn.parse(JSON.parse(sent)).contents) })
      expect(back).toEqual(rows)
      expect(JSON.stringify(hsdsPage(services(back), 1, 5000))).toBe(sent)
    }),
    { numRuns: 150 },
  )
})

test('HSDS: the runs of one offer are the schedules of one service', () => {
  const offer: ListRow = { ...blankRow, organisation: 'De Sprong', name: 'In Balans', offerId: 'offer-1', contact: 'Pip' }
  const rows = ['2026-03-03', '2026-09-01'].map((start, index) => ({
    ...offer,
    start,
    end: '2026-12-01',
    places: 12 + index,
    runId: `run-${index}`,
  }))
  const [service, ...others] = services(rows)
  expect(others).toEqual([])
  expect(service!.schedules?.map(({ dtstart }) => dtstart)).toEqual(['2026-03-03', '2026-09-01'])
  expect(rowsIn({ ok: true, table: tableOfServices([service!]) })).toEqual(rows)
})
