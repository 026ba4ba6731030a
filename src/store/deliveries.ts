// Deliveries: one message to one address each, waiting, sent, given up or no longer needed. Sent at least once, in order for one case.
import { secondsAfter, toSecond } from './instants.ts'
import { secondsBeforeRetry } from './outbox.ts'
import { insertRow } from './row-statements.ts'
import { type Builder, type Change, type Reader, type Statement, statement } from './store.ts'
import type { DeliveryRow } from './tables.ts'

/** After so many attempts somebody has to look at it. */
export const mostAttempts = 12

export const addDelivery = (build: Builder, row: DeliveryRow): Statement =>
  insertRow(build, 'delivery', { ...row, created_at: toSecond(row.created_at), next_try_at: toSecond(row.next_try_at) })

export type Target = Pick<DeliveryRow, 'channel' | 'target_id'>

/** Where something may be tried at `at`, longest waiting first. */
export const dueTargets = (reader: Reader, at: string, limit: number): Promise<Target[]> =>
  reader.read(
    reader.build
      .selectFrom('delivery')
      .select(['channel', 'target_id'])
      .where('state', '=', 'waiting')
      .where('next_try_at', '<=', toSecond(at))
      .groupBy(['channel', 'target_id'])
      .orderBy(({ fn }) => fn.min('next_try_at'))
      .orderBy('target_id')
      .limit(limit)
      .compile(),
  )

/** `case_stage`: where its case stands now; null for what no case gave rise to. */
export type WaitingDelivery = DeliveryRow & { case_stage: string | null }

/** Everything that waits for one target, also what may not be tried yet, in the order in which it has to arrive. */
export const waitingFor = (reader: Reader, { channel, target_id }: Target, limit: number): Promise<WaitingDelivery[]> =>
  reader.read(
    reader.build
      .selectFrom('delivery')
      .leftJoin('care_case', 'care_case.id', 'delivery.case_id')
      .selectAll('delivery')
      .select('care_case.stage as case_stage')
      .where('delivery.target_id', '=', target_id)
      .where('delivery.state', '=', 'waiting')
      .where('delivery.channel', '=', channel)
      .orderBy('delivery.created_at')
      .orderBy('delivery.id')
      .limit(limit)
      .compile(),
  )

/** Those of one kind about one case, whatever became of them, in order. */
export const deliveriesAbout = (reader: Reader, caseId: string, kind: string): Promise<DeliveryRow[]> =>
  reader.read(
    reader.build
      .selectFrom('delivery')
      .selectAll()
      .where('case_id', '=', caseId)
      .where('kind', '=', kind)
      .orderBy('created_at')
      .orderBy('id')
      .compile(),
  )

/** Which of these keys are taken. */
export async function keysThere(reader: Reader, keys: readonly string[]): Promise<Set<string>> {
  if (keys.length === 0) return new Set()
  const query = reader.build.selectFrom('delivery').select('dedupe_key').where('dedupe_key', 'in', keys)
  return new Set((await reader.read(query.compile())).map(({ dedupe_key }) => dedupe_key))
}

/** Refused unless all of them still wait by themselves: from `at` on they go out as one mail, and the same one each time. */
export const joinBatch = (build: Builder, ids: readonly string[], batch: string, at: string): Change => [
  statement(
    build
      .updateTable('delivery')
      .set({ batch, next_try_at: toSecond(at) })
      .where('id', 'in', ids)
      .where('state', '=', 'waiting')
      .where('batch', 'is', null),
    ids.length,
  ),
]

/** The attempt that was seen tells two senders apart. */
type Seen = Pick<DeliveryRow, 'id' | 'attempt'>

const unchanged = (build: Builder, { id, attempt }: Seen) =>
  build.updateTable('delivery').where('id', '=', id).where('state', '=', 'waiting').where('attempt', '=', attempt)

/**
 * Before it is sent: counts the attempt and puts the next one off, so that nobody else sends it meanwhile, and it is tried again when
 * this sender never comes back.
 */
