// `npm start`: tables up to date, demo data when the database is empty, and the server.

import { type ExitCode, type Streams, UsageError } from './cli/command.ts'
import { configFor, openForWriting } from './cli/environment.ts'
import { hasCases, seedDatabase } from './cli/seed.ts'
import { serveUntilStopped } from './cli/serve.ts'
import { buildWebWhenNeeded } from './cli/web-build.ts'
import { engineOn, linksFor, realClock } from './compose.ts'
import { addPeriod, dayOf } from './domain/calendar.ts'
import type { Language } from './domain/words.ts'

const people = 60

const say = {
  built: { nl: 'De schermen zijn gebouwd.', en: 'The screens have been built.' },
  notBuilt: {
    nl: 'De schermen konden niet worden gebouwd; de server start zonder, of met die van de vorige keer.',
    en: 'The screens could not be built; the server starts without them, or with those of last time.',
  },
  seeding: {
    nl: `De database is leeg. Er komen ${people} verzonnen mensen in, in elke stap van het traject; dat duurt enkele tellen.`,
    en: `The database is empty. It gets ${people} invented people, at every step of the pathway; that takes a few seconds.`,
  },
}

async function start(language: Language, streams: Streams): Promise<ExitCode> {
  const config = configFor(language)
  try {
    if (await buildWebWhenNeeded()) streams.stdout.write(`${say.built[language]}\n`)
  } catch (error) {
    // The interface for programs does not need them, and screens that were built before still serve.
    streams.stderr.write(`valpad: ${say.notBuilt[language]} ${String(error).split('\n')[0]}\n`)
  }
  const store = await openForWriting(config, language)
  try {
    if (config.demo && !(await hasCases(store))) {
      streams.stdout.write(`${say.seeding[language]}\n`)
      const until = addPeriod(dayOf(realClock()), -1, 'days')
      await seedDatabase(engineOn(store, realClock, linksFor(config)), { people, seed: '42', until }, language, streams)
    }
  } catch (error) {
    await store.close()
    throw error
  }
  return serveUntilStopped(config, store, language, streams)
}

try {
  process.exitCode = await start(process.argv.includes('en') ? 'en' : 'nl', process)
} catch (error) {
  if (!(error instanceof UsageError)) throw error
  process.stderr.write(`valpad: ${error.message}\n`)
  process.exitCode = 2
}
