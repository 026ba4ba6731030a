// HSDS services as a table, so that they are looked at and taken over like any other list.
import type { HsdsService } from '../contract/hsds.ts'
import type { ColumnName } from '../domain/supply-list/row.ts'
import type { Table } from '../domain/supply-list/table.ts'
import { attributeColumns, contactTitle, deputyTitle, fieldColumns, ourTaxonomy, runAttributeColumns } from './hsds-columns.ts'

type Cells = { readonly [column in ColumnName]?: string | null | undefined }
type Attributes = HsdsService['attributes']

/** The number of a row is that of its service in the document. What no service says is no column. */
export function tableOfServices(services: readonly HsdsService[]): Table {
  const rows = services.flatMap((service, index) => rowsOf(service).map((cells) => ({ number: index + 1, cells })))
  const anyOfOurs = services.some(({ attributes }) => isOurs(attributes))
  const headers = [...fieldColumns, ...attributeColumns, ...runAttributeColumns].filter(
    (name) => anyOfOurs || rows.some(({ cells }) => (cells[name] ?? '') !== ''),
  )
  return { headers, rows: rows.map(({ number, cells }) => ({ number, cells: headers.map((name) => cells[name] ?? '') })) }
}

const isOurs = (attributes: Attributes): boolean => (attributes ?? []).some((one) => one.taxonomy_term?.taxonomy === ourTaxonomy)

/** The value of our attribute of that name. */
const said = (attributes: Attributes, label: string): string | null =>
  (attributes ?? []).find((one) => one.label === label && one.taxonomy_term?.taxonomy === ourTaxonomy)?.value ?? null

function rowsOf(service: HsdsService): Cells[] {
  const ofOffer = { ...plainFields(service), ...peopleIn(service), ...locationIn(service), ...attributesIn(service) }
  const schedules = service.schedules ?? []
  const runs = schedules.filter(({ attributes }) => said(attributes, 'run') !== null)
  const usual = schedules.find(({ attributes }) => said(attributes, 'run') === null)
  const withDays: Cells = { ...ofOffer, days: daysIn(usual?.byday), time: timeIn(usual?.opens_at) }
  if (runs.length === 0) return [withDays]
  return runs.map((run) => ({
    ...withDays,
    start: run.dtstart,
    end: run.until,
    runDays: daysIn(run.byday),
    runTime: timeIn(run.opens_at),
    runNote: run.notes,
    ...Object.fromEntries(runAttributeColumns.map((name) => [name, said(run.attributes, name)])),
  }))
}

function plainFields(service: HsdsService): Cells {
  const [cost] = service.cost_options ?? []
  const payers = isOurs(service.attributes) ? (service.funding ?? []).map(({ source }) => source ?? '').join(' | ') : ''
  return {
    organisation: service.organization?.name,
    name: service.name,
    description: service.description,
    website: service.url,
    lastChecked: service.assured_date,
    minimumAge: numberText(service.minimum_age),
    maximumAge: numberText(service.maximum_age),
    forWhom: service.eligibility_description,
    certificate: service.accreditations,
    areas: (service.service_areas ?? []).map((area) => area.extent ?? area.name ?? '').join(', '),
    languages: (service.languages ?? []).map(({ code, name }) => code ?? name ?? '').join(', '),
    price: typeof cost?.amount === 'number' ? cost.amount.toFixed(2) : null,
    pricePer: cost?.amount_description,
    payers,
  }
}

const numberText = (value: number | null | undefined): string | null =>
  value === null || value === undefined ? null : String(value)

function attributesIn({ id, attributes, assurer_email }: HsdsService): Cells {
  const cells = Object.fromEntries(attributeColumns.map((name) => [name, said(attributes, name)])) as {
    [name: string]: string | null
  }
  return {
    ...cells,
    owner: cells['owner'] ?? assurer_email,
    // Of others, their own id is the key by which the service is known again.
    sourceId: cells['sourceId'] ?? (isOurs(attributes) ? null : id),
  }
}

function peopleIn({ contacts, phones }: HsdsService): Cells {
  const all = contacts ?? []
  const deputy = all.find(({ title }) => title === deputyTitle) ?? all.filter(({ title }) => title !== contactTitle)[1]
  const contact = all.find(({ title }) => title === contactTitle) ?? all.find((one) => one !== deputy)
  return {
    contact: contact?.name,
    contactEmail: contact?.email,
    contactPhone: contact?.phones?.[0]?.number ?? (contact === undefined ? undefined : phones?.[0]?.number),
    deputy: deputy?.name,
    deputyEmail: deputy?.email,
    deputyPhone: deputy?.phones?.[0]?.number,
  }
}

function locationIn({ service_at_locations: places, attributes }: HsdsService): Cells {
  const location = places?.[0]?.location
  const [address] = location?.addresses ?? []
  const houseNumber = said(attributes, 'houseNumber')
  const line = address?.address_1 ?? ''
  const street = houseNumber !== null && line.endsWith(` ${houseNumber}`) ? line.slice(0, -houseNumber.length - 1) : line
  return {
    locationName: location?.name,
    street,
    postcode: address?.postal_code,
    city: address?.city,
    locationMunicipality: /^GM\d{4}$/.test(address?.region ?? '') ? address?.region : null,
    locationAccess: isOurs(attributes)
      ? (location?.accessibility ?? []).map(({ description }) => description ?? '').join(', ')
      : null,
  }
}

/** `TH,FR`; a number before a day, as in `2MO`, is of monthly schedules, which a list does not have. */
const daysIn = (byday: string | null | undefined): string =>
  (byday ?? '')
    .split(',')
    .map((day) => day.trim().toLowerCase())
    .filter((day) => /^(?:mo|tu|we|th|fr|sa|su)$/.test(day))
    .join(', ')

/** `10:00:00` or `10:00Z`, as `10:00`. */
const timeIn = (time: string | null | undefined): string => /^\d{2}:\d{2}/.exec(time ?? '')?.[0] ?? ''
