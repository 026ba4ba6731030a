// A decision as one change: everything it writes, as statements with the row counts they must have.
import type { Actor } from '../access/actor.ts'
import type { IsoInstant } from '../domain/calendar.ts'
import type { CaseState } from '../domain/case-state.ts'
import type { Decided } from '../domain/decide.ts'
import type { Pathway } from '../domain/pathway.ts'
import { stageOf } from '../domain/stage.ts'
import { worklistRowOf } from '../readmodels/worklist-row.ts'
import { accessLine } from '../store/access-log.ts'
import { changeAssignment, insertAssignment } from '../store/assignments.ts'
import { appendEvents, insertCase, moveCase } from '../store/cases.ts'
import { genesis, sealEvents } from '../store/chain.ts'
import { rememberCommand } from '../store/commands.ts'
import { markFired, putDeadline, stopDeadline } from '../store/deadlines.ts'
import { discardNotes } from '../store/draft-notes.ts'
import { discardDrafts } from '../store/drafts.ts'
import { insertFeedback } from '../store/feedback.ts'
import { insertLink } from '../store/links.ts'
import { addToOutbox } from '../store/outbox.ts'
import { insertSharedView } from '../store/shared-views.ts'
import type { Builder, Change, Statement } from '../store/store.ts'
import type { EventRow, LinkRow, SharedViewRow } from '../store/tables.ts'
import { putWorklistLine } from '../store/worklist.ts'
import { bytesOf } from './bytes.ts'
import { assignmentChanged, assignmentRow, deadlineRow, deadlinesIn } from './drawn-rows.ts'
import { feedbackRows } from './feedback-rows.ts'
import { messageRows } from './message-rows.ts'
import { placeStatements } from './places.ts'

export type ToWrite = {
  readonly pathway: Pathway
  /** Null for a case that is opened by this change. */
  readonly before: { readonly state: CaseState; readonly headHash: Uint8Array } | null
  readonly decided: Decided
  readonly actor: Actor
  readonly command: { readonly key: string; readonly requestHash: string; readonly name: string }
  readonly person: { readonly practiceId: string; readonly municipality: string }
  readonly answer: Uint8Array
  readonly recordedAt: IsoInstant
  readonly requestId: string
  /** For whoever has to answer and cannot log in. */
  readonly link?: LinkRow | null
  /** What the receivers read of what is sent. */
  readonly shared?: readonly SharedViewRow[]
  /** What was noticed beside the case: rows of their own, each written once. */
  readonly noticed?: readonly Statement[]
  /** The row of the deadline that this is the passing of. */
  readonly firedDeadlineId?: string
}

/** The case moves first: that takes the lock, and fails when somebody else moved it. */
export function changeOf(build: Builder, write: ToWrite): Change {
  const { before, decided, actor, command, recordedAt } = write
  const { state } = decided
  const events = eventsOfChange(write)
  const messages = messageRows(write)
  const feedback = feedbackRows(write)
  return [
    headStatement(build, write, events.at(-1)!.hash),
    ...(write.firedDeadlineId === undefined ? [] : [markFired(build, write.firedDeadlineId)]),
    appendEvents(build, events),
    ...deadlineStatements(build, write),
    ...assignmentStatements(build, write),
    ...placeStatements(build, before?.state, state),
    ...(messages.length === 0 ? [] : [addToOutbox(build, messages)]),
    ...(write.link ? [insertLink(build, write.link)] : []),
    ...(write.shared ?? []).map((row) => insertSharedView(build, row)),
    ...(feedback.length === 0 ? [] : [insertFeedback(build, feedback)]),
    ...(write.noticed ?? []),
    ...(endsAnalysis(decided) ? [discardDrafts(build, state.id), discardNotes(build, state.id)] : []),
    putWorklistLine(build, worklistRowOf(write.pathway, state, write.person, recordedAt)),
    accessLine(build, {
      id: `${state.id}.${state.seq}`,
      at: recordedAt,
      actor_id: actor.id,
      actor_role: actor.role,
      person_id: state.personId,
      case_id: state.id,
      action: command.name,
      outcome: 'done',
      request_id: write.requestId,
    }),
    rememberCommand(build, {
      actor_id: actor.id,
      idempotency_key: command.key,
      request_hash: command.requestHash,
      status: 200,
      answer: write.answer,
      created_at: recordedAt,
    }),
  ]
}

/** The entries as they are stored; the last one's hash is the new head. */
export function eventsOfChange({ before, decided, actor, command, recordedAt }: ToWrite): EventRow[] {
  const { state } = decided
  return sealEvents(
    before?.headHash ?? genesis,
    decided.entries.map((entry, index) => ({
      case_id: state.id,
      seq: (before?.state.seq ?? 0) + index + 1,
      type: entry.type,
      subject: entry.subject,
      occurred_on: entry.occurredOn,
      recorded_at: recordedAt,
      actor_id: actor.id,
      actor_role: entry.by,
      command_id: command.key,
      payload: bytesOf({ fields: entry.fields, record: entry.record }),
    })),
  )
}

/** What counted is in the log by then; the next analysis begins empty. */
const endsAnalysis = ({ entries, state }: Decided): boolean =>
  entries.some(({ type }) => type === 'analysisCompleted') || state.position.context['closedAs'] !== null

function headStatement(build: Builder, { before, decided: { state }, recordedAt }: ToWrite, headHash: Uint8Array): Statement {
  const stage = stageOfCase(state)
  if (before !== null) {
    return moveCase(build, {
      id: state.id,
      fromSeq: before.state.seq,
      toSeq: state.seq,
      headHash,
      state: bytesOf(state),
      stage,
      changedAt: recordedAt,
    })
  }
  return insertCase(build, {
    id: state.id,
    person_id: state.personId,
    pathway: state.pathway,
    reopened_from: state.reopenedFrom,
    seq: state.seq,
    head_hash: headHash,
    state: bytesOf(state),
    stage,
    opened_on: state.openedOn,
    changed_at: recordedAt,
  })
}

export function stageOfCase(state: CaseState): string {
  const primary = state.position.context['primary'] as { id: string } | null
  return stageOf(state.position, primary === null ? null : (state.assignments[primary.id]?.position ?? null))
}

/** Rows that are gone stop, rows that are new or run differently are put; the others are left alone. */
function deadlineStatements(build: Builder, { pathway, before, decided: { state }, firedDeadlineId }: ToWrite): Statement[] {
  const [was, is] = [deadlinesIn(before?.state), deadlinesIn(state)]
  const gone = [...was.keys()].filter((id) => !is.has(id) && id !== firedDeadlineId)
  const changed = [...is].filter(([id, { text }]) => was.get(id)?.text !== text)
  return [
    ...gone.map((id) => stopDeadline(build, id)),
    ...changed.map(([id, { subject, row }]) => putDeadline(build, deadlineRow(pathway, state.id, id, subject, row))),
  ]
}

function assignmentStatements(build: Builder, { before, decided: { state }, person, recordedAt }: ToWrite): Statement[] {
  return Object.entries(state.assignments).flatMap(([id, one]) => {
    const was = before?.state.assignments[id]
    if (!assignmentChanged(was, one)) return []
    const row = assignmentRow(state, id, one, person, recordedAt)
    return [was === undefined ? insertAssignment(build, row) : changeAssignment(build, row, was.version)]
  })
}
