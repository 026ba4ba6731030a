// What an intervention or a follow-up is called.
import type { Pathway } from '../domain/pathway.ts'
import type { Language } from '../domain/words.ts'

/** The code itself when the catalogue of that version has no such thing. */
export const nameOfCode = ({ rules }: Pathway, code: string, language: Language): string =>
  [...rules.routing.interventions, ...rules.followUps].find(({ id }) => id === code)?.name[language] ?? code
