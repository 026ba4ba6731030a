// The invented offers of the region: differing per municipality, with real holes, some checked long ago and one whose certificate has lapsed.
import { contactsOf } from './providers.ts'

/** Courses that begin every `everyWeeks`, with meetings on `days`; in the first `introWeeks` on the first of them only. */
export type SeedCourse = {
  readonly weeks: number
  readonly introWeeks: number
  readonly everyWeeks: number
  /** Weeks by which it begins later than the others. */
  readonly shift: number
  readonly places: number
}

export type SeedOffer = {
  readonly id: string
  readonly organisation: string
  readonly contact: string
  readonly deputy: string
  readonly code: string
  readonly domain: 'care' | 'social'
  readonly name: string
  readonly form: 'group' | 'home' | 'consult'
  readonly municipality: string
  readonly areas: readonly string[]
  readonly location: string | null
  readonly days: readonly string[]
  readonly time: string | null
  readonly languages: readonly string[]
  readonly forWhom: { readonly [field: string]: unknown }
  readonly cost: { readonly cents: number; readonly per: 'meeting' | 'course' | 'month' | 'year' }
  readonly payer: 'zvw' | 'supplementary' | 'municipality' | 'wmo' | 'own' | 'free'
  /** Weeks until a first appointment, where no courses are kept. */
  readonly waitWeeks: number | null
  /** Months that the certificate is still valid; negative: lapsed. */
  readonly certificateMonths: number | null
  /** Null: nobody checked it ever. */
  readonly checkedMonthsAgo: number | null
  /** Months from the last day that is played: negative for one that was withdrawn. */
  readonly endsInMonths: number | null
  readonly course: SeedCourse | null
}

const [aalsmeer, amstelveen, diemen, ouderAmstel, uithoorn] = ['GM0358', 'GM0362', 'GM0384', 'GM0437', 'GM0451'] as const
const everywhere = [aalsmeer, amstelveen, diemen, ouderAmstel, uithoorn]

type Given = Pick<SeedOffer, 'organisation' | 'code' | 'name' | 'areas'> & Partial<SeedOffer> & { readonly also?: string }

/** What most offers share; `also` tells two offers of one provider for the same thing apart. */
function offered({ also, ...given }: Given): SeedOffer {
  const { contact, deputy } = contactsOf(given.organisation)
  return {
    id: `${given.organisation}-${given.code}${also === undefined ? '' : `-${also}`}`,
    contact,
    deputy,
    domain: 'care',
    form: 'consult',
    municipality: given.areas.find((area) => area.startsWith('GM')) ?? amstelveen,
    location: null,
    days: [],
    time: null,
    languages: ['nl'],
    forWhom: {},
    cost: { cents: 0, per: 'course' },
    payer: 'zvw',
    waitWeeks: 3,
    certificateMonths: null,
    checkedMonthsAgo: 2,
    endsInMonths: null,
    course: null,
    ...given,
  }
}

const inGroup = { form: 'group', waitWeeks: null, domain: 'social', payer: 'municipality' } as const
const atHome = { form: 'home', waitWeeks: 2 } as const
const inBalans: SeedCourse = { weeks: 14, introWeeks: 4, everyWeeks: 8, shift: 0, places: 12 }
const falling: SeedCourse = { weeks: 5, introWeeks: 0, everyWeeks: 6, shift: 1, places: 10 }
const concern: SeedCourse = { weeks: 9, introWeeks: 9, everyWeeks: 8, shift: 2, places: 10 }
const otagoInGroup: SeedCourse = { weeks: 12, introWeeks: 0, everyWeeks: 8, shift: 3, places: 8 }
const walks = { forWhom: { minimumAge: 65, walksAlone: true } }
const certified = { certificateMonths: 14 }

