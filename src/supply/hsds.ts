// A list as HSDS 3.0: each offer a service with its organisation, location, contacts, areas, schedules, costs and attributes.
import type { HsdsService } from '../contract/hsds.ts'
import { canonicalJson } from '../domain/canonical.ts'
import { writeCell } from '../domain/supply-list/cells.ts'
import { languageOptions } from '../domain/supply-list/column-kinds.ts'
import { columns } from '../domain/supply-list/columns.ts'
import { interventionName, type ListNames, municipalityName } from '../domain/supply-list/names.ts'
import { blankRow, type ColumnName, isOfRun, type ListRow, runColumns } from '../domain/supply-list/row.ts'
import { attributeColumns, contactTitle, deputyTitle, ourTaxonomy, runAttributeColumns } from './hsds-columns.ts'

export type HsdsAsked = {
  readonly names: ListNames
  readonly today: string
  /** The same UUID for the same text, always. */
  readonly uuidOf: (text: string) => string
}

export const hsdsServices = (rows: readonly ListRow[], asked: HsdsAsked): HsdsService[] =>
  [...Map.groupBy(rows.entries(), ([index, row]) => serviceKey(row, index)).values()].map((group) =>
    serviceOf(
      group.map(([, row]) => row),
      asked,
    ),
  )

const saysRun = (row: ListRow): boolean => runColumns.some((name) => canonicalJson(row[name]) !== canonicalJson(blankRow[name]))

/** Rows that differ in nothing but their run are one service. */
const serviceKey = (row: ListRow, index: number): string =>
  saysRun(row) ? canonicalJson(Object.entries(row).filter(([name]) => !isOfRun(name as ColumnName))) : String(index)

type Make = HsdsAsked & { readonly idOf: (part: string) => string; readonly row: ListRow }

function serviceOf(rows: readonly ListRow[], asked: HsdsAsked): HsdsService {
  const row = rows[0]!
  const own = row.offerId ?? canonicalJson(row)
  const make: Make = { ...asked, row, idOf: (part) => asked.uuidOf(`${own} ${part}`) }
  const { organisation, name, description, website, owner, forWhom, certificate } = row
  const ownerMail = isMail(owner) ? owner : null
  return given({
    id: isUuid(row.offerId) ? row.offerId : make.idOf('service'),
    name: name ?? interventionName(asked.names, row.intervention ?? ''),
    description,
    url: website,
    email: row.contactEmail,
    status: row.validUntil !== null && row.validUntil < asked.today ? 'inactive' : 'active',
    assured_date: row.lastChecked,
    assurer_email: ownerMail,
    minimum_age: row.minimumAge,
    maximum_age: row.maximumAge,
    eligibility_description: forWhom,
    accreditations: certificate,
    organization: {
      id: isUuid(row.organisationId) ? row.organisationId : asked.uuidOf(`organisation ${row.organisationId ?? organisation}`),
      name: organisation ?? '',
      description: organisation ?? '',
    },
    service_areas: row.areas.map((area) => ({
      id: make.idOf(`area ${area}`),
      name: municipalityName(asked.names, area),
      extent: area,
      extent_type: 'text',
    })),
    service_at_locations: locationsOf(make),
    contacts: contactsOf(make),
    phones: row.contactPhone === null ? [] : [{ id: make.idOf('phone'), number: row.contactPhone, type: 'voice' }],
    schedules: [...scheduleOfOffer(make), ...rows.filter(saysRun).map((one, index) => scheduleOfRun(one, index, make))],
    languages: row.languages.map((code) => ({
      id: make.idOf(`language ${code}`),
      code,
      name: languageOptions.find(({ value }) => value === code)?.nl ?? code,
    })),
    cost_options: costsOf(make),
    funding: row.payers.map((payer, index) => ({
      id: make.idOf(`funding ${index}`),
      source: writeCell('payers', { ...row, payers: [payer] }, asked.names, 'machine'),
    })),
    attributes: attributesOf(
      attributeColumns.filter((column) => column !== 'owner' || ownerMail === null),
      row,
      'service',
      make,
    ),
    metadata: metadataOf(make),
  }) as HsdsService
}

const isUuid = (id: string | null): id is string =>
  id !== null && /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/.test(id)
const isMail = (text: string | null): text is string => text !== null && /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text)

/** Without what is empty: the standard leaves it out. */
const given = (fields: { readonly [field: string]: unknown }) =>
  Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== null && !(Array.isArray(value) && value.length === 0)),
  )

