// Routing: which intervention fits this person, which others do, who pays, and what was assumed to say so.
import { type Classes, classesOf, rememberByClass } from './classes.ts'
import { type Condition, evaluate, type FactsOf, isKnown, leavesOf } from './condition.ts'
import type { FactDefinition } from './facts.ts'
import type { Provenance, Row } from './provenance.ts'
import type { PlainWords, Words } from './words.ts'

/** The first entry whose condition holds (or that has none) is the answer. */
export type Choice<Value> = readonly { readonly when?: Condition; readonly is: Value }[]

export type Domain = 'care' | 'social' | 'undetermined' | null

/** What a routing row can name: an intervention, or a family whose form is chosen by `forms`. */
export type RoutingRow = Row & {
  readonly when: Condition
  readonly primary: readonly string[]
  readonly domain: Choice<Domain>
  readonly alternatives: readonly { readonly when?: Condition; readonly intervention: string }[]
  readonly next: string
  /** Why this row answers so, as a nurse would say it. */
  readonly words: Words
}

/** An unknown fact counts as `as` in routing. `listed`: said in `assumed` when another value would change the row or the primary. */
export type Assumption = Row & {
  readonly fact: string
  readonly as: string
  /** The other values it could turn out to have. */
  readonly otherwise: readonly string[]
  readonly listed: boolean
  /** Not said when this holds. */
  readonly unless?: Condition
  readonly words: Words
}

/** One thing known of an intervention (`target`, `form`, `evidence`), with a source of its own. */
export type InterventionField = Row & { readonly words: Words }

export type Intervention = Row & {
  readonly name: PlainWords
  /** Kind for the payer table. */
  readonly kind: string
  /** How long the wait for the first session may be depends on it. */
  readonly setting: 'group' | 'home'
  /** When this holds, it cannot be offered to this person. */
  readonly notFeasible: Condition | null
  /** Where one of these payers pays, whoever delivers it must hold a certificate that is still valid. */
  readonly certificate?: Provenance & { readonly payers: readonly string[] }
  /** How many sessions are planned, boosters half a year later not counted; absent: no fixed number, and so no dose. */
  readonly sessions?: Provenance & { readonly planned: number; readonly boosters: number }
  /** Target group, form, dose, deliverer, recognition, evidence, exclusion, each with its own source and status. */
  readonly details: readonly InterventionField[]
}

/** Evaluated after the clinical choice; rows may look at `interventionKind` beside the facts. */
export type PayerRow = Row & { readonly when: Condition; readonly payer: string; readonly words: Words }

export type RoutingTable = {
  readonly rows: readonly RoutingRow[]
  readonly assumptions: readonly Assumption[]
  /** Family name to the form that fits. */
  readonly forms: { readonly [family: string]: Choice<string> }
  readonly interventions: readonly Intervention[]
  readonly payers: readonly PayerRow[]
}

export type Routing = {
  readonly rule: string
  readonly primary: readonly string[]
  readonly domain: Domain
  readonly payer: string | null
  readonly alternatives: readonly string[]
  readonly assumed: readonly string[]
  readonly next: string
}

export type Route = (facts: FactsOf) => Routing

/** The table as a function of facts (derived facts and `level` included), remembered per class of facts. */
export function router(table: RoutingTable, definitions: readonly FactDefinition[]): Route {
  return rememberByClass(routingClasses(table, definitions), (facts) => route(table, facts))
}

/** The classes of every fact the routing looks at, in a fixed order. */
export function routingClasses(table: RoutingTable, definitions: readonly FactDefinition[]): Classes[] {
  const leaves = routingConditions(table)
    .flatMap(leavesOf)
    .filter((leaf) => leaf.fact !== 'interventionKind')
  const names = [...new Set(leaves.map((leaf) => leaf.fact))]
  return names.map((name) => {
    const definition = definitions.find((candidate) => candidate.id === name)
    if (definition === undefined) throw new Error(`The routing looks at ${name}, which is not in the fact table`)
    return classesOf(definition, leaves)
  })
}

