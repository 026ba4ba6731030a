// Mobility, gait, strength and balance: two questions and the timed tests.
import type { Section } from '../../../../../src/domain/instrument.ts'
import {
  ftstsBands,
  lowestOf,
  secondsFrom,
  sppbTables,
  sppbTotalBands,
  tandemBands,
  tugBands,
  walk4mBands,
} from '../../cut-offs.ts'
import { memory, number, option, ours, range, read, secondary, seconds, text, times, yesNo } from './items.ts'

const unable = option(
  'unable',
  'kan dit niet zonder hulp van een ander',
  "cannot do this without another person's help",
  'dit lukt mij niet alleen',
)

const stand = (id: string, nl: string, en: string, b1: string) =>
  number(id, memory, { nl, en, b1 }, { unit: seconds, decimals: 2, possible: range(0, 10), plausible: range(0, 10) })

/** The chair stand is judged by age and sex, which stand in the person's record and not among the answers: see the facts. */
export const mobility: Section = {
  id: 'mobility',
  ...read('S23'),
  words: { nl: 'Bewegen en evenwicht', en: 'Mobility and balance', b1: 'Hoe gaat lopen en bewegen?' },
  core: [['mobility.difficulty'], ['mobility.walk4m', 'mobility.tug', 'mobility.tandem', 'mobility.chair30', 'mobility.ftsts']],
  problem: {
    any: [
      { fact: 'mobility.difficulty', is: 'yes' },
      { fact: 'mobility.walks10m', is: 'no' },
      { fact: 'mobility.walk4m', is: 'unable' },
      { fact: 'mobility.walk4m', atLeast: secondsFrom(walk4mBands, 'slow') },
      { fact: 'mobility.tug', is: 'unable' },
      { fact: 'mobility.tug', atLeast: secondsFrom(tugBands, 'slow') },
      { fact: 'mobility.tandem', below: secondsFrom(tandemBands, 'held') },
      { fact: 'mobility.chair30', is: 'armsNeeded' },
      { fact: 'mobility.ftsts', is: 'unable' },
      { fact: 'mobility.ftsts', atLeast: secondsFrom(ftstsBands, 'slow') },
      { fact: 'mobility.risesFromFloor', is: 'no' },
      { fact: 'mobility.sppb', below: lowestOf(sppbTotalBands, 'normal') },
    ],
  },
  derived: [
    {
      id: 'mobility.sppb',
      from: {
        sppb: {
          sideBySide: 'mobility.sideBySide',
          semiTandem: 'mobility.semiTandem',
          tandem: 'mobility.tandem',
          walk4m: 'mobility.walk4m',
          ftsts: 'mobility.ftsts',
        },
        tables: sppbTables,
      },
    },
  ],
  items: [
    yesNo('mobility.difficulty', read('S04'), {
      nl: 'Moeite met bewegen, lopen of in balans blijven?',
      en: 'Difficulty with moving, walking or keeping balance?',
      b1: 'Hebt u moeite met bewegen of lopen? Of om in balans te blijven?',
    }),
    yesNo('mobility.walks10m', ours, {
      nl: 'Loopt 10 meter zonder hulp van een ander? Een loophulpmiddel mag.',
      en: "Walks 10 metres without another person's help? A walking aid is allowed.",
      b1: 'Kunt u 10 meter lopen zonder dat iemand u helpt? Een stok of rollator mag.',
    }),
    number(
      'mobility.walk4m',
      read('S03'),
      {
        nl: 'Tijd over 4 meter lopen, gewoon tempo',
        en: 'Time to walk 4 metres at usual pace',
        b1: 'Wilt u 4 meter lopen, zoals u altijd loopt? Ik meet de tijd.',
      },
      {
        unit: seconds,
        decimals: 2,
        possible: range(1, 120),
        plausible: range(2, 20),
        instead: [unable],
        hint: { nl: 'Beste van twee keer; eigen hulpmiddel mag.', en: 'Best of two; own walking aid allowed.' },
      },
    ),
    number(
      'mobility.tug',
      read('S31'),
      {
        nl: 'Opstaan, 3 meter lopen, keren en weer zitten (TUG)',
        en: 'Rise, walk 3 metres, turn and sit down again (TUG)',
        b1: 'Wilt u opstaan, 3 meter lopen, omdraaien en weer gaan zitten? Ik meet de tijd.',
      },
      {
        unit: seconds,
        decimals: 2,
        possible: range(3, 300),
        plausible: range(5, 60),
        instead: [unable],
        hint: { nl: 'Gewoon tempo; eigen hulpmiddel mag.', en: 'Usual pace; own walking aid allowed.' },
      },
    ),
    stand(
      'mobility.sideBySide',
      'Voeten naast elkaar staan',
      'Standing with feet side by side',
      'Zet uw voeten naast elkaar. Blijf 10 tellen staan.',
    ),
    stand(
      'mobility.semiTandem',
      'Voeten half voor elkaar staan',
      'Semi-tandem stance',
      'Zet uw ene voet een halve voet naar voren. Blijf 10 tellen staan.',
    ),
    stand(
      'mobility.tandem',
      'Voeten in één lijn staan (tandemstand)',
      'Tandem stance',
      'Zet uw ene voet recht voor de andere. Blijf 10 tellen staan.',
    ),
    stand('mobility.oneLeg', 'Op één been staan', 'Standing on one leg', 'Ga op één been staan. Blijf 10 tellen staan.'),
    number(
      'mobility.chair30',
      secondary('S30'),
      {
        nl: 'Aantal keer opstaan uit een stoel in 30 seconden',
        en: 'Number of chair stands in 30 seconds',
        b1: 'Sta op en ga weer zitten, met uw armen over elkaar. Doe dit 30 tellen lang.',
      },
      {
        unit: times,
        possible: range(0, 60),
        plausible: range(0, 30),
        instead: [
          option('armsNeeded', 'alleen met steun van de armen', 'only with the arms', 'dit lukt mij alleen met mijn armen'),
        ],
        hint: {
          nl: 'Armen gekruist. Meer dan halverwege bij 30 seconden telt mee.',
          en: 'Arms crossed. More than halfway up at 30 seconds counts.',
        },
      },
    ),
    number(
      'mobility.ftsts',
      memory,
      {
        nl: 'Tijd voor vijf keer opstaan uit een stoel',
        en: 'Time for five chair stands',
        b1: 'Sta 5 keer op en ga weer zitten. Ik meet de tijd.',
      },
      { unit: seconds, decimals: 2, possible: range(3, 120), plausible: range(5, 60), instead: [unable] },
    ),
    yesNo(
      'mobility.risesFromFloor',
      ours,
      {
        nl: 'Kan zelf van de vloer opstaan?',
        en: 'Can rise from the floor alone?',
        b1: 'Stel, u ligt op de grond. Kunt u dan zelf weer opstaan?',
      },
      { shortcut: 'yes' },
    ),
    text('mobility.gait', ours, {
      nl: 'Wat valt op aan het lopen?',
      en: 'What is noticeable about the gait?',
      b1: 'Ik kijk hoe u loopt en schrijf op wat ik zie.',
    }),
  ],
}
