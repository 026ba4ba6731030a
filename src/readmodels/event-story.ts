// What an entry of the log tells whoever reads it: what kind of happening it was, and in sentences what was said or decided with it.
import type { EventKind } from '../contract/event-kinds.ts'
import { capitalised } from '../domain/capitalised.ts'
import { actedOnFlag } from '../domain/commands.ts'
import type { FactDefinition } from '../domain/facts.ts'
import type { Pathway } from '../domain/pathway.ts'
import { definitionsOf } from '../domain/rules.ts'
import type { Language, Words } from '../domain/words.ts'
import { nameOfCode } from './code-names.ts'
import { actedWords, said } from './event-words.ts'
import { reasonWords } from './reason-words.ts'

type Bag = { readonly [name: string]: unknown }
export type Told = { readonly type: string; readonly fields: Bag; readonly record: Bag }

/** What a clock says is a deadline, whatever it is called. */
export const kindOf = ({ type, record }: Told): EventKind =>
  'passed' in record ? 'deadline' : (kinds.find(({ types }) => types.test(type))?.kind ?? 'step')

/** From top to bottom, the first that fits. */
const kinds: readonly { readonly kind: EventKind; readonly types: RegExp }[] = [
  { kind: 'contact', types: /^(?:contactMade|contactAttempted|personAttempted|fallsDiaryAnswered|followUpDone|personDeclined)$/ },
  { kind: 'measurement', types: /^(?:measurementRecorded|screeningRecorded|analysisCompleted)$/ },
  { kind: 'correction', types: /^factCorrected$/ },
  { kind: 'safety', types: /^(?:redFlag|exercise|fallReported)/ },
  {
    kind: 'report',
    types: /^(?:assignmentReported|assignmentCompleted|assignmentStoppedEarly|evaluationRecorded|interimEvaluation)/,
  },
  { kind: 'assignment', types: /^(?:assignment|session|followUp)/ },
]

/** Said by one machine to another: who reads the log has it already. */
export const isEcho = (subject: string, { record }: Told): boolean => 'because' in record && subject === 'case'

/** Whole sentences; none where the name of the happening says it all. */
export function storyOf(pathway: Pathway, told: Told, language: Language): string[] {
  const sentences = (special[told.type] ?? nothing)(told, { pathway, language, say: (words) => words[language] })
  return [...sentences, ...written(pathway, told, language)].map(asSentence)
}

type In = { readonly pathway: Pathway; readonly language: Language; readonly say: (words: Words) => string }
const nothing = (): string[] => []

