// One row of a supply list: an offer, flat, with at most one of its course runs. Every list that comes in or goes out has this shape between.
import type { IsoDate } from '../calendar.ts'
import type { accessFeatures, offerForms, payerCodes, weekdays } from '../supply.ts'

export type AccessFeature = (typeof accessFeatures)[number]
export type Weekday = (typeof weekdays)[number]

/** `validFrom` null: from the day the offer is valid. */
export type ListPayer = {
  readonly payer: (typeof payerCodes)[number]
  readonly validFrom: IsoDate | null
  readonly validUntil: IsoDate | null
  readonly deductible: boolean
}

/** Null or an empty list: nothing is said about it. */
export type ListRow = {
  readonly sourceId: string | null
  readonly organisation: string | null
  readonly name: string | null
  /** The code of the intervention or follow-up. */
  readonly intervention: string | null
  readonly description: string | null
  readonly domain: 'care' | 'social' | null
  readonly form: (typeof offerForms)[number] | null
  /** CBS code. */
  readonly municipality: string | null
  readonly areas: readonly string[]

  readonly locationName: string | null
  readonly street: string | null
  readonly houseNumber: string | null
  readonly postcode: string | null
  readonly city: string | null
  readonly locationMunicipality: string | null
  readonly locationAccess: readonly AccessFeature[]

  readonly start: IsoDate | null
  readonly end: IsoDate | null
  readonly places: number | null
  /** Counted, never taken over: a list cannot give away a place. */
  readonly free: number | null
  readonly open: boolean | null
  readonly runDays: readonly Weekday[]
  readonly runTime: string | null
  readonly runNote: string | null

  readonly days: readonly Weekday[]
  readonly time: string | null
  readonly waitWeeks: number | null
  /** Euro cents. */
  readonly price: number | null
  readonly pricePer: 'meeting' | 'course' | 'month' | 'year' | null
  readonly payers: readonly ListPayer[]

  readonly contact: string | null
  readonly contactEmail: string | null
  readonly contactPhone: string | null
  readonly deputy: string | null
  readonly deputyEmail: string | null
  readonly deputyPhone: string | null
  /** Who keeps the data right: the e-mail address, else the name, else the id. */
  readonly owner: string | null

  readonly certificate: string | null
  readonly certificateHolder: string | null
  readonly certificateUntil: IsoDate | null

  readonly validFrom: IsoDate | null
  readonly validUntil: IsoDate | null
  readonly lastChecked: IsoDate | null
  readonly nextCheck: IsoDate | null

  readonly minimumAge: number | null
  readonly maximumAge: number | null
  readonly sex: 'F' | 'M' | null
  readonly levels: readonly ('low' | 'moderate' | 'high')[]
  readonly walksAlone: boolean | null
  readonly forWhom: string | null
  readonly languages: readonly string[]
  readonly access: readonly AccessFeature[]
  readonly website: string | null

  readonly offerId: string | null
  readonly organisationId: string | null
  readonly runId: string | null
}

export type ColumnName = keyof ListRow

/** What is said of the run; the rest is said of the offer. */
export const runColumns = ['start', 'end', 'places', 'free', 'open', 'runDays', 'runTime', 'runNote', 'runId'] as const
export type RunColumn = (typeof runColumns)[number]

const ofRun: ReadonlySet<string> = new Set(runColumns)
export const isOfRun = (name: ColumnName): name is RunColumn => ofRun.has(name)

export const blankRow: ListRow = {
  sourceId: null,
  organisation: null,
  name: null,
  intervention: null,
  description: null,
  domain: null,
  form: null,
  municipality: null,
  areas: [],
  locationName: null,
  street: null,
  houseNumber: null,
  postcode: null,
  city: null,
  locationMunicipality: null,
  locationAccess: [],
  start: null,
  end: null,
  places: null,
  free: null,
  open: null,
  runDays: [],
  runTime: null,
  runNote: null,
  days: [],
  time: null,
  waitWeeks: null,
  price: null,
  pricePer: null,
  payers: [],
  contact: null,
  contactEmail: null,
  contactPhone: null,
  deputy: null,
  deputyEmail: null,
  deputyPhone: null,
  owner: null,
  certificate: null,
  certificateHolder: null,
  certificateUntil: null,
  validFrom: null,
  validUntil: null,
  lastChecked: null,
  nextCheck: null,
  minimumAge: null,
  maximumAge: null,
  sex: null,
  levels: [],
  walksAlone: null,
  forWhom: null,
  languages: [],
  access: [],
  website: null,
  offerId: null,
  organisationId: null,
  runId: null,
}