const courses: readonly SeedOffer[] = [
  offered({
    organisation: 'welfare-samenzijn',
    code: 'inBalans',
    name: 'In Balans in het Samenzijn (verzonnen)',
    areas: [amstelveen],
    ...inGroup,
    ...walks,
    location: 'at-welfare-samenzijn',
    days: ['tu', 'th'],
    time: '10:00',
    cost: { cents: 2500, per: 'course' },
    course: inBalans,
  }),
  offered({
    organisation: 'welfare-samenzijn',
    code: 'inBalans',
    also: 'diemen',
    name: 'In Balans in De Meent van Nergens (verzonnen)',
    areas: [diemen, '1114', '1115'],
    ...inGroup,
    ...walks,
    location: 'at-welfare-samenzijn-2',
    days: ['mo', 'we'],
    time: '13:30',
    cost: { cents: 2500, per: 'course' },
    checkedMonthsAgo: 5,
    course: { ...inBalans, shift: 4, places: 6 },
  }),
  offered({
    organisation: 'welfare-samenzijn',
    code: 'inBalansWithCarer',
    name: 'In Balans met uw mantelzorger (verzonnen)',
    areas: [amstelveen],
    ...inGroup,
    location: 'at-welfare-samenzijn',
    days: ['we', 'fr'],
    time: '14:00',
    cost: { cents: 2500, per: 'course' },
    course: { ...inBalans, shift: 5, places: 6 },
  }),
  offered({
    organisation: 'welfare-buurtkamer',
    code: 'inBalans',
    name: 'In Balans in De Buurtkamer (verzonnen)',
    areas: [uithoorn],
    ...inGroup,
    ...walks,
    location: 'at-welfare-buurtkamer',
    days: ['mo', 'th'],
    time: '09:30',
    course: { ...inBalans, shift: 3 },
  }),
  offered({
    organisation: 'welfare-bloemenveld',
    code: 'inBalans',
    name: 'In Balans in het dorpshuis (verzonnen)',
    areas: [aalsmeer],
    ...inGroup,
    ...walks,
    location: 'at-welfare-bloemenveld',
    days: ['tu', 'fr'],
    time: '11:00',
    cost: { cents: 1500, per: 'course' },
    checkedMonthsAgo: 8,
    course: { ...inBalans, shift: 6, places: 8 },
  }),
  offered({
    organisation: 'sport-zwaluw',
    code: 'inBalans',
    name: 'In Balans bij De Zwaluw (verzonnen)',
    areas: [uithoorn],
    ...inGroup,
    location: 'at-sport-zwaluw',
    days: ['we', 'fr'],
    time: '19:00',
    checkedMonthsAgo: null,
    course: { ...inBalans, everyWeeks: 26, shift: 7, places: 6 },
  }),
  offered({
    organisation: 'sport-huppel',
    code: 'vallenVerledenTijd',
    name: 'Vallen Verleden Tijd in de sporthal (verzonnen)',
    areas: [diemen, amstelveen],
    ...inGroup,
    ...walks,
    location: 'at-sport-huppel',
    days: ['mo', 'we'],
    time: '10:30',
    cost: { cents: 5000, per: 'course' },
    course: falling,
  }),
  offered({
    organisation: 'welfare-buurtkamer',
    code: 'vallenVerledenTijd',
    name: 'Vallen Verleden Tijd in Uithoorn (verzonnen)',
    areas: [uithoorn],
    ...inGroup,
    ...walks,
    location: 'at-welfare-buurtkamer',
    days: ['tu', 'fr'],
    time: '14:00',
    checkedMonthsAgo: 15,
    course: { ...falling, everyWeeks: 12 },
  }),
  offered({
    organisation: 'welfare-samenzijn',
    code: 'zichtOpEvenwichtGroup',
    name: 'Zicht op Evenwicht in het Samenzijn (verzonnen)',
    areas: [amstelveen, aalsmeer],
    ...inGroup,
    location: 'at-welfare-samenzijn',
    days: ['we'],
    time: '10:00',
    languages: ['nl', 'tr'],
    course: concern,
  }),
  offered({
    organisation: 'welfare-dorpsplein',
    code: 'zichtOpEvenwichtGroup',
    name: 'Zicht op Evenwicht op het Dorpsplein (verzonnen)',
    areas: [ouderAmstel],
    ...inGroup,
    location: 'at-welfare-dorpsplein',
    days: ['th'],
    time: '13:30',
    checkedMonthsAgo: 7,
    course: { ...concern, everyWeeks: 16, places: 8 },
  }),
  offered({
    organisation: 'welfare-buurtkamer',
    code: 'zichtOpEvenwichtGroup',
    name: 'Zicht op Evenwicht in De Buurtkamer (verzonnen)',
    areas: [uithoorn],
    ...inGroup,
    location: 'at-welfare-buurtkamer',
    checkedMonthsAgo: 9,
    endsInMonths: -4,
  }),
  offered({
    organisation: 'physio-springveer',
    code: 'otagoGroup',
    name: 'Otago in de groep (verzonnen)',
    areas: [amstelveen, ouderAmstel],
    form: 'group',
    waitWeeks: null,
    ...walks,
    ...certified,
    location: 'at-physio-springveer',
    days: ['mo', 'th'],
    time: '15:00',
    course: otagoInGroup,
  }),
  offered({
    organisation: 'therapy-evenwicht',
    code: 'otagoGroup',
    name: 'Otago in de gymzaal (verzonnen)',
    areas: [diemen],
    form: 'group',
    waitWeeks: null,
    ...walks,
    ...certified,
    location: 'at-therapy-evenwicht',
    days: ['tu', 'fr'],
    time: '09:00',
    checkedMonthsAgo: 4,
    course: { ...otagoInGroup, shift: 7, places: 6 },
  }),
]

