// What was logged of the people of some groups, by group: for who has not filled in yet who was there.
import type { GroupEvent } from '../domain/attendance-gaps.ts'
import { comesNow } from '../readmodels/group.ts'
import { attendanceIn, type RunEvent } from '../store/groups.ts'
import { parsedFrom } from './bytes.ts'
import type { Engine } from './engine.ts'

export async function eventsOfRuns({ store }: Engine, runIds: readonly string[]): Promise<Map<string, GroupEvent[]>> {
  const rows = await attendanceIn(store, [...new Set(runIds)])
  const byRun = Map.groupBy(rows, ({ run_id }) => run_id ?? '')
  return new Map([...byRun].map(([runId, events]) => [runId, events.map(eventOf)]))
}

const eventOf = ({ type, occurred_on, state, payload }: RunEvent): GroupEvent => ({
  type,
  on: occurred_on,
  meetingId: parsedFrom<{ record?: { meetingId?: string | null } }>(payload).record?.meetingId ?? null,
  takesPart: comesNow.has(state),
})
