// Webhooks of organisations: registered with a secret that is shown once, changed and switched off, each act logged without the secret.
import { randomBytes } from 'node:crypto'
import { whyNotMessagesOf } from '../access/messaging.ts'
import type { WebhookBody, WebhookChange } from '../contract/messages.ts'
import type { Fault } from '../domain/fault.ts'
import type { Refusal } from '../domain/result.ts'
import { loadOrganisation } from '../store/organisations.ts'
import { addSupplyEvent } from '../store/supply-events.ts'
import type { WebhookRow } from '../store/tables.ts'
import { changeWebhook, insertWebhook, loadWebhook, webhooksPage } from '../store/webhooks.ts'
import { bytesOf } from './bytes.ts'
import type { Engine } from './engine.ts'
import type { Handled } from './handle-command.ts'
import { type Asking, once } from './once.ts'
import { reachTarget } from './webhook-targets.ts'

export type WebhookHandled = Handled | { readonly is: 'faulty'; readonly faults: readonly Fault[] }

const mostOfOneOrganisation = 10

export const addWebhook = (engine: Engine, asking: Asking, body: WebhookBody): Promise<WebhookHandled> =>
  once<WebhookHandled>(engine, asking, { addWebhook: body }, async () => {
    const { store, clock, newId } = engine
    const { organisationId = asking.actor.organisationId, url } = body
    const notYours = whyNotMessagesOf(asking.actor, organisationId)
    if (notYours !== null) return { is: 'forbidden', refusal: notYours }
    if ((await loadOrganisation(store, organisationId)) === null) return { is: 'faulty', faults: [noSuchOrganisation] }
    const faults = await faultsOf(engine, url)
    if (faults.length > 0) return { is: 'faulty', faults }
    if ((await webhooksPage(store, organisationId, null, mostOfOneOrganisation)).length === mostOfOneOrganisation)
      return { is: 'refused', refusal: enough }
    // 256 bits; the scheme asks for 192 to 512.
    const secret = `whsec_${randomBytes(32).toString('base64')}`
    const row: WebhookRow = {
      id: newId(),
      organisation_id: organisationId,
      url,
      secret: Buffer.from(secret, 'utf8'),
      active: 1,
      created_at: clock(),
      version: 1,
    }
    return {
      is: 'ready',
      change: [insertWebhook(store.build, row), eventOf(engine, asking, row, 'add')],
      answer: { webhookId: row.id, version: row.version, secret },
    }
  })

export type Edited = { readonly id: string; readonly version: number }

export const editWebhook = (engine: Engine, asking: Asking, body: WebhookChange, edited: Edited): Promise<WebhookHandled> =>
  once<WebhookHandled>(engine, asking, { editWebhook: body, edited }, async () => {
    const row = await loadWebhook(engine.store, edited.id)
    // Of somebody else's nobody learns that it is there.
    if (row === null || whyNotMessagesOf(asking.actor, row.organisation_id) !== null) return { is: 'unknownCase' }
    if (row.version !== edited.version) return { is: 'stale', current: row.version, since: [] }
    const faults = await faultsOf(engine, body.url)
    if (faults.length > 0) return { is: 'faulty', faults }
    const changed: WebhookRow = { ...row, url: body.url, active: body.active ? 1 : 0, version: row.version + 1 }
    return {
      is: 'ready',
      change: [changeWebhook(engine.store.build, changed), eventOf(engine, asking, changed, 'change')],
      answer: { webhookId: row.id, version: changed.version },
    }
  })

async function faultsOf(engine: Engine, url: string): Promise<Fault[]> {
  const target = await reachTarget(url, engine.webhookAllow ?? [])
  return target.ok ? [] : [{ at: '/url', code: target.refusal.code, words: target.refusal.words }]
}

const eventOf = (
  engine: Engine,
  { actor, requestId }: Asking,
  { id, organisation_id, url, active, version }: WebhookRow,
  action: string,
) =>
  addSupplyEvent(engine.store.build, {
    id: engine.newId(),
    at: engine.clock(),
    actor_id: actor.id,
    actor_role: actor.role,
    noun: 'webhook',
    noun_id: id,
    action,
    version,
    payload: bytesOf({ organisationId: organisation_id, url, active: active === 1 }),
    request_id: requestId,
  })

const noSuchOrganisation: Fault = {
  at: '/organisationId',
  code: 'noSuchOrganisation',
  words: { nl: 'Deze organisatie is niet bekend.', en: 'This organisation is not known.' },
}
const enough: Refusal = {
  code: 'tooManyWebhooks',
  words: {
    nl: `Een organisatie heeft hoogstens ${mostOfOneOrganisation} adressen. Verander er een die u niet meer gebruikt.`,
    en: `An organisation has at most ${mostOfOneOrganisation} addresses. Change one that you no longer use.`,
  },
}
