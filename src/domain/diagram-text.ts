// A diagram as text: plain lines for a terminal, and Mermaid for pages that draw it.
import type { Diagram, DiagramEdge, DiagramNode } from './diagram.ts'
import type { Language } from './words.ts'

const said = {
  begins: { nl: 'begin', en: 'start' },
  ends: { nl: 'einde', en: 'end' },
  stays: { nl: 'blijft', en: 'stays' },
  by: { nl: 'aan zet', en: 'to act' },
} as const

/** Every state with whose move it is, and under it what can happen, where that leads and what is done. */
export function asText(diagram: Diagram): string {
  const lines = [diagram.title, '']
  for (const region of new Set(diagram.nodes.map((node) => node.region))) {
    if (region !== '') lines.push(`== ${region} ==`, '')
    for (const node of diagram.nodes.filter((one) => one.region === region)) {
      lines.push(headOf(node, diagram.language))
      lines.push(...diagram.edges.filter(({ from }) => from === node.id).map((edge) => lineOf(edge, diagram)), '')
    }
  }
  return lines.join('\n')
}

function headOf(node: DiagramNode, language: Language): string {
  const marks = [
    node.isInitial ? said.begins[language] : null,
    node.kind === 'final' ? said.ends[language] : null,
    node.owner === null || node.kind === 'final' ? null : `${said.by[language]}: ${node.owner}`,
  ].filter((mark) => mark !== null)
  const name = node.kind === 'anyState' ? '*' : node.id.split('.').at(-1)
  return `${name}: ${node.label}${marks.length === 0 ? '' : ` (${marks.join('; ')})`}`
}

function lineOf(edge: DiagramEdge, { language }: Diagram): string {
  const to = edge.stays ? said.stays[language] : `-> ${edge.to.split('.').at(-1)}`
  return `  ${edge.label} ${to}${edge.effects.length === 0 ? '' : `; ${edge.effects.join('; ')}`}`
}

/** A Mermaid state diagram. Transitions that stay are left out of the drawing: they would hide it; the text has them. */
export function asMermaid(diagram: Diagram): string {
  const names = new Map(diagram.nodes.map((node, index) => [node.id, `s${index + 1}`]))
  const lines = ['stateDiagram-v2', `  %% ${plain(diagram.title)}`]
  for (const node of diagram.nodes) lines.push(`  state "${plain(node.label)}" as ${names.get(node.id)}`)
  for (const node of diagram.nodes) if (node.isInitial) lines.push(`  [*] --> ${names.get(node.id)}`)
  for (const edge of diagram.edges) {
    if (!edge.stays) lines.push(`  ${names.get(edge.from)} --> ${names.get(edge.to)} : ${plain(edge.label)}`)
  }
  for (const node of diagram.nodes) if (node.kind === 'final') lines.push(`  ${names.get(node.id)} --> [*]`)
  return `${lines.join('\n')}\n`
}

/** Without the characters that mean something to Mermaid. */
const plain = (text: string): string =>
  text
    .replaceAll(/[:;#"{}<>[\]%]/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
