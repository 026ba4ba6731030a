// The invented region for demonstration: the five municipalities of Amstelland, its coalition and its practices. None of these exists.

export type SeedMunicipality = {
  readonly code: string
  readonly name: string
  /** Where most people live; the others beside it. */
  readonly postcode: string
  readonly postcodes: readonly string[]
}
export type SeedOrganisation = {
  readonly id: string
  readonly kind: 'practice' | 'provider' | 'coalition'
  readonly municipality: string
  readonly name: string
  /** Who hears of what nobody in it takes up. */
  readonly coordinator: string
}
export type SeedAccount = {
  readonly id: string
  readonly organisation: string
  readonly role: string
  readonly name: string
  readonly askMe?: string
  readonly days?: readonly string[]
  /** False: answers by link, from a mail. */
  readonly login?: boolean
  /** Who was seen last this many weeks ago; most are seen all the time. */
  readonly silentForWeeks?: number
}

export const municipalities: readonly SeedMunicipality[] = [
  { code: 'GM0358', name: 'Aalsmeer', postcode: '1431', postcodes: ['1431', '1432'] },
  { code: 'GM0362', name: 'Amstelveen', postcode: '1181', postcodes: ['1181', '1182', '1183', '1185', '1186'] },
  { code: 'GM0384', name: 'Diemen', postcode: '1111', postcodes: ['1111', '1112'] },
  { code: 'GM0437', name: 'Ouder-Amstel', postcode: '1191', postcodes: ['1191', '1115'] },
  { code: 'GM0451', name: 'Uithoorn', postcode: '1421', postcodes: ['1421', '1422', '1423'] },
]

const practices: readonly (readonly [id: string, municipality: string, name: string])[] = [
  ['nevelhof', 'GM0358', 'Huisartsenpraktijk Nevelhof (verzonnen)'],
  ['luchtkasteel', 'GM0362', 'Huisartsenpraktijk Het Luchtkasteel (verzonnen)'],
  ['sterrenwaard', 'GM0362', 'Huisartsenpraktijk Sterrenwaard (verzonnen)'],
  ['maneschijn', 'GM0384', 'Huisartsenpraktijk Maneschijn (verzonnen)'],
  ['wolkenbrug', 'GM0437', 'Huisartsenpraktijk De Wolkenbrug (verzonnen)'],
  ['droomoever', 'GM0451', 'Huisartsenpraktijk Droomoever (verzonnen)'],
]

/** The coalition first. */
export const chain: readonly SeedOrganisation[] = [
  {
    id: 'amstelland',
    kind: 'coalition',
    municipality: 'GM0362',
    name: 'Coalitie Amstelland (verzonnen)',
    coordinator: 'coordinator-amstelland',
  },
  ...practices.map(
    ([id, municipality, name]): SeedOrganisation => ({ id, kind: 'practice', municipality, name, coordinator: `nurse-${id}` }),
  ),
]

const people: { readonly [practice: string]: readonly [nurse: string, gp: string, assistant: string] } = {
  nevelhof: ['Nora Nevel', 'Gijs Grijs', 'Ans Avond'],
  luchtkasteel: ['Luna Lucht', 'Karel Kasteel', 'Tessa Toren'],
  sterrenwaard: ['Stella Ster', 'Wout Waard', 'Mira Melkweg'],
  maneschijn: ['Maan Schijn', 'Otto Ochtend', 'Iris Iets'],
  wolkenbrug: ['Wieke Wolk', 'Bram Brug', 'Dauw Druppel'],
  droomoever: ['Doortje Droom', 'Oscar Oever', 'Fee Fluister'],
}

/** Called after what they do and where, so that a stranger can guess them. */
export const chainAccounts: readonly SeedAccount[] = [
  ...Object.entries(people).flatMap(([practice, [nurse, gp, assistant]]): SeedAccount[] => [
    { id: `nurse-${practice}`, organisation: practice, role: 'practiceNurse', name: nurse, days: ['mo', 'tu', 'th', 'fr'] },
    { id: `gp-${practice}`, organisation: practice, role: 'generalPractitioner', name: gp },
    { id: `assistant-${practice}`, organisation: practice, role: 'practiceAssistant', name: assistant },
  ]),
  {
    id: 'coordinator-amstelland',
    organisation: 'amstelland',
    role: 'coordinator',
    name: 'Coby Keten',
    askMe: 'Alles over de keten; wie er vastloopt belt mij',
    days: ['mo', 'tu', 'we', 'th'],
  },
  {
    id: 'coordinator2-amstelland',
    organisation: 'amstelland',
    role: 'coordinator',
    name: 'Karin Schakel',
    askMe: 'De sociale kaart, en de keten als Coby er niet is',
    days: ['mo', 'we', 'th', 'fr'],
  },
  { id: 'person-demo', organisation: 'amstelland', role: 'person', name: 'De oudere zelf (voorbeeld)' },
  { id: 'carer-demo', organisation: 'amstelland', role: 'informalCarer', name: 'Een mantelzorger (voorbeeld)' },
]
