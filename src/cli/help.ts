// Help: what there is, and for each command its options with an example.
import type { Command, Entry } from './command.ts'

export function overview(commands: readonly Entry[]): string {
  const width = Math.max(...commands.map(({ name }) => name.length))
  return [
    'valpad: the care pathway for fall prevention, on the command line',
    '',
    'Usage: npm run -s valpad -- COMMAND [OPTIONS]',
    '',
    'Commands:',
    ...commands.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`),
    '',
    'valpad COMMAND --help tells more, with examples.',
    'Exit codes: 0 done; 1 the input, or what was checked, is not right; 2 the command was not understood or its input cannot be read.',
    '',
  ].join('\n')
}

export function commandHelp({ name, summary }: Entry, { usage, options, examples }: Command): string {
  const rows = Object.entries({ ...options, help: { type: 'boolean' as const, help: 'this text' } }).map(
    ([option, { help, ...rest }]) => {
      const value = 'value' in rest && rest.value !== undefined ? ` ${rest.value}` : ''
      return { flag: `--${option}${value}`, help }
    },
  )
  const width = Math.max(...rows.map(({ flag }) => flag.length))
  return [
    `valpad ${name}: ${summary}`,
    '',
    `Usage: ${usage}`,
    '',
    'Options:',
    ...rows.map(({ flag, help }) => `  ${flag.padEnd(width)}  ${help}`),
    '',
    'Examples:',
    ...examples.map((example) => `  ${example}`),
    '',
    'Run it as npm run -s valpad -- …, or with node src/cli/valpad.ts ….',
    '',
  ].join('\n')
}
