// Medication: how many, which classes, what changed; advice to stop a medicine is never given here.
import type { Section } from '../../../../../src/domain/instrument.ts'
import { otherLimits } from '../../cut-offs.ts'
import { memory, multipleChoice, number, option, ours, range, read, text, yesNo } from './items.ts'

/** STOPPFall names 14 classes; 13 are remembered, the ATC codes are our own mapping, and the 14th must be read from the paper. */
const fridClasses = [
  option(
    'benzodiazepines',
    'benzodiazepinen en verwante middelen (N05BA, N05CD, N05CF)',
    'benzodiazepines and related (N05BA, N05CD, N05CF)',
    'middelen om te slapen of rustig te worden',
  ),
  option(
    'antipsychotics',
    'antipsychotica (N05A, niet lithium)',
    'antipsychotics (N05A, not lithium)',
    'middelen tegen verwardheid of onrust',
  ),
  option('antidepressants', 'antidepressiva (N06A)', 'antidepressants (N06A)', 'middelen tegen somberheid'),
  option('opioids', 'opioïden (N02A)', 'opioids (N02A)', 'sterke pijnstillers'),
  option('antiepileptics', 'anti-epileptica (N03A)', 'antiepileptics (N03A)', 'middelen tegen epilepsie of zenuwpijn'),
  option('diuretics', 'diuretica (C03)', 'diuretics (C03)', 'plastabletten'),
  option(
    'alphaBlockersPressure',
    'alfablokkers tegen hoge bloeddruk (C02CA)',
    'alpha-blockers for blood pressure (C02CA)',
    'een soort middel tegen hoge bloeddruk',
  ),
  option(
    'alphaBlockersProstate',
    'alfablokkers bij prostaatklachten (G04CA)',
    'alpha-blockers for the prostate (G04CA)',
    'middelen om beter te plassen',
  ),
  option(
    'centralAntihypertensives',
    'centraal werkende bloeddrukverlagers (C02A)',
    'centrally acting antihypertensives (C02A)',
    'een ander soort middel tegen hoge bloeddruk',
  ),
  option(
    'vasodilators',
    'vaatverwijders bij hartklachten (C01DA)',
    'cardiac vasodilators (C01DA)',
    'middelen tegen pijn op de borst',
  ),
  option('anticholinergics', 'anticholinergica', 'anticholinergics', 'middelen die onder meer een droge mond geven'),
  option(
    'sedativeAntihistamines',
    'sederende antihistaminica (deel van R06A)',
    'sedative antihistamines (part of R06A)',
    'middelen tegen allergie waar u slaperig van wordt',
  ),
  option(
    'overactiveBladder',
    'middelen bij een overactieve blaas (G04BD)',
    'medicines for an overactive bladder (G04BD)',
    'middelen tegen vaak moeten plassen',
  ),
  option(
    'other',
    'een andere klasse uit STOPPFall',
    'another class of STOPPFall',
    'een ander middel waardoor u minder stevig staat',
  ),
]

export const medication: Section = {
  id: 'medication',
  ...read('S23'),
  words: { nl: 'Medicijnen', en: 'Medication', b1: 'Welke medicijnen gebruikt u?' },
  core: [['medication.number'], ['medication.fridClasses']],
  problem: {
    any: [
      { fact: 'medication.fridClasses.count', atLeast: 1 },
      {
        all: [
          { fact: 'medication.number', atLeast: otherLimits.polypharmacyFrom.value },
          { fact: 'medication.reviewPast12Months', is: 'no' },
        ],
      },
      { fact: 'medication.dizzyAfterChange', is: 'yes' },
    ],
  },
  items: [
    number(
      'medication.number',
      memory,
      {
        nl: 'Aantal medicijnen in langdurig gebruik',
        en: 'Number of long-term medicines',
        b1: 'Hoeveel verschillende medicijnen gebruikt u elke dag of week?',
      },
      { unit: { nl: 'medicijnen', en: 'medicines' }, possible: range(0, 40), plausible: range(0, 20) },
    ),
    multipleChoice(
      'medication.fridClasses',
      memory,
      {
        nl: 'Klassen valrisicoverhogende medicijnen',
        en: 'Classes of fall-risk-increasing drugs',
        b1: 'Ik kijk of uw medicijnen invloed hebben op hoe stevig u staat.',
      },
      fridClasses,
      {
        hint: {
          nl: 'Uit het medicatieoverzicht. Stop nooit zelf een middel: apotheker en huisarts beoordelen dit.',
          en: 'From the medication record. Never stop a medicine yourself: pharmacist and GP judge this.',
        },
      },
    ),
    text('medication.list', ours, {
      nl: 'Medicijnen (ATC-codes)',
      en: 'Medicines (ATC codes)',
      b1: 'Mag ik de lijst van uw medicijnen zien?',
    }),
    yesNo(
      'medication.changedPast4Weeks',
      ours,
      {
        nl: 'Verandering in de medicijnen in de laatste 4 weken?',
        en: 'Change of medicines in the last 4 weeks?',
        b1: 'Zijn uw medicijnen veranderd in de laatste 4 weken?',
      },
      { shortcut: 'no' },
    ),
    yesNo('medication.dizzyAfterChange', ours, {
      nl: 'Duizelig geworden na een verandering in de medicijnen?',
      en: 'Dizzy since a change of medicines?',
      b1: 'Bent u duizelig sinds uw medicijnen zijn veranderd?',
    }),
    yesNo(
      'medication.takenAsPrescribed',
      ours,
      {
        nl: 'Neemt de medicijnen in zoals voorgeschreven?',
        en: 'Takes the medicines as prescribed?',
        b1: 'Lukt het om uw medicijnen te nemen zoals is afgesproken?',
      },
      { shortcut: 'yes' },
    ),
    yesNo('medication.sleepingPills', ours, {
      nl: 'Gebruikt slaapmiddelen, ook zonder recept?',
      en: 'Uses sleeping pills, also without prescription?',
      b1: 'Gebruikt u iets om te slapen, ook van de drogist?',
    }),
    yesNo('medication.reviewPast12Months', ours, {
      nl: 'Medicatiebeoordeling in de laatste 12 maanden?',
      en: 'Medication review in the last 12 months?',
      b1: 'Heeft de apotheker of dokter dit jaar uw medicijnen met u besproken?',
    }),
  ],
}
