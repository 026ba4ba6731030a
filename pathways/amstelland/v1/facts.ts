// The facts of one person that the Amstelland rules look at: names, units, ranges, and how each value reads after "this person".
import type { FactDefinition, FactDefinitionRule, FactTable, OverTime, Says } from '../../../src/domain/facts.ts'
import type { Words } from '../../../src/domain/words.ts'

const ours = { source: 'Valpad', status: 'local default' } as const
const inDossier = { source: 'Valpad', status: 'local default' } as const

const words = (nl: string, en: string): Words => ({ nl, en })
const says = (yes: Words, no: Words): Says => ({ yes, no })

function yesNo(id: string, name: Words, yes: Words, no: Words): FactDefinition {
  return { id, kind: 'yesNo', name, says: says(yes, no), ...ours }
}

/** Measured again and again: how it reads beside the value before. Which way is better follows from what is measured. */
const faster: OverTime = { less: words('sneller', 'faster'), more: words('langzamer', 'slower'), better: 'less' }
const longer: OverTime = { less: words('korter', 'shorter'), more: words('langer', 'longer'), better: 'more' }
const oftener: OverTime = { less: words('minder vaak', 'fewer'), more: words('vaker', 'more'), better: 'more' }
const worry: OverTime = {
  less: words('minder zorgen', 'less concern'),
  more: words('meer zorgen', 'more concern'),
  better: 'less',
}

const seconds = words('seconden', 'seconds')
const points = words('punten', 'points')

