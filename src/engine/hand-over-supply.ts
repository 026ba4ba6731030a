// Handing over supply: where somebody stands in offers and as coordinator, the successor comes in the place, each change in the log.

import type { Actor } from '../access/actor.ts'
import { dayOf } from '../domain/calendar.ts'
import type { Refusal } from '../domain/result.ts'
import type { SupplyNoun, SupplyValue } from '../domain/supply-changes.ts'
import { areasOfOffers, changeOffer, offersNaming } from '../store/offers.ts'
import { changeOrganisation, organisationsCoordinatedBy } from '../store/organisations.ts'
import type { Change, Statement } from '../store/store.ts'
import { addSupplyEvent } from '../store/supply-events.ts'
import type { OfferRow } from '../store/tables.ts'
import { bytesOf, parsedFrom } from './bytes.ts'
import type { Engine } from './engine.ts'
import { offerValue } from './supply-offer.ts'
import { organisationBodyOf } from './supply-organisation.ts'

type Handing = {
  readonly actor: Actor
  readonly requestId: string
  readonly from: string
  readonly to: string
}

export type HandedOver = {
  readonly change: Change
  /** Offers in which the successor would be contact and deputy at once; these are left as they are. */
  readonly clashes: readonly string[]
}

export async function handOverSupply(engine: Engine, { actor, requestId, from, to }: Handing): Promise<HandedOver> {
  const { store } = engine
  const { build } = store
  const event = (noun: SupplyNoun, id: string, version: number, value: SupplyValue): Statement =>
    addSupplyEvent(build, {
      id: engine.newId(),
      at: engine.clock(),
      actor_id: actor.id,
      actor_role: actor.role,
      noun,
      noun_id: id,
      action: 'changed',
      version,
      payload: bytesOf(value),
      request_id: requestId,
    })
  const offers = await offersNaming(store, from, dayOf(engine.clock()))
  const replaced = offers.map((row) => replacedIn(row, from, to))
  const clashes = replaced.filter(({ contact_id, deputy_id }) => contact_id === deputy_id)
  const kept = replaced.filter((row) => !clashes.includes(row))
  const areas = await areasOfOffers(
    store,
    kept.map(({ id }) => id),
  )
  const organisations = (await organisationsCoordinatedBy(store, from)).map((row) => ({
    ...row,
    coordinator_id: to,
    version: row.version + 1,
  }))
  return {
    change: [
      ...kept.flatMap((row) => [
        changeOffer(build, row),
        event('offer', row.id, row.version, offerValue(row, areas.get(row.id) ?? [])),
      ]),
      ...organisations.flatMap((row) => [
        changeOrganisation(build, row),
        event('organisation', row.id, row.version, organisationBodyOf(row)),
      ]),
    ],
    clashes: clashes.map(({ id, details }) => parsedFrom<{ name?: string }>(details).name ?? id),
  }
}

const replacedIn = (row: OfferRow, from: string, to: string): OfferRow => {
  const now = (id: string | null) => (id === from ? to : id)
  return {
    ...row,
    contact_id: now(row.contact_id),
    deputy_id: now(row.deputy_id),
    owner_id: now(row.owner_id),
    version: row.version + 1,
  }
}

/** What to do first, where the successor is on the other place already. */
export const contactAndDeputy = (offers: readonly string[]): Refusal => ({
  code: 'contactAndDeputy',
  words: {
    nl: `De opvolger zou hier contactpersoon en vervanger tegelijk zijn: ${offers.join(', ')}. Wijs daar eerst een ander aan.`,
    en: `The successor would be contact and deputy at once here: ${offers.join(', ')}. Name somebody else there first.`,
  },
})
