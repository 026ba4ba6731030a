// Checks of the routing: everybody gets exactly one row, every row is reached, nobody is offered what cannot be done, somebody pays.
import { casesOf, endingsOf, type ValuesOf } from '../cases.ts'
import type { Condition, FactsOf } from '../condition.ts'
import type { FactTable } from '../facts.ts'
import { interventionOf, type RoutingRow, type RoutingTable, route, routingClasses } from '../routing.ts'
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
  return [...checkRows(table, valuesOf, routeBy), ...checkPayers(table, valuesOf)]
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

function checkRows(table: RoutingTable, valuesOf: ValuesOf, routeBy: typeof route): Finding[] {
  const findings = new Map<string, Finding>()
  const reached = new Set<string>()
  const find = (check: string, at: string, problem: string) =>
    findings.set(`${check} ${at}`, findings.get(`${check} ${at}`) ?? { check, at, problem })
  for (const { row, facts } of endingsOf(table.rows, {}, valuesOf)) {
    if (row === undefined) find('routingTotal', 'routing', `No row for ${JSON.stringify(facts)}`)
    else {
      reached.add(row.id)
      for (const bad of impossibleOffers(table, row, facts, valuesOf, routeBy)) find('routingFeasible', `routing/${row.id}`, bad)
      for (const ending of endingsOf(row.domain, facts, valuesOf)) {
        if (ending.row === undefined)
          find('routingTotal', `routing/${row.id}/domain`, `No domain for ${JSON.stringify(ending.facts)}`)
      }
    }
  }
  for (const { id } of table.rows)
    if (!reached.has(id)) find('routingReachable', `routing/${id}`, 'No person ever reaches this row')
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
    if (form === undefined) throw new Error(`No form of "${name}" for ${JSON.stringify(formFacts)}`)
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
