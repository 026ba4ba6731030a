// Stand-ins: who can take over somebody's work at all, and whom an assignment can land with. When they are there is for the rules of absence.
import { mayHoldWork } from '../access/policy.ts'
import type { Fault } from '../domain/fault.ts'
import { isColleague, type Role, roleWords } from '../domain/role.ts'
import type { Colleague } from '../domain/whose-work.ts'

type Contacts = ReadonlyMap<string, Pick<Colleague, 'role'>>

/** An older adult and an informal carer stand in for nobody, and nobody for them. */
export function isColleagueIn(contacts: Contacts, accountId: string): boolean {
  const contact = contacts.get(accountId)
  return contact !== undefined && isColleague(contact.role)
}

/** Work that somebody can answer does not go to somebody who cannot. */
export function faultsOfStandIn(
  contacts: Contacts,
  accountId: string,
  standIn: { readonly at: string; readonly id: string },
): Fault[] {
  if (!isColleagueIn(contacts, standIn.id)) return [noSuchAccount(standIn.at)]
  const [who, other] = [contacts.get(accountId), contacts.get(standIn.id)!]
  const lost = who !== undefined && mayHoldWork(who.role) && !mayHoldWork(other.role)
  return lost ? [cannotTakeOver(standIn.at, other.role)] : []
}

export const noSuchAccount = (at: string): Fault => ({
  at,
  code: 'noSuchAccount',
  words: { nl: 'Deze collega is niet bekend.', en: 'This colleague is not known.' },
})

const cannotTakeOver = (at: string, role: Role): Fault => ({
  at,
  code: 'cannotTakeOver',
  words: {
    nl: `Deze collega kan als ${roleWords[role].nl} geen opdrachten beantwoorden. Kies iemand die dat kan.`,
    en: `This colleague cannot answer assignments as ${roleWords[role].en}. Choose somebody who can.`,
  },
})
