// Somebody of who is who being saved. Leaving and being away have a door of their own.
import { whyNotThisRole } from '../access/supply-policy.ts'
import type { ContactBody } from '../contract/contacts.ts'
import type { Fault } from '../domain/fault.ts'
import type { ContactDetails } from '../domain/supply.ts'
import { changeAccount, insertAccount, loadAccount } from '../store/organisations.ts'
import type { AccountRow, OrganisationRow } from '../store/tables.ts'
import { bytesOf, parsedFrom } from './bytes.ts'
import { type Desk, faultIf, faultsOfMoving, organisationToEdit, type Prepared } from './supply-desk.ts'
import type { Edited } from './supply-offer.ts'

export async function prepareAccount(desk: Desk, body: ContactBody, edited?: Edited): Promise<Prepared> {
  const { store, newId } = desk.engine
  const known = edited === undefined ? null : await loadAccount(store, edited.id)
  if (edited !== undefined && known === null) return { is: 'notThere' }
  const organisation = await organisationToEdit(desk, known?.organisation_id ?? body.organisationId)
  if ('is' in organisation) return organisation
  if (known !== null && known.version !== edited!.version) return { is: 'moved', current: known.version }
  const faults = faultsOf(body, known, organisation.kind)
  if (faults.length > 0) return { is: 'faulty', faults }
  const { organisationId, role, login, active, ...details } = body
  const row: AccountRow = {
    id: known?.id ?? newId(),
    organisation_id: organisationId,
    role,
    details: bytesOf(details satisfies ContactDetails),
    active: (active ?? known?.active !== 0) ? 1 : 0,
    login: login ? 1 : 0,
    left_on: known?.left_on ?? null,
    // The day the account was made counts as a sign of life.
    last_seen_on: known === null ? (login ? desk.today : null) : known.last_seen_on,
    version: (known?.version ?? 0) + 1,
  }
  return {
    is: 'ready',
    noun: 'account',
    id: row.id,
    version: row.version,
    action: known === null ? 'added' : 'changed',
    value: contactBodyOf(row),
    change: [known === null ? insertAccount(store.build, row) : changeAccount(store.build, row)],
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
