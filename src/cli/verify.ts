// `valpad verify`: replays every case from its log and compares everything stored about it, also beside a running server.
import { pathwaysByVersion } from '../compose.ts'
import { type CaseFault, type RunFault, verify } from '../engine/verify.ts'
import { countCases } from '../store/survey.ts'
import {
  type Command,
  type ExitCode,
  type Given,
  jsonOption,
  languageOf,
  languageOption,
  type Streams,
  tooMany,
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
  if (given.arguments.length > 0) throw tooMany(given.arguments[0])
  const language = languageOf(given)
  const config = configFor(language)
  return withReader(config, language, async (reader) => {
    const total = await countCases(reader)
    const progress = progressOn(streams, { nl: 'Trajecten naspelen', en: 'Replaying cases' }[language])
    const began = performance.now()
    const { cases, events, faults, runFaults } = await verify(reader, { pathways: pathwaysByVersion }, (done) =>
      progress.step(done, total),
    )
    progress.end()
    const seconds = (performance.now() - began) / 1000
    if (given.options['json'] === true) streams.stdout.write(`${JSON.stringify({ cases, events, seconds, faults, runFaults })}\n`)
    else {
      for (const fault of faults) streams.stdout.write(`${faultLine(fault)[language]}\n`)
      for (const fault of runFaults) streams.stdout.write(`${runFaultLine(fault)[language]}\n`)
      streams.stdout.write(`${verdict(cases, events, seconds, faults.length, runFaults.length)[language]}\n`)
    }
    return faults.length + runFaults.length === 0 ? 0 : 1
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

const runFaultLine = ({ runId, words }: RunFault) => ({
  nl: `FOUT groep ${runId}: ${words.nl} Herstel: valpad rebuild`,
  en: `FAULT course run ${runId}: ${words.en} To mend: valpad rebuild`,
})

function verdict(cases: number, events: number, seconds: number, faults: number, runFaults: number) {
  const speed = seconds === 0 ? events : Math.round(events / seconds)
  return {
    nl: `${cases} trajecten, ${events} regels nagespeeld in ${seconds.toFixed(1).replace('.', ',')} s (${speed}/s): ${faults + runFaults === 0 ? 'alles klopt.' : `${faults} trajecten en ${runFaults} groepen met een fout.`}`,
    en: `${cases} cases, ${events} entries replayed in ${seconds.toFixed(1)} s (${speed}/s): ${faults + runFaults === 0 ? 'all is as it should be.' : `${faults} cases and ${runFaults} course runs with a fault.`}`,
  }
}
