// The cast around one invented person: who of the seeded region does what for somebody of this practice and municipality.
import { offers } from '../../db/seed/offers.ts'
import { providerAccounts, providers } from '../../db/seed/providers.ts'
import { chain, chainAccounts, type SeedAccount } from '../../db/seed/region.ts'
import { Role } from '../domain/role.ts'

export type Cast = {
  readonly municipality: string
  readonly practice: string
  readonly nurse: string
  readonly gp: string
  readonly assistant: string
  readonly signaller: string
  readonly coach: string
  readonly person: string
}

export const organisations = [...chain, ...providers]
export const accounts: readonly SeedAccount[] = [...chainAccounts, ...providerAccounts]
export const practices = chain.filter(({ kind }) => kind === 'practice')

export function castOf(practice: string): Cast {
  const organisation = practices.find(({ id }) => id === practice)
  if (organisation === undefined) throw new Error(`No practice ${practice} in the seeded region`)
  return {
    municipality: organisation.municipality,
    practice,
    nurse: `nurse-${practice}`,
    gp: `gp-${practice}`,
    assistant: `assistant-${practice}`,
    signaller: 'signaller-samenzijn',
    coach: 'coach-huppel',
    person: 'person-demo',
  }
}

export type Chosen = { readonly organisation: string; readonly account: string; readonly offerId: string }

/** The offer for `code` in `municipality`, or else elsewhere, and who acts for it; none that was withdrawn or whose certificate has lapsed. */
export function providerOf(code: string, municipality: string): Chosen {
  const offered = offers.filter((one) => one.code === code && one.endsInMonths === null && (one.certificateMonths ?? 1) > 0)
  const offer = offered.find(({ areas }) => areas.includes(municipality)) ?? offered[0]
  if (offer === undefined) throw new Error(`Nobody in the seeded region offers ${code}`)
  return { organisation: offer.organisation, account: offer.contact, offerId: offer.id }
}

export const accountNamed = (id: string): SeedAccount & { readonly role: Role } => {
  const account = accounts.find((one) => one.id === id)
  if (account === undefined) throw new Error(`No account ${id} in the seeded region`)
  return { ...account, role: Role.parse(account.role) }
}
