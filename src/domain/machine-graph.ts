// A machine read back from its definition as plain states and transitions: what the checks prove things about and the diagrams draw.
import type { AnyStateMachine, AnyStateNode } from 'xstate'
import type { Meta, StateMeta } from './machine-definition.ts'

/** An action as written: an effect for the engine, bookkeeping in the context, or something a machine may not contain. */
export type GraphAction = {
  readonly type: string
  readonly params: { readonly [name: string]: unknown }
  readonly kind: 'effect' | 'bookkeeping' | 'unnamed'
}

export type GraphState = {
  /** The path from the root, joined by dots; the root is the empty text. */
  readonly id: string
  readonly name: string
  readonly kind: AnyStateNode['type']
  readonly parent: string | null
  /** The child entered first, of a compound state. */
  readonly initial: string | null
  readonly meta: StateMeta | null
  readonly entry: readonly GraphAction[]
  readonly exit: readonly GraphAction[]
  /** What a pathway's machine may not use: its state would not survive storage, or would move without an event. */
  readonly forbidden: readonly string[]
}

export type GraphTransition = {
  readonly from: string
  readonly event: string
  readonly guard: string | null
  /** The states it enters; empty when it stays where it is. */
  readonly to: readonly string[]
  readonly actions: readonly GraphAction[]
  /** The number of the transition in the dossier (`T13`). */
  readonly number: string | null
}

export type MachineGraph = {
  readonly id: string
  readonly states: readonly GraphState[]
  readonly transitions: readonly GraphTransition[]
}

export function graphOf(machine: AnyStateMachine): MachineGraph {
  const nodes = withDescendants(machine.root)
  return {
    id: machine.id,
    states: nodes.map((node) => stateOf(node, machine)),
    transitions: nodes.flatMap((node) => transitionsOf(node, machine)),
  }
}

const withDescendants = (node: AnyStateNode): AnyStateNode[] => [node, ...Object.values(node.states).flatMap(withDescendants)]

const idOf = (node: AnyStateNode): string => node.path.join('.')

function stateOf(node: AnyStateNode, machine: AnyStateMachine): GraphState {
  return {
    id: idOf(node),
    name: node.key,
    kind: node.type,
    parent: node.parent === undefined ? null : idOf(node.parent),
    initial: node.type === 'compound' ? idOf(node.initial.target[0]!) : null,
    meta: (node.meta as Meta | undefined)?.state ?? null,
    entry: node.entry.map((action) => actionOf(action, machine)),
    exit: node.exit.map((action) => actionOf(action, machine)),
    forbidden: forbiddenIn(node),
  }
}

function forbiddenIn(node: AnyStateNode): string[] {
  const found: [boolean, string][] = [
    [node.type === 'history', 'history'],
    [node.after.length > 0, 'after'],
    [node.invoke.length > 0, 'invoke'],
    [(node.always?.length ?? 0) > 0, 'always'],
  ]
  return found.flatMap(([present, name]) => (present ? [name] : []))
}

function transitionsOf(node: AnyStateNode, machine: AnyStateMachine): GraphTransition[] {
  return [...node.transitions.entries()].flatMap(([event, transitions]) =>
    transitions.map((transition) => ({
      from: idOf(node),
      event,
      guard: guardName(transition.guard),
      to: (transition.target ?? []).map(idOf),
      actions: transition.actions.map((action) => actionOf(action, machine)),
      number: transition.description ?? null,
    })),
  )
}

function guardName(guard: unknown): string | null {
  if (guard === undefined) return null
  if (typeof guard === 'string') return guard
  const type = (guard as { type?: unknown }).type
  return typeof type === 'string' ? type : '(unnamed)'
}

function actionOf(action: unknown, machine: AnyStateMachine): GraphAction {
  if (typeof action === 'function') return { type: '(unnamed)', params: {}, kind: 'unnamed' }
  const { type, params } =
    typeof action === 'string' ? { type: action, params: {} } : (action as { type: string; params?: object })
  // XState marks its own actions (assign and the rest) with a type; what we name ourselves has none.
  const implementation = machine.implementations.actions[type] as { type?: string } | undefined
  const kind = implementation?.type === undefined ? 'effect' : implementation.type === 'xstate.assign' ? 'bookkeeping' : 'unnamed'
  return { type, params: { ...params }, kind }
}

/** The states a case can be in: those without children. */
export const leavesOf = (graph: MachineGraph): GraphState[] =>
  graph.states.filter(({ kind }) => kind === 'atomic' || kind === 'final' || kind === 'history')

/** `id` and everything around it, innermost first. */
export function lineageOf(graph: MachineGraph, id: string): string[] {
  const parent = graph.states.find((state) => state.id === id)?.parent ?? null
  return parent === null ? [id] : [id, ...lineageOf(graph, parent)]
}

/** The region of `id`: the child of a parallel root around it, or the machine itself. */
export function regionOf(graph: MachineGraph, id: string): string {
  const root = graph.states[0]!
  if (root.kind !== 'parallel') return root.id
  return lineageOf(graph, id).at(-2) ?? root.id
}

/** The leaf one is in after entering `id`. */
export function leafIn(graph: MachineGraph, id: string): string {
  const state = graph.states.find((candidate) => candidate.id === id)
  return state?.initial == null ? id : leafIn(graph, state.initial)
}

/** Where each region begins. */
export function initialLeaves(graph: MachineGraph): string[] {
  const root = graph.states[0]!
  if (root.kind !== 'parallel') return [leafIn(graph, root.id)]
  return graph.states.filter(({ parent }) => parent === root.id).map(({ id }) => leafIn(graph, id))
}

/** Every transition as it looks from one leaf of its region: written there or around it, landing in a leaf or staying. */
export type Move = {
  readonly leaf: string
  readonly lands: string
  readonly stays: boolean
  readonly transition: GraphTransition
}

export function movesOf(graph: MachineGraph): Move[] {
  return leavesOf(graph).flatMap(({ id: leaf, kind }) => {
    if (kind === 'final') return []
    const around = new Set(lineageOf(graph, leaf))
    const region = regionOf(graph, leaf)
    return graph.transitions.flatMap((transition): Move[] => {
      if (!around.has(transition.from) || isShadowed(graph, transition, leaf)) return []
      const landing = transition.to.find((target) => regionOf(graph, target) === region)
      const lands = landing === undefined ? leaf : leafIn(graph, landing)
      return [{ leaf, lands, stays: landing === undefined, transition }]
    })
  })
}

/** A state further in answers the same event under the same guard, or under none: this transition is never asked. */
function isShadowed(graph: MachineGraph, outer: GraphTransition, leaf: string): boolean {
  const lineage = lineageOf(graph, leaf)
  const inner = new Set(lineage.slice(0, lineage.indexOf(outer.from)))
  return graph.transitions.some(
    ({ from, event, guard }) => inner.has(from) && event === outer.event && (guard === null || guard === outer.guard),
  )
}
