// A group with everything that is known of it: its run, its meetings and its people. Only its own provider asks.
import { dayOf } from '../domain/calendar.ts'
import type { CaseState } from '../domain/case-state.ts'
import type { Words } from '../domain/words.ts'
import type { LoadedGroup, Member } from '../readmodels/group.ts'
import type { Measurement } from '../readmodels/measured.ts'
import { loadCase } from '../store/cases.ts'
import { loadRun, meetingsOfRun } from '../store/course-runs.ts'
import { groupOfRun, measurementsBy } from '../store/groups.ts'
import { loadOffer } from '../store/offers.ts'
import { loadPerson } from '../store/persons.ts'
import { lastSharedViews } from '../store/shared-views.ts'
import type { AssignmentRow, SharedViewRow } from '../store/tables.ts'
import { parsedFrom } from './bytes.ts'
import { type Engine, pathwayOf } from './engine.ts'
import type { SharedView } from './shared-views.ts'

/** Null when there is no such run. People in the order of their names. */
export async function loadGroup(engine: Engine, runId: string): Promise<LoadedGroup | null> {
  const { store } = engine
  const run = await loadRun(store, runId)
  const offer = run === null ? null : await loadOffer(store, run.offer_id)
  if (run === null || offer === null) return null
  const [meetings, rows] = await Promise.all([meetingsOfRun(store, runId), groupOfRun(store, runId)])
  const measured = await measurementsBy(
    store,
    offer.organisation_id,
    rows.map(({ case_id }) => case_id),
  )
  const views = await lastSharedViews(
    store,
    rows.map(({ id }) => id),
  )
  const members = await Promise.all(
    rows.map((row) =>
      memberFor(
        engine,
        row,
        measured
          .filter(({ case_id }) => case_id === row.case_id)
          .map(({ payload }) => parsedFrom<{ record: Measurement }>(payload).record),
        phoneIn(views.get(row.id)),
      ),
    ),
  )
  const { name } = parsedFrom<{ name?: string }>(offer.details)
  return {
    run,
    name: name ?? offer.code,
    organisationId: offer.organisation_id,
    today: dayOf(engine.clock()),
    newest: engine.newest,
    meetings,
    members: members.sort((a, b) => (a.name < b.name ? -1 : 1)),
  }
}

async function memberFor(
  engine: Engine,
  row: AssignmentRow,
  measurements: readonly Measurement[],
  phone: Words | null,
): Promise<Member> {
  const found = await loadCase(engine.store, row.case_id)
  const person = found === null ? null : await loadPerson(engine.store, found.person_id)
  if (found === null || person === null) throw new Error(`Assignment ${row.id} belongs to no case or person`)
  const state = parsedFrom<CaseState>(found.state)
  return {
    assignmentId: row.id,
    assignment: state.assignments[row.id]!,
    caseId: row.case_id,
    personId: person.id,
    name: parsedFrom<{ name: string }>(person.details).name,
    phone,
    pathway: pathwayOf(engine, state.pathway),
    measurements,
  }
}

/** Nobody is phoned on a number that was not shared. */
const phoneIn = (row: SharedViewRow | undefined): Words | null =>
  row === undefined
    ? null
    : (parsedFrom<SharedView>(row.view).after.shown.find(({ category }) => category === 'phone')?.lines[0] ?? null)

/** Not yet held: nobody can have been there. */
export const isHeld = ({ clock }: Engine, { held_on }: { readonly held_on: string }): boolean => held_on <= dayOf(clock())
