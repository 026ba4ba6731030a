// The summary of one assignment, from the log of its case and the people it was with.
import type { Language } from '../domain/words.ts'
import { gpSummary, type SummaryEvent } from '../readmodels/gp-summary.ts'
import { assignmentsOf } from '../store/assignments.ts'
import { eventsOf } from '../store/cases.ts'
import { meetingsOfRun } from '../store/course-runs.ts'
import { organisationsByIds } from '../store/organisations.ts'
import { parsedFrom } from './bytes.ts'
import type { Engine } from './engine.ts'
import type { FoundCase } from './read-case.ts'
import { holderToday, peopleToday } from './who.ts'

/** Of an assignment that is there. */
export async function summaryFor(engine: Engine, found: FoundCase, assignmentId: string, language: Language): Promise<string> {
  const { store } = engine
  const { state, pathway } = found
  const { providerId, runId } = state.assignments[assignmentId]!
  const [rows, assignments, people, meetings, providers] = await Promise.all([
    eventsOf(store, state.id),
    assignmentsOf(store, state.id),
    peopleToday(engine),
    runId === null ? [] : meetingsOfRun(store, runId),
    organisationsByIds(store, providerId === null ? [] : [providerId]),
  ])
  const events = rows.map((row): SummaryEvent => {
    const { record } = parsedFrom<Pick<SummaryEvent, 'record'>>(row.payload)
    return { type: row.type, subject: row.subject, occurredOn: row.occurred_on, record }
  })
  const [provider] = providers
  const parts = {
    pathway,
    state,
    assignmentId,
    events,
    providerName:
      provider === undefined ? (providerId ?? '–') : (parsedFrom<{ name?: string }>(provider.details).name ?? provider.id),
    holderName: holderToday(people, assignments.find(({ id }) => id === assignmentId)!).name,
    ...(meetings.length === 0 ? {} : { meetings: meetings.length }),
  }
  return gpSummary(parts, language)
}