export const facts: FactTable = [
  {
    id: 'age',
    kind: 'number',
    unit: words('jaren', 'years'),
    min: 18,
    max: 115,
    decimals: 0,
    required: true,
    name: words('Leeftijd (age)', 'Age (age)'),
    says: { number: words('is {} jaar', 'is {} years old') },
    ...inDossier,
  },
  {
    id: 'sex',
    kind: 'choice',
    values: ['F', 'M', 'X'],
    required: true,
    name: words('Geslacht (sex)', 'Sex (sex)'),
    says: {
      F: words('is een vrouw', 'is a woman'),
      M: words('is een man', 'is a man'),
      X: words('heeft geslacht X', 'has sex X'),
    },
    ...ours,
  },
  yesNo(
    'livesAtHome',
    words('Woont thuis', 'Lives at home'),
    words('woont thuis', 'lives at home'),
    words('woont in een instelling (Wlz)', 'lives in an institution (Wlz)'),
  ),
  {
    id: 'falls12m',
    kind: 'number',
    unit: words('keer in 12 maanden', 'times in 12 months'),
    min: 0,
    max: 99,
    decimals: 0,
    name: words('Vallen in de laatste 12 maanden', 'Falls in the last 12 months'),
    says: { number: words('is {} keer gevallen in 12 maanden', 'fell {} times in 12 months') },
    source: 'Valpad',
    status: 'memory',
  },
  yesNo(
    'concern',
    words('Bezorgd om te vallen', 'Concerned about falling'),
    words('is bezorgd om te vallen', 'is concerned about falling'),
    words('is niet bezorgd om te vallen', 'is not concerned about falling'),
  ),
  yesNo(
    'mobilityDifficulty',
    words('Moeite met bewegen, lopen of balans', 'Difficulty moving, walking or keeping balance'),
    words('heeft moeite met bewegen, lopen of balans houden', 'has difficulty moving, walking or keeping balance'),
    words('heeft geen moeite met bewegen, lopen of balans', 'has no difficulty moving, walking or keeping balance'),
  ),
  yesNo(
    'injury',
    words('Letsel door een val', 'Injury from a fall'),
    words('had door een val letsel dat behandeld moest worden', 'had an injury from a fall that needed treatment'),
    words('had geen letsel dat behandeld moest worden', 'had no injury that needed treatment'),
  ),
  yesNo(
    'couldNotGetUp',
    words('Kon na een val niet opstaan', 'Could not get up after a fall'),
    words('kon na een val niet zonder hulp opstaan', 'could not get up without help after a fall'),
    words('kon na de val zelf opstaan', 'got up without help after the fall'),
  ),
  yesNo(
    'lossOfConsciousness',
    words('Bewustzijnsverlies bij een val', 'Loss of consciousness with a fall'),
    words('verloor (mogelijk) het bewustzijn bij een val', '(possibly) lost consciousness with a fall'),
    words('verloor het bewustzijn niet', 'did not lose consciousness'),
  ),
  yesNo(
    'lossOfConsciousnessExplained',
    words('Bewustzijnsverlies verklaard', 'Loss of consciousness explained'),
    words(
      'heeft van een arts een verklaring voor het bewustzijnsverlies',
      'has had the loss of consciousness explained by a doctor',
    ),
    words('heeft geen verklaring voor het bewustzijnsverlies', 'has had no explanation for the loss of consciousness'),
  ),
  yesNo('frail', words('Kwetsbaar', 'Frail'), words('is kwetsbaar', 'is frail'), words('is niet kwetsbaar', 'is not frail')),
  {
    id: 'walk4m',
    kind: 'number',
    unit: seconds,
    min: 1,
    max: 120,
    decimals: 2,
    orWord: 'unable',
    overTime: faster,
    name: words('Looptest 4 meter', '4-metre walk'),
    says: {
      number: words('loopt 4 meter in {} seconden', 'walks 4 metres in {} seconds'),
      unable: words(
        'kan de 4 meter niet lopen zonder hulp van een ander',
        "cannot walk the 4 metres without another person's help",
      ),
    },
    ...inDossier,
  },
  {
    id: 'tug',
    kind: 'number',
    unit: seconds,
    min: 3,
    max: 300,
    decimals: 2,
    overTime: faster,
    name: words('Timed Up and Go', 'Timed Up and Go'),
    says: { number: words('doet {} seconden over de Timed Up and Go', 'takes {} seconds for the Timed Up and Go') },
    ...inDossier,
  },
  {
    id: 'tandem',
    kind: 'number',
    unit: seconds,
    min: 0,
    max: 10,
    decimals: 2,
    overTime: longer,
    name: words('Tandemstand', 'Tandem stance'),
    says: { number: words('houdt de tandemstand {} seconden vol', 'holds the tandem stance for {} seconds') },
    ...inDossier,
  },
  {
    id: 'chair30',
    kind: 'number',
    unit: words('keer opstaan', 'stands'),
    min: 0,
    max: 60,
    decimals: 0,
    overTime: oftener,
    name: words('Opstaan uit de stoel in 30 seconden', '30-second chair stand'),
    says: { number: words('staat in 30 seconden {} keer op uit de stoel', 'stands up from the chair {} times in 30 seconds') },
    ...inDossier,
  },
  {
    id: 'fesI16',
    kind: 'number',
    unit: points,
    min: 16,
    max: 64,
    decimals: 0,
    overTime: worry,
    name: words('FES-I (16 vragen), totaal', 'FES-I (16 items), total'),
    says: { number: words('scoort {} op de FES-I', 'scores {} on the FES-I') },
    source: 'S36',
    status: 'secondary',
  },
  {
    id: 'shortFesI',
    kind: 'number',
    unit: points,
    min: 7,
    max: 28,
    decimals: 0,
    overTime: worry,
    name: words('Korte FES-I (7 vragen), totaal', 'Short FES-I (7 items), total'),
    says: { number: words('scoort {} op de korte FES-I', 'scores {} on the Short FES-I') },
    source: 'S37',
    status: 'read',
  },
  yesNo(
    'avoidance',
    words('Vermijdt activiteiten', 'Avoids activities'),
    words('vermijdt activiteiten uit zorg om te vallen', 'avoids activities because of concern about falling'),
    words('vermijdt geen activiteiten uit zorg om te vallen', 'avoids no activities because of concern about falling'),
  ),
  yesNo(
    'groupFeasible',
    words('Groep haalbaar', 'Group feasible'),
    words('kan en wil meedoen in een groep', 'can and will take part in a group'),
    words('kan of wil niet meedoen in een groep', 'cannot or will not take part in a group'),
  ),
  {
    id: 'preference',
    kind: 'choice',
    values: ['group', 'home'],
    name: words('Voorkeur', 'Preference'),
    says: {
      group: words('doet het liefst mee in een groep', 'prefers a group'),
      home: words('oefent het liefst thuis', 'prefers to exercise at home'),
      none: words('heeft geen voorkeur genoemd', 'named no preference'),
    },
    ...ours,
  },
  yesNo(
    'walks10m',
    words('Loopt 10 meter zelf', 'Walks 10 metres unaided by a person'),
    words('loopt 10 meter zonder hulp van een ander', "walks 10 metres without a person's help"),
    words('loopt geen 10 meter zonder hulp van een ander', "does not walk 10 metres without a person's help"),
  ),
  yesNo(
    'carer',
    words('Mantelzorger die mee kan doen', 'Informal carer who can take part'),
    words('heeft een mantelzorger die mee kan doen', 'has an informal carer who can take part'),
    words('heeft geen mantelzorger die mee kan doen', 'has no informal carer who can take part'),
  ),
  yesNo(
    'underlying',
    words('Onderliggend lijden', 'Underlying condition'),
    words(
      'heeft een onderliggend probleem waarvoor begeleiding door een fysiotherapeut nodig is',
      'has an underlying problem that needs guidance at physiotherapist level',
    ),
    words(
      'heeft geen onderliggend probleem waarvoor begeleiding door een fysiotherapeut nodig is',
      'has no underlying problem that needs guidance at physiotherapist level',
    ),
  ),
  {
    id: 'cognition',
    kind: 'choice',
    values: ['ok', 'impaired'],
    name: words('Cognitie', 'Cognition'),
    says: {
      ok: words('heeft geen cognitieve beperking', 'has no cognitive impairment'),
      impaired: words('heeft een cognitieve beperking', 'has a cognitive impairment'),
    },
    ...ours,
  },
  {
    id: 'medicines',
    kind: 'number',
    unit: words('geneesmiddelen', 'medicines'),
    min: 0,
    max: 40,
    decimals: 0,
    name: words('Chronische geneesmiddelen', 'Chronic medicines'),
    says: { number: words('gebruikt {} chronische geneesmiddelen', 'uses {} chronic medicines') },
    ...inDossier,
  },
  {
    id: 'fridClasses',
    kind: 'number',
    unit: words('klassen', 'classes'),
    min: 0,
    max: 14,
    decimals: 0,
    name: words('Klassen valrisicoverhogende geneesmiddelen', 'Classes of fall-risk-increasing drugs'),
    says: {
      number: words('gebruikt {} klassen valrisicoverhogende geneesmiddelen', 'uses {} classes of fall-risk-increasing drugs'),
    },
    source: 'S40',
    status: 'read',
  },
  {
    id: 'bpSupineStanding',
    kind: 'bloodPressures',
    systolic: [60, 260],
    diastolic: [30, 160],
    name: words('Bloeddruk liggend en staand', 'Blood pressure lying and standing'),
    says: {},
    ...inDossier,
  },
  {
    id: 'snaq65',
    kind: 'choice',
    values: ['green', 'orange', 'red'],
    name: words('SNAQ65+', 'SNAQ65+'),
    says: {
      green: words('heeft SNAQ65+ groen', 'has SNAQ65+ green'),
      orange: words('heeft risico op ondervoeding (SNAQ65+ oranje)', 'is at risk of undernutrition (SNAQ65+ orange)'),
      red: words('is ondervoed (SNAQ65+ rood)', 'is undernourished (SNAQ65+ red)'),
    },
    source: 'S39',
    status: 'read',
  },
  yesNo(
    'vision',
    words('Problemen met zien', 'Vision problem'),
    words('heeft een probleem met zien, of geen recente oogmeting', 'has a vision problem, or no recent eye test'),
    words('heeft geen problemen met zien', 'has no vision problem'),
  ),
  yesNo(
    'homeSimple',
    words('Eenvoudige struikelgevaren in huis', 'Simple home hazards'),
    words('heeft eenvoudige struikelgevaren in huis', 'has simple hazards at home'),
    words('heeft geen struikelgevaren in huis', 'has no simple hazards at home'),
  ),
  yesNo(
    'homeComplex',
    words('Ingewikkelde situatie in huis', 'Complex home hazards'),
    words('heeft een woning die een ergotherapeut moet bekijken', 'has a home that an occupational therapist should see'),
    words('heeft geen ingewikkelde situatie in huis', 'has no complex hazards at home'),
  ),
  yesNo(
    'fractureRisk',
    words('Verhoogde kans op een botbreuk', 'Raised fracture risk'),
    words('heeft een verhoogde kans op een botbreuk', 'has a raised fracture risk'),
    words('heeft geen verhoogde kans op een botbreuk', 'has no raised fracture risk'),
  ),
  yesNo(
    'floorRise',
    words('Kan niet van de grond opstaan', 'Cannot rise from the floor'),
    words('kan niet zelf van de grond opstaan', 'cannot rise from the floor'),
    words('kan zelf van de grond opstaan', 'can rise from the floor'),
  ),
  yesNo(
    'continence',
    words('Plasproblemen', 'Continence problem'),
    words(
      'heeft plasproblemen die haast of nachtelijk opstaan geven',
      'has continence problems that cause haste or night-time visits',
    ),
    words('heeft geen plasproblemen', 'has no continence problem'),
  ),
  yesNo(
    'wmoNeed',
    words('Woningaanpassing nodig', 'Home adaptation needed'),
    words('heeft een woningaanpassing nodig (Wmo)', 'needs a home adaptation (Wmo)'),
    words('heeft geen woningaanpassing nodig', 'needs no home adaptation'),
  ),
  yesNo(
    'aidNeed',
    words('Loophulpmiddel nodig', 'Walking aid needed'),
    words('heeft een (ander) loophulpmiddel nodig', 'needs a (different) walking aid'),
    words('heeft geen loophulpmiddel nodig', 'needs no walking aid'),
  ),
  yesNo(
    'lonely',
    words('Eenzaam of weinig actief', 'Lonely or inactive'),
    words('is eenzaam of weinig actief', 'is lonely or inactive'),
    words('is niet eenzaam', 'is not lonely'),
  ),
  yesNo(
    'mood',
    words('Sombere stemming', 'Low mood'),
    words('heeft mogelijk een sombere stemming', 'may have a low mood'),
    words('heeft geen sombere stemming', 'has no low mood'),
  ),
  {
    id: 'redFlags',
    kind: 'codes',
    neverUnknown: true,
    values: Array.from({ length: 15 }, (_, index) => `RF${String(index + 1).padStart(2, '0')}`),
    name: words('Rode vlaggen', 'Red flags'),
    says: {},
    source: 'Valpad',
    status: 'local default',
  },
  {
    id: 'analysis',
    kind: 'choice',
    neverUnknown: true,
    values: ['none', 'started', 'complete'],
    name: words('Valanalyse', 'Fall analysis'),
    says: {
      none: words('heeft nog geen valanalyse', 'has had no fall analysis yet'),
      started: words('heeft een valanalyse die nog niet af is', 'has a fall analysis that is not complete'),
      complete: words('heeft een complete valanalyse', 'has a complete fall analysis'),
    },
    ...ours,
  },
]

