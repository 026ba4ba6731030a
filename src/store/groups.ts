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

export async function loadMeeting(reader: Reader, id: string): Promise<CourseMeetingRow | null> {
  const [row] = await reader.read(reader.build.selectFrom('course_meeting').selectAll().where('id', '=', id).compile())
  return row ?? null
}
