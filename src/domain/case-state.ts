// The present of a case, folded from its log: positions, pending deadlines, facts and what was decided. Plain JSON.
import type { AnyStateMachine } from 'xstate'
import { advance, type Effect, type EventBase, type Position, type Step, start } from './advance.ts'
import type { Assessment } from './assess.ts'
import type { IsoDate } from './calendar.ts'
import { type LogEntry, ofCase, recordOnly, type Subject } from './case-log.ts'
import type { NotNow } from './commands.ts'
import { keepDeadlines, type PendingDeadline } from './deadline-book.ts'
import { machineMetaOf } from './machine-definition.ts'
import type { Pathway } from './pathway.ts'
import type { Refusal, Result } from './result.ts'

/** A pending deadline and the entry that started it: together they name one row, whatever starts later under the same rule. */
export type BookRow = PendingDeadline & { readonly startedSeq: number }

type Running = { readonly position: Position; readonly book: readonly BookRow[] }

export type AssignmentState = Running & {
  readonly kind: 'primary' | 'followUp'
  /** The intervention or the follow-up. */
  readonly code: string
  readonly providerId: string | null
  /** What of the local supply was chosen; null: only an organisation was named. */
  readonly offerId: string | null
  /** The course run it holds a place on, or waits for one. */
  readonly runId: string | null
  /** The person at the provider whose work it is; null: the contact of the offer, or of the organisation. */
  readonly holderId: string | null
  /** Who took the decision. */
  readonly referrerId: string | null
  readonly proposedOn: IsoDate
  readonly sentOn: IsoDate | null
  /** Attendance, in the order in which it was recorded. */
  readonly sessions: readonly Session[]
  /** The first session; null before it. */
  readonly startedOn: IsoDate | null
  /** Who pays, as it stood when it was decided on; null for a follow-up. */
  readonly payer: string | null
  /** Facts were corrected after it was sent. */
  readonly flagged: boolean
  /** Raised by every entry about it; what `If-Match` names. */
  readonly version: number
}

export type Session = { readonly on: IsoDate; readonly attended: boolean; readonly meetingId: string | null }

export type Decision = { readonly on: IsoDate; readonly seq: number; readonly record: LogEntry['record'] }

export type CaseState = Running & {
  readonly id: string
  readonly personId: string
  /** `amstelland@v1`: a case keeps the version it began with. */
  readonly pathway: string
  readonly reopenedFrom: string | null
  readonly openedOn: IsoDate
  /** The number of entries in its log. */
  readonly seq: number
  readonly facts: { readonly [fact: string]: unknown }
  readonly assessment: Assessment | null
  readonly decision: Decision | null
  /** What was proposed and put off, or done otherwise, each with its last reason; absent: nothing was. */
  readonly notNow?: readonly PutOff[]
  readonly assignments: { readonly [id: string]: AssignmentState }
  readonly falls: number
}

export type PutOff = NotNow & { readonly on: IsoDate }

export type SubjectEffect = { readonly subject: Subject; readonly effect: Effect }

export type Evolved = { readonly state: CaseState; readonly effects: readonly SubjectEffect[] }

/** `state` after one more entry, or the refusal of its machine. Never runs a rule; the same entry gives the same state, always. */
export function evolve(pathway: Pathway, state: CaseState | null, entry: LogEntry): Result<Evolved> {
  if (entry.type === 'caseOpened') return { ok: true, value: opened(pathway, entry) }
  if (state === null) throw new Error(`A log must begin with caseOpened, not ${entry.type}`)
  const counted = remember({ ...state, seq: state.seq + 1 }, entry)
  if (recordOnly.has(entry.type)) return { ok: true, value: { state: counted, effects: [] } }
  if (entry.type === 'assignmentProposed') return { ok: true, value: proposed(pathway, counted, entry) }
  return entry.subject === ofCase ? stepOfCase(pathway, counted, entry) : stepOfAssignment(pathway, counted, entry)
}

