// Static check of deadlines: whichever way a state was reached, a deadline runs there, and each one that can run is handled there.
import type { DeadlineRule } from '../deadline.ts'
import {
  type GraphAction,
  type GraphState,
  initialLeaves,
  leavesOf,
  lineageOf,
  type MachineGraph,
  type Move,
  movesOf,
} from '../machine-graph.ts'
import type { Finding } from './finding.ts'

/** The deadlines that run, by id; one that stands still has ` (still)` behind it. */
type Running = ReadonlySet<string>
/** Every combination of running deadlines with which each leaf can be reached, by its text. */
type Flow = ReadonlyMap<string, ReadonlyMap<string, Running>>

const still = ' (still)'
/** More combinations than any readable pathway has. */
const mostCombinations = 500_000

export function checkDeadlines(graph: MachineGraph, rules: readonly DeadlineRule[]): Finding[] {
  const flow = explore(graph, rules)
  return [...tableMatches(graph, rules), ...statesTimed(graph, flow), ...passingHandled(graph, rules, flow)]
}

function tableMatches(graph: MachineGraph, rules: readonly DeadlineRule[]): Finding[] {
  const started = new Set(allActions(graph).flatMap((action) => (action.type === 'startDeadline' ? [deadlineIn(action)] : [])))
  const known = new Set(rules.map(({ id }) => id))
  const at = (id: string) => `${graph.id}/${id}`
  return [
    ...[...started]
      .filter((id) => !known.has(id))
      .map((id) => ({ check: 'deadlinesKnown', at: at(id), problem: 'is started but not in the table' })),
    ...rules
      .filter(({ id }) => !started.has(id))
      .map(({ id }) => ({ check: 'deadlinesKnown', at: at(id), problem: 'stands in the table but is never started' })),
  ]
}

function statesTimed(graph: MachineGraph, flow: Flow): Finding[] {
  return leavesOf(graph).flatMap(({ id, kind, meta }) => {
    const canBeIdle = [...(flow.get(id)?.values() ?? [])].some((running) => running.size === 0)
    if (kind === 'final' || !canBeIdle || meta?.coveredBy !== undefined) return []
    return [{ check: 'statesTimed', at: `${graph.id}/${id}`, problem: 'can be waited in without a deadline or dated task' }]
  })
}

function passingHandled(graph: MachineGraph, rules: readonly DeadlineRule[], flow: Flow): Finding[] {
  return leavesOf(graph).flatMap(({ id, kind }) => {
    const running = kind === 'final' ? [] : [...new Set([...(flow.get(id)?.values() ?? [])].flatMap((set) => [...set]))]
    const around = new Set(lineageOf(graph, id))
    const handled = new Set(graph.transitions.flatMap(({ from, event }) => (around.has(from) ? [event] : [])))
    return running.sort().flatMap((deadline) => {
      const event = rules.find((rule) => rule.id === deadline)?.event
      if (event === undefined || handled.has(event)) return []
      return [
        { check: 'passingHandled', at: `${graph.id}/${id}`, problem: `${deadline} can pass here, but nothing handles ${event}` },
      ]
    })
  })
}

/** Walks every leaf with every combination of deadlines that some sequence of events leads to; guards are taken to be open. */
function explore(graph: MachineGraph, rules: readonly DeadlineRule[]): Flow {
  const states = new Map(graph.states.map((state) => [state.id, state]))
  const moves = Map.groupBy(movesOf(graph), ({ leaf }) => leaf)
  const flow = new Map<string, Map<string, Running>>()
  const waiting: [leaf: string, running: Running][] = []
  let seen = 0
  const arrive = (leaf: string, running: Running) => {
    const known = flow.get(leaf) ?? new Map<string, Running>()
    const key = [...running].sort().join(', ')
    flow.set(leaf, known)
    if (known.has(key)) return
    known.set(key, running)
    waiting.push([leaf, running])
    seen += 1
    if (seen > mostCombinations) throw new Error(`The deadlines of ${graph.id} combine in more than ${mostCombinations} ways`)
  }
  for (const leaf of initialLeaves(graph)) arrive(leaf, apply(new Set(), states.get(leaf)!.entry, rules))
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const [leaf, running] = next
    for (const move of moves.get(leaf) ?? []) {
      for (const before of beforeMove(running, move, rules)) arrive(move.lands, after(before, move, states, rules))
    }
  }
  return flow
}

/** An event that tells of a deadline needs one that runs, and that one no longer runs; several can have the same event. */
function beforeMove(running: Running, { transition }: Move, rules: readonly DeadlineRule[]): Running[] {
  const passing = rules.filter(({ event }) => event === transition.event)
  if (passing.length === 0) return [running]
  return passing.flatMap(({ id }) => (running.has(id) ? [running.difference(new Set([id]))] : []))
}

function after(running: Running, move: Move, states: ReadonlyMap<string, GraphState>, rules: readonly DeadlineRule[]): Running {
  const leaves = move.stays ? [] : states.get(move.leaf)!.exit
  const enters = move.stays ? [] : states.get(move.lands)!.entry
  return [leaves, move.transition.actions, enters].reduce((now, actions) => apply(now, actions, rules), running)
}

function apply(running: Running, actions: readonly GraphAction[], rules: readonly DeadlineRule[]): Running {
  return actions.reduce((now, action) => applyOne(now, action, rules), running)
}

function applyOne(running: Running, action: GraphAction, rules: readonly DeadlineRule[]): Running {
  switch (action.type) {
    case 'startDeadline':
      return running.difference(new Set([deadlineIn(action) + still])).union(new Set([deadlineIn(action)]))
    case 'stopDeadline':
      return running.difference(new Set([deadlineIn(action), deadlineIn(action) + still]))
    case 'stopAllDeadlines':
      return new Set()
    case 'pauseDeadlines':
      return new Set([...running].map((id) => (rules.some((rule) => rule.id === id && rule.pausable === true) ? id + still : id)))
    case 'resumeDeadlines':
      return new Set([...running].map((id) => id.replace(still, '')))
    default:
      return running
  }
}

const deadlineIn = (action: GraphAction): string => String(action.params.deadline)

const allActions = (graph: MachineGraph): GraphAction[] => [
  ...graph.states.flatMap(({ entry, exit }) => [...entry, ...exit]),
  ...graph.transitions.flatMap(({ actions }) => actions),
]