function routingConditions(table: RoutingTable): Condition[] {
  const ofChoice = (choice: Choice<unknown>) => choice.map(({ when }) => when)
  return [
    ...table.rows.flatMap(({ when, domain, alternatives }) => [
      when,
      ...ofChoice(domain),
      ...alternatives.map((alternative) => alternative.when),
    ]),
    ...table.assumptions.map(({ unless }) => unless),
    ...Object.values(table.forms).flatMap(ofChoice),
    ...table.interventions.map(({ notFeasible }) => notFeasible),
    ...table.payers.map(({ when }) => when),
  ].filter((condition) => condition !== null && condition !== undefined)
}

/** One pass through the table, without memory. */
export function route(table: RoutingTable, facts: FactsOf): Routing {
  const supposed = suppose(table, facts)
  const row = rowFor(table, supposed)
  const primary = row.primary.map((name) => formOf(table, name, supposed))
  return {
    rule: row.id,
    primary,
    domain: chosen(row.domain, supposed),
    payer: primary[0] === undefined ? null : payerOf(table, primary[0], facts),
    alternatives: alternativesOf(table, row, supposed),
    assumed: row.next === 'decide' ? assumedIn(table, facts, row.id, primary) : [],
    next: row.next,
  }
}

/** Facts with each unknown one replaced by what the assumptions say it counts as. */
export function suppose(table: RoutingTable, facts: FactsOf): FactsOf {
  const supposed: Record<string, unknown> = { ...facts }
  for (const { fact, as } of table.assumptions) if (!isKnown(supposed[fact])) supposed[fact] = as
  return supposed
}

export function rowFor(table: RoutingTable, supposed: FactsOf): RoutingRow {
  const row = table.rows.find(({ when }) => evaluate(when, supposed) === 'yes')
  if (row === undefined) throw new Error(`No routing row for ${JSON.stringify(supposed)}`)
  return row
}

/** The intervention that `name` stands for: itself, or the form of a family that fits. */
export function formOf(table: RoutingTable, name: string, supposed: FactsOf): string {
  const forms = table.forms[name]
  return forms === undefined ? name : chosen(forms, supposed)
}

function chosen<Value>(choice: Choice<Value>, supposed: FactsOf): Value {
  const entry = choice.find(({ when }) => when === undefined || evaluate(when, supposed) === 'yes')
  if (entry === undefined) throw new Error('A choice without an entry for everybody else')
  return entry.is
}

function alternativesOf(table: RoutingTable, row: RoutingRow, supposed: FactsOf): string[] {
  return row.alternatives
    .filter(({ when }) => when === undefined || evaluate(when, supposed) === 'yes')
    .map(({ intervention }) => formOf(table, intervention, supposed))
    .filter((code) => isFeasible(table, code, supposed))
}

export const isFeasible = (table: RoutingTable, code: string, supposed: FactsOf): boolean => {
  const { notFeasible } = interventionOf(table, code)
  return notFeasible === null || evaluate(notFeasible, supposed) !== 'yes'
}

export function interventionOf(table: RoutingTable, code: string): Intervention {
  const intervention = table.interventions.find(({ id }) => id === code)
  if (intervention === undefined) throw new Error(`Intervention ${code} is not in the catalogue`)
  return intervention
}

/** Who pays for one intervention, by the facts as they are: nothing is supposed about money. */
export function payerOf(table: RoutingTable, code: string, facts: FactsOf): string {
  return payerRowOf(table, code, facts).payer
}

export function payerRowOf(table: RoutingTable, code: string, facts: FactsOf): PayerRow {
  const priced = { ...facts, interventionKind: interventionOf(table, code).kind }
  const row = table.payers.find(({ when }) => evaluate(when, priced) === 'yes')
  if (row === undefined) throw new Error(`No payer row for ${code}`)
  return row
}

/** Unknown facts for which some value would change the row or the primary intervention, in the order of the table. */
function assumedIn(table: RoutingTable, facts: FactsOf, ruleId: string, primary: readonly string[]): string[] {
  const matters = ({ fact, unless, otherwise }: Assumption): boolean => {
    if (isKnown(facts[fact]) || (unless !== undefined && evaluate(unless, facts) === 'yes')) return false
    return otherwise.some((value) => {
      const supposed = suppose(table, { ...facts, [fact]: value })
      const row = rowFor(table, supposed)
      return row.id !== ruleId || row.primary.some((name, index) => formOf(table, name, supposed) !== primary[index])
    })
  }
  return table.assumptions.filter((assumption) => assumption.listed && matters(assumption)).map(({ fact }) => fact)
}
