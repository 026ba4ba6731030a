// Vision, hearing, cognition and mood; of Mini-Cog, MoCA, MMSE and GDS-15 only name, version and total.
import type { Section } from '../../../../../src/domain/instrument.ts'
import { gds15Bands, lowestOf, miniCogBands, mmseBands, mocaBands, otherLimits } from '../../cut-offs.ts'
import { choice, memory, number, option, ours, points, range, read, secondary, text, yesNo } from './items.ts'

export const vision: Section = {
  id: 'vision',
  ...read('S23'),
  words: { nl: 'Zien', en: 'Vision', b1: 'Hoe goed ziet u?' },
  core: [['vision.problem'], ['vision.testPast12Months']],
  problem: {
    any: [
      { fact: 'vision.problem', is: 'yes' },
      { fact: 'vision.testPast12Months', is: 'no' },
      { fact: 'vision.acuity', below: otherLimits.acuityBelow.value },
    ],
  },
  items: [
    yesNo(
      'vision.problem',
      read('S23'),
      {
        nl: 'Moeite met zien, ook met bril?',
        en: 'Trouble seeing, also with glasses?',
        b1: 'Ziet u slecht, ook met uw bril op?',
      },
      { shortcut: 'no' },
    ),
    yesNo('vision.multifocalOutdoors', memory, {
      nl: 'Draagt buiten een multifocale bril?',
      en: 'Wears multifocal glasses outdoors?',
      b1: 'Draagt u buiten een bril voor dichtbij én veraf?',
    }),
    yesNo('vision.testPast12Months', ours, {
      nl: 'Ogen gemeten in de laatste 12 maanden?',
      en: 'Eye test in the last 12 months?',
      b1: 'Heeft iemand uw ogen gemeten in de laatste 12 maanden?',
    }),
    number(
      'vision.acuity',
      memory,
      {
        nl: 'Gezichtsscherpte, beste oog met correctie',
        en: 'Visual acuity, best eye with correction',
        b1: 'Ik meet hoe scherp u ziet met uw beste oog.',
      },
      { unit: { nl: '(decimaal)', en: '(decimal)' }, decimals: 2, possible: range(0, 2), plausible: range(0.1, 1.5) },
    ),
  ],
}

export const hearing: Section = {
  id: 'hearing',
  ...read('S23'),
  words: { nl: 'Horen', en: 'Hearing', b1: 'Hoe goed hoort u?' },
  core: [['hearing.problem']],
  problem: { fact: 'hearing.problem', is: 'yes' },
  items: [
    yesNo(
      'hearing.problem',
      read('S23'),
      {
        nl: 'Moeite met horen, ook met hoortoestel?',
        en: 'Trouble hearing, also with a hearing aid?',
        b1: 'Hoort u slecht, ook met een hoortoestel?',
      },
      { shortcut: 'no' },
    ),
  ],
}

export const cognition: Section = {
  id: 'cognition',
  ...read('S23'),
  words: { nl: 'Geheugen en denken', en: 'Cognition', b1: 'Hoe gaat het met uw geheugen?' },
  core: [['cognition.complaints', 'cognition.diagnosis', 'cognition.miniCog', 'cognition.moca', 'cognition.mmse']],
  problem: {
    any: [
      { fact: 'cognition.diagnosis', is: 'yes' },
      { fact: 'cognition.complaints', is: 'yes' },
      { fact: 'cognition.miniCog', below: lowestOf(miniCogBands, 'negative') },
      { fact: 'cognition.moca', below: lowestOf(mocaBands, 'negative') },
      { fact: 'cognition.mmse', below: lowestOf(mmseBands, 'negative') },
      { fact: 'cognition.clockDrawing', is: 'abnormal' },
    ],
  },
  items: [
    yesNo(
      'cognition.diagnosis',
      ours,
      {
        nl: 'Bekende diagnose van een cognitieve stoornis of dementie?',
        en: 'Known diagnosis of cognitive impairment or dementia?',
        b1: 'Heeft een dokter gezegd dat u een ziekte van het geheugen hebt?',
      },
      { shortcut: 'no' },
    ),
    yesNo(
      'cognition.complaints',
      ours,
      {
        nl: 'Geheugenklachten, van de persoon zelf of van een naaste?',
        en: 'Memory complaints, by the person or by someone close?',
        b1: 'Vergeet u vaker dingen? Of zegt iemand dat van u?',
      },
      { shortcut: 'no' },
    ),
    number(
      'cognition.miniCog',
      memory,
      { nl: 'Mini-Cog: totaal', en: 'Mini-Cog: total', b1: 'Dit is de uitkomst van een korte test van uw geheugen.' },
      { unit: points, possible: range(0, 5), plausible: range(0, 5) },
    ),
    number(
      'cognition.moca',
      secondary('S26'),
      { nl: 'MoCA: totaal', en: 'MoCA: total', b1: 'Dit is de uitkomst van een test van uw geheugen.' },
      { unit: points, possible: range(0, 30), plausible: range(5, 30) },
    ),
    number(
      'cognition.mmse',
      secondary('S26'),
      { nl: 'MMSE: totaal', en: 'MMSE: total', b1: 'Dit is de uitkomst van een test van uw geheugen.' },
      { unit: points, possible: range(0, 30), plausible: range(5, 30) },
    ),
    choice('cognition.clockDrawing', read('S23'), { nl: 'Kloktekentest', en: 'Clock drawing', b1: 'Wilt u een klok tekenen?' }, [
      option('normal', 'zonder afwijkingen', 'normal', 'goed gelukt'),
      option('abnormal', 'afwijkend', 'abnormal', 'niet helemaal gelukt'),
    ]),
    text('cognition.version', ours, {
      nl: 'Versie van de gebruikte test',
      en: 'Version of the test used',
      b1: 'Ik schrijf op welke test ik heb gebruikt.',
    }),
  ],
}

export const mood: Section = {
  id: 'mood',
  ...read('S23'),
  words: { nl: 'Stemming', en: 'Mood', b1: 'Hoe voelt u zich?' },
  core: [
    ['mood.down', 'mood.gds15'],
    ['mood.lessPleasure', 'mood.gds15'],
  ],
  problem: {
    any: [
      { fact: 'mood.down', is: 'yes' },
      { fact: 'mood.lessPleasure', is: 'yes' },
      { fact: 'mood.gds15', atLeast: lowestOf(gds15Bands, 'positive') },
    ],
  },
  items: [
    yesNo('mood.down', memory, {
      nl: 'Afgelopen maand vaak somber of neerslachtig?',
      en: 'Often low or down in the past month?',
      b1: 'Was u de laatste maand vaak verdrietig of somber?',
    }),
    yesNo('mood.lessPleasure', memory, {
      nl: 'Afgelopen maand minder plezier of belangstelling?',
      en: 'Less pleasure or interest in the past month?',
      b1: 'Had u de laatste maand minder zin of plezier in dingen?',
    }),
    number(
      'mood.gds15',
      memory,
      { nl: 'GDS-15: totaal', en: 'GDS-15: total', b1: 'Dit is de uitkomst van 15 vragen over hoe u zich voelt.' },
      { unit: points, possible: range(0, 15), plausible: range(0, 15) },
    ),
  ],
}
