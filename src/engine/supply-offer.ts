// An offer being saved or confirmed: what is checked, and what is written.
import type { ConfirmBody, OfferBody } from '../contract/offers.ts'
import { addPeriod, type IsoDate } from '../domain/calendar.ts'
import type { Fault } from '../domain/fault.ts'
import { monthsBetweenChecks, type OfferDetails } from '../domain/supply.ts'
import { loadLocation } from '../store/locations.ts'
import { areasOfOffers, changeOffer, insertOffer, loadOffer, replaceOfferAreas } from '../store/offers.ts'
import type { OfferRow } from '../store/tables.ts'
import { bytesOf, parsedFrom } from './bytes.ts'
import {
  type Desk,
  faultAt,
  faultIf,
  faultsOfMoving,
  faultsOfMunicipality,
  faultsOfNamed,
  organisationToEdit,
  type Prepared,
} from './supply-desk.ts'

export async function prepareOffer(desk: Desk, body: OfferBody, edited?: Edited): Promise<Prepared> {
  const { store, newId } = desk.engine
  const known = edited === undefined ? null : await loadOffer(store, edited.id)
  if (edited !== undefined && known === null) return { is: 'notThere' }
  const organisation = await organisationToEdit(desk, known?.organisation_id ?? body.organisationId)
  if ('is' in organisation) return organisation
  if (known !== null && known.version !== edited!.version) return { is: 'moved', current: known.version }
  const faults = [
    ...faultsOfMoving('/organisationId', known?.organisation_id, body.organisationId),
    ...faultsOfCode(desk, body),
    ...faultsOfDates(desk.today, body),
    ...faultsOfForWhom(body),
    ...faultsOfAreas(desk, body),
    ...(await faultsOfPeople(desk, body)),
    ...(await faultsOfLocation(desk, body)),
  ]
  if (faults.length > 0) return { is: 'faulty', faults }
  const row = offerRow(known?.id ?? newId(), (known?.version ?? 0) + 1, body, desk.today)
  const ending = row.valid_until !== null && row.valid_until !== known?.valid_until && row.valid_until <= desk.today
  return {
    is: 'ready',
    noun: 'offer',
    id: row.id,
    version: row.version,
    action: known === null ? 'added' : ending ? 'withdrawn' : 'changed',
    value: offerValue(row, body.areas),
    change: [
      known === null ? insertOffer(store.build, row) : changeOffer(store.build, row),
      ...replaceOfferAreas(store.build, row.id, body.areas),
    ],
  }
}

export type Edited = { readonly id: string; readonly version: number }

/** "Still right": nothing but the dates of the checks becomes another. */
export async function prepareConfirmation(desk: Desk, { nextCheckOn }: ConfirmBody, edited: Edited): Promise<Prepared> {
  const { store } = desk.engine
  const known = await loadOffer(store, edited.id)
  if (known === null) return { is: 'notThere' }
  const organisation = await organisationToEdit(desk, known.organisation_id)
  if ('is' in organisation) return organisation
  if (known.version !== edited.version) return { is: 'moved', current: known.version }
  const faults = faultsOfChecks(desk.today, { lastCheckedOn: desk.today, nextCheckOn })
  if (faults.length > 0) return { is: 'faulty', faults }
  const row = { ...known, version: known.version + 1, ...checksOf({ nextCheckOn }, desk.today) }
  const areas = (await areasOfOffers(store, [known.id])).get(known.id) ?? []
  return {
    is: 'ready',
    noun: 'offer',
    id: row.id,
    version: row.version,
    action: 'confirmed',
    value: offerValue(row, areas),
    change: [changeOffer(store.build, row)],
  }
}

/** An offer as it was sent, from what is stored. */
export function offerBodyOf(row: OfferRow, areas: readonly string[]): Omit<OfferBody, 'lastCheckedOn' | 'nextCheckOn'> {
  return {
    organisationId: row.organisation_id,
    code: row.code,
    domain: row.domain as OfferBody['domain'],
    municipality: row.municipality,
    areas: [...areas],
    validFrom: row.valid_from,
    validUntil: row.valid_until,
    locationId: row.location_id,
    contactId: row.contact_id ?? '',
    deputyId: row.deputy_id ?? '',
    ownerId: row.owner_id ?? '',
    certificateUntil: row.certificate_until,
    ...parsedFrom<OfferDetails>(row.details),
  }
}

/** The whole of it, for the log of changes. */
export const offerValue = (row: OfferRow, areas: readonly string[]) => ({
  ...offerBodyOf(row, [...areas].sort()),
  lastCheckedOn: row.last_checked_on,
  nextCheckOn: row.next_check_on,
})

function offerRow(id: string, version: number, body: OfferBody, today: IsoDate): OfferRow {
  const { organisationId, code, domain, municipality, areas: _, validFrom, validUntil, locationId, ...more } = body
  const { contactId, deputyId, ownerId, certificateUntil, lastCheckedOn, nextCheckOn, ...details } = more
  return {
    id,
    organisation_id: organisationId,
    code,
    municipality,
    domain,
    details: bytesOf(details satisfies OfferDetails),
    version,
    valid_from: validFrom,
    valid_until: validUntil ?? null,
    location_id: locationId ?? null,
    contact_id: contactId,
    deputy_id: deputyId,
    owner_id: ownerId,
    certificate_until: certificateUntil ?? null,
    ...checksOf({ lastCheckedOn, nextCheckOn }, today),
  }
}

