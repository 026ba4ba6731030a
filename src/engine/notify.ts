// Notices to people outside the log of a case: a row that is delivered once the change is on disk.
import type { IsoInstant } from '../domain/calendar.ts'
import type { NoticeKind } from '../domain/notices.ts'
import { addDelivery } from '../store/deliveries.ts'
import type { Builder, Statement } from '../store/store.ts'
import { bytesOf } from './bytes.ts'
import { firstTryAt, type MailContents } from './delivery-contents.ts'

export type Notice = {
  readonly kind: NoticeKind
  readonly accountId: string
  /** Sent once for it, whoever asks and how often; also the id of the row. */
  readonly dedupeKey: string
  readonly at: IsoInstant
  readonly caseId?: string
  /** A link that goes along; its address is made when it is sent. */
  readonly linkId?: string
  /** Part of the change that closes the case: goes out although it is closed. */
  readonly closing?: true
}

/** Refused as a lost race when there was a notice of this key before. */
export function notify(build: Builder, { kind, accountId, dedupeKey, at, caseId, linkId, closing }: Notice): Statement {
  const contents: MailContents = { ...(linkId === undefined ? {} : { linkId }), ...(closing === undefined ? {} : { closing }) }
  return addDelivery(build, {
    id: dedupeKey.replaceAll(/[^\w.:-]/g, '_'),
    message_id: null,
    case_id: caseId ?? null,
    kind,
    channel: 'mail',
    target_id: accountId,
    payload: bytesOf(contents),
    state: 'waiting',
    attempt: 0,
    next_try_at: firstTryAt(kind, contents, at),
    batch: null,
    last_fault: null,
    created_at: at,
    sent_at: null,
    dedupe_key: dedupeKey,
  })
}
