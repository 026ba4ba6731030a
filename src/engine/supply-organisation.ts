// An organisation or one of its locations being saved.
import { whyNotAddOrganisation } from '../access/supply-policy.ts'
import type { LocationBody } from '../contract/locations.ts'
import type { OrganisationBody } from '../contract/organisations.ts'
import type { LocationDetails, OrganisationDetails } from '../domain/supply.ts'
import { changeLocation, insertLocation, loadLocation } from '../store/locations.ts'
import { changeOrganisation, insertOrganisation, loadOrganisation } from '../store/organisations.ts'
import type { LocationRow, OrganisationRow } from '../store/tables.ts'
import { bytesOf, parsedFrom } from './bytes.ts'
import {
  type Desk,
  faultIf,
  faultsOfMoving,
  faultsOfMunicipality,
  faultsOfNamed,
  organisationToEdit,
  type Prepared,
} from './supply-desk.ts'
import type { Edited } from './supply-offer.ts'

export async function prepareOrganisation(desk: Desk, body: OrganisationBody, edited?: Edited): Promise<Prepared> {
  const { store, newId } = desk.engine
  const known = edited === undefined ? null : await loadOrganisation(store, edited.id)
  if (edited !== undefined) {
    if (known === null) return { is: 'notThere' }
    const allowed = await organisationToEdit(desk, known.id)
    if ('is' in allowed) return allowed
    if (known.version !== edited.version) return { is: 'moved', current: known.version }
  } else {
    const refusal = whyNotAddOrganisation(desk.actor)
    if (refusal !== null) return { is: 'forbidden', refusal }
  }
  const { kind, municipality, coordinatorId = null, ...details } = body
  const id = known?.id ?? newId()
  const faults = [
    ...faultIf(
      (known?.kind ?? (kind === 'coalition' ? 'practice' : kind)) !== kind,
      '/kind',
      'kindStays',
      'Het soort organisatie verandert niet, en een coalitie wordt hier niet toegevoegd.',
      'The kind of an organisation does not change, and a coalition is not added here.',
    ),
    ...faultsOfMunicipality(desk, '/municipality', municipality),
    ...(coordinatorId === null
      ? []
      : await faultsOfNamed(desk, {
          at: '/coordinatorId',
          accountId: coordinatorId,
          organisationId: id,
          orCoalition: false,
          what: { nl: 'coördinator', en: 'coordinator' },
          answers: false,
        })),
  ]
  if (faults.length > 0) return { is: 'faulty', faults }
  const row: OrganisationRow = {
    id,
    kind,
    municipality,
    coordinator_id: coordinatorId,
    // What is kept beside the body, as that everything in it is invented, stays.
    details: bytesOf({ ...(known === null ? {} : keptOf(known)), ...details }),
    version: (known?.version ?? 0) + 1,
  }
  return {
    is: 'ready',
    noun: 'organisation',
    id,
    version: row.version,
    action: known === null ? 'added' : 'changed',
    value: organisationBodyOf(row),
    change: [known === null ? insertOrganisation(store.build, row) : changeOrganisation(store.build, row)],
  }
}

function keptOf(row: OrganisationRow): { readonly [name: string]: unknown } {
  const { name: _, email: __, phone: ___, website: ____, ...kept } = parsedFrom<OrganisationDetails>(row.details)
  return kept
}

/** An organisation as it was sent, from what is stored. */
export function organisationBodyOf(row: OrganisationRow): OrganisationBody {
  const { name = row.id, email, phone, website } = parsedFrom<Partial<OrganisationDetails>>(row.details)
  return {
    kind: row.kind,
    name,
    municipality: row.municipality,
    ...(email === undefined ? {} : { email }),
    ...(phone === undefined ? {} : { phone }),
    ...(website === undefined ? {} : { website }),
    coordinatorId: row.coordinator_id,
  }
}

export async function prepareLocation(desk: Desk, body: LocationBody, edited?: Edited): Promise<Prepared> {
  const { store, newId } = desk.engine
  const known = edited === undefined ? null : await loadLocation(store, edited.id)
  if (edited !== undefined && known === null) return { is: 'notThere' }
  const organisation = await organisationToEdit(desk, known?.organisation_id ?? body.organisationId)
  if ('is' in organisation) return organisation
  if (known !== null && known.version !== edited!.version) return { is: 'moved', current: known.version }
  const faults = [
    ...faultsOfMoving('/organisationId', known?.organisation_id, body.organisationId),
    ...faultsOfMunicipality(desk, '/municipality', body.municipality),
  ]
  if (faults.length > 0) return { is: 'faulty', faults }
  const { organisationId, municipality, postcode, ...details } = body
  const row: LocationRow = {
    id: known?.id ?? newId(),
    organisation_id: organisationId,
    municipality,
    postcode,
    details: bytesOf(details satisfies LocationDetails),
    version: (known?.version ?? 0) + 1,
  }
  return {
    is: 'ready',
    noun: 'location',
    id: row.id,
    version: row.version,
    action: known === null ? 'added' : 'changed',
    value: body,
    change: [known === null ? insertLocation(store.build, row) : changeLocation(store.build, row)],
  }
}

/** A location as it was sent, from what is stored. */
export const locationBodyOf = (row: LocationRow): LocationBody => ({
  organisationId: row.organisation_id,
  municipality: row.municipality,
  postcode: row.postcode,
  ...parsedFrom<LocationDetails>(row.details),
})
