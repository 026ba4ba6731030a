// Whose work it is: for each part that somebody can have in a case, the chain of people who are asked, in order.
import type { IsoDate } from './calendar.ts'
import type { Owner } from './machine-definition.ts'
import { type Contact, type Directory, type Reached, reach, replacementOf } from './responsibility.ts'
import type { Role } from './role.ts'

export type Colleague = Contact & { readonly role: Role; readonly login: boolean }
export type Workplace = { readonly kind: 'practice' | 'provider' | 'coalition'; readonly coordinatorId: string | null }
export type OfferContacts = {
  readonly organisationId: string
  readonly contactId: string | null
  readonly deputyId: string | null
}

/** Everybody in the chain on one day: who can be reached, where they work, and who stands in the offers. */
export type People = Omit<Directory, 'contacts'> & {
  readonly today: IsoDate
  readonly contacts: ReadonlyMap<string, Colleague>
  readonly organisations: ReadonlyMap<string, Workplace>
  readonly offers: ReadonlyMap<string, OfferContacts>
  /** Of each organisation, by id. */
  readonly colleagues: ReadonlyMap<string, readonly Colleague[]>
}

/** Where a piece of work belongs. */
export type Work = {
  readonly practiceId: string
  readonly providerId: string | null
  readonly offerId: string | null
  readonly holderId: string | null
  readonly referrerId: string | null
  /** Who put the person forward, where that is known. */
  readonly signallerId?: string | null
}

export const whoHas = (people: People, owner: Owner, work: Work): Reached =>
  reach(people, chainFor(people, owner, work), people.today)

/** Without the coalition's coordinators: these come after every chain. A part that has no account comes to the practice nurse. */
function chainFor(people: People, owner: Owner, work: Work): string[] {
  const ofPractice = (...roles: Role[]) => atWork(people, work.practiceId, roles)
  const practiceCoordinator = coordinatorOf(people, work.practiceId)
  const nurses = () => [...referrerHere(people, work), ...ofPractice('practiceNurse'), ...ofPractice('generalPractitioner')]
  const fromNurse = () => [...nurses(), ...practiceCoordinator]
  switch (owner) {
    case 'provider':
      return providerChain(people, work)
    case 'referrer':
      return [...some(work.referrerId), ...fromNurse()]
    case 'practiceNurse':
    case 'screener':
    case 'person':
    case 'informalCarer':
      return fromNurse()
    case 'signaller':
      return [...some(work.signallerId ?? null), ...fromNurse()]
    case 'practiceAssistant':
      return [...ofPractice('practiceAssistant'), ...fromNurse()]
    case 'generalPractitioner':
      return [...ofPractice('generalPractitioner'), ...ofPractice('practiceNurse'), ...practiceCoordinator]
    case 'coordinator':
    case 'system':
      return []
    default:
      return [...inPart(people, owner, work), ...fromNurse()]
  }
}

function providerChain(people: People, { providerId, offerId, holderId }: Work): string[] {
  const offer = offerId === null ? undefined : people.offers.get(offerId)
  const organisation = providerId ?? offer?.organisationId ?? null
  return [
    ...some(holderId),
    ...(offer === undefined ? [] : [...some(offer.contactId), ...some(offer.deputyId)]),
    ...coordinatorOf(people, organisation),
  ]
}

/** Somebody of that profession who already has to do with this person: at the provider or at the practice, nobody elsewhere. */
function inPart(people: People, role: Role, { providerId, practiceId, holderId }: Work): string[] {
  const holder = some(holderId).filter((id) => people.contacts.get(id)?.role === role)
  return [...holder, ...atWork(people, providerId, [role]), ...atWork(people, practiceId, [role])]
}

/** Who took the decision, as long as it is a colleague of this practice: a person may have moved to another one. */
const referrerHere = ({ contacts }: People, { referrerId, practiceId }: Work): string[] =>
  some(referrerId).filter((id) => contacts.get(id)?.organisationId === practiceId)

const some = (id: string | null): string[] => (id === null || id === '' ? [] : [id])

const coordinatorOf = ({ organisations }: People, organisationId: string | null): string[] =>
  organisationId === null ? [] : some(organisations.get(organisationId)?.coordinatorId ?? null)

const atWork = ({ colleagues }: People, organisationId: string | null, roles: readonly Role[]): string[] =>
  (organisationId === null ? [] : (colleagues.get(organisationId) ?? []))
    .filter(({ role }) => roles.includes(role))
    .map(({ id }) => id)

/** Which rows of assignments are somebody's today; the rest of an inbox is a colleague's. */
export type Covered = {
  /** Held by one of these: theirs. */
  readonly holders: readonly string[]
  /** A holder who leads to nobody: as if there were none. */
  readonly lost: readonly string[]
  /** Without a holder, on one of these offers: theirs. */
  readonly offers: readonly string[]
  /** Without a holder and without an offer, at one of these organisations: theirs. */
  readonly organisations: readonly string[]
}

/** What `accountId` has at providers today, by the same chain as `whoHas`. */
export function coveredBy(people: People, accountId: string): Covered {
  const nobody = { practiceId: '', holderId: null, referrerId: null }
  const isTheirs = (work: Pick<Work, 'offerId' | 'providerId'>) =>
    whoHas(people, 'provider', { ...nobody, ...work }).accountId === accountId
  const [holders, lost]: [string[], string[]] = [[], []]
  for (const id of people.contacts.keys()) {
    const now = replacementOf(people, id, people.today)
    if (now === accountId) holders.push(id)
    if (now === null) lost.push(id)
  }
  return {
    holders,
    lost,
    offers: [...people.offers].flatMap(([offerId, { organisationId }]) =>
      isTheirs({ offerId, providerId: organisationId }) ? [offerId] : [],
    ),
    organisations: [...people.organisations.keys()].filter((providerId) => isTheirs({ offerId: null, providerId })),
  }
}