const otago = (organisation: string, areas: readonly string[], more: Partial<SeedOffer> = {}): SeedOffer =>
  offered({ organisation, code: 'otagoHome', name: 'Otago bij u thuis (verzonnen)', areas, ...atHome, ...certified, ...more })

const exercise: readonly SeedOffer[] = [
  otago('physio-springveer', [amstelveen]),
  otago('physio-stapsteen', [uithoorn], { waitWeeks: 5 }),
  otago('physio-langeadem', [aalsmeer], { certificateMonths: 1 }),
  otago('therapy-evenwicht', [diemen, '1114', '1115'], { waitWeeks: 4 }),
  otago('therapy-zevensprong', [ouderAmstel], { certificateMonths: -2, checkedMonthsAgo: 11 }),
  ...(['physio-springveer', 'physio-stapsteen'] as const).map((organisation, index) =>
    offered({
      organisation,
      code: 'otagoHomeWithCarer',
      name: 'Otago thuis, samen met wie u helpt (verzonnen)',
      areas: index === 0 ? [amstelveen, ouderAmstel] : [uithoorn],
      ...atHome,
      ...certified,
    }),
  ),
  ...(
    [
      ['physio-springveer', [amstelveen, ouderAmstel]],
      ['physio-stapsteen', [uithoorn]],
      ['physio-langeadem', [aalsmeer]],
      ['therapy-evenwicht', [diemen]],
    ] as const
  ).map(([organisation, areas]) =>
    offered({ organisation, code: 'individualTherapy', name: 'Oefenen volgens uw eigen plan (verzonnen)', areas, ...atHome }),
  ),
  offered({
    organisation: 'homecare-zonnestraal',
    code: 'zichtOpEvenwichtHome',
    name: 'Zicht op Evenwicht thuis (verzonnen)',
    areas: everywhere,
    ...atHome,
    municipality: amstelveen,
    payer: 'supplementary',
    waitWeeks: 9,
  }),
  ...(
    [
      ['welfare-samenzijn', [amstelveen]],
      ['sport-huppel', [diemen]],
      ['club-theemuts', [ouderAmstel]],
    ] as const
  ).map(([organisation, areas]) =>
    offered({
      organisation,
      code: 'homeExerciseWithCoach',
      name: 'Thuis oefenen met een coach (verzonnen)',
      areas,
      ...atHome,
      domain: 'social',
      payer: 'municipality',
    }),
  ),
  ...(
    [
      ['sport-huppel', everywhere, 'at-sport-huppel', 2],
      ['sport-zwaluw', [uithoorn], 'at-sport-zwaluw', 6],
      ['club-theemuts', [ouderAmstel], 'at-club-theemuts', null],
    ] as const
  ).map(([organisation, areas, location, checkedMonthsAgo]) =>
    offered({
      organisation,
      code: 'regularExercise',
      name: 'Bewegen voor 65-plus (verzonnen)',
      areas,
      form: 'group',
      domain: 'social',
      payer: 'own',
      location,
      days: ['mo', 'th'],
      time: '10:00',
      waitWeeks: 0,
      cost: { cents: 1800, per: 'month' },
      checkedMonthsAgo,
    }),
  ),
]

const consult = (organisation: string, code: string, name: string, areas: readonly string[], more: Partial<SeedOffer> = {}) =>
  offered({ organisation, code, name: `${name} (verzonnen)`, areas, ...more })
