// One offer as it is typed: from data to fields, and back to what the server takes.
import type { OfferBody } from '../../../contract/offers.ts'
import { dayIn } from '../../text/typed-dates.ts'
import { centsIn, typedDay } from './cells.ts'

export type TypedOffer = {
  organisationId: string
  code: string
  name: string
  description: string
  form: OfferBody['form']
  domain: OfferBody['domain']
  municipality: string
  municipalities: string[]
  moreAreas: string
  locationId: string
  days: string[]
  time: string
  waitWeeks: string
  validFrom: string
  validUntil: string
  minimumAge: string
  maximumAge: string
  levels: string[]
  walksAlone: boolean
  sex: '' | 'F' | 'M'
  note: string
  languages: string
  cost: string
  per: OfferBody['cost']['per']
  payer: string
  fundingFrom: string
  fundingUntil: string
  deductible: boolean
  contactId: string
  deputyId: string
  ownerId: string
  certificate: string
  certificateUntil: string
  access: string[]
  website: string
}
export type OfferField = keyof TypedOffer

const commas = (text: string): string[] =>
  text
    .split(/[,;\s]+/)
    .map((one) => one.trim())
    .filter((one) => one !== '')

export const emptyOffer = (organisationId: string, today: string): TypedOffer => ({
  organisationId,
  code: '',
  name: '',
  description: '',
  form: 'group',
  domain: 'social',
  municipality: '',
  municipalities: [],
  moreAreas: '',
  locationId: '',
  days: [],
  time: '',
  waitWeeks: '',
  validFrom: typedDay(today),
  validUntil: '',
  minimumAge: '65',
  maximumAge: '',
  levels: [],
  walksAlone: false,
  sex: '',
  note: '',
  languages: 'nl',
  cost: '0',
  per: 'course',
  payer: '',
  fundingFrom: '',
  fundingUntil: '',
  deductible: false,
  contactId: '',
  deputyId: '',
  ownerId: '',
  certificate: '',
  certificateUntil: '',
  access: [],
  website: '',
})

const numberTyped = (value: number | null | undefined): string => (value == null ? '' : String(value))

export function typedOffer(offer: OfferBody, comma: boolean): TypedOffer {
  const [first] = offer.funding
  const { forWhom, cost } = offer
  return {
    organisationId: offer.organisationId,
    code: offer.code,
    name: offer.name,
    description: offer.description ?? '',
    form: offer.form,
    domain: offer.domain,
    municipality: offer.municipality,
    municipalities: offer.areas.filter((area) => area.startsWith('GM')),
    moreAreas: offer.areas.filter((area) => !area.startsWith('GM')).join(', '),
    locationId: offer.locationId ?? '',
    days: offer.days,
    time: offer.time ?? '',
    waitWeeks: numberTyped(offer.waitWeeks),
    validFrom: typedDay(offer.validFrom),
    validUntil: typedDay(offer.validUntil ?? null),
    minimumAge: numberTyped(forWhom.minimumAge),
    maximumAge: numberTyped(forWhom.maximumAge),
    levels: forWhom.levels ?? [],
    walksAlone: forWhom.walksAlone ?? false,
    sex: forWhom.sex ?? '',
    note: forWhom.note ?? '',
    languages: offer.languages.join(', '),
    cost: (cost.cents / 100).toFixed(2).replace('.', comma ? ',' : '.'),
    per: cost.per,
    payer: first?.payer ?? '',
    fundingFrom: typedDay(first?.validFrom ?? null),
    fundingUntil: typedDay(first?.validUntil ?? null),
    deductible: first?.deductible ?? false,
    contactId: offer.contactId,
    deputyId: offer.deputyId,
    ownerId: offer.ownerId,
    certificate: offer.certificate?.name ?? '',
    certificateUntil: typedDay(offer.certificateUntil ?? null),
    access: offer.access,
    website: offer.website ?? '',
  }
}

export const areasOf = ({ municipalities, moreAreas }: TypedOffer): string[] => [
  ...municipalities,
  ...commas(moreAreas).map((area) => area.toUpperCase()),
]

