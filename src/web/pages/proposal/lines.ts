// The proposal as lines: for every intervention and follow-up why, how sure, who pays; and for the others why not.
import { assessor } from '../../../domain/assess.ts'
import { decidingFacts, type FactsOf } from '../../../domain/condition.ts'
import { phrasebook } from '../../../domain/explain-words.ts'
import { factParser } from '../../../domain/facts.ts'
import { type Intervention, interventionOf, payerRowOf } from '../../../domain/routing.ts'
import type { Language } from '../../../domain/words.ts'
import type { Explained, Loaded } from './loaded.ts'

export type Line = {
  readonly code: string
  readonly name: string
  readonly form: 'primary' | 'alternative' | 'followUp'
  /** What is so of this person and led to it. */
  readonly because: readonly string[]
  readonly why: string | null
  readonly evidence: Evidence | null
  readonly payer: string | null
  readonly who: string | null
  readonly within: { readonly amount: number; readonly unit: 'workingDays' | 'days' } | null
  readonly rule: { readonly id: string; readonly source: string; readonly status: string }
}

/** Of what was studied in a group; it says nothing of one person's chance. */
export type Evidence = {
  readonly short: string
  /** Word for word, with where it stands. */
  readonly whole: readonly { readonly words: string; readonly source: string; readonly status: string }[]
}

export type NotProposed = {
  readonly code: string
  readonly name: string
  readonly why: string
  readonly change: { readonly single: string; readonly open: string }
}

export type Proposal = {
  readonly lines: readonly Line[]
  readonly not: readonly NotProposed[]
  readonly assumed: readonly string[]
  readonly flags: readonly string[]
  readonly notes: readonly string[]
  readonly reasons: readonly string[]
}

export function proposalIn({ file, knowledge }: Loaded, explained: Explained, language: Language): Proposal {
  const { rules } = knowledge
  const { complete } = assessor(rules)
  const parsed = factParser(rules.facts, rules.byDefinition)(file.facts)
  const known: FactsOf = parsed.ok ? complete(parsed.value) : file.facts
  const phrase = phrasebook(rules, known, language)
  const { assessment, verdicts } = explained
  const findings = rules.findings.filter((fact) => known[fact] === 'yes' || known[fact] === 'high').map(phrase.fact)
  const row = rules.routing.rows.find(({ id }) => id === explained.row)

  const intervention = (code: string, form: 'primary' | 'alternative'): Line => {
    const one = interventionOf(rules.routing, code)
    const because = verdicts.find(({ intervention: name }) => name === code)?.because ?? []
    return {
      code,
      name: capital(one.name[language]),
      form,
      because: [...new Set([...because.map(phrase.fact), ...(form === 'primary' ? findings : [])])],
      why: form === 'primary' ? (row?.words[language] ?? null) : null,
      evidence: evidenceOf(one, language),
      payer: capital(payerRowOf(rules.routing, code, known).words[language]),
      who: capital(one.details.find(({ id }) => id === 'deliverer')?.words[language] ?? '') || null,
      within: null,
      rule: form === 'primary' && row !== undefined ? row : one,
    }
  }
  const followUp = (code: string): Line => {
    const one = rules.followUps.find(({ id }) => id === code)!
    return {
      code,
      name: one.name[language],
      form: 'followUp',
      because: decidingFacts(one.when, known).map(phrase.fact),
      why: null,
      evidence: null,
      payer: null,
      who: capital(one.who[language]),
      within: one.within,
      rule: one,
    }
  }
  return {
    lines: [
      ...assessment.primary.map((code) => intervention(code, 'primary')),
      ...assessment.alternatives.map((code) => intervention(code, 'alternative')),
      ...assessment.followUps.map(followUp),
    ],
    not: verdicts
      .filter(({ verdict }) => verdict === 'not')
      .map((verdict) => ({
        code: verdict.intervention,
        name: capital(interventionOf(rules.routing, verdict.intervention).name[language]),
        why: `${capital(phrase.ground(verdict))}.`,
        change: phrase.changes(verdict),
      })),
    assumed: rules.routing.assumptions.filter(({ fact }) => explained.assumed.includes(fact)).map(({ words }) => words[language]),
    flags: rules.redFlags.filter(({ id }) => assessment.redFlags.includes(id)).map(({ words }) => words[language]),
    notes: rules.notes.filter(({ id }) => assessment.notes.includes(id)).map(({ words }) => words[language]),
    reasons: assessment.reasons.map((reason) => rules.answerWords.reasons[reason]?.[language] ?? reason),
  }
}

/** What it does, and how sure that is: first what was found, without its figures in brackets; then everything, with its source. */
function evidenceOf({ details }: Intervention, language: Language): Evidence | null {
  const told = ['evidence', 'recognition'].flatMap((id) => details.filter((detail) => detail.id === id))
  const [first] = told
  if (first === undefined) return null
  return {
    short: first.words[language].split(/ \(|; /)[0]!,
    whole: told.map(({ words, source, status }) => ({ words: capital(words[language]), source, status })),
  }
}

export const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`