/** The state after a whole log. A log that its own machine refuses is damaged: an exception. */
export function replay(pathway: Pathway, entries: Iterable<LogEntry>, from: CaseState | null = null): CaseState {
  let state = from
  for (const entry of entries) {
    const evolved = evolve(pathway, state, entry)
    if (!evolved.ok) throw new Error(`The log cannot be replayed: ${entry.type} is refused (${evolved.refusal.code})`)
    state = evolved.value.state
  }
  if (state === null) throw new Error('An empty log has no state')
  return state
}

function opened(pathway: Pathway, entry: LogEntry): Evolved {
  const { caseId, personId, reopenedFrom } = entry.record as { caseId: string; personId: string; reopenedFrom: string | null }
  const step = start(pathway.machines.case, { signalledOn: entry.occurredOn, ...(reopenedFrom === null ? {} : { reopenedFrom }) })
  const state: CaseState = {
    id: caseId,
    personId,
    pathway: `${pathway.id}@${pathway.version}`,
    reopenedFrom,
    openedOn: entry.occurredOn,
    seq: 1,
    facts: {},
    assessment: null,
    decision: null,
    assignments: {},
    falls: 0,
    ...running(pathway, pathway.machines.case, { book: [], seq: 1 }, step, entry),
  }
  return { state, effects: step.effects.map((effect) => ({ subject: ofCase, effect })) }
}

type Chosen = Partial<Pick<AssignmentState, 'offerId' | 'runId' | 'holderId' | 'referrerId'>>
type ProposedRecord = Pick<AssignmentState, 'kind' | 'code' | 'providerId' | 'payer'> & Chosen

function proposed(pathway: Pathway, state: CaseState, entry: LogEntry): Evolved {
  const { kind, code, providerId, payer, ...chosen } = entry.record as ProposedRecord
  const machine = pathway.machines.assignment
  const step = start(machine, { ...entry.fields, proposedOn: entry.occurredOn } as never) // its input was written by `decide`
  const assignment: AssignmentState = {
    kind,
    code,
    providerId,
    offerId: chosen.offerId ?? null,
    runId: chosen.runId ?? null,
    holderId: chosen.holderId ?? null,
    referrerId: chosen.referrerId ?? null,
    proposedOn: entry.occurredOn,
    sentOn: null,
    sessions: [],
    startedOn: null,
    payer,
    flagged: false,
    version: 1,
    ...running(pathway, machine, { book: [], seq: state.seq }, step, entry),
  }
  return {
    state: { ...state, assignments: { ...state.assignments, [entry.subject]: assignment } },
    effects: step.effects.map((effect) => ({ subject: entry.subject, effect })),
  }
}

function stepOfCase(pathway: Pathway, state: CaseState, entry: LogEntry): Result<Evolved> {
  const machine = pathway.machines.case
  const step = advance(machine, state.position, machineEvent(entry))
  if (!step.ok) return step
  const next = {
    ...state,
    ...running(pathway, machine, { book: withoutPassed(state.book, entry), seq: state.seq }, step.value, entry),
  }
  const effects = step.value.effects.map((effect) => ({ subject: ofCase, effect }))
  return {
    ok: true,
    value: { state: effects.some(({ effect }) => effect.type === 'flagSentAssignments') ? flagged(next) : next, effects },
  }
}

function stepOfAssignment(pathway: Pathway, state: CaseState, entry: LogEntry): Result<Evolved> {
  const before = state.assignments[entry.subject]
  if (before === undefined) return { ok: false, refusal: noSuchAssignment }
  const machine = pathway.machines.assignment
  const step = advance(machine, before.position, machineEvent(entry))
  if (!step.ok) return step
  const after: AssignmentState = {
    ...before,
    ...running(pathway, machine, { book: withoutPassed(before.book, entry), seq: state.seq }, step.value, entry),
    ...told(before, entry),
    version: before.version + 1,
  }
  return {
    ok: true,
    value: {
      state: { ...state, assignments: { ...state.assignments, [entry.subject]: after } },
      effects: step.value.effects.map((effect) => ({ subject: entry.subject, effect })),
    },
  }
}

