// The routing table: tried from top to bottom, the first row that fits decides. A row fits only when its condition is known to hold.
import type { Condition } from '../../../src/domain/condition.ts'
import type { Choice, Domain, RoutingRow } from '../../../src/domain/routing.ts'

const level = (is: string): Condition => ({ fact: 'level', is })
const moderateAnd = (...conditions: Condition[]): Condition => ({ all: [level('moderate'), ...conditions] })
const highAnd = (...conditions: Condition[]): Condition => ({ all: [level('high'), ...conditions] })

const impaired: Condition = { fact: 'cognition', is: 'impaired' }
const avoids: Condition = { fact: 'avoidance', is: 'yes' }
const cannotWalk: Condition = {
  any: [
    { fact: 'walks10m', is: 'no' },
    { fact: 'walk4m', is: 'unable' },
  ],
}
const prefersHome: Condition = { fact: 'preference', is: 'home' }
const noGroup: Condition = { fact: 'groupFeasible', is: 'no' }
const balanceProblem: Condition = { fact: 'balanceStrengthProblem', is: 'yes' }

/**
 * Very concerned, avoiding, and known to be strong and steady: concern is the main problem. An unknown balance or strength problem
 * counts as one here, so that exercise is not withheld from somebody who was not tested.
 */
const concernDominates: Condition = {
  all: [avoids, { fact: 'concernClass', is: 'high' }, { fact: 'balanceStrengthProblem', is: 'no' }],
}

/** A group when it is feasible, home is not preferred and the person can walk; preferred for its effect and cost (S43). */
const zichtOpEvenwichtInGroup: Condition = {
  all: [
    { not: noGroup },
    { not: prefersHome },
    { not: { fact: 'walks10m', is: 'no' } },
    {
      not: {
        all: [
          { fact: 'walk4m', known: true },
          { fact: 'walk4m', is: 'unable' },
        ],
      },
    },
  ],
}

export const forms: { readonly zichtOpEvenwicht: Choice<string> } = {
  zichtOpEvenwicht: [{ when: zichtOpEvenwichtInGroup, is: 'zichtOpEvenwichtGroup' }, { is: 'zichtOpEvenwichtHome' }],
}

const domainByForm: Choice<Domain> = [{ when: zichtOpEvenwichtInGroup, is: 'social' }, { is: 'care' }]
const domainByPayer: Choice<Domain> = [
  { when: { fact: 'underlying', is: 'yes' }, is: 'care' },
  { when: { fact: 'underlying', is: 'no' }, is: 'social' },
  { is: 'undetermined' },
]
const care: Choice<Domain> = [{ is: 'care' }]
const social: Choice<Domain> = [{ is: 'social' }]
const none: Choice<Domain> = [{ is: null }]
const undetermined: Choice<Domain> = [{ is: 'undetermined' }]

const code = (intervention: string) => ({ intervention })
/** The plus of the table: Zicht op Evenwicht beside exercise for who avoids activities or is very concerned. */
const plus = {
  when: { all: [{ not: impaired }, { any: [avoids, { fact: 'concernClass', is: 'high' }] }] },
  intervention: 'zichtOpEvenwicht',
} as const

const ours = { source: 'Valpad', status: 'local default' } as const
const targetGroupRead = { source: 'S43 + Valpad', status: 'local default' } as const

