// Who acts: a person of an organisation in one role, or the system itself.
import type { Role } from '../domain/role.ts'

export type Actor = { readonly id: string; readonly role: Role; readonly organisationId: string }

/** Deadlines fire in this name. */
export const systemActor: Actor = { id: 'system', role: 'system', organisationId: 'valpad' }
