// Who may arrange the absence of somebody: that person, the coordinator of the organisation, and the coalition's coordinators.
import type { Refusal } from '../domain/result.ts'
import type { Role } from '../domain/role.ts'
import type { Actor } from './actor.ts'

/** `coordinators`: of the organisation, in name and today. */
export function whyNotArrange(actor: Actor, accountId: string, coordinators: readonly (string | null)[]): Refusal | null {
  if (actor.id === accountId || actor.role === 'coordinator' || coordinators.includes(actor.id)) return null
  return notYours
}

const notYours: Refusal = {
  code: 'notYoursToArrange',
  words: {
    nl: 'Afwezigheid regelt iemand zelf, de coördinator van de organisatie of de ketencoördinator.',
    en: 'Absence is arranged by the person, the coordinator of the organisation or the chain coordinator.',
  },
}

/** Who is away, and everybody's phone number, mail and working days, are for colleagues; an older adult has those of the own plan. */
export const whyNotSeeColleagues = (role: Role): Refusal | null =>
  role === 'person' || role === 'informalCarer' ? forColleagues : null

const forColleagues: Refusal = {
  code: 'forColleagues',
  words: { nl: 'Dit is voor collega’s in de keten.', en: 'This is for colleagues in the chain.' },
}
