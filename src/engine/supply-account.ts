// Somebody of who is who being saved. Leaving and being away have a door of their own.
import { mayHoldWork } from '../access/policy.ts'
import { whyNotThisRole } from '../access/supply-policy.ts'
import type { ContactBody } from '../contract/contacts.ts'
import type { Fault } from '../domain/fault.ts'
import { openTabs } from '../domain/inbox-tab.ts'
import { isColleague } from '../domain/role.ts'
import type { ContactDetails } from '../domain/supply.ts'
import { holdsWork } from '../store/assignments.ts'
import { offersNaming } from '../store/offers.ts'
import { changeAccount, insertAccount, loadAccount } from '../store/organisations.ts'
import type { AccountRow, OrganisationRow } from '../store/tables.ts'
import { bytesOf, parsedFrom } from './bytes.ts'
import { whileSomebodyStays } from './last-resort.ts'
import { type Desk, faultIf, faultsOfMoving, organisationToEdit, type Prepared } from './supply-desk.ts'
import type { Edited } from './supply-offer.ts'

export async function prepareAccount(desk: Desk, body: ContactBody, edited?: Edited): Promise<Prepared> {
  const { store } = desk.engine
  const known = edited === undefined ? null : await loadAccount(store, edited.id)
  if (edited !== undefined && (known === null || !isColleague(known.role))) return { is: 'notThere' }
  const organisation = await organisationToEdit(desk, known?.organisation_id ?? body.organisationId)
  if ('is' in organisation) return organisation
  if (known !== null && known.version !== edited!.version) return { is: 'moved', current: known.version }
  const faults = faultsOf(body, known, organisation.kind)
  if (faults.length > 0) return { is: 'faulty', faults }
  const row = accountRow(desk, body, known)
  const needed = known === null ? [] : await faultsOfRole(desk, row, known)
  if (needed.length > 0) return { is: 'faulty', faults: needed }
  const lastResort = known === null ? { guards: [] } : await whileSomebodyStays(desk.engine, row)
  if ('refusal' in lastResort)
    return { is: 'faulty', faults: [{ at: row.active === 1 ? '/role' : '/active', ...lastResort.refusal }] }
  return {
    is: 'ready',
    noun: 'account',
    id: row.id,
    version: row.version,
    action: known === null ? 'added' : 'changed',
    value: contactBodyOf(row),
    change: [known === null ? insertAccount(store.build, row) : changeAccount(store.build, row), ...lastResort.guards],
  }
}

function accountRow({ engine, today }: Desk, body: ContactBody, known: AccountRow | null): AccountRow {
  const { organisationId, role, login, active, ...details } = body
  return {
    id: known?.id ?? engine.newId(),
    organisation_id: organisationId,
    role,
    details: bytesOf(details satisfies ContactDetails),
    active: (active ?? known?.active !== 0) ? 1 : 0,
    login: login ? 1 : 0,
    left_on: known?.left_on ?? null,
    // The day the account was made counts as a sign of life.
    last_seen_on: known === null ? (login ? today : null) : known.last_seen_on,
    version: (known?.version ?? 0) + 1,
  }
}

function faultsOf(body: ContactBody, known: AccountRow | null, kind: OrganisationRow['kind']): Fault[] {
  // Somebody who has a role from before keeps it, fitting or not.
  const unfit = known?.role === body.role ? null : whyNotThisRole(body.role, kind)
  return [
    ...faultsOfMoving('/organisationId', known?.organisation_id, body.organisationId),
    ...(unfit === null ? [] : [{ at: '/role', code: 'roleDoesNotFit', words: unfit }]),
    ...faultIf(
      !body.login && body.email === undefined,
      '/email',
      'emailNeeded',
      'Wie niet inlogt, antwoordt met een link; daarvoor is een e-mailadres nodig.',
      'Who does not log in answers by a link; that takes an e-mail address.',
    ),
  ]
}

/** Somebody as sent, from what is stored; who has no name yet is called by the id. */
export function contactBodyOf(row: AccountRow) {
  const { name = row.id, ...details } = parsedFrom<Partial<ContactDetails>>(row.details)
  return {
    organisationId: row.organisation_id,
    role: row.role,
    login: row.login === 1,
    active: row.active === 1,
    name,
    ...details,
  }
}

const holdsOpenWork: Fault = {
  at: '/role',
  code: 'holdsOpenWork',
  words: {
    nl: 'In deze rol kan niemand opdrachten beantwoorden, en er staan open opdrachten op naam van deze persoon. Draag die eerst over.',
    en: 'In this role nobody can answer assignments, and open assignments stand on the name of this person. Hand them over first.',
  },
}

/** Work that lands with somebody as contact or deputy would lie there unanswered. */
async function faultsOfRole({ engine, today }: Desk, { id, role }: AccountRow, known: AccountRow): Promise<Fault[]> {
  if (mayHoldWork(role) || !mayHoldWork(known.role)) return []
  if (await holdsWork(engine.store, id, openTabs)) return [holdsOpenWork]
  const offers = await offersNaming(engine.store, id, today)
  const named = offers.filter(({ contact_id, deputy_id }) => contact_id === id || deputy_id === id)
  const names = named.map((row) => parsedFrom<{ name?: string }>(row.details).name ?? row.id).join(', ')
  return faultIf(
    named.length > 0,
    '/role',
    'answersForOffers',
    `In deze rol kan niemand opdrachten beantwoorden, en deze persoon is contactpersoon of vervanger van: ${names}. Wijs daar eerst een ander aan.`,
    `In this role nobody can answer assignments, and this person is contact or deputy of: ${names}. Name somebody else there first.`,
  )
}
