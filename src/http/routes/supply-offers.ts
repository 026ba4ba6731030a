// Offers and their course runs: searched, added, changed and confirmed, with the history of each offer.
import * as z from 'zod'
import * as runs from '../../contract/course-runs.ts'
import * as offers from '../../contract/offers.ts'
import { supplyTag } from '../../contract/supply.ts'
import type { Engine } from '../../engine/engine.ts'
import { offersSeen, runsSeen, searchOffers } from '../../engine/offer-views.ts'
import { historyOf } from '../../engine/supply-history.ts'
import { type Seen, seenBy } from '../../engine/supply-views.ts'
import { loadRun, runsPage } from '../../store/course-runs.ts'
import { loadOffer, type OfferFilter } from '../../store/offers.ts'
import { cursorOf, placeOf } from '../cursor.ts'
import { notThere } from '../problems.ts'
import type { Serve } from '../serve.ts'
import { addedOn, changedOn, editedOf } from './supply-saved.ts'

const id = z.string().max(64)

export function offerRoutesOn(serve: Serve, engine: Engine): void {
  const { store } = engine

  serve(offers.listOffers, async ({ query, language }) => {
    const from = placeOf(query.cursor, z.strictObject({ code: id, id }))
    if ('trouble' in from) return from
    const seen = seenBy(engine, language)
    const { freshness, q, limit } = query
    const { rows, next } = await searchOffers(seen, { filter: filterOf(query, seen), freshness, q }, from.place, limit)
    return { body: { items: await offersSeen(seen, rows), next: next === null ? null : cursorOf(next) } }
  })

  serve(offers.getOffer, async ({ params, language }) => {
    const row = await loadOffer(store, params.offerId)
    if (row === null) return { trouble: notThere }
    const [offer] = await offersSeen(seenBy(engine, language), [row])
    return { body: offer, headers: { etag: supplyTag(row.id, row.version) } }
  })

  serve(offers.addOffer, (asked) => addedOn(engine, asked, '/v1/offers', { noun: 'offer', body: asked.body }))

  serve(offers.changeOffer, (asked) => {
    const edited = editedOf(asked.params.offerId, asked.ifMatch)
    return changedOn(engine, asked, '/v1/offers', { noun: 'offer', body: asked.body, edited })
  })

  serve(offers.confirmOffer, (asked) => {
    const edited = editedOf(asked.params.offerId, asked.ifMatch)
    return changedOn(engine, asked, '/v1/offers', { noun: 'confirmation', body: asked.body, edited })
  })

  serve(offers.getOfferHistory, async ({ params, query, language }) => {
    const from = placeOf(query.cursor, z.strictObject({ version: z.int().min(1) }))
    if ('trouble' in from) return from
    if ((await loadOffer(store, params.offerId)) === null) return { trouble: notThere }
    const { limit } = query
    const before = from.place?.version ?? null
    const items = await historyOf(engine, { noun: 'offer', id: params.offerId, before, limit, language })
    return { body: { items, next: items.length < limit ? null : cursorOf({ version: items.at(-1)!.version }) } }
  })

  serve(runs.listRuns, async ({ query, language }) => {
    const from = placeOf(query.cursor, z.strictObject({ startsOn: z.iso.date(), id }))
    if ('trouble' in from) return from
    const after = from.place === null ? null : { starts_on: from.place.startsOn, id: from.place.id }
    const rows = await runsPage(store, query.offerId, after, query.limit)
    const seen = seenBy(engine, language)
    const last = rows.at(-1)
    const next = last === undefined || rows.length < query.limit ? null : cursorOf({ startsOn: last.starts_on, id: last.id })
    return { body: { items: await runsSeen(seen, rows), next } }
  })

  serve(runs.getRun, async ({ params, language }) => {
    const row = await loadRun(store, params.runId)
    if (row === null) return { trouble: notThere }
    const [run] = await runsSeen(seenBy(engine, language), [row])
    return { body: run, headers: { etag: supplyTag(row.id, row.version) } }
  })

  serve(runs.addRun, (asked) => addedOn(engine, asked, '/v1/course-runs', { noun: 'run', body: asked.body }))

  serve(runs.changeRun, (asked) => {
    const edited = editedOf(asked.params.runId, asked.ifMatch)
    return changedOn(engine, asked, '/v1/course-runs', { noun: 'run', body: asked.body, edited })
  })
}

function filterOf(query: z.output<typeof offers.listOffers.query>, { today }: Seen): OfferFilter {
  const { organisationId, code, municipality, area, show } = query
  return {
    organisationId,
    code,
    municipality,
    areas: area === undefined ? undefined : [area],
    endingFrom: show === 'standing' ? today : undefined,
    endedBefore: show === 'withdrawn' ? today : undefined,
  }
}
