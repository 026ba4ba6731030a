// Nutrition, vitamin D, feet, continence, alcohol and bones.
import type { Section } from '../../../../../src/domain/instrument.ts'
import type { SnaqLimits } from '../../../../../src/domain/scoring/snaq65.ts'
import { otherLimits } from '../../cut-offs.ts'
import { memory, number, ours, range, read, yesNo } from './items.ts'

export const nutrition = (limits: SnaqLimits): Section => ({
  id: 'nutrition',
  ...read('S39'),
  words: { nl: 'Voeding (SNAQ65+)', en: 'Nutrition (SNAQ65+)', b1: 'Eet u goed?' },
  core: [['nutrition.arm', 'nutrition.weightLoss'], ['nutrition.poorAppetite']],
  problem: {
    any: [
      { fact: 'nutrition.arm', below: limits.armBelowCm.value },
      { fact: 'nutrition.weightLoss', atLeast: limits.weightLossFromKg.value },
      {
        all: [
          { fact: 'nutrition.poorAppetite', is: 'yes' },
          { fact: 'nutrition.stairsDifficulty', is: 'yes' },
        ],
      },
    ],
  },
  items: [
    number(
      'nutrition.weightLoss',
      read('S39'),
      {
        nl: 'Onbedoeld gewichtsverlies in 6 maanden',
        en: 'Weight lost without meaning to in 6 months',
        b1: 'Hoeveel kilo bent u afgevallen in 6 maanden, zonder dat u dat wilde?',
      },
      { unit: { nl: 'kg', en: 'kg' }, decimals: 1, possible: range(0, 60), plausible: range(0, 20) },
    ),
    number(
      'nutrition.arm',
      read('S39'),
      { nl: 'Omtrek van de bovenarm', en: 'Circumference of the upper arm', b1: 'Ik meet hoe dik uw bovenarm is.' },
      { unit: { nl: 'cm', en: 'cm' }, decimals: 1, possible: range(10, 60), plausible: range(18, 45) },
    ),
    yesNo('nutrition.poorAppetite', read('S39'), {
      nl: 'Weinig eetlust in de afgelopen week?',
      en: 'Poor appetite in the past week?',
      b1: 'Had u de laatste week weinig zin in eten?',
    }),
    yesNo('nutrition.stairsDifficulty', read('S39'), {
      nl: 'Moeite met een trap oplopen?',
      en: 'Difficulty climbing a staircase?',
      b1: 'Hebt u moeite met de trap op lopen?',
    }),
  ],
})

export const vitaminD: Section = {
  id: 'vitaminD',
  ...read('S23'),
  words: { nl: 'Vitamine D', en: 'Vitamin D', b1: 'Neemt u vitamine D?' },
  core: [['vitaminD.uses', 'vitaminD.level']],
  problem: {
    any: [
      { fact: 'vitaminD.uses', is: 'no' },
      { fact: 'vitaminD.level', below: otherLimits.vitaminDBelow.value },
    ],
  },
  items: [
    yesNo(
      'vitaminD.uses',
      memory,
      {
        nl: 'Gebruikt vitamine D volgens het advies voor de leeftijd?',
        en: 'Takes vitamin D as advised for the age?',
        b1: 'Neemt u elke dag vitamine D?',
      },
      {
        hint: {
          nl: 'Advies: vanaf 70 jaar 20 microgram per dag; vrouwen van 50 tot en met 69 jaar 10 microgram.',
          en: 'Advice: from 70 years 20 micrograms a day; women from 50 to 69 years 10 micrograms.',
        },
      },
    ),
    number(
      'vitaminD.level',
      memory,
      {
        nl: 'Vitamine D in het bloed, als bekend',
        en: 'Vitamin D in the blood, if known',
        b1: 'Is uw vitamine D wel eens in het bloed gemeten?',
      },
      { unit: { nl: 'nmol/l', en: 'nmol/L' }, possible: range(5, 400), plausible: range(10, 200) },
    ),
  ],
}

export const feet: Section = {
  id: 'feet',
  ...read('S23'),
  words: { nl: 'Voeten en schoenen', en: 'Feet and footwear', b1: 'Hoe zijn uw voeten en schoenen?' },
  core: [['feet.pain'], ['feet.unsuitableFootwear']],
  problem: {
    any: [
      { fact: 'feet.pain', is: 'yes' },
      { fact: 'feet.deformity', is: 'yes' },
      { fact: 'feet.numbness', is: 'yes' },
      { fact: 'feet.unsuitableFootwear', is: 'yes' },
      { fact: 'feet.diabetes', is: 'yes' },
    ],
  },
  items: [
    yesNo('feet.pain', ours, { nl: 'Pijn aan de voeten?', en: 'Painful feet?', b1: 'Doen uw voeten pijn?' }, { shortcut: 'no' }),
    yesNo(
      'feet.deformity',
      ours,
      { nl: 'Standafwijking van voeten of tenen?', en: 'Deformity of feet or toes?', b1: 'Staan uw voeten of tenen scheef?' },
      { shortcut: 'no' },
    ),
    yesNo(
      'feet.numbness',
      ours,
      { nl: 'Minder gevoel in de voeten?', en: 'Numbness of the feet?', b1: 'Voelt u minder in uw voeten?' },
      { shortcut: 'no' },
    ),
    yesNo(
      'feet.unsuitableFootwear',
      ours,
      {
        nl: 'Loopt thuis op sloffen, sokken of slecht passende schoenen?',
        en: 'Wears slippers, socks or ill-fitting shoes at home?',
        b1: 'Loopt u thuis op sloffen, sokken of schoenen die niet goed zitten?',
      },
      { shortcut: 'no' },
    ),
    yesNo(
      'feet.diabetes',
      ours,
      {
        nl: 'Diabetes met risico voor de voeten?',
        en: 'Diabetes with foot risk?',
        b1: 'Hebt u suikerziekte en klachten van uw voeten?',
      },
      { shortcut: 'no' },
    ),
  ],
}

