// The tables, drawings and sources of a pathway, as text and as data.
import { sources } from '../../pathways/sources.ts'
import { versionOf } from '../domain/check/released.ts'
import { diagramOf } from '../domain/diagram.ts'
import { asMermaid, asText } from '../domain/diagram-text.ts'
import type { Pathway } from '../domain/pathway.ts'
import { pathwayData } from '../domain/pathway-data.ts'
import { type Table, tablesOf } from '../domain/pathway-tables.ts'
import { isVerified } from '../domain/provenance.ts'
import type { Language } from '../domain/words.ts'
import { UsageError } from './command.ts'

const unverified = { nl: 'niet geverifieerd', en: 'not verified' } as const

const machineNamed = ({ machines }: Pathway, part: string): Pathway['machines']['case'] | undefined =>
  part === 'case' || part === 'assignment' ? machines[part] : undefined

export function showText(pathway: Pathway, part: string | undefined, language: Language, mermaid: boolean): string {
  if (part === undefined) return overview(pathway, language)
  const machine = machineNamed(pathway, part)
  if (machine !== undefined) {
    const diagram = diagramOf(machine, language)
    return `${mermaid ? asMermaid(diagram) : asText(diagram)}\n`
  }
  if (mermaid)
    throw new UsageError({
      nl: '--mermaid tekent een machine: show case --mermaid, of show assignment --mermaid',
      en: '--mermaid draws a machine: show case --mermaid, or show assignment --mermaid',
    })
  if (part === 'sources')
    return `${sources.map(({ id, title, where, how }) => `${id}  ${title}\n     ${where}; ${how}`).join('\n')}\n`
  return tableText(tableNamed(pathway, part, language), language)
}

/** Without a part: the whole pathway, as `diff` reads it. Of a machine: its drawing with a layout. */
export function showJson(pathway: Pathway, part: string | undefined, language: Language): unknown {
  if (part === undefined) return pathwayData(pathway)
  const machine = machineNamed(pathway, part)
  if (machine !== undefined) return diagramOf(machine, language)
  return part === 'sources' ? sources : tableNamed(pathway, part, language)
}

function tableNamed(pathway: Pathway, part: string, language: Language): Table {
  const table = tablesOf(pathway, language).find(({ name }) => name === part)
  if (table === undefined) throw new UsageError(`There is no part "${part}"; valpad pathway show lists them`)
  return table
}

function overview(pathway: Pathway, language: Language): string {
  const tables = tablesOf(pathway, language)
  const width = Math.max(...tables.map(({ name }) => name.length))
  const line = ({ name, title, rows }: Table) => {
    const open = rows.filter((row) => !isVerified(row)).length
    return `  ${name.padEnd(width)}  ${String(rows.length).padStart(3)}  ${title}${open === 0 ? '' : ` (${open} ${unverified[language]})`}`
  }
  return [
    `${versionOf(pathway)} (${pathway.status}): ${pathway.title[language]}`,
    '',
    ...tables.map(line),
    `  ${'case'.padEnd(width)}       machine; also --mermaid and --json`,
    `  ${'assignment'.padEnd(width)}       machine; also --mermaid and --json`,
    `  ${'sources'.padEnd(width)}  ${String(sources.length).padStart(3)}  what S01 to ${sources.at(-1)?.id} stand for`,
    '',
  ].join('\n')
}

function tableText({ title, columns, rows }: Table, language: Language): string {
  const width = Math.max(...columns.map((column) => column.length))
  const blocks = rows.map((row) => {
    const note = isVerified(row) ? row.status : `${row.status}, ${unverified[language]}`
    const cells = columns.flatMap((column, index) =>
      row.cells[index] ? [`    ${column.padEnd(width)}  ${row.cells[index]}`] : [],
    )
    return [`${row.id}  [${row.source}; ${note}]`, ...cells].join('\n')
  })
  return `${title}\n\n${blocks.join('\n')}\n`
}
