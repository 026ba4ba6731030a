// Locations: where a provider receives people, and how easy it is to get in.
import * as z from 'zod'
import { Id } from '../domain/commands.ts'
import { LocationDetails, Postcode } from '../domain/supply.ts'
import { operation, Page, pageOf } from './operation.ts'
import { municipality, SupplySaved } from './supply.ts'

export const LocationBody = z.strictObject({
  organisationId: Id,
  municipality,
  postcode: Postcode,
  ...LocationDetails.shape,
})
export type LocationBody = z.infer<typeof LocationBody>

const example: z.input<typeof LocationBody> = {
  organisationId: 'club',
  municipality: 'GM0362',
  postcode: '1181ZZ',
  name: 'Zaal De Sprong (verzonnen)',
  street: 'Denklaan',
  houseNumber: '12',
  city: 'Amstelveen',
  access: ['stepFree', 'parking'],
}

export const Location = z.strictObject({
  locationId: Id,
  version: z.int(),
  /** As it can be sent back. */
  location: LocationBody,
  organisationName: z.string(),
  accessWords: z.array(z.string()),
})
export type Location = z.infer<typeof Location>

const LocationPath = z.strictObject({ locationId: Id })
const shape = '"<locationId>.<version>"'

export const listLocations = operation({
  operationId: 'listLocations',
  method: 'GET',
  path: '/v1/locations',
  tag: 'supply',
  words: { nl: 'De locaties van een organisatie of van alle, op kenmerk', en: 'The locations of one organisation or all, by id' },
  query: z.strictObject({ organisationId: Id.optional(), ...Page }),
  answer: pageOf(Location),
})

export const addLocation = operation({
  operationId: 'addLocation',
  method: 'POST',
  path: '/v1/locations',
  tag: 'supply',
  words: { nl: 'Een locatie toevoegen', en: 'Add a location' },
  body: LocationBody,
  example,
  idempotencyKey: true,
  status: 201,
  answer: SupplySaved,
})

export const getLocation = operation({
  operationId: 'getLocation',
  method: 'GET',
  path: '/v1/locations/{locationId}',
  tag: 'supply',
  words: { nl: 'Eén locatie', en: 'One location' },
  params: LocationPath,
  answer: Location,
})

export const changeLocation = operation({
  operationId: 'changeLocation',
  method: 'PUT',
  path: '/v1/locations/{locationId}',
  tag: 'supply',
  words: { nl: 'De gegevens van een locatie vervangen', en: 'Replace the details of a location' },
  params: LocationPath,
  body: LocationBody,
  example,
  idempotencyKey: true,
  ifMatch: { needed: 'required', shape },
  answer: SupplySaved,
})
