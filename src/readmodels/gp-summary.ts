// The summary for the GP record: a short journal text on one assignment, ready to paste. No name: it is pasted where the name stands.
import type { IsoDate } from '../domain/calendar.ts'
import type { AssignmentState, CaseState } from '../domain/case-state.ts'
import { dayWords } from '../domain/day-words.ts'
import { doseOf } from '../domain/dose.ts'
import { machineMetaOf } from '../domain/machine-definition.ts'
import type { Pathway } from '../domain/pathway.ts'
import { definitionsOf } from '../domain/rules.ts'
import { stageWords } from '../domain/stage.ts'
import type { Language, Words } from '../domain/words.ts'
import { nameOfCode } from './code-names.ts'
import { stateNamed } from './inbox-line.ts'
import { reasonWords } from './reason-words.ts'
import { stageIn } from './stage-in.ts'

/** An entry of the log, as far as this text needs it. */
export type SummaryEvent = {
  readonly type: string
  readonly subject: string
  readonly occurredOn: IsoDate
  readonly record: { readonly [name: string]: unknown }
}

export type SummaryParts = {
  readonly pathway: Pathway
  readonly state: CaseState
  readonly assignmentId: string
  /** The whole log of the case, in order. */
  readonly events: readonly SummaryEvent[]
  readonly providerName: string
  /** Whoever has it at the provider. */
  readonly holderName: string
  readonly meetings?: number
}

/** Lines of at most a sentence or two; what was not recorded is said to be so. */
export function gpSummary(parts: SummaryParts, language: Language): string {
  const { pathway, state, assignmentId, providerName, holderName } = parts
  const one = state.assignments[assignmentId]!
  const say = sayIn(language)
  const own = parts.events.filter(({ subject }) => subject === assignmentId)
  const reason = own.flatMap(({ type, record }) => (reasoned.has(type) ? [reasonWords(pathway, record, language)] : [])).at(-1)
  const report = own.findLast(({ type }) => type === 'assignmentReported')?.record['summary']
  const lines = [
    `${say(words.title)}: ${nameOfCode(pathway, one.code, language)}, ${providerName} (${holderName})`,
    `${say(words.course)}: ${courseIn(pathway, own, language)}.`,
    ...goalIn(state, say),
    `${say(words.status)}: ${stateNamed(pathway, String(one.position.value), language).words}.`,
    ...attendanceIn(one, parts, say),
    ...measuredIn(parts, language),
    ...(typeof reason === 'string' ? [`${say(words.reason)}: ${reason}.`] : []),
    ...(typeof report === 'string' ? [`${say(words.report)}: ${report}`] : []),
    `${say(words.next)}: ${nextIn(pathway, state, language)}.`,
  ]
  return `${lines.join('\n')}\n`
}

type Say = (words: Words) => string
const sayIn =
  (language: Language): Say =>
  (words) =>
    words[language]

const reasoned: ReadonlySet<string> = new Set(['assignmentDeclined', 'assignmentStoppedEarly', 'assignmentWithdrawn'])

/** The steps with their days, in the order in which they were taken. */
const steps = [
  'assignmentProposed',
  'assignmentSent',
  'assignmentWaitlisted',
  'assignmentAccepted',
  'assignmentDeclined',
  'assignmentWithdrawn',
  'answerOverdue',
  'assignmentStarted',
  'assignmentPaused',
  'assignmentResumed',
  'assignmentCompleted',
  'assignmentStoppedEarly',
  'assignmentReported',
]

function courseIn({ machines }: Pathway, own: readonly SummaryEvent[], language: Language): string {
  const { events } = machineMetaOf(machines.assignment)
  const taken = own.filter(({ type }) => steps.includes(type))
  const said = taken.map(({ type, occurredOn }) => {
    const name = (events[type] ?? words.prepared)[language]
    return `${name} ${dayWords(occurredOn, language)}`
  })
  return said.join(', ')
}

function goalIn({ decision }: CaseState, say: Say): string[] {
  const goal = decision?.record['goal']
  return typeof goal === 'string' ? [`${say(words.goal)}: ${goal}`] : []
}

function attendanceIn(one: AssignmentState, { pathway, meetings }: SummaryParts, say: Say): string[] {
  if (one.sessions.length === 0) return one.startedOn === null ? [] : [say(words.noAttendance)]
  const { attended, recorded, planned, reached } = doseOf(one, pathway, meetings)
  // More than was planned is no part of it.
  const more = planned !== null && attended > planned
  const of = more ? `(${planned} ${say(words.planned)})` : `${say(words.of)} ${planned ?? recorded}`
  const dose = reached === null ? '' : `; ${say(reached ? words.doseReached : words.doseNotReached)}`
  return [
    `${say(words.attended)}: ${attended} ${of}${dose} (${say(words.limit)} ${String(pathway.settings['completionPercent'])} %).`,
  ]
}

