// Blood pressure on standing up, heart and fainting, dizziness.
import type { PressureTest } from '../../../../../src/domain/derivation.ts'
import type { Section } from '../../../../../src/domain/instrument.ts'
import { orthostaticLimits } from '../../cut-offs.ts'
import { choice, memory, multipleChoice, option, pressure, read, yesNo } from './items.ts'

const rest = {
  nl: 'Na 5 minuten liggen; daarna staand, meteen of na 1 minuut en na 3 minuten.',
  en: 'After 5 minutes lying; then standing, at once or after 1 minute and after 3 minutes.',
}
const seated = { nl: 'Alleen als liggen niet kan.', en: 'Only when lying down is not possible.' }

export const lyingToStanding: PressureTest = {
  before: 'orthostasis.lying',
  standing: ['orthostasis.standing1', 'orthostasis.standing3'],
  limits: orthostaticLimits.supine,
}

const sittingToStanding: PressureTest = {
  before: 'orthostasis.sitting',
  standing: ['orthostasis.standingAfterSitting'],
  limits: orthostaticLimits.sitting,
}

export const orthostasis: Section = {
  id: 'orthostasis',
  ...read('S38'),
  words: { nl: 'Bloeddruk liggend en staand', en: 'Blood pressure lying and standing', b1: 'Hoe is uw bloeddruk als u opstaat?' },
  core: [
    ['orthostasis.lying', 'orthostasis.sitting'],
    ['orthostasis.standing1', 'orthostasis.standing3', 'orthostasis.standingAfterSitting'],
  ],
  problem: {
    any: [
      { fact: 'orthostasis.symptoms', is: 'yes' },
      { fact: 'orthostasis.dropFromLying', is: 'yes' },
      { fact: 'orthostasis.dropFromSitting', is: 'yes' },
    ],
  },
  derived: [
    { id: 'orthostasis.dropFromLying', from: { drop: lyingToStanding } },
    { id: 'orthostasis.dropFromSitting', from: { drop: sittingToStanding } },
  ],
  items: [
    pressure(
      'orthostasis.lying',
      read('S38'),
      { nl: 'Bloeddruk liggend', en: 'Blood pressure lying', b1: 'Ga 5 minuten liggen. Daarna meet ik uw bloeddruk.' },
      rest,
    ),
    pressure(
      'orthostasis.standing1',
      read('S38'),
      {
        nl: 'Bloeddruk staand, tot 1 minuut',
        en: 'Blood pressure standing, up to 1 minute',
        b1: 'Ga staan. Ik meet meteen uw bloeddruk.',
      },
      rest,
    ),
    pressure(
      'orthostasis.standing3',
      read('S38'),
      {
        nl: 'Bloeddruk staand, na 3 minuten',
        en: 'Blood pressure standing, after 3 minutes',
        b1: 'Blijf nog even staan. Ik meet nog een keer.',
      },
      rest,
    ),
    pressure(
      'orthostasis.sitting',
      read('S38'),
      { nl: 'Bloeddruk zittend', en: 'Blood pressure sitting', b1: 'Blijf rustig zitten. Ik meet uw bloeddruk.' },
      seated,
    ),
    pressure(
      'orthostasis.standingAfterSitting',
      read('S38'),
      {
        nl: 'Bloeddruk staand, na zitten',
        en: 'Blood pressure standing, after sitting',
        b1: 'Sta nu op. Ik meet uw bloeddruk nog een keer.',
      },
      seated,
    ),
    yesNo('orthostasis.symptoms', read('S38'), {
      nl: 'Klachten bij het opstaan: duizelig, licht in het hoofd, wazig zien?',
      en: 'Complaints on standing up: dizzy, light-headed, blurred vision?',
      b1: 'Wordt u duizelig of licht in uw hoofd als u opstaat?',
    }),
  ],
}

