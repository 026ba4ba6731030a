// `valpad supply`: takes over a list of local supply (import), and writes the supply as a list (export).
import { writeFile } from 'node:fs/promises'
import { type ListPreview, type ListTaken, listFormats } from '../contract/supply-lists.ts'
import type { Language } from '../domain/words.ts'
import {
  type Command,
  type ExitCode,
  type Given,
  languageOf,
  languageOption,
  type Streams,
  tooMany,
  UsageError,
} from './command.ts'
import { openInput } from './input.ts'
import { type Desk, type Reply, supplyDesk } from './supply-desk.ts'

export const supplyCommand: Command = {
  usage:
    'valpad supply import FILE [--dry-run] [--skip-faulty] | export --format FORMAT [--out FILE]   [--as ACCOUNT] [--url URL]',
  options: {
    'dry-run': { type: 'boolean', help: 'import: say what would change, and write nothing' },
    'skip-faulty': { type: 'boolean', help: 'import: take the rows that are right, and leave the others' },
    mapping: { type: 'string', value: 'A,B,-', help: 'import: which column is which, as --dry-run says it' },
    sheet: { type: 'string', value: 'NAME', help: 'import: of an xlsx, which sheet (default: the first)' },
    format: { type: 'string', value: 'FORMAT', help: `export: ${listFormats.join(', ')} (default csv-nl)` },
    out: { type: 'string', value: 'FILE', help: 'export: into this file (default: standard output)' },
    as: { type: 'string', value: 'ACCOUNT', help: 'in whose name (default coordinator-amstelland)' },
    url: {
      type: 'string',
      value: 'URL',
      help: 'through the running server, as http://127.0.0.1:8080, instead of the database itself',
    },
    ...languageOption,
  },
  examples: [
    'valpad supply import aanbod.xlsx --dry-run',
    'valpad supply import aanbod.csv --skip-faulty --url http://127.0.0.1:8080',
    'valpad supply export --format xlsx --out aanbod.xlsx',
    'valpad supply export --format hsds > services.json',
  ],
  run,
}

async function run(given: Given, streams: Streams): Promise<ExitCode> {
  const [act, ...rest] = given.arguments
  if (act !== 'import' && act !== 'export')
    throw new UsageError(
      act === undefined
        ? { nl: 'Zeg wat er moet gebeuren: import of export', en: 'Say what to do: import or export' }
        : { nl: `"${act}" is geen van: import, export`, en: `"${act}" is not one of import, export` },
    )
  if (rest.length > (act === 'import' ? 1 : 0)) throw tooMany(rest.at(-1))
  const language = languageOf(given)
  if (act === 'export') {
    const format = String(given.options['format'] ?? 'csv-nl')
    if (!listFormats.some((one) => one === format))
      throw new UsageError({
        nl: `--format ${format}: kies een van ${listFormats.join(', ')}`,
        en: `--format ${format}: choose one of ${listFormats.join(', ')}`,
      })
    return withDesk(given, language, (desk) => exportList(desk, format, given, streams))
  }
  const bytes = await bytesOf(rest[0], streams)
  return withDesk(given, language, (desk) => takeList(desk, bytes, rest[0] ?? '-', given, streams, language))
}

async function withDesk(given: Given, language: Language, work: (desk: Desk) => Promise<ExitCode>): Promise<ExitCode> {
  const desk = await supplyDesk({
    url: given.options['url'] === undefined ? null : String(given.options['url']),
    actor: String(given.options['as'] ?? 'coordinator-amstelland'),
    language,
  })
  try {
    return await work(desk)
  } finally {
    await desk.close()
  }
}

async function exportList(desk: Desk, format: string, given: Given, streams: Streams): Promise<ExitCode> {
  const reply = await desk.ask('GET', `/v1/supply-lists?format=${format}`)
  if (reply.status !== 200) return refused(reply, streams)
  const out = given.options['out']
  if (typeof out === 'string') await writeFile(out, reply.bytes)
  else streams.stdout.write(reply.bytes)
  return 0
}

