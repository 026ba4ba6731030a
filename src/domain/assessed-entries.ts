// Entries that hold an assessment: the rules are run once, here, and what they said is kept in the log.
import { type Assessment, assessor } from './assess.ts'
import type { CaseState } from './case-state.ts'
import { completeness } from './completeness.ts'
import { type Draft, draft, type Gathered } from './entry-draft.ts'
import { type FactParser, type Facts, factParser } from './facts.ts'
import { factsFromAnswers } from './facts-from-answers.ts'
import type { Instrument } from './instrument.ts'
import type { Pathway } from './pathway.ts'
import { type Refusal, type Result, refused } from './result.ts'
import type { Rules } from './rules.ts'
import type { Words } from './words.ts'

const preparedRules = new WeakMap<Rules, { readonly parse: FactParser; readonly assess: (facts: Facts) => Assessment }>()

/** The rules of a pathway as functions, made once and remembering their answers. */
function prepared(rules: Rules) {
  const before = preparedRules.get(rules)
  if (before !== undefined) return before
  const fresh = { parse: factParser(rules.facts, rules.byDefinition), assess: assessor(rules).assess }
  preparedRules.set(rules, fresh)
  return fresh
}

/** The level the rules give, with the facts and the whole answer kept in the entry. */
export function screeningEntry(rules: Rules, given: CaseState['facts'], { age, sex }: Gathered): Result<Draft> {
  const facts = { ...given, ...(age === undefined ? {} : { age }), ...(sex === undefined ? {} : { sex }) }
  const parsed = prepared(rules).parse(facts)
  if (!parsed.ok) return refused(impossibleFacts(parsed.faults))
  const assessment = prepared(rules).assess(parsed.value)
  return draft('screeningRecorded', { level: assessment.risk }, { facts: parsed.value, assessment })
}

export function analysisEntry(
  { rules, instrument, factsFromAnswers: table }: Pathway,
  state: CaseState,
  { answers = {}, notes = [] }: Gathered,
): Result<Draft> {
  const { minimum, mustBeKnown, mandatory } = completeness(instrument, answers)
  const named = nameOpen(instrument, [...minimum.open, ...mandatory], mustBeKnown)
  if (named !== null) return refused(analysisIncomplete(named))
  const found = factsFromAnswers(table, answers)
  const facts = { ...state.facts, ...found.facts, analysis: 'complete' }
  const parsed = prepared(rules).parse(facts)
  if (!parsed.ok) return refused(impossibleFacts(parsed.faults))
  const fields = { minimumHandled: true, wishesRecorded: true, mainFlagsKnown: true }
  const assessment = prepared(rules).assess(parsed.value)
  // Analyses of before there were notes have none in the log either.
  const written = notes.length === 0 ? {} : { notes }
  return draft('analysisCompleted', fields, { facts: parsed.value, assessment, because: found.because, answers, ...written })
}

/** The names of what is still open, in both languages; null when nothing is. */
function nameOpen({ domains, sections }: Instrument, parts: readonly string[], items: readonly string[]): Words | null {
  if (parts.length + items.length === 0) return null
  const wordsOf = (id: string): Words => {
    const named =
      [...domains.minimum, ...domains.preferred, ...sections].find((one) => one.id === id) ??
      itemsIn(sections).find((one) => one.id === id)
    return named?.words ?? { nl: id, en: id }
  }
  const all = [...new Set([...parts, ...items])].map(wordsOf)
  return { nl: all.map(({ nl }) => nl).join(', '), en: all.map(({ en }) => en).join(', ') }
}

const itemsIn = (sections: Instrument['sections']) => sections.flatMap(({ items }) => items)

/** T35: the old value is kept in the entry, level and proposals are computed again. */
export function correctionEntry(
  rules: Rules,
  state: CaseState,
  { fact, value, reason }: { fact: string; value?: unknown; reason: string },
): Result<Draft> {
  if (state.assessment === null) return refused(nothingToCorrect)
  const before = state.facts[fact] ?? 'unknown'
  const parsed = prepared(rules).parse({ ...state.facts, [fact]: value })
  if (!parsed.ok) return refused(impossibleFacts(parsed.faults))
  const assessment = prepared(rules).assess(parsed.value)
  const level = rules.screening.levels.includes(assessment.risk) ? assessment.risk : null
  return draft('factCorrected', { level }, { fact, before, after: value, reason, facts: parsed.value, assessment })
}

const impossibleFacts = (faults: readonly { at: string; words: { nl: string; en: string } }[]): Refusal => ({
  code: 'impossibleFacts',
  words: {
    nl: faults.map(({ at, words }) => `${at}: ${words.nl}`).join(' '),
    en: faults.map(({ at, words }) => `${at}: ${words.en}`).join(' '),
  },
})
const analysisIncomplete = (open: Words): Refusal => ({
  code: 'analysisIncomplete',
  words: {
    nl: `De valanalyse is nog niet compleet. Nog open: ${open.nl}.`,
    en: `The fall analysis is not complete. Still open: ${open.en}.`,
  },
})
export const nothingToCorrect: Refusal = {
  code: 'nothingToCorrect',
  words: {
    nl: 'Er is nog geen valrisicotest vastgelegd: er is niets om te verbeteren.',
    en: 'No screening has been recorded: there is nothing to correct.',
  },
}
