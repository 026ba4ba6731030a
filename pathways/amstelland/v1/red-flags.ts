// Red flags: doctor first. The list combines read criteria with clinical knowledge and must be approved by a GP before go-live.
import type { RedFlag } from '../../../src/domain/red-flags.ts'

const fromMemory = { source: 'Valpad', status: 'memory' } as const
const criteriaRead = { source: 'S26 + Valpad', status: 'secondary' } as const
const ambulanceGuide = { source: 'S76 + Valpad', status: 'secondary' } as const

export const redFlags: readonly RedFlag[] = [
  {
    id: 'RF01',
    urgency: 'U1',
    effect: 'stop',
    words: {
      nl: 'tekenen van een beroerte, nieuwe verwardheid met koorts of benauwdheid, pijn op de borst nu, of een ernstige bloeding: bel 112',
      en: 'signs of a stroke, new confusion with fever or breathlessness, chest pain now, or severe bleeding: call 112',
    },
    ...ambulanceGuide,
  },
  {
    id: 'RF02',
    urgency: 'U2',
    effect: 'stop',
    words: {
      nl: 'hoofdletsel bij gebruik van een bloedverdunner, of suf, brakend of hevige hoofdpijn na een val in de laatste 14 dagen: bel de spoedlijn van de huisarts',
      en: "head injury while using a blood thinner, or drowsy, vomiting or severe headache after a fall in the last 14 days: call the GP's emergency line",
    },
    ...ambulanceGuide,
  },
  {
    id: 'RF03',
    urgency: 'U2',
    effect: 'stop',
    words: {
      nl: 'vermoeden van een botbreuk: kan niet staan op het been, pijn in heup of lies, of een scheve stand',
      en: 'suspected fracture: cannot bear weight, pain in hip or groin, or a deformity',
    },
    ...ambulanceGuide,
  },
  {
    id: 'RF04',
    urgency: 'U2',
    effect: 'stop',
    derivedWhen: {
      all: [
        { fact: 'lossOfConsciousness', is: 'yes' },
        {
          not: {
            all: [
              { fact: 'lossOfConsciousnessExplained', known: true },
              { fact: 'lossOfConsciousnessExplained', is: 'yes' },
            ],
          },
        },
      ],
    },
    words: {
      nl: 'bewustzijnsverlies of geheugenverlies rond de val zonder verklaring van een arts; bij inspanning, liggend, met hartkloppingen of pijn op de borst: bel 112',
      en: 'loss of consciousness or no memory of the fall, not explained by a doctor; with exertion, lying down, palpitations or chest pain: call 112',
    },
    ...criteriaRead,
  },
  {
    id: 'RF05',
    urgency: 'U2',
    effect: 'stop',
    words: {
      nl: 'twee of meer keer gevallen in de laatste 7 dagen, of plotseling niet meer kunnen lopen',
      en: 'two or more falls in the last 7 days, or sudden loss of walking ability',
    },
    ...ambulanceGuide,
  },
  {
    id: 'RF06',
    urgency: 'U2',
    effect: 'stop',
    words: {
      nl: 'tekenen van acute ziekte (koorts, delier, uitdroging)',
      en: 'signs of acute illness (fever, delirium, dehydration)',
    },
    ...fromMemory,
  },
  {
    id: 'RF07',
    urgency: 'U2',
    effect: 'stop',
    words: { nl: 'vermoeden van een epileptische aanval', en: 'suspected seizure' },
    ...ambulanceGuide,
  },
  {
    id: 'RF08',
    urgency: 'U2',
    effect: 'stop',
    words: { nl: 'plotseling slechter of dubbel zien', en: 'sudden loss of vision or double vision' },
    ...ambulanceGuide,
  },
  {
    id: 'RF09',
    urgency: 'U2',
    effect: 'stop',
    words: {
      nl: 'uitspraken over zelfdoding, of vermoeden van mishandeling of verwaarlozing (meldcode; niets wordt vanzelf gedeeld)',
      en: 'suicidal remarks, or suspected abuse or neglect (reporting code; nothing is shared by itself)',
    },
    ...fromMemory,
  },
  {
    id: 'RF10',
    urgency: 'U2',
    effect: 'stop',
    derivedWhen: {
      any: [
        { fact: 'standingSystolic', below: 90 },
        {
          all: [
            { fact: 'systolicDrop', atLeast: 30 },
            { fact: 'lossOfConsciousness', is: 'yes' },
          ],
        },
      ],
    },
    words: {
      nl: 'bovendruk staand onder 90 mmHg, of een daling van 30 mmHg of meer met bewustzijnsverlies',
      en: 'standing systolic pressure under 90 mmHg, or a drop of 30 mmHg or more with loss of consciousness',
    },
    source: 'Valpad',
    status: 'local default',
  },
  {
    id: 'RF11',
    urgency: 'U2',
    effect: 'stop',
    words: {
      nl: 'een uur of langer op de grond gelegen in de laatste 14 dagen, nog niet door een arts gezien',
      en: 'a long lie of an hour or more in the last 14 days, not yet seen by a doctor',
    },
    ...criteriaRead,
  },
  {
    id: 'RF12',
    urgency: 'U2',
    effect: 'stop',
    words: {
      nl: 'nieuwe neurologische uitval (zwak been, in dagen anders gaan lopen, gevoelloos zitvlak)',
      en: 'new neurological deficit (weak leg, gait changed within days, numb saddle area)',
    },
    ...fromMemory,
  },
  {
    id: 'RF13',
    urgency: 'U3',
    effect: 'holdExercise',
    words: {
      nl: 'pijn op de borst of benauwd in rust of bij lichte inspanning, hartfalen dat niet onder controle is, of een operatie of infarct korter dan 6 weken geleden zonder akkoord om te oefenen',
      en: 'chest pain or breathlessness at rest or on mild effort, uncontrolled heart failure, or an operation or infarction less than 6 weeks ago without clearance',
    },
    ...fromMemory,
  },
  {
    id: 'RF14',
    urgency: 'U3',
    effect: 'task',
    words: {
      nl: 'ondervoed (SNAQ65+ rood): diëtist binnen de gestelde dagen',
      en: 'undernourished (SNAQ65+ red): dietitian within the stated days',
    },
    source: 'S39',
    status: 'read',
  },
  {
    id: 'RF15',
    urgency: 'U3',
    effect: 'task',
    words: {
      nl: 'orthostatische hypotensie zonder bewustzijnsverlies, of duizelig na een nieuw geneesmiddel: taak voor de huisarts',
      en: 'orthostatic hypotension without loss of consciousness, or dizzy after a new medicine: task for the GP',
    },
    ...fromMemory,
  },
]
