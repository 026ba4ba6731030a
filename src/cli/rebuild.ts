// `valpad rebuild`: draws worklist, assignments and deadlines again from the logs of the cases.
import { pathwaysByVersion } from '../compose.ts'
import { rebuild } from '../engine/rebuild.ts'
import { countCases } from '../store/survey.ts'
import { type Command, type ExitCode, type Given, languageOf, languageOption, type Streams, tooMany } from './command.ts'
import { configFor, withStore } from './environment.ts'
import { progressOn } from './progress.ts'

export const rebuildCommand: Command = {
  usage: 'valpad rebuild [--lang nl|en]',
  options: { ...languageOption },
  examples: ['valpad rebuild                with SQLite: stop the server first', 'valpad rebuild && valpad verify'],
  run,
}

async function run(given: Given, streams: Streams): Promise<ExitCode> {
  if (given.arguments.length > 0) throw tooMany(given.arguments[0])
  const language = languageOf(given)
  const config = configFor(language)
  return withStore(config, language, async (store) => {
    const total = await countCases(store)
    const progress = progressOn(streams, { nl: 'Opnieuw tekenen', en: 'Drawing again' }[language])
    const { cases, unsound } = await rebuild(store, { pathways: pathwaysByVersion }, (done) => progress.step(done, total))
    progress.end()
    const left = {
      nl: (id: string) => `Traject ${id} is overgeslagen: het logboek klopt niet. Kijk met: valpad verify`,
      en: (id: string) => `Case ${id} was left out: its log is not sound. Look with: valpad verify`,
    }[language]
    for (const id of unsound) streams.stderr.write(`${left(id)}\n`)
    const drawn = cases - unsound.length
    const done = {
      nl: `Van ${drawn} trajecten zijn werklijst, opdrachten en termijnen opnieuw getekend.`,
      en: `Worklist, assignments and deadlines of ${drawn} cases were drawn again.`,
    }
    streams.stdout.write(`${done[language]}\n`)
    return unsound.length === 0 ? 0 : 1
  })
}
