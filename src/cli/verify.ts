// `valpad verify`: replays every case from its log and compares everything stored about it, also beside a running server.
import { pathwaysByVersion } from '../compose.ts'
import { type CaseFault, verify } from '../engine/verify.ts'
import { countCases } from '../store/survey.ts'
import {
  type Command,
  type ExitCode,
  type Given,
  jsonOption,
  languageOf,
  languageOption,
  type Streams,
  UsageError,
} from './command.ts'
import { configFor, withReader } from './environment.ts'
import { progressOn } from './progress.ts'

export const verifyCommand: Command = {
  usage: 'valpad verify [--json] [--lang nl|en]',
  options: { ...jsonOption, ...languageOption },
  examples: ['valpad verify', 'valpad verify --json | jq .faults'],
  run,
}

async function run(given: Given, streams: Streams): Promise<ExitCode> {
  if (given.arguments.length > 0) throw new UsageError(`verify takes no argument; ${given.arguments[0]} is one too many`)
  const language = languageOf(given)
  const config = configFor(language)
  return withReader(config, language, async (reader) => {
    const total = await countCases(reader)
    const progress = progressOn(streams, { nl: 'Trajecten naspelen', en: 'Replaying cases' }[language])
    const began = performance.now()
    const { cases, events, faults } = await verify(reader, { pathways: pathwaysByVersion }, (done) => progress.step(done, total))
    progress.end()
    const seconds = (performance.now() - began) / 1000
    if (given.options['json'] === true) streams.stdout.write(`${JSON.stringify({ cases, events, seconds, faults })}\n`)
    else {
      for (const fault of faults) streams.stdout.write(`${faultLine(fault)[language]}\n`)
      streams.stdout.write(`${verdict(cases, events, seconds, faults)[language]}\n`)
    }
    return faults.length === 0 ? 0 : 1
  })
}

const faultLine = ({ caseId, seq, of, words }: CaseFault) => {
  const remedy = {
    nl: of === 'drawnRow' ? ' Herstel: valpad rebuild' : '',
    en: of === 'drawnRow' ? ' To mend: valpad rebuild' : '',
  }
  return {
    nl: `FOUT traject ${caseId}, regel ${seq}: ${words.nl}${remedy.nl}`,
    en: `FAULT case ${caseId}, entry ${seq}: ${words.en}${remedy.en}`,
  }
}

function verdict(cases: number, events: number, seconds: number, faults: readonly CaseFault[]) {
  const speed = seconds === 0 ? events : Math.round(events / seconds)
  return {
    nl: `${cases} trajecten, ${events} regels nagespeeld in ${seconds.toFixed(1).replace('.', ',')} s (${speed}/s): ${faults.length === 0 ? 'alles klopt.' : `${faults.length} trajecten met een fout.`}`,
    en: `${cases} cases, ${events} entries replayed in ${seconds.toFixed(1)} s (${speed}/s): ${faults.length === 0 ? 'all is as it should be.' : `${faults.length} cases with a fault.`}`,
  }
}
