// A planned list written through the door of the supply: what an offer needs first, then the offer, then its runs; each row whole or with its faults.
import type { Actor } from '../access/actor.ts'
import type { ContactBody } from '../contract/contacts.ts'
import { canonicalJson } from '../domain/canonical.ts'
import type { KnownAccount } from '../domain/supply-list/known.ts'
import type { PersonOf } from '../domain/supply-list/people.ts'
import type { Plan, PlannedOffer, PlannedRun } from '../domain/supply-list/planned.ts'
import { type RowFault, rowFault } from '../domain/supply-list/read-rows.ts'
import type { OrganisationOf } from '../domain/supply-list/scope.ts'
import { meetingsOfRun } from '../store/course-runs.ts'
import { loadAccount } from '../store/organisations.ts'
import { parsedFrom, sha256 } from './bytes.ts'
import type { Engine } from './engine.ts'
import { locationBodyFrom, newPersonFrom, offerBodyFrom, runBodyFrom } from './list-bodies.ts'
import { contactBodyOf } from './supply-account.ts'
import { type SupplyEdit, saveSupply } from './supply-door.ts'

export type ListWriter = { readonly engine: Engine; readonly actor: Actor; readonly key: string; readonly requestId: string }

/** Where each row ended up, and the faults of those that the door would not take after all. */
export type Written = {
  readonly offerIds: ReadonlyMap<number, string>
  readonly faults: ReadonlyMap<number, readonly RowFault[]>
}

type Saved = { readonly ok: true; readonly id: string } | { readonly ok: false; readonly faults: readonly RowFault[] }

type Desk = ListWriter & {
  /** What more than one row needs is made once. */
  readonly shared: Map<string, Promise<Saved>>
  readonly offerIds: Map<number, string>
  readonly faults: Map<number, readonly RowFault[]>
}

/** As many at once as fit well in one commit of the store. */
const atOnce = 16

export async function writePlan(writer: ListWriter, { offers }: Plan): Promise<Written> {
  const desk: Desk = { ...writer, shared: new Map(), offerIds: new Map(), faults: new Map() }
  const waiting = offers.values()
  const work = async () => {
    for (const planned of waiting) await writeOffer(desk, planned)
  }
  await Promise.all(Array.from({ length: atOnce }, work))
  return desk
}

async function writeOffer(desk: Desk, planned: PlannedOffer): Promise<void> {
  const saved = await offerOf(desk, planned)
  if (!saved.ok) {
    for (const row of [planned.inRow, ...planned.runs.map(({ inRow }) => inRow)]) desk.faults.set(row, saved.faults)
    return
  }
  desk.offerIds.set(planned.inRow, saved.id)
  for (const run of planned.runs) {
    const ofRun = await runOf(desk, saved.id, run)
    if (ofRun.ok) desk.offerIds.set(run.inRow, saved.id)
    else desk.faults.set(run.inRow, ofRun.faults)
  }
}

async function offerOf(desk: Desk, planned: PlannedOffer): Promise<Saved> {
  const { offer, writesOffer, onlyAddresses, organisation, row, contact, deputy, owner } = planned
  if (!writesOffer && offer !== null) return { ok: true, id: offer.id }
  if (contact === null || deputy === null) throw new Error('An offer to be written has a contact and a deputy')
  const at = await organisationId(desk, organisation, row.municipality)
  if (!at.ok) return at
  const place = await locationId(desk, planned, at.id)
  if (place !== null && !place.ok) return place
  const people = [await personId(desk, contact, at.id, row), await personId(desk, deputy, at.id, row)] as const
  const [one, other] = people
  if (!one.ok) return one
  if (!other.ok) return other
  const keeper =
    owner === null ? one : 'id' in owner ? { ok: true as const, id: owner.id } : await personId(desk, owner, at.id, row)
  if (!keeper.ok) return keeper
  if (onlyAddresses && offer !== null) return { ok: true, id: offer.id }
  const body = offerBodyFrom(row, {
    organisationId: at.id,
    locationId: place?.id ?? null,
    contactId: one.id,
    deputyId: other.id,
    ownerId: keeper.id,
  })
  return save(
    desk,
    offer === null ? { noun: 'offer', body } : { noun: 'offer', body, edited: { id: offer.id, version: offer.version } },
  )
}

