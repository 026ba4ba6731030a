// The cast around one invented person: who of the seeded region does what for somebody of this practice and municipality.
import { accounts, offers, organisations, type SeedAccount } from '../../db/seed/region.ts'
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

export const practices = organisations.filter(({ kind }) => kind === 'practice')

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

/** The organisation that offers `code` in `municipality`, and who acts there. */
export function providerOf(code: string, municipality: string): { readonly organisation: string; readonly account: string } {
  const offered = offers.filter(({ codes }) => codes.includes(code))
  const offer = offered.find(({ municipalities }) => municipalities.includes(municipality)) ?? offered[0]
  if (offer === undefined) throw new Error(`Nobody in the seeded region offers ${code}`)
  const account = accounts.find(
    ({ organisation, role }) => organisation === offer.organisation && role !== 'signaller' && role !== 'geriatricSpecialist',
  )
  if (account === undefined) throw new Error(`Nobody works at ${offer.organisation}`)
  return { organisation: offer.organisation, account: account.id }
}

export const accountNamed = (id: string): SeedAccount & { readonly role: Role } => {
  const account = accounts.find((one) => one.id === id)
  if (account === undefined) throw new Error(`No account ${id} in the seeded region`)
  return { ...account, role: Role.parse(account.role) }
}
