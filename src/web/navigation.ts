// Who finds what in the navigation: at most six places a role. A place that is not built yet is not here.
import type { Words } from '../domain/words.ts'

export type Place = { readonly to: string; readonly name: Words }

const places = {
  work: { to: '/work', name: { nl: 'Mijn werk', en: 'My work' } },
  desk: { to: '/desk', name: { nl: 'Mijn werk', en: 'My work' } },
  people: { to: '/people', name: { nl: 'Personen', en: 'People' } },
  inbox: { to: '/inbox', name: { nl: 'Opdrachten', en: 'Assignments' } },
  signal: { to: '/signal', name: { nl: 'Meld iemand aan', en: 'Put forward' } },
  groups: { to: '/groups', name: { nl: 'Groepen', en: 'Groups' } },
  supply: { to: '/supply', name: { nl: 'Aanbod', en: 'Supply' } },
  ownSupply: { to: '/supply', name: { nl: 'Ons aanbod', en: 'Our supply' } },
  coverage: { to: '/coverage', name: { nl: 'Dekking', en: 'Coverage' } },
  who: { to: '/who', name: { nl: 'Wie is wie', en: 'Who is who' } },
  pathway: { to: '/pathway', name: { nl: 'Zorgpad', en: 'Pathway' } },
} as const satisfies { readonly [name: string]: Place }

const practice: readonly Place[] = [places.work, places.people, places.who, places.pathway]
const provider: readonly Place[] = [places.inbox, places.groups, places.signal, places.ownSupply, places.who]

const byRole: { readonly [role: string]: readonly Place[] } = {
  practiceNurse: practice,
  practiceAssistant: practice,
  generalPractitioner: practice,
  careProvider: provider,
  socialProvider: provider,
  physiotherapist: provider,
  exerciseTherapist: provider,
  occupationalTherapist: provider,
  communitySportCoach: provider,
  welfareWorker: provider,
  districtNurse: provider,
  signaller: [places.signal, places.who],
  coordinator: [places.desk, places.supply, places.coverage, places.who, places.pathway],
}

export const navigationOf = (role: string): readonly Place[] => byRole[role] ?? []
/** Who puts somebody forward and may record the screening with it; a signaller puts forward only. */
export const screensToo = (role: string | undefined): boolean => byRole[role ?? ''] === provider
/** Where somebody begins. */
export const homeOf = (role: string): string => navigationOf(role)[0]?.to ?? '/help'

/** Where Alt with n goes: a nurse begins with a person, a coordinator with an offer. */
export const newFor = (role: string | undefined): string | null => {
  const first = navigationOf(role ?? '').map(({ to }) => to)
  if (first.includes('/people')) return '/people'
  return role === 'coordinator' ? '/supply/new' : null
}