/** What an entry tells of an assignment, whatever its machine makes of it. */
function told(
  before: AssignmentState,
  { type, occurredOn, fields, record }: LogEntry,
): Pick<AssignmentState, 'startedOn' | 'sentOn' | 'runId' | 'holderId' | 'sessions'> {
  const { runId = before.runId, holderId = before.holderId, meetingId = null } = record as Chosen & { meetingId?: string | null }
  const starts = type === 'assignmentStarted'
  const attended = starts ? true : type === 'sessionRecorded' ? fields['attended'] === true : null
  return {
    startedOn: starts ? occurredOn : before.startedOn,
    sentOn: type === 'assignmentSent' ? occurredOn : before.sentOn,
    runId,
    holderId,
    sessions: attended === null ? before.sessions : [...before.sessions, { on: occurredOn, attended, meetingId }],
  }
}

type Before = { readonly book: readonly BookRow[]; readonly seq: number }

/** The machine's position and its deadlines after a step; rows that are new are named after entry `seq`. */
function running(pathway: Pathway, machine: AnyStateMachine, { book, seq }: Before, step: Step, entry: LogEntry): Running {
  const overrides = pathway.settings['deadlines'] as { readonly [id: string]: number | undefined }
  const occasion = { context: step.position.context, event: { ...entry.fields, occurredOn: entry.occurredOn } }
  const rows = keepDeadlines(book, step.effects, occasion, { rules: machineMetaOf(machine).deadlines, overrides })
  return { position: step.position, book: rows.map((row) => ({ startedSeq: seq, ...row })) }
}

const machineEvent = (entry: LogEntry): EventBase => ({
  ...entry.fields,
  type: entry.type,
  occurredOn: entry.occurredOn,
  by: entry.by,
})

/** A deadline that passed is over before its machine starts the next one. */
function withoutPassed(book: readonly BookRow[], { record }: LogEntry): readonly BookRow[] {
  const passed = record['passed'] as { deadline: string; about: string | null } | undefined
  return passed === undefined ? book : book.filter((row) => row.deadline !== passed.deadline || row.about !== passed.about)
}

function flagged(state: CaseState): CaseState {
  const isOut = ({ position }: AssignmentState) => position.value !== 'proposed' && position.context['ended'] !== true
  const assignments = Object.entries(state.assignments).map(([id, one]) => [id, isOut(one) ? { ...one, flagged: true } : one])
  return { ...state, assignments: Object.fromEntries(assignments) }
}

/** What an entry tells of the person and the decision, whatever the machines make of it. */
function remember(state: CaseState, { type, record, occurredOn }: LogEntry): CaseState {
  const facts = 'facts' in record ? (record['facts'] as CaseState['facts']) : state.facts
  const assessment = 'assessment' in record ? (record['assessment'] as Assessment) : state.assessment
  const decision = type === 'decisionRecorded' ? { on: occurredOn, seq: state.seq, record } : state.decision
  const notNow = putOffIn(state, record, occurredOn)
  return { ...state, facts, assessment, decision, ...notNow, falls: state.falls + (type === 'fallReported' ? 1 : 0) }
}

/** A later word on the same thing takes the place of the earlier one; what is begun after all is put off no longer. */
function putOffIn({ notNow: before = [] }: CaseState, record: LogEntry['record'], on: IsoDate): Pick<CaseState, 'notNow'> {
  const said = ((record['notNow'] ?? []) as readonly NotNow[]).map((one) => ({ ...one, on }))
  const begun = [record['code'], record['intervention']]
  const still = before.filter(({ code }) => !begun.includes(code) && !said.some((one) => one.code === code))
  return before.length + said.length === 0 ? {} : { notNow: [...still, ...said] }
}

export const noSuchAssignment: Refusal = {
  code: 'noSuchAssignment',
  words: { nl: 'Deze opdracht hoort niet bij dit traject.', en: 'This assignment does not belong to this case.' },
}
