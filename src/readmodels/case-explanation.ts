// The explanation of a case: from the facts in its log, by the rules of the version it began with.
import type { Explanation } from '../contract/cases.ts'
import { type Assessor, assessor } from '../domain/assess.ts'
import type { CaseState } from '../domain/case-state.ts'
import { explain } from '../domain/explain.ts'
import { explainInWords } from '../domain/explain-words.ts'
import type { Pathway } from '../domain/pathway.ts'
import type { Language } from '../domain/words.ts'

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
    lines: explainInWords(pathway.rules, explanation, language),
    explanation: {
      assessment: explanation.assessment,
      row: explanation.row.id,
      payer: explanation.payer?.id ?? null,
      missing: explanation.missing,
      verdicts: explanation.verdicts,
      assumed: explanation.assumed,
      upgradeSuggested: explanation.upgradeSuggested,
      rowsUsed: explanation.rowsUsed.map(({ id, source, status }) => ({ id, source, status })),
    },
  }
}