export const routingRows: readonly RoutingRow[] = [
  {
    id: 'R1',
    when: { fact: 'openStopFlag', is: 'yes' },
    primary: [],
    domain: care,
    alternatives: [],
    next: 'medicalHold',
    words: {
      nl: 'Er is een rode vlag: eerst de huisarts. Tot die tijd wordt geen interventie voorgesteld.',
      en: 'There is a red flag: the GP first. Until then no intervention is proposed.',
    },
    source: 'S22 + S26',
    status: 'local default',
  },
  {
    id: 'R-',
    when: level('outOfScope'),
    primary: [],
    domain: none,
    alternatives: [],
    next: 'outOfScope',
    words: {
      nl: 'De keten en de vergoeding zijn voor mensen van 65 jaar en ouder die thuis wonen. Overleg met de huisarts wat wel past.',
      en: 'The chain and its payment are for people of 65 and over who live at home. Discuss with the GP what does fit.',
    },
    source: 'S04 + S05',
    status: 'read',
  },
  {
    id: 'R2',
    when: level('undetermined'),
    primary: [],
    domain: none,
    alternatives: [],
    next: 'completeScreening',
    words: {
      nl: 'Het valrisico staat nog niet vast. Maak eerst de valrisicotest af.',
      en: 'The fall risk is not settled. Complete the fall-risk test first.',
    },
    ...ours,
  },
  {
    id: 'R6',
    when: highAnd({
      not: {
        all: [
          { fact: 'analysis', known: true },
          { fact: 'analysis', is: 'complete' },
        ],
      },
    }),
    primary: [],
    domain: none,
    alternatives: [],
    next: 'completeAnalysis',
    words: {
      nl: 'Bij een hoog valrisico komt eerst een complete valanalyse.',
      en: 'At a high fall risk a complete fall analysis comes first.',
    },
    source: 'S05 + S07',
    status: 'read',
  },
  {
    id: 'R4',
    when: { fact: 'openExerciseHold', is: 'yes' },
    primary: [],
    domain: care,
    alternatives: [{ when: { all: [avoids, { not: impaired }] }, intervention: 'zichtOpEvenwichtHome' }],
    next: 'awaitClearance',
    words: {
      nl: 'Oefenen wacht tot de huisarts het goed vindt. Al het andere kan doorgaan.',
      en: 'Exercise waits until the GP has cleared it. Everything else can go on.',
    },
    ...ours,
  },
  {
    id: 'R4b',
    when: { all: [{ fact: 'level', in: ['low', 'moderate'] }, cannotWalk] },
    primary: ['individualTherapy'],
    domain: care,
    alternatives: [plus],
    next: 'decide',
    words: {
      nl: 'Wie niet zelf kan lopen, krijgt een eigen plan van fysiotherapeut of ergotherapeut; een groep is dan niet veilig.',
      en: 'Who cannot walk alone gets an individual plan by a physiotherapist or occupational therapist; a group would not be safe.',
    },
    ...ours,
  },
  {
    id: 'R7a',
    when: highAnd(cannotWalk),
    primary: ['individualTherapy'],
    domain: care,
    alternatives: [plus],
    next: 'decide',
    words: {
      nl: 'Wie niet zelf kan lopen, krijgt een eigen plan van fysiotherapeut of ergotherapeut; een groep is dan niet veilig.',
      en: 'Who cannot walk alone gets an individual plan by a physiotherapist or occupational therapist; a group would not be safe.',
    },
    ...ours,
  },
  {
    id: 'R3a',
    when: { all: [level('low'), avoids, { fact: 'concernClass', in: ['moderate', 'high'] }, { not: impaired }] },
    primary: ['zichtOpEvenwicht'],
    domain: domainByForm,
    alternatives: [{ when: balanceProblem, intervention: 'inBalans' }, code('regularExercise')],
    next: 'decide',
    words: {
      nl: 'Het valrisico is laag, maar zorg om te vallen houdt deze persoon van activiteiten af; daar is Zicht op Evenwicht voor.',
      en: 'The fall risk is low, but concern about falling keeps this person from activities; that is what Zicht op Evenwicht is for.',
    },
    ...targetGroupRead,
  },
  {
    id: 'R3b',
    when: level('low'),
    primary: ['regularExercise'],
    domain: social,
    alternatives: [{ when: balanceProblem, intervention: 'inBalans' }],
    next: 'decide',
    words: {
      nl: 'Bij een laag valrisico passen voorlichting en gewoon sporten en bewegen.',
      en: 'At a low fall risk, education and regular sport and exercise fit.',
    },
    source: 'S05',
    status: 'read',
  },
  {
    id: 'R5a',
    when: moderateAnd(impaired),
    primary: ['individualTherapy'],
    domain: care,
    alternatives: [code('inBalansWithCarer'), code('otagoHomeWithCarer')],
    next: 'decide',
    words: {
      nl: 'Met een cognitieve beperking past een eigen plan met de mantelzorger beter dan een cursus.',
      en: 'With a cognitive impairment an individual plan with the informal carer fits better than a course.',
    },
    ...ours,
  },
  {
    id: 'R5b',
    when: moderateAnd(concernDominates),
    primary: ['zichtOpEvenwicht'],
    domain: domainByForm,
    alternatives: [code('inBalans'), code('vallenVerledenTijd'), code('otagoHome')],
    next: 'decide',
    words: {
      nl: 'Balans en kracht zijn goed; veel zorg om te vallen en vermijden staan voorop. Daar is Zicht op Evenwicht voor.',
      en: 'Balance and strength are good; high concern and avoidance come first. That is what Zicht op Evenwicht is for.',
    },
    ...targetGroupRead,
  },
  {
    id: 'R5c',
    when: moderateAnd({ any: [noGroup, prefersHome] }),
    primary: ['otagoHome'],
    domain: social,
    alternatives: [code('homeExerciseWithCoach'), plus],
    next: 'decide',
    words: {
      nl: 'Een groep kan niet of thuis heeft de voorkeur: OTAGO thuis.',
      en: 'A group is not feasible or home is preferred: OTAGO at home.',
    },
    source: 'S07 + Valpad',
    status: 'local default',
  },
  {
    id: 'R5d',
    when: level('moderate'),
    primary: ['inBalans'],
    domain: social,
    alternatives: [code('vallenVerledenTijd'), plus],
    next: 'decide',
    words: {
      nl: 'Bij een matig valrisico past In Balans: een groep voor wie licht kwetsbaar is.',
      en: 'At a moderate fall risk In Balans fits: a group for people who are slightly frail.',
    },
    source: 'S03 + S05 + S42',
    status: 'read',
  },
  {
    id: 'R7b',
    when: highAnd(impaired),
    primary: ['individualTherapy'],
    domain: care,
    alternatives: [code('otagoHomeWithCarer')],
    next: 'decide',
    words: {
      nl: 'Met een cognitieve beperking past een eigen plan met de mantelzorger.',
      en: 'With a cognitive impairment an individual plan with the informal carer fits.',
    },
    source: 'S56 + Valpad',
    status: 'local default',
  },
  {
    id: 'R7c',
    when: highAnd(concernDominates),
    primary: ['zichtOpEvenwicht'],
    domain: domainByForm,
    alternatives: [code('inBalans'), code('otagoHome')],
    next: 'decide',
    words: {
      nl: 'Balans en kracht zijn goed; veel zorg om te vallen en vermijden staan voorop. Daar is Zicht op Evenwicht voor.',
      en: 'Balance and strength are good; high concern and avoidance come first. That is what Zicht op Evenwicht is for.',
    },
    ...targetGroupRead,
  },
  {
    id: 'R7d',
    when: highAnd({ any: [noGroup, { fact: 'frail', is: 'yes' }, prefersHome] }),
    primary: ['otagoHome'],
    domain: domainByPayer,
    alternatives: [code('otagoGroup'), plus],
    next: 'decide',
    words: {
      nl: 'Hoog valrisico, en kwetsbaar, geen groep mogelijk of liever thuis: OTAGO thuis.',
      en: 'A high fall risk, and frail, no group feasible or home preferred: OTAGO at home.',
    },
    source: 'S44 + S47 + S52',
    status: 'read',
  },
  {
    id: 'R7e',
    when: highAnd({ fact: 'underlying', is: 'yes' }),
    primary: ['otagoHome'],
    domain: care,
    alternatives: [code('otagoGroup'), code('inBalans'), plus],
    next: 'decide',
    words: {
      nl: 'Hoog valrisico met een onderliggend probleem dat begeleiding door een fysiotherapeut vraagt: OTAGO thuis in de zorg.',
      en: 'A high fall risk with an underlying problem that needs guidance at physiotherapist level: OTAGO at home in care.',
    },
    source: 'S06 + S12',
    status: 'read',
  },
  {
    id: 'R7f',
    when: highAnd({ fact: 'underlying', is: 'no' }),
    primary: ['inBalans'],
    domain: social,
    alternatives: [code('vallenVerledenTijd'), code('otagoGroup'), plus],
    next: 'decide',
    words: {
      nl: 'Hoog valrisico zonder onderliggend probleem en een groep kan: In Balans bij de gemeente.',
      en: 'A high fall risk without an underlying problem and a group is feasible: In Balans with the municipality.',
    },
    source: 'S07 + Valpad',
    status: 'local default',
  },
  {
    id: 'R7g',
    when: level('high'),
    primary: ['otagoHome', 'inBalans'],
    domain: undetermined,
    alternatives: [plus],
    next: 'decide',
    words: {
      nl: 'Of er een onderliggend probleem is, is niet ingevuld. Dat bepaalt of OTAGO thuis (zorg) of In Balans (gemeente) past; vul het in.',
      en: 'Whether there is an underlying problem is not filled in. It decides between OTAGO at home (care) and In Balans (municipality); fill it in.',
    },
    ...ours,
  },
]