type Measured = { readonly measure: string; readonly value: unknown; readonly on: IsoDate }

/** Of each measure the last one up to the start, and the last one after it. */
function measuredIn({ pathway, state, events, assignmentId }: SummaryParts, language: Language): string[] {
  const say = sayIn(language)
  const { startedOn } = state.assignments[assignmentId]!
  if (startedOn === null) return []
  const all = [...baselines(events), ...recorded(events)].sort((a, b) => (a.on < b.on ? -1 : 1))
  const names = [...new Set(all.map(({ measure }) => measure))]
  const said = names.flatMap((measure) => {
    const own = all.filter((one) => one.measure === measure)
    const before = own.findLast(({ on }) => on <= startedOn)
    const after = own.findLast(({ on }) => on > startedOn)
    if (before === undefined && after === undefined) return []
    const value = (one: Measured | undefined) =>
      one === undefined ? say(words.notMeasured) : `${valueIn(one.value, language)} (${dayWords(one.on, language)})`
    return [
      `${nameOfMeasure(pathway, measure, language)}: ${say(words.start)} ${value(before)}, ${say(words.end)} ${value(after)}`,
    ]
  })
  return [`${say(words.measurements)}: ${said.length === 0 ? say(words.notMeasured) : said.join('; ')}.`]
}

const recorded = (events: readonly SummaryEvent[]): Measured[] =>
  events.flatMap(({ type, record }) =>
    type === 'measurementRecorded'
      ? [{ measure: String(record['measure']), value: record['value'], on: String(record['measuredOn']) }]
      : [],
  )

/** What the tests of screening and analysis found. */
function baselines(events: readonly SummaryEvent[]): Measured[] {
  return events.flatMap(({ type, record, occurredOn }) => {
    if (type !== 'screeningRecorded' && type !== 'analysisCompleted') return []
    const facts = (record['facts'] ?? {}) as { readonly [fact: string]: unknown }
    return measures.flatMap((measure) =>
      typeof facts[measure] === 'number' ? [{ measure, value: facts[measure], on: occurredOn }] : [],
    )
  })
}

const measures = ['walk4m', 'tug', 'tandem', 'chair30', 'fesI16', 'shortFesI']

function nameOfMeasure({ rules }: Pathway, measure: string, language: Language): string {
  const definition = definitionsOf(rules).find(({ id }) => id === measure)
  if (definition === undefined) return measure
  const unit = definition.kind === 'number' ? ` (${definition.unit[language]})` : ''
  return `${definition.name[language]}${unit}`
}

const valueIn = (value: unknown, language: Language): string =>
  language === 'nl' ? String(value).replace('.', ',') : String(value)

/** Where the case stands, and what is awaited first. */
function nextIn({ machines }: Pathway, state: CaseState, language: Language): string {
  const stage = stageWords[stageIn(state)][language]
  const { deadlines } = machineMetaOf(machines.case)
  const first = state.book.filter(({ paused }) => paused === null).sort((a, b) => (a.due.at < b.due.at ? -1 : 1))[0]
  if (first === undefined) return stage
  const awaited = deadlines.find(({ id }) => id === first.deadline)?.words[language] ?? first.deadline
  return `${stage}; ${awaited} (${words.by[language]} ${dayWords(first.due.on, language)})`
}

const words = {
  title: { nl: 'Valpreventie', en: 'Fall prevention' },
  course: { nl: 'Verloop', en: 'Course' },
  prepared: { nl: 'opdracht klaargezet', en: 'assignment prepared' },
  goal: { nl: 'Doel', en: 'Goal' },
  status: { nl: 'Stand', en: 'Status' },
  attended: { nl: 'Bijgewoond', en: 'Attended' },
  planned: { nl: 'gepland', en: 'planned' },
  of: { nl: 'van', en: 'of' },
  noAttendance: { nl: 'Bijgewoond: niet vastgelegd.', en: 'Attended: not recorded.' },
  doseReached: { nl: 'genoeg gevolgd', en: 'dose reached' },
  doseNotReached: { nl: 'niet genoeg gevolgd', en: 'dose not reached' },
  limit: { nl: 'grens', en: 'limit' },
  measurements: { nl: 'Metingen', en: 'Measurements' },
  start: { nl: 'begin', en: 'start' },
  end: { nl: 'einde', en: 'end' },
  notMeasured: { nl: 'niet gemeten', en: 'not measured' },
  reason: { nl: 'Reden', en: 'Reason' },
  report: { nl: 'Terugkoppeling van de aanbieder', en: 'Report of the provider' },
  next: { nl: 'Vervolg', en: 'Next' },
  by: { nl: 'uiterlijk', en: 'by' },
} as const satisfies { readonly [name: string]: Words }