/** Which fault each field has, by the name of its words; empty: it can be sent. */
export function faultsIn(typed: TypedOffer): { [field in OfferField]?: FaultName } {
  const faults: { [field in OfferField]?: FaultName } = {}
  const need = (field: OfferField & FaultName, is: boolean): void => {
    if (!is) faults[field] = field
  }
  for (const field of ['organisationId', 'code', 'name', 'municipality', 'contactId', 'deputyId', 'ownerId'] as const)
    need(field, typed[field].trim() !== '')
  if (areasOf(typed).length === 0) faults.municipalities = 'areas'
  for (const field of ['validUntil', 'certificateUntil', 'fundingUntil'] as const)
    if (typed[field].trim() !== '' && dayIn(typed[field]) === null) faults[field] = 'day'
  if (dayIn(typed.validFrom) === null) faults.validFrom = 'day'
  if (typed.payer !== '' && dayIn(typed.fundingFrom) === null) faults.fundingFrom = 'day'
  if (!/^(?:\d\d:\d\d)?$/.test(typed.time.trim())) faults.time = 'time'
  if (centsIn(typed.cost) === null) faults.cost = 'cost'
  for (const field of ['waitWeeks', 'minimumAge', 'maximumAge'] as const)
    if (!/^\d{0,3}$/.test(typed[field].trim())) faults[field] = 'number'
  if (commas(typed.languages).length === 0) faults.languages = 'languages'
  if (typed.website.trim() !== '' && !/^https?:\/\//.test(typed.website.trim())) faults.website = 'website'
  return faults
}
export type FaultName =
  | 'organisationId'
  | 'code'
  | 'name'
  | 'municipality'
  | 'areas'
  | 'contactId'
  | 'deputyId'
  | 'ownerId'
  | 'day'
  | 'time'
  | 'cost'
  | 'number'
  | 'languages'
  | 'website'

/** Of what has no faults. What the page has no field for stays as it `was`. */
export function bodyOf(typed: TypedOffer, was: OfferBody | null): OfferBody {
  const text = (value: string) => (value.trim() === '' ? undefined : value.trim())
  const whole = (value: string) => (value.trim() === '' ? undefined : Number(value))
  const more = was?.funding.slice(1) ?? []
  const first =
    typed.payer === ''
      ? []
      : [
          {
            payer: typed.payer as OfferBody['funding'][number]['payer'],
            validFrom: dayIn(typed.fundingFrom)!,
            validUntil: dayIn(typed.fundingUntil),
            deductible: typed.deductible,
          },
        ]
  const body = {
    organisationId: typed.organisationId,
    code: typed.code,
    domain: typed.domain,
    municipality: typed.municipality,
    areas: areasOf(typed),
    validFrom: dayIn(typed.validFrom)!,
    validUntil: dayIn(typed.validUntil),
    locationId: text(typed.locationId) ?? null,
    contactId: typed.contactId,
    deputyId: typed.deputyId,
    ownerId: typed.ownerId,
    name: typed.name.trim(),
    description: text(typed.description),
    form: typed.form,
    forWhom: {
      minimumAge: whole(typed.minimumAge),
      maximumAge: whole(typed.maximumAge),
      sex: typed.sex === '' ? undefined : typed.sex,
      levels: typed.levels.length === 0 ? undefined : typed.levels,
      walksAlone: typed.walksAlone ? true : undefined,
      note: text(typed.note),
    },
    languages: commas(typed.languages).map((one) => one.toLowerCase()),
    access: typed.access,
    cost: { cents: centsIn(typed.cost)!, per: typed.per },
    funding: [...first, ...more],
    certificate:
      text(typed.certificate) === undefined
        ? null
        : {
            ...(was?.certificate?.holder === undefined ? {} : { holder: was.certificate.holder }),
            name: typed.certificate.trim(),
          },
    certificateUntil: dayIn(typed.certificateUntil),
    waitWeeks: whole(typed.waitWeeks) ?? null,
    days: typed.days,
    time: text(typed.time) ?? null,
    website: text(typed.website),
    sourceId: was?.sourceId,
  }
  // What is undefined is not sent.
  return JSON.parse(JSON.stringify(body)) as OfferBody
}

/** Where in the form a fault of the server belongs; undefined: nowhere in particular. */
export function fieldAt(pointer: string): OfferField | undefined {
  const [, first = '', second = '', third = ''] = pointer.split('/')
  if (first === 'areas') return 'municipalities'
  if (first === 'forWhom') return second as OfferField
  if (first === 'funding') return third === 'validUntil' ? 'fundingUntil' : third === 'validFrom' ? 'fundingFrom' : 'payer'
  if (first === 'cost') return 'cost'
  return first in emptyOffer('', '2026-01-01') ? (first as OfferField) : undefined
}

/** What makes an offer findable and plannable beyond what is required. */
export const telling = [
  'description',
  'locationId',
  'days',
  'time',
  'minimumAge',
  'levels',
  'languages',
  'payer',
  'access',
  'website',
] as const satisfies readonly OfferField[]

const isGiven = (value: TypedOffer[OfferField]): boolean =>
  Array.isArray(value) ? value.length > 0 : typeof value === 'boolean' ? value : value.trim() !== ''

export const lacking = (typed: TypedOffer): (typeof telling)[number][] => telling.filter((field) => !isGiven(typed[field]))
