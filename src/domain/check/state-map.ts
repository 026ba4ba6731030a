// Static check of state maps: nobody who is under way on an older version is left in a state, or waits for a deadline, that is gone.
import { type Machine, machineMetaOf } from '../machine-definition.ts'
import { type GraphState, graphOf, leavesOf, lineageOf, type MachineGraph, movesOf, regionOf } from '../machine-graph.ts'
import type { Pathway } from '../pathway.ts'
import type { Renaming } from '../state-map.ts'
import type { Finding } from './finding.ts'

/** `versions` in the order in which they came. A version with another before it must say where each running case goes on. */
export function checkStateMaps(versions: readonly Pathway[]): Finding[] {
  return versions.flatMap((pathway, index) => {
    const before = versions.slice(0, index).findLast(({ id }) => id === pathway.id)
    return checkOne(pathway, before)
  })
}

function checkOne(pathway: Pathway, before: Pathway | undefined): Finding[] {
  const at = `${pathway.id}@${pathway.version}`
  const finding = (where: string, problem: string): Finding => ({
    check: 'stateMap',
    at: where === '' ? at : `${at}/${where}`,
    problem,
  })
  const { succeeds } = pathway
  if (before === undefined)
    return succeeds === null ? [] : [finding('', `Succeeds ${succeeds.version}, which is not loaded before it`)]
  if (succeeds === null) return [finding('', `Does not say how running cases of ${before.version} go on`)]
  if (succeeds.version !== before.version)
    return [finding('', `Succeeds ${succeeds.version}, but the version before it is ${before.version}`)]
  return (['case', 'assignment'] as const).flatMap((name) => {
    const [older, newer] = [before.machines[name], pathway.machines[name]]
    return [
      ...states(graphOf(older), graphOf(newer), succeeds[name]),
      ...deadlines(older, newer, succeeds.deadlines[name]),
      ...passing(older, newer, succeeds[name], succeeds.deadlines[name]),
    ].map(({ where, problem }) => finding(`${name}/${where}`, problem))
  })
}

type Objection = { readonly where: string; readonly problem: string }

function states(older: MachineGraph, newer: MachineGraph, map: Renaming): Objection[] {
  const targets = new Map(leavesOf(newer).map((leaf) => [leaf.id, leaf]))
  const known = new Set(leavesOf(older).map(({ id }) => id))
  const leftOver = Object.keys(map).filter((id) => !known.has(id))
  return [
    ...leftOver.map((id) => ({ where: id, problem: 'is mapped, but the version before has no such state' })),
    ...leavesOf(older).flatMap((leaf): Objection[] => {
      const objection = (problem: string) => [{ where: leaf.id, problem }]
      const to = Object.hasOwn(map, leaf.id) ? map[leaf.id]! : null
      if (to === null) return objection('is mapped to no state: who stands here is forgotten')
      const target = targets.get(to)
      if (target === undefined) return objection(`is mapped to ${to}, which is no state of this version`)
      return misplaced(older, newer, leaf, target).flatMap(objection)
    }),
  ]
}

function misplaced(older: MachineGraph, newer: MachineGraph, from: GraphState, to: GraphState): string[] {
  if (regionName(older, from.id) !== regionName(newer, to.id)) return [`is mapped to ${to.id}, which is in another region`]
  const ends = (state: GraphState) => state.kind === 'final'
  if (ends(from) !== ends(to)) return [ends(from) ? `is over, but ${to.id} is open` : `is open, but ${to.id} is over`]
  const hasWayOut = movesOf(newer).some(({ leaf, lands }) => leaf === to.id && lands !== to.id)
  return ends(to) || hasWayOut ? [] : [`is mapped to ${to.id}, which has no way out`]
}

/** The root of each version has a name of its own; what counts is the region below it. */
const regionName = (graph: MachineGraph, id: string): string => (graph.states[0]!.kind === 'parallel' ? regionOf(graph, id) : '')

function deadlines(older: Machine, newer: Machine, map: Renaming): Objection[] {
  const [before, after] = [idsOf(older), idsOf(newer)]
  const leftOver = Object.keys(map).filter((id) => !before.has(id))
  return [
    ...leftOver.map((id) => ({ where: id, problem: 'is mapped, but the version before has no such deadline' })),
    ...[...before].flatMap((id): Objection[] => {
      const to = Object.hasOwn(map, id) ? map[id]! : null
      if (to === null) return [{ where: id, problem: 'is mapped to no deadline: who waits for it is forgotten' }]
      return after.has(to) ? [] : [{ where: id, problem: `is mapped to ${to}, which is no deadline of this version` }]
    }),
  ]
}

const idsOf = (machine: Machine): Set<string> => new Set(machineMetaOf(machine).deadlines.map(({ id }) => id))

/** Where a deadline could pass before, its successor can pass in the successor of that state. */
function passing(older: Machine, newer: Machine, stateMap: Renaming, deadlineMap: Renaming): Objection[] {
  const [was, is] = [graphOf(older), graphOf(newer)]
  const rules = machineMetaOf(newer).deadlines
  const known = new Set(is.states.map(({ id }) => id))
  return leavesOf(was).flatMap(({ id: leaf, kind }) => {
    const to = stateMap[leaf]
    if (kind === 'final' || to === undefined || !known.has(to)) return []
    return machineMetaOf(older).deadlines.flatMap(({ id, event }): Objection[] => {
      const successor = rules.find((rule) => rule.id === deadlineMap[id])
      if (successor === undefined || !handles(was, leaf, event) || handles(is, to, successor.event)) return []
      return [{ where: leaf, problem: `${id} can run here, but ${to} does not take ${successor.event}` }]
    })
  })
}

function handles(graph: MachineGraph, leaf: string, event: string): boolean {
  const around = new Set(lineageOf(graph, leaf))
  return graph.transitions.some((transition) => around.has(transition.from) && transition.event === event)
}
