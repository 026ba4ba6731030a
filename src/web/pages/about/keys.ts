// The keys of every screen, as the screens know them. A test reads which keys the screens have and looks for each of them here.

/** Does nothing while keys of one letter are switched off. */
export const isOfLetters = (key: string): boolean => /^[A-Z/?](( of | or )[A-Z])?$/.test(key)

type Key = readonly [key: string, does: string]
type Screen = { readonly name: string; readonly keys: readonly Key[] }

export const nlKeys: readonly Screen[] = [
  {
    name: 'Overal',
    keys: [
      ['/', 'persoon zoeken'],
      ['?', 'deze hulp'],
      ['Alt 1 tot 6', 'naar een plaats in het menu'],
      ['Alt N', 'iets nieuws beginnen: een persoon, of aanbod'],
      ['Tab', 'naar het volgende'],
      ['Esc', 'sluiten'],
    ],
  },
  {
    name: 'Mijn werk',
    keys: [
      ['pijl omhoog, omlaag', 'naar een andere regel'],
      ['Enter', 'openen'],
    ],
  },
  {
    name: 'Persoon zoeken',
    keys: [
      ['pijl omlaag', 'naar de eerste die gevonden is'],
      ['Alt N', 'persoon toevoegen, met wat u al typte'],
    ],
  },
  {
    name: 'Valrisicotest',
    keys: [
      ['1, 2, 3', 'antwoord kiezen, daarna vanzelf verder'],
      ['Alt S', 'uitslag vastleggen'],
    ],
  },
  {
    name: 'Valanalyse',
    keys: [
      ['cijfer', 'antwoord kiezen, daarna vanzelf naar de volgende vraag'],
      ['J of N', 'ja of nee'],
      ['pijltjes', 'ander antwoord'],
      ['0', 'geen van deze, als u er meer mag kiezen; N ook'],
      ['Enter', 'volgende vraag'],
      ['Shift Enter', 'vorige vraag'],
      ['G', 'hele onderdeel zonder bijzonderheden'],
      ['K', 'eerdere antwoorden kloppen'],
      ['X', 'niet gevraagd'],
      ['O', 'onbekend'],
      ['W', 'wil hier niet op antwoorden'],
      ['M', 'aantekening bij de vraag'],
      ['B', 'de vraag in gewone woorden'],
      ['V', 'naar de rode vlag'],
      ['1, 2, 3', 'bij de rode vlag: wat u eraan deed'],
      ['Esc', 'terug van de rode vlag naar de vraag'],
      ['J of Y', 'een zeldzame waarde klopt'],
      ['Esc', 'een zeldzame waarde wijzigen'],
      ['1, 2', 'kiezen als twee antwoorden verschillen'],
      ['spatie', 'stopwatch starten en stoppen'],
      ['Esc', 'ongedaan maken wat u net typte'],
      ['Alt S', 'naar het voorstel'],
    ],
  },
  {
    name: 'Voorstel',
    keys: [
      ['1, 2, 3', 'doen, nu niet, iets anders'],
      ['Enter', 'het eerste aanbod, en verder'],
      ['pijl omhoog, omlaag', 'naar een ander voorstel'],
      ['M', 'melden dat er geen passend aanbod is'],
      ['Alt S', 'naar controleren en versturen'],
    ],
  },
  {
    name: 'Controleer en verstuur',
    keys: [
      ['1, 2, 3', 'wat mevrouw of meneer goed vindt, en hoe dat is gezegd'],
      ['Alt S', 'versturen'],
    ],
  },
  {
    name: 'Verstuurd',
    keys: [
      ['Alt K', 'tekst voor het dossier kopiëren'],
      ['Alt N', 'volgende persoon'],
    ],
  },
  {
    name: 'Opdrachten',
    keys: [
      ['pijl omhoog, omlaag', 'naar een andere opdracht'],
      ['Enter', 'openen'],
      ['A', 'opdracht aannemen'],
      ['K', 'kan niet'],
    ],
  },
  {
    name: 'Groepen',
    keys: [
      ['pijltjes', 'door de lijst'],
      ['spatie', 'was er, was er niet, leeg'],
      ['I', 'iedereen was er'],
    ],
  },
  {
    name: 'Aanbod',
    keys: [
      ['pijltjes, Page Up, Page Down, Home, End', 'door de tabel'],
      ['Enter of F2', 'cel wijzigen; Enter bewaart, Esc stopt'],
      ['C', 'aanbod klopt nog'],
      ['O', 'aanbod openen'],
      ['Ctrl Z', 'ongedaan maken'],
      ['Ctrl V', 'blok uit een rekenblad plakken'],
    ],
  },
]

