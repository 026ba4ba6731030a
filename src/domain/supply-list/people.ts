// The people a row names: somebody who is there, somebody whose address changed, or somebody new, who then needs an e-mail address.
import { nameKey } from './column-kinds.ts'
import { accountsCalled, isOfCoalition, type KnownAccount, keeperCalled } from './known.ts'
import { type RowFault, rowFault, type Said } from './read-rows.ts'
import type { ListRow } from './row.ts'
import { type Found, type OrganisationOf, organisationKey, type Scope } from './scope.ts'

/** `account` null: to be made. The address is what it is to become. */
export type PersonOf = {
  readonly key: string
  readonly organisation: OrganisationOf
  readonly account: KnownAccount | null
  readonly name: string
  readonly email: string | null
  readonly phone: string | null
  /** What the rows say; null: nothing. */
  readonly said: { readonly email: string | null; readonly phone: string | null }
}

/** Whom the rows before named, so that two rows do not say two things of one person, and nobody is made twice. */
export type Met = Map<string, PersonOf & { readonly inRow: number }>

/** After a row was found to be right: what it says of a person holds for every row. */
export function meet(met: Met, person: PersonOf, inRow: number): void {
  const before = met.get(person.key)
  met.set(person.key, before === undefined ? { ...person, inRow } : { ...withSaid(before, person.said), inRow: before.inRow })
}

const withSaid = (person: PersonOf, { email, phone }: PersonOf['said']): PersonOf => {
  const said = { email: person.said.email ?? email, phone: person.said.phone ?? phone }
  return { ...person, said, email: said.email ?? person.email, phone: said.phone ?? person.phone }
}

type Who = 'contact' | 'deputy'
const addressOf = { contact: ['contactEmail', 'contactPhone'], deputy: ['deputyEmail', 'deputyPhone'] } as const

export type Named = {
  readonly who: Who
  readonly row: ListRow
  readonly said: Said
  readonly organisation: OrganisationOf
  /** Who it is today. */
  readonly current: KnownAccount | undefined
}

export function personIn({ who, row, said, organisation, current }: Named, scope: Scope, met: Met): Found<PersonOf> {
  const name = row[who]
  if (name === null) throw new Error('A row without a name for this person was to be refused before')
  const [emailColumn, phoneColumn] = addressOf[who]
  const account = accountOf(name, row[emailColumn], organisation, current, scope)
  if (account === 'several') return { ok: false, fault: severalOf(who, name) }
  const key = account === null ? `${organisationKey(organisation)}|${nameKey(name)}` : account.id
  const before = met.get(key)
  const saidHere = { email: said[emailColumn] ?? null, phone: said[phoneColumn] ?? null }
  const address = { email: account?.email ?? null, phone: account?.phone ?? null, said: saidHere }
  const person = withSaid({ key, organisation, account, name, ...address }, before?.said ?? { email: null, phone: null })
  const fault = faultOfPerson(who, person) ?? (before === undefined ? null : faultBeside(who, saidHere, before))
  return fault === null ? { ok: true, value: person } : { ok: false, fault }
}

function accountOf(
  name: string,
  email: string | null,
  organisation: OrganisationOf,
  current: KnownAccount | undefined,
  { known }: Scope,
): KnownAccount | null | 'several' {
  const everybody = accountsCalled(known, name)
  if (current !== undefined && everybody.includes(current)) return current
  const own = everybody.filter(({ organisationId }) => organisationId === organisation.id)
  // A deputy may be of the coalition.
  const found = own.length > 0 ? own : everybody.filter((account) => isOfCoalition(known, account))
  if (found.length <= 1) return found[0] ?? null
  const same = found.filter((account) => email !== null && account.email?.toLowerCase() === email.toLowerCase())
  return same.length === 1 ? same[0]! : 'several'
}

