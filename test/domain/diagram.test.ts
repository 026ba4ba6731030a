// Diagrams drawn from the machines: complete, without overlap, and in the words of the pathway.
import { expect, test } from 'vitest'
import { assignmentMachine } from '../../pathways/amstelland/v1/assignment-machine.ts'
import { caseMachine } from '../../pathways/amstelland/v1/case-machine.ts'
import { type Diagram, diagramOf } from '../../src/domain/diagram.ts'
import { asMermaid, asText } from '../../src/domain/diagram-text.ts'
import { graphOf, leavesOf } from '../../src/domain/machine-graph.ts'

const drawings = [caseMachine, assignmentMachine].flatMap((machine) =>
  (['nl', 'en'] as const).map((language) => ({ machine, id: machine.id, language, diagram: diagramOf(machine, language) })),
)

test.each(drawings)('$id in $language has a node for every state and an edge for every transition', ({ machine, diagram }) => {
  const graph = graphOf(machine)
  const ids = diagram.nodes.map(({ id }) => id)
  expect(ids).toEqual(expect.arrayContaining(leavesOf(graph).map(({ id }) => id)))
  expect(diagram.edges.length).toBeGreaterThanOrEqual(graph.transitions.length)
  for (const { from, to } of diagram.edges) expect(ids).toEqual(expect.arrayContaining([from, to]))
  expect(new Set(diagram.edges.map(({ id }) => id)).size).toBe(diagram.edges.length)
})

test.each(drawings)('$id in $language: nodes lie within the drawing and do not overlap', ({ diagram }) => {
  const overlap = (a: Diagram['nodes'][number], b: Diagram['nodes'][number]) =>
    a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height
  diagram.nodes.forEach((a, index) => {
    expect(a.x >= 0 && a.y >= 0 && a.x + a.width <= diagram.width && a.y + a.height <= diagram.height).toBe(true)
    for (const b of diagram.nodes.slice(index + 1)) expect([a.id, b.id, overlap(a, b)]).toEqual([a.id, b.id, false])
  })
})

test.each(drawings)('$id in $language begins left and ends right', ({ diagram }) => {
  const ends = diagram.nodes.filter(({ kind }) => kind === 'final').map(({ rank }) => rank)
  const others = diagram.nodes.filter(({ kind }) => kind !== 'final').map(({ rank }) => rank)
  expect(Math.min(...ends)).toBeGreaterThan(Math.max(...others))
  for (const { rank } of diagram.nodes.filter(({ isInitial }) => isInitial)) expect(rank).toBe(0)
})

test.each(drawings)('$id in $language survives JSON', ({ diagram }) => {
  expect(JSON.parse(JSON.stringify(diagram))).toEqual(diagram)
})

test('edges speak: number, event, condition and effects', () => {
  const edge = diagramOf(caseMachine, 'nl').edges.find(({ number }) => number === 'T6')
  expect(edge).toMatchObject({
    from: 'progress.screening',
    to: 'progress.analysisPlanned',
    stays: false,
    event: 'screeningRecorded',
    guard: 'levelHigh',
    label: 'T6 valrisicotest vastgelegd [uitslag: hoog]',
    effects: ['taak: valanalyse', 'termijn gaat lopen (TM3)'],
  })
})

test('the text names whose move it is, and what is possible from any open state', () => {
  const text = asText(diagramOf(caseMachine, 'nl'))
  expect(text).toContain('analysis: valanalyse loopt (aan zet: praktijkondersteuner (POH))')
  expect(text).toContain(
    '  T12 valanalyse afgerond [de acht onderwerpen en de wensen zijn vastgelegd en RF01 tot RF04 zijn bekend] -> decision; ',
  )
  expect(text).toContain('*: elke open stap')
  expect(text).toContain('  T27 overleden [het traject loopt] -> closed')
  expect(asText(diagramOf(assignmentMachine, 'en'))).toContain('sent: sent, waiting for an answer (to act: the provider)')
})

test.each(drawings)(
  'Mermaid of $id in $language: declared names only, one edge a line, nothing it would stumble over',
  ({ diagram }) => {
    const lines = asMermaid(diagram).trimEnd().split('\n')
    expect(lines[0]).toBe('stateDiagram-v2')
    const declared = new Set(lines.flatMap((line) => /^ {2}state "[^"]+" as (s\d+)$/.exec(line)?.[1] ?? []))
    expect(declared.size).toBe(diagram.nodes.length)
    const edges = lines.filter((line) => line.includes('-->'))
    expect(edges.length).toBeGreaterThan(diagram.nodes.length - 2)
    for (const line of edges) {
      const [, from, to] = /^ {2}(\[\*\]|s\d+) --> (\[\*\]|s\d+)( : [^:;#"{}<>[\]%]+)?$/.exec(line) ?? []
      for (const end of [from, to]) expect(end === '[*]' || declared.has(String(end))).toBe(true)
    }
  },
)
