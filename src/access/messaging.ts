// Who may see what was sent to an organisation, send it again, and say where its systems are told: its own people, and the chain coordinator.
import type { Refusal } from '../domain/result.ts'
import type { Role } from '../domain/role.ts'
import type { Actor } from './actor.ts'

const outsiders: readonly Role[] = ['person', 'informalCarer', 'system']

/** Null for `organisationId`: of every organisation. */
export function whyNotMessagesOf({ role, organisationId: own }: Actor, organisationId: string | null): Refusal | null {
  if (role === 'coordinator') return null
  return !outsiders.includes(role) && organisationId === own ? null : notYours
}

/** The organisation whose messages somebody sees without naming one; null: of every one. */
export const messagesInSight = ({ role, organisationId }: Actor): string | null =>
  role === 'coordinator' ? null : organisationId

const notYours: Refusal = {
  code: 'notYourOrganisation',
  words: {
    nl: 'Dit is voor de eigen mensen van een organisatie en voor de ketencoördinator.',
    en: 'This is for the own people of an organisation and for the chain coordinator.',
  },
}
