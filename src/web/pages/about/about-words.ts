// The words of help, accessibility and privacy. Privacy is in plain Dutch: an older adult may read it too.
import { texts } from '../../text/language.tsx'
import { enKeys, nlKeys } from './keys.ts'
import { privacyWords } from './privacy-words.ts'

export const words = texts(
  {
    help: 'Hulp',
    helpLead: 'Alles kan met de muis, met aanraken en met deze toetsen. Een toets van een scherm werkt alleen waar u bent.',
    preferences: 'Voorkeuren',
    letters: 'Toetsen van één letter gebruiken',
    lettersHow:
      'Staat dit uit, dan doen losse letters en tekens (zoals A, K, / en ?) niets meer; typen in een veld kan gewoon. Cijfers kiezen dan nog wel een antwoord, maar alleen in de vraag waar u bent. Ook Alt met een letter, Enter, spatie, Esc en de pijltjes blijven werken. Dit geldt meteen, en alleen op dit apparaat.',
    lettersOn: 'Toetsen van één letter staan aan.',
    lettersOff: 'Toetsen van één letter staan uit.',
    key: 'Toets',
    does: 'Wat die doet',
    stuck: 'Komt u er niet uit?',
    stuckLines: [
      'Wat u invult, wordt vanzelf bewaard. Boven in het scherm staat of dat gelukt is.',
      'Zonder verbinding kunt u in de valanalyse verder. De antwoorden gaan later mee.',
      'Alles kan geprint worden, ook dit scherm. Wat dichtgeklapt is, komt niet op papier.',
      'Klopt een voorstel niet, of begrijpt u iets niet? Vraag het de ketencoördinator van uw regio. Bij Wie is wie staat het telefoonnummer.',
    ],
    screens: nlKeys,
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
    preferences: 'Preferences',
    letters: 'Use keys of one letter',
    lettersHow:
      'With this off, single letters and marks (such as A, K, / and ?) do nothing any more; typing in a field works as ever. Digits still choose an answer, but only in the question where you are. Alt with a letter, Enter, space, Esc and the arrows keep working too. This holds at once, and on this device only.',
    lettersOn: 'Keys of one letter are on.',
    lettersOff: 'Keys of one letter are off.',
    key: 'Key',
    does: 'What it does',
    stuck: 'Stuck?',
    stuckLines: [
      'What you fill in is saved by itself. The top of the screen says whether that worked.',
      'Without a connection you can go on in the fall analysis. The answers are sent later.',
      'Everything can be printed, this screen too. What is folded away does not come on paper.',
      'Is a proposal not right, or is something not clear? Ask the chain coordinator of your region. The number is under Who is who.',
    ],
    screens: enKeys,
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
