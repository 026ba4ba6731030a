// Messages that leave the system: what was sent or given up, and the addresses at which systems of organisations are told.
import * as z from 'zod'
import { Id } from '../domain/commands.ts'
import { instant, operation, Page, pageOf, sentence } from './operation.ts'

export const Delivery = z.strictObject({
  deliveryId: z.string(),
  kind: z.string(),
  kindWords: sentence,
  channel: z.enum(['mail', 'webhook']),
  /** The account a mail is for, or the webhook. */
  targetId: z.string(),
  state: z.enum(['waiting', 'sent', 'dead', 'stopped']),
  attempts: z.int(),
  nextTryAt: instant,
  /** What went wrong the last time, as the receiver or the network said it. */
  lastFault: z.string().nullable(),
  createdAt: instant,
  sentAt: instant.nullable(),
})
export type Delivery = z.infer<typeof Delivery>

export const listDeliveries = operation({
  operationId: 'listDeliveries',
  method: 'GET',
  path: '/v1/deliveries',
  tag: 'messages',
  words: { nl: 'Berichten die wachten, verstuurd zijn of zijn opgegeven', en: 'Messages that wait, were sent or were given up' },
  query: z.strictObject({ state: z.enum(['waiting', 'sent', 'dead', 'stopped']).default('dead'), ...Page }),
  answer: pageOf(Delivery),
})

export const resendDelivery = operation({
  operationId: 'resendDelivery',
  method: 'POST',
  path: '/v1/deliveries/{deliveryId}/_resend',
  tag: 'messages',
  words: { nl: 'Een opgegeven bericht opnieuw versturen', en: 'Send a message again that was given up' },
  params: z.strictObject({ deliveryId: z.string().regex(/^[\w.:-]{1,200}$/) }),
  body: z.strictObject({}),
  example: {},
  idempotencyKey: true,
  answer: z.strictObject({ deliveryId: z.string(), state: z.literal('waiting') }),
})

const url = z.url({ protocol: /^https?$/ }).max(500)

export const WebhookBody = z.strictObject({
  /** Absent: that of who asks. */
  organisationId: Id.optional(),
  url,
})
export type WebhookBody = z.infer<typeof WebhookBody>

export const WebhookChange = z.strictObject({ url, active: z.boolean() })
export type WebhookChange = z.infer<typeof WebhookChange>

/** `secret`: signs what is sent (Standard Webhooks); shown once. */
export const WebhookAdded = z.strictObject({ webhookId: z.string(), version: z.int(), secret: z.string() })
export const WebhookSaved = WebhookAdded.omit({ secret: true })
export type WebhookSaved = z.infer<typeof WebhookSaved>

export const Webhook = z.strictObject({
  webhookId: z.string(),
  etag: z.string(),
  version: z.int(),
  organisationId: z.string(),
  url: z.string(),
  active: z.boolean(),
  createdAt: instant,
})
export type Webhook = z.infer<typeof Webhook>

export const webhookTag = (webhookId: string, version: number): string => `"${webhookId}.${version}"`

export const listWebhooks = operation({
  operationId: 'listWebhooks',
  method: 'GET',
  path: '/v1/webhooks',
  tag: 'messages',
  words: { nl: 'Waar systemen bericht krijgen van een verandering', en: 'Where systems are told of a change' },
  query: z.strictObject({ organisationId: Id.optional(), ...Page }),
  answer: pageOf(Webhook),
})

export const addWebhook = operation({
  operationId: 'addWebhook',
  method: 'POST',
  path: '/v1/webhooks',
  tag: 'messages',
  words: { nl: 'Een systeem bericht laten krijgen van een verandering', en: 'Have a system told of a change' },
  body: WebhookBody,
  example: { url: 'https://hooks.example.org/valpad' },
  idempotencyKey: true,
  status: 201,
  answer: WebhookAdded,
})

export const changeWebhook = operation({
  operationId: 'changeWebhook',
  method: 'PUT',
  path: '/v1/webhooks/{webhookId}',
  tag: 'messages',
  words: { nl: 'Het adres vervangen, of het aan- of uitzetten', en: 'Replace the address, or switch it on or off' },
  params: z.strictObject({ webhookId: Id }),
  body: WebhookChange,
  example: { url: 'https://hooks.example.org/valpad', active: false },
  idempotencyKey: true,
  ifMatch: { needed: 'required', shape: '"<webhookId>.<version>"' },
  answer: WebhookSaved,
})

export const getRunCalendar = operation({
  operationId: 'getRunCalendar',
  method: 'GET',
  path: '/v1/course-runs/{runId}/calendar.ics',
  tag: 'messages',
  words: { nl: 'De bijeenkomsten van een cursus als agendabestand', en: 'The meetings of a course as a calendar file' },
  params: z.strictObject({ runId: Id }),
  mediaTypes: ['text/calendar'],
})
