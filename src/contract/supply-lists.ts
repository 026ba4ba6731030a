// Supply lists: a file or a pasted block looked at, taken over, or sent out; every fault with its row and column.
import * as z from 'zod'
import { Id } from '../domain/commands.ts'
import { HsdsServicesIn } from './hsds.ts'
import { operation, sentence } from './operation.ts'

export const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** What a list may come in as. Windows calls a CSV what it calls an old Excel file; what it really is, is seen in the file. */
export const fileTypes = ['text/csv', 'text/tab-separated-values', xlsxType, 'application/vnd.ms-excel'] as const
const bodyTypes = [...fileTypes, 'application/json'] as const

export const mostListBytes = 10 * 1024 * 1024

/** `mapping`: our name for each column of the file, or `-`, with commas between; absent: by the headers, and what was chosen before. */
const Reading = {
  mapping: z.string().min(1).max(4000).optional(),
  /** `no`: the first row is one of the list. */
  headers: z.enum(['yes', 'no']).default('yes'),
  /** Of an xlsx; absent: the first one. */
  sheet: z.string().min(1).max(100).optional(),
}

const RowFault = z.strictObject({
  /** Null: the row as a whole. */
  column: z.string().nullable(),
  columnWords: sentence.nullable(),
  code: z.string(),
  detail: sentence,
})

const row = {
  /** As in the file, the header being the first; in HSDS the place of the service. */
  number: z.int(),
  status: z.enum(['new', 'changed', 'same', 'faulty']),
  statusWords: sentence,
  organisation: z.string().nullable(),
  name: z.string().nullable(),
  municipality: z.string().nullable(),
  start: z.string().nullable(),
  faults: z.array(RowFault),
}

const Counts = z.strictObject({
  rows: z.int(),
  taken: z.int(),
  added: z.int(),
  changed: z.int(),
  same: z.int(),
  skipped: z.int(),
})

const OurColumn = z.strictObject({ column: z.string(), words: sentence, about: sentence })

export const ListPreview = z.strictObject({
  columns: z.array(
    z.strictObject({
      header: z.string(),
      column: z.string().nullable(),
      columnWords: sentence.nullable(),
      confidence: z.enum(['remembered', 'named', 'alike', 'unknown']),
    }),
  ),
  /** To be sent back with the file, as it is or changed. */
  mapping: z.string(),
  /** What a column can be matched to. */
  ourColumns: z.array(OurColumn),
  counts: Counts,
  words: sentence,
  rows: z.array(
    z.strictObject({
      ...row,
      notices: z.array(sentence),
      changes: z.array(z.strictObject({ column: z.string(), columnWords: sentence, before: z.string(), after: z.string() })),
    }),
  ),
})
export type ListPreview = z.infer<typeof ListPreview>

export const ListTaken = z.strictObject({
  counts: Counts,
  words: sentence,
  rows: z.array(z.strictObject({ ...row, offerId: Id.nullable() })),
})
export type ListTaken = z.infer<typeof ListTaken>

const example: z.input<typeof HsdsServicesIn> = {
  contents: [
    {
      id: 'ac148810-d857-441c-9679-408f346de14b',
      name: 'In Balans in de Sprong (verzonnen)',
      status: 'active',
      organization: { id: 'd9d5e0f5-d3ce-4f73-9a2f-4dd0ecc6c610', name: 'Beweegclub De Sprong (verzonnen)' },
    },
  ],
}

export const previewSupplyList = operation({
  operationId: 'previewSupplyList',
  method: 'POST',
  path: '/v1/supply-lists/_preview',
  tag: 'supply',
  words: {
    nl: 'Bekijken wat een lijst met aanbod zou veranderen, zonder iets te bewaren',
    en: 'See what a list of supply would change, without storing anything',
  },
  query: z.strictObject(Reading),
  body: HsdsServicesIn,
  bodyTypes,
  example,
  answer: ListPreview,
})

export const importSupplyList = operation({
  operationId: 'importSupplyList',
  method: 'POST',
  path: '/v1/supply-lists/_import',
  tag: 'supply',
  words: { nl: 'Een lijst met aanbod overnemen', en: 'Take over a list of supply' },
  query: z.strictObject({
    ...Reading,
    /** `false`: with one faulty row nothing is taken. */
    skipFaulty: z.enum(['true', 'false']).default('false'),
  }),
  body: HsdsServicesIn,
  bodyTypes,
  example,
  idempotencyKey: true,
  answer: ListTaken,
})

export const listFormats = ['csv-nl', 'csv', 'xlsx', 'hsds', 'codebook'] as const

export const getSupplyList = operation({
  operationId: 'getSupplyList',
  method: 'GET',
  path: '/v1/supply-lists',
  tag: 'supply',
  words: {
    nl: 'Het aanbod als lijst: voor Nederlands Excel, voor machines, als xlsx of als HSDS 3.0, met een codeboek',
    en: 'The supply as a list: for Dutch Excel, for machines, as xlsx or as HSDS 3.0, with a codebook',
  },
  query: z.strictObject({ format: z.enum(listFormats).default('csv-nl') }),
  mediaTypes: ['text/csv', xlsxType, 'application/json'],
})
