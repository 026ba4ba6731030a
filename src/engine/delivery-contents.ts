// What a delivery carries beside its kind: never who it is about. And how long it may wait to go out with others.
import type { IsoDate, IsoInstant } from '../domain/calendar.ts'
import { type NoticeKind, notices } from '../domain/notices.ts'
import { secondsAfter } from '../store/instants.ts'
import type { DeliveryRow } from '../store/tables.ts'
import { sha256 } from './bytes.ts'

export type MailContents = {
  /** The change that closed the case gave rise to it; of a closed case nothing else goes out. */
  readonly closing?: true
  /** Its address is made when it is sent. */
  readonly linkId?: string
  readonly appointment?: Appointment
}

export type Appointment = {
  readonly uid: string
  readonly sequence: number
  readonly method: 'REQUEST' | 'CANCEL'
  readonly on: IsoDate
  readonly time: string | null
}

/** `body` is sent as it stands here, the same bytes each time. */
export type HookContents = { readonly closing?: true; readonly body: HookBody }

export type HookBody = {
  readonly type: 'assignment.changed'
  readonly timestamp: IsoInstant
  readonly data: { readonly reference: string; readonly link: string }
}

/** One delivery of a message, once it is said to whom. `key`: what makes it the same to that target, within one change. */
export type Draft = (
  channel: DeliveryRow['channel'],
  targetId: string,
  kind: NoticeKind,
  more: { readonly key: string; readonly contents: MailContents | HookContents },
) => DeliveryRow

/** What arrives within this time after the first goes out as one mail; our default. */
const digestSeconds = 15 * 60

/** Whether it goes out with others; what somebody has to open, click or put in an agenda is a mail of its own. */
export const mayShare = ({ linkId, appointment }: MailContents): boolean => linkId === undefined && appointment === undefined

export const isUrgent = (kind: string): boolean => Object.hasOwn(notices, kind) && notices[kind as NoticeKind].urgent

/** When a mail that is asked for at `at` is first tried. */
export const firstTryAt = (kind: NoticeKind, contents: MailContents, at: IsoInstant): IsoInstant =>
  isUrgent(kind) || !mayShare(contents) ? at : secondsAfter(at, digestSeconds)

/** A name for the world outside in which nothing of ours can be read: the same for the same thing, always. */
export const opaque = (what: 'mail' | 'webhook' | 'assignment' | 'appointment' | 'meeting', id: string): string =>
  sha256(`valpad ${what} ${id}`).slice(0, 32)

/** What an agenda knows an appointment by. */
export const uidOf = (what: 'appointment' | 'meeting', id: string): string => `${opaque(what, id)}@valpad`
