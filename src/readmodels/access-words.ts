// What the lines of the access log say: what somebody looked at, and what was done.
import { type CommandType, commandWords } from '../domain/commands.ts'
import type { Words } from '../domain/words.ts'

/** The code itself where nobody gave it words. */
export const accessWords = (action: string): Words =>
  looks[action] ?? (Object.hasOwn(commandWords, action) ? commandWords[action as CommandType] : { nl: action, en: action })

const looks: { readonly [action: string]: Words | undefined } = {
  listPeople: { nl: 'lijst van ouderen bekeken', en: 'list of older adults viewed' },
  findPeople: { nl: 'gevonden bij het zoeken', en: 'found in a search' },
  addPerson: { nl: 'gegevens toegevoegd', en: 'details added' },
  changePerson: { nl: 'gegevens gewijzigd', en: 'details changed' },
  readPerson: { nl: 'gegevens bekeken', en: 'details viewed' },
  readAccessLog: { nl: 'bekeken wie dit dossier zag', en: 'viewed who saw this file' },
  readWorklist: { nl: 'gezien op de werklijst', en: 'seen on the worklist' },
  readCase: { nl: 'traject bekeken', en: 'case viewed' },
  readSignal: { nl: 'gezien hoe het met de aanmelding staat', en: 'state of the signal viewed' },
  readEvents: { nl: 'tijdlijn bekeken', en: 'timeline viewed' },
  readWay: { nl: 'het pad bekeken', en: 'the path viewed' },
  readMeasures: { nl: 'metingen bekeken', en: 'measurements viewed' },
  readDeadlines: { nl: 'termijnen bekeken', en: 'deadlines viewed' },
  readExplanation: { nl: 'uitleg van het voorstel bekeken', en: 'explanation of the proposal viewed' },
  readAssignment: { nl: 'opdracht bekeken', en: 'assignment viewed' },
  readAnswers: { nl: 'antwoorden van de valanalyse bekeken', en: 'answers of the fall analysis viewed' },
  saveAnswer: { nl: 'antwoord van de valanalyse bewaard', en: 'answer of the fall analysis saved' },
  saveNote: { nl: 'aantekening bij de valanalyse bewaard', en: 'note with the fall analysis saved' },
  readOffers: { nl: 'aanbod voor deze oudere bekeken', en: 'offers for this person viewed' },
  readPlan: { nl: 'plan bekeken', en: 'plan viewed' },
  makePlanCode: { nl: 'code voor het plan gemaakt', en: 'code for the plan made' },
  readInvitation: { nl: 'uitnodiging bekeken', en: 'invitation viewed' },
  previewLetter: { nl: 'verwijsbrief vooraf bekeken', en: 'referral letter previewed' },
  readLetter: { nl: 'verwijsbrief bekeken', en: 'referral letter viewed' },
  readReport: { nl: 'terugkoppeling bekeken', en: 'report viewed' },
  readSummary: { nl: 'tekst voor het dossier bekeken', en: 'text for the record viewed' },
  readReceiverView: { nl: 'bekeken wat de aanbieder ziet', en: 'viewed what the provider sees' },
  previewReceiverView: { nl: 'vooraf bekeken wat de aanbieder ziet', en: 'previewed what the provider sees' },
  sendViewAgain: { nl: 'gegevens opnieuw naar de aanbieder gestuurd', en: 'data sent to the provider again' },
  readInbox: { nl: 'gezien bij de opdrachten', en: 'seen among the assignments' },
  readInboxAssignment: { nl: 'opdracht geopend', en: 'assignment opened' },
  readOutgoing: { nl: 'gezien bij wat verstuurd is', en: 'seen among what was sent' },
  readFeedback: { nl: 'terugkoppeling gezien', en: 'feedback seen' },
  readGroup: { nl: 'gezien bij de groep', en: 'seen with the group' },
  readOrphans: { nl: 'gezien bij werk zonder eigenaar', en: 'seen among work without an owner' },
  reportUnmetNeed: { nl: 'gemeld dat passend aanbod ontbreekt', en: 'reported that a fitting offer is lacking' },
  openCase: { nl: 'aangemeld', en: 'put forward' },
  passDeadline: { nl: 'termijn voorbij', en: 'deadline passed' },
}
