// The supply as a list to send, in each of the formats.
import type { Actor } from '../access/actor.ts'
import { type HsdsService, hsdsPage } from '../contract/hsds.ts'
import { type listFormats, xlsxType } from '../contract/supply-lists.ts'
import { dayOf } from '../domain/calendar.ts'
import type { ListRow } from '../domain/supply-list/row.ts'
import { tableOf } from '../domain/supply-list/table.ts'
import { codebook } from '../supply/codebook.ts'
import { writeCsv } from '../supply/csv.ts'
import { hsdsServices } from '../supply/hsds.ts'
import { writeXlsx } from '../supply/xlsx.ts'
import type { Engine } from './engine.ts'
import { listNames } from './known-supply.ts'
import { uuidOf } from './stable-uuid.ts'
import { rowsToSend } from './supply-lists.ts'

export type ListFormat = (typeof listFormats)[number]

export type WrittenList = { readonly body: string | Uint8Array; readonly mediaType: string; readonly extension: string }

/** Text is UTF-8. */
export async function listInFormat(engine: Engine, actor: Actor, format: ListFormat): Promise<WrittenList> {
  if (format === 'codebook') return json(codebook, 'datapackage.json')
  const [rows, names] = [await rowsToSend(engine, actor), listNames(engine)]
  switch (format) {
    case 'csv-nl':
      return csv(writeCsv(tableOf(rows, names, 'dutch'), 'dutch'))
    case 'csv':
      return csv(writeCsv(tableOf(rows, names, 'machine'), 'machine'))
    case 'xlsx':
      return { body: await writeXlsx(rows, names), mediaType: xlsxType, extension: 'xlsx' }
    case 'hsds': {
      const services = servicesFrom(engine, rows)
      return json(hsdsPage(services, 1, Math.max(1, services.length)), 'hsds.json')
    }
  }
}

export const servicesOf = async (engine: Engine, actor: Actor): Promise<HsdsService[]> =>
  servicesFrom(engine, await rowsToSend(engine, actor))

const servicesFrom = (engine: Engine, rows: readonly ListRow[]): HsdsService[] =>
  hsdsServices(rows, { names: listNames(engine), today: dayOf(engine.clock()), uuidOf })

const csv = (body: string): WrittenList => ({ body, mediaType: 'text/csv; charset=utf-8', extension: 'csv' })
const json = (value: unknown, extension: string): WrittenList => ({
  body: `${JSON.stringify(value, null, 1)}\n`,
  mediaType: 'application/json; charset=utf-8',
  extension,
})