/** Absent: today, and again in six months. Null: nobody checked it yet. */
function checksOf(
  { lastCheckedOn, nextCheckOn }: Pick<OfferBody, 'lastCheckedOn' | 'nextCheckOn'>,
  today: IsoDate,
): Pick<OfferRow, 'last_checked_on' | 'next_check_on'> {
  if (lastCheckedOn === null) return { last_checked_on: null, next_check_on: nextCheckOn ?? null }
  const last = lastCheckedOn ?? today
  return { last_checked_on: last, next_check_on: nextCheckOn ?? addPeriod(last, monthsBetweenChecks, 'months') }
}

function faultsOfCode({ engine }: Desk, { code, certificate, certificateUntil, funding }: OfferBody): Fault[] {
  const { routing, followUps } = engine.newest.rules
  const intervention = routing.interventions.find(({ id }) => id === code)
  if (intervention === undefined && !followUps.some(({ id }) => id === code))
    return [
      faultAt(
        '/code',
        'noSuchCode',
        `${code} is geen interventie of vervolgactie van dit zorgpad.`,
        `${code} is no intervention or follow-up of this pathway.`,
      ),
    ]
  const payers = intervention?.certificate?.payers ?? []
  const asked = funding.some(({ payer }) => payers.includes(payer))
  return [
    ...faultIf(
      asked && certificate === null,
      '/certificate',
      'certificateNeeded',
      'Wie dit op kosten van de basisverzekering geeft, heeft een certificaat nodig. Noem het.',
      'Whoever delivers this at the expense of the basic insurance needs a certificate. Name it.',
    ),
    ...faultIf(
      (asked || certificate !== null) && (certificateUntil ?? null) === null,
      '/certificateUntil',
      'certificateEndNeeded',
      'Noem de datum tot en met wanneer het certificaat geldig is.',
      'Name the date until which the certificate is valid.',
    ),
  ]
}

function faultsOfDates(today: IsoDate, body: OfferBody): Fault[] {
  const { validFrom, validUntil, funding } = body
  return [
    ...faultIf(
      isBefore(validUntil, validFrom),
      '/validUntil',
      'endsBeforeItStarts',
      'Het aanbod eindigt voordat het begint.',
      'The offer ends before it begins.',
    ),
    ...funding.flatMap((one, index) =>
      faultIf(
        isBefore(one.validUntil, one.validFrom),
        `/funding/${index}/validUntil`,
        'endsBeforeItStarts',
        'Deze afspraak over wie betaalt eindigt voordat zij begint.',
        'This agreement on who pays ends before it begins.',
      ),
    ),
    ...faultsOfChecks(today, body),
  ]
}

function faultsOfChecks(
  today: IsoDate,
  { lastCheckedOn, nextCheckOn }: Pick<OfferBody, 'lastCheckedOn' | 'nextCheckOn'>,
): Fault[] {
  const last = lastCheckedOn === undefined ? today : lastCheckedOn
  return [
    ...faultIf(
      last !== null && last > today,
      '/lastCheckedOn',
      'inTheFuture',
      'De laatste controle kan niet in de toekomst liggen.',
      'The last check cannot lie in the future.',
    ),
    ...faultIf(
      nextCheckOn !== undefined && last !== null && nextCheckOn <= last,
      '/nextCheckOn',
      'beforeLastCheck',
      'De volgende controle ligt na de laatste.',
      'The next check comes after the last one.',
    ),
  ]
}

const isBefore = (day: IsoDate | null | undefined, other: IsoDate): boolean => day !== null && day !== undefined && day < other

function faultsOfForWhom({ forWhom: { minimumAge, maximumAge } }: OfferBody): Fault[] {
  return faultIf(
    minimumAge !== undefined && maximumAge !== undefined && maximumAge < minimumAge,
    '/forWhom/maximumAge',
    'noAgeLeft',
    'De hoogste leeftijd ligt onder de laagste; zo past niemand.',
    'The highest age is below the lowest; nobody fits.',
  )
}

function faultsOfAreas(desk: Desk, { areas, municipality }: OfferBody): Fault[] {
  return [
    ...faultsOfMunicipality(desk, '/municipality', municipality),
    ...areas.flatMap((area, index) => {
      const code = /^(?:GM|WK|BU)(\d{4})/.exec(area)?.[1]
      return code === undefined ? [] : faultsOfMunicipality(desk, `/areas/${index}`, `GM${code}`)
    }),
  ]
}

async function faultsOfPeople(desk: Desk, { organisationId, contactId, deputyId, ownerId }: OfferBody): Promise<Fault[]> {
  const named = { organisationId, orCoalition: true, answers: true }
  const [contact, deputy] = [
    { nl: 'contactpersoon', en: 'contact' },
    { nl: 'vervanger', en: 'deputy' },
  ]
  const owner = { nl: 'eigenaar van de gegevens', en: 'owner of the data' }
  return [
    ...(await faultsOfNamed(desk, { ...named, at: '/contactId', accountId: contactId, orCoalition: false, what: contact })),
    ...(await faultsOfNamed(desk, { ...named, at: '/deputyId', accountId: deputyId, what: deputy })),
    ...(await faultsOfNamed(desk, { ...named, at: '/ownerId', accountId: ownerId, answers: false, what: owner })),
    ...faultIf(
      contactId === deputyId,
      '/deputyId',
      'deputyIsContact',
      'De vervanger moet iemand anders zijn dan de contactpersoon.',
      'The deputy must be somebody else than the contact.',
    ),
  ]
}

async function faultsOfLocation({ engine }: Desk, { organisationId, locationId }: OfferBody): Promise<Fault[]> {
  if (locationId === undefined || locationId === null) return []
  const location = await loadLocation(engine.store, locationId)
  return faultIf(
    location?.organisation_id !== organisationId,
    '/locationId',
    'noSuchLocation',
    'Deze locatie is niet bekend bij deze organisatie.',
    'This location is not known with this organisation.',
  )
}
