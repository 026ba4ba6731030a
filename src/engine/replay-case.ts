// One case drawn again from its stored log: its state, and every row that its changes should have left behind.
import type { LogEntry } from '../domain/case-log.ts'
import { type AssignmentState, type CaseState, evolve } from '../domain/case-state.ts'
import type { Pathway } from '../domain/pathway.ts'
import type { Role } from '../domain/role.ts'
import { worklistRowOf } from '../readmodels/worklist-row.ts'
import { toSecond } from '../store/instants.ts'
import type { AssignmentRow, DeadlineRow, EventRow, WorklistRow } from '../store/tables.ts'
import { parsedFrom } from './bytes.ts'
import { assignmentChanged, assignmentRow, deadlineRow, deadlinesIn } from './drawn-rows.ts'
import type { PersonPlace } from './gather.ts'

/** What the rows of a case should be; the worklist line needs to know where the person belongs. */
export type Redrawn = {
  readonly state: CaseState
  readonly deadlines: ReadonlyMap<string, DeadlineRow>
  readonly assignments: ReadonlyMap<string, AssignmentRow>
  readonly changedAt: string
}

export type Replayed =
  | { readonly ok: true; readonly redrawn: Redrawn }
  /** The first entry that cannot have been written by the machines. */
  | { readonly ok: false; readonly seq: number; readonly problem: string }

type Payload = Pick<LogEntry, 'fields' | 'record'>

/** `rows`: the whole log of one case, in order. */
export function replayCase(pathway: Pathway, rows: readonly EventRow[], person: PersonPlace): Replayed {
  const deadlines = new Map<string, DeadlineRow>()
  const assignments = new Map<string, AssignmentRow>()
  let before: CaseState | null = null
  let running: Deadlines = new Map()
  let state: CaseState | null = null
  for (const [index, row] of rows.entries()) {
    const stepped = step(pathway, state, row)
    if (typeof stepped === 'string') return { ok: false, seq: row.seq, problem: stepped }
    state = stepped
    // The entries of one command were written as one change: rows that came and went within it were never stored.
    if (isSameChange(row, rows[index + 1])) continue
    running = drawDeadlines(pathway, running, state, row, deadlines)
    for (const [id, one] of Object.entries(state.assignments)) {
      const was: AssignmentState | undefined = before?.assignments[id]
      if (assignmentChanged(was, one)) assignments.set(id, assignmentRow(state, id, one, person, row.recorded_at))
    }
    before = state
  }
  if (state === null) return { ok: false, seq: 1, problem: 'the log is empty' }
  return { ok: true, redrawn: { state, deadlines, assignments, changedAt: rows.at(-1)!.recorded_at } }
}

/** The state after one more entry, or what is wrong with it. */
function step(pathway: Pathway, state: CaseState | null, row: EventRow): CaseState | string {
  try {
    const { fields, record } = parsedFrom<Payload>(row.payload)
    const { type, subject, occurred_on: occurredOn } = row
    const evolved = evolve(pathway, state, { type, subject, occurredOn, by: row.actor_role as Role, fields, record })
    return evolved.ok ? evolved.value.state : `${row.type} is not possible here: ${evolved.refusal.words.en}`
  } catch (error) {
    return `${row.type} cannot be read: ${error instanceof Error ? error.message : String(error)}`
  }
}

const isSameChange = (row: EventRow, next: EventRow | undefined): boolean =>
  next !== undefined && next.command_id === row.command_id && next.actor_id === row.actor_id

type Deadlines = ReturnType<typeof deadlinesIn>

/**
 * A deadline keeps the shape it had last, and says how it ended: passed, or stopped because what it waited for happened.
 * Gives those that run now, for the next change.
 */
function drawDeadlines(
  pathway: Pathway,
  was: Deadlines,
  state: CaseState,
  { command_id: command }: EventRow,
  rows: Map<string, DeadlineRow>,
): Deadlines {
  const is = deadlinesIn(state)
  for (const id of was.keys()) {
    const row = rows.get(id)
    if (!is.has(id) && row !== undefined) rows.set(id, { ...row, state: command === `deadline:${id}` ? 'fired' : 'stopped' })
  }
  for (const [id, { subject, row, text }] of is) {
    if (was.get(id)?.text === text) continue
    const drawn = deadlineRow(pathway, state.id, id, subject, row)
    rows.set(id, { ...drawn, due_at: toSecond(drawn.due_at) })
  }
  return is
}

export const redrawnWorklist = (pathway: Pathway, { state, changedAt }: Redrawn, person: PersonPlace): WorklistRow =>
  worklistRowOf(pathway, state, person, changedAt)
