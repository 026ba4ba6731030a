// `valpad explain`: one case from its log: why this was proposed and that not, what was decided and why, and who did what when.
import { pathwaysByVersion } from '../compose.ts'
import { type Assessment, assessor } from '../domain/assess.ts'
import { canonicalJson } from '../domain/canonical.ts'
import { ofCase } from '../domain/case-log.ts'
import type { CaseState } from '../domain/case-state.ts'
import { ruleById } from '../domain/deadline-book.ts'
import { explain } from '../domain/explain.ts'
import { explainInWords } from '../domain/explain-words.ts'
import { machineMetaOf, ownerWords } from '../domain/machine-definition.ts'
import type { Pathway } from '../domain/pathway.ts'
import { type Stage, stageWords } from '../domain/stage.ts'
import type { Language } from '../domain/words.ts'
import { stageOfCase } from '../engine/change.ts'
import { personFor } from '../engine/gather.ts'
import { replayCase } from '../engine/replay-case.ts'
import { eventsOf, loadCase } from '../store/cases.ts'
import type { EventRow } from '../store/tables.ts'
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
import { logLine } from './log-words.ts'

export const explainCommand: Command = {
  usage: 'valpad explain CASE [--json] [--lang nl|en]',
  options: { ...jsonOption, ...languageOption },
  examples: ['valpad explain c42-015', 'valpad explain c42-015 --lang en', 'valpad explain c42-015 --json'],
  run,
}

async function run(given: Given, streams: Streams): Promise<ExitCode> {
  const [caseId, ...more] = given.arguments
  if (caseId === undefined) throw new UsageError({ nl: 'Noem welk traject (CASE)', en: 'Say which CASE' })
  if (more.length > 0) throw tooMany(more[0])
  const language = languageOf(given)
  const config = configFor(language)
  return withReader(config, language, async (reader) => {
    const head = await loadCase(reader, caseId)
    if (head === null)
      return failed(streams, { nl: `Er is geen traject ${caseId}.`, en: `There is no case ${caseId}.` }[language])
    const pathway = pathwaysByVersion.get(head.pathway)
    const rows = await eventsOf(reader, caseId)
    const person = await personFor({ store: reader }, head.person_id)
    const replayed = pathway === undefined || person === null ? null : replayCase(pathway, rows, person)
    if (pathway === undefined || replayed === null || !replayed.ok) {
      const unsound = { nl: 'is niet na te spelen. Kijk met: valpad verify', en: 'cannot be replayed. Look with: valpad verify' }
      return failed(streams, `${caseId} ${unsound[language]}`)
    }
    const { state } = replayed.redrawn
    const parts = partsOf(pathway, state, rows, language)
    if (given.options['json'] === true) {
      const { facts, assessment, decision } = state
      streams.stdout.write(`${JSON.stringify({ caseId, stage: stageOfCase(state), facts, assessment, decision, ...parts })}\n`)
    } else streams.stdout.write(`${pageOf(parts, language)}\n`)
    return 0
  })
}

function failed({ stderr }: Streams, words: string): ExitCode {
  stderr.write(`${words}\n`)
  return 1
}

type Parts = {
  readonly standing: readonly string[]
  readonly explanation: readonly string[]
  readonly decided: readonly string[]
  readonly log: readonly string[]
}

function partsOf(pathway: Pathway, state: CaseState, rows: readonly EventRow[], language: Language): Parts {
  return {
    standing: standing(pathway, state, language),
    explanation: explanation(pathway, state, language),
    decided: decisionLines(pathway, state, language),
    log: rows.map((row) => logLine(pathway, row, language)),
  }
}

function pageOf({ standing: where, explanation: why, decided, log }: Parts, language: Language): string {
  const heading = { nl: 'Wie wat wanneer deed', en: 'Who did what when' }[language]
  const decision = { nl: 'Wat samen is besloten', en: 'What was decided together' }[language]
  return [
    ...where,
    '',
    ...why,
    ...(decided.length === 0 ? [] : ['', `${decision}:`, ...decided.map((line) => `  ${line}`)]),
    '',
    `${heading}:`,
    ...log,
  ].join('\n')
}

/** Where the case stands, and every deadline that runs: what is awaited, of whom, by when. */
function standing({ machines }: Pathway, state: CaseState, language: Language): string[] {
  const stage = stageWords[stageOfCase(state) as Stage][language]
  const books = [[ofCase, state.book] as const, ...Object.entries(state.assignments).map(([id, { book }]) => [id, book] as const)]
  const due = books.flatMap(([subject, book]) =>
    book.map(({ deadline, due: { on }, paused }) => {
      const rule = ruleById(machineMetaOf(subject === ofCase ? machines.case : machines.assignment).deadlines, deadline)
      const still = paused === null ? '' : { nl: ' (staat stil)', en: ' (stands still)' }[language]
      return { on, line: `  ${on}  ${rule.words[language]}: ${ownerWords(rule.owner)[language]}${still}` }
    }),
  )
  const lead = { nl: `Traject ${state.id}: ${stage}.`, en: `Case ${state.id}: ${stage}.` }[language]
  const awaited = { nl: 'Verwacht:', en: 'Awaited:' }[language]
  const lines = due.sort((a, b) => (a.on < b.on ? -1 : 1)).map(({ line }) => line)
  return [lead, ...(lines.length === 0 ? [] : [awaited, ...lines])]
}

/** From the facts as they were logged; where the rules answer otherwise today, what was logged stands and it is said. */
function explanation({ rules }: Pathway, { facts, assessment }: CaseState, language: Language): string[] {
  if (assessment === null) {
    return [{ nl: 'Er is nog geen valrisicotest vastgelegd.', en: 'The screening has not been recorded yet.' }[language]]
  }
  const explained = explain(rules, assessor(rules), facts)
  const lines = explainInWords(rules, { ...explained, assessment: assessment as Assessment }, language)
  if (canonicalJson(explained.assessment) === canonicalJson(assessment)) return lines
  const note = {
    nl: 'Let op: dezelfde gegevens geven nu een ander antwoord dan er is vastgelegd. Hierboven staat wat is vastgelegd.',
    en: 'Note: the same facts give another answer now than was logged. Above stands what was logged.',
  }
  return [...lines, '', note[language]]
}

function decisionLines({ rules }: Pathway, { decision }: CaseState, language: Language): string[] {
  if (decision === null) return []
  const record = decision.record as {
    way: string
    intervention?: string
    goal: string
    reasonForDeviation?: string
    proposed: { primary: string[]; alternatives: string[] }
  }
  const name = (id: string) => rules.routing.interventions.find((one) => one.id === id)?.name[language] ?? id
  const own = { nl: 'zelf bewegen of advies', en: 'own exercise or advice' }[language]
  const chosen = record.intervention === undefined ? own : name(record.intervention)
  const proposed = [...record.proposed.primary, ...record.proposed.alternatives].map(name).join(', ')
  const say = {
    on: { nl: `op ${decision.on}: ${chosen}`, en: `on ${decision.on}: ${chosen}` },
    proposed: { nl: `voorgesteld was: ${proposed}`, en: `proposed was: ${proposed}` },
    goal: { nl: `doel: "${record.goal}"`, en: `goal: "${record.goal}"` },
    deviates: {
      nl: `reden om af te wijken: "${record.reasonForDeviation}"`,
      en: `reason to deviate: "${record.reasonForDeviation}"`,
    },
  }
  const lines = [say.on, ...(proposed === '' ? [] : [say.proposed]), say.goal]
  return [...lines, ...(record.reasonForDeviation === undefined ? [] : [say.deviates])].map((line) => line[language])
}
