// `valpad assess`: the facts of one older adult in; level, reasons, proposal and why not the rest out.
import { readFile } from 'node:fs/promises'
import { rules as rulesFor } from '../../pathways/amstelland/v1/rules.ts'
import { defaultSettings, parseSettings, type Settings } from '../../pathways/amstelland/v1/settings.ts'
import { assessor } from '../domain/assess.ts'
import { explain } from '../domain/explain.ts'
import { explainInWords } from '../domain/explain-words.ts'
import { type FactParser, factParser } from '../domain/facts.ts'
import type { Fault } from '../domain/fault.ts'
import type { Rules } from '../domain/rules.ts'
import type { Language } from '../domain/words.ts'
import { answerLines, errorOf } from './batch.ts'
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
import { openInput, readAll, withoutMark } from './input.ts'
import { writer } from './output.ts'
import { emptyInput, parseVignette, tooLong } from './vignette.ts'

export const assessCommand: Command = {
  usage: 'valpad assess [FILE|-] [--explain nl|en | --json | --batch] [--settings FILE] [--lang nl|en]',
  options: {
    explain: {
      type: 'string',
      value: 'nl|en',
      help: 'words instead of JSON: level, why, what is missing, proposal, why not the others',
    },
    batch: {
      type: 'boolean',
      help: 'one object a line in, one answer a line out; a bad line is answered with {"line": n, "error": …}',
    },
    ...jsonOption,
    settings: { type: 'string', value: 'FILE', help: "a coalition's settings as JSON (default: those of Amstelland v1)" },
    ...languageOption,
  },
  examples: [
    `echo '{"age": 79, "sex": "F", "falls12m": 1, "injury": "yes"}' | valpad assess`,
    'valpad assess mrs-h.json --explain nl',
    'valpad assess --batch people.jsonl > answers.jsonl',
  ],
  run,
}

async function run(given: Given, streams: Streams): Promise<ExitCode> {
  const [file, ...more] = given.arguments
  if (more.length > 0) throw tooMany(more[0])
  const { batch, explain: wordsIn } = given.options
  if (batch && wordsIn !== undefined)
    throw new UsageError({
      nl: '--batch antwoordt in JSON; --explain is voor één persoon tegelijk',
      en: '--batch answers in JSON; --explain is for one person at a time',
    })
  if (wordsIn !== undefined && wordsIn !== 'nl' && wordsIn !== 'en')
    throw new UsageError({ nl: `--explain ${wordsIn}: kies nl of en`, en: `--explain ${wordsIn}: choose nl or en` })
  const language = wordsIn ?? languageOf(given)

  const settings = await readSettings(given.options['settings'], language)
  const rules = rulesFor(settings)
  const parse = factParser(rules.facts, rules.byDefinition)
  const input = await openInput(file, streams)
  return batch
    ? answerBatch(input, rules, parse, streams)
    : answerOne(input, rules, parse, { language, words: wordsIn !== undefined, json: given.options['json'] === true }, streams)
}

async function readSettings(file: string | boolean | undefined, language: Language): Promise<Settings> {
  if (typeof file !== 'string') return defaultSettings
  const text = await readFile(file, 'utf8').catch(() => {
    throw new UsageError({ nl: `De instellingen in ${file} zijn niet te lezen`, en: `Cannot read the settings in ${file}` })
  })
  let given: unknown
  try {
    given = JSON.parse(withoutMark(text))
  } catch {
    throw new UsageError({
      nl: `De instellingen in ${file} zijn geen geldige JSON`,
      en: `The settings in ${file} are not valid JSON`,
    })
  }
  const settings = parseSettings(given)
  if (settings.ok) return settings.value
  throw new UsageError([`The settings in ${file} cannot be used:`, ...faultLines(settings.faults, language)].join('\n'))
}

async function answerBatch(input: AsyncIterable<Buffer>, rules: Rules, parse: FactParser, streams: Streams): Promise<ExitCode> {
  const { assess } = assessor(rules)
  const answer = (line: string) => {
    const facts = parseVignette(line, parse)
    return facts.ok ? JSON.stringify(assess(facts.value)) : facts.faults
  }
  const { lines, bad } = await answerLines(input, answer, writer(streams.stdout))
  if (lines === 0) {
    streams.stderr.write(`${emptyInput.words.nl}\n`)
    return 1
  }
  if (bad > 0) streams.stderr.write(`${bad} of ${lines} ${lines === 1 ? 'line' : 'lines'} could not be assessed\n`)
  return bad > 0 ? 1 : 0
}

type How = { readonly language: Language; readonly words: boolean; readonly json: boolean }

async function answerOne(
  input: AsyncIterable<Buffer>,
  rules: Rules,
  parse: FactParser,
  how: How,
  streams: Streams,
): Promise<ExitCode> {
  const text = await readAll(input)
  const facts = text === null ? { ok: false as const, faults: [tooLong] } : parseVignette(text, parse)
  if (!facts.ok) {
    if (how.json) streams.stdout.write(`${JSON.stringify({ error: errorOf(facts.faults) })}\n`)
    else streams.stderr.write(`${faultLines(facts.faults, how.language).join('\n')}\n`)
    return 1
  }
  const prepared = assessor(rules)
  if (how.words)
    streams.stdout.write(`${explainInWords(rules, explain(rules, prepared, facts.value), how.language).join('\n')}\n`)
  else streams.stdout.write(`${JSON.stringify(prepared.assess(facts.value), null, how.json ? 0 : 2)}\n`)
  return 0
}

const faultLines = (faults: readonly Fault[], language: Language): string[] =>
  faults.map(({ at, words }) => (at === '' ? words[language] : `${at}: ${words[language]}`))
