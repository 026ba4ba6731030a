// `valpad pathway`: proves a pathway sound (check), shows its tables and drawings (show), and compares two versions (diff).
import type { Pathway } from '../domain/pathway.ts'
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
import { checkText, pathwayVersion, versionsByName } from './pathway-check.ts'
import { diffText } from './pathway-diff.ts'
import { showJson, showText } from './pathway-show.ts'

export const pathwayCommand: Command = {
  usage: 'valpad pathway check [VERSION] | show [PART] | diff FROM TO   [--json] [--mermaid] [--version NAME] [--lang nl|en]',
  options: {
    mermaid: { type: 'boolean', help: 'show case or show assignment: as a Mermaid state diagram' },
    json: {
      type: 'boolean',
      help: 'show: as data (of a drawing: with its layout); check and diff: findings as one line of JSON',
    },
    version: { type: 'string', value: 'NAME', help: 'show: which version (default: the newest)' },
    ...languageOption,
  },
  examples: [
    'valpad pathway check',
    'valpad pathway show                     the list of parts',
    'valpad pathway show routing             a table, each row with its source and status',
    'valpad pathway show case --mermaid      the machine of a case as a drawing',
    'valpad pathway show --json > v1.json    everything as data',
    'valpad pathway diff v1.json amstelland@v1',
  ],
  run,
}

async function run(given: Given, streams: Streams): Promise<ExitCode> {
  const [act, ...rest] = given.arguments
  switch (act) {
    case 'check':
      return check(rest, given, streams)
    case 'show':
      return show(rest, given, streams)
    case 'diff':
      return diff(rest, given, streams)
    case undefined:
      throw new UsageError({ nl: 'Zeg wat er moet gebeuren: check, show of diff', en: 'Say what to do: check, show or diff' })
    default:
      throw new UsageError({ nl: `"${act}" is geen van: check, show, diff`, en: `"${act}" is not one of check, show, diff` })
  }
}

function check(names: readonly string[], given: Given, streams: Streams): ExitCode {
  const chosen = names.length === 0 ? [...versionsByName().values()] : names.map(pathwayVersion)
  const { text, json, sound } = checkText(chosen)
  streams.stdout.write(given.options['json'] ? `${JSON.stringify(json)}\n` : text)
  return sound ? 0 : 1
}

function show([part, ...more]: readonly string[], given: Given, streams: Streams): ExitCode {
  if (more.length > 0) throw tooMany(more[0])
  const pathway: Pathway = pathwayVersion(String(given.options['version'] ?? [...versionsByName().keys()].at(-1)))
  const language = languageOf(given)
  const shown = given.options['json']
    ? `${JSON.stringify(showJson(pathway, part, language), null, 2)}\n`
    : showText(pathway, part, language, given.options['mermaid'] === true)
  streams.stdout.write(shown)
  return 0
}

async function diff(names: readonly string[], given: Given, streams: Streams): Promise<ExitCode> {
  const [from, to, ...more] = names
  if (from === undefined || to === undefined || more.length > 0)
    throw new UsageError({
      nl: 'diff vergelijkt er twee: een FROM en een TO, elk een versie of een bestand van show --json',
      en: 'diff compares two: a FROM and a TO, each a version or a file made by show --json',
    })
  const { text, json } = await diffText(from, to)
  streams.stdout.write(given.options['json'] ? `${JSON.stringify(json)}\n` : text)
  return 0
}
