// A diagram of a machine as plain data with a layout, drawn from its definition: what a page, a document or a terminal can show.
import { type Machine, machineMetaOf, ownerWords } from './machine-definition.ts'
import {
  type GraphState,
  type GraphTransition,
  graphOf,
  initialLeaves,
  leafIn,
  leavesOf,
  type MachineGraph,
  regionOf,
} from './machine-graph.ts'
import type { Language } from './words.ts'

export type DiagramNode = {
  readonly id: string
  readonly label: string
  readonly region: string
  /** `anyState` stands for every open state of its region. */
  readonly kind: 'state' | 'final' | 'anyState'
  readonly isInitial: boolean
  readonly owner: string | null
  /** Steps from the beginning of its region, and the place among those as far. */
  readonly rank: number
  readonly order: number
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export type DiagramEdge = {
  readonly id: string
  readonly from: string
  readonly to: string
  /** Stays where it is, with an effect. */
  readonly stays: boolean
  /** The number of the transition in the dossier. */
  readonly number: string | null
  readonly event: string
  readonly guard: string | null
  readonly effects: readonly string[]
  readonly label: string
}

export type Diagram = {
  readonly id: string
  readonly title: string
  readonly language: Language
  readonly width: number
  readonly height: number
  readonly nodes: readonly DiagramNode[]
  readonly edges: readonly DiagramEdge[]
}

const size = { width: 220, height: 56, across: 80, down: 24, margin: 20 }
const anyIn = (region: string): string => `any:${region}`
const anyOpenState = { nl: 'elke open stap', en: 'any open state' }

export function diagramOf(machine: Machine, language: Language): Diagram {
  const graph = graphOf(machine)
  const nodes = layOut(graph, language)
  const edges = graph.transitions
    .flatMap((transition) => edgesOf(graph, transition))
    .map((edge, index) => ({ ...edge, id: `e${index + 1}` }))
  const extent = (end: (node: DiagramNode) => number) => Math.max(...nodes.map(end)) + size.margin
  return {
    id: graph.id,
    title: machineMetaOf(machine).words[language],
    language,
    width: extent(({ x, width }) => x + width),
    height: extent(({ y, height }) => y + height),
    nodes,
    edges: edges.map((edge) => inWords(edge, machine, language)),
  }
}

type Sketch = Pick<DiagramEdge, 'from' | 'to' | 'stays' | 'number'> & {
  readonly id?: string
  readonly transition: GraphTransition
}

/** One edge per state it enters; one that stays gets an edge to itself. Written on a region it starts at "any open state". */
function edgesOf(graph: MachineGraph, transition: GraphTransition): Sketch[] {
  const isLeaf = leavesOf(graph).some(({ id }) => id === transition.from)
  const start = (region: string) => (isLeaf ? transition.from : anyIn(region))
  const { number } = transition
  if (transition.to.length === 0) {
    const at = start(transition.from)
    return [{ from: at, to: at, stays: true, number, transition }]
  }
  return transition.to.map((target) => {
    const to = leafIn(graph, target)
    return { from: start(regionOf(graph, target)), to, stays: to === transition.from, number, transition }
  })
}

function inWords(edge: Sketch & { readonly id: string }, machine: Machine, language: Language): DiagramEdge {
  const { events, guards, effects } = machineMetaOf(machine)
  const { event, guard, actions } = edge.transition
  const { from, to, stays, number, id } = edge
  const eventText = events[event]?.[language] ?? event
  const guardText = guard === null ? null : (guards[guard]?.[language] ?? guard)
  return {
    id,
    from,
    to,
    stays,
    number,
    event,
    guard,
    effects: actions.flatMap(({ type, params, kind }) =>
      kind === 'effect' ? [effectText(effects[type]?.[language] ?? type, params)] : [],
    ),
    label: [number, eventText, guardText === null ? null : `[${guardText}]`].filter((part) => part !== null).join(' '),
  }
}

function effectText(words: string, params: { readonly [name: string]: unknown }): string {
  const values = Object.values(params).map(String)
  return values.length === 0 ? words : `${words} (${values.join(', ')})`
}

/** Columns by the number of steps from the start, regions below each other, the node for "any open state" last in its region. */
function layOut(graph: MachineGraph, language: Language): DiagramNode[] {
  const initial = initialLeaves(graph)
  const ranks = ranksFrom(graph, initial)
  const leaves = leavesOf(graph)
  const regions = [...new Set(leaves.map(({ id }) => regionOf(graph, id)))]
  const nodes: DiagramNode[] = []
  let top = size.margin
  for (const region of regions) {
    const columns = Map.groupBy(
      leaves.filter(({ id }) => regionOf(graph, id) === region),
      ({ id }) => ranks.get(id) ?? 0,
    )
    const placed = [...columns.entries()].flatMap(([rank, states]) =>
      states.map((state, order) => nodeOf(state, region, rank, order, top, initial.includes(state.id), language)),
    )
    const rows = Math.max(...[...columns.values()].map(({ length }) => length))
    nodes.push(...placed)
    if (hasSharedTransitions(graph, region)) nodes.push(anyNode(region, rows, top, language))
    top += (rows + 1) * (size.height + size.down)
  }
  return nodes
}

function nodeOf(
  state: GraphState,
  region: string,
  rank: number,
  order: number,
  top: number,
  isInitial: boolean,
  language: Language,
): DiagramNode {
  return {
    id: state.id,
    label: state.meta?.words[language] ?? state.name,
    region,
    kind: state.kind === 'final' ? 'final' : 'state',
    isInitial,
    owner: state.meta === null ? null : ownerWords(state.meta.owner)[language],
    ...placeAt(rank, order, top),
  }
}

const anyNode = (region: string, order: number, top: number, language: Language): DiagramNode => ({
  id: anyIn(region),
  label: anyOpenState[language],
  region,
  kind: 'anyState',
  isInitial: false,
  owner: null,
  ...placeAt(0, order, top),
})

const placeAt = (rank: number, order: number, top: number) => ({
  rank,
  order,
  x: size.margin + rank * (size.width + size.across),
  y: top + order * (size.height + size.down),
  width: size.width,
  height: size.height,
})

const hasSharedTransitions = (graph: MachineGraph, region: string): boolean =>
  graph.transitions.some(({ from, to }) => {
    const written = graph.states.find(({ id }) => id === from)?.kind
    const isShared = written === 'compound' || written === 'parallel'
    return isShared && (from === region || to.some((target) => regionOf(graph, target) === region))
  })

/** The fewest steps by transitions written on the states themselves; what is final stands last. */
function ranksFrom(graph: MachineGraph, initial: readonly string[]): Map<string, number> {
  const ranks = new Map(initial.map((id) => [id, 0]))
  // Maps visit what is added while they are being walked, so this goes outwards ring by ring.
  for (const [here, rank] of ranks) {
    for (const { from, to } of graph.transitions) {
      if (from !== here) continue
      for (const target of to) if (!ranks.has(leafIn(graph, target))) ranks.set(leafIn(graph, target), rank + 1)
    }
  }
  const last = Math.max(...ranks.values()) + 1
  for (const { id, kind } of leavesOf(graph)) if (kind === 'final') ranks.set(id, last)
  return ranks
}
