// From the answers of the fall analysis to the facts the rules look at, row by row; age and sex come from the person's record.
import type { Condition, Leaf } from '../../../src/domain/condition.ts'
import type { FactFromAnswers } from '../../../src/domain/facts-from-answers.ts'
import type { Provenance } from '../../../src/domain/provenance.ts'
import {
  type AnalysisSettings,
  defaultAnalysisSettings,
  fesIRule,
  frailtyBands,
  gds15Bands,
  lowestOf,
  miniCogBands,
  mmseBands,
  mocaBands,
  otherLimits,
  shortFesIRule,
  snaqLimits,
} from './cut-offs.ts'
import { lyingToStanding } from './instruments/fall-analysis/heart-and-dizziness.ts'
import { redFlags } from './instruments/fall-analysis/red-flags.ts'

const ours: Provenance = { source: 'Valpad', status: 'local default' }
const memory: Provenance = { source: 'Valpad', status: 'memory' }

const copied = (fact: string, item: string, from: Provenance = ours): FactFromAnswers => ({
  id: fact,
  fact,
  ...from,
  from: { copy: item },
})
const whether = (fact: string, when: Condition, from: Provenance = ours): FactFromAnswers => ({
  id: fact,
  fact,
  ...from,
  from: { whether: when },
})

const yes = (item: string): Leaf => ({ fact: item, is: 'yes' })
const no = (item: string): Leaf => ({ fact: item, is: 'no' })
const anyYes = (...items: readonly string[]): Condition => ({ any: items.map(yes) })

/** Without a fall there was none of these: `no` by definition. A yes with it stays a yes, so that the contradiction is found. */
const noWithoutFall = (fact: string): FactFromAnswers => ({
  id: `${fact}.noFall`,
  fact,
  ...ours,
  from: { is: 'no', when: { fact: 'falls.count12m', is: 0 } },
})

const falls: readonly FactFromAnswers[] = [
  copied('falls12m', 'falls.count12m'),
  copied('presentsWithFall', 'falls.presentsWithFall', { source: 'S22', status: 'read' }),
  copied('injury', 'falls.injury'),
  noWithoutFall('injury'),
  {
    id: 'couldNotGetUp.yes',
    fact: 'couldNotGetUp',
    ...ours,
    from: {
      is: 'yes',
      when: { any: [no('falls.gotUpAlone'), { fact: 'falls.minutesOnFloor', atLeast: otherLimits.longLieMinutesFrom.value }] },
    },
  },
  { id: 'couldNotGetUp.no', fact: 'couldNotGetUp', ...ours, from: { is: 'no', when: yes('falls.gotUpAlone') } },
  noWithoutFall('couldNotGetUp'),
  copied('lossOfConsciousness', 'falls.lossOfConsciousness'),
  noWithoutFall('lossOfConsciousness'),
  copied('lossOfConsciousnessExplained', 'falls.lossOfConsciousnessExplained'),
]

const movement: readonly FactFromAnswers[] = [
  copied('mobilityDifficulty', 'mobility.difficulty'),
  copied('walks10m', 'mobility.walks10m'),
  copied('walk4m', 'mobility.walk4m'),
  { id: 'tug', fact: 'tug', ...ours, from: { copy: 'mobility.tug', unless: ['unable'] } }, // the fact knows seconds only
  copied('tandem', 'mobility.tandem'),
  // Rising only with the arms scores 0 stands (S30).
  {
    id: 'chair30.arms',
    fact: 'chair30',
    source: 'S30',
    status: 'secondary',
    from: { is: 0, when: { fact: 'mobility.chair30', is: 'armsNeeded' } },
  },
  { id: 'chair30', fact: 'chair30', ...ours, from: { copy: 'mobility.chair30', unless: ['armsNeeded'] } },
  whether('floorRise', no('mobility.risesFromFloor')),
  copied('aidNeed', 'adl.aidNeeded'),
]

/** A total from the single scores goes before a total that was typed. */
const concern: readonly FactFromAnswers[] = [
  copied('concern', 'concern.worried'),
  copied('avoidance', 'concern.avoidance'),
  { id: 'fesI16.scores', fact: 'fesI16', ...memory, from: { total: 'concern.fesI', rule: fesIRule } },
  copied('fesI16', 'concern.fesITotal'),
  { id: 'shortFesI.scores', fact: 'shortFesI', ...memory, from: { total: 'concern.shortFesI', rule: shortFesIRule } },
  copied('shortFesI', 'concern.shortFesITotal'),
]

