// Explain: why this level, what is missing and why it matters, and for every intervention of the catalogue why, or why not.
import type { Assessment, Assessor } from './assess.ts'
import { decidingFacts, evaluate, type FactsOf, isKnown, type Scalar } from './condition.ts'
import type { Row } from './provenance.ts'
import { interventionOf, type PayerRow, payerRowOf, type RoutingRow, route, routingClasses, rowFor, suppose } from './routing.ts'
import { definitionsOf, type Rules } from './rules.ts'
import { type Screening, screener, screeningClasses } from './screening.ts'

export type Verdict = 'chosen' | 'alternative' | 'not'

/** A value, or the numbers from `value` up to but not including `until`; `isFirst` and `isLast`: no smaller, no larger ones. */
export type ClassOfFact = { readonly value: Scalar; readonly until: number | null; readonly isFirst: boolean }

export type InterventionVerdict = {
  readonly intervention: string
  readonly verdict: Verdict
  /** Decided by the row itself, by a condition the row sets for it, by the choice between forms, or because it cannot be done. */
  readonly ground: 'row' | 'condition' | 'form' | 'notFeasible'
  /** The facts that decided it. */
  readonly because: readonly string[]
  /** Single facts that, had they another value, would make it chosen or an alternative. */
  readonly wouldChange: readonly { readonly fact: string; readonly value: string; readonly verdict: Verdict }[]
}

export type MissingFact = {
  readonly fact: string
  readonly outcomes: readonly (ClassOfFact & { readonly lowest: string; readonly highest: string })[]
}

export type Explanation = {
  readonly assessment: Assessment
  /** The facts with all that follows from them. */
  readonly known: FactsOf
  readonly row: RoutingRow
  readonly payer: PayerRow | null
  readonly missing: readonly MissingFact[]
  readonly verdicts: readonly InterventionVerdict[]
  /** Facts that were unknown and were counted as something, where another value would change the row or the proposal. */
  readonly assumed: readonly string[]
  readonly shadows: readonly { readonly ruleSet: string; readonly screening: Screening }[]
  /** T8: a shadow rule set advises a fall analysis where the deciding set says moderate. */
  readonly upgradeSuggested: boolean
  /** Every row that had a say in this answer. */
  readonly rowsUsed: readonly Row[]
}

export function explain(rules: Rules, { assess, complete, screen }: Assessor, facts: FactsOf): Explanation {
  const assessment = assess(facts)
  const known = complete(facts)
  const row = rowFor(rules.routing, suppose(rules.routing, known))
  const payer = assessment.primary[0] === undefined ? null : payerRowOf(rules.routing, assessment.primary[0], known)
  const shadows = shadowScreenings(rules, known)
  const assumed = assumedFor(rules, assess, facts, assessment)
  return {
    assessment,
    known,
    row,
    payer,
    missing: assessment.missing.map((fact) => whatItWouldSettle(rules, screen, facts, fact)),
    verdicts: verdictsOn(rules, { assess, complete }, facts, known, row),
    assumed,
    shadows,
    upgradeSuggested: suggestsUpgrade(rules, assessment, shadows),
    rowsUsed: rowsUsed(rules, assessment, known, screen(facts), { row, payer, assumed }),
  }
}

/** The listed assumptions of the answer, and the unlisted ones (lives at home, no analysis yet) wherever they matter. */
function assumedFor(
  { routing }: Rules,
  assess: Assessor['assess'],
  facts: FactsOf,
  { assumed, rule, primary }: Assessment,
): string[] {
  const differs = (other: Assessment) => other.rule !== rule || other.primary.join() !== primary.join()
  const unlisted = routing.assumptions.filter(
    ({ listed, fact, otherwise }) =>
      !listed && !isKnown(facts[fact]) && otherwise.some((value) => differs(assess({ ...facts, [fact]: value }))),
  )
  return [...assumed, ...unlisted.map(({ fact }) => fact)]
}

/** The rule sets that run beside the deciding one; their outcome is stored and shown, and decides nothing. */
export function shadowScreenings(rules: Rules, known: FactsOf): Explanation['shadows'] {
  const definitions = definitionsOf(rules)
  return rules.shadows.map((ruleSet) => ({
    ruleSet: ruleSet.id,
    screening: screener(ruleSet, definitions, rules.byDefinition)(known),
  }))
}

const suggestsUpgrade = ({ upgrade }: Rules, { risk }: Assessment, shadows: Explanation['shadows']): boolean =>
  risk === upgrade.at &&
  shadows.some(({ ruleSet, screening }) => ruleSet === upgrade.ruleSet && screening.risk === upgrade.outcome)

/** For each answer a missing fact could get: the range of levels that would be left. */
function whatItWouldSettle(rules: Rules, screen: Assessor['screen'], facts: FactsOf, fact: string): MissingFact {
  const classes = screeningClasses(rules.screening, definitionsOf(rules), rules.byDefinition).find(
    (candidate) => candidate.fact === fact,
  )
  const outcomes = classesIn(classes?.samples ?? []).map((one) => {
    const { lowest, highest } = screen({ ...facts, [fact]: one.value })
    return { ...one, lowest: lowest ?? '', highest: highest ?? '' }
  })
  return { fact, outcomes }
}

function classesIn(samples: readonly Scalar[]): ClassOfFact[] {
  return samples.map((value, index) => {
    const next = samples[index + 1]
    return { value, until: typeof next === 'number' ? next : null, isFirst: index === 0 }
  })
}

