// Checks of rows: unique ids, known sources, and conditions that only compare facts there are with values they can have.
import type { Condition, Leaf } from '../condition.ts'
import { leavesOf } from '../condition.ts'
import type { FactDefinition } from '../facts.ts'
import type { Row } from '../provenance.ts'
import { Status } from '../provenance.ts'
import type { Finding } from './finding.ts'

export type NamedRows = { readonly table: string; readonly rows: readonly Row[] }

/** Each row of each table has an id of its own in that table, a status, and a source that the register knows. */
export function checkRows(tables: readonly NamedRows[], sourceIds: ReadonlySet<string>): Finding[] {
  return tables.flatMap(({ table, rows }) => {
    const seen = new Set<string>()
    return rows.flatMap((row) => {
      const at = `${table}/${row.id}`
      const twice = seen.has(row.id) ? [{ check: 'rows', at, problem: 'The id stands in the table twice' }] : []
      seen.add(row.id)
      return [...twice, ...checkProvenance(row, at, sourceIds)]
    })
  })
}

function checkProvenance(row: Row, at: string, sourceIds: ReadonlySet<string>): Finding[] {
  const unknown = row.source.split(' + ').filter((id) => id !== 'Valpad' && !sourceIds.has(id))
  const findings: Finding[] = unknown.map((id) => ({ check: 'rows', at, problem: `Source "${id}" is not in the register` }))
  if (!Status.safeParse(row.status).success)
    findings.push({ check: 'rows', at, problem: `Status "${row.status}" does not exist` })
  if (row.status === 'read' && row.source === 'Valpad')
    findings.push({ check: 'rows', at, problem: 'Says "read", but names no source' })
  return findings
}

export type NamedCondition = { readonly at: string; readonly condition: Condition }

/** A typing error in a condition would silently never hold. */
export function checkConditions(conditions: readonly NamedCondition[], definitions: readonly FactDefinition[]): Finding[] {
  const byId = new Map(definitions.map((definition) => [definition.id, definition]))
  return conditions.flatMap(({ at, condition }) =>
    leavesOf(condition).flatMap((leaf) => {
      const definition = byId.get(leaf.fact)
      if (definition === undefined) return [{ check: 'conditions', at, problem: `There is no fact "${leaf.fact}"` }]
      return checkLeaf(leaf, definition, at)
    }),
  )
}

function checkLeaf(leaf: Leaf, definition: FactDefinition, at: string): Finding[] {
  const finding = (problem: string): Finding[] => [{ check: 'conditions', at, problem }]
  if ('known' in leaf) return []
  if ('is' in leaf || 'in' in leaf) {
    const wrong = ('is' in leaf ? [leaf.is] : leaf.in).filter((value) => !canBe(definition, value))
    return wrong.length === 0 ? [] : finding(`"${leaf.fact}" can never be ${wrong.join(' or ')}`)
  }
  if (definition.kind !== 'number') return finding(`"${leaf.fact}" is not a number`)
  const limit = 'atLeast' in leaf ? leaf.atLeast : 'over' in leaf ? leaf.over : leaf.below
  if (definition.decimals === 0 && !Number.isInteger(limit))
    return finding(`${limit} falls between the whole numbers of "${leaf.fact}"`)
  return limit > definition.max || limit < definition.min ? finding(`${limit} is outside the range of "${leaf.fact}"`) : []
}

function canBe(definition: FactDefinition, value: string | number): boolean {
  switch (definition.kind) {
    case 'yesNo':
      return value === 'yes' || value === 'no'
    case 'choice':
      return definition.values.includes(String(value))
    case 'number':
      return typeof value === 'number' ? value >= definition.min && value <= definition.max : value === definition.orWord
    case 'bloodPressures':
    case 'codes':
      return false
  }
}
