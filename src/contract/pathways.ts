// The pathway itself: its tables, its machines, and an assessment that stores nothing.
import * as z from 'zod'
import { operation, sentence } from './operation.ts'

const VersionPath = z.strictObject({ version: z.string().regex(/^[a-z0-9-]{1,40}@[A-Za-z0-9.-]{1,20}$/) })
const language = z.enum(['nl', 'en']).optional()

export const PathwayHead = z.strictObject({
  version: z.string(),
  title: sentence,
  status: z.enum(['draft', 'released']),
  /** The version that new cases get. */
  newest: z.boolean(),
  href: z.string(),
})
export type PathwayHead = z.infer<typeof PathwayHead>

const TableRow = z.strictObject({ id: z.string(), source: z.string(), status: z.string(), cells: z.array(z.string()) })
export const Table = z.strictObject({
  name: z.string(),
  title: sentence,
  columns: z.array(z.string()),
  rows: z.array(TableRow),
})

export const PathwayOverview = PathwayHead.extend({
  tables: z.array(z.strictObject({ name: z.string(), title: sentence, rows: z.int(), unverified: z.int(), href: z.string() })),
  machines: z.array(z.strictObject({ name: z.enum(['case', 'assignment']), title: sentence, href: z.string() })),
})
export type PathwayOverview = z.infer<typeof PathwayOverview>

const open = { method: 'GET', tag: 'pathways', access: 'open' } as const

export const listPathways = operation({
  operationId: 'listPathways',
  path: '/v1/pathways',
  ...open,
  words: { nl: 'De zorgpaden en hun versies', en: 'The pathways and their versions' },
  answer: z.strictObject({ items: z.array(PathwayHead) }),
})

export const getPathway = operation({
  operationId: 'getPathway',
  path: '/v1/pathways/{version}',
  ...open,
  words: { nl: 'Eén versie van een zorgpad', en: 'One version of a pathway' },
  params: VersionPath,
  query: z.strictObject({ language }),
  answer: PathwayOverview,
})

/** Rules, instrument and tables as plain data, for who reasons with them elsewhere. The settings of the coalition are worked in. */
export const getPathwayData = operation({
  operationId: 'getPathwayData',
  path: '/v1/pathways/{version}/data',
  ...open,
  words: { nl: 'De regels en vragen als gegevens', en: 'The rules and questions as data' },
  params: VersionPath,
  conditional: true,
  answer: z.record(z.string(), z.unknown()),
})

export const getTable = operation({
  operationId: 'getTable',
  path: '/v1/pathways/{version}/tables/{name}',
  ...open,
  words: { nl: 'Eén tabel, elke regel met bron en status', en: 'One table, each row with its source and status' },
  params: VersionPath.extend({ name: z.string().regex(/^[A-Za-z0-9.-]{1,80}$/) }),
  query: z.strictObject({ language }),
  answer: Table,
})

export const getMachine = operation({
  operationId: 'getMachine',
  path: '/v1/pathways/{version}/machines/{name}',
  ...open,
  words: { nl: 'Het verloop als tekening', en: 'The course as a drawing' },
  params: VersionPath.extend({ name: z.enum(['case', 'assignment']) }),
  query: z.strictObject({ language, format: z.enum(['json', 'mermaid']).optional() }),
  answer: z.record(z.string(), z.unknown()),
  mediaTypes: ['application/json', 'text/vnd.mermaid'],
})

export const assess = operation({
  operationId: 'assess',
  method: 'POST',
  path: '/v1/assessments',
  tag: 'pathways',
  words: {
    nl: 'Gegevens van één oudere beoordelen; er wordt niets bewaard',
    en: 'Assess the facts of one older adult; nothing is stored',
  },
  /** What the facts may be is in the table `facts` of the pathway. */
  body: z.record(z.string().max(200), z.unknown()),
  example: { age: 79, sex: 'F', falls12m: 1, injury: 'yes' },
  answer: z.record(z.string(), z.unknown()),
})
