// Questions about the supply that several screens ask: whole lists, page after page, each under one key.
import { queryOptions } from '@tanstack/react-query'
import type * as z from 'zod'
import { listAbsences } from '../../contract/absences.ts'
import { listContacts } from '../../contract/contacts.ts'
import { listLocations } from '../../contract/locations.ts'
import { listOffers } from '../../contract/offers.ts'
import { listOrganisations } from '../../contract/organisations.ts'
import { getSupplyDesk } from '../../contract/supply-desk.ts'
import type { Language } from '../../domain/words.ts'
import { call } from './call.ts'

/** A region has some hundreds of each; whoever has more gets what was read, and is told. */
const mostPages = 20

async function everyPage<Item>(
  page: (cursor: string | undefined) => Promise<{ readonly items: readonly Item[]; readonly next: string | null }>,
): Promise<Item[]> {
  const all: Item[] = []
  let cursor: string | undefined
  for (let read = 0; read < mostPages; read += 1) {
    const { items, next } = await page(cursor)
    all.push(...items)
    if (next === null) return all
    cursor = next
  }
  return all
}

export type OfferFilter = Pick<
  z.input<typeof listOffers.query>,
  'organisationId' | 'code' | 'municipality' | 'freshness' | 'q' | 'show'
>

export const deskQuery = (language: Language) =>
  queryOptions({
    queryKey: ['supply-desk', language],
    queryFn: async ({ signal }) => (await call(getSupplyDesk, { signal })).body,
    staleTime: 60_000,
  })

export const offersQuery = (filter: OfferFilter, language: Language) =>
  queryOptions({
    queryKey: ['offers', filter, language],
    queryFn: ({ signal }) =>
      everyPage(async (cursor) => (await call(listOffers, { query: { ...filter, cursor, limit: 100 }, signal })).body),
  })

export const organisationsQuery = (language: Language) =>
  queryOptions({
    queryKey: ['organisations', language],
    queryFn: ({ signal }) =>
      everyPage(async (cursor) => (await call(listOrganisations, { query: { cursor, limit: 100 }, signal })).body),
    staleTime: 60_000,
  })

export const practicesQuery = (language: Language) =>
  queryOptions({
    queryKey: ['practices', language],
    queryFn: ({ signal }) =>
      everyPage(
        async (cursor) => (await call(listOrganisations, { query: { kind: 'practice', cursor, limit: 100 }, signal })).body,
      ),
    staleTime: 60_000,
  })

export const contactsQuery = (
  filter: { readonly organisationId?: string | undefined; readonly area?: string | undefined },
  language: Language,
) =>
  queryOptions({
    queryKey: ['contacts', filter, language],
    queryFn: ({ signal }) =>
      everyPage(async (cursor) => (await call(listContacts, { query: { ...filter, cursor, limit: 100 }, signal })).body),
  })

export const locationsQuery = (organisationId: string, language: Language) =>
  queryOptions({
    queryKey: ['locations', organisationId, language],
    queryFn: ({ signal }) =>
      everyPage(async (cursor) => (await call(listLocations, { query: { organisationId, cursor, limit: 100 }, signal })).body),
    enabled: organisationId !== '',
  })

export const absencesQuery = (language: Language) =>
  queryOptions({
    queryKey: ['absences', language],
    queryFn: ({ signal }) =>
      everyPage(async (cursor) => (await call(listAbsences, { query: { cursor, limit: 100 }, signal })).body),
  })
