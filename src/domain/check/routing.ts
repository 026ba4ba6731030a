// Checks of the routing: everybody gets exactly one row, every row is reached, nobody is offered what cannot be done, somebody pays.
import { casesOf, endingsOf, type ValuesOf } from '../cases.ts'
import type { Condition, FactsOf } from '../condition.ts'
import type { FactTable } from '../facts.ts'
import { type Choice, interventionOf, type RoutingRow, type RoutingTable, route, routingClasses } from '../routing.ts'
import type { Finding } from './finding.ts'

/** `alwaysKnown`: facts that the assessment itself fills in (level, open flags). `routeBy` is the routing under proof. */
export function checkRouting(
  table: RoutingTable,
  definitions: FactTable,
  alwaysKnown: ReadonlySet<string>,
  routeBy: typeof route = route,
): Finding[] {
  const unlisted = checkCatalogue(table)
  if (unlisted.length > 0) return unlisted
  const classes = new Map(routingClasses(table, definitions).map(({ fact, samples }) => [fact, samples]))
  const valuesOf: ValuesOf = (fact) => {
    const samples = classes.get(fact) ?? []
    if (alwaysKnown.has(fact)) return samples
    const assumption = table.assumptions.find((row) => row.fact === fact)
    return assumption === undefined ? ['unknown', ...samples] : [...new Set([assumption.as, ...samples])]
  }
  // Only a total table can be asked what it offers.
  const gaps = [...checkTotal(table, valuesOf), ...checkPayers(table, valuesOf)]
  return gaps.length > 0 ? gaps : checkOffers(table, valuesOf, routeBy)
}

/** Every code a row or a form names is in the catalogue. */
function checkCatalogue(table: RoutingTable): Finding[] {
  const known = new Set(table.interventions.map(({ id }) => id))
  const named = table.rows.flatMap((row) => namesIn(row).map((code) => ({ at: `routing/${row.id}`, code })))
  const formed = Object.entries(table.forms).flatMap(([family, forms]) =>
    forms.map(({ is }) => ({ at: `routing/${family}`, code: is })),
  )
  return [...named.filter(({ code }) => table.forms[code] === undefined), ...formed]
    .filter(({ code }) => !known.has(code))
    .map(({ at, code }) => ({ check: 'routingCatalogue', at, problem: `"${code}" is not in the catalogue` }))
}

const namesIn = (row: RoutingRow): string[] => [...row.primary, ...row.alternatives.map(({ intervention }) => intervention)]

/** Everybody gets a row with a domain and a form, and no row is there for nobody. */
function checkTotal(table: RoutingTable, valuesOf: ValuesOf): Finding[] {
  const gaps = new Map<string, Finding>()
  const reached = new Set<string>()
  const gap = (at: string, facts: FactsOf) =>
    gaps.set(at, { check: 'routingTotal', at, problem: `Nothing for ${JSON.stringify(facts)}` })
  for (const { row, facts } of endingsOf(table.rows, {}, valuesOf)) {
    if (row === undefined) gap('routing', facts)
    else {
      reached.add(row.id)
      for (const [part, choice] of choicesIn(table, row)) {
        for (const ending of endingsOf(choice, facts, valuesOf))
          if (ending.row === undefined) gap(`routing/${row.id}/${part}`, ending.facts)
      }
    }
  }
  const unreached = table.rows.filter(({ id }) => !reached.has(id))
  return [
    ...gaps.values(),
    ...unreached.map(({ id }) => ({
      check: 'routingReachable',
      at: `routing/${id}`,
      problem: 'No person ever reaches this row',
    })),
  ]
}

const choicesIn = (table: RoutingTable, row: RoutingRow): [string, Choice<unknown>][] => [
  ['domain', row.domain],
  ...namesIn(row).flatMap((name): [string, Choice<unknown>][] =>
    table.forms[name] === undefined ? [] : [[name, table.forms[name]]],
  ),
]

function checkOffers(table: RoutingTable, valuesOf: ValuesOf, routeBy: typeof route): Finding[] {
  const findings = new Map<string, Finding>()
  for (const { row, facts } of endingsOf(table.rows, {}, valuesOf)) {
    if (row === undefined || findings.has(row.id)) continue
    for (const problem of impossibleOffers(table, row, facts, valuesOf, routeBy)) {
      findings.set(row.id, { check: 'routingFeasible', at: `routing/${row.id}`, problem })
    }
  }
  return [...findings.values()]
}

function* impossibleOffers(
  table: RoutingTable,
  row: RoutingRow,
  facts: FactsOf,
  valuesOf: ValuesOf,
  routeBy: typeof route,
): Generator<string> {
  for (const name of namesIn(row)) {
    for (const { code, facts: impossible } of impossibleFor(table, name, facts, valuesOf)) {
      const { primary, alternatives } = routeBy(table, impossible)
      if ([...primary, ...alternatives].includes(code))
        yield `"${code}" is offered to somebody for whom it cannot be done: ${JSON.stringify(impossible)}`
    }
  }
}

/** The people of an ending for whom a named intervention cannot be done. */
function* impossibleFor(
  table: RoutingTable,
  name: string,
  facts: FactsOf,
  valuesOf: ValuesOf,
): Generator<{ code: string; facts: FactsOf }> {
  for (const { row: form, facts: formFacts } of endingsOf<{ when?: Condition; is: string }>(
    table.forms[name] ?? [{ is: name }],
    facts,
    valuesOf,
  )) {
    if (form === undefined) continue
    const { notFeasible } = interventionOf(table, form.is)
    for (const one of notFeasible === null ? [] : casesOf(notFeasible, formFacts, valuesOf))
      if (one.holds) yield { code: form.is, facts: one.facts }
  }
}

/** Each intervention has a payer, or an honest "undetermined", for everybody; and every payer row is of use. */
function checkPayers(table: RoutingTable, valuesOf: ValuesOf): Finding[] {
  const reached = new Set<string>()
  const unpaid = table.interventions.flatMap(({ id, kind }) => {
    const endings = [...endingsOf(table.payers, { interventionKind: kind }, valuesOf)]
    for (const { row } of endings) if (row !== undefined) reached.add(row.id)
    const without = endings.find(({ row }) => row === undefined)
    return without === undefined
      ? []
      : [{ check: 'payersTotal', at: `payers/${id}`, problem: `Nobody pays for it, given ${JSON.stringify(without.facts)}` }]
  })
  const unreached = table.payers
    .filter(({ id }) => !reached.has(id))
    .map(({ id }) => ({ check: 'payersReachable', at: `payers/${id}`, problem: 'Nothing is ever paid by this row' }))
  return [...unpaid, ...unreached]
}
