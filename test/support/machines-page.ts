// The page with both machines, drawn from their definitions; run as a program it writes the page.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathwayVersions } from '../../pathways/versions.ts'
import { diagramOf } from '../../src/domain/diagram.ts'
import { asMermaid } from '../../src/domain/diagram-text.ts'

export const machinesPath = join(import.meta.dirname, '..', '..', 'docs', 'machines.md')

export function machinesPage(): string {
  const { machines, id, version } = pathwayVersions.at(-1)!
  const drawings = Object.entries(machines).flatMap(([name, machine]) => [
    `## The ${name}`,
    '',
    '```mermaid',
    asMermaid(diagramOf(machine, 'en')).trimEnd(),
    '```',
    '',
  ])
  return [
    `# The two machines of ${id}@${version}`,
    '',
    'Drawn from their definitions by `npm run docs`; a test keeps this page and the machines the same. Transitions that stay in a state are left',
    'out here: `valpad pathway show case` lists them with their effects.',
    '',
    ...drawings,
  ].join('\n')
}

if (process.argv[1] === import.meta.filename) writeFileSync(machinesPath, machinesPage())
