// What a row of a list comes to as the bodies that the door of the supply takes.
import type { ContactBody } from '../contract/contacts.ts'
import type { RunBody } from '../contract/course-runs.ts'
import type { LocationBody } from '../contract/locations.ts'
import type { OfferBody } from '../contract/offers.ts'
import type { PersonOf } from '../domain/supply-list/people.ts'
import type { ListRow } from '../domain/supply-list/row.ts'

type Given = { readonly [field: string]: unknown }

/** Without what the row does not say. */
const said = <Fields extends Given>(fields: Fields) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null && value !== undefined)) as {
    [field in keyof Fields]?: Exclude<Fields[field], null | undefined>
  }

type Ids = Pick<OfferBody, 'organisationId' | 'contactId' | 'deputyId' | 'ownerId'> & { readonly locationId: string | null }

/** The row was checked before: what an offer needs is in it. */
export function offerBodyFrom(row: ListRow, ids: Ids): OfferBody {
  const body = {
    ...ids,
    ...said({ description: row.description, website: row.website, sourceId: row.sourceId, nextCheckOn: row.nextCheck }),
    code: row.intervention,
    domain: row.domain,
    municipality: row.municipality,
    areas: row.areas.length > 0 ? [...row.areas] : [row.municipality],
    validFrom: row.validFrom,
    validUntil: row.validUntil,
    name: row.name,
    form: row.form,
    forWhom: said({
      minimumAge: row.minimumAge,
      maximumAge: row.maximumAge,
      sex: row.sex,
      levels: row.levels.length > 0 ? [...row.levels] : null,
      walksAlone: row.walksAlone,
      note: row.forWhom,
    }),
    languages: row.languages.length > 0 ? [...row.languages] : ['nl'],
    access: [...row.access],
    cost: { cents: row.price, per: row.pricePer },
    funding: row.payers.map((one) => ({ ...one, validFrom: one.validFrom ?? row.validFrom })),
    certificate: row.certificate === null ? null : { name: row.certificate, ...said({ holder: row.certificateHolder }) },
    certificateUntil: row.certificateUntil,
    waitWeeks: row.waitWeeks,
    days: [...row.days],
    time: row.time,
    lastCheckedOn: row.lastChecked,
  }
  return body as OfferBody
}

export const locationBodyFrom = (row: ListRow, organisationId: string): LocationBody =>
  ({
    organisationId,
    municipality: row.locationMunicipality ?? row.municipality,
    postcode: row.postcode,
    name: row.locationName,
    street: row.street,
    houseNumber: row.houseNumber,
    city: row.city,
    access: [...row.locationAccess],
  }) as LocationBody

export const runBodyFrom = (row: ListRow, offerId: string, meetings: readonly string[] | null): RunBody =>
  ({
    offerId,
    startsOn: row.start,
    endsOn: row.end,
    places: row.places,
    open: row.open ?? true,
    days: [...row.runDays],
    time: row.runTime,
    ...said({ note: row.runNote, meetings: meetings === null ? null : [...meetings] }),
  }) as RunBody

/** Answers by a link in an e-mail, until somebody gives this person a login. */
export function newPersonFrom(
  { name, email, phone, organisation }: PersonOf,
  organisationId: string,
  domain: ListRow['domain'],
): ContactBody {
  const kind = organisation.id === null ? 'provider' : organisation.kind
  const role = {
    provider: domain === 'care' ? 'careProvider' : 'socialProvider',
    practice: 'practiceAssistant',
    coalition: 'welfareWorker',
  }[kind]
  return { organisationId, role, login: false, name, ...said({ email, phone }) } as ContactBody
}
