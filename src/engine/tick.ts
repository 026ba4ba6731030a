// Ticks: deadlines that are due become commands with a fixed id, through the same decision and the same commit as everything else.
import { systemActor } from '../access/actor.ts'
import type { IsoInstant } from '../domain/calendar.ts'
import { ofCase } from '../domain/case-log.ts'
import type { CaseState } from '../domain/case-state.ts'
import { daysLate } from '../domain/deadline.ts'
import { passingOf } from '../domain/deadline-book.ts'
import { decidePassing, type Passing } from '../domain/decide.ts'
import { machineMetaOf } from '../domain/machine-definition.ts'
import { loadCase } from '../store/cases.ts'
import { dueDeadlines, stopDeadline } from '../store/deadlines.ts'
import type { DeadlineRow } from '../store/tables.ts'
import { bytesOf, parsedFrom, sha256 } from './bytes.ts'
import { changeOf } from './change.ts'
import { deadlineId } from './drawn-rows.ts'
import { type Engine, pathwayOf } from './engine.ts'
import { personFor } from './gather.ts'
import { unmetByEnding, unmetNeedStatements } from './unmet-needs.ts'

export type Ticked = { readonly fired: number; readonly late: number; readonly overtaken: number }

/** Fires what is due now, in the order of their instants, at most `most`; what fires may make others due, so call again while it fires. */
export async function tick(engine: Engine, most = 200): Promise<Ticked> {
  const now = engine.clock()
  let [fired, late, overtaken] = [0, 0, 0]
  for (const row of await dueDeadlines(engine.store, now, most)) {
    const outcome = await fire(engine, row, now)
    if (outcome === 'overtaken') overtaken += 1
    else {
      fired += 1
      late += outcome > 0 ? 1 : 0
    }
  }
  return { fired, late, overtaken }
}

/** Days late, or `overtaken`: in the meantime it was stopped or fired by another worker. */
async function fire(engine: Engine, due: DeadlineRow, now: IsoInstant): Promise<number | 'overtaken'> {
  for (let tries = 0; tries < 20; tries++) {
    const row = await loadCase(engine.store, due.case_id)
    if (row === null) throw new Error(`Deadline ${due.id} belongs to no case`)
    const state = parsedFrom<CaseState>(row.state)
    const pathway = pathwayOf(engine, state.pathway)
    const book = due.subject === ofCase ? state.book : (state.assignments[due.subject]?.book ?? [])
    const pending = book.find((one) => deadlineId(state.id, due.subject, one) === due.id)
    if (pending === undefined) {
      // Another worker fired or stopped it between our two reads; if not, the row has outlived its case's book and ends here.
      await engine.store.commit([stopDeadline(engine.store.build, due.id)])
      return 'overtaken'
    }
    const { deadlines } = machineMetaOf(due.subject === ofCase ? pathway.machines.case : pathway.machines.assignment)
    const passing: Passing = { subject: due.subject, deadline: due.rule, about: due.about, event: passingOf(pending, deadlines) }
    const daysPast = daysLate(pending.due, now)
    const decided = decidePassing(pathway, state, passing, daysPast)
    if (!decided.ok) throw new Error(`Deadline ${due.id} passed and is refused: ${decided.refusal.words.en}`)
    const person = await personFor(engine, state.personId)
    if (person === null) throw new Error(`Case ${state.id} has no person`)
    const answer = bytesOf({ caseId: state.id, seq: decided.value.state.seq })
    const about = { caseId: state.id, place: person, actorId: systemActor.id, at: now }
    const committed = await engine.store.commit(
      changeOf(engine.store.build, {
        pathway,
        before: { state, headHash: row.head_hash },
        decided: decided.value,
        actor: systemActor,
        command: { key: `deadline:${due.id}`, requestHash: sha256(due.id), name: 'passDeadline' },
        person,
        answer,
        recordedAt: now,
        requestId: due.id,
        firedDeadlineId: due.id,
        noticed: await unmetNeedStatements(engine, unmetByEnding(state, decided.value), about),
      }),
    )
    if (committed.ok) return daysPast
  }
  throw new Error(`Deadline ${due.id} could not be fired: its case keeps moving`)
}
