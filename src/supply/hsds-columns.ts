// Which column of a list stands where in HSDS: what the standard has no field for is an attribute of ours, named after the column.
import type { ColumnName } from '../domain/supply-list/row.ts'

export const ourTaxonomy = 'Valpad'

/** Of a service. */
export const attributeColumns = [
  'offerId',
  'organisationId',
  'sourceId',
  'intervention',
  'domain',
  'form',
  'municipality',
  'access',
  'sex',
  'levels',
  'walksAlone',
  'waitWeeks',
  'certificateHolder',
  'certificateUntil',
  'validFrom',
  'validUntil',
  'nextCheck',
  'owner',
  'houseNumber',
] as const satisfies readonly ColumnName[]

/** Of a schedule: which run of the course it is. */
export const runAttributeColumns = ['runId', 'places', 'free', 'open'] as const satisfies readonly ColumnName[]

/** Columns that have a field of their own in the standard. */
export const fieldColumns = [
  'organisation',
  'name',
  'description',
  'areas',
  'locationName',
  'street',
  'postcode',
  'city',
  'locationMunicipality',
  'locationAccess',
  'start',
  'end',
  'runDays',
  'runTime',
  'runNote',
  'days',
  'time',
  'price',
  'pricePer',
  'payers',
  'contact',
  'contactEmail',
  'contactPhone',
  'deputy',
  'deputyEmail',
  'deputyPhone',
  'certificate',
  'lastChecked',
  'minimumAge',
  'maximumAge',
  'forWhom',
  'languages',
  'website',
] as const satisfies readonly ColumnName[]

/** What a contact is, in words a reader of the list understands. */
export const contactTitle = 'Contactpersoon'
export const deputyTitle = 'Vervanger'
