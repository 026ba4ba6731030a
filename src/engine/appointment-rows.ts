// Appointments as deliveries: in the agenda of whoever has the assignment, moved there when the day moves, taken out when it falls through.
import type { IsoDate } from '../domain/calendar.ts'
import { loadRun } from '../store/course-runs.ts'
import { deliveriesAbout } from '../store/deliveries.ts'
import { loadOffer } from '../store/offers.ts'
import type { AssignmentRow, DeliveryRow } from '../store/tables.ts'
import { parsedFrom } from './bytes.ts'
import { type Appointment, type Draft, type MailContents, uidOf } from './delivery-contents.ts'
import type { Engine } from './engine.ts'

type News = {
  readonly assignment: AssignmentRow
  /** Who has it today. */
  readonly holderId: string
  /** Null: it no longer stands. */
  readonly startsOn: IsoDate | null
  readonly draft: Draft
}

export async function appointmentRows(engine: Engine, { assignment, holderId, startsOn, draft }: News): Promise<DeliveryRow[]> {
  const uid = uidOf('appointment', assignment.id)
  const known = await agendasWith(engine, assignment.case_id, uid)
  const sequence = Math.max(-1, ...[...known.values()].map((one) => one.sequence)) + 1
  const mail = (accountId: string, appointment: Appointment) =>
    draft('mail', accountId, 'appointment', { key: 'appointment', contents: { appointment } })
  const gone = [...known]
    .filter(([accountId, { method }]) => method === 'REQUEST' && (startsOn === null || accountId !== holderId))
    .map(([accountId, last]) => mail(accountId, { ...last, sequence, method: 'CANCEL' }))
  if (startsOn === null) return gone
  const time = await timeOf(engine, assignment)
  const last = known.get(holderId)
  if (last?.method === 'REQUEST' && last.on === startsOn && last.time === time) return gone
  return [...gone, mail(holderId, { uid, sequence, method: 'REQUEST', on: startsOn, time })]
}

/** The last that each account was sent of this appointment. */
async function agendasWith({ store }: Engine, caseId: string, uid: string): Promise<Map<string, Appointment>> {
  const agendas = new Map<string, Appointment>()
  for (const { target_id, payload } of await deliveriesAbout(store, caseId, 'appointment')) {
    const { appointment } = parsedFrom<MailContents>(payload)
    if (appointment?.uid === uid) agendas.set(target_id, appointment)
  }
  return agendas
}

/** When the course, or else the offer, begins on a day. */
export async function timeOf({ store }: Engine, { run_id, offer_id }: AssignmentRow): Promise<string | null> {
  const run = run_id === null ? null : await loadRun(store, run_id)
  const offer = offer_id === null ? null : await loadOffer(store, offer_id)
  const timeIn = (row: { readonly details: Uint8Array } | null) =>
    row === null ? null : (parsedFrom<{ time?: string | null }>(row.details).time ?? null)
  return timeIn(run) ?? timeIn(offer)
}
