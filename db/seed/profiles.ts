// Invented older adults: what the screening and the fall analysis bring to light of each, and what is chosen together.

type Values = { readonly [name: string]: unknown }

export type SeedProfile = {
  readonly id: string
  readonly title: { readonly nl: string; readonly en: string }
  readonly sex: 'F' | 'M'
  readonly age: number
  /** What the screening finds. */
  readonly level: 'low' | 'moderate' | 'high' | 'undetermined' | 'outOfScope'
  readonly screening: Values
  /** Answers of the fall analysis that differ from `unremarkable`. */
  readonly analysis: Values
  readonly choice: {
    readonly intervention: string
    readonly domain: 'care' | 'social'
    readonly goal: string
    readonly reasonForDeviation?: string
  } | null
  readonly followUps: readonly string[]
}

const nothingElse = { injury: 'no', couldNotGetUp: 'no', lossOfConsciousness: 'no', frail: 'no' }

/** A fall analysis without findings: the answers of somebody who is well. */
export const unremarkable: Values = {
  'redFlags.RF01': 'no',
  'redFlags.RF02': 'no',
  'redFlags.RF03': 'no',
  'redFlags.RF04': 'no',
  'mobility.difficulty': 'no',
  'mobility.walks10m': 'yes',
  'mobility.risesFromFloor': 'yes',
  'medication.number': 2,
  'medication.fridClasses': [],
  'vitaminD.uses': 'yes',
  'concern.worried': 'no',
  'concern.avoidance': 'no',
  'cognition.complaints': 'no',
  'cognition.diagnosis': 'no',
  'cognition.miniCog': 5,
  'vision.problem': 'no',
  'vision.testPast12Months': 'yes',
  'cardiovascular.heartDisease': 'no',
  'cardiovascular.palpitations': 'no',
  'orthostasis.lying': { systolic: 138, diastolic: 82 },
  'orthostasis.standing1': { systolic: 132, diastolic: 80 },
  'orthostasis.standing3': { systolic: 134, diastolic: 80 },
  'home.hazards': [],
  'home.complex': 'no',
  'comorbidity.underlying': 'no',
  'social.groupReachable': 'yes',
  'wishes.groupWilling': 'yes',
  'wishes.preference': 'group',
  'wishes.matters': 'Weer zonder zorgen naar de markt.',
}