const special: { readonly [type: string]: ((told: Told, seen: In) => string[]) | undefined } = {
  screeningRecorded: ({ fields }, { pathway, say }) => {
    const level = pathway.rules.answerWords.risk[String(fields['level'])]
    return level === undefined ? [] : [say(said.risk(level))]
  },
  decisionRecorded: ({ record }, { pathway, language, say }) => [
    ...(record['way'] === 'own' ? [say(said.own)] : []),
    ...(record['intervention'] === undefined ? [] : [capitalised(nameOfCode(pathway, String(record['intervention']), language))]),
    ...(typeof record['goal'] === 'string' ? [say(said.goal(record['goal']))] : []),
    ...(typeof record['reasonForDeviation'] === 'string' ? [say(said.deviation(record['reasonForDeviation']))] : []),
  ],
  measurementRecorded: ({ record }, { pathway, language }) => [
    valueSentence(pathway, String(record['measure']), record['value'], language),
  ],
  factCorrected: ({ record }, { pathway, language, say }) => {
    const value = (raw: unknown): string => valueWords(factIn(pathway, String(record['fact'])), raw, language)
    const name = factIn(pathway, String(record['fact']))?.name[language] ?? String(record['fact'])
    return [say(said.corrected(name, value(record['before']), value(record['after'])))]
  },
  redFlagRaised: ({ fields, record }, { pathway, language, say }) => {
    const acted = actedOnFlag.find((one) => one === record['acted'])
    return [flagWords(pathway, fields['flag'], language), ...(acted === undefined ? [] : [say(actedWords[acted])])]
  },
  redFlagReleased: ({ fields, record }, { pathway, language }) =>
    listIn(fields['flags'] ?? record['flags']).map((flag) => flagWords(pathway, flag, language)),
  fallReported: ({ fields, record }, { pathway, language, say }) => {
    const injury = said.injury[String(record['injury'])]
    const raised = (fields['raises'] as { flag?: unknown } | null | undefined)?.flag
    return [
      ...(injury === undefined ? [] : [say(injury)]),
      ...(raised === undefined ? [] : [flagWords(pathway, raised, language)]),
    ]
  },
  assignmentPlanned: ({ fields }, { say }) => (isDay(fields['startsOn']) ? [say(said.starts(fields['startsOn']))] : []),
  assignmentPaused: ({ fields }, { say }) => (isDay(fields['until']) ? [say(said.until(fields['until']))] : []),
  caseParked: ({ fields, record }, { say }) => {
    const until = fields['until'] ?? record['until']
    return isDay(until) ? [say(said.askedAgain(until))] : []
  },
  sessionRecorded: ({ fields }, { say }) => [say(fields['attended'] === false ? said.absent : said.present)],
  fallsDiaryAnswered: ({ record }, { say }) => [say(said.falls(Number(record['falls'])))],
  followUpDone: ({ record }, { say }) => {
    const exercises = said.exercises[String(record['exercises'])]
    return exercises === undefined ? [] : [say(exercises)]
  },
  assignmentCompleted: doseOf,
  assignmentStoppedEarly: doseOf,
  evaluationRecorded: ({ record }, { say }) => {
    const outcome = said.outcome[String(record['outcome'])]
    return outcome === undefined ? [] : [say(outcome)]
  },
  caseClosed: ({ fields }, { say }) => {
    const reason = said.closed[String(fields['reason'])]
    return reason === undefined ? [] : [say(reason)]
  },
}

function doseOf({ record }: Told, { say }: In): string[] {
  const dose = record['dose'] as { attended?: number; planned?: number } | undefined
  return dose?.planned === undefined || dose.attended === undefined ? [] : [say(said.dose(dose.attended, dose.planned))]
}

/** What somebody typed beside it. */
function written(pathway: Pathway, { type, record }: Told, language: Language): string[] {
  const texts = ['summary', 'outcome'].flatMap((field) =>
    typeof record[field] === 'string' && type !== 'evaluationRecorded' ? [record[field]] : [],
  )
  const summary = type === 'evaluationRecorded' && typeof record['summary'] === 'string' ? [record['summary']] : []
  const reason = reasonWords(pathway, record, language)
  const because = reason === null ? [] : [type === 'factCorrected' ? said.why(reason)[language] : reason]
  return [...summary, ...texts, ...because]
}

const asSentence = (text: string): string => {
  const whole = capitalised(text.trim())
  return /[.!?”"]$/.test(whole) ? whole : `${whole}.`
}

const isDay = (value: unknown): value is string => typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value)
const listIn = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])

const factIn = ({ rules }: Pathway, id: string): FactDefinition | undefined => definitionsOf(rules).find((one) => one.id === id)

const flagWords = ({ rules }: Pathway, flag: unknown, language: Language): string =>
  rules.redFlags.find(({ id }) => id === flag)?.words[language] ?? String(flag)

function valueSentence(pathway: Pathway, measure: string, raw: unknown, language: Language): string {
  const fact = factIn(pathway, measure)
  return `${fact?.name[language] ?? measure}: ${valueWords(fact, raw, language)}`
}

/** A value as a person would say it beside the name of the fact. */
function valueWords(fact: FactDefinition | undefined, raw: unknown, language: Language): string {
  if (raw === 'unknown' || raw === undefined || raw === null) return said.unknown[language]
  if (raw === 'yes' || raw === 'no') return said[raw][language]
  if (typeof raw === 'number') {
    const number = language === 'nl' ? String(raw).replace('.', ',') : String(raw)
    return fact?.kind === 'number' ? `${number} ${fact.unit[language]}` : number
  }
  if (fact?.kind === 'bloodPressures' && Array.isArray(raw)) return raw.map((pair) => (pair as number[]).join('/')).join(', ')
  return fact?.says[String(raw)]?.[language] ?? (Array.isArray(raw) ? raw.join(', ') : String(raw))
}
