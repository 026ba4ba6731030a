// What we now see: the same rules as the server's, over the answers so far. The server decides; this only looks ahead.
import type { Answer, Answers } from '../../../domain/answers.ts'
import { assessor } from '../../../domain/assess.ts'
import { completeness, sectionStatus } from '../../../domain/completeness.ts'
import { type Facts, factParser } from '../../../domain/facts.ts'
import { factsFromAnswers } from '../../../domain/facts-from-answers.ts'
import { findingsIn } from '../../../domain/findings.ts'
import type { Instrument } from '../../../domain/instrument.ts'
import type { Pathway } from '../../../domain/pathway.ts'

/** Of a pathway what reasoning in the browser needs, as the server sends it. */
export type PathwayKnowledge = Pick<Pathway, 'rules' | 'instrument' | 'factsFromAnswers'>

export type Live = {
  readonly status: { readonly [sectionId: string]: ReturnType<typeof sectionStatus> }
  readonly complete: ReturnType<typeof completeness>
  readonly assessment: ReturnType<ReturnType<typeof assessor>['assess']> | null
  /** By section with a problem: the items whose answers make it one. */
  readonly findings: readonly { readonly sectionId: string; readonly itemIds: readonly string[] }[]
  /** Codes of red flags: answered with yes, or following from what was measured. */
  readonly flags: readonly string[]
}

type Said = { readonly answer: Answer | null; readonly others: readonly { readonly answer: Answer }[] }

/** `known`: the facts of the case before this analysis. */
export function liveOf(knowledge: PathwayKnowledge) {
  const { rules, instrument, factsFromAnswers: table } = knowledge
  const parse = factParser(rules.facts, rules.byDefinition)
  const { assess } = assessor(rules)
  return (answers: Answers, known: Facts, said: { readonly [itemId: string]: Said }): Live => {
    const { facts } = factsFromAnswers(table, answers)
    // As it will be once the analysis is finished: what is open now counts as not known.
    const parsed = parse({ ...known, ...facts, analysis: 'complete' })
    const assessment = parsed.ok ? assess(parsed.value) : null
    const status = Object.fromEntries(instrument.sections.map((section) => [section.id, sectionStatus(section, answers)]))
    return {
      status,
      complete: completeness(instrument, answers),
      assessment,
      findings: instrument.sections.flatMap((section) => {
        const itemIds = findingsIn(section, answers).map(({ itemId }) => itemId)
        return itemIds.length === 0 ? [] : [{ sectionId: section.id, itemIds }]
      }),
      flags: [...new Set([...flagsIn(instrument, said), ...(assessment?.redFlags ?? [])])],
    }
  }
}

/** One yes is enough, whoever said it, also while somebody else says no. */
const flagsIn = (instrument: Instrument, said: { readonly [itemId: string]: Said }): string[] =>
  instrument.sections.flatMap(({ items }) =>
    items.flatMap(({ id, redFlag }) => (redFlag !== undefined && saidYes(said[id]) ? [redFlag] : [])),
  )

export const saidYes = (said: Said | undefined): boolean =>
  said !== undefined &&
  [said.answer, ...said.others.map(({ answer }) => answer)].some((answer) => answer?.is === 'given' && answer.value === 'yes')
