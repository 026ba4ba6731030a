// `valpad migrate`: brings the tables of the database up to date, and says what was done.
import { migrations } from '../../db/migrations.ts'
import { masked } from '../config.ts'
import { migrate } from '../store/migrate.ts'
import { type Command, type ExitCode, type Given, languageOf, languageOption, type Streams, tooMany } from './command.ts'
import { configFor, inWords } from './environment.ts'

export const migrateCommand: Command = {
  usage: 'valpad migrate [--lang nl|en]',
  options: { ...languageOption },
  examples: ['valpad migrate', 'DATABASE_URL=postgres://valpad@127.0.0.1/valpad valpad migrate'],
  run,
}

async function run(given: Given, { stdout }: Streams): Promise<ExitCode> {
  if (given.arguments.length > 0) throw tooMany(given.arguments[0])
  const language = languageOf(given)
  const config = configFor(language)
  const applied = await migrate(config.databaseUrl, migrations).catch((error: unknown) => {
    throw inWords(error, config, language)
  })
  const where = masked(config.databaseUrl)
  const nothing = {
    nl: `Niets te doen: de tabellen van ${where} zijn bij.`,
    en: `Nothing to do: the tables of ${where} are up to date.`,
  }
  const done = { nl: 'Toegepast', en: 'Applied' }[language]
  stdout.write(applied.length === 0 ? `${nothing[language]}\n` : applied.map((name) => `${done}: ${name}\n`).join(''))
  return 0
}
