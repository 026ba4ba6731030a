// Facts that follow from other facts: classes of scores, composite findings, blood-pressure drops, open red flags.
import type { Condition } from '../../../src/domain/condition.ts'
import type { DerivedFact } from '../../../src/domain/derive.ts'
import type { FactTable } from '../../../src/domain/facts.ts'
import type { Words } from '../../../src/domain/words.ts'
import { chairStandReference, concernBands7, concernBands16 } from './cut-offs.ts'

const words = (nl: string, en: string): Words => ({ nl, en })
const mmHg = words('mmHg', 'mmHg')

const balanceOrStrengthProblem: Condition = {
  any: [
    // 5.0 s over 4 m is 0.8 m/s, compared as a time so that nothing is divided.
    { fact: 'walk4m', atLeast: 5 },
    { fact: 'walk4m', is: 'unable' },
    { fact: 'tug', atLeast: 12 },
    { fact: 'tandem', below: 10 },
    { fact: 'chairStandBelow', is: 'yes' },
  ],
}

export const derivedFacts: readonly DerivedFact[] = [
  {
    id: 'concernClass',
    kind: 'choice',
    values: ['low', 'moderate', 'high'],
    from: {
      classOf: [
        { score: 'fesI16', bands: concernBands16 },
        { score: 'shortFesI', bands: concernBands7 },
      ],
    },
    name: words('Zorg om te vallen', 'Concern about falling'),
    says: {
      low: words('maakt zich weinig zorgen om te vallen', 'has low concern about falling'),
      moderate: words('maakt zich matig zorgen om te vallen', 'has moderate concern about falling'),
      high: words('maakt zich veel zorgen om te vallen', 'has high concern about falling'),
    },
    source: 'S36',
    status: 'secondary',
  },
  {
    id: 'chairStandBelow',
    kind: 'yesNo',
    from: { belowReference: { count: 'chair30', table: chairStandReference } },
    name: words('Opstaan onder de norm', 'Chair stand below reference'),
    says: {
      yes: words(
        'staat minder vaak op dan de norm voor leeftijd en geslacht',
        'stands up less often than the reference for age and sex',
      ),
      no: words('staat zo vaak op als de norm of vaker', 'stands up as often as the reference or more'),
    },
    source: 'S30',
    status: 'memory',
  },
  {
    id: 'balanceStrengthProblem',
    kind: 'yesNo',
    from: {
      yes: balanceOrStrengthProblem,
      no: {
        all: [
          { fact: 'tandem', atLeast: 10 },
          {
            any: [
              { fact: 'walk4m', known: true },
              { fact: 'tug', known: true },
              { fact: 'chairStandBelow', known: true },
            ],
          },
        ],
      },
    },
    name: words('Balans- of krachtprobleem', 'Balance or strength problem'),
    says: {
      yes: words('heeft een balans- of krachtprobleem in de testen', 'has a balance or strength problem in the tests'),
      no: words('heeft normale balans- en krachttesten', 'has normal balance and strength tests'),
    },
    source: 'Valpad',
    status: 'local default',
  },
  {
    id: 'gaitImpaired',
    kind: 'yesNo',
    from: {
      yes: {
        any: [
          { fact: 'walk4m', atLeast: 5 },
          { fact: 'walk4m', is: 'unable' },
          { fact: 'tug', over: 15 },
        ],
      },
      no: {
        any: [
          { fact: 'walk4m', known: true },
          { fact: 'tug', known: true },
        ],
      },
    },
    name: words('Lopen vertraagd (World Falls Guidelines)', 'Gait impaired (World Falls Guidelines)'),
    says: {
      yes: words(
        'loopt langzamer dan de grens van de World Falls Guidelines',
        'walks slower than the World Falls Guidelines limit',
      ),
      no: words('loopt snel genoeg volgens de World Falls Guidelines', 'walks fast enough by the World Falls Guidelines'),
    },
    source: 'S26',
    status: 'secondary',
  },
  {
    id: 'systolicDrop',
    kind: 'number',
    unit: mmHg,
    min: -200,
    max: 200,
    decimals: 0,
    from: { pressure: 'systolicDrop', of: 'bpSupineStanding' },
    name: words('Daling bovendruk', 'Systolic drop'),
    says: {
      number: words('heeft een daling van de bovendruk van {} mmHg bij opstaan', 'has a systolic drop of {} mmHg on standing'),
    },
    source: 'S38',
    status: 'read',
  },
  {
    id: 'diastolicDrop',
    kind: 'number',
    unit: mmHg,
    min: -130,
    max: 130,
    decimals: 0,
    from: { pressure: 'diastolicDrop', of: 'bpSupineStanding' },
    name: words('Daling onderdruk', 'Diastolic drop'),
    says: {
      number: words('heeft een daling van de onderdruk van {} mmHg bij opstaan', 'has a diastolic drop of {} mmHg on standing'),
    },
    source: 'S38',
    status: 'read',
  },
  {
    id: 'standingSystolic',
    kind: 'number',
    unit: mmHg,
    min: 60,
    max: 260,
    decimals: 0,
    from: { pressure: 'standingSystolic', of: 'bpSupineStanding' },
    name: words('Bovendruk staand', 'Standing systolic pressure'),
    says: { number: words('heeft staand een bovendruk van {} mmHg', 'has a standing systolic pressure of {} mmHg') },
    source: 'S38',
    status: 'read',
  },
  {
    id: 'orthostaticHypotension',
    kind: 'yesNo',
    from: {
      yes: {
        any: [
          { fact: 'systolicDrop', atLeast: 20 },
          { fact: 'diastolicDrop', atLeast: 10 },
        ],
      },
      no: { fact: 'systolicDrop', known: true },
    },
    name: words('Orthostatische hypotensie', 'Orthostatic hypotension'),
    says: {
      yes: words('heeft orthostatische hypotensie', 'has orthostatic hypotension'),
      no: words('heeft geen orthostatische hypotensie', 'has no orthostatic hypotension'),
    },
    source: 'S38',
    status: 'read',
  },
]

