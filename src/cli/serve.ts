// `valpad serve`: the server, until it is told to stop.

import { type Running, startServer } from '../compose.ts'
import { type Config, masked } from '../config.ts'
import type { Language } from '../domain/words.ts'
import type { Store } from '../store/store.ts'
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
import { configFor, openForWriting } from './environment.ts'

export const serveCommand: Command = {
  usage: 'valpad serve [--lang nl|en]',
  options: { ...languageOption },
  examples: ['valpad serve', 'VALPAD_PORT=9000 valpad serve', 'valpad config check      what it will use'],
  run,
}

async function run(given: Given, streams: Streams): Promise<ExitCode> {
  if (given.arguments.length > 0) throw tooMany(given.arguments[0])
  const language = languageOf(given)
  const config = configFor(language)
  return serveUntilStopped(config, await openForWriting(config, language), language, streams)
}

/** Serves on an open store, which it closes. Ends with a signal: SIGTERM, or SIGINT from the keyboard. */
export async function serveUntilStopped(config: Config, store: Store, language: Language, streams: Streams): Promise<ExitCode> {
  let running: Running
  try {
    running = await startServer(config, store, (line) => streams.stderr.write(`${line}\n`))
  } catch (error) {
    await store.close()
    throw cannotListen(error, config, language)
  }
  streams.stdout.write(welcome(running, config)[language])
  await signalled()
  streams.stdout.write(`${say.stopping[language]}\n`)
  await stopWithin(running, 10_000, () => streams.stderr.write(`${say.cutOff[language]}\n`))
  streams.stdout.write(`${say.stopped[language]}\n`)
  return 0
}

function cannotListen(error: unknown, { host, port }: Config, language: Language): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : ''
  if (code === 'EADDRINUSE') return new UsageError(say.portInUse(host, port)[language])
  return code === 'EACCES' ? new UsageError(say.portForbidden(port)[language]) : error
}

const signalled = (): Promise<void> =>
  new Promise((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => resolve())
  })

/** What does not end in time is cut off: everything acknowledged is on disk, and deadlines fire again after a restart. */
async function stopWithin(running: Running, milliseconds: number, cutOff: () => void): Promise<void> {
  const timer = setTimeout(() => {
    cutOff()
    process.exit(1)
  }, milliseconds)
  await running.stop()
  clearTimeout(timer)
}

function welcome({ address, demoClock }: Running, config: Config) {
  const where = masked(config.databaseUrl)
  const mails =
    config.smtpUrl === null
      ? { nl: `Mails komen in ${config.outbox}.`, en: `Mails go to ${config.outbox}.` }
      : { nl: `Mails gaan via ${masked(config.smtpUrl)}.`, en: `Mails go through ${masked(config.smtpUrl)}.` }
  const lines = {
    nl: [
      `Valpad luistert op ${address}`,
      `Database: ${where}. ${mails.nl}`,
      ...(demoClock === null
        ? []
        : [`DEMO: alle mensen zijn verzonnen. Het is hier nu ${demoClock.now()}; de klok kan vooruit.`]),
      '',
      'Probeer in een tweede venster:',
      '  npm run -s valpad -- walk                      volg één verzonnen oudere van signaal tot afgesloten',
      `  curl -s -H 'Valpad-Actor: nurse-luchtkasteel' ${address}/v1/worklists`,
      '  npm run -s valpad -- verify                    speel elk traject na en vergelijk',
    ],
    en: [
      `Valpad listens on ${address}`,
      `Database: ${where}. ${mails.en}`,
      ...(demoClock === null
        ? []
        : [`DEMO: everybody is invented. It is now ${demoClock.now()} here; the clock can be put forward.`]),
      '',
      'Try in a second window:',
      '  npm run -s valpad -- walk --lang en            follow one invented older adult from signal to closed',
      `  curl -s -H 'Valpad-Actor: nurse-luchtkasteel' ${address}/v1/worklists`,
      '  npm run -s valpad -- verify --lang en          replay every case and compare',
    ],
  }
  const end = { nl: 'Stoppen: Ctrl+C', en: 'Stop: Ctrl+C' }
  const page = (language: Language) => `${[...lines[language], '', end[language]].join('\n')}\n`
  return { nl: page('nl'), en: page('en') }
}

const say = {
  stopping: { nl: 'Bezig te stoppen: wat loopt, wordt afgemaakt.', en: 'Stopping: what is under way is finished.' },
  stopped: { nl: 'Gestopt.', en: 'Stopped.' },
  cutOff: { nl: 'Niet klaar binnen 10 seconden; nu gestopt.', en: 'Not finished within 10 seconds; stopped now.' },
  portInUse: (host: string, port: number) => ({
    nl: `Poort ${port} op ${host} is al in gebruik. Stop het andere programma, of kies een andere: VALPAD_PORT=${port + 1}`,
    en: `Port ${port} on ${host} is in use already. Stop the other program, or choose another: VALPAD_PORT=${port + 1}`,
  }),
  portForbidden: (port: number) => ({
    nl: `Poort ${port} mag dit programma niet openen. Kies er een boven 1023.`,
    en: `This program may not open port ${port}. Choose one above 1023.`,
  }),
}
