// Which column of a file is which of ours: by what was chosen before, by name, or by a name that looks like it.
import { plain } from './column-kinds.ts'
import { columnNames, columns } from './columns.ts'
import type { ColumnName } from './row.ts'
import type { Mapping } from './table.ts'

/** `remembered`: chosen for this header before; `named`: called so; `alike`: looks like it, to be looked at; `unknown`: left out. */
export type Confidence = 'remembered' | 'named' | 'alike' | 'unknown'

export type MatchedColumn = {
  readonly header: string
  readonly column: ColumnName | null
  readonly confidence: Confidence
}

/** What headers were taken for before; null: they were left out on purpose. */
export type Remembered = ReadonlyMap<string, ColumnName | null>

export const headerKey = (header: string): string => plain(header).slice(0, 100)

/** Every column of ours at most once; of two that claim it the surer one gets it, then the first. */
export function matchColumns(headers: readonly string[], remembered: Remembered): MatchedColumn[] {
  const claims = headers.map((header) => claimOf(header, remembered))
  const taken = new Set<ColumnName>()
  const given: MatchedColumn[] = headers.map((header) => ({ header, column: null, confidence: 'unknown' }))
  for (const confidence of ['remembered', 'named', 'alike'] as const)
    for (const [index, claim] of claims.entries()) {
      if (claim.confidence !== confidence) continue
      const free = claim.columns.find((name) => !taken.has(name))
      if (free === undefined && claim.columns.length > 0) continue
      if (free !== undefined) taken.add(free)
      given[index] = { header: headers[index]!, column: free ?? null, confidence }
    }
  return given
}

type Claim = { readonly confidence: Confidence; readonly columns: readonly ColumnName[] }

function claimOf(header: string, remembered: Remembered): Claim {
  const key = headerKey(header)
  const before = remembered.get(key)
  if (before !== undefined) return { confidence: 'remembered', columns: before === null ? [] : [before] }
  if (key === '') return { confidence: 'unknown', columns: [] }
  const named = columnNames.filter((name) => spellings.get(name)!.includes(key))
  if (named.length > 0) return { confidence: 'named', columns: named }
  const alike = columnNames
    .map((name) => ({ name, likeness: Math.max(...spellings.get(name)!.map((one) => likeness(one, key))) }))
    .filter((one) => one.likeness > 0)
    .sort((a, b) => b.likeness - a.likeness)
  return { confidence: alike.length === 0 ? 'unknown' : 'alike', columns: alike.slice(0, 2).map(({ name }) => name) }
}

const spellings: ReadonlyMap<ColumnName, readonly string[]> = new Map(
  columnNames.map((name) => [name, [name, columns[name].nl, columns[name].en, ...columns[name].also].map(plain)]),
)

/** From 0 (nothing in common) to 1: one slip of the pen, or the one name the greater part of the other. */
function likeness(known: string, given: string): number {
  if (known.length < 4 || given.length < 4) return 0
  if (slips(known, given) <= (known.length > 7 ? 2 : 1)) return 0.9
  const part = Math.min(known.length, given.length) / Math.max(known.length, given.length)
  if (part < 0.5) return 0
  if (given.startsWith(known) || given.endsWith(known)) return part
  return known.startsWith(given) ? 0.8 * part : 0
}

/** How many letters must change, come or go; 3 stands for more. */
function slips(one: string, other: string): number {
  if (Math.abs(one.length - other.length) > 2) return 3
  let row = Array.from({ length: other.length + 1 }, (_, index) => index)
  for (const [at, letter] of [...one].entries()) {
    const next = [at + 1]
    for (const [index, another] of [...other].entries())
      next.push(Math.min(next[index]! + 1, row[index + 1]! + 1, row[index]! + (letter === another ? 0 : 1)))
    row = next
  }
  return Math.min(3, row.at(-1) ?? 0)
}

/** As text, to be sent back with the file: our names in the order of the columns, `-` for one that is left out. */
export const mappingText = (mapping: Mapping): string => mapping.map((name) => name ?? '-').join(',')

/** Null: not a mapping, or one of our columns stands in it twice. */
export function mappingFrom(text: string): Mapping | null {
  const known: ReadonlySet<string> = new Set(columnNames)
  const names = text.split(',').map((one) => one.trim())
  if (names.some((one) => one !== '-' && !known.has(one))) return null
  const chosen = names.filter((one) => one !== '-')
  return new Set(chosen).size === chosen.length ? names.map((one) => (one === '-' ? null : (one as ColumnName))) : null
}