export const enKeys: readonly Screen[] = [
  {
    name: 'Everywhere',
    keys: [
      ['/', 'find a person'],
      ['?', 'this help'],
      ['Alt 1 to 6', 'to a place in the menu'],
      ['Alt N', 'begin something new: a person, or an offer'],
      ['Tab', 'to the next thing'],
      ['Esc', 'close'],
    ],
  },
  {
    name: 'My work',
    keys: [
      ['arrow up, down', 'to another row'],
      ['Enter', 'open'],
    ],
  },
  {
    name: 'Find a person',
    keys: [
      ['arrow down', 'to the first that was found'],
      ['Alt N', 'add a person, with what you typed'],
    ],
  },
  {
    name: 'Fall-risk test',
    keys: [
      ['1, 2, 3', 'choose an answer, then on by itself'],
      ['Alt S', 'record the result'],
    ],
  },
  {
    name: 'Fall analysis',
    keys: [
      ['digit', 'choose an answer, then on to the next question by itself'],
      ['Y or N', 'yes or no'],
      ['arrows', 'another answer'],
      ['0', 'none of these, where you may choose more; N too'],
      ['Enter', 'next question'],
      ['Shift Enter', 'previous question'],
      ['G', 'whole section without findings'],
      ['K', 'earlier answers are right'],
      ['X', 'not asked'],
      ['O', 'unknown'],
      ['W', 'does not want to answer this'],
      ['M', 'a note with the question'],
      ['B', 'the question in plain words'],
      ['V', 'to the red flag'],
      ['1, 2, 3', 'at the red flag: what you did about it'],
      ['Esc', 'back from the red flag to the question'],
      ['J or Y', 'a rare value is right'],
      ['Esc', 'change a rare value'],
      ['1, 2', 'choose where two answers differ'],
      ['space', 'start and stop the stopwatch'],
      ['Esc', 'undo what you just typed'],
      ['Alt S', 'to the proposal'],
    ],
  },
  {
    name: 'Proposal',
    keys: [
      ['1, 2, 3', 'do, not now, something else'],
      ['Enter', 'the first offer, and on'],
      ['arrow up, down', 'to another proposal'],
      ['M', 'report that no offer fits'],
      ['Alt S', 'to check and send'],
    ],
  },
  {
    name: 'Check and send',
    keys: [
      ['1, 2, 3', 'what the older adult agrees to, and how it was said'],
      ['Alt S', 'send'],
    ],
  },
  {
    name: 'Sent',
    keys: [
      ['Alt K', 'copy the text for the record'],
      ['Alt N', 'next person'],
    ],
  },
  {
    name: 'Assignments',
    keys: [
      ['arrow up, down', 'to another assignment'],
      ['Enter', 'open'],
      ['A', 'accept the assignment'],
      ['K', 'not possible'],
    ],
  },
  {
    name: 'Groups',
    keys: [
      ['arrows', 'through the list'],
      ['space', 'was there, was not there, empty'],
      ['I', 'everybody was there'],
    ],
  },
  {
    name: 'Supply',
    keys: [
      ['arrows, Page Up, Page Down, Home, End', 'through the table'],
      ['Enter or F2', 'change the cell; Enter saves, Esc stops'],
      ['C', 'the offer is still right'],
      ['O', 'open the offer'],
      ['Ctrl Z', 'undo'],
      ['Ctrl V', 'paste a block from a spreadsheet'],
    ],
  },
]
