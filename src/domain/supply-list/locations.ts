// Where a row says it is given: a location that is there, or one to be made.
import { type KnownLocation, type KnownSupply, locationFieldsOf } from './known.ts'
import type { ListRow } from './row.ts'
import { type OrganisationOf, organisationKey } from './scope.ts'

export type LocationOf = KnownLocation | { readonly id: null; readonly key: string }

/** Null: nowhere in particular. A location is never changed by a list: another address is another location. */
export function locationOf(
  row: ListRow,
  organisation: OrganisationOf,
  currentId: string | null,
  { locations }: KnownSupply,
): LocationOf | null {
  if (row.locationName === null) return null
  const asked = keyOf(row)
  const same = [...locations.values()].filter(
    (one) => one.organisationId === organisation.id && keyOf({ ...row, ...locationFieldsOf(one) }) === asked,
  )
  const found = same.find(({ id }) => id === currentId) ?? same[0]
  return found ?? { id: null, key: JSON.stringify([organisationKey(organisation), asked]) }
}

const keyOf = (row: ListRow): string =>
  JSON.stringify([
    row.locationName,
    row.street,
    row.houseNumber,
    row.postcode,
    row.city,
    row.locationMunicipality,
    row.locationAccess,
  ])
