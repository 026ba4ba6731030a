// Home, daily activities and walking aid, frailty and other conditions.
import type { Section } from '../../../../../src/domain/instrument.ts'
import { type AnalysisSettings, frailtyBands, katz15Bands, lowestOf } from '../../cut-offs.ts'
import { choice, memory, multipleChoice, number, option, ours, points, range, read, yesNo } from './items.ts'

export const home: Section = {
  id: 'home',
  ...read('S23'),
  words: { nl: 'Huis en omgeving', en: 'Home and surroundings', b1: 'Is uw huis handig en veilig?' },
  core: [['home.hazards'], ['home.complex']],
  problem: {
    any: [
      { fact: 'home.hazards.count', atLeast: 1 },
      { fact: 'home.complex', is: 'yes' },
      { fact: 'home.adaptationNeeded', is: 'yes' },
    ],
  },
  items: [
    choice(
      'home.checkedBy',
      ours,
      { nl: 'Wie heeft het huis bekeken?', en: 'Who looked at the home?', b1: 'Wie heeft er in uw huis rondgekeken?' },
      [
        option('person', 'de persoon zelf of een naaste', 'the person or someone close', 'ikzelf, of iemand die ik goed ken'),
        option(
          'professional',
          'ergotherapeut of andere professional',
          'occupational therapist or other professional',
          'iemand die daarvoor geleerd heeft',
        ),
      ],
    ),
    multipleChoice(
      'home.hazards',
      ours,
      {
        nl: 'Struikelgevaren die met een kleine ingreep weg kunnen',
        en: 'Hazards a small change can take away',
        b1: 'Waar kunt u in huis over struikelen?',
      },
      [
        option('rugsAndCords', 'losse kleden of snoeren', 'loose rugs or cords'),
        option('lighting', 'te weinig licht', 'too little light', 'er is te weinig licht'),
        option('thresholds', 'drempels of opstapjes', 'thresholds or steps'),
        option('clutter', 'volle looproutes', 'cluttered walkways', 'er staan veel spullen in de weg'),
        option('noRail', 'trap zonder leuning', 'stairs without a rail'),
        option(
          'bathroom',
          'gladde badkamer of geen handgreep',
          'slippery bathroom or no grab bar',
          'de badkamer is glad, of ik heb geen steun',
        ),
      ],
      { shortcut: 'none' },
    ),
    yesNo(
      'home.complex',
      ours,
      {
        nl: 'Moet een ergotherapeut de woning en de handelingen thuis bekijken?',
        en: 'Should an occupational therapist look at the home and how things are done there?',
        b1: 'Zijn er dingen in huis die u niet meer goed lukken?',
      },
      { shortcut: 'no' },
    ),
    yesNo(
      'home.adaptationNeeded',
      ours,
      {
        nl: 'Woningaanpassing via de gemeente nodig (Wmo)?',
        en: 'Home adaptation by the municipality needed (Wmo)?',
        b1: 'Moet er iets aan uw huis worden veranderd?',
      },
      { shortcut: 'no' },
    ),
  ],
}