/** Facts the assessment itself adds after screening and red flags; the routing looks at them like at any other. */
export const assessedFacts: FactTable = [
  {
    id: 'level',
    kind: 'choice',
    values: ['low', 'moderate', 'high', 'undetermined', 'outOfScope'],
    name: words('Valrisico', 'Fall risk'),
    says: {
      low: words('heeft een laag valrisico', 'has a low fall risk'),
      moderate: words('heeft een matig valrisico', 'has a moderate fall risk'),
      high: words('heeft een hoog valrisico', 'has a high fall risk'),
      undetermined: words('heeft een valrisico dat nog niet vaststaat', 'has a fall risk that is not settled yet'),
      outOfScope: words('valt buiten deze keten', 'is outside this chain'),
    },
    source: 'S03',
    status: 'read',
  },
  {
    id: 'openStopFlag',
    kind: 'yesNo',
    name: words('Rode vlag die stopt', 'Red flag that stops'),
    says: {
      yes: words('heeft een rode vlag waarvoor eerst de huisarts nodig is', 'has a red flag for which the GP comes first'),
      no: words('heeft geen rode vlag die eerst de huisarts vraagt', 'has no red flag that asks for the GP first'),
    },
    source: 'Valpad',
    status: 'local default',
  },
  {
    id: 'openExerciseHold',
    kind: 'yesNo',
    name: words('Oefenen wacht op de huisarts', 'Exercise waits for the GP'),
    says: {
      yes: words('mag pas oefenen als de huisarts het goed vindt (RF13)', 'may only exercise once the GP has cleared it (RF13)'),
      no: words('hoeft met oefenen niet te wachten op de huisarts', 'need not wait for the GP to exercise'),
    },
    source: 'Valpad',
    status: 'local default',
  },
]
