// The supply as the standard's own endpoints give it (HSDS 3.0), for who reads many directories in one way.
import * as z from 'zod'
import { Id } from '../domain/commands.ts'
import { HsdsOrganisations, HsdsService, HsdsServices } from './hsds.ts'
import { operation } from './operation.ts'

/** Pages by number, as the standard asks. */
const Paging = z.strictObject({
  page: z.coerce.number().int().min(1).max(100_000).default(1),
  perPage: z.coerce.number().int().min(1).max(500).default(100),
})

export const getHsdsBase = operation({
  operationId: 'getHsdsBase',
  method: 'GET',
  path: '/v1/hsds',
  tag: 'supply',
  words: { nl: 'Welke versie van HSDS dit is', en: 'Which version of HSDS this is' },
  answer: z.strictObject({ version: z.string(), profile: z.string(), openapi_url: z.string() }),
})

export const listHsdsServices = operation({
  operationId: 'listHsdsServices',
  method: 'GET',
  path: '/v1/hsds/services',
  tag: 'supply',
  words: { nl: 'Het aanbod als diensten van HSDS 3.0', en: 'The supply as services of HSDS 3.0' },
  query: Paging,
  answer: HsdsServices,
})

export const getHsdsService = operation({
  operationId: 'getHsdsService',
  method: 'GET',
  path: '/v1/hsds/services/{offerId}',
  tag: 'supply',
  words: {
    nl: 'Eén dienst van HSDS 3.0: bij de id van het aanbod of van de dienst',
    en: 'One service of HSDS 3.0: by the id of the offer or the service',
  },
  params: z.strictObject({ offerId: Id }),
  answer: HsdsService,
})

export const listHsdsOrganisations = operation({
  operationId: 'listHsdsOrganisations',
  method: 'GET',
  path: '/v1/hsds/organizations',
  tag: 'supply',
  words: { nl: 'De organisaties met aanbod als HSDS 3.0', en: 'The organisations with supply as HSDS 3.0' },
  query: Paging,
  answer: HsdsOrganisations,
})
