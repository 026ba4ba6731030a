// A pathway as plain data: what its fingerprint covers, what `pathway show --json` prints and `pathway diff` compares.
import type { AnyStateMachine } from 'xstate'
import type { Pathway } from './pathway.ts'

export type PathwayData = { readonly [part: string]: unknown }

/** Everything a clinician can change. Not in it: the settings of one coalition, and the code that evaluates. */
export function pathwayData({ settings: _, machines, ...tables }: Pathway): PathwayData {
  return { ...tables, machines: { case: machineData(machines.case), assignment: machineData(machines.assignment) } }
}

/** The first context of a machine depends on its input and is a function; everything else of its configuration is data. */
function machineData(machine: AnyStateMachine): PathwayData {
  const { context: _, ...data } = machine.config as { readonly [part: string]: unknown }
  return data
}

export type Difference = { readonly at: string; readonly before: unknown; readonly after: unknown }

/** Where two pieces of data differ, deepest place first named; rows of tables are matched by their id, not by their position. */
export function differences(before: unknown, after: unknown, at = ''): Difference[] {
  if (Object.is(before, after)) return []
  if (!isContainer(before) || !isContainer(after) || Array.isArray(before) !== Array.isArray(after))
    return [{ at, before, after }]
  const [left, right] = [fieldsOf(before), fieldsOf(after)]
  const names = [...new Set([...left.keys(), ...right.keys()])]
  const inside = names.flatMap((name) => differences(left.get(name), right.get(name), `${at}/${name}`))
  return Array.isArray(before) ? [...inside, ...reordered([...left.keys()], [...right.keys()], at)] : inside
}

/** The first row that fits decides, so the order of rows that stayed is a difference too. */
function reordered(before: readonly string[], after: readonly string[], at: string): Difference[] {
  const [left, right] = [before.filter((name) => after.includes(name)), after.filter((name) => before.includes(name))]
  return left.join() === right.join() ? [] : [{ at: `${at}#order`, before: left, after: right }]
}

const isContainer = (value: unknown): value is object => typeof value === 'object' && value !== null

function fieldsOf(container: object): Map<string, unknown> {
  if (!Array.isArray(container)) return new Map(Object.entries(container))
  const ids = container.map((entry) => (isContainer(entry) && 'id' in entry ? String(entry.id) : undefined))
  const named = ids.every((id) => id !== undefined) && new Set(ids).size === ids.length
  return new Map(container.map((entry, index) => [named ? ids[index]! : String(index), entry]))
}
