// The row of a case on the worklists: where it stands, whose move it is, and by when. Drawn from the state, never edited.
import type { IsoInstant } from '../domain/calendar.ts'
import { ofCase } from '../domain/case-log.ts'
import type { CaseState } from '../domain/case-state.ts'
import { ruleById } from '../domain/deadline-book.ts'
import { machineMetaOf, type StateMeta } from '../domain/machine-definition.ts'
import type { Pathway } from '../domain/pathway.ts'
import { stageOf } from '../domain/stage.ts'
import type { WorklistRow } from '../store/tables.ts'

export type PersonPlace = { readonly practiceId: string; readonly municipality: string }

export function worklistRowOf(pathway: Pathway, state: CaseState, person: PersonPlace, changedAt: IsoInstant): WorklistRow {
  const next = nextDeadline(pathway, state)
  const { safety } = state.position.value as { safety: string } // the shape of every case machine
  const primary = state.position.context['primary'] as { id: string } | null
  const ofPrimary = primary === null ? null : (state.assignments[primary.id]?.position ?? null)
  return {
    case_id: state.id,
    person_id: state.personId,
    practice_id: person.practiceId,
    municipality: person.municipality,
    stage: stageOf(state.position, ofPrimary),
    owner: next?.owner ?? ownerOfPosition(pathway, state),
    level: state.assessment?.risk ?? null,
    next_due_at: next?.dueAt ?? null,
    next_rule: next?.rule ?? null,
    held: safety === 'held' ? 1 : 0,
    changed_at: changedAt,
  }
}

/** The first deadline to pass, of the case and of its assignments; those that stand still wait. */
function nextDeadline({ machines }: Pathway, state: CaseState): { rule: string; dueAt: IsoInstant; owner: string } | null {
  const books = [
    { subject: ofCase, book: state.book },
    ...Object.entries(state.assignments).map(([subject, { book }]) => ({ subject, book })),
  ]
  const rows = books.flatMap(({ subject, book }) => {
    const { deadlines } = machineMetaOf(subject === ofCase ? machines.case : machines.assignment)
    return book
      .filter(({ paused }) => paused === null)
      .map((row) => ({ rule: row.deadline, dueAt: row.due.at, owner: ruleById(deadlines, row.deadline).owner }))
  })
  return rows.sort((a, b) => (a.dueAt < b.dueAt ? -1 : 1))[0] ?? null
}

function ownerOfPosition({ machines }: Pathway, state: CaseState): string {
  const { progress } = state.position.value as { progress: string }
  const meta = machines.case.states['progress']?.states[progress]?.meta as { state?: StateMeta } | undefined
  return meta?.state?.owner ?? 'coordinator'
}
