// Who sees what: the matrix of the dossier (04, section 5.3) as a table, and what bears on each intervention and follow-up.
import type { Condition } from '../../../src/domain/condition.ts'
import {
  type DataCategory,
  dataCategories,
  type Minimisation,
  type ReceiverKind,
  type ReceiverRow,
  receiverKinds,
  type Share,
  type SharedLine,
} from '../../../src/domain/minimisation.ts'
import type { Provenance } from '../../../src/domain/provenance.ts'
import type { Words } from '../../../src/domain/words.ts'
import { interventions } from './interventions.ts'

const ours: Provenance = { source: 'Valpad', status: 'local default' }
/** A citizen number may only be used where a law says so; consent does not make it lawful. It is not kept here at all. */
const noCitizenNumber: Provenance = { source: 'S63', status: 'read' }

const words = (nl: string, en: string): Words => ({ nl, en })

const kindWords: { readonly [kind in ReceiverKind]: Words } = {
  careProvider: words('Aanbieder in de zorg', 'Provider in care'),
  socialExercise: words('Beweegaanbieder in het sociaal domein', 'Exercise provider in the social domain'),
  socialWelfare: words('Welzijn, vrijwilliger of gemeente', 'Welfare, volunteer or municipality'),
}

const categoryWords: { readonly [category in DataCategory]: Words } = {
  request: words('wat gevraagd wordt', 'what is asked'),
  safety: words('veilig bewegen', 'moving safely'),
  wishes: words('wensen', 'wishes'),
  age: words('leeftijd', 'age'),
  area: words('woonplaats', 'place'),
  name: words('naam', 'name'),
  phone: words('telefoon', 'phone'),
  address: words('adres', 'address'),
  birthYear: words('geboortejaar', 'year of birth'),
  goal: words('eigen doel', 'own goal'),
  level: words('valrisico', 'fall risk'),
  findings: words('bevindingen en diagnoses', 'findings and diagnoses'),
  measurements: words('metingen', 'measurements'),
  medication: words('medicijnen', 'medicines'),
  cognition: words('geheugen en denken', 'memory and thinking'),
  mood: words('stemming', 'mood'),
  alcohol: words('alcohol', 'alcohol'),
  attendance: words('aanwezigheid', 'attendance'),
  citizenNumber: words('burgerservicenummer', 'citizen service number'),
}

type Cell = Pick<Share, 'from' | 'only' | 'setting'>

const before: Cell = { from: 'beforeAcceptance' }
const onAcceptance: Cell = { from: 'afterAcceptance' }
const never: Cell = { from: 'never' }
const relevantBefore: Cell = { from: 'beforeAcceptance', only: 'relevant' }
const relevant: Cell = { from: 'afterAcceptance', only: 'relevant' }
const own: Cell = { from: 'afterAcceptance', only: 'own' }

/** By category: an aanbieder in care, an exercise provider in the social domain, welfare. */
const matrix: { readonly [category in DataCategory]: readonly [Cell, Cell, Cell] } = {
  request: [before, before, before],
  safety: [relevantBefore, relevantBefore, never],
  wishes: [before, before, before],
  age: [before, before, before],
  area: [before, before, before],
  name: [onAcceptance, onAcceptance, onAcceptance],
  phone: [onAcceptance, onAcceptance, onAcceptance],
  address: [relevant, relevant, relevant],
  birthYear: [onAcceptance, onAcceptance, onAcceptance],
  goal: [onAcceptance, onAcceptance, onAcceptance],
  level: [onAcceptance, { ...onAcceptance, setting: 'socialPartnersSeeLevel' }, never],
  findings: [relevant, never, never],
  measurements: [relevant, own, never],
  medication: [relevant, never, never],
  cognition: [relevant, never, never],
  mood: [relevant, never, never],
  alcohol: [relevant, never, never],
  attendance: [own, own, own],
  citizenNumber: [never, never, never],
}

const shares: readonly Share[] = dataCategories.flatMap((category) =>
  receiverKinds.map((receiver, index) => ({
    id: `${category}.${receiver}`,
    category,
    receiver,
    ...matrix[category][index]!,
    ...(category === 'citizenNumber' ? noCitizenNumber : ours),
  })),
)