/** Impaired by one sign; in order only when somebody tested it, no test was positive and no diagnosis is known. */
const cognition: readonly FactFromAnswers[] = [
  {
    id: 'cognition.impaired',
    fact: 'cognition',
    ...ours,
    from: {
      is: 'impaired',
      when: {
        any: [
          yes('cognition.diagnosis'),
          { fact: 'cognition.miniCog', below: lowestOf(miniCogBands, 'negative') },
          { fact: 'cognition.moca', below: lowestOf(mocaBands, 'negative') },
          { fact: 'cognition.mmse', below: lowestOf(mmseBands, 'negative') },
        ],
      },
    },
  },
  {
    id: 'cognition.ok',
    fact: 'cognition',
    ...ours,
    from: {
      is: 'ok',
      when: {
        all: [
          no('cognition.diagnosis'),
          {
            any: [
              { fact: 'cognition.miniCog', atLeast: lowestOf(miniCogBands, 'negative') },
              { fact: 'cognition.moca', atLeast: lowestOf(mocaBands, 'negative') },
              { fact: 'cognition.mmse', atLeast: lowestOf(mmseBands, 'negative') },
            ],
          },
        ],
      },
    },
  },
]

/** Two questions, or the GDS-15; a normal GDS-15 alone is enough for a no, a positive question is not undone by it. */
const mood: readonly FactFromAnswers[] = [
  {
    id: 'mood.yes',
    fact: 'mood',
    ...memory,
    from: {
      is: 'yes',
      when: {
        any: [yes('mood.down'), yes('mood.lessPleasure'), { fact: 'mood.gds15', atLeast: lowestOf(gds15Bands, 'positive') }],
      },
    },
  },
  {
    id: 'mood.no',
    fact: 'mood',
    ...memory,
    from: {
      is: 'no',
      when: {
        any: [
          { all: [no('mood.down'), no('mood.lessPleasure')] },
          { fact: 'mood.gds15', below: lowestOf(gds15Bands, 'positive') },
        ],
      },
    },
  },
]

const vision: readonly FactFromAnswers[] = [
  {
    id: 'vision.acuity',
    fact: 'vision',
    ...memory,
    from: { is: 'yes', when: { fact: 'vision.acuity', below: otherLimits.acuityBelow.value } },
  },
  whether('vision', { any: [yes('vision.problem'), no('vision.testPast12Months')] }),
]

const healthAndHome: readonly FactFromAnswers[] = [
  copied('medicines', 'medication.number'),
  copied('fridClasses', 'medication.fridClasses.count', memory),
  { id: 'bpSupineStanding', fact: 'bpSupineStanding', source: 'S38', status: 'read', from: { pressures: lyingToStanding } },
  whether('fractureRisk', anyYes('bones.fractureAfter50', 'bones.parentHipFracture', 'bones.glucocorticoids')),
  whether('continence', anyYes('continence.leaks', 'continence.urgencyOrNight')),
  whether('homeSimple', { fact: 'home.hazards.count', atLeast: 1 }),
  copied('homeComplex', 'home.complex'),
  copied('wmoNeed', 'home.adaptationNeeded'),
  copied('underlying', 'comorbidity.underlying'),
]

const person: readonly FactFromAnswers[] = [
  whether('livesAtHome', { fact: 'social.residence', is: 'home' }),
  copied('carer', 'social.carer'),
  copied('lonely', 'social.lonely'),
  whether('groupFeasible', { all: [yes('social.groupReachable'), yes('wishes.groupWilling')] }),
  { id: 'preference', fact: 'preference', ...ours, from: { copy: 'wishes.preference', unless: ['none'] } },
]

/** What a professional raised; the flags that follow from other facts are derived where the facts are used. */
const raised: FactFromAnswers = {
  id: 'redFlags',
  fact: 'redFlags',
  ...ours,
  from: { raised: redFlags.items.flatMap(({ id, redFlag }) => (redFlag === undefined ? [] : [{ code: redFlag, item: id }])) },
}

export const factsFromAnswersTable = (settings: AnalysisSettings = defaultAnalysisSettings): readonly FactFromAnswers[] => [
  ...falls,
  ...movement,
  ...concern,
  ...cognition,
  ...mood,
  ...vision,
  ...healthAndHome,
  ...person,
  whether('frail', { fact: 'frailty.cfs', atLeast: lowestOf(frailtyBands(settings.frailFromCfs), 'frail') }),
  {
    id: 'snaq65',
    fact: 'snaq65',
    source: 'S39',
    status: 'local default',
    from: {
      snaq65: {
        arm: 'nutrition.arm',
        weightLoss: 'nutrition.weightLoss',
        appetite: 'nutrition.poorAppetite',
        stairs: 'nutrition.stairsDifficulty',
      },
      limits: snaqLimits(settings),
    },
  },
  raised,
]
