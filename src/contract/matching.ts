// Matching: which local offers there are for one older adult, best first with why and why not, and the gap that is reported when nothing fits.
import * as z from 'zod'
import { Id } from '../domain/commands.ts'
import { accessFeatures, weekdays } from '../domain/supply.ts'
import { unmetReasons } from '../domain/unmet-need.ts'
import { CasePath, day, operation, sentence } from './operation.ts'
import { SupplyPerson } from './supply.ts'

const Named = z.strictObject({ code: z.string(), words: sentence })
const Tri = z.enum(['yes', 'no', 'unknown'])
/** Several of these, with commas between them. */
const listOf = (words: readonly string[]) => {
  const one = `(?:${words.join('|')})`
  return z.string().regex(new RegExp(`^${one}(?:,${one}){0,${words.length - 1}}$`))
}

export const OfferMatch = z.strictObject({
  offerId: z.string(),
  name: z.string(),
  organisation: z.strictObject({ organisationId: z.string(), name: z.string() }),
  form: Named,
  fits: Named,
  why: z.array(Named),
  whyNot: z.array(Named),
  toCheck: z.array(Named),
  nearness: Named,
  location: z
    .strictObject({
      locationId: z.string(),
      name: z.string(),
      address: z.string(),
      postcode: z.string(),
      municipality: z.string(),
    })
    .nullable(),
  start: z.strictObject({
    is: z.enum(['free', 'full', 'begun', 'unknown']),
    on: day.nullable(),
    runId: z.string().nullable(),
    /** On that run; null: no course runs are kept. */
    free: z.int().nullable(),
    waiting: z.int(),
  }),
  wait: z.strictObject({ days: z.int().nullable(), weeks: z.int().nullable(), withinNorm: Tri }),
  /** Those that are not over, the earliest start first. */
  runs: z.array(
    z.strictObject({ runId: z.string(), startsOn: day, endsOn: day, open: z.boolean(), free: z.int(), waiting: z.int() }),
  ),
  days: z.array(Named),
  time: z.string().nullable(),
  languages: z.array(z.string()),
  access: z.array(Named),
  check: z.strictObject({ lastCheckedOn: day.nullable(), nextCheckOn: day.nullable(), freshness: Named }),
  certificate: z.strictObject({
    name: z.string().nullable(),
    until: day.nullable(),
    valid: z.enum(['yes', 'no', 'unknown', 'notAsked']),
  }),
  cost: z.strictObject({ cents: z.int(), per: z.string(), words: sentence }),
  payment: z.strictObject({
    /** Who should pay by the rules of the pathway; null: they say nothing of it. */
    expected: z.string().nullable(),
    by: z.string().nullable(),
    agreed: Tri,
    /** Whether the deductible (eigen risico) is charged. */
    deductible: Tri,
    words: sentence,
  }),
  contact: SupplyPerson.nullable(),
  deputy: SupplyPerson.nullable(),
  /** With whom it would land today; null: with nobody who can be reached. */
  landsWith: z.strictObject({ accountId: z.string(), name: z.string() }).nullable(),
  /** What goes into the decision when this is chosen. */
  choose: z.strictObject({ providerId: z.string(), offerId: z.string(), runId: z.string().optional() }),
})
export type OfferMatch = z.infer<typeof OfferMatch>

/** Something that is proposed, and whether there is an offer of it in the person's municipality at all. */
export const ProposedHere = Named.extend({ offersHere: z.int(), says: sentence })
export type ProposedHere = z.infer<typeof ProposedHere>

export const UnmetNeedBody = z.strictObject({ code: Id, reason: z.enum(unmetReasons) })
export type UnmetNeedBody = z.infer<typeof UnmetNeedBody>

export const CaseOffers = z.strictObject({
  caseId: Id,
  lookedOn: day,
  /** Null: nothing was asked for and nothing is proposed yet. */
  wanted: Named.nullable(),
  /** What there is, in one sentence. */
  words: sentence,
  norm: z.strictObject({ days: z.int(), words: sentence, source: z.string(), status: z.string() }).nullable(),
  /** The rules of the order, the first counts most. */
  order: z.array(Named.extend({ source: z.string(), status: z.string() })),
  offers: z.array(OfferMatch),
  /** Ready to be sent as it stands; null when something fits in time. */
  unmetNeed: z.strictObject({ body: UnmetNeedBody, words: sentence, weeks: z.int().nullable(), href: z.string() }).nullable(),
  /** Other interventions of the proposal, with the offers that fit: only where the one that was asked for leaves a gap. */
  nextBest: z.array(Named.extend({ offers: z.array(OfferMatch) })),
  proposed: z.array(ProposedHere),
})
export type CaseOffers = z.infer<typeof CaseOffers>

export const getCaseOffers = operation({
  operationId: 'getCaseOffers',
  method: 'GET',
  path: '/v1/cases/{caseId}/offers',
  tag: 'supply',
  words: {
    nl: 'Het aanbod voor deze oudere, het beste eerst, met waarom wel en waarom niet',
    en: 'The offers for this older adult, best first, with why and why not',
  },
  params: CasePath,
  query: z.strictObject({
    /** An intervention or a follow-up; absent: the first that is proposed. */
    code: Id.optional(),
    /** The language it should be given in, as `nl`. */
    givenIn: z
      .string()
      .regex(/^[a-z]{2}$/)
      .optional(),
    needs: listOf(accessFeatures).optional(),
    onDays: listOf(weekdays).optional(),
  }),
  answer: CaseOffers,
})

export const UnmetNeedSaved = z.strictObject({
  unmetNeedId: z.string(),
  /** False: this gap was counted for this case before. */
  counted: z.boolean(),
})
export type UnmetNeedSaved = z.infer<typeof UnmetNeedSaved>

export const reportUnmetNeed = operation({
  operationId: 'reportUnmetNeed',
  method: 'POST',
  path: '/v1/cases/{caseId}/unmet-needs',
  tag: 'supply',
  words: { nl: 'Een gat in het aanbod melden', en: 'Report a gap in the supply' },
  params: CasePath,
  body: UnmetNeedBody,
  example: { code: 'inBalans', reason: 'noOffer' },
  idempotencyKey: true,
  status: 201,
  answer: UnmetNeedSaved,
})
