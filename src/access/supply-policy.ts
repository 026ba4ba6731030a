// Who may edit the local supply: the coordinator of the coalition all of it, the people of a provider their own; everybody may read it.
import type { Refusal } from '../domain/result.ts'
import { type Role, roleWords } from '../domain/role.ts'
import type { Words } from '../domain/words.ts'
import type { Actor } from './actor.ts'

type Kind = 'practice' | 'provider' | 'coalition'

const atProvider = [
  'physiotherapist',
  'exerciseTherapist',
  'occupationalTherapist',
  'districtNurse',
  'geriatricSpecialist',
  'careProvider',
  'socialProvider',
  'communitySportCoach',
  'welfareWorker',
  'signaller',
] as const satisfies readonly Role[]

/** Which roles people of an organisation can have; nobody makes a coordinator of somebody elsewhere. */
export const rolesAt: { readonly [kind in Kind]: readonly Role[] } = {
  provider: atProvider,
  practice: ['practiceNurse', 'practiceAssistant', 'generalPractitioner', 'geriatricSpecialist', 'districtNurse', 'signaller'],
  coalition: ['coordinator', 'signaller', 'welfareWorker', 'communitySportCoach'],
}

/** Null when this actor may edit what belongs to `organisation`; else who may, in words. */
export function whyNotEditSupply(actor: Actor, organisation: { readonly id: string; readonly kind: Kind }): Refusal | null {
  if (actor.role === 'coordinator') return null
  if (!atProvider.some((role) => role === actor.role && role !== 'signaller')) return notYourRole
  return actor.organisationId === organisation.id && organisation.kind === 'provider' ? null : notYourOrganisation
}

/** Only the coordinator adds organisations. */
export const whyNotAddOrganisation = (actor: Actor): Refusal | null => (actor.role === 'coordinator' ? null : notYourRole)

/** Null when somebody of such an organisation can have this role; else which ones, in words. */
export function whyNotThisRole(role: Role, kind: Kind): Words | null {
  const allowed = rolesAt[kind]
  if (allowed.includes(role)) return null
  const names = (language: 'nl' | 'en') => allowed.map((one) => roleWords[one][language]).join(', ')
  return {
    nl: `Deze rol past niet bij deze organisatie. Wel: ${names('nl')}.`,
    en: `This role does not fit this organisation. These do: ${names('en')}.`,
  }
}

const notYourRole: Refusal = {
  code: 'notYourRole',
  words: {
    nl: 'In deze rol kunt u het aanbod lezen, niet wijzigen. De ketencoördinator en de aanbieder zelf kunnen dat wel.',
    en: 'In this role you can read the supply, not change it. The chain coordinator and the provider itself can.',
  },
}
const notYourOrganisation: Refusal = {
  code: 'notYourOrganisation',
  words: {
    nl: 'Dit is van een andere organisatie. U kunt alleen het aanbod en de mensen van uw eigen organisatie wijzigen.',
    en: 'This belongs to another organisation. You can change the supply and the people of your own organisation only.',
  },
}