const receives = (id: string, care: ReceiverRow['care'], social: ReceiverRow['social'], atHome = false): ReceiverRow => ({
  id,
  care,
  social,
  atHome,
  ...ours,
})

const ofInterventions = interventions.map(({ id, setting }) => receives(id, 'careProvider', 'socialExercise', setting === 'home'))

const receivers: readonly ReceiverRow[] = [
  ...ofInterventions,
  receives('medicationReview', 'careProvider', null),
  receives('orthostaticHypotensionConsult', 'careProvider', null),
  receives('eyeTest', 'careProvider', 'socialWelfare'),
  receives('homeCheck', null, 'socialWelfare', true),
  receives('occupationalTherapyHomeVisit', 'careProvider', null, true),
  receives('fractureRiskAssessment', 'careProvider', null),
  receives('floorRiseTraining', 'careProvider', 'socialExercise'),
  receives('nutritionAdvice', 'careProvider', null),
  receives('dietitian', 'careProvider', null),
  receives('continenceAssessment', 'careProvider', null),
  receives('homeAdaptation', null, 'socialWelfare', true),
  receives('walkingAidAssessment', 'careProvider', 'socialExercise'),
  receives('welfareCoach', null, 'socialWelfare'),
  receives('moodConsult', 'careProvider', null),
  receives('cognitionConsult', 'careProvider', null),
]

const moving = [
  ...interventions.filter(({ kind }) => kind !== 'concern').map(({ id }) => id),
  'floorRiseTraining',
  'walkingAidAssessment',
]
const concern = interventions.filter(({ kind }) => kind === 'concern').map(({ id }) => id)
const programmes = interventions.map(({ id }) => id)
const everything = receivers.map(({ id }) => id)

/** What somebody who moves with this person has to know to do so safely. */
const safe = (id: string, when: Condition, holds: Words, unknown: Words, codes: readonly string[] = moving): SharedLine => ({
  id: `safety.${id}`,
  category: 'safety',
  codes,
  says: { when, words: holds, unknown },
  source: 'Valpad',
  status: 'memory',
})

const safety: readonly SharedLine[] = [
  safe(
    'walkingAid',
    { fact: 'adl.usesAid', is: 'yes' },
    words('loopt met een stok, rollator of ander hulpmiddel', 'walks with a stick, walker or other aid'),
    words('niet bekend of er een loophulpmiddel is: vraag het', 'not known whether there is a walking aid: ask'),
    [...moving, ...concern],
  ),
  safe(
    'walks10m',
    { fact: 'walks10m', is: 'no' },
    words('loopt geen 10 meter zonder hulp van een ander', "does not walk 10 metres without a person's help"),
    words('niet bekend of 10 meter lopen zonder hulp lukt', 'not known whether 10 metres without help is possible'),
    [...moving, ...concern],
  ),
  safe(
    'chairSupport',
    {
      any: [
        { fact: 'balanceStrengthProblem', is: 'yes' },
        { fact: 'walk4m', is: 'unable' },
      ],
    },
    words('oefent met de steun van een stoel', 'exercises with the support of a chair'),
    words(
      'balans en kracht niet gemeten: begin met de steun van een stoel',
      'balance and strength not measured: begin with a chair',
    ),
  ),
  safe(
    'bones',
    { fact: 'fractureRisk', is: 'yes' },
    words(
      'kwetsbare botten: pas de oefeningen aan, niet springen en niet met kracht buigen of draaien',
      'fragile bones: adapt the exercises, no jumping and no forceful bending or turning',
    ),
    words('niet bekend of de botten kwetsbaar zijn', 'not known whether the bones are fragile'),
  ),
  safe(
    'standingUp',
    { fact: 'orthostaticHypotension', is: 'yes' },
    words('wordt duizelig bij snel opstaan: laat rustig opstaan', 'gets dizzy when standing up fast: let her or him rise slowly'),
    words('niet bekend of opstaan duizelig maakt: laat rustig opstaan', 'not known whether standing up makes dizzy: rise slowly'),
  ),
  safe(
    'floor',
    { fact: 'floorRise', is: 'yes' },
    words('komt niet zelf van de grond: geen oefeningen op de grond', 'cannot rise from the floor: no exercises on the floor'),
    words('niet bekend of opstaan van de grond lukt', 'not known whether rising from the floor is possible'),
  ),
]

