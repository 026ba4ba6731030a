// Expanding: a message to a part somebody has in a case becomes deliveries to whoever has that part now, and to their systems.
import type { IsoInstant } from '../domain/calendar.ts'
import { ofCase } from '../domain/case-log.ts'
import { noticeFor } from '../domain/message-notices.ts'
import type { NoticeKind } from '../domain/notices.ts'
import type { Work } from '../domain/whose-work.ts'
import { assignmentsOf, loadAssignment } from '../store/assignments.ts'
import { eventsOf, loadCase } from '../store/cases.ts'
import { addDelivery, keysThere } from '../store/deliveries.ts'
import type { WhoIsWho } from '../store/directory.ts'
import { linksOf } from '../store/links.ts'
import { markFailed, markSent, waitingMessages } from '../store/outbox.ts'
import { loadPerson } from '../store/persons.ts'
import type { AssignmentRow, CaseRow, DeliveryRow, OutboxRow } from '../store/tables.ts'
import { activeWebhooksOf } from '../store/webhooks.ts'
import { appointmentRows } from './appointment-rows.ts'
import { bytesOf, parsedFrom } from './bytes.ts'
import { type Draft, firstTryAt, type MailContents, opaque } from './delivery-contents.ts'
import type { Engine } from './engine.ts'
import type { MessagePayload } from './message-rows.ts'
import { peopleToday, type Told, toldOf } from './who.ts'

/** Told what went wrong; what failed is tried again later, and what follows it in its case waits. */
export type Complain = (what: string, error: unknown) => void

/** How many messages were expanded. */
export async function expand(engine: Engine, complain: Complain, most = 200): Promise<number> {
  const messages = await waitingMessages(engine.store, engine.clock(), most)
  if (messages.length === 0) return 0
  const people = await peopleToday(engine)
  const held = new Set<string>()
  let expanded = 0
  for (const message of messages) {
    if (held.has(message.case_id)) continue
    try {
      await expandOne(engine, people, message)
      expanded += 1
    } catch (error) {
      held.add(message.case_id)
      complain(`expand ${message.id}`, error)
      await engine.store.commit([markFailed(engine.store.build, message, engine.clock())])
    }
  }
  return expanded
}

async function expandOne(engine: Engine, people: WhoIsWho, message: OutboxRow): Promise<void> {
  const { store, clock } = engine
  const now = clock()
  const rows = await deliveriesFor(engine, people, message, now)
  const there = await keysThere(
    store,
    rows.map((row) => row.dedupe_key),
  )
  const fresh = rows.filter((row) => !there.has(row.dedupe_key))
  // Refused: another worker was first. Nothing was written, and nothing is missing.
  await store.commit([markSent(store.build, message, now), ...fresh.map((row) => addDelivery(store.build, row))])
}

async function deliveriesFor(engine: Engine, people: WhoIsWho, message: OutboxRow, now: IsoInstant): Promise<DeliveryRow[]> {
  const payload = parsedFrom<MessagePayload>(message.payload)
  const row = await loadCase(engine.store, message.case_id)
  if (row === null) throw new Error(`Message ${message.id} belongs to no case`)
  if (row.stage === 'closed' && payload.closing !== true) return []
  const assignment = payload.subject === ofCase ? null : await loadAssignment(engine.store, payload.subject)
  const told = toldOf(people, payload.recipient, await workOf(engine, row, assignment, payload))
  if (told.accountId === null) throw new Error(`Nobody can be told: there is no coordinator left to ask`)
  const draft = draftOf(message, payload, now)
  if (message.kind === 'appointment') {
    if (assignment === null) throw new Error(`Message ${message.id} is about no assignment`)
    return appointmentRows(engine, { assignment, holderId: told.accountId, startsOn: payload.startsOn ?? null, draft })
  }
  const notice = told.onBehalfOf === null ? noticeFor(message.kind) : 'phone'
  return [await mailRow(engine, draft, payload, notice, told), ...(await hookRows(engine, draft, payload, notice, told))]
}

