// The explanation of a case: from the facts in its log, by the rules of the version it began with.
import type { Explanation } from '../contract/cases.ts'
import { type Assessor, assessor } from '../domain/assess.ts'
import type { CaseState } from '../domain/case-state.ts'
import { dayWords } from '../domain/day-words.ts'
import { explain } from '../domain/explain.ts'
import { explainInWords } from '../domain/explain-words.ts'
import type { Pathway } from '../domain/pathway.ts'
import type { Language } from '../domain/words.ts'
import { nameOfCode } from './code-names.ts'

const prepared = new WeakMap<Pathway, Assessor>()

/** Prepared once for each pathway: compiling its tables takes longer than an answer. */
export function assessorOf(pathway: Pathway): Assessor {
  const known = prepared.get(pathway) ?? assessor(pathway.rules)
  prepared.set(pathway, known)
  return known
}

export function caseExplanation(pathway: Pathway, state: CaseState, language: Language): Omit<Explanation, 'supply'> {
  const head = { caseId: state.id, language, pathway: state.pathway }
  if (state.assessment === null) {
    const nothing = {
      nl: 'De valrisicotest is nog niet vastgelegd: er is nog niets uit te leggen.',
      en: 'The screening has not been recorded: there is nothing to explain yet.',
    }
    return { ...head, assessed: false, lines: [nothing[language]], explanation: null }
  }
  const explanation = explain(pathway.rules, assessorOf(pathway), state.facts)
  return {
    ...head,
    assessed: true,
    lines: [...explainInWords(pathway.rules, explanation, language), ...putOffLines(pathway, state, language)],
    explanation: {
      assessment: explanation.assessment,
      row: explanation.row.id,
      payer: explanation.payer?.id ?? null,
      missing: explanation.missing,
      verdicts: explanation.verdicts,
      assumed: explanation.assumed,
      upgradeSuggested: explanation.upgradeSuggested,
      notNow: (state.notNow ?? []).map((one) => ({ ...one, name: nameOfCode(pathway, one.code, language) })),
      rowsUsed: explanation.rowsUsed.map(({ id, source, status }) => ({ id, source, status })),
    },
  }
}

/** What was decided together not to do now, or to do otherwise: in the person's own reason. */
function putOffLines(pathway: Pathway, { notNow = [] }: CaseState, language: Language): string[] {
  if (notNow.length === 0) return []
  const heading = { nl: 'Samen besloten: nu niet, of anders', en: 'Decided together: not now, or otherwise' }
  const lines = notNow.map(
    ({ code, reason, on }) => `  ${nameOfCode(pathway, code, language)}: ${reason} (${dayWords(on, language)})`,
  )
  return ['', `${heading[language]}:`, ...lines]
}
