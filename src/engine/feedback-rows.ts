// Feedback as rows: each moment that a step of an assignment names, for the practice, written with the change itself.
import { momentIn } from '../domain/messages.ts'
import type { FeedbackRow } from '../store/tables.ts'
import type { ToWrite } from './change.ts'

type Told = Pick<ToWrite, 'decided' | 'person' | 'recordedAt'>

export function feedbackRows({ decided: { state, entries, effects }, person, recordedAt }: Told): FeedbackRow[] {
  const told = effects.flatMap(({ subject, effect }) => {
    const moment = momentIn(effect)
    return moment === null ? [] : [{ subject, moment }]
  })
  return told.map(({ subject, moment }, index) => {
    const entry = entries.find((one) => one.subject === subject)
    if (entry === undefined) throw new Error(`Feedback on ${subject}, of which nothing is logged`)
    return {
      // Sorts in the order of the log: what was said in the same second is listed in its order.
      id: `${state.id}.${String(state.seq).padStart(6, '0')}.${index}`,
      case_id: state.id,
      assignment_id: subject,
      practice_id: person.practiceId,
      moment,
      occurred_on: entry.occurredOn,
      at: recordedAt,
      read_by: null,
      read_at: null,
    }
  })
}