async function bytesOf(file: string | undefined, streams: Streams): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of await openInput(file, streams)) chunks.push(chunk)
  return Buffer.concat(chunks)
}

async function takeList(
  desk: Desk,
  bytes: Buffer,
  file: string,
  given: Given,
  streams: Streams,
  language: Language,
): Promise<ExitCode> {
  const dry = given.options['dry-run'] === true
  const query = new URLSearchParams({
    ...(typeof given.options['mapping'] === 'string' ? { mapping: given.options['mapping'] } : {}),
    ...(typeof given.options['sheet'] === 'string' ? { sheet: given.options['sheet'] } : {}),
    ...(dry ? {} : { skipFaulty: String(given.options['skip-faulty'] === true) }),
  })
  const reply = await desk.ask('POST', `/v1/supply-lists/${dry ? '_preview' : '_import'}?${query}`, {
    bytes,
    type: typeOf(bytes, file),
  })
  if (reply.status !== 200) return refused(reply, streams)
  const answer = JSON.parse(reply.text) as ListPreview | ListTaken
  const lines = [
    ...('columns' in answer ? columnLines(answer, language) : []),
    ...answer.rows.flatMap((row) => rowLines(row, language)),
    answer.words,
  ]
  streams.stdout.write(`${lines.join('\n')}\n`)
  return answer.counts.skipped === 0 ? 0 : 1
}

/** What a file really is, the server sees for itself; only tabs and JSON have to be said. */
function typeOf(bytes: Buffer, file: string): string {
  if (/^\s*\{/.test(bytes.subarray(0, 100).toString('utf8'))) return 'application/json'
  return file.endsWith('.tsv') ? 'text/tab-separated-values' : 'text/csv'
}

function columnLines({ columns, mapping }: ListPreview, language: Language): string[] {
  const lost = columns.filter(({ column }) => column === null).map(({ header }) => `"${header}"`)
  const guessed = columns
    .filter(({ confidence }) => confidence === 'alike')
    .map(({ header, columnWords }) => `"${header}" → ${columnWords}`)
  const say = { nl: ['Niet herkend', 'Geraden', 'Koppeling'], en: ['Not recognised', 'Guessed', 'Mapping'] }[language]
  return [
    ...(lost.length === 0 ? [] : [`${say[0]}: ${lost.join(', ')}`]),
    ...(guessed.length === 0 ? [] : [`${say[1]}: ${guessed.join(', ')}`, `${say[2]}: --mapping ${mapping}`]),
  ]
}

type Row = ListPreview['rows'][number] | ListTaken['rows'][number]

/** One line for the row, and one for each thing to know of it; a row that is in it already says nothing. */
function rowLines(row: Row, language: Language): string[] {
  if (row.status === 'same') return []
  const title = [row.organisation, row.name, row.municipality, row.start].filter((part) => part !== null).join(', ')
  const faults = row.faults.map(({ columnWords, detail }) => (columnWords === null ? detail : `${columnWords}: ${detail}`))
  const changes =
    'changes' in row
      ? row.changes.map(({ columnWords, before, after }) => `${columnWords}: ${before || '-'} → ${after || '-'}`)
      : []
  const notices = 'notices' in row ? row.notices : []
  return [
    `${{ nl: 'rij', en: 'row' }[language]} ${row.number}  ${row.statusWords}  ${title}`,
    ...[...faults, ...changes, ...notices].map((line) => `    ${line}`),
  ]
}

function refused({ text }: Reply, { stderr }: Streams): ExitCode {
  const { detail, errors = [] } = JSON.parse(text) as { detail: string; errors?: readonly { detail: string }[] }
  stderr.write(`${[detail, ...errors.map((one) => one.detail)].join('\n')}\n`)
  return 1
}
