// The door of the supply: whoever edits an organisation, a location, an offer, a course run or an account comes through here.
import type { Actor } from '../access/actor.ts'
import type { ContactBody } from '../contract/contacts.ts'
import type { RunBody } from '../contract/course-runs.ts'
import type { LocationBody } from '../contract/locations.ts'
import type { ConfirmBody, OfferBody } from '../contract/offers.ts'
import type { OrganisationBody } from '../contract/organisations.ts'
import { dayOf } from '../domain/calendar.ts'
import { canonicalJson } from '../domain/canonical.ts'
import type { Fault } from '../domain/fault.ts'
import type { Refusal } from '../domain/result.ts'
import type { SupplyNoun } from '../domain/supply-changes.ts'
import type { Words } from '../domain/words.ts'
import { findCommand, rememberCommand } from '../store/commands.ts'
import { addSupplyEvent } from '../store/supply-events.ts'
import { bytesOf, sha256 } from './bytes.ts'
import type { Engine } from './engine.ts'
import { TooBusy } from './handle-command.ts'
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

export type SupplyHandled =
  /** The answer holds `{ id, version }`. */
  | { readonly is: 'done'; readonly answer: Uint8Array; readonly repeated: boolean }
  | { readonly is: 'faulty'; readonly faults: readonly Fault[] }
  | { readonly is: 'forbidden'; readonly refusal: Refusal }
  | { readonly is: 'keyReused' }
  | { readonly is: 'notThere' }
  /** Somebody else was first: the version there is now, and what was changed since. */
  | { readonly is: 'stale'; readonly current: number; readonly since: readonly Words[] }

export async function saveSupply(engine: Engine, ask: SupplyAsk): Promise<SupplyHandled> {
  const requestHash = sha256(canonicalJson({ supply: ask.edit }))
  for (let tries = 0; tries < 20; tries++) {
    const before = await findCommand(engine.store, ask.actor.id, ask.key)
    if (before !== null) {
      const same = before.request_hash === requestHash
      return same ? { is: 'done', answer: before.answer, repeated: true } : { is: 'keyReused' }
    }
    const handled = await tryOnce(engine, ask, requestHash)
    if (handled !== null) return handled
  }
  throw new TooBusy('The supply changed under one request again and again')
}

/** "Still right", said of the offer in the version that was seen. */
export const confirmOffer = (
  engine: Engine,
  { edited, nextCheckOn, ...ask }: Omit<SupplyAsk, 'edit'> & { readonly edited: Edited; readonly nextCheckOn?: string },
): Promise<SupplyHandled> =>
  saveSupply(engine, {
    ...ask,
    edit: { noun: 'confirmation', body: nextCheckOn === undefined ? {} : { nextCheckOn }, edited },
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

/** Null: somebody wrote at the same moment; look again. */
async function tryOnce(
  engine: Engine,
  { actor, key, requestId, edit }: SupplyAsk,
  requestHash: string,
): Promise<SupplyHandled | null> {
  const at = engine.clock()
  const prepared = await prepareSupply({ engine, actor, today: dayOf(at) }, edit)
  if (prepared.is === 'moved')
    return {
      is: 'stale',
      current: prepared.current,
      since: await sinceVersion(engine, nounOf(edit), edit.edited!.id, edit.edited!.version),
    }
  if (prepared.is !== 'ready') return prepared
  const { noun, id, version, action, value, change } = prepared
  const { build } = engine.store
  const answer = bytesOf({ id, version })
  const committed = await engine.store.commit([
    ...change,
    addSupplyEvent(build, {
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
    }),
    rememberCommand(build, {
      actor_id: actor.id,
      idempotency_key: key,
      request_hash: requestHash,
      status: 200,
      answer,
      created_at: at,
    }),
  ])
  return committed.ok ? { is: 'done', answer, repeated: false } : null
}

const nounOf = ({ noun }: SupplyEdit): SupplyNoun => (noun === 'confirmation' ? 'offer' : noun)
