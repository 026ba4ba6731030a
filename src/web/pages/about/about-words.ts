// The words of help, accessibility and privacy. Privacy is in plain Dutch: an older adult may read it too.
import { texts } from '../../text/language.tsx'
import { privacyWords } from './privacy-words.ts'

type Keys = readonly (readonly [key: string, does: string])[]
type Screen = { readonly name: string; readonly keys: Keys }

const nlScreens: readonly Screen[] = [
  {
    name: 'Overal',
    keys: [
      ['/', 'persoon zoeken'],
      ['?', 'deze hulp'],
      ['Alt 1 tot 6', 'naar een plaats in het menu'],
      ['Tab', 'naar het volgende'],
      ['Esc', 'sluiten'],
    ],
  },
  {
    name: 'Valrisicotest',
    keys: [
      ['1, 2, 3', 'antwoord kiezen'],
      ['Enter', 'verder'],
    ],
  },
  {
    name: 'Valanalyse',
    keys: [
      ['cijfer of eerste letter', 'antwoord kiezen, daarna vanzelf naar de volgende vraag'],
      ['Enter', 'volgende vraag'],
      ['Shift Enter', 'vorige vraag'],
      ['g', 'hele onderdeel zonder bijzonderheden'],
      ['k', 'eerdere antwoorden kloppen'],
      ['x', 'niet gevraagd'],
      ['o', 'onbekend'],
      ['w', 'wil hier niet op antwoorden'],
      ['b', 'de vraag in gewone woorden'],
      ['spatie', 'stopwatch starten en stoppen'],
      ['Alt S', 'naar het voorstel'],
    ],
  },
  {
    name: 'Voorstel en versturen',
    keys: [
      ['pijltjes', 'andere keuze'],
      ['Enter', 'kiezen'],
      ['Alt S', 'verder of versturen'],
    ],
  },
  {
    name: 'Opdrachten',
    keys: [
      ['a', 'opdracht aannemen'],
      ['k', 'kan niet'],
    ],
  },
  {
    name: 'Groepen',
    keys: [
      ['pijltjes', 'door de lijst'],
      ['spatie', 'was er, of niet'],
      ['i', 'iedereen was er'],
    ],
  },
  {
    name: 'Aanbod',
    keys: [
      ['pijltjes', 'door de tabel'],
      ['Enter of F2', 'cel wijzigen'],
      ['c', 'aanbod klopt nog'],
      ['o', 'aanbod openen'],
      ['Ctrl Z', 'ongedaan maken'],
      ['Ctrl V', 'blok uit een rekenblad plakken'],
    ],
  },
]
const enScreens: readonly Screen[] = [
  {
    name: 'Everywhere',
    keys: [
      ['/', 'find a person'],
      ['?', 'this help'],
      ['Alt 1 to 6', 'to a place in the menu'],
      ['Tab', 'to the next thing'],
      ['Esc', 'close'],
    ],
  },
  {
    name: 'Fall-risk test',
    keys: [
      ['1, 2, 3', 'choose an answer'],
      ['Enter', 'go on'],
    ],
  },
  {
    name: 'Fall analysis',
    keys: [
      ['digit or first letter', 'choose an answer, then on to the next question by itself'],
      ['Enter', 'next question'],
      ['Shift Enter', 'previous question'],
      ['g', 'whole section without findings'],
      ['k', 'earlier answers are right'],
      ['x', 'not asked'],
      ['o', 'unknown'],
      ['w', 'does not want to answer this'],
      ['b', 'the question in plain words'],
      ['space', 'start and stop the stopwatch'],
      ['Alt S', 'to the proposal'],
    ],
  },
  {
    name: 'Proposal and sending',
    keys: [
      ['arrows', 'another choice'],
      ['Enter', 'choose'],
      ['Alt S', 'go on or send'],
    ],
  },
  {
    name: 'Assignments',
    keys: [
      ['a', 'accept the assignment'],
      ['k', 'not possible'],
    ],
  },
  {
    name: 'Groups',
    keys: [
      ['arrows', 'through the list'],
      ['space', 'was there, or not'],
      ['i', 'everybody was there'],
    ],
  },
  {
    name: 'Supply',
    keys: [
      ['arrows', 'through the table'],
      ['Enter or F2', 'change the cell'],
      ['c', 'the offer is still right'],
      ['o', 'open the offer'],
      ['Ctrl Z', 'undo'],
      ['Ctrl V', 'paste a block from a spreadsheet'],
    ],
  },
]

export const words = texts(
  {
    help: 'Hulp',
    helpLead: 'Alles kan met de muis, met aanraken en met deze toetsen. Een toets van een scherm werkt alleen waar u bent.',
    key: 'Toets',
    does: 'Wat die doet',
    stuck: 'Komt u er niet uit?',
    stuckLines: [
      'Wat u invult, wordt vanzelf bewaard. Boven in het scherm staat of dat gelukt is.',
      'Zonder verbinding kunt u in de valanalyse verder. De antwoorden gaan later mee.',
      'Klopt een voorstel niet, of begrijpt u iets niet? Vraag het de ketencoördinator van uw regio. Bij Wie is wie staat het telefoonnummer.',
    ],
    screens: nlScreens,
    accessibility: 'Toegankelijkheid',
    status: (standard: string) => `Valpad voldoet voor een deel aan ${standard}.`,
    checkedOn: (day: string) => `Bijgewerkt op ${day}.`,
    checks: 'Wat is nagekeken',
    faults: 'Wat nog niet goed is',
    report: 'Loopt u ergens tegenaan?',
    reportLine: 'Vertel het de ketencoördinator van uw regio. Wij antwoorden binnen tien werkdagen.',
    privacy: 'Privacy',
    privacyLead: 'Zo gaan wij om met wat wij over u weten.',
    parts: privacyWords.nl,
  },
  {
    help: 'Help',
    helpLead: 'Everything works with the mouse, by touch and with these keys. A key of a screen works only where you are.',
    key: 'Key',
    does: 'What it does',
    stuck: 'Stuck?',
    stuckLines: [
      'What you fill in is saved by itself. The top of the screen says whether that worked.',
      'Without a connection you can go on in the fall analysis. The answers are sent later.',
      'Is a proposal not right, or is something not clear? Ask the chain coordinator of your region. The number is under Who is who.',
    ],
    screens: enScreens,
    accessibility: 'Accessibility',
    status: (standard: string) => `Valpad meets ${standard.replace('niveau', 'level')} in part.`,
    checkedOn: (day: string) => `Updated on ${day}.`,
    checks: 'What was checked',
    faults: 'What is not right yet',
    report: 'Is something in your way?',
    reportLine: 'Tell the chain coordinator of your region. We answer within ten working days.',
    privacy: 'Privacy',
    privacyLead: 'This is how we treat what we know about you.',
    parts: privacyWords.en,
  },
)
