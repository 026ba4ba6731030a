// The invented offers of the region: differing per municipality, with real holes, some checked long ago and one whose certificate has lapsed.
import { courses } from './courses.ts'
import { aalsmeer, amstelveen, certified, diemen, offered, ouderAmstel, type SeedOffer, uithoorn } from './offered.ts'

const everywhere = [aalsmeer, amstelveen, diemen, ouderAmstel, uithoorn]
const atHome = { form: 'home', waitWeeks: 2 } as const

const otago = (organisation: string, areas: readonly string[], more: Partial<SeedOffer> = {}): SeedOffer =>
  offered({ organisation, code: 'otagoHome', name: 'Otago bij u thuis (verzonnen)', areas, ...atHome, ...certified, ...more })

const exercise: readonly SeedOffer[] = [
  otago('physio-springveer', [amstelveen]),
  otago('physio-stapsteen', [uithoorn], { waitWeeks: 5 }),
  otago('physio-langeadem', [aalsmeer]),
  otago('therapy-evenwicht', [diemen, '1114', '1115'], { waitWeeks: 4 }),
  otago('therapy-zevensprong', [ouderAmstel], { certificateMonths: -2, checkedMonthsAgo: 11 }),
  ...(['physio-springveer', 'physio-stapsteen'] as const).map((organisation, index) =>
    offered({
      organisation,
      code: 'otagoHomeWithCarer',
      name: 'Otago thuis, samen met wie u helpt (verzonnen)',
      areas: index === 0 ? [amstelveen, ouderAmstel] : [uithoorn],
      ...atHome,
      // One of the two has to be renewed next month.
      ...(index === 0 ? certified : { certificateMonths: 1 }),
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
