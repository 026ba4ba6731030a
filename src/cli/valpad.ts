// `valpad`: the command line. Finds the command, reads its options, and turns every failure into words and an exit code.
import { parseArgs } from 'node:util'
import type { Language } from '../domain/words.ts'
import { type Command, type Entry, type ExitCode, type Given, type Streams, UsageError } from './command.ts'
import { commandHelp, overview } from './help.ts'

const commands: readonly Entry[] = [
  {
    name: 'assess',
    summary: 'the facts of one older adult in; level, reasons, proposal and next step out',
    load: async () => (await import('./assess.ts')).assessCommand,
  },
  {
    name: 'pathway',
    summary: 'prove a pathway sound (check), read its tables and drawings (show), compare two versions (diff)',
    load: async () => (await import('./pathway.ts')).pathwayCommand,
  },
  {
    name: 'serve',
    summary: 'the server, on this computer only',
    load: async () => (await import('./serve.ts')).serveCommand,
  },
  {
    name: 'migrate',
    summary: 'bring the tables of the database up to date',
    load: async () => (await import('./migrate.ts')).migrateCommand,
  },
  {
    name: 'seed',
    summary: 'fill the database with an invented Amstelland',
    load: async () => (await import('./seed.ts')).seedCommand,
  },
  {
    name: 'walk',
    summary: 'play one invented person from signal to closed against the running server, step by step in words',
    load: async () => (await import('./walk.ts')).walkCommand,
  },
  {
    name: 'explain',
    summary: 'why this was offered in a case and that not, and who did what when, from its log',
    load: async () => (await import('./explain.ts')).explainCommand,
  },
  {
    name: 'verify',
    summary: 'replay every case, compare with what is stored, and name the first entry that is wrong',
    load: async () => (await import('./verify.ts')).verifyCommand,
  },
  {
    name: 'orphans',
    summary: 'open work of whoever is not there: who has it now, and what nobody has',
    load: async () => (await import('./orphans.ts')).orphansCommand,
  },
  {
    name: 'deliveries',
    summary: 'messages that wait or were given up, and sending them again',
    load: async () => (await import('./deliveries.ts')).deliveriesCommand,
  },
  {
    name: 'supply',
    summary: 'take over a list of local supply from CSV, Excel or HSDS (import), or write one (export)',
    load: async () => (await import('./supply.ts')).supplyCommand,
  },
  {
    name: 'rebuild',
    summary: 'draw worklist, assignments and deadlines again from the logs',
    load: async () => (await import('./rebuild.ts')).rebuildCommand,
  },
  {
    name: 'config',
    summary: 'the effective settings (check), or a page with every variable (example)',
    load: async () => (await import('./config.ts')).configCommand,
  },
]

async function main(argv: readonly string[], streams: Streams): Promise<ExitCode> {
  const [name, ...rest] = argv
  if (name === undefined) return told(streams.stderr, overview(commands), 2)
  if (name === '--help' || name === '-h' || name === 'help') return told(streams.stdout, overview(commands), 0)
  const entry = commands.find((candidate) => candidate.name === name)
  if (entry === undefined) return told(streams.stderr, `valpad: there is no command "${name}". Try: valpad --help\n`, 2)
  const command = await entry.load()
  try {
    const given = readOptions(command, rest)
    if (given.options['help']) return told(streams.stdout, commandHelp(entry, command), 0)
    return await command.run(given, streams)
  } catch (error) {
    if (error instanceof UsageError) {
      const language = languageIn(rest)
      const help = { nl: 'Hulp', en: 'Try' }[language]
      return told(streams.stderr, `valpad ${name}: ${error.words[language]}\n${help}: valpad ${name} --help\n`, 2)
    }
    throw error
  }
}

/** As the help is, unless Dutch was asked for; also of a command that was not understood. */
const languageIn = (argv: readonly string[]): Language =>
  argv.includes('--lang=nl') || argv[argv.indexOf('--lang') + 1] === 'nl' ? 'nl' : 'en'

function readOptions(command: Command, argv: readonly string[]): Given {
  const options = Object.fromEntries(
    Object.entries({ ...command.options, help: { type: 'boolean' as const } }).map(([name, { type }]) => [name, { type }]),
  )
  try {
    const { values, positionals } = parseArgs({
      args: [...argv],
      options: { ...options, help: { type: 'boolean', short: 'h' } },
      allowPositionals: true,
    })
    return { arguments: positionals, options: values as Given['options'] }
  } catch (error) {
    // Node's own words: "Unknown option '--exlain'…" names what is wrong; the rest of its advice is about scripts.
    const en = String((error as Error).message).split('. ')[0] ?? 'the options were not understood'
    const option = /'(-[^' ]+)/.exec(en)?.[1]
    const nl = /^Unknown option/.test(en) ? `de optie ${option} bestaat niet` : `de optie ${option ?? ''} is niet begrepen`
    throw new UsageError({ nl, en })
  }
}

function told(stream: NodeJS.WritableStream, text: string, code: ExitCode): ExitCode {
  stream.write(text)
  return code
}

// A reader that stops early (`| head`) is not a failure of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0)
  throw error
})

process.exitCode = await main(process.argv.slice(2), process)