export const adl: Section = {
  id: 'adl',
  ...read('S23'),
  words: { nl: 'Dagelijks leven en loophulpmiddel', en: 'Daily life and walking aid', b1: 'Wat lukt u zelf op een dag?' },
  core: [['adl.needsHelp', 'adl.katz15']],
  problem: {
    any: [
      { fact: 'adl.needsHelp', is: 'yes' },
      { fact: 'adl.katz15', atLeast: lowestOf(katz15Bands, 'dependent') },
      { fact: 'adl.aidNeeded', is: 'yes' },
    ],
  },
  items: [
    yesNo(
      'adl.needsHelp',
      ours,
      {
        nl: 'Hulp nodig bij dagelijkse handelingen (wassen, aankleden, huishouden, boodschappen)?',
        en: 'Needs help with daily activities (washing, dressing, housekeeping, shopping)?',
        b1: 'Hebt u hulp nodig bij wassen, aankleden, het huishouden of boodschappen?',
      },
      { shortcut: 'no' },
    ),
    number(
      'adl.katz15',
      memory,
      { nl: 'KATZ-15: totaal', en: 'KATZ-15: total', b1: 'Dit is de uitkomst van vragen over wat u zelf kunt.' },
      { unit: points, possible: range(0, 15), plausible: range(0, 15) },
    ),
    yesNo('adl.usesAid', ours, {
      nl: 'Gebruikt een loophulpmiddel?',
      en: 'Uses a walking aid?',
      b1: 'Loopt u met een stok, rollator of iets anders?',
    }),
    yesNo(
      'adl.aidNeeded',
      ours,
      {
        nl: 'Ontbreekt het loophulpmiddel, past het niet of is het slecht onderhouden?',
        en: 'Is the walking aid missing, unsuitable or poorly maintained?',
        b1: 'Mist u een stok of rollator? Of is die van u kapot of niet goed?',
      },
      { shortcut: 'no' },
    ),
  ],
}

export const frailty = ({ frailFromCfs }: AnalysisSettings): Section => ({
  id: 'frailty',
  ...ours,
  words: { nl: 'Kwetsbaarheid', en: 'Frailty', b1: 'Hoe gaat het met uw gezondheid?' },
  core: [['frailty.cfs']],
  problem: { fact: 'frailty.cfs', atLeast: lowestOf(frailtyBands(frailFromCfs), 'frail') },
  items: [
    number(
      'frailty.cfs',
      ours,
      {
        nl: 'Clinical Frailty Scale: getal',
        en: 'Clinical Frailty Scale: number',
        b1: 'Ik geef een cijfer voor hoe fit u bent.',
      },
      { unit: { nl: '(schaal 1 tot en met 9)', en: '(scale 1 to 9)' }, possible: range(1, 9), plausible: range(1, 8) },
    ),
  ],
})

export const comorbidity: Section = {
  id: 'comorbidity',
  ...read('S23'),
  words: { nl: 'Andere aandoeningen', en: 'Comorbidity', b1: 'Hebt u andere ziekten?' },
  core: [['comorbidity.conditions']],
  problem: {
    any: [
      { fact: 'comorbidity.conditions.count', atLeast: 1 },
      { fact: 'comorbidity.underlying', is: 'yes' },
    ],
  },
  items: [
    multipleChoice(
      'comorbidity.conditions',
      ours,
      {
        nl: 'Aandoeningen die bewegen of evenwicht raken',
        en: 'Conditions that touch movement or balance',
        b1: 'Hebt u een ziekte waardoor bewegen moeilijker is?',
      },
      [
        option(
          'parkinson',
          'ziekte van Parkinson of parkinsonisme',
          "Parkinson's disease or parkinsonism",
          'de ziekte van Parkinson',
        ),
        option('stroke', 'doorgemaakte beroerte', 'previous stroke', 'een beroerte gehad'),
        option(
          'arthritis',
          'gewrichtsklachten of artrose',
          'joint complaints or osteoarthritis',
          'pijnlijke of stijve gewrichten',
        ),
        option('diabetes', 'diabetes', 'diabetes', 'suikerziekte'),
        option('lungs', 'longziekte', 'lung disease', 'een ziekte van de longen'),
        option('other', 'anders', 'other', 'iets anders'),
      ],
      { shortcut: 'none' },
    ),
    yesNo(
      'comorbidity.underlying',
      ours,
      {
        nl: 'Lichamelijk of psychisch probleem dat begeleiding op het niveau van een fysiotherapeut vraagt?',
        en: 'Somatic or psychological problem that needs guidance at physiotherapist level?',
        b1: 'Hebt u een klacht waarvoor u bij het oefenen een fysiotherapeut nodig hebt?',
      },
      { hint: { nl: 'Bepaalt mee wie betaalt.', en: 'Helps to decide who pays.' } },
    ),
  ],
}