export const cardiovascular: Section = {
  id: 'cardiovascular',
  ...read('S23'),
  words: { nl: 'Hart, vaten en wegraking', en: 'Heart, vessels and fainting', b1: 'Hebt u klachten van uw hart?' },
  core: [['cardiovascular.heartDisease'], ['cardiovascular.palpitations']],
  problem: {
    any: [
      { fact: 'cardiovascular.heartDisease', is: 'yes' },
      { fact: 'cardiovascular.palpitations', is: 'yes' },
      { fact: 'cardiovascular.chestPain', is: 'yes' },
      { fact: 'cardiovascular.faintedOnExertionOrLying', is: 'yes' },
      { fact: 'cardiovascular.familySuddenDeath', is: 'yes' },
    ],
  },
  items: [
    yesNo('cardiovascular.heartDisease', memory, {
      nl: 'Bekende hart- of vaatziekte?',
      en: 'Known disease of the heart or vessels?',
      b1: 'Hebt u een ziekte van uw hart of bloedvaten?',
    }),
    yesNo('cardiovascular.palpitations', memory, {
      nl: 'Hartkloppingen rond een val of bijna-val?',
      en: 'Palpitations around a fall or near fall?',
      b1: 'Klopte uw hart snel of vreemd toen u viel, of bijna viel?',
    }),
    yesNo('cardiovascular.chestPain', memory, {
      nl: 'Pijn op de borst rond een val of bijna-val?',
      en: 'Chest pain around a fall or near fall?',
      b1: 'Had u pijn op uw borst toen u viel, of bijna viel?',
    }),
    yesNo('cardiovascular.faintedOnExertionOrLying', memory, {
      nl: 'Weggeraakt bij inspanning of liggend?',
      en: 'Fainted on exertion or while lying down?',
      b1: 'Was u wel eens even weg terwijl u druk bezig was, of lag?',
    }),
    yesNo(
      'cardiovascular.familySuddenDeath',
      memory,
      {
        nl: 'Plotseling overlijden op jonge leeftijd in de familie?',
        en: 'Sudden death at a young age in the family?',
        b1: 'Is iemand van uw familie jong en opeens overleden?',
      },
      { shortcut: 'no' },
    ),
  ],
}

export const dizziness: Section = {
  id: 'dizziness',
  ...read('S23'),
  words: { nl: 'Duizeligheid', en: 'Dizziness', b1: 'Bent u wel eens duizelig?' },
  core: [['dizziness.present']],
  problem: { fact: 'dizziness.present', is: 'yes' },
  items: [
    yesNo(
      'dizziness.present',
      read('S23'),
      { nl: 'Duizelig?', en: 'Dizzy?', b1: 'Bent u wel eens duizelig?' },
      { shortcut: 'no' },
    ),
    choice('dizziness.type', read('S23'), { nl: 'Soort duizeligheid', en: 'Type of dizziness', b1: 'Hoe voelt dat?' }, [
      option('spinning', 'draaierig', 'spinning', 'alles draait'),
      option('lightHeaded', 'licht in het hoofd', 'light-headed'),
      option('unsteady', 'onvast', 'unsteady', 'ik sta niet stevig'),
      option('mixed', 'gemengd of niet te zeggen', 'mixed or hard to say', 'het is moeilijk te zeggen'),
    ]),
    multipleChoice(
      'dizziness.triggers',
      read('S23'),
      { nl: 'Wanneer duizelig', en: 'What brings it on', b1: 'Wanneer bent u duizelig?' },
      [
        option('standingUp', 'bij opstaan', 'on standing up', 'als ik opsta'),
        option(
          'turningInBed',
          'bij omdraaien in bed of opkijken',
          'on turning in bed or looking up',
          'als ik me omdraai in bed of omhoog kijk',
        ),
        option('walking', 'bij lopen', 'when walking', 'als ik loop'),
        option('noTrigger', 'zonder aanleiding', 'without a trigger', 'zomaar'),
      ],
    ),
    choice(
      'dizziness.dixHallpike',
      read('S23'),
      {
        nl: 'Dix-Hallpike (op indicatie)',
        en: 'Dix-Hallpike (if indicated)',
        b1: 'De dokter of therapeut beweegt uw hoofd om te kijken wat er gebeurt.',
      },
      [
        option('negative', 'negatief', 'negative', 'er gebeurt niets'),
        option('positive', 'positief', 'positive', 'alles draait'),
      ],
      { hint: { nl: 'Alleen door huisarts of geschoolde fysiotherapeut.', en: 'Only by a GP or trained physiotherapist.' } },
    ),
  ],
}
