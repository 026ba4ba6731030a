// Decide: a case, a command and the knowledge of its pathway in; what is to be logged and done out, or a refusal in words.
import type { IsoDate } from './calendar.ts'
import { type LogEntry, ofCase, type Subject } from './case-log.ts'
import type { CaseState } from './case-state.ts'
import type { Command, Envelope, OpenCase } from './commands.ts'
import { entryFor, type Gathered } from './first-entry.ts'
import type { Pathway } from './pathway.ts'
import { whyImpossible } from './possible.ts'
import { type Refusal, type Result, refused } from './result.ts'
import { type Decided, write } from './write-entries.ts'

export type { Decided } from './write-entries.ts'

export function decide(
  pathway: Pathway,
  state: CaseState,
  command: Command,
  envelope: Envelope,
  gathered: Gathered = {},
): Result<Decided> {
  if (envelope.occurredOn > envelope.today) return refused(inTheFuture(envelope.occurredOn))
  const first = entryFor(pathway, state, command, envelope, gathered)
  if (first.ok) return write(pathway, state, [{ ...first.value, occurredOn: envelope.occurredOn, by: envelope.by }])
  // What is wrong with the content matters only where the command could be taken at all.
  const notNow = whyImpossible(pathway, state, command, envelope.by, envelope.today)
  return notNow === null ? first : refused(notNow)
}

/** T1, and T29 for a person who comes back: a new case, in screening at once when that person agrees. */
export function decideOpening(pathway: Pathway, open: OpenCase, envelope: Envelope): Result<Decided> {
  if (envelope.occurredOn > envelope.today) return refused(inTheFuture(envelope.occurredOn))
  const { caseId, personId, age, livesAtHome, reopenedFrom, personAgrees = false } = open
  if ((age !== 'unknown' && age < 65) || livesAtHome === 'no') return refused(outsideTheChain)
  const record = { caseId, personId, age, livesAtHome, reopenedFrom }
  const on = { subject: ofCase, occurredOn: envelope.occurredOn, by: envelope.by }
  return write(pathway, null, [
    { ...on, type: 'caseOpened', fields: {}, record },
    ...(reopenedFrom !== null && personAgrees ? [{ ...on, type: 'screeningStarted', fields: { personAgrees }, record: {} }] : []),
  ])
}

export type Passing = {
  readonly subject: Subject
  readonly deadline: string
  readonly about: string | null
  readonly event: LogEntry['fields'] & { type: string; occurredOn: IsoDate }
}

/** A deadline that passed: the machine hears it, and the entry says which row it was and how many days late it fired. */
export function decidePassing(
  pathway: Pathway,
  state: CaseState,
  { subject, deadline, about, event }: Passing,
  daysLate: number,
): Result<Decided> {
  const { type, occurredOn, by: _, ...fields } = event
  return write(pathway, state, [
    { type, subject, occurredOn, by: 'system', fields, record: { passed: { deadline, about }, daysLate } },
  ])
}

const inTheFuture = (day: IsoDate): Refusal => ({
  code: 'inTheFuture',
  words: {
    nl: `${day} ligt in de toekomst. Leg vast wat gebeurd is op de dag dat het gebeurde.`,
    en: `${day} lies in the future. Record what happened on the day it happened.`,
  },
})
const outsideTheChain: Refusal = {
  code: 'outOfScope',
  words: {
    nl: 'Dit traject is voor mensen van 65 jaar en ouder die thuis wonen. Overleg met de huisarts.',
    en: 'This pathway is for people of 65 and over who live at home. Consult the GP.',
  },
}
