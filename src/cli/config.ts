// `valpad config`: the effective settings (check), and the page `.env.example` (example).
import { exampleEnvironment, faultLine, readConfig } from '../config.ts'
import {
  type Command,
  type ExitCode,
  type Given,
  jsonOption,
  languageOf,
  languageOption,
  type Streams,
  tooMany,
  UsageError,
} from './command.ts'
import { environment } from './environment.ts'

export const configCommand: Command = {
  usage: 'valpad config check | example   [--json] [--lang nl|en]',
  options: { ...jsonOption, ...languageOption },
  examples: [
    'valpad config check                    the effective values, or every fault and how to mend it',
    'VALPAD_PORT=99999 valpad config check',
    'valpad config example > .env.example   every variable with what it is for',
  ],
  run,
}

async function run(given: Given, streams: Streams): Promise<ExitCode> {
  const [act, ...more] = given.arguments
  if (more.length > 0) throw tooMany(more[0])
  switch (act) {
    case 'check':
      return check(given, streams)
    case 'example':
      streams.stdout.write(exampleEnvironment())
      return 0
    default:
      throw new UsageError(
        act === undefined
          ? { nl: 'Zeg wat er moet gebeuren: check of example', en: 'Say what to do: check or example' }
          : { nl: `"${act}" is geen van: check, example`, en: `"${act}" is not one of check, example` },
      )
  }
}

const origin = {
  environment: { nl: 'uit de omgeving', en: 'from the environment' },
  file: { nl: 'uit een bestand', en: 'from a file' },
  default: { nl: 'standaard', en: 'default' },
} as const

function check(given: Given, { stdout, stderr }: Streams): ExitCode {
  const language = languageOf(given)
  const read = readConfig(environment())
  const asJson = given.options['json'] === true
  if (asJson) stdout.write(`${JSON.stringify(read.ok ? { values: read.values } : { faults: read.faults })}\n`)
  else if (read.ok) {
    const width = Math.max(...read.values.map(({ name, value }) => name.length + value.length))
    for (const { name, value, from } of read.values)
      stdout.write(`${`${name}=${value}`.padEnd(width + 1)}  ${origin[from][language]}\n`)
  } else for (const fault of read.faults) stderr.write(`${faultLine(fault, language)}\n`)
  return read.ok ? 0 : 1
}