export const continence: Section = {
  id: 'continence',
  ...read('S23'),
  words: { nl: 'Plassen', en: 'Continence', b1: 'Hoe gaat het plassen?' },
  core: [['continence.leaks'], ['continence.urgencyOrNight']],
  problem: {
    any: [
      { fact: 'continence.leaks', is: 'yes' },
      { fact: 'continence.urgencyOrNight', is: 'yes' },
    ],
  },
  items: [
    yesNo(
      'continence.leaks',
      read('S23'),
      { nl: 'Ongewild urineverlies?', en: 'Leaks urine?', b1: 'Verliest u wel eens wat plas zonder dat u dat wilt?' },
      { shortcut: 'no' },
    ),
    yesNo(
      'continence.urgencyOrNight',
      ours,
      {
        nl: 'Moet zich haasten naar het toilet, of ’s nachts vaak uit bed om te plassen?',
        en: 'Has to rush to the toilet, or often gets up at night to urinate?',
        b1: 'Moet u zich vaak haasten naar de wc? Of moet u er ’s nachts vaak uit?',
      },
      { shortcut: 'no' },
    ),
  ],
}

export const alcohol: Section = {
  id: 'alcohol',
  ...read('S23'),
  words: { nl: 'Alcohol', en: 'Alcohol', b1: 'Drinkt u alcohol?' },
  core: [['alcohol.glassesPerWeek']],
  problem: { fact: 'alcohol.glassesPerWeek', over: otherLimits.alcoholGlassesOver.value },
  items: [
    number(
      'alcohol.glassesPerWeek',
      memory,
      { nl: 'Glazen alcohol per week', en: 'Glasses of alcohol a week', b1: 'Hoeveel glazen alcohol drinkt u in een week?' },
      {
        unit: { nl: 'glazen', en: 'glasses' },
        possible: range(0, 200),
        plausible: range(0, 35),
        hint: {
          nl: 'Advies: niet, of hooguit één glas per dag. Wordt niet gedeeld met het sociaal domein.',
          en: 'Advice: none, or at most one glass a day. Never shared with the social domain.',
        },
      },
    ),
  ],
}

export const bones: Section = {
  id: 'bones',
  ...read('S22'),
  words: { nl: 'Botten', en: 'Bones', b1: 'Hoe sterk zijn uw botten?' },
  core: [['bones.fractureAfter50']],
  problem: {
    any: [
      { fact: 'bones.fractureAfter50', is: 'yes' },
      { fact: 'bones.parentHipFracture', is: 'yes' },
      { fact: 'bones.glucocorticoids', is: 'yes' },
      { fact: 'bones.fracturePastYear', is: 'yes' },
    ],
  },
  items: [
    yesNo(
      'bones.fractureAfter50',
      ours,
      { nl: 'Botbreuk na het 50e jaar?', en: 'Fracture after the age of 50?', b1: 'Hebt u iets gebroken na uw 50e?' },
      { shortcut: 'no' },
    ),
    yesNo('bones.fracturePastYear', ours, {
      nl: 'Botbreuk in het laatste jaar?',
      en: 'Fracture in the last year?',
      b1: 'Hebt u het laatste jaar iets gebroken?',
    }),
    yesNo(
      'bones.parentHipFracture',
      ours,
      {
        nl: 'Vader of moeder met een heupbreuk?',
        en: 'Parent with a hip fracture?',
        b1: 'Heeft uw vader of moeder ooit een heup gebroken?',
      },
      { shortcut: 'no' },
    ),
    yesNo(
      'bones.glucocorticoids',
      ours,
      {
        nl: 'Gebruikt glucocorticoïden, zoals prednison?',
        en: 'Uses glucocorticoids, such as prednisone?',
        b1: 'Gebruikt u prednison of een medicijn dat daarop lijkt?',
      },
      { shortcut: 'no' },
    ),
    number(
      'bones.weight',
      ours,
      { nl: 'Gewicht', en: 'Weight', b1: 'Hoeveel weegt u?' },
      { unit: { nl: 'kg', en: 'kg' }, decimals: 1, possible: range(25, 300), plausible: range(40, 150) },
    ),
  ],
}
