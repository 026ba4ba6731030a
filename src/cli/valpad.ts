// `valpad`: the command line. Finds the command, reads its options, and turns every failure into words and an exit code.
import { parseArgs } from 'node:util'
import { assessCommand } from './assess.ts'
import { type Command, type ExitCode, type Given, type Streams, UsageError } from './command.ts'
import { commandHelp, overview } from './help.ts'

const commands: readonly Command[] = [assessCommand]

async function main(argv: readonly string[], streams: Streams): Promise<ExitCode> {
  const [name, ...rest] = argv
  if (name === undefined) return told(streams.stderr, overview(commands), 2)
  if (name === '--help' || name === '-h' || name === 'help') return told(streams.stdout, overview(commands), 0)
  const command = commands.find((candidate) => candidate.name === name)
  if (command === undefined) return told(streams.stderr, `valpad: there is no command "${name}". Try: valpad --help\n`, 2)
  try {
    const given = readOptions(command, rest)
    if (given.options['help']) return told(streams.stdout, commandHelp(command), 0)
    return await command.run(given, streams)
  } catch (error) {
    if (error instanceof UsageError)
      return told(streams.stderr, `valpad ${command.name}: ${error.message}\nTry: valpad ${command.name} --help\n`, 2)
    throw error
  }
}

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
    throw new UsageError(String((error as Error).message).split('. ')[0] ?? 'the options were not understood')
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
