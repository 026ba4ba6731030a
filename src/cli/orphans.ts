// `valpad orphans`: open work of people who left, are closed, away or silent, who has it now, and what nobody has; also beside a running server.
import * as z from 'zod'
import { holdsDemoData, realClock } from '../compose.ts'
import type { Config } from '../config.ts'
import { passedWords } from '../domain/responsibility.ts'
import type { Language } from '../domain/words.ts'
import { isOrphan, type PassedToday, passedToday } from '../engine/orphan-report.ts'
import { nameOf } from '../engine/who.ts'
import type { Reader } from '../store/store.ts'
import { latestChange } from '../store/survey.ts'
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
import { configFor, withReader } from './environment.ts'

export const orphansCommand: Command = {
  usage: 'valpad orphans [--on YYYY-MM-DD] [--json] [--lang nl|en]',
  options: {
    on: {
      type: 'string',
      value: 'YYYY-MM-DD',
      help: 'the day to look at (default today; with demonstration data that of its clock)',
    },
    ...jsonOption,
    ...languageOption,
  },
  examples: ['valpad orphans', 'valpad orphans --on 2026-12-28', 'valpad orphans --json | jq .orphans'],
  run,
}

async function run(given: Given, streams: Streams): Promise<ExitCode> {
  if (given.arguments.length > 0) throw tooMany(given.arguments[0])
  const language = languageOf(given)
  const config = configFor(language)
  return withReader(config, language, async (reader) => {
    const passed = await passedToday(reader, await instantOf(reader, given.options['on'], config))
    const orphans = passed.lines.filter(isOrphan)
    if (given.options['json'] === true) streams.stdout.write(`${JSON.stringify(asJson(passed))}\n`)
    else for (const line of linesOf(passed, language)) streams.stdout.write(`${line}\n`)
    return orphans.length === 0 ? 0 : 1
  })
}

/** Noon of that day. What was seeded or put forward may lie in the future: the server that runs knows how far, else the data do. */
async function instantOf(reader: Reader, on: string | boolean | undefined, config: Config): Promise<string> {
  if (typeof on === 'string') {
    if (!z.iso.date().safeParse(on).success)
      throw new UsageError({ nl: `--on ${on}: geef een dag als 2026-03-12`, en: `--on ${on}: give a day as 2026-03-12` })
    return `${on}T11:00:00Z`
  }
  if (!(await holdsDemoData(reader))) return realClock()
  const known = [realClock(), await latestChange(reader), await clockOfServer(config)].filter((one) => one !== null)
  return known.sort().at(-1)!
}

/** Of the server with these settings; null when none answers. */
async function clockOfServer({ host, port }: Config): Promise<string | null> {
  try {
    const answer = await fetch(`http://${host.includes(':') ? `[${host}]` : host}:${port}/v1/demo/clock`, {
      signal: AbortSignal.timeout(2000),
    })
    const { data } = z.object({ now: z.iso.datetime() }).safeParse(await answer.json())
    return data?.now ?? null
  } catch {
    return null
  }
}

/** How much of whom went to whom, the most first. */
function flows({ lines, people }: PassedToday) {
  const counted = new Map<
    string,
    { owner: string; why: keyof typeof passedWords; now: string; assignments: number; cases: number }
  >()
  for (const line of lines) {
    const [first] = line.reached.passed
    if (first === undefined || isOrphan(line)) continue
    const key = `${first.accountId} ${line.reached.accountId}`
    const flow = counted.get(key) ?? {
      owner: nameOf(people, first.accountId),
      why: first.why,
      now: nameOf(people, line.reached.accountId),
      assignments: 0,
      cases: 0,
    }
    if (line.kind === 'assignment') flow.assignments += 1
    else flow.cases += 1
    counted.set(key, flow)
  }
  return [...counted.values()].sort((a, b) => b.assignments + b.cases - a.assignments - a.cases)
}

const asJson = (passed: PassedToday) => ({
  on: passed.on,
  openAssignments: passed.openAssignments,
  openCases: passed.openCases,
  passedOn: flows(passed),
  orphans: passed.lines.filter(isOrphan).map(({ kind, id, caseId }) => ({ kind, id, caseId })),
})

function linesOf(passed: PassedToday, language: Language): string[] {
  const orphans = passed.lines.filter(isOrphan)
  const { openAssignments, openCases, on } = passed
  const nl = language === 'nl'
  const how = (assignments: number, cases: number) =>
    nl ? `${assignments} opdrachten en ${cases} trajecten` : `${assignments} assignments and ${cases} cases`
  return [
    ...flows(passed).map(({ owner, why, now, assignments, cases }) =>
      nl
        ? `${how(assignments, cases)} van ${owner} (${passedWords[why].nl}): ${now} heeft ze nu`
        : `${how(assignments, cases)} of ${owner} (${passedWords[why].en}): ${now} has them now`,
    ),
    ...orphans.map(({ kind, id, caseId }) =>
      nl
        ? `NIEMAND heeft ${kind === 'assignment' ? 'opdracht' : 'traject'} ${id} (traject ${caseId})`
        : `NOBODY has ${kind} ${id} (case ${caseId})`,
    ),
    nl
      ? `Op ${on} staan ${how(openAssignments, openCases)} open: ${orphans.length === 0 ? 'elk heeft iemand die bereikbaar is.' : `${orphans.length} heeft niemand. Wijs een bereikbare ketencoördinator aan.`}`
      : `On ${on} ${how(openAssignments, openCases)} are open: ${orphans.length === 0 ? 'each has somebody who can be reached.' : `nobody has ${orphans.length}. Name a chain coordinator who can be reached.`}`,
  ]
}
