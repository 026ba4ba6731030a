// Coverage: what the region has of everything, and lacks, per municipality. Counts of offers, places and events; of nobody in particular.
import * as z from 'zod'
import { Id } from '../domain/commands.ts'
import { unmetReasons } from '../domain/unmet-need.ts'
import { day, instant, operation, Page, pageOf, sentence } from './operation.ts'
import { municipality } from './supply.ts'

const Named = z.strictObject({ code: z.string(), words: sentence })

export const CoverageCell = z.strictObject({
  municipality: z.string(),
  /** Those that stand today and serve it, whole or in part. One that serves two municipalities counts in both. */
  offers: z.int(),
  /** On course runs that are open and still to come. */
  places: z.int(),
  free: z.int(),
  waiting: z.int(),
  /** Until the first place there is, in weeks; null: no place is known. */
  shortestWait: z.int().nullable(),
  /** Of the offer that was checked longest ago, in days; null: no offer, or one that was never checked. */
  oldestCheck: z.int().nullable(),
  neverChecked: z.int(),
  /** Gaps that were met in the period. */
  unmetNeeds: z.int(),
  /** Assignments to somebody there on which something still has to be done. */
  openAssignments: z.int(),
  /** `within`: a place within the norm for the wait; `beyond`: full, or later than that; `nothing`: no offer. */
  state: z.enum(['within', 'beyond', 'nothing']),
  links: z.strictObject({ offers: z.string(), unmetNeeds: z.string() }),
})
export type CoverageCell = z.infer<typeof CoverageCell>

export const Coverage = z.strictObject({
  lookedOn: day,
  from: day,
  until: day,
  municipalities: z.array(Named),
  rows: z.array(Named.extend({ kind: z.enum(['intervention', 'followUp']), normWeeks: z.int(), cells: z.array(CoverageCell) })),
})
export type Coverage = z.infer<typeof Coverage>

/** From and until, both counted in; absent: the last twelve months. */
const period = { from: day.optional(), until: day.optional() }

export const getCoverage = operation({
  operationId: 'getCoverage',
  method: 'GET',
  path: '/v1/coverage',
  tag: 'supply',
  words: {
    nl: 'De dekking: wat er per gemeente is aan aanbod en plaatsen, en wat er ontbreekt',
    en: 'The coverage: which offers and places there are in each municipality, and what is missing',
  },
  query: z.strictObject(period),
  answer: Coverage,
})

export const UnmetNeedLine = z.strictObject({
  at: instant,
  municipality: z.string(),
  code: Named,
  reason: Named,
  /** Until the first place there would have been; null: there was none, or nobody knew. */
  weeks: z.int().nullable(),
})
export type UnmetNeedLine = z.infer<typeof UnmetNeedLine>

export const listUnmetNeeds = operation({
  operationId: 'listUnmetNeeds',
  method: 'GET',
  path: '/v1/unmet-needs',
  tag: 'supply',
  words: {
    nl: 'De gemelde gaten in het aanbod, het laatste eerst',
    en: 'The gaps in the supply that were met, the latest first',
  },
  query: z.strictObject({
    municipality: municipality.optional(),
    code: Id.optional(),
    reason: z.enum(unmetReasons).optional(),
    ...period,
    ...Page,
  }),
  answer: pageOf(UnmetNeedLine),
})
