// The invented region for demonstration: the five municipalities of Amstelland, and organisations, accounts and offers that do not exist.

export type SeedMunicipality = { readonly code: string; readonly name: string; readonly postcode: string }
export type SeedOrganisation = {
  readonly id: string
  readonly kind: 'practice' | 'provider' | 'coalition'
  readonly municipality: string
  readonly name: string
}
export type SeedAccount = { readonly id: string; readonly organisation: string; readonly role: string; readonly name: string }
export type SeedOffer = {
  readonly organisation: string
  readonly codes: readonly string[]
  readonly domain: 'care' | 'social'
  readonly municipalities: readonly string[]
}

export const municipalities: readonly SeedMunicipality[] = [
  { code: 'GM0358', name: 'Aalsmeer', postcode: '1431' },
  { code: 'GM0362', name: 'Amstelveen', postcode: '1181' },
  { code: 'GM0384', name: 'Diemen', postcode: '1111' },
  { code: 'GM0437', name: 'Ouder-Amstel', postcode: '1191' },
  { code: 'GM0451', name: 'Uithoorn', postcode: '1421' },
]

const everywhere = municipalities.map(({ code }) => code)

/** Every name is made up: none of these organisations exists. */
export const organisations: readonly SeedOrganisation[] = [
  { id: 'amstelland', kind: 'coalition', municipality: 'GM0362', name: 'Coalitie Amstelland (verzonnen)' },
  { id: 'nevelhof', kind: 'practice', municipality: 'GM0358', name: 'Huisartsenpraktijk Nevelhof (verzonnen)' },
  { id: 'luchtkasteel', kind: 'practice', municipality: 'GM0362', name: 'Huisartsenpraktijk Het Luchtkasteel (verzonnen)' },
  { id: 'sterrenwaard', kind: 'practice', municipality: 'GM0362', name: 'Huisartsenpraktijk Sterrenwaard (verzonnen)' },
  { id: 'maneschijn', kind: 'practice', municipality: 'GM0384', name: 'Huisartsenpraktijk Maneschijn (verzonnen)' },
  { id: 'wolkenbrug', kind: 'practice', municipality: 'GM0437', name: 'Huisartsenpraktijk De Wolkenbrug (verzonnen)' },
  { id: 'droomoever', kind: 'practice', municipality: 'GM0451', name: 'Huisartsenpraktijk Droomoever (verzonnen)' },
  { id: 'physio-springveer', kind: 'provider', municipality: 'GM0362', name: 'Fysiotherapie Springveer (verzonnen)' },
  { id: 'physio-stapsteen', kind: 'provider', municipality: 'GM0451', name: 'Fysiotherapie Stapsteen (verzonnen)' },
  { id: 'therapy-evenwicht', kind: 'provider', municipality: 'GM0384', name: 'Oefentherapie Het Wankele Evenwicht (verzonnen)' },
  { id: 'therapy-handvat', kind: 'provider', municipality: 'GM0362', name: 'Ergotherapie Handvat (verzonnen)' },
  { id: 'homecare-zonnestraal', kind: 'provider', municipality: 'GM0362', name: 'Thuiszorg Zonnestraaltje (verzonnen)' },
  { id: 'care-regenboog', kind: 'provider', municipality: 'GM0362', name: 'Zorg bij de Regenboog (verzonnen)' },
  { id: 'welfare-samenzijn', kind: 'provider', municipality: 'GM0362', name: 'Welzijn Samenzijn (verzonnen)' },
  { id: 'welfare-buurtkamer', kind: 'provider', municipality: 'GM0451', name: 'Welzijn De Buurtkamer (verzonnen)' },
  { id: 'sport-huppel', kind: 'provider', municipality: 'GM0384', name: 'Sportservice Huppel (verzonnen)' },
]

const people: { readonly [practice: string]: readonly [nurse: string, gp: string, assistant: string] } = {
  nevelhof: ['Nora Nevel', 'Gijs Grijs', 'Ans Avond'],
  luchtkasteel: ['Luna Lucht', 'Karel Kasteel', 'Tessa Toren'],
  sterrenwaard: ['Stella Ster', 'Wout Waard', 'Mira Melkweg'],
  maneschijn: ['Maan Schijn', 'Otto Ochtend', 'Iris Iets'],
  wolkenbrug: ['Wieke Wolk', 'Bram Brug', 'Dauw Druppel'],
  droomoever: ['Doortje Droom', 'Oscar Oever', 'Fee Fluister'],
}

