// What the codes in the tables of a pathway are called; a code that is not here stays itself.
import type { Term } from './deadline.ts'
import type { Language, Words } from './words.ts'

export const tableWords: { readonly [code: string]: Words } = {
  U1: { nl: 'nu', en: 'now' },
  U2: { nl: 'dezelfde dag', en: 'the same day' },
  U3: { nl: 'binnen 5 werkdagen', en: 'within 5 working days' },
  stop: { nl: 'eerst de huisarts, geen volgende stap', en: 'the GP first, no further step' },
  holdExercise: { nl: 'oefenen wacht op de huisarts', en: 'exercise waits for the GP' },
  task: { nl: 'taak voor de huisarts, het pad gaat door', en: 'a task for the GP, the pathway goes on' },
  workingDays: { nl: 'werkdagen', en: 'working days' },
  days: { nl: 'dagen', en: 'days' },
  weeks: { nl: 'weken', en: 'weeks' },
  months: { nl: 'maanden', en: 'months' },
  read: { nl: 'gelezen in de bron', en: 'read in the source' },
  secondary: { nl: 'uit tweede hand', en: 'second hand' },
  memory: { nl: 'uit het hoofd', en: 'from memory' },
  'local default': { nl: 'eigen keuze', en: 'own choice' },
  zvw: { nl: 'de basisverzekering', en: 'the basic health insurance' },
  municipality: { nl: 'de gemeente', en: 'the municipality' },
  municipalityOrSupplementary: {
    nl: 'de gemeente of een aanvullende verzekering',
    en: 'the municipality or a supplementary insurance',
  },
  ownOrMunicipal: { nl: 'de deelnemer of de gemeente', en: 'the participant or the municipality' },
  ownRules: { nl: 'volgens de regels van die zorg', en: 'by the rules of that care' },
  undetermined: { nl: 'nog niet te zeggen', en: 'not to be said yet' },
  atLeast: { nl: 'vanaf de grens', en: 'from the cut-off up' },
  over: { nl: 'pas boven de grens', en: 'only above the cut-off' },
}

/** How long something may take: `1 werkdag`, `dezelfde dag`. */
export function termText(term: Term, language: Language): string {
  if (term.unit === 'immediately') return { nl: 'meteen', en: 'at once' }[language]
  if (term.amount === 0) return tableWords['U2']![language]
  return `${term.amount} ${(term.amount === 1 ? oneOf : tableWords)[term.unit]![language]}`
}
const oneOf: { readonly [unit: string]: Words } = {
  workingDays: { nl: 'werkdag', en: 'working day' },
  days: { nl: 'dag', en: 'day' },
  weeks: { nl: 'week', en: 'week' },
  months: { nl: 'maand', en: 'month' },
}

type Programme = { readonly id: string; readonly name: Words }

/** Every programme by its code, and what has a form for the group and one for at home by the code of both. */
export function programmeWords(
  programmes: readonly Programme[],
  rows: readonly { readonly primary: readonly string[]; readonly alternatives: readonly { readonly intervention: string }[] }[],
): { readonly [code: string]: Words } {
  const known = Object.fromEntries(programmes.map(({ id, name }) => [id, name]))
  const used = rows.flatMap(({ primary, alternatives }) => [...primary, ...alternatives.map(({ intervention }) => intervention)])
  const both = used.filter((code) => known[code] === undefined).map((code) => [code, eitherForm(programmes, code)] as const)
  return { ...known, ...Object.fromEntries(both) }
}

function eitherForm(programmes: readonly Programme[], code: string): Words {
  const forms = programmes.filter(({ id }) => id.startsWith(code))
  const joined = (language: 'nl' | 'en', or: string) => forms.map(({ name }) => name[language]).join(or) || code
  return { nl: joined('nl', ' of '), en: joined('en', ' or ') }
}
