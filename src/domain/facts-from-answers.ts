// Facts from answers: derives what the rules look at from what was asked, by a table of the pathway; what it cannot derive is absent.
import { type Answers, BloodPressure, type GivenValue, givenValue, valuesOf } from './answers.ts'
import { type Condition, decidingFacts, evaluate, type Scalar } from './condition.ts'
import type { Row } from './provenance.ts'
import { type DropLimits, lowestStanding, orthostaticHypotension } from './scoring/orthostatic.ts'
import { type QuestionnaireRule, questionnaireTotal } from './scoring/questionnaire-total.ts'
import { type SnaqLimits, snaq65 } from './scoring/snaq65.ts'
import type { Tri } from './tri.ts'

/** Names are item ids; conditions also know `<item id>.count`, the number of entries of a list. */
export type Derivation =
  /** The answer itself, except the words in `unless`, which are no value of the fact. */
  | { readonly copy: string; readonly unless?: readonly Scalar[] }
  /** `is` when the condition holds; says nothing otherwise. */
  | { readonly is: Scalar; readonly when: Condition }
  /** Yes, no or unknown, as the condition. */
  | { readonly whether: Condition }
  /** The total of a numbered questionnaire. */
  | { readonly total: string; readonly rule: QuestionnaireRule }
  | {
      readonly snaq65: { readonly arm: string; readonly weightLoss: string; readonly appetite: string; readonly stairs: string }
      readonly limits: SnaqLimits
    }
  /** `[[systolic, diastolic], [systolic, diastolic]]`: lying and lowest standing, once they settle whether the drop is too large. */
  | { readonly lying: string; readonly standing: readonly string[]; readonly limits: DropLimits }
  /** The codes whose item was answered with yes; at least one. */
  | { readonly raised: readonly { readonly code: string; readonly item: string }[] }

/** Of several rows for one fact the first that can tell decides. */
export type FactFromAnswers = Row & { readonly fact: string; readonly from: Derivation }

/** Why a fact is what it is: the row that gave it and the items it was read from. */
export type Because = { readonly row: string; readonly items: readonly string[] }

export type DerivedFacts = {
  readonly facts: { readonly [fact: string]: unknown }
  readonly because: { readonly [fact: string]: Because }
}

export function factsFromAnswers(table: readonly FactFromAnswers[], answers: Answers): DerivedFacts {
  const facts: Record<string, unknown> = {}
  const because: Record<string, Because> = {}
  for (const { id, fact, from } of table) {
    if (fact in facts) continue
    const value = derive(from, answers)
    if (value === undefined) continue
    facts[fact] = value
    because[fact] = { row: id, items: itemsRead(from, answers) }
  }
  return { facts, because }
}

/** Undefined when these answers cannot tell. */
function derive(from: Derivation, answers: Answers): unknown {
  if ('copy' in from) {
    const value = givenValue(answers, from.copy)
    return from.unless?.some((word) => word === value) ? undefined : value
  }
  if ('when' in from) return evaluate(from.when, valuesOf(answers)) === 'yes' ? from.is : undefined
  if ('whether' in from) return known(evaluate(from.whether, valuesOf(answers)))
  if ('total' in from) return total(from.rule, givenValue(answers, from.total))
  if ('snaq65' in from) return snaqClass(from, answers)
  if ('lying' in from) return pressures(from, answers)
  const codes = from.raised.filter(({ item }) => givenValue(answers, item) === 'yes').map(({ code }) => code)
  return codes.length === 0 ? undefined : codes
}

const known = (value: string): string | undefined => (value === 'unknown' ? undefined : value)

function total(rule: QuestionnaireRule, value: GivenValue | undefined): number | undefined {
  if (!Array.isArray(value)) return undefined
  return (
    questionnaireTotal(
      rule,
      value.map((score) => (typeof score === 'number' ? score : null)),
    ) ?? undefined
  )
}

function snaqClass({ snaq65: item, limits }: Extract<Derivation, { snaq65: unknown }>, answers: Answers): string | undefined {
  return known(
    snaq65(limits, {
      armCm: numberOf(answers, item.arm),
      weightLossKg: numberOf(answers, item.weightLoss),
      poorAppetite: triFrom(answers, item.appetite),
      stairsDifficulty: triFrom(answers, item.stairs),
    }),
  )
}

function pressures(
  { lying, standing, limits }: Extract<Derivation, { lying: unknown }>,
  answers: Answers,
): number[][] | undefined {
  const before = pressureOf(answers, lying)
  const after = standing.map((item) => pressureOf(answers, item))
  const lowest = lowestStanding(after)
  if (before === undefined || lowest === undefined || orthostaticHypotension(before, after, limits) === 'unknown')
    return undefined
  return [
    [before.systolic, before.diastolic],
    [lowest.systolic, lowest.diastolic],
  ]
}

function numberOf(answers: Answers, item: string): number | undefined {
  const value = givenValue(answers, item)
  return typeof value === 'number' ? value : undefined
}

function triFrom(answers: Answers, item: string): Tri {
  const value = givenValue(answers, item)
  return value === 'yes' || value === 'no' ? value : 'unknown'
}

const pressureOf = (answers: Answers, item: string): BloodPressure | undefined =>
  BloodPressure.safeParse(givenValue(answers, item)).data

function itemsRead(from: Derivation, answers: Answers): string[] {
  if ('copy' in from) return [from.copy]
  if ('when' in from || 'whether' in from) {
    const names = decidingFacts('when' in from ? from.when : from.whether, valuesOf(answers))
    return names.map((name) => name.replace(/\.count$/, ''))
  }
  if ('raised' in from) return from.raised.map(({ item }) => item).filter((item) => givenValue(answers, item) === 'yes')
  return itemsNamedIn(from).filter((item) => givenValue(answers, item) !== undefined)
}

/** Every item that a score can look at, in the order written. */
function itemsNamedIn(from: Extract<Derivation, { total: string } | { snaq65: unknown } | { lying: string }>): string[] {
  if ('total' in from) return [from.total]
  if ('snaq65' in from) return Object.values(from.snaq65)
  return [from.lying, ...from.standing]
}