const atPractices = Object.entries(people).flatMap(([practice, [nurse, gp, assistant]]): SeedAccount[] => [
  { id: `nurse-${practice}`, organisation: practice, role: 'practiceNurse', name: nurse },
  { id: `gp-${practice}`, organisation: practice, role: 'generalPractitioner', name: gp },
  { id: `assistant-${practice}`, organisation: practice, role: 'practiceAssistant', name: assistant },
])

/** Called after what they do and where, so that a stranger can guess them. */
export const accounts: readonly SeedAccount[] = [
  ...atPractices,
  { id: 'coordinator-amstelland', organisation: 'amstelland', role: 'coordinator', name: 'Coby Keten' },
  { id: 'person-demo', organisation: 'amstelland', role: 'person', name: 'De oudere zelf (voorbeeld)' },
  { id: 'carer-demo', organisation: 'amstelland', role: 'informalCarer', name: 'Een mantelzorger (voorbeeld)' },
  { id: 'signaller-samenzijn', organisation: 'welfare-samenzijn', role: 'signaller', name: 'Sien Signaal' },
  { id: 'physio-springveer', organisation: 'physio-springveer', role: 'physiotherapist', name: 'Vera Veer' },
  { id: 'physio-stapsteen', organisation: 'physio-stapsteen', role: 'physiotherapist', name: 'Stan Stap' },
  { id: 'exercise-evenwicht', organisation: 'therapy-evenwicht', role: 'exerciseTherapist', name: 'Ella Evenwicht' },
  { id: 'occupational-handvat', organisation: 'therapy-handvat', role: 'occupationalTherapist', name: 'Hans Handvat' },
  { id: 'district-zonnestraal', organisation: 'homecare-zonnestraal', role: 'districtNurse', name: 'Zonne Straal' },
  { id: 'specialist-zonnestraal', organisation: 'homecare-zonnestraal', role: 'geriatricSpecialist', name: 'Saar Ster' },
  { id: 'care-regenboog', organisation: 'care-regenboog', role: 'careProvider', name: 'Rein Boog' },
  { id: 'welfare-samenzijn', organisation: 'welfare-samenzijn', role: 'socialProvider', name: 'Sam Samen' },
  { id: 'worker-buurtkamer', organisation: 'welfare-buurtkamer', role: 'welfareWorker', name: 'Bo Buurt' },
  { id: 'coach-huppel', organisation: 'sport-huppel', role: 'communitySportCoach', name: 'Huub Huppel' },
]

export const offers: readonly SeedOffer[] = [
  {
    organisation: 'physio-springveer',
    codes: ['otagoHome', 'otagoGroup', 'otagoHomeWithCarer', 'individualTherapy', 'floorRiseTraining', 'walkingAidAssessment'],
    domain: 'care',
    municipalities: ['GM0358', 'GM0362', 'GM0437'],
  },
  {
    organisation: 'physio-stapsteen',
    codes: ['otagoHome', 'otagoHomeWithCarer', 'individualTherapy', 'floorRiseTraining', 'walkingAidAssessment'],
    domain: 'care',
    municipalities: ['GM0358', 'GM0451'],
  },
  {
    organisation: 'therapy-evenwicht',
    codes: ['otagoHome', 'otagoGroup', 'individualTherapy', 'walkingAidAssessment'],
    domain: 'care',
    municipalities: ['GM0384', 'GM0437'],
  },
  {
    organisation: 'welfare-samenzijn',
    codes: ['inBalans', 'inBalansWithCarer', 'zichtOpEvenwichtGroup', 'homeExerciseWithCoach', 'welfareCoach', 'homeCheck'],
    domain: 'social',
    municipalities: ['GM0358', 'GM0362', 'GM0384', 'GM0437'],
  },
  {
    organisation: 'welfare-buurtkamer',
    codes: ['inBalans', 'vallenVerledenTijd', 'zichtOpEvenwichtGroup', 'welfareCoach', 'homeCheck'],
    domain: 'social',
    municipalities: ['GM0451'],
  },
  {
    organisation: 'sport-huppel',
    codes: ['vallenVerledenTijd', 'regularExercise'],
    domain: 'social',
    municipalities: everywhere,
  },
  { organisation: 'homecare-zonnestraal', codes: ['zichtOpEvenwichtHome'], domain: 'care', municipalities: everywhere },
  { organisation: 'therapy-handvat', codes: ['occupationalTherapyHomeVisit'], domain: 'care', municipalities: everywhere },
  {
    organisation: 'care-regenboog',
    codes: ['dietitian', 'nutritionAdvice', 'medicationReview', 'eyeTest'],
    domain: 'care',
    municipalities: everywhere,
  },
]
