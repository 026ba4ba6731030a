// What a change says to people, as rows of the outbox: written with it, sent later, once the change is on disk.
import { appointmentNews } from '../domain/appointments.ts'
import type { IsoDate, IsoInstant } from '../domain/calendar.ts'
import { ofCase, type Subject } from '../domain/case-log.ts'
import type { CaseState } from '../domain/case-state.ts'
import type { Decided } from '../domain/decide.ts'
import type { Owner } from '../domain/machine-definition.ts'
import { type Message, messagesFor } from '../domain/messages.ts'
import { notices } from '../domain/notices.ts'
import type { Pathway } from '../domain/pathway.ts'
import type { LinkRow, OutboxRow } from '../store/tables.ts'
import { bytesOf } from './bytes.ts'

/** What stands in the payload of a message. */
export type MessagePayload = {
  readonly caseId: string
  readonly subject: Subject
  readonly recipient: Owner
  /** The change that closed the case says so itself; of a closed case nothing else goes out. */
  readonly closing?: true
  /** Goes with it to whoever answers without logging in. */
  readonly linkId?: string
  /** Of a message of the case itself to a provider: which one. */
  readonly providerId?: string
  /** Of an appointment: the day it is on now; null when it no longer stands. */
  readonly startsOn?: IsoDate | null
}

type Happened = {
  readonly pathway: Pathway
  readonly before: { readonly state: CaseState } | null
  readonly decided: Decided
  readonly recordedAt: IsoInstant
  readonly link?: LinkRow | null
}

export function messageRows({ pathway, before, decided, recordedAt, link }: Happened): OutboxRow[] {
  const { state, effects } = decided
  const closing = before !== null && !isClosed(before.state) && isClosed(state)
  const spoken = messagesFor(pathway, effects).map((message) => ({
    ...message,
    ...(goesAlong(link, message) ? { linkId: link.id } : {}),
    ...providerIn(decided, message),
  }))
  const appointments = appointmentNews(before?.state, state).map((news) => ({ ...appointment, ...news }))
  return [...spoken, ...appointments].map((message, index) => {
    const id = `${state.id}:${state.seq}:${index}`
    return {
      id,
      case_id: state.id,
      seq: state.seq,
      effect_no: index,
      kind: message.kind,
      recipient: message.recipient,
      payload: bytesOf({ ...message, caseId: state.id, ...(closing ? { closing } : {}) }),
      state: 'waiting',
      attempt: 0,
      next_try_at: recordedAt,
      sent_at: null,
      dedupe_key: id,
    }
  })
}

const isClosed = ({ position }: CaseState): boolean => position.context['closedAs'] !== null

const appointment = { kind: 'appointment', recipient: 'provider', deadline: null, words: notices.appointment.words } as const

/** The link goes with the message that asks for the answer. */
const goesAlong = (link: LinkRow | null | undefined, { recipient, subject }: Message): link is LinkRow =>
  !!link && recipient === 'provider' && subject === link.subject_id

/** Consent is about one recipient, who is named in the entry. */
function providerIn({ entries }: Decided, { recipient, subject }: Message): { providerId?: string } {
  if (subject !== ofCase || recipient !== 'provider') return {}
  const named = entries
    .map(({ fields, record }) => fields['recipient'] ?? record['recipient'])
    .find((one) => typeof one === 'string')
  return typeof named === 'string' ? { providerId: named } : {}
}
