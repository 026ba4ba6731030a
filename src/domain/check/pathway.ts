// Every static check of one pathway, by name; a pathway that passes them leaves nobody without a row, an owner, a deadline or words.
import { machineMetaOf } from '../machine-definition.ts'
import type { Pathway } from '../pathway.ts'
import { pathwayData } from '../pathway-data.ts'
import { tablesOf } from '../pathway-tables.ts'
import { definitionsOf, type Rules } from '../rules.ts'
import { checkBands, checkReference } from './bands.ts'
import { checkDeclineReasons } from './decline-reasons.ts'
import type { Finding } from './finding.ts'
import { checkMachine } from './machines.ts'
import { checkMinimisation } from './minimisation.ts'
import { checkRouting } from './routing.ts'
import { checkConditions, checkRows, type NamedCondition } from './rows.ts'
import { checkScreening } from './screening.ts'
import { checkPlainWords, checkWords } from './words.ts'

/** `promise` says what holds when there are no findings. */
export type CheckResult = { readonly promise: string; readonly findings: readonly Finding[] }

export function checkPathway(pathway: Pathway, sourceIds: ReadonlySet<string>): CheckResult[] {
  const { rules, machines } = pathway
  const definitions = definitionsOf(rules)
  const assessed = new Set(rules.assessedFacts.map(({ id }) => id))
  const result = (promise: string, findings: readonly Finding[]): CheckResult => ({ promise, findings })
  return [
    result(
      'every row has an id of its own, a source in the register and a status',
      checkRows(
        tablesOf(pathway, 'en').map(({ name, rows }) => ({ table: name, rows })),
        sourceIds,
      ),
    ),
    result(
      'every condition compares a fact there is with a value it can have',
      checkConditions(conditionsOf(rules), [...definitions, interventionKind(rules)]),
    ),
    ...[rules.screening, ...rules.shadows].map((ruleSet) =>
      result(
        `${ruleSet.id}: everybody gets a level, every row is reached, neighbours neither overlap nor leave a gap`,
        checkScreening(ruleSet, definitions, rules.byDefinition),
      ),
    ),
    result(
      'routing: every combination of facts gets exactly one row, every row is reached, nobody is offered what cannot be done, somebody pays',
      checkRouting(rules.routing, definitions, assessed),
    ),
    result('cut-offs: neighbouring classes touch and cover the whole range', [
      ...pathway.bands.flatMap(checkBands),
      ...pathway.references.flatMap(checkReference),
    ]),
    result(
      'decline reasons: both sides have one in use, every wait ends within a year, and there is room for what the table does not name',
      checkDeclineReasons(pathway),
    ),
    result(
      'minimisation: what each kind of receiver sees is said for every kind of data, everything has a receiver, nobody gets a citizen number',
      checkMinimisation(pathway),
    ),
    ...Object.entries(machines).map(([name, machine]) =>
      result(
        `${name} machine: every state is reached and left, has an owner and a deadline or a dated task; every deadline is handled; staying has an effect`,
        checkMachine(machine),
      ),
    ),
    result('every text is there in Dutch and English, and in plain Dutch where the older adult reads it', [
      ...checkWords(wordsOf(pathway), pathway.id),
      ...checkPlainWords(readByOlderAdult(pathway)),
    ]),
  ]
}

/** What payer rows are told of the intervention, as if it were a fact. */
const interventionKind = ({ routing, facts }: Rules) => ({
  ...facts[0]!,
  id: 'interventionKind',
  kind: 'choice' as const,
  values: [...new Set(routing.interventions.map(({ kind }) => kind))],
})

/** Machines keep their words beside their states, so their configuration is walked through like any table. */
const wordsOf = (pathway: Pathway) => ({
  ...pathwayData(pathway),
  deadlines: Object.values(pathway.machines).map((machine) => machineMetaOf(machine).deadlines),
})

function conditionsOf(rules: Rules): NamedCondition[] {
  const { routing } = rules
  const named = (table: string, rows: readonly { readonly id: string; readonly when: NamedCondition['condition'] }[]) =>
    rows.map(({ id, when }) => ({ at: `${table}/${id}`, condition: when }))
  const optional = (at: string, condition: NamedCondition['condition'] | null | undefined) =>
    condition === null || condition === undefined ? [] : [{ at, condition }]
  return [
    ...[rules.screening, ...rules.shadows].flatMap((ruleSet) => named(ruleSet.id, [...ruleSet.rows, ruleSet.outOfScope])),
    ...named('byDefinition', rules.byDefinition),
    ...rules.derivedFacts.flatMap(({ id, from }) =>
      'yes' in from ? [from.yes, from.no].map((condition) => ({ at: `derived/${id}`, condition })) : [],
    ),
    ...rules.redFlags.flatMap(({ id, derivedWhen }) => optional(`redFlags/${id}`, derivedWhen)),
    ...named('routing', routing.rows),
    ...routing.rows.flatMap(({ id, alternatives, domain }) =>
      [...alternatives, ...domain].flatMap(({ when }) => optional(`routing/${id}`, when)),
    ),
    ...routing.assumptions.flatMap(({ id, unless }) => optional(`assumptions/${id}`, unless)),
    ...Object.entries(routing.forms).flatMap(([family, forms]) => forms.flatMap(({ when }) => optional(`forms/${family}`, when))),
    ...routing.interventions.flatMap(({ id, notFeasible }) => optional(`interventions/${id}`, notFeasible)),
    ...named('payers', routing.payers),
    ...named('followUps', rules.followUps),
    ...named('notes', rules.notes),
  ]
}

/** Names of what is proposed, the questions, and where the person stands. */
function readByOlderAdult({ rules, instrument, declineReasons }: Pathway): { at: string; words: object }[] {
  return [
    ...rules.routing.interventions.map(({ id, name }) => ({ at: `interventions/${id}`, words: name })),
    ...rules.followUps.map(({ id, name }) => ({ at: `followUps/${id}`, words: name })),
    ...declineReasons.map(({ id, words }) => ({ at: `declineReasons/${id}`, words })),
    ...instrument.sections.flatMap(({ id, words, items }) => [
      { at: `instrument/${id}`, words },
      ...items.map((item) => ({ at: `instrument/${item.id}`, words: item.words })),
    ]),
  ]
}
