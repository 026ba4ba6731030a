// The local supply (sociale kaart): what an offer, a course run and a contact say, for whom, where, by when checked. Shapes follow HSDS 3.0.
import * as z from 'zod'
import { addPeriod, type IsoDate } from './calendar.ts'
import type { Words } from './words.ts'

const line = z.string().trim().min(1).max(200)
const text = z.string().trim().min(1).max(2000)
const day = z.iso.date()

/** CBS municipality, district or neighbourhood, or a postcode of four digits, or of four digits and two letters without a space. */
export const Area = z.string().regex(/^(?:GM\d{4}|WK\d{6}|BU\d{8}|[1-9]\d{3}(?:[A-Z]{2})?)$/)
export const Postcode = z.string().regex(/^[1-9]\d{3}[A-Z]{2}$/)
export const MunicipalityCode = z.string().regex(/^GM\d{4}$/)

export const offerForms = ['group', 'home', 'online', 'consult'] as const
export const accessFeatures = [
  'stepFree',
  'lift',
  'parking',
  'publicTransport',
  'adaptedToilet',
  'hearingLoop',
  'pickUp',
] as const
export const payerCodes = ['zvw', 'supplementary', 'municipality', 'wmo', 'own', 'free'] as const
export const weekdays = ['mo', 'tu', 'we', 'th', 'fr', 'sa', 'su'] as const

/** Who pays a part, and from when until when that was agreed. */
export const Funding = z.strictObject({
  payer: z.enum(payerCodes),
  validFrom: day,
  validUntil: day.nullable(),
  /** The deductible of the basic insurance (eigen risico) is charged for it. */
  deductible: z.boolean(),
})
export type Funding = z.infer<typeof Funding>

export const OfferDetails = z.strictObject({
  name: line,
  description: text.optional(),
  form: z.enum(offerForms),
  /** For whom; what is absent does not matter. */
  forWhom: z.strictObject({
    minimumAge: z.int().min(0).max(120).optional(),
    maximumAge: z.int().min(0).max(120).optional(),
    sex: z.enum(['F', 'M']).optional(),
    levels: z
      .array(z.enum(['low', 'moderate', 'high']))
      .max(3)
      .optional(),
    /** Must be able to walk ten metres without the help of a person. */
    walksAlone: z.boolean().optional(),
    note: line.optional(),
  }),
  /** ISO 639-1, Dutch first. */
  languages: z
    .array(z.string().regex(/^[a-z]{2}$/))
    .min(1)
    .max(20),
  access: z.array(z.enum(accessFeatures)).max(20),
  /** What the older adult pays, in euro cents; 0 is free. */
  cost: z.strictObject({ cents: z.int().min(0).max(10_000_00), per: z.enum(['meeting', 'course', 'month', 'year']) }),
  funding: z.array(Funding).max(10),
  /** The deliverer's certificate for the intervention; its end date stands beside the offer. */
  certificate: z.strictObject({ name: line, holder: line.optional() }).nullable(),
  /** Weeks until a first appointment, where no course runs are kept. */
  waitWeeks: z.int().min(0).max(104).nullable(),
  days: z.array(z.enum(weekdays)).max(7),
  time: z
    .string()
    .regex(/^\d\d:\d\d$/)
    .nullable(),
  website: z.url().max(300).optional(),
  /** The key of the row in the list it was imported from. */
  sourceId: line.optional(),
})
export type OfferDetails = z.infer<typeof OfferDetails>

export const LocationDetails = z.strictObject({
  name: line,
  street: line,
  houseNumber: z.string().trim().min(1).max(12),
  city: line,
  access: z.array(z.enum(accessFeatures)).max(20),
})
export type LocationDetails = z.infer<typeof LocationDetails>

export const RunDetails = z.strictObject({
  days: z.array(z.enum(weekdays)).max(7),
  time: z
    .string()
    .regex(/^\d\d:\d\d$/)
    .nullable(),
  note: line.optional(),
})
export type RunDetails = z.infer<typeof RunDetails>

/** What stands in an account beside its role: who somebody is to the others in the chain. */
export const ContactDetails = z.strictObject({
  name: line,
  email: z.email().max(200).optional(),
  phone: z.string().trim().max(40).optional(),
  /** What to ask this person. */
  askMe: line.optional(),
  days: z.array(z.enum(weekdays)).max(7).optional(),
})
export type ContactDetails = z.infer<typeof ContactDetails>

export const OrganisationDetails = z.looseObject({
  name: line,
  email: z.email().max(200).optional(),
  phone: z.string().trim().max(40).optional(),
  website: z.url().max(300).optional(),
  /** Everybody in it is invented. */
  demo: z.boolean().optional(),
})
export type OrganisationDetails = z.infer<typeof OrganisationDetails>

/** How far the data of an offer can be trusted: they age, visibly. */
export type Freshness = 'fresh' | 'ageing' | 'stale' | 'neverChecked'

/** Asked again after this many months; our default. */
export const monthsBetweenChecks = 6

/** `ageing` from its next check date on, `stale` a quarter after that. */
export function freshnessOf(lastCheckedOn: IsoDate | null, nextCheckOn: IsoDate | null, today: IsoDate): Freshness {
  if (lastCheckedOn === null) return 'neverChecked'
  const due = nextCheckOn ?? addPeriod(lastCheckedOn, monthsBetweenChecks, 'months')
  if (today < due) return 'fresh'
  return today < addPeriod(due, 3, 'months') ? 'ageing' : 'stale'
}

export const freshnessWords: { readonly [freshness in Freshness]: Words } = {
  fresh: { nl: 'gecontroleerd', en: 'checked' },
  ageing: { nl: 'opnieuw te controleren', en: 'due for a check' },
  stale: { nl: 'verouderd: bel eerst', en: 'out of date: phone first' },
  neverChecked: { nl: 'nooit gecontroleerd: bel eerst', en: 'never checked: phone first' },
}

/** The areas somebody lives in, the smallest first; what is not known is left out. */
export function areasOf(person: {
  municipality: string
  postcode?: string | undefined
  neighbourhood?: string | undefined
}): string[] {
  const postcode = person.postcode?.replace(' ', '')
  const { neighbourhood, municipality } = person
  return [
    ...(postcode === undefined ? [] : [postcode, postcode.slice(0, 4)]),
    ...(neighbourhood === undefined ? [] : [neighbourhood, `WK${neighbourhood.slice(2, 8)}`]),
    municipality,
  ]
}
