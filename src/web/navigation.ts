// Who finds what in the navigation: at most six places a role. A place that is not built yet is not here.
import type { Words } from '../domain/words.ts'

export type Place = { readonly to: string; readonly name: Words }

const places = {
  work: { to: '/work', name: { nl: 'Mijn werk', en: 'My work' } },
  people: { to: '/people', name: { nl: 'Personen', en: 'People' } },
} as const satisfies { readonly [name: string]: Place }

const practice: readonly Place[] = [places.work, places.people]

const byRole: { readonly [role: string]: readonly Place[] } = {
  practiceNurse: practice,
  practiceAssistant: practice,
  generalPractitioner: practice,
}

export const navigationOf = (role: string): readonly Place[] => byRole[role] ?? []
/** Where somebody begins. */
export const homeOf = (role: string): string => navigationOf(role)[0]?.to ?? '/help'