function once(desk: Desk, what: string, make: () => Promise<Saved>): Promise<Saved> {
  const made = desk.shared.get(what) ?? make()
  desk.shared.set(what, made)
  return made
}

const organisationId = (desk: Desk, organisation: OrganisationOf, municipality: string | null): Promise<Saved> =>
  organisation.id !== null
    ? Promise.resolve({ ok: true, id: organisation.id })
    : once(desk, `organisation ${organisation.key}`, () =>
        save(desk, {
          noun: 'organisation',
          body: { kind: 'provider', name: organisation.name, municipality: municipality ?? '' },
        }),
      )

function locationId(desk: Desk, { location, row }: PlannedOffer, organisationId: string): Promise<Saved> | null {
  if (location === null) return null
  if (location.id !== null) return Promise.resolve({ ok: true, id: location.id })
  return once(desk, `location ${location.key}`, () =>
    save(desk, { noun: 'location', body: locationBodyFrom(row, organisationId) }),
  )
}

/** Somebody who is there, with the address the list says; or somebody new. */
function personId(desk: Desk, person: PersonOf, organisationId: string, { domain }: PlannedOffer['row']): Promise<Saved> {
  const { account } = person
  if (account === null)
    return once(desk, `person ${person.key}`, () =>
      save(desk, { noun: 'account', body: newPersonFrom(person, organisationId, domain) }),
    )
  if (person.email === account.email && person.phone === account.phone) return Promise.resolve({ ok: true, id: account.id })
  return once(desk, `person ${person.key}`, () => changedPerson(desk, person, account))
}

async function changedPerson(desk: Desk, { email, phone }: PersonOf, { id }: KnownAccount): Promise<Saved> {
  const row = await loadAccount(desk.engine.store, id)
  if (row === null) return { ok: false, faults: [movedOn] }
  // What is stored has a role that people have: the system is not in the list of contacts.
  const body = {
    ...contactBodyOf(row),
    ...(email === null ? {} : { email }),
    ...(phone === null ? {} : { phone }),
  } as ContactBody
  return save(desk, { noun: 'account', body, edited: { id, version: row.version } })
}

async function runOf(desk: Desk, offerId: string, { run, row }: PlannedRun): Promise<Saved> {
  if (run === null) return save(desk, { noun: 'run', body: runBodyFrom(row, offerId, null) })
  const stays = run.startsOn === row.start && run.endsOn === row.end && (run.details.days ?? []).join() === row.runDays.join()
  const meetings = stays ? (await meetingsOfRun(desk.engine.store, run.id)).map(({ held_on }) => held_on) : []
  return save(desk, {
    noun: 'run',
    body: runBodyFrom(row, offerId, meetings.length === 0 ? null : meetings),
    edited: { id: run.id, version: run.version },
  })
}

/** A key of its own for every write under the key of the list: the same list again, halfway or whole, writes nothing twice. */
async function save({ engine, actor, key, requestId }: Desk, edit: SupplyEdit): Promise<Saved> {
  const handled = await saveSupply(engine, { actor, key: `list-${sha256(`${key} ${canonicalJson(edit)}`)}`, requestId, edit })
  switch (handled.is) {
    case 'done':
      return { ok: true, id: parsedFrom<{ id: string }>(handled.answer).id }
    case 'faulty':
      return { ok: false, faults: handled.faults.map(({ code, words }) => ({ column: null, code, words })) }
    case 'forbidden':
    case 'refused':
      return { ok: false, faults: [{ column: null, code: handled.refusal.code, words: handled.refusal.words }] }
    default:
      return { ok: false, faults: [movedOn] }
  }
}

const movedOn = rowFault(
  null,
  'movedOn',
  'Iemand anders wijzigde dit op hetzelfde moment. Lees de lijst nog een keer in.',
  'Somebody else changed this at the same moment. Read the list in once more.',
)
