// Offers: what a provider can do for whom and where, who keeps the data right, and how old they are.
import * as z from 'zod'
import { Id } from '../domain/commands.ts'
import { Area, type Freshness as FreshnessOf, Funding, freshnessWords, OfferDetails } from '../domain/supply.ts'
import { day, operation, Page, pageOf, sentence } from './operation.ts'
import { municipality, SupplyHistoryLine, SupplyPerson, SupplySaved } from './supply.ts'

const Freshness = z.enum(Object.keys(freshnessWords) as [FreshnessOf, ...FreshnessOf[]])

/**
 * `lastCheckedOn` and `nextCheckOn` are for lists that were checked elsewhere; absent: checked today, and again in six months. Null: never.
 * An offer is never deleted: `validUntil` withdraws it.
 */
export const OfferBody = z.strictObject({
  organisationId: Id,
  /** An intervention or a follow-up of the pathway. */
  code: Id,
  domain: z.enum(['care', 'social']),
  /** Where it is given, or where the provider is at home. */
  municipality,
  /** For whom by address: municipality, district, neighbourhood or postcode. */
  areas: z.array(Area).min(1).max(500),
  validFrom: day,
  validUntil: day.nullable().optional(),
  locationId: Id.nullable().optional(),
  contactId: Id,
  deputyId: Id,
  /** Who keeps the data right and is asked whether they still are. */
  ownerId: Id,
  ...OfferDetails.shape,
  certificateUntil: day.nullable().optional(),
  lastCheckedOn: day.nullable().optional(),
  nextCheckOn: day.optional(),
})
export type OfferBody = z.infer<typeof OfferBody>

const example: z.input<typeof OfferBody> = {
  organisationId: 'club',
  code: 'inBalans',
  domain: 'social',
  municipality: 'GM0362',
  areas: ['GM0362', '1191'],
  validFrom: '2026-01-01',
  validUntil: null,
  locationId: null,
  contactId: 'contact-1',
  deputyId: 'contact-2',
  ownerId: 'contact-1',
  name: 'In Balans in de Sprong (verzonnen)',
  form: 'group',
  forWhom: { minimumAge: 65, levels: ['moderate', 'high'], walksAlone: true },
  languages: ['nl'],
  access: ['stepFree', 'publicTransport'],
  cost: { cents: 2500, per: 'course' },
  funding: [{ payer: 'municipality', validFrom: '2026-01-01', validUntil: '2026-12-31', deductible: false }],
  certificate: null,
  waitWeeks: null,
  days: ['tu', 'th'],
  time: '10:00',
}

export const Offer = z.strictObject({
  offerId: Id,
  version: z.int(),
  /** As it can be sent back; without the dates of the checks, so that sending it back is a check. */
  offer: OfferBody.omit({ lastCheckedOn: true, nextCheckOn: true }),
  /** Valid today. */
  stands: z.boolean(),
  codeWords: z.string(),
  formWords: z.string(),
  organisationName: z.string(),
  municipalityName: z.string(),
  location: z
    .strictObject({
      locationId: Id,
      name: z.string(),
      address: z.string(),
      postcode: z.string(),
      accessWords: z.array(z.string()),
    })
    .nullable(),
  contact: SupplyPerson.nullable(),
  deputy: SupplyPerson.nullable(),
  owner: SupplyPerson.nullable(),
  check: z.strictObject({
    lastCheckedOn: day.nullable(),
    nextCheckOn: day.nullable(),
    freshness: Freshness,
    words: sentence,
  }),
  /** The deliverer's certificate has an end date that lies behind us. */
  certificateLapsed: z.boolean(),
  costWords: sentence,
  /** Who pays a part today. */
  fundingToday: z.array(z.strictObject({ ...Funding.shape, payerWords: z.string() })),
  /** Over the course runs that are still to start and open; null: no course runs are kept. */
  places: z
    .strictObject({
      free: z.int(),
      waiting: z.int(),
      next: z
        .strictObject({ runId: Id, startsOn: day, places: z.int(), taken: z.int(), free: z.int(), waiting: z.int() })
        .nullable(),
    })
    .nullable(),
})
export type Offer = z.infer<typeof Offer>

const OfferPath = z.strictObject({ offerId: Id })
const shape = '"<offerId>.<version>"'

export const listOffers = operation({
  operationId: 'listOffers',
  method: 'GET',
  path: '/v1/offers',
  tag: 'supply',
  words: {
    nl: 'Het aanbod (sociale kaart), op interventie en dan op kenmerk',
    en: 'The offers of the local supply, by intervention and then by id',
  },
  query: z.strictObject({
    organisationId: Id.optional(),
    code: Id.optional(),
    /** Served whole or in part. */
    municipality: municipality.optional(),
    /** Served: exactly this municipality, district, neighbourhood or postcode. */
    area: Area.optional(),
    freshness: Freshness.optional(),
    /** Any part of the name of the offer, of its provider or of the intervention. */
    q: z.string().trim().min(1).max(100).optional(),
    /** `standing`: not yet ended; `withdrawn`: ended; `all`: both. */
    show: z.enum(['standing', 'withdrawn', 'all']).default('standing'),
    ...Page,
  }),
  answer: pageOf(Offer),
})

export const addOffer = operation({
  operationId: 'addOffer',
  method: 'POST',
  path: '/v1/offers',
  tag: 'supply',
  words: { nl: 'Een aanbod toevoegen', en: 'Add an offer' },
  body: OfferBody,
  example,
  idempotencyKey: true,
  status: 201,
  answer: SupplySaved,
})

export const getOffer = operation({
  operationId: 'getOffer',
  method: 'GET',
  path: '/v1/offers/{offerId}',
  tag: 'supply',
  words: { nl: 'Eén aanbod', en: 'One offer' },
  params: OfferPath,
  answer: Offer,
})

export const changeOffer = operation({
  operationId: 'changeOffer',
  method: 'PUT',
  path: '/v1/offers/{offerId}',
  tag: 'supply',
  words: { nl: 'Een aanbod vervangen', en: 'Replace an offer' },
  params: OfferPath,
  body: OfferBody,
  example,
  idempotencyKey: true,
  ifMatch: { needed: 'required', shape },
  answer: SupplySaved,
})

/** Absent: in six months. */
export const ConfirmBody = z.strictObject({ nextCheckOn: day.optional() })
export type ConfirmBody = z.infer<typeof ConfirmBody>

export const confirmOffer = operation({
  operationId: 'confirmOffer',
  method: 'POST',
  path: '/v1/offers/{offerId}/_confirm',
  tag: 'supply',
  words: { nl: 'Het aanbod klopt nog', en: 'The offer is still right' },
  params: OfferPath,
  body: ConfirmBody,
  example: {},
  idempotencyKey: true,
  ifMatch: { needed: 'required', shape },
  answer: SupplySaved,
})

export const getOfferHistory = operation({
  operationId: 'getOfferHistory',
  method: 'GET',
  path: '/v1/offers/{offerId}/history',
  tag: 'supply',
  words: { nl: 'Wat aan een aanbod veranderde, het laatste eerst', en: 'What changed in an offer, the latest first' },
  params: OfferPath,
  query: z.strictObject(Page),
  answer: pageOf(SupplyHistoryLine),
})
