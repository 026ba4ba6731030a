// Organisations: practices, providers and the coalition itself.
import * as z from 'zod'
import { Id } from '../domain/commands.ts'
import { OrganisationDetails } from '../domain/supply.ts'
import { operation, Page, pageOf } from './operation.ts'
import { municipality, SupplyPerson, SupplySaved } from './supply.ts'

const { name, email, phone, website } = OrganisationDetails.shape

/** `coordinatorId`: who hears of what nobody in the organisation takes up; somebody of the organisation itself. */
export const OrganisationBody = z.strictObject({
  kind: z.enum(['practice', 'provider', 'coalition']),
  name,
  municipality,
  email,
  phone,
  website,
  coordinatorId: Id.nullable().optional(),
})
export type OrganisationBody = z.infer<typeof OrganisationBody>

const example: z.input<typeof OrganisationBody> = {
  kind: 'provider',
  name: 'Beweegclub De Sprong (verzonnen)',
  municipality: 'GM0362',
  email: 'info@desprong.example',
  phone: '020 000 0001',
}

export const Organisation = z.strictObject({
  organisationId: z.string(),
  version: z.int(),
  /** As it can be sent back. */
  organisation: OrganisationBody,
  municipalityName: z.string(),
  coordinator: SupplyPerson.nullable(),
})
export type Organisation = z.infer<typeof Organisation>

const OrganisationPath = z.strictObject({ organisationId: Id })
const shape = '"<organisationId>.<version>"'

export const listOrganisations = operation({
  operationId: 'listOrganisations',
  method: 'GET',
  path: '/v1/organisations',
  tag: 'supply',
  words: { nl: 'De organisaties van de coalitie, op kenmerk', en: 'The organisations of the coalition, by id' },
  query: z.strictObject({
    kind: OrganisationBody.shape.kind.optional(),
    municipality: municipality.optional(),
    ...Page,
  }),
  answer: pageOf(Organisation),
})

export const addOrganisation = operation({
  operationId: 'addOrganisation',
  method: 'POST',
  path: '/v1/organisations',
  tag: 'supply',
  words: { nl: 'Een organisatie toevoegen', en: 'Add an organisation' },
  body: OrganisationBody,
  example,
  idempotencyKey: true,
  status: 201,
  answer: SupplySaved,
})

export const getOrganisation = operation({
  operationId: 'getOrganisation',
  method: 'GET',
  path: '/v1/organisations/{organisationId}',
  tag: 'supply',
  words: { nl: 'Eén organisatie', en: 'One organisation' },
  params: OrganisationPath,
  answer: Organisation,
})

export const changeOrganisation = operation({
  operationId: 'changeOrganisation',
  method: 'PUT',
  path: '/v1/organisations/{organisationId}',
  tag: 'supply',
  words: { nl: 'De gegevens van een organisatie vervangen', en: 'Replace the details of an organisation' },
  params: OrganisationPath,
  body: OrganisationBody,
  example,
  idempotencyKey: true,
  ifMatch: { needed: 'required', shape },
  answer: SupplySaved,
})