/** For a colleague in care: the value of a fact as it stands, also when it is not known. */
const facts = (category: DataCategory, codes: readonly string[], ...names: readonly string[]): SharedLine[] =>
  names.map((fact) => ({ id: `${category}.${codes[0]}.${fact}`, category, codes, says: { fact }, ...ours }))
const items = (category: DataCategory, codes: readonly string[], ...ids: readonly string[]): SharedLine[] =>
  ids.map((item) => ({ id: `${category}.${codes[0]}.${item}`, category, codes, says: { item }, ...ours }))

const lines: readonly SharedLine[] = [
  ...items('request', ['homeCheck'], 'home.hazards'),
  ...items('request', ['homeAdaptation'], 'home.checkedBy'),
  ...safety,
  ...facts('wishes', programmes, 'preference'),
  ...items('wishes', everything, 'wishes.practical'),
  ...facts('findings', moving, 'falls12m', 'injury', 'frail', 'underlying'),
  ...items('findings', moving, 'comorbidity.conditions', 'mobility.gait'),
  ...facts('findings', concern, 'falls12m', 'concernClass', 'avoidance'),
  ...facts('findings', ['medicationReview'], 'falls12m', 'lossOfConsciousness', 'orthostaticHypotension'),
  ...facts('findings', ['orthostaticHypotensionConsult'], 'orthostaticHypotension', 'systolicDrop', 'lossOfConsciousness'),
  ...facts('findings', ['eyeTest'], 'vision', 'falls12m'),
  ...facts('findings', ['occupationalTherapyHomeVisit'], 'falls12m', 'homeSimple', 'homeComplex', 'wmoNeed', 'aidNeed'),
  ...items('findings', ['occupationalTherapyHomeVisit'], 'home.hazards', 'adl.needsHelp'),
  ...facts('findings', ['fractureRiskAssessment'], 'fractureRisk', 'falls12m'),
  ...items('findings', ['fractureRiskAssessment'], 'bones.fractureAfter50', 'bones.parentHipFracture', 'bones.glucocorticoids'),
  ...facts('findings', ['floorRiseTraining'], 'floorRise', 'couldNotGetUp'),
  ...items('findings', ['floorRiseTraining'], 'social.alarm'),
  ...facts('findings', ['nutritionAdvice', 'dietitian'], 'snaq65'),
  ...items('findings', ['nutritionAdvice', 'dietitian'], 'nutrition.weightLoss', 'nutrition.poorAppetite'),
  ...facts('findings', ['continenceAssessment'], 'continence'),
  ...facts('findings', ['walkingAidAssessment'], 'aidNeed'),
  ...facts('measurements', moving, 'walk4m', 'tug', 'tandem', 'chair30'),
  ...facts('measurements', ['occupationalTherapyHomeVisit'], 'walk4m', 'tug'),
  ...facts('measurements', concern, 'fesI16', 'shortFesI'),
  ...facts('medication', ['medicationReview', 'orthostaticHypotensionConsult'], 'medicines', 'fridClasses'),
  ...items('medication', ['medicationReview', 'orthostaticHypotensionConsult'], 'medication.fridClasses'),
  ...facts('cognition', ['cognitionConsult', ...moving, ...concern], 'cognition'),
  ...facts('mood', ['moodConsult', ...concern], 'mood'),
  ...items('alcohol', ['medicationReview', 'cognitionConsult', 'moodConsult'], 'alcohol.glassesPerWeek'),
]

export const minimisation: Minimisation = {
  kinds: receiverKinds.map((id) => ({ id, words: kindWords[id], ...ours })),
  categories: dataCategories.map((id) => ({ id, words: categoryWords[id], ...ours })),
  shares,
  lines,
  receivers,
}