function locationsOf({ row, idOf }: Make) {
  const { locationName, street, houseNumber, postcode, city, locationMunicipality, locationAccess } = row
  if (locationName === null && street === null && postcode === null && city === null) return []
  const address = {
    id: idOf('address'),
    address_1: [street, houseNumber].filter((part) => part !== null).join(' '),
    city: city ?? '',
    ...given({ region: locationMunicipality }),
    // Which province it is follows from nothing here.
    state_province: '',
    postal_code: postcode ?? '',
    country: 'NL',
    address_type: 'physical',
  }
  const accessibility = locationAccess.map((feature) => ({ id: idOf(`location access ${feature}`), description: feature }))
  const location = given({
    id: idOf('location'),
    location_type: 'physical',
    name: locationName,
    addresses: [address],
    accessibility,
  })
  return [{ id: idOf('service at location'), location }]
}

function contactsOf({ row, idOf }: Make) {
  const contact = (title: string, name: string | null, email: string | null, phone: string | null) =>
    name === null && email === null && phone === null
      ? []
      : [
          given({
            id: idOf(title),
            name,
            title,
            email,
            phones: phone === null ? [] : [{ id: idOf(`phone of ${title}`), number: phone, type: 'voice' }],
          }),
        ]
  return [
    ...contact(contactTitle, row.contact, row.contactEmail, row.contactPhone),
    ...contact(deputyTitle, row.deputy, row.deputyEmail, row.deputyPhone),
  ]
}

function scheduleOfOffer({ row: { days, time }, idOf }: Make) {
  return days.length === 0 && time === null ? [] : [given({ id: idOf('schedule'), ...recurring(days, time) })]
}

function scheduleOfRun(row: ListRow, index: number, make: Make) {
  return given({
    id: isUuid(row.runId) ? row.runId : make.idOf(`run ${row.runId ?? index}`),
    dtstart: row.start,
    until: row.end,
    ...recurring(row.runDays, row.runTime),
    notes: row.runNote,
    attributes: [runMark(index, make), ...attributesOf(runAttributeColumns, row, 'schedule', make)],
  })
}

const recurring = (days: ListRow['days'], time: string | null) => ({
  freq: 'WEEKLY',
  byday: days.length === 0 ? null : days.map((day) => day.toUpperCase()).join(','),
  opens_at: time,
})

/** Says that a schedule is one run of a course, and not when the offer can be had. */
const runMark = (index: number, { idOf, uuidOf }: Make) => ({
  id: idOf(`run mark ${index}`),
  link_entity: 'schedule',
  label: 'run',
  value: String(index + 1),
  taxonomy_term: {
    id: uuidOf(`${ourTaxonomy} run`),
    code: 'run',
    name: 'Groep of cursusreeks',
    description: 'Een reeks van een cursus, met een begin en een einde.',
    taxonomy: ourTaxonomy,
  },
})

function costsOf({ row: { price, pricePer }, idOf }: Make) {
  if (price === null && pricePer === null) return []
  return [given({ id: idOf('cost'), amount: price === null ? null : price / 100, currency: 'EUR', amount_description: pricePer })]
}

function attributesOf(names: readonly ColumnName[], row: ListRow, entity: 'service' | 'schedule', make: Make) {
  return names.flatMap((column) => {
    const value = writeCell(column, row, make.names, 'machine')
    if (value === '') return []
    return [
      {
        id: make.idOf(`${entity} ${column} ${entity === 'schedule' ? (row.runId ?? row.start ?? '') : ''}`),
        link_entity: entity,
        label: column,
        value,
        taxonomy_term: termOf(column, value, make),
      },
    ]
  })
}

/** Of a fixed set: the term itself; else the column is the term. */
function termOf(column: ColumnName, value: string, { names, uuidOf }: Make) {
  const { kind, nl, about } = columns[column]
  const coded = kind.is === 'one' || kind.is === 'intervention'
  const name = kind.is === 'intervention' ? interventionName(names, value) : coded ? writtenDutch(column, value) : nl
  return {
    id: uuidOf(`${ourTaxonomy} ${column} ${coded ? value : ''}`),
    code: coded ? value : column,
    name,
    description: about.nl,
    taxonomy: ourTaxonomy,
  }
}

function writtenDutch(column: ColumnName, value: string): string {
  const { kind } = columns[column]
  return kind.is === 'one' ? (kind.options.find((option) => option.value === value)?.nl ?? value) : value
}

/** When somebody last saw that it was right, and who. */
const metadataOf = ({ row: { lastChecked, owner }, idOf }: Make) =>
  lastChecked === null
    ? []
    : [
        {
          id: idOf('metadata'),
          resource_type: 'service',
          last_action_date: lastChecked,
          last_action_type: 'assured',
          field_name: 'assured_date',
          previous_value: '',
          replacement_value: lastChecked,
          updated_by: owner ?? '',
        },
      ]
