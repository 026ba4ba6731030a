// The steps of a machine as they are drawn and listed: with how many people are there now.
import type { StageCounts } from '../../../contract/worklists.ts'
import type { Diagram, DiagramNode } from '../../../domain/diagram.ts'

export type Line = { readonly from: string; readonly to: string; readonly events: readonly string[] }
export type Step = Pick<DiagramNode, 'id' | 'label' | 'owner' | 'rank'> & {
  readonly final: boolean
  readonly count: number
  readonly lines: readonly Line[]
  /** A line to an end that many steps have; in the drawing a mark instead. */
  readonly mayEnd: boolean
}

/** Stages of a case while its programme runs, seen from its assignment. */
const whileProgramme = ['referred', 'accepted', 'active', 'paused', 'ended']
/** An end with more lines than this is not drawn to. */
const mostToEnd = 2

export function stepsOf(diagram: Diagram, counts: StageCounts): Step[] {
  const region = diagram.nodes[0]!.region
  const nodes = diagram.nodes.filter((node) => node.region === region && node.kind !== 'anyState')
  const lines = linesOf(diagram, new Set(nodes.map(({ id }) => id)))
  const crowded = new Set(
    nodes
      .filter(({ id, kind }) => kind === 'final' && lines.filter(({ to }) => to === id).length > mostToEnd)
      .map(({ id }) => id),
  )
  return nodes.map(({ id, label, owner, rank, kind }) => {
    const own = lines.filter(({ from }) => from === id)
    return {
      ...{ id, label, owner, rank, lines: own },
      final: kind === 'final',
      count: countAt(id, counts),
      mayEnd: own.some(({ to }) => crowded.has(to)),
    }
  })
}

/** What is drawn: not the lines to an end that nearly every step has. */
export const drawnLines = (steps: readonly Step[]): Line[] => {
  const ends = new Map(
    steps.filter(({ final }) => final).map(({ id }) => [id, steps.filter((one) => one.lines.some(({ to }) => to === id)).length]),
  )
  return steps.flatMap(({ lines }) => lines.filter(({ to }) => (ends.get(to) ?? 0) <= mostToEnd))
}

/** Everything that leads from one step to another is one line. */
function linesOf({ edges }: Diagram, known: ReadonlySet<string>): Line[] {
  const moves = edges.filter(({ from, to, stays }) => !stays && from !== to && known.has(from) && known.has(to))
  return [...Map.groupBy(moves, ({ from, to }) => `${from} ${to}`).values()].map((same) => ({
    from: same[0]!.from,
    to: same[0]!.to,
    events: [...new Set(same.map(({ label }) => label.replace(/^T\d+ /, '')))],
  }))
}

function countAt(id: string, { cases, assignments }: StageCounts): number {
  const stage = id.replace(/^progress\./, '')
  if (stage === id) return assignments.find(({ code }) => code === id)?.count ?? 0
  const stages = stage === 'intervention' ? whileProgramme : [stage]
  return cases.filter(({ code }) => stages.includes(code)).reduce((sum, { count }) => sum + count, 0)
}