type Reassess = Pick<Assessor, 'assess' | 'complete'>

function verdictsOn(rules: Rules, reassess: Reassess, facts: FactsOf, known: FactsOf, row: RoutingRow): InterventionVerdict[] {
  const answer = reassess.assess(facts)
  const variations = variationsOf(rules, reassess, facts, known)
  return rules.routing.interventions.map(({ id }) => {
    const verdict = verdictIn(answer, id)
    const better = variations.filter((variation) => rank(verdictIn(variation.answer, id)) > rank(verdict))
    return {
      intervention: id,
      verdict,
      ...groundFor(rules, row, known, id, verdict),
      wouldChange: better.map(({ fact, value, answer: changed }) => ({ fact, value, verdict: verdictIn(changed, id) })),
    }
  })
}

type Proposal = Pick<Assessment, 'primary' | 'alternatives'>

const verdictIn = ({ primary, alternatives }: Proposal, id: string): Verdict =>
  primary.includes(id) ? 'chosen' : alternatives.includes(id) ? 'alternative' : 'not'

const rank = (verdict: Verdict): number => ['not', 'alternative', 'chosen'].indexOf(verdict)

/** The answer for every other class of every single fact the routing looks at. */
type Variation = { readonly fact: string; readonly value: string; readonly answer: Proposal }

function variationsOf(rules: Rules, reassess: Reassess, facts: FactsOf, known: FactsOf): Variation[] {
  const given = new Set(rules.facts.map(({ id }) => id))
  const assessed = new Set(rules.assessedFacts.map(({ id }) => id))
  const answerWith = (fact: string, value: string): Proposal =>
    given.has(fact) ? reassess.assess({ ...facts, [fact]: value }) : route(rules.routing, { ...known, [fact]: value })
  return routingClasses(rules.routing, definitionsOf(rules))
    .filter(({ fact }) => !assessed.has(fact))
    .flatMap(({ fact, samples, classOf }) =>
      samples
        // A range of numbers is too coarse here: a slower walk also changes the level, within one class of the routing.
        .filter((value) => typeof value === 'string')
        .filter((value) => classOf(value) !== classOf(known[fact]))
        .map((value) => ({ fact, value, answer: answerWith(fact, value) })),
    )
}

function groundFor(
  rules: Rules,
  row: RoutingRow,
  known: FactsOf,
  id: string,
  verdict: Verdict,
): Pick<InterventionVerdict, 'ground' | 'because'> {
  const supposed = suppose(rules.routing, known)
  const { notFeasible } = interventionOf(rules.routing, id)
  if (verdict === 'not' && notFeasible !== null && evaluate(notFeasible, supposed) === 'yes') {
    return { ground: 'notFeasible', because: decidingFacts(notFeasible, supposed) }
  }
  const names = (name: string) => name === id || (rules.routing.forms[name]?.some(({ is }) => is === id) ?? false)
  const entry = row.alternatives.find(({ intervention }) => names(intervention))
  if (
    entry?.when !== undefined &&
    verdict !== 'chosen' &&
    (verdict === 'alternative' || evaluate(entry.when, supposed) !== 'yes')
  ) {
    return { ground: 'condition', because: decidingFacts(entry.when, supposed) }
  }
  const family = [...row.primary, ...row.alternatives.map(({ intervention }) => intervention)].find(
    (name) => name !== id && names(name),
  )
  const form = family === undefined ? undefined : rules.routing.forms[family]?.find(({ when }) => when !== undefined)?.when
  if (form !== undefined && verdict === 'not') return { ground: 'form', because: decidingFacts(form, supposed) }
  return { ground: 'row', because: decidingFacts(row.when, supposed) }
}

function rowsUsed(
  rules: Rules,
  assessment: Assessment,
  known: FactsOf,
  screening: Screening,
  { row, payer, assumed }: Pick<Explanation, 'row' | 'payer' | 'assumed'>,
): Row[] {
  const named = (rows: readonly Row[], ids: readonly string[]) => rows.filter(({ id }) => ids.includes(id))
  const reasonRows = rules.screening.rows.filter(
    ({ id, reason }) =>
      assessment.reasons.includes(reason) && screening.trace.some((line) => line.id === id && line.held === 'yes'),
  )
  const held = screening.risk === 'outOfScope' ? [rules.screening.outOfScope] : reasonRows
  return [
    ...held,
    ...rules.derivedFacts.filter(({ id }) => rules.findings.includes(id) && isKnown(known[id])),
    ...named(rules.redFlags, assessment.redFlags),
    row,
    ...(payer === null ? [] : [payer]),
    ...named(rules.routing.interventions, [...assessment.primary, ...assessment.alternatives]),
    ...rules.routing.assumptions.filter(({ fact }) => assumed.includes(fact)),
    ...named(rules.followUps, assessment.followUps),
    ...termsOf(rules, assessment.followUps),
    ...named(rules.notes, assessment.notes),
    ...rules.shadows,
  ]
}

/** The term of a follow-up has a source of its own: the action may be read where its term is our default. */
const termsOf = ({ followUps }: Rules, ids: readonly string[]): Row[] =>
  followUps
    .filter(({ id }) => ids.includes(id))
    .map(({ id, within: { source, status } }) => ({ id: `${id}.within`, source, status }))
