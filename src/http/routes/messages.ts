// Messages that leave the system: what was given up and is sent again, and the webhooks of organisations.
import * as z from 'zod'
import { messagesInSight, whyNotMessagesOf } from '../../access/messaging.ts'
import * as contract from '../../contract/messages.ts'
import { calendarFile } from '../../documents/calendar.ts'
import { type NoticeKind, notices } from '../../domain/notices.ts'
import type { RunDetails } from '../../domain/supply.ts'
import type { Language } from '../../domain/words.ts'
import { parsedFrom } from '../../engine/bytes.ts'
import { uidOf } from '../../engine/delivery-contents.ts'
import type { Engine } from '../../engine/engine.ts'
import { resend } from '../../engine/resend.ts'
import { addWebhook, editWebhook, type WebhookHandled } from '../../engine/webhooks.ts'
import { loadRun, meetingsOfRun } from '../../store/course-runs.ts'
import { deliveriesPage } from '../../store/deliveries.ts'
import type { DeliveryRow, WebhookRow } from '../../store/tables.ts'
import { webhooksPage } from '../../store/webhooks.ts'
import { cursorOf, placeOf } from '../cursor.ts'
import { outcomeOf } from '../handled.ts'
import { faulty, forbidden, notThere } from '../problems.ts'
import type { Outcome, Serve } from '../serve.ts'
import { editedOf } from './supply-saved.ts'

export function messageRoutesOn(serve: Serve, engine: Engine): void {
  const { store } = engine
  const saved = (handled: WebhookHandled, status: 200 | 201): Outcome => {
    if (handled.is === 'faulty') return { trouble: faulty(handled.faults.map((fault) => ({ ...fault, in: 'body' }))) }
    return outcomeOf(handled, engine.pathways.values(), (answer) => {
      const { webhookId, version } = parsedFrom<contract.WebhookSaved>(answer)
      return { status, headers: { etag: contract.webhookTag(webhookId, version) } }
    })
  }

  serve(contract.listDeliveries, async ({ actor, query, language }) => {
    const inSight = messagesInSight(actor)
    const refusal = whyNotMessagesOf(actor, inSight)
    if (refusal !== null) return { trouble: forbidden(refusal) }
    const from = placeOf(query.cursor, z.strictObject({ at: z.string().max(40), id: z.string().max(300) }))
    if ('trouble' in from) return from
    const after = from.place === null ? null : { next_try_at: from.place.at, id: from.place.id }
    const rows = await deliveriesPage(store, { state: query.state, organisationId: inSight }, after, query.limit)
    const last = rows.at(-1)
    const next = last === undefined || rows.length < query.limit ? null : cursorOf({ at: last.next_try_at, id: last.id })
    return { body: { items: rows.map((row) => lineOf(row, language)), next } }
  })

  serve(contract.resendDelivery, async ({ params, ...asking }) =>
    outcomeOf(await resend(engine, asking, params.deliveryId), engine.pathways.values(), () => ({})),
  )

  serve(contract.listWebhooks, async ({ actor, query }) => {
    const organisationId = query.organisationId ?? messagesInSight(actor)
    const refusal = whyNotMessagesOf(actor, organisationId)
    if (refusal !== null) return { trouble: forbidden(refusal) }
    const from = placeOf(query.cursor, z.strictObject({ id: z.string().max(64) }))
    if ('trouble' in from) return from
    const rows = await webhooksPage(store, organisationId, from.place?.id ?? null, query.limit)
    const next = rows.length < query.limit ? null : cursorOf({ id: rows.at(-1)!.id })
    return { body: { items: rows.map(webhookOf), next } }
  })

  serve(contract.getRunCalendar, async ({ params }) => {
    const run = await loadRun(store, params.runId)
    if (run === null) return { trouble: notThere }
    const { time } = parsedFrom<RunDetails>(run.details)
    const meetings = await meetingsOfRun(store, run.id)
    const events = meetings.map(({ id, held_on }) => ({ uid: uidOf('meeting', id), sequence: run.version, on: held_on, time }))
    const file = calendarFile({ method: 'PUBLISH', title: 'meeting', stampedAt: engine.clock(), events })
    return { body: file, mediaType: 'text/calendar; charset=utf-8', headers: { 'content-disposition': calendarName } }
  })

  serve(contract.addWebhook, async ({ body, ...asking }) => saved(await addWebhook(engine, asking, body), 201))
  serve(contract.changeWebhook, async ({ body, params, ifMatch, ...asking }) =>
    saved(await editWebhook(engine, asking, body, editedOf(params.webhookId, ifMatch)), 200),
  )
}

const calendarName = 'attachment; filename="valpad.ics"'

const lineOf = (row: DeliveryRow, language: Language): contract.Delivery => ({
  deliveryId: row.id,
  kind: row.kind,
  kindWords: notices[row.kind as NoticeKind].words[language], // written by us
  channel: row.channel,
  targetId: row.target_id,
  state: row.state,
  attempts: row.attempt,
  nextTryAt: row.next_try_at,
  lastFault: row.last_fault,
  createdAt: row.created_at,
  sentAt: row.sent_at,
})

/** Without the secret: that was shown once. */
const webhookOf = (row: WebhookRow): contract.Webhook => ({
  webhookId: row.id,
  etag: contract.webhookTag(row.id, row.version),
  version: row.version,
  organisationId: row.organisation_id,
  url: row.url,
  active: row.active === 1,
  createdAt: row.created_at,
})
