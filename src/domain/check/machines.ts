// Static checks of a machine: nothing is unreachable, nobody gets stuck, nothing is ownerless, and nothing happens in silence.
import { type Machine, machineMetaOf } from '../machine-definition.ts'
import { type GraphAction, graphOf, initialLeaves, leavesOf, type MachineGraph, movesOf, regionOf } from '../machine-graph.ts'
import type { Finding } from './finding.ts'
import { checkDeadlines } from './machine-deadlines.ts'

/** Every check of one machine, on its own definition. */
export function checkMachine(machine: Machine): Finding[] {
  const graph = graphOf(machine)
  return [
    ...onlyStorableFeatures(graph),
    ...statesReachable(graph),
    ...statesLeavable(graph),
    ...finalIsFinal(graph),
    ...statesOwned(graph),
    ...stayingHasEffect(graph),
    ...vocabularyComplete(graph, machine),
    ...checkDeadlines(graph, machineMetaOf(machine).deadlines),
  ]
}

function finding(graph: MachineGraph, check: string, at: string, problem: string): Finding {
  return { check, at: `${graph.id}/${at}`, problem }
}

function onlyStorableFeatures(graph: MachineGraph): Finding[] {
  const features = graph.states.flatMap((state) =>
    state.forbidden.map((name) =>
      finding(graph, 'onlyStorableFeatures', state.id, `uses ${name}, which is lost or moves by itself`),
    ),
  )
  const unnamed = allActions(graph).flatMap(([at, action]) =>
    action.kind === 'unnamed'
      ? [finding(graph, 'onlyStorableFeatures', at, `does ${action.type} itself instead of naming an effect`)]
      : [],
  )
  const guards = graph.transitions.flatMap(({ from, event, guard }) =>
    guard === '(unnamed)' ? [finding(graph, 'onlyStorableFeatures', `${from}/${event}`, 'has a guard without a name')] : [],
  )
  return [...features, ...unnamed, ...guards]
}

const allActions = (graph: MachineGraph): [at: string, GraphAction][] => [
  ...graph.states.flatMap(({ id, entry, exit }) => [...entry, ...exit].map((action): [string, GraphAction] => [id, action])),
  ...graph.transitions.flatMap(({ from, event, actions }) =>
    actions.map((action): [string, GraphAction] => [`${from}/${event}`, action]),
  ),
]

function statesReachable(graph: MachineGraph): Finding[] {
  const steps = movesOf(graph).map(({ leaf, lands }): [string, string] => [leaf, lands])
  const reached = spread(initialLeaves(graph), steps)
  return leavesOf(graph).flatMap(({ id }) =>
    reached.has(id) ? [] : [finding(graph, 'statesReachable', id, 'no sequence of events leads to it')],
  )
}

/** By its own transitions: that a person can always die or decline does not make a state leavable. */
function statesLeavable(graph: MachineGraph): Finding[] {
  const own = movesOf(graph).filter(({ leaf, lands, transition }) => transition.from === leaf && lands !== leaf)
  const finals = leavesOf(graph).filter(({ kind }) => kind === 'final')
  const backwards = own.map(({ leaf, lands }): [string, string] => [lands, leaf])
  const ending = spread(
    finals.map(({ id }) => id),
    backwards,
  )
  return leavesOf(graph).flatMap(({ id, kind }) => {
    if (kind === 'final') return []
    if (!own.some(({ leaf }) => leaf === id)) return [finding(graph, 'statesLeavable', id, 'no event of its own leads out of it')]
    const canEnd = finals.some((end) => regionOf(graph, end.id) === regionOf(graph, id))
    return canEnd && !ending.has(id) ? [finding(graph, 'statesLeavable', id, 'no way on from it ever ends')] : []
  })
}

/** Everything that `steps` lead to from `from`, itself included. */
function spread(from: readonly string[], steps: readonly [from: string, to: string][]): Set<string> {
  const reached = new Set(from)
  // Sets visit what is added while they are being walked.
  for (const here of reached) for (const [source, target] of steps) if (source === here) reached.add(target)
  return reached
}

function finalIsFinal(graph: MachineGraph): Finding[] {
  const finals = new Set(graph.states.filter(({ kind }) => kind === 'final').map(({ id }) => id))
  return graph.transitions.flatMap(({ from, event }) =>
    finals.has(from) ? [finding(graph, 'finalIsFinal', from, `goes on with ${event}`)] : [],
  )
}

function statesOwned(graph: MachineGraph): Finding[] {
  return leavesOf(graph).flatMap(({ id, meta }) => {
    if (meta === null) return [finding(graph, 'statesOwned', id, 'has no owner and no words')]
    const { nl, en, b1 } = meta.words
    const missing = Object.entries({ nl, en, b1 }).filter(([, text]) => text.trim() === '')
    return missing.map(([language]) => finding(graph, 'statesOwned', id, `has no words in ${language}`))
  })
}

function stayingHasEffect(graph: MachineGraph): Finding[] {
  return graph.transitions.flatMap(({ from, event, to, actions }) => {
    const stays = to.length === 0 || to.every((target) => target === from)
    const silent = !actions.some(({ kind }) => kind === 'effect')
    return stays && silent ? [finding(graph, 'stayingHasEffect', `${from}/${event}`, 'stays where it is and does nothing')] : []
  })
}

/** Every event, guard and effect has words, and no words are left over. */
function vocabularyComplete(graph: MachineGraph, machine: Machine): Finding[] {
  const { events, guards, effects } = machineMetaOf(machine)
  const effectsUsed = allActions(graph).flatMap(([, { type, kind }]) => (kind === 'effect' ? [type] : []))
  return [
    ...compare(
      graph,
      'event',
      events,
      graph.transitions.map(({ event }) => event),
    ),
    ...compare(
      graph,
      'guard',
      guards,
      graph.transitions.flatMap(({ guard }) => guard ?? []),
    ),
    ...compare(graph, 'effect', effects, effectsUsed),
  ]
}

function compare(
  graph: MachineGraph,
  kind: string,
  words: { readonly [name: string]: unknown },
  used: readonly string[],
): Finding[] {
  const names = new Set(used)
  const wordless = [...names].filter((name) => !Object.hasOwn(words, name))
  const idle = Object.keys(words).filter((name) => !names.has(name))
  return [
    ...wordless.map((name) => finding(graph, 'vocabularyComplete', name, `${kind} without words`)),
    ...idle.map((name) => finding(graph, 'vocabularyComplete', name, `${kind} that the machine never uses`)),
  ]
}