function faultOfPerson(who: Who, { account, organisation, name, email, phone }: PersonOf): RowFault | null {
  const [emailColumn, phoneColumn] = addressOf[who]
  if (account === null) return email === null ? emailNeeded(emailColumn, name) : null
  if (!account.here) return notHere(who, name)
  if (account.organisationId === organisation.id) return null
  if (who === 'contact') return ofCoalition(name)
  if (email !== account.email) return keptElsewhere(emailColumn, name)
  return phone === account.phone ? null : keptElsewhere(phoneColumn, name)
}

/** What one row says and another says otherwise; what a row does not say is no contradiction. */
function faultBeside(who: Who, said: PersonOf['said'], { said: before, name, inRow }: PersonOf & { readonly inRow: number }) {
  const [emailColumn, phoneColumn] = addressOf[who]
  const differs = (what: 'email' | 'phone') => said[what] !== null && before[what] !== null && said[what] !== before[what]
  if (differs('email')) return otherAddress(emailColumn, name, inRow)
  return differs('phone') ? otherAddress(phoneColumn, name, inRow) : null
}

/** Null: the contact. */
export function ownerIn(
  row: ListRow,
  organisation: OrganisationOf,
  people: readonly PersonOf[],
  { known }: Scope,
): Found<PersonOf | KnownAccount | null> {
  const { owner } = row
  if (owner === null) return { ok: true, value: null }
  const account = keeperCalled(known, organisation.id, owner)
  if (account !== null) return account.here ? { ok: true, value: account } : { ok: false, fault: notHere('owner', owner) }
  const asked = nameKey(owner)
  const named = people.find(({ name, email }) => nameKey(name) === asked || email?.toLowerCase() === owner.toLowerCase())
  return named === undefined ? { ok: false, fault: noSuchOwner(owner) } : { ok: true, value: named }
}

const emailNeeded = (column: AddressColumn, name: string) =>
  rowFault(
    column,
    'emailNeeded',
    `${name} is hier nog niet bekend. Geef een e-mailadres, dan wordt deze persoon toegevoegd.`,
    `${name} is not known here yet. Give an e-mail address, and this person is added.`,
  )
const notHere = (column: Who | 'owner', name: string) =>
  rowFault(
    column,
    'notHere',
    `${name} is vertrokken of niet meer actief. Noem iemand die er is.`,
    `${name} has left or is no longer active. Name somebody who is there.`,
  )
const ofCoalition = (name: string) =>
  rowFault(
    'contact',
    'ofAnotherOrganisation',
    `${name} is van de coalitie. De contactpersoon is iemand van de organisatie zelf.`,
    `${name} is of the coalition. The contact is somebody of the organisation itself.`,
  )
const keptElsewhere = (column: AddressColumn, name: string) =>
  rowFault(
    column,
    'keptElsewhere',
    `${name} is van de coalitie; die gegevens staan hier anders. Wijzig ze bij wie is wie, of haal ze uit deze rij.`,
    `${name} is of the coalition, whose details are other ones here. Change them in who is who, or take them out of this row.`,
  )
type AddressColumn = 'contactEmail' | 'contactPhone' | 'deputyEmail' | 'deputyPhone'
const severalOf = (column: Who, name: string) =>
  rowFault(
    column,
    'ambiguousPerson',
    `In deze organisatie heten meer mensen ${name}. Geef het e-mailadres erbij, precies zoals het hier staat.`,
    `More people in this organisation are called ${name}. Add the e-mail address, exactly as it is here.`,
  )
const otherAddress = (column: AddressColumn, name: string, row: number) =>
  rowFault(
    column,
    'differsFromRow',
    `Van ${name} staat in rij ${row} iets anders. Maak de twee gelijk.`,
    `Row ${row} says something else of ${name}. Make the two the same.`,
  )
const noSuchOwner = (owner: string) =>
  rowFault(
    'owner',
    'noSuchOwner',
    `${owner} is niet bekend in deze organisatie of bij de coalitie. Noem iemand die er is, of laat dit leeg.`,
    `${owner} is not known in this organisation or at the coalition. Name somebody who is there, or leave this empty.`,
  )
