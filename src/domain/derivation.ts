// Derivations: how one value follows from the answers, as data, with the one interpreter for facts and for the status of sections.
import { type Answers, BloodPressure, type GivenValue, givenValue, valuesOf } from './answers.ts'
import { type Condition, decidingFacts, evaluate, type Scalar } from './condition.ts'
import { type DropLimits, lowestStanding, orthostaticHypotension } from './scoring/orthostatic.ts'
import { type QuestionnaireRule, questionnaireTotal } from './scoring/questionnaire-total.ts'
import { type SnaqLimits, snaq65 } from './scoring/snaq65.ts'
import { type SppbTables, type SppbTimes, sppbTotal } from './scoring/sppb.ts'
import type { Tri } from './tri.ts'

/** The items with the pressure before standing up and with each standing value, and how far the pressure may drop. */
export type PressureTest = { readonly before: string; readonly standing: readonly string[]; readonly limits: DropLimits }

/** Names are item ids; a copy and conditions also know `<item id>.count`, the number of entries of a list. */
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
  /** The points of the Short Physical Performance Battery, from the items with its times. */
  | { readonly sppb: { readonly [component in keyof SppbTimes]-?: string }; readonly tables: SppbTables }
  /** Yes, no or unknown: the pressure drops too far. */
  | { readonly drop: PressureTest }
  /** `[[systolic, diastolic], [systolic, diastolic]]`: before and lowest standing, once they settle whether the drop is too large. */
  | { readonly pressures: PressureTest }
  /** The codes whose item was answered with yes; at least one. */
  | { readonly raised: readonly { readonly code: string; readonly item: string }[] }

/** Undefined when these answers cannot tell. */
export function derive(from: Derivation, answers: Answers): unknown {
  if ('copy' in from) {
    const value = valuesOf(answers)[from.copy]
    return from.unless?.some((word) => word === value) ? undefined : value
  }
  if ('when' in from) return evaluate(from.when, valuesOf(answers)) === 'yes' ? from.is : undefined
  if ('whether' in from) return known(evaluate(from.whether, valuesOf(answers)))
  if ('total' in from) return total(from.rule, givenValue(answers, from.total))
  if ('snaq65' in from) return snaqClass(from, answers)
  if ('sppb' in from) return sppbPoints(from, answers)
  if ('drop' in from) return known(orthostaticHypotension(...pressuresOf(from.drop, answers), from.drop.limits))
  if ('pressures' in from) return settledPressures(from.pressures, answers)
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

function sppbPoints({ sppb: item, tables }: Extract<Derivation, { sppb: unknown }>, answers: Answers): number | undefined {
  const entries = Object.entries(item).map(([component, itemId]) => [component, givenValue(answers, itemId)])
  const times: SppbTimes = Object.fromEntries(entries.filter(([, time]) => typeof time === 'number' || time === 'unable'))
  return sppbTotal(tables, times) ?? undefined
}

type Pressures = [before: BloodPressure | undefined, standing: (BloodPressure | undefined)[]]

const pressuresOf = ({ before, standing }: PressureTest, answers: Answers): Pressures => [
  pressureOf(answers, before),
  standing.map((item) => pressureOf(answers, item)),
]

function settledPressures(test: PressureTest, answers: Answers): number[][] | undefined {
  const [before, standing] = pressuresOf(test, answers)
  const lowest = lowestStanding(standing)
  if (before === undefined || lowest === undefined || orthostaticHypotension(before, standing, test.limits) === 'unknown')
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

/** The items whose answers made the value what it is. */
export function itemsRead(from: Derivation, answers: Answers): string[] {
  if ('copy' in from) return [itemIn(from.copy)]
  if ('when' in from || 'whether' in from) {
    const names = decidingFacts('when' in from ? from.when : from.whether, valuesOf(answers))
    return names.map(itemIn)
  }
  if ('raised' in from) return from.raised.map(({ item }) => item).filter((item) => givenValue(answers, item) === 'yes')
  return itemsScored(from).filter((item) => givenValue(answers, item) !== undefined)
}

const itemIn = (name: string): string => name.replace(/\.count$/, '')

/** Every item that a score can look at, in the order written. */
function itemsScored(
  from: Exclude<Derivation, { copy: string } | { when: Condition } | { whether: Condition } | { raised: unknown }>,
): string[] {
  if ('total' in from) return [from.total]
  if ('snaq65' in from) return Object.values(from.snaq65)
  if ('sppb' in from) return Object.values(from.sppb)
  const { before, standing } = 'drop' in from ? from.drop : from.pressures
  return [before, ...standing]
}
