// The door of the supply: whoever edits an organisation, a location, an offer, a course run or an account comes through here.
import type { Actor } from '../access/actor.ts'
import type { ContactBody } from '../contract/contacts.ts'
import type { RunBody } from '../contract/course-runs.ts'
import type { LocationBody } from '../contract/locations.ts'
import type { ConfirmBody, OfferBody } from '../contract/offers.ts'
import type { OrganisationBody } from '../contract/organisations.ts'
import { dayOf } from '../domain/calendar.ts'
import type { Fault } from '../domain/fault.ts'
import type { SupplyNoun } from '../domain/supply-changes.ts'
import type { Words } from '../domain/words.ts'
import { addSupplyEvent } from '../store/supply-events.ts'
import { bytesOf } from './bytes.ts'
import type { Engine } from './engine.ts'
import type { Handled } from './handle-command.ts'
import { once } from './once.ts'
import { prepareAccount } from './supply-account.ts'
import type { Desk, Prepared } from './supply-desk.ts'
import { sinceVersion } from './supply-history.ts'
import { type Edited, prepareConfirmation, prepareOffer } from './supply-offer.ts'
import { prepareLocation, prepareOrganisation } from './supply-organisation.ts'
import { prepareRun } from './supply-run.ts'

/** What is saved: new, or in the place of the one with that id when `edited` names the version that was seen. */
export type SupplyEdit =
  | { readonly noun: 'organisation'; readonly body: OrganisationBody; readonly edited?: Edited }
  | { readonly noun: 'location'; readonly body: LocationBody; readonly edited?: Edited }
  | { readonly noun: 'offer'; readonly body: OfferBody; readonly edited?: Edited }
  | { readonly noun: 'run'; readonly body: RunBody; readonly edited?: Edited }
  | { readonly noun: 'account'; readonly body: ContactBody; readonly edited?: Edited }
  /** "Still right": the offer as it was seen in that version. */
  | { readonly noun: 'confirmation'; readonly body: ConfirmBody; readonly edited: Edited }

export type SupplyAsk = {
  readonly actor: Actor
  readonly key: string
  readonly requestId: string
  readonly edit: SupplyEdit
}

/** Done: the answer holds `{ id, version }`. */
export type SupplyHandled = Handled | NotSaved

type NotSaved =
  | { readonly is: 'faulty'; readonly faults: readonly Fault[] }
  | { readonly is: 'notThere' }
  /** Somebody else was first: the version there is now, and what was changed since. */
  | { readonly is: 'moved'; readonly current: number; readonly since: readonly Words[] }

export const saveSupply = (engine: Engine, ask: SupplyAsk): Promise<SupplyHandled> =>
  once<NotSaved>(engine, ask, { supply: ask.edit }, async () => {
    const { actor, requestId, edit } = ask
    const at = engine.clock()
    const prepared = await prepareSupply({ engine, actor, today: dayOf(at) }, edit)
    if (prepared.is === 'moved') {
      const { id, version } = edit.edited!
      return { ...prepared, since: await sinceVersion(engine, nounOf(edit), id, version) }
    }
    if (prepared.is !== 'ready') return prepared
    const { noun, id, version, action, value, change } = prepared
    const event = addSupplyEvent(engine.store.build, {
      id: engine.newId(),
      at,
      actor_id: actor.id,
      actor_role: actor.role,
      noun,
      noun_id: id,
      action,
      version,
      payload: bytesOf(value),
      request_id: requestId,
    })
    return { is: 'ready', change: [...change, event], answer: { id, version } }
  })

/** What saving would come to; nothing is written. */
export function prepareSupply(desk: Desk, edit: SupplyEdit): Promise<Prepared> {
  switch (edit.noun) {
    case 'organisation':
      return prepareOrganisation(desk, edit.body, edit.edited)
    case 'location':
      return prepareLocation(desk, edit.body, edit.edited)
    case 'offer':
      return prepareOffer(desk, edit.body, edit.edited)
    case 'run':
      return prepareRun(desk, edit.body, edit.edited)
    case 'account':
      return prepareAccount(desk, edit.body, edit.edited)
    case 'confirmation':
      return prepareConfirmation(desk, edit.body, edit.edited)
  }
}

const nounOf = ({ noun }: SupplyEdit): SupplyNoun => (noun === 'confirmation' ? 'offer' : noun)
