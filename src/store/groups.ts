// Groups: the people on one course run, and what their provider measured of them.
import { tabOf } from '../domain/inbox-tab.ts'
import type { Reader } from './store.ts'
import type { AssignmentRow, CourseMeetingRow, EventRow } from './tables.ts'

/** Who was accepted, also those who have ended; who was only asked is not among them. */
export const groupOfRun = (reader: Reader, runId: string): Promise<AssignmentRow[]> =>
  reader.read(
    reader.build
      .selectFrom('assignment')
      .selectAll()
      .where('run_id', '=', runId)
      .where('tab', 'in', [...inGroupTabs])
      .orderBy('id')
      .compile(),
  )

const inGroupTabs = new Set(['accepted', 'planned', 'started', 'paused', 'completed', 'stoppedEarly', 'reported'].map(tabOf))

export type MeasurementEvent = Pick<EventRow, 'case_id' | 'payload'>

/** Recorded by people of this organisation, in the order in which it was. */
export async function measurementsBy(
  reader: Reader,
  organisationId: string,
  caseIds: readonly string[],
): Promise<MeasurementEvent[]> {
  if (caseIds.length === 0) return []
  return reader.read(
    reader.build
      .selectFrom('case_event')
      .innerJoin('account', 'account.id', 'case_event.actor_id')
      .select(['case_event.case_id', 'case_event.payload'])
      .where('case_event.case_id', 'in', [...caseIds])
      .where('case_event.type', '=', 'measurementRecorded')
      .where('account.organisation_id', '=', organisationId)
      .orderBy('case_event.case_id')
      .orderBy('case_event.seq')
      .compile(),
  )
}

export type RunEvent = Pick<EventRow, 'type' | 'occurred_on' | 'payload'> & Pick<AssignmentRow, 'run_id' | 'state'>

/** Of everybody who was accepted on one of these runs: acceptance, the first meeting and the ones after it. */
export async function attendanceIn(reader: Reader, runIds: readonly string[]): Promise<RunEvent[]> {
  if (runIds.length === 0) return []
  return reader.read(
    reader.build
      .selectFrom('assignment')
      .innerJoin('case_event', (join) =>
        join.onRef('case_event.case_id', '=', 'assignment.case_id').onRef('case_event.subject', '=', 'assignment.id'),
      )
      .select(['assignment.run_id', 'assignment.state', 'case_event.type', 'case_event.occurred_on', 'case_event.payload'])
      .where('assignment.run_id', 'in', [...runIds])
      .where('assignment.tab', 'in', [...inGroupTabs])
      .where('case_event.type', 'in', ['assignmentAccepted', 'assignmentStarted', 'sessionRecorded'])
      .compile(),
  )
}

export async function loadMeeting(reader: Reader, id: string): Promise<CourseMeetingRow | null> {
  const [row] = await reader.read(reader.build.selectFrom('course_meeting').selectAll().where('id', '=', id).compile())
  return row ?? null
}
