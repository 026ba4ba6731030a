// Digests: which of the mails that wait for one account go out together now.
import type { IsoInstant } from '../domain/calendar.ts'
import type { DeliveryRow } from '../store/tables.ts'
import { parsedFrom } from './bytes.ts'
import { isUrgent, type MailContents, mayShare } from './delivery-contents.ts'

type Waiting = Pick<DeliveryRow, 'id' | 'case_id' | 'kind' | 'payload' | 'next_try_at' | 'batch'>

/**
 * Mails to be made of `rows` (all of one account, in the order of their arrival), as ids. Nothing while the time to wait for more lasts.
 * What goes out alone stays between what came before and after it in its own case.
 */
export function digestsOf(rows: readonly Waiting[], now: IsoInstant): string[][] {
  const fresh = rows.filter(({ batch }) => batch === null)
  const together = isTime(fresh, now)
  const mails: string[][] = []
  let digest: string[] | null = null
  const behind = new Set<string>()
  for (const { id, case_id, payload } of fresh) {
    if (!mayShare(parsedFrom<MailContents>(payload))) {
      mails.push([id])
      if (case_id !== null) behind.add(case_id)
    } else if (together) {
      if (digest === null || (case_id !== null && behind.has(case_id))) {
        digest = []
        mails.push(digest)
        behind.clear()
      }
      digest.push(id)
    }
  }
  return mails
}

/** The first has waited long enough, one of them is urgent, or what goes out alone comes after one of them in the same case. */
function isTime(fresh: readonly Waiting[], now: IsoInstant): boolean {
  const waiting = new Set<string>()
  for (const { case_id, kind, payload, next_try_at } of fresh) {
    if (!mayShare(parsedFrom<MailContents>(payload))) {
      if (case_id !== null && waiting.has(case_id)) return true
    } else {
      if (next_try_at <= now || isUrgent(kind)) return true
      if (case_id !== null) waiting.add(case_id)
    }
  }
  return false
}
