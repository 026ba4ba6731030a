// Rows that are drawn from the state of a case: its deadlines and its assignments, as they are stored and as they are checked.
import type { IsoInstant } from '../domain/calendar.ts'
import { ofCase, type Subject } from '../domain/case-log.ts'
import type { AssignmentState, BookRow, CaseState } from '../domain/case-state.ts'
import { ruleById } from '../domain/deadline-book.ts'
import { tabOf } from '../domain/inbox-tab.ts'
import { machineMetaOf } from '../domain/machine-definition.ts'
import type { Pathway } from '../domain/pathway.ts'
import type { AssignmentRow, DeadlineRow } from '../store/tables.ts'
import { bytesOf } from './bytes.ts'
import type { PersonPlace } from './gather.ts'

/** A pending deadline, and its text to see whether it runs differently. */
type Kept = { readonly subject: Subject; readonly row: BookRow; readonly text: string }

/** Every pending deadline of a case and its assignments, by the id of its row. */
export function deadlinesIn(state: CaseState | undefined): Map<string, Kept> {
  if (state === undefined) return new Map()
  const books = [
    { subject: ofCase, book: state.book },
    ...Object.entries(state.assignments).map(([subject, { book }]) => ({ subject, book })),
  ]
  return new Map(
    books.flatMap(({ subject, book }) =>
      book.map((row) => [deadlineId(state.id, subject, row), { subject, row, text: textOf(row) }]),
    ),
  )
}

/** By value: a row that was stored and read back has its fields in another order. */
const textOf = ({ due, startedOn, paused }: BookRow): string => `${due.on} ${due.at} ${due.opensOn} ${startedOn} ${paused}`

export const deadlineId = (caseId: string, subject: Subject, { deadline, about, startedSeq }: BookRow): string =>
  [caseId, subject, deadline, about ?? '', startedSeq].join('.')

export function deadlineRow({ machines }: Pathway, caseId: string, id: string, subject: Subject, row: BookRow): DeadlineRow {
  const rule = ruleById(machineMetaOf(subject === ofCase ? machines.case : machines.assignment).deadlines, row.deadline)
  return {
    id,
    case_id: caseId,
    subject,
    rule: row.deadline,
    about: row.about,
    started_seq: row.startedSeq,
    started_on: row.startedOn,
    due_on: row.due.on,
    due_at: row.due.at,
    opens_on: row.due.opensOn,
    paused_days: row.paused,
    owner: rule.owner,
    told: rule.told.join(' '),
    state: 'pending',
    rule_text: JSON.stringify(rule.term),
  }
}

/** A flag is news too, though it raises no version. */
export const assignmentChanged = (was: AssignmentState | undefined, is: AssignmentState): boolean =>
  was === undefined || was.version !== is.version || was.flagged !== is.flagged

export const assignmentRow = (
  state: CaseState,
  id: string,
  one: AssignmentState,
  person: PersonPlace,
  changedAt: IsoInstant,
): AssignmentRow => ({
  id,
  case_id: state.id,
  kind: one.kind,
  code: one.code,
  provider_id: one.providerId,
  state: String(one.position.value),
  version: one.version,
  details: bytesOf({
    flagged: one.flagged,
    proposedOn: one.proposedOn,
    startedOn: one.startedOn,
    context: one.position.context,
    sessions: one.sessions,
  }),
  changed_at: changedAt,
  person_id: state.personId,
  practice_id: person.practiceId,
  municipality: person.municipality,
  referrer_id: one.referrerId,
  offer_id: one.offerId,
  run_id: one.runId,
  holder_id: one.holderId,
  tab: tabOf(String(one.position.value)),
  sent_on: one.sentOn,
  next_due_at: nextDueAt(one.book),
})

/** When the first running deadline passes; null when none runs. */
const nextDueAt = (book: readonly BookRow[]): IsoInstant | null =>
  book
    .filter(({ paused }) => paused === null)
    .map(({ due }) => due.at)
    .sort()[0] ?? null