/** Ids in the order of the log, so that what came first is sent first. One line for one matter, however many effects named it. */
function draftOf(message: OutboxRow, { subject, closing }: MessagePayload, now: IsoInstant): Draft {
  const place = [String(message.seq).padStart(6, '0'), String(message.effect_no).padStart(3, '0')]
  let made = 0
  return (channel, targetId, kind, { key, contents }) => {
    made += 1
    const all = { ...contents, ...(closing === undefined ? {} : { closing }) }
    return {
      id: [message.case_id, ...place, String(made).padStart(3, '0')].join(':'),
      message_id: message.id,
      case_id: message.case_id,
      kind,
      channel,
      target_id: targetId,
      payload: bytesOf(all),
      state: 'waiting',
      attempt: 0,
      next_try_at: channel === 'mail' ? firstTryAt(kind, all as MailContents, now) : now,
      batch: null,
      last_fault: null,
      created_at: now,
      sent_at: null,
      dedupe_key: [message.case_id, message.seq, subject, key, targetId].join(':'),
    }
  }
}

async function mailRow(
  { store }: Engine,
  draft: Draft,
  { linkId, subject }: MessagePayload,
  notice: NoticeKind,
  { accountId }: Told,
): Promise<DeliveryRow> {
  // By the link somebody acts in the name of the account it was made for: it goes to nobody else.
  const link = linkId === undefined ? undefined : (await linksOf(store, 'answer', subject)).find(({ id }) => id === linkId)
  const contents = link !== undefined && link.account_id === accountId ? { linkId: link.id } : {}
  return draft('mail', accountId!, notice, { key: notice, contents })
}

/** The systems of whose organisation it is hear that something changed, and fetch the rest themselves. */
async function hookRows(
  engine: Engine,
  draft: Draft,
  { subject, recipient }: MessagePayload,
  notice: NoticeKind,
  { organisationId }: Told,
): Promise<DeliveryRow[]> {
  if (subject === ofCase || organisationId === null) return []
  const data = {
    reference: opaque('assignment', subject),
    link: `${engine.publicUrl}/v1/${recipient === 'provider' ? 'inbox' : 'worklists'}`,
  }
  const body = { type: 'assignment.changed', timestamp: engine.clock(), data } as const
  const hooks = await activeWebhooksOf(engine.store, organisationId)
  return hooks.map(({ id }) => draft('webhook', id, notice, { key: 'webhook', contents: { body } }))
}

async function workOf(
  { store }: Engine,
  row: CaseRow,
  assignment: AssignmentRow | null,
  { recipient, providerId }: MessagePayload,
): Promise<Work> {
  const person = await loadPerson(store, row.person_id)
  const practiceId = person?.practice_id ?? ''
  // What the case itself says to a provider is for that of its primary intervention, unless another is named.
  const about = assignment ?? (await primaryOf(store, row.id))
  const signallerId = recipient === 'signaller' ? (await eventsOf(store, row.id))[0]?.actor_id : undefined
  const signaller = signallerId === undefined ? {} : { signallerId }
  if (about === null || (providerId !== undefined && providerId !== about.provider_id))
    return { practiceId, providerId: providerId ?? null, offerId: null, holderId: null, referrerId: null, ...signaller }
  const { provider_id, offer_id, holder_id, referrer_id } = about
  return { practiceId, providerId: provider_id, offerId: offer_id, holderId: holder_id, referrerId: referrer_id, ...signaller }
}

/** The latest one. */
async function primaryOf(store: Engine['store'], caseId: string): Promise<AssignmentRow | null> {
  const primary = (await assignmentsOf(store, caseId)).filter(({ kind }) => kind === 'primary')
  return primary.sort((a, b) => (a.changed_at < b.changed_at ? -1 : 1)).at(-1) ?? null
}
