// Delivering: what waits goes to each target in order, at least once, and is tried again later and later until somebody has to look at it.
import type { IsoInstant } from '../domain/calendar.ts'
import {
  dueTargets,
  joinBatch,
  markArrived,
  markMissed,
  stopDeliveries,
  type Target,
  takeUp,
  type WaitingDelivery,
  waitingFor,
} from '../store/deliveries.ts'
import type { DeliveryRow } from '../store/tables.ts'
import { parsedFrom } from './bytes.ts'
import { isUrgent, type MailContents } from './delivery-contents.ts'
import { digestsOf } from './digests.ts'
import type { Engine } from './engine.ts'

/** What goes out at once: the same rows under the same name, each time it is tried. */
export type Parcel = { readonly name: string; readonly rows: readonly DeliveryRow[] }

/** Resolves when the receiver has it; throws when it may not have it. The same parcel may come twice. */
export type Carrier = (parcel: Parcel) => Promise<void>
export type Carriers = { readonly [channel in DeliveryRow['channel']]: Carrier }

/** Trying again would change nothing: it is given up at once. */
export class Undeliverable extends Error {
  override readonly name = 'Undeliverable'
}

export type Delivered = { sent: number; failed: number }

const targetsAtOnce = 8

/** One round over every target with something due. A target that fails keeps no other waiting. */
export async function deliver(engine: Engine, carriers: Carriers, isStopped = () => false): Promise<Delivered> {
  const delivered: Delivered = { sent: 0, failed: 0 }
  const targets = await dueTargets(engine.store, engine.clock(), 200)
  const lane = async (): Promise<void> => {
    for (let target = targets.shift(); target !== undefined && !isStopped(); target = targets.shift())
      await deliverTo(engine, carriers[target.channel], target, delivered, isStopped)
  }
  const ended = await Promise.allSettled(Array.from({ length: targetsAtOnce }, lane))
  for (const one of ended) if (one.status === 'rejected') throw one.reason
  return delivered
}

async function deliverTo(
  engine: Engine,
  carry: Carrier,
  target: Target,
  delivered: Delivered,
  isStopped: () => boolean,
): Promise<void> {
  const now = engine.clock()
  const rows = await withoutClosed(engine, await waitingFor(engine.store, target, 500))
  const parcels =
    target.channel === 'mail' ? await mailsOf(engine, rows, now) : rows.map((row) => ({ name: row.id, rows: [row] }))
  const held = new Set<string | null>()
  for (const parcel of parcels) {
    if (isStopped()) return
    // An alarm does not wait for a mail before it that could not be sent.
    const waits = !isAlarm(parcel) && parcel.rows.some(({ case_id }) => case_id !== null && held.has(case_id))
    if (waits || !isDue(parcel, now)) {
      for (const { case_id } of parcel.rows) held.add(case_id)
      continue
    }
    const arrived = await deliverOne(engine, carry, parcel)
    delivered[arrived ? 'sent' : 'failed'] += parcel.rows.length
    // The rest of this target is for the next round: what is down for one is down for the others.
    if (!arrived) return
  }
}

const isAlarm = ({ rows }: Parcel): boolean => rows.some(({ kind }) => isUrgent(kind))

const isDue = ({ rows }: Parcel, now: IsoInstant): boolean => rows.some(({ next_try_at }) => next_try_at <= now)

/** Of a closed case only what the closing itself gave rise to still goes out. */
async function withoutClosed({ store }: Engine, rows: readonly WaitingDelivery[]): Promise<WaitingDelivery[]> {
  const isOver = (row: WaitingDelivery) => row.case_stage === 'closed' && parsedFrom<MailContents>(row.payload).closing !== true
  // Of a mail that may have arrived already, the rest is sent again as it was.
  const kept = new Set(rows.filter((row) => !isOver(row) && row.batch !== null).map(({ batch }) => batch))
  const over = rows.filter((row) => isOver(row) && !kept.has(row.batch)).map(({ id }) => id)
  if (over.length > 0) await store.commit(stopDeliveries(store.build, over, 'caseClosed'))
  return rows.filter(({ id }) => !over.includes(id))
}

/** Mails in the order in which they go out. Which messages are in one is on disk before it is sent for the first time. */
async function mailsOf({ store }: Engine, rows: readonly WaitingDelivery[], now: IsoInstant): Promise<Parcel[]> {
  const batches = new Map<string, WaitingDelivery[]>()
  const joined = new Map<string, string>()
  for (const ids of digestsOf(rows, now)) {
    const batch = `${now}/${ids[0]}`
    const { ok } = await store.commit(joinBatch(store.build, ids, batch, now))
    // Refused: another worker is making mails of these. What comes after them is not ours to send now.
    if (!ok) return []
    for (const id of ids) joined.set(id, batch)
  }
  for (const row of rows) {
    const fresh = joined.get(row.id)
    const batch = row.batch ?? fresh
    if (batch === undefined) continue
    const all = batches.get(batch) ?? []
    batches.set(batch, all)
    all.push(fresh === undefined ? row : { ...row, next_try_at: now })
  }
  return [...batches].map(([name, all]) => ({ name, rows: all }))
}

/** False: it may not have arrived, or somebody else is at it. */
async function deliverOne({ store, clock }: Engine, carry: Carrier, parcel: Parcel): Promise<boolean> {
  const taken = await store.commit(takeUp(store.build, parcel.rows, clock()))
  if (!taken.ok) return false
  try {
    await carry(parcel)
  } catch (error) {
    await store.commit(markMissed(store.build, parcel.rows, faultOf(error), error instanceof Undeliverable))
    return false
  }
  // Refused when its case was closed meanwhile: it arrived all the same.
  await store.commit(markArrived(store.build, parcel.rows, clock()))
  return true
}

/** One line for whoever looks at what was given up. */
function faultOf(error: unknown): string {
  const { code, message } = error instanceof Error ? (error as Error & { code?: unknown }) : { code: '', message: String(error) }
  const text = typeof code === 'string' && code !== '' && !message.includes(code) ? `${code}: ${message}` : message
  return text.replaceAll(/\s+/g, ' ').slice(0, 300)
}