export const takeUp = (build: Builder, rows: readonly Seen[], at: string): Change =>
  rows.map((row) =>
    statement(
      unchanged(build, row).set({
        attempt: row.attempt + 1,
        next_try_at: secondsAfter(at, secondsBeforeRetry(row.attempt + 1)),
      }),
      1,
    ),
  )

/** After `takeUp`: it arrived. */
export const markArrived = (build: Builder, rows: readonly Seen[], at: string): Change =>
  rows.map(({ id, attempt }) =>
    statement(unchanged(build, { id, attempt: attempt + 1 }).set({ state: 'sent', sent_at: toSecond(at), last_fault: null }), 1),
  )

/** After `takeUp`: it did not, for all we know. The last of its attempts ends it; `forGood` ends it at once. */
export const markMissed = (build: Builder, rows: readonly Seen[], fault: string, forGood = false): Change =>
  rows.map(({ id, attempt }) =>
    statement(
      unchanged(build, { id, attempt: attempt + 1 }).set({
        last_fault: fault,
        state: forGood || attempt + 1 >= mostAttempts ? 'dead' : 'waiting',
      }),
      1,
    ),
  )

/** Whatever waits counts as sent: what was said in an invented past has been heard. */
export const settleDeliveries = (build: Builder, at: string): Statement =>
  statement(
    build
      .updateTable('delivery')
      .set({ state: 'sent', sent_at: toSecond(at) })
      .where('state', '=', 'waiting'),
  )

/** No longer needed. */
export const stopDeliveries = (build: Builder, ids: readonly string[], why: string): Change => [
  statement(
    build
      .updateTable('delivery')
      .set({ state: 'stopped', last_fault: why })
      .where('id', 'in', ids)
      .where('state', '=', 'waiting'),
  ),
]

/** Waits again, with all attempts before it, and so does what goes out in the same mail. Refused unless it was given up. */
export function wakeDelivery(build: Builder, { id, batch }: Pick<DeliveryRow, 'id' | 'batch'>, at: string): Change {
  const again = () =>
    build
      .updateTable('delivery')
      .set({ state: 'waiting', attempt: 0, next_try_at: toSecond(at) })
      .where('state', '=', 'dead')
  const rest = batch === null ? [] : [statement(again().where('batch', '=', batch).where('id', '<>', id))]
  return [statement(again().where('id', '=', id), 1), ...rest]
}

export async function loadDelivery(reader: Reader, id: string): Promise<DeliveryRow | null> {
  const [row] = await reader.read(reader.build.selectFrom('delivery').selectAll().where('id', '=', id).compile())
  return row ?? null
}

/** The last row of the page before. */
export type DeliveryCursor = Pick<DeliveryRow, 'next_try_at' | 'id'>

/** `organisationId`: only what goes to its people and systems; null: everything. */
export type DeliveryFilter = { readonly state: DeliveryRow['state']; readonly organisationId: string | null }

/** In the order in which they were to be tried; a short page is the last one. */
export function deliveriesPage(
  reader: Reader,
  { state, organisationId }: DeliveryFilter,
  after: DeliveryCursor | null,
  limit: number,
): Promise<DeliveryRow[]> {
  let query = reader.build
    .selectFrom('delivery')
    .selectAll()
    .where('state', '=', state)
    .orderBy('next_try_at')
    .orderBy('id')
    .limit(limit)
  if (organisationId !== null) {
    query = query.where(({ eb, or, selectFrom }) =>
      or([
        eb('target_id', 'in', selectFrom('account').select('id').where('organisation_id', '=', organisationId)),
        eb('target_id', 'in', selectFrom('webhook').select('id').where('organisation_id', '=', organisationId)),
      ]),
    )
  }
  return reader.read(
    (after === null
      ? query
      : query.where(({ eb, refTuple, tuple }) => eb(refTuple('next_try_at', 'id'), '>', tuple(after.next_try_at, after.id)))
    ).compile(),
  )
}
