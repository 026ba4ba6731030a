// Choices for the fields of commands that only the case or the pathway knows.
import type { CaseFile } from '../../../contract/cases.ts'
import type { Pathway } from '../../../domain/pathway.ts'
import type { Language } from '../../../domain/words.ts'
import type { Options } from '../../command/command-form.tsx'

/** Of the pathway as data, what the page of a case looks at. */
export type CaseKnowledge = Pick<Pathway, 'rules' | 'declineReasons'>

type Choice = Options[string]

export function optionsFor(
  file: CaseFile,
  { rules, declineReasons }: CaseKnowledge,
  language: Language,
): { readonly [command: string]: Options } {
  const flags = rules.redFlags.map(({ id, words }) => ({ value: id, words: words[language] }))
  const open = file.openFlags.map(({ code, words }) => ({ value: code, words }))
  const measured = rules.facts.flatMap((fact) =>
    fact.kind === 'number' && fact.overTime !== undefined
      ? [{ value: fact.id, words: `${fact.name[language]}, ${fact.unit[language]}` }]
      : [],
  )
  const reasons: Choice = declineReasons.map(({ id, words }) => ({ value: id, words: words[language] }))
  // Consent is asked for each receiver; whoever reads knows it by what was asked.
  const receivers: Choice = file.assignments.flatMap(({ providerId, name }) =>
    providerId === null ? [] : [{ value: providerId, words: name }],
  )
  return {
    raiseRedFlag: { flag: flags },
    reportFall: { flag: flags },
    releaseRedFlag: { flags: open },
    recordMeasurement: { measure: measured },
    declineAssignment: { reason: reasons },
    giveConsent: { recipient: receivers },
    withdrawConsent: { recipient: receivers },
  }
}