const social = { domain: 'social', payer: 'municipality', form: 'home' } as const

const followUps: readonly SeedOffer[] = [
  consult('physio-springveer', 'floorRiseTraining', 'Leren opstaan', [amstelveen, ouderAmstel], {
    location: 'at-physio-springveer',
  }),
  consult('physio-stapsteen', 'floorRiseTraining', 'Leren opstaan', [uithoorn, aalsmeer], { location: 'at-physio-stapsteen' }),
  consult('physio-springveer', 'walkingAidAssessment', 'Rollatorspreekuur', [amstelveen], { location: 'at-physio-springveer' }),
  consult('physio-stapsteen', 'walkingAidAssessment', 'Rollatorspreekuur', [uithoorn], { location: 'at-physio-stapsteen' }),
  consult('therapy-evenwicht', 'walkingAidAssessment', 'Loophulp passen', [diemen], { location: 'at-therapy-evenwicht' }),
  consult('physio-springveer', 'continenceAssessment', 'Bekkenfysiotherapie', [amstelveen], { location: 'at-physio-springveer' }),
  consult('therapy-handvat', 'occupationalTherapyHomeVisit', 'Ergotherapie aan huis', [amstelveen, diemen, ouderAmstel], atHome),
  consult('therapy-thuiszin', 'occupationalTherapyHomeVisit', 'Ergotherapie aan huis', [uithoorn, aalsmeer], {
    ...atHome,
    waitWeeks: 7,
  }),
  consult('pharmacy-poederdoos', 'medicationReview', 'Medicijngesprek', [amstelveen, aalsmeer, uithoorn], {
    location: 'at-pharmacy-poederdoos',
  }),
  consult('care-regenboog', 'medicationReview', 'Medicijngesprek', [diemen, ouderAmstel], { location: 'at-care-regenboog' }),
  consult('optics-helderblik', 'eyeTest', 'Oogmeting', [diemen, ouderAmstel], {
    domain: 'social',
    payer: 'own',
    location: 'at-optics-helderblik',
    waitWeeks: 1,
  }),
  consult('care-regenboog', 'eyeTest', 'Oogmeting', [amstelveen], { location: 'at-care-regenboog', payer: 'own', waitWeeks: 2 }),
  consult('diet-proeflepel', 'dietitian', 'Diëtist', [aalsmeer, uithoorn], { location: 'at-diet-proeflepel', waitWeeks: 1 }),
  consult('diet-proeflepel', 'nutritionAdvice', 'Voedingsadvies', [aalsmeer], { location: 'at-diet-proeflepel' }),
  consult('care-regenboog', 'dietitian', 'Diëtist', [amstelveen, diemen, ouderAmstel], {
    location: 'at-care-regenboog',
    waitWeeks: 0,
  }),
  consult('care-regenboog', 'nutritionAdvice', 'Voedingsadvies', [amstelveen], { location: 'at-care-regenboog' }),
  consult('welfare-samenzijn', 'homeCheck', 'Huischeck door een vrijwilliger', [amstelveen, diemen], social),
  consult('welfare-buurtkamer', 'homeCheck', 'Huischeck', [uithoorn], social),
  consult('welfare-bloemenveld', 'homeCheck', 'Huischeck', [aalsmeer], { ...social, checkedMonthsAgo: null }),
  consult('welfare-samenzijn', 'welfareCoach', 'Welzijnscoach', [amstelveen, diemen], social),
  consult('welfare-buurtkamer', 'welfareCoach', 'Welzijnscoach', [uithoorn], { ...social, checkedMonthsAgo: 16 }),
  consult('welfare-bloemenveld', 'welfareCoach', 'Welzijnscoach', [aalsmeer], social),
  consult('welfare-dorpsplein', 'welfareCoach', 'Welzijnscoach', [ouderAmstel], { ...social, checkedMonthsAgo: 7 }),
  consult('wmo-luchtbrug', 'homeAdaptation', 'Aanpassingen in huis', everywhere, {
    ...social,
    municipality: amstelveen,
    payer: 'wmo',
    waitWeeks: 6,
    cost: { cents: 2100, per: 'month' },
  }),
]

export const offers: readonly SeedOffer[] = [...courses, ...exercise, ...followUps]