const noFallNo = (fact: string, nl: string, en: string): FactDefinitionRule => ({
  id: `noFallNo-${fact}`,
  when: { fact: 'falls12m', is: 0 },
  fact,
  is: 'no',
  words: {
    nl: `${nl} staat op ja, maar er is niet gevallen (falls12m is 0). Verbeter een van de twee.`,
    en: `${en} is yes, but there was no fall (falls12m is 0). Correct one of the two.`,
  },
  source: 'Valpad',
  status: 'local default',
})

/** Without a fall there was no injury, no long lie and no loss of consciousness with it: by definition, not by assumption. */
export const byDefinition: readonly FactDefinitionRule[] = [
  noFallNo('injury', 'Letsel (injury)', 'Injury (injury)'),
  noFallNo('couldNotGetUp', 'Niet kunnen opstaan (couldNotGetUp)', 'Could not get up (couldNotGetUp)'),
  noFallNo('lossOfConsciousness', 'Bewustzijnsverlies (lossOfConsciousness)', 'Loss of consciousness (lossOfConsciousness)'),
  noFallNo('presentsWithFall', 'Komt met een acute val (presentsWithFall)', 'Presents with an acute fall (presentsWithFall)'),
]

/** `presentsWithFall` belongs to the FMS rules alone and comes from the fall analysis, not from the vignette format. */
export const shadowFacts: FactTable = [
  {
    ...yesNo(
      'presentsWithFall',
      words('Komt met een acute val', 'Presents with an acute fall'),
      words('komt vanwege een recente val of letsel daardoor', 'comes because of a recent fall or an injury from it'),
      words('komt niet vanwege een recente val', 'does not come because of a recent fall'),
    ),
    source: 'S22',
    status: 'read',
  },
]
