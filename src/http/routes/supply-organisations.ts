// Organisations and their locations: looked up, added and changed.
import * as z from 'zod'
import * as locations from '../../contract/locations.ts'
import * as organisations from '../../contract/organisations.ts'
import { supplyTag } from '../../contract/supply.ts'
import type { Engine } from '../../engine/engine.ts'
import { locationsSeen, organisationsSeen, seenBy } from '../../engine/supply-views.ts'
import { loadLocation, locationsPage } from '../../store/locations.ts'
import { loadOrganisation, organisationsPage } from '../../store/organisations.ts'
import { cursorOf, placeOf } from '../cursor.ts'
import { notThere } from '../problems.ts'
import type { Serve } from '../serve.ts'
import { addedOn, changedOn, editedOf } from './supply-saved.ts'

const place = z.strictObject({ id: z.string().max(64) })
const nextOf = (rows: readonly { readonly id: string }[], limit: number): string | null =>
  rows.length < limit ? null : cursorOf({ id: rows.at(-1)!.id })

export function organisationRoutesOn(serve: Serve, engine: Engine): void {
  const { store } = engine

  serve(organisations.listOrganisations, async ({ query, language }) => {
    const from = placeOf(query.cursor, place)
    if ('trouble' in from) return from
    const { kind, municipality, limit } = query
    const filter = { ...(kind === undefined ? {} : { kind }), ...(municipality === undefined ? {} : { municipality }) }
    const rows = await organisationsPage(store, filter, from.place?.id ?? null, limit)
    return { body: { items: await organisationsSeen(seenBy(engine, language), rows), next: nextOf(rows, limit) } }
  })

  serve(organisations.getOrganisation, async ({ params, language }) => {
    const row = await loadOrganisation(store, params.organisationId)
    if (row === null) return { trouble: notThere }
    const [organisation] = await organisationsSeen(seenBy(engine, language), [row])
    return { body: organisation, headers: { etag: supplyTag(row.id, row.version) } }
  })

  serve(organisations.addOrganisation, (asked) =>
    addedOn(engine, asked, '/v1/organisations', { noun: 'organisation', body: asked.body }),
  )

  serve(organisations.changeOrganisation, (asked) => {
    const edited = editedOf(asked.params.organisationId, asked.ifMatch)
    return changedOn(engine, asked, '/v1/organisations', { noun: 'organisation', body: asked.body, edited })
  })

  serve(locations.listLocations, async ({ query, language }) => {
    const from = placeOf(query.cursor, place)
    if ('trouble' in from) return from
    const rows = await locationsPage(store, query.organisationId, from.place?.id ?? null, query.limit)
    return { body: { items: await locationsSeen(seenBy(engine, language), rows), next: nextOf(rows, query.limit) } }
  })

  serve(locations.getLocation, async ({ params, language }) => {
    const row = await loadLocation(store, params.locationId)
    if (row === null) return { trouble: notThere }
    const [location] = await locationsSeen(seenBy(engine, language), [row])
    return { body: location, headers: { etag: supplyTag(row.id, row.version) } }
  })

  serve(locations.addLocation, (asked) => addedOn(engine, asked, '/v1/locations', { noun: 'location', body: asked.body }))

  serve(locations.changeLocation, (asked) => {
    const edited = editedOf(asked.params.locationId, asked.ifMatch)
    return changedOn(engine, asked, '/v1/locations', { noun: 'location', body: asked.body, edited })
  })
}