export const profiles: readonly SeedProfile[] = [
  {
    id: 'V01',
    title: { nl: 'mw. A., loopt elke dag, nooit gevallen', en: 'Mrs A., walks every day, never fell' },
    sex: 'F',
    age: 70,
    level: 'low',
    screening: { falls12m: 0, concern: 'no', mobilityDifficulty: 'no', ...nothingElse },
    analysis: {},
    choice: { intervention: 'regularExercise', domain: 'social', goal: 'Twee keer per week meedoen in de buurt.' },
    followUps: [],
  },
  {
    id: 'V02',
    title: { nl: 'dhr. B., onzeker op de trap, loopt vlot', en: 'Mr B., uneasy on stairs, walks briskly' },
    sex: 'M',
    age: 72,
    level: 'low',
    screening: {
      falls12m: 0,
      concern: 'yes',
      mobilityDifficulty: 'no',
      ...nothingElse,
      walk4m: 3.9,
      shortFesI: 9,
      avoidance: 'no',
    },
    analysis: {},
    choice: { intervention: 'regularExercise', domain: 'social', goal: 'Met plezier blijven bewegen.' },
    followUps: [],
  },
  {
    id: 'V03',
    title: { nl: 'mw. C., loopt langzaam, wil in een groep', en: 'Mrs C., walks slowly, wants a group' },
    sex: 'F',
    age: 76,
    level: 'moderate',
    screening: {
      ...{ falls12m: 0, concern: 'no', mobilityDifficulty: 'yes', ...nothingElse, walk4m: 4 },
      ...{ shortFesI: 8, avoidance: 'no', groupFeasible: 'yes', preference: 'group' },
    },
    analysis: {},
    choice: { intervention: 'inBalans', domain: 'social', goal: 'Zeker over straat lopen.' },
    followUps: [],
  },
  {
    id: 'V05',
    title: { nl: 'mw. E., vaak bang om te vallen', en: 'Mrs E., very concerned about falling' },
    sex: 'F',
    age: 79,
    level: 'moderate',
    screening: {
      ...{
        falls12m: 1,
        concern: 'yes',
        mobilityDifficulty: 'no',
        ...nothingElse,
        walk4m: 4.2,
        tug: 11.9,
        tandem: 10,
        chair30: 10,
      },
      ...{ fesI16: 31, avoidance: 'yes', groupFeasible: 'yes', preference: 'group' },
    },
    analysis: {},
    choice: { intervention: 'zichtOpEvenwichtGroup', domain: 'social', goal: 'Weer alleen met de bus durven.' },
    followUps: [],
  },
  {
    id: 'V04',
    title: { nl: 'dhr. D., één val, traint liever iets anders', en: 'Mr D., one fall, prefers another course' },
    sex: 'M',
    age: 81,
    level: 'moderate',
    screening: {
      ...{ falls12m: 1, concern: 'no', mobilityDifficulty: 'yes', ...nothingElse, walk4m: 4.8 },
      ...{ shortFesI: 10, avoidance: 'no', groupFeasible: 'yes', preference: 'group', cognition: 'ok' },
    },
    analysis: {},
    choice: {
      intervention: 'homeExerciseWithCoach',
      domain: 'social',
      goal: 'Thuis weer zelf de was ophangen.',
      reasonForDeviation: 'Hij zorgt voor zijn vrouw en kan niet weg van huis op vaste tijden.',
    },
    followUps: [],
  },
  {
    id: 'V07',
    title: { nl: 'mw. G., twee keer gevallen, verder fit', en: 'Mrs G., two falls, otherwise fit' },
    sex: 'F',
    age: 71,
    level: 'high',
    screening: { falls12m: 2, concern: 'no', mobilityDifficulty: 'no', ...nothingElse, walk4m: 3.4 },
    analysis: {
      ...{ 'falls.count12m': 2, 'mobility.walk4m': 3.4, 'mobility.tug': 9.8, 'mobility.tandem': 10, 'mobility.chair30': 12 },
      ...{ 'concern.fesITotal': 19, 'vision.problem': 'yes', 'home.hazards': ['rugsAndCords', 'lighting'] },
    },
    choice: { intervention: 'inBalans', domain: 'social', goal: 'Een jaar niet vallen.' },
    followUps: ['eyeTest', 'homeCheck'],
  },
  {
    id: 'V08',
    title: {
      nl: 'mw. H., 84, gevallen met letsel, kwetsbaar, negen medicijnen',
      en: 'Mrs H., 84, injurious fall, frail, nine medicines',
    },
    sex: 'F',
    age: 84,
    level: 'high',
    screening: {
      ...{ falls12m: 1, concern: 'yes', mobilityDifficulty: 'yes', ...nothingElse, injury: 'yes', frail: 'yes' },
      ...{ walk4m: 6.1, tug: 18.5, tandem: 3, chair30: 5, fesI16: 34, avoidance: 'yes', groupFeasible: 'no', preference: 'home' },
    },
    analysis: {
      ...{ 'falls.count12m': 1, 'falls.injury': 'yes', 'falls.gotUpAlone': 'yes', 'falls.lossOfConsciousness': 'no' },
      ...{
        'mobility.difficulty': 'yes',
        'mobility.walk4m': 6.1,
        'mobility.tug': 18.5,
        'mobility.tandem': 3,
        'mobility.chair30': 5,
      },
      ...{ 'mobility.risesFromFloor': 'no', 'concern.worried': 'yes', 'concern.avoidance': 'yes', 'concern.fesITotal': 34 },
      ...{ 'medication.number': 9, 'medication.fridClasses': ['benzodiazepines', 'diuretics'], 'bones.fractureAfter50': 'yes' },
      ...{ 'orthostasis.lying': { systolic: 150, diastolic: 84 }, 'orthostasis.standing1': { systolic: 131, diastolic: 75 } },
      ...{ 'orthostasis.standing3': { systolic: 133, diastolic: 76 }, 'home.complex': 'yes', 'comorbidity.underlying': 'yes' },
      ...{ 'frailty.cfs': 5, 'social.groupReachable': 'no', 'wishes.groupWilling': 'no', 'wishes.preference': 'home' },
      ...{ 'wishes.matters': 'In haar eigen huis blijven wonen.' },
    },
    choice: { intervention: 'otagoHome', domain: 'care', goal: 'Zelf naar de brievenbus en terug.' },
    followUps: ['medicationReview', 'occupationalTherapyHomeVisit'],
  },
  {
    id: 'V11',
    title: { nl: 'dhr. K., bloeddruk zakt precies 20 bij opstaan', en: 'Mr K., blood pressure drops exactly 20 on standing' },
    sex: 'M',
    age: 78,
    level: 'high',
    screening: {
      ...{ falls12m: 3, concern: 'no', mobilityDifficulty: 'no', ...nothingElse, walk4m: 4.6, tug: 13, tandem: 8, chair30: 9 },
      ...{ shortFesI: 12, avoidance: 'no', groupFeasible: 'yes', preference: 'group' },
    },
    analysis: {
      ...{ 'falls.count12m': 3, 'falls.injury': 'no', 'falls.gotUpAlone': 'yes', 'falls.lossOfConsciousness': 'no' },
      ...{
        'mobility.walk4m': 4.6,
        'mobility.tug': 13,
        'mobility.tandem': 8,
        'mobility.chair30': 9,
        'concern.shortFesITotal': 12,
      },
      ...{ 'medication.number': 6, 'medication.fridClasses': ['diuretics'], 'comorbidity.underlying': 'yes' },
      ...{ 'orthostasis.lying': { systolic: 140, diastolic: 80 }, 'orthostasis.standing1': { systolic: 120, diastolic: 78 } },
      ...{ 'orthostasis.standing3': { systolic: 122, diastolic: 78 } },
    },
    choice: { intervention: 'otagoHome', domain: 'care', goal: 'De hond weer zelf uitlaten.' },
    followUps: ['medicationReview'],
  },
  {
    id: 'V16',
    title: { nl: 'mw. P., 88, niet gevallen maar kwetsbaar', en: 'Mrs P., 88, no fall but frail' },
    sex: 'F',
    age: 88,
    level: 'high',
    screening: {
      ...{ falls12m: 0, concern: 'no', mobilityDifficulty: 'yes', ...nothingElse, frail: 'yes', walk4m: 5.6, tug: 21, tandem: 0 },
      ...{ chair30: 4, shortFesI: 14, avoidance: 'yes', groupFeasible: 'no', preference: 'home' },
    },
    analysis: {
      ...{ 'falls.count12m': 0, 'mobility.difficulty': 'yes', 'mobility.walk4m': 5.6, 'mobility.tug': 21, 'mobility.tandem': 0 },
      ...{ 'mobility.chair30': 4, 'concern.shortFesITotal': 14, 'concern.avoidance': 'yes', 'medication.number': 5 },
      ...{ 'medication.fridClasses': ['antidepressants'], 'comorbidity.underlying': 'yes', 'frailty.cfs': 6 },
      ...{ 'nutrition.weightLoss': 5, 'nutrition.poorAppetite': 'yes', 'nutrition.stairsDifficulty': 'yes' },
      ...{ 'social.groupReachable': 'no', 'wishes.groupWilling': 'no', 'wishes.preference': 'home', 'social.lonely': 'yes' },
    },
    choice: { intervention: 'otagoHome', domain: 'care', goal: 'Zelf uit de stoel komen.' },
    followUps: ['dietitian', 'welfareCoach'],
  },
  {
    id: 'V13',
    title: { nl: 'dhr. M., letsel niet gevraagd', en: 'Mr M., injury not asked' },
    sex: 'M',
    age: 69,
    level: 'undetermined',
    screening: { falls12m: 1, concern: 'no', mobilityDifficulty: 'no', ...nothingElse, injury: 'unknown', walk4m: 3.5 },
    analysis: {},
    choice: null,
    followUps: [],
  },
  {
    id: 'V20',
    title: { nl: 'mw. T., 64 jaar, drie keer gevallen', en: 'Mrs T., 64 years, three falls' },
    sex: 'F',
    age: 64,
    level: 'outOfScope',
    screening: { falls12m: 3, concern: 'no', mobilityDifficulty: 'no', ...nothingElse, walk4m: 4 },
    analysis: {},
    choice: null,
    followUps: [],
  },
]
