// Appointments: which first meetings stand in a provider's calendar, and what a change of the case does to them.
import type { IsoDate } from './calendar.ts'
import type { Subject } from './case-log.ts'
import type { AssignmentState, CaseState } from './case-state.ts'

/** `startsOn`: the day it is on now; null: it no longer stands. */
export type AppointmentNews = { readonly subject: Subject; readonly startsOn: IsoDate | null }

/** What an agenda has to hear after this change; nothing for what stays as it is. */
export function appointmentNews(before: CaseState | undefined, after: CaseState): AppointmentNews[] {
  return Object.entries(after.assignments).flatMap(([subject, one]) => {
    const earlier = before?.assignments[subject]
    const [was, is] = [appointmentOf(earlier), appointmentOf(one)]
    // Handed over, it moves to another agenda.
    const stays = was === is && (is === null || earlier?.holderId === one.holderId)
    return stays ? [] : [{ subject, startsOn: is }]
  })
}

/** The planned day stands while it is ahead, and stays in the agenda when the programme began on it; not when it ended or began before. */
function appointmentOf(one: AssignmentState | undefined): IsoDate | null {
  const planned = (one?.position.context['plannedStartOn'] ?? null) as IsoDate | null
  if (one === undefined || planned === null) return null
  if (one.startedOn !== null) return one.startedOn < planned ? null : planned
  return one.position.value === 'planned' ? planned : null
}
