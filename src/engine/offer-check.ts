// "Still right", or "please change": what the owner of an offer says by link, logged with the offer.
import type { Actor } from '../access/actor.ts'
import { whyNotEditSupply } from '../access/supply-policy.ts'
import { dayOf } from '../domain/calendar.ts'
import { linkOvertaken } from '../domain/links.ts'
import { areasOfOffers, changeOffer, loadOffer } from '../store/offers.ts'
import { loadOrganisation } from '../store/organisations.ts'
import type { Statement } from '../store/store.ts'
import { addSupplyEvent } from '../store/supply-events.ts'
import type { OfferRow } from '../store/tables.ts'
import { bytesOf } from './bytes.ts'
import type { Engine } from './engine.ts'
import type { Handled } from './handle-command.ts'
import { notify } from './notify.ts'
import { once, type Ready } from './once.ts'
import { prepareSupply } from './supply-door.ts'
import { offerValue } from './supply-offer.ts'
import { peopleToday } from './who.ts'

export type OfferWord = {
  readonly actor: Actor
  readonly key: string
  readonly requestId: string
  readonly offerId: string
  /** What is no longer right, in own words; null: everything still is. */
  readonly change: string | null
  readonly byLink: Statement
}

/** The answer holds `{ id, version }`. */
export const sayOfOffer = (engine: Engine, word: OfferWord): Promise<Handled> =>
  once<never>(engine, word, { offerWord: { offerId: word.offerId, change: word.change } }, async () => {
    const row = await loadOffer(engine.store, word.offerId)
    if (row === null) return { is: 'refused', refusal: linkOvertaken }
    return word.change === null ? confirmed(engine, word, row) : changeAsked(engine, word, row, word.change)
  })

async function confirmed(engine: Engine, word: OfferWord, { id, version }: OfferRow): Promise<Ready | Handled> {
  const desk = { engine, actor: word.actor, today: dayOf(engine.clock()) }
  const prepared = await prepareSupply(desk, { noun: 'confirmation', body: {}, edited: { id, version } })
  if (prepared.is === 'forbidden') return prepared
  if (prepared.is === 'moved') return { is: 'stale', current: prepared.current, since: [] }
  if (prepared.is !== 'ready') return { is: 'refused', refusal: linkOvertaken }
  const event = eventOf(engine, word, prepared)
  return { is: 'ready', change: [...prepared.change, event, word.byLink], answer: { id, version: prepared.version } }
}

/** Nothing of the offer changes but its version; what was asked stands in its history until somebody saves it. */
async function changeAsked(engine: Engine, word: OfferWord, row: OfferRow, text: string): Promise<Ready | Handled> {
  const { store } = engine
  const organisation = await loadOrganisation(store, row.organisation_id)
  const refusal = organisation === null ? linkOvertaken : whyNotEditSupply(word.actor, organisation)
  if (refusal !== null) return { is: 'forbidden', refusal }
  const after = { ...row, version: row.version + 1 }
  const areas = (await areasOfOffers(store, [row.id])).get(row.id) ?? []
  const value = { ...offerValue(row, areas), changeAsked: text }
  const told = (await peopleToday(engine)).lastResort
  const at = engine.clock()
  return {
    is: 'ready',
    change: [
      changeOffer(store.build, after),
      eventOf(engine, word, { id: row.id, version: after.version, action: 'changeAsked', value }),
      ...told.map((accountId) =>
        notify(store.build, { kind: 'task', accountId, dedupeKey: `changeAsked:${row.id}:${after.version}:${accountId}`, at }),
      ),
      word.byLink,
    ],
    answer: { id: row.id, version: after.version },
  }
}

type Said = { readonly id: string; readonly version: number; readonly action: string; readonly value: object }

const eventOf = (engine: Engine, { actor, requestId }: OfferWord, { id, version, action, value }: Said): Statement =>
  addSupplyEvent(engine.store.build, {
    id: engine.newId(),
    at: engine.clock(),
    actor_id: actor.id,
    actor_role: actor.role,
    noun: 'offer',
    noun_id: id,
    action,
    version,
    payload: bytesOf(value),
    request_id: requestId,
  })
