// The log of a case in words: who did what when, one line for each entry.
import { type LogEntry, ofCase } from '../domain/case-log.ts'
import { ruleById } from '../domain/deadline-book.ts'
import { machineMetaOf } from '../domain/machine-definition.ts'
import type { Pathway } from '../domain/pathway.ts'
import { type Role, roleWords } from '../domain/role.ts'
import type { Language, Words } from '../domain/words.ts'
import { parsedFrom } from '../engine/bytes.ts'
import type { EventRow } from '../store/tables.ts'

const besideMachines: { readonly [type: string]: Words } = {
  caseOpened: { nl: 'aangemeld', en: 'put forward' },
  measurementRecorded: { nl: 'meting vastgelegd', en: 'measurement recorded' },
  assignmentProposed: { nl: 'opdracht klaargezet', en: 'assignment prepared' },
}

/** What kind of entry it is, as the machine that heard it calls it. */
export function eventWords({ machines }: Pathway, type: string, subject: string, language: Language): string {
  const { events } = machineMetaOf(subject === ofCase ? machines.case : machines.assignment)
  return (events[type] ?? besideMachines[type])?.[language] ?? type
}

export function logLine(pathway: Pathway, row: EventRow, language: Language): string {
  const { record } = parsedFrom<Pick<LogEntry, 'record'>>(row.payload)
  const what = [eventWords(pathway, row.type, row.subject, language), ...details(pathway, row, record, language)].join('; ')
  const where = row.subject === ofCase ? '' : ` [${row.subject}]`
  const who = `${roleWords[row.actor_role as Role][language]} (${row.actor_id})`
  return `${String(row.seq).padStart(4)}  ${row.occurred_on}  ${what}${where}, ${who}`
}

function details({ machines }: Pathway, { type, subject }: EventRow, record: LogEntry['record'], language: Language): string[] {
  const passed = record['passed'] as { deadline: string } | undefined
  const late = record['daysLate']
  // The outcome of an evaluation is a code; that of a released flag is what the GP said.
  const spoken = ['goal', 'reasonForDeviation', 'reason', 'summary', 'note', ...(type === 'redFlagReleased' ? ['outcome'] : [])]
  const said = spoken.flatMap((name) => (typeof record[name] === 'string' && record[name] !== '' ? [`"${record[name]}"`] : []))
  if (passed === undefined) return said
  const { deadlines } = machineMetaOf(subject === ofCase ? machines.case : machines.assignment)
  const awaited = ruleById(deadlines, passed.deadline).words[language]
  const note = { nl: `termijn verstreken: ${awaited}`, en: `deadline passed: ${awaited}` }[language]
  const lateness = { nl: `${late} dagen te laat opgemerkt`, en: `noticed ${late} days late` }[language]
  return [note, ...(typeof late === 'number' && late > 0 ? [lateness] : []), ...said]
}
