// Webhooks on their way: signed by the Standard Webhooks scheme, to the address that was checked and no other, without following anybody elsewhere.
import { createHmac } from 'node:crypto'
import { request as httpRequest, type IncomingMessage, type RequestOptions } from 'node:http'
import { request as httpsRequest } from 'node:https'
import type { LookupFunction } from 'node:net'
import type { WebhookRow } from '../store/tables.ts'
import { changeWebhook, loadWebhook } from '../store/webhooks.ts'
import { bytesOf, parsedFrom } from './bytes.ts'
import { type Carrier, Undeliverable } from './deliver.ts'
import { type HookContents, opaque } from './delivery-contents.ts'
import type { Engine } from './engine.ts'
import { type Reached, type Resolve, reachTarget, resolveByDns } from './webhook-targets.ts'

/** In ms, for the whole of it. */
const patience = 10_000
/** Of the answer no more is read; nobody looks at it. */
const mostBytes = 65_536

/** `within` (ms) is for tests. */
export const webhookCarrier =
  (engine: Engine, { resolve = resolveByDns, within = patience }: { resolve?: Resolve; within?: number } = {}): Carrier =>
  async ({ rows: [row] }) => {
    const { target_id, dedupe_key, payload } = row!
    const hook = await loadWebhook(engine.store, target_id)
    if (hook === null || hook.active !== 1) throw new Undeliverable('switchedOff: this webhook is no longer in use')
    const target = await reachTarget(hook.url, engine.webhookAllow ?? [], resolve)
    if (!target.ok) throw new Error(`${target.refusal.code}: ${target.refusal.words.en}`)
    const body = Buffer.from(bytesOf(parsedFrom<HookContents>(payload).body))
    const id = opaque('webhook', dedupe_key)
    // Of the world in which the receiver lives, also when a demonstration has its clock ahead.
    const seconds = Math.floor(Date.now() / 1000)
    const status = await post(target.value, signedHeaders(hook, id, seconds, body), body, within)
    if (status === 410) {
      await switchOff(engine, hook)
      throw new Undeliverable('410: the receiver wants no more; this webhook was switched off')
    }
    if (status < 200 || status > 299) throw new Error(`The receiver answered ${status}`)
  }

/** `webhook-id.webhook-timestamp.body`, HMAC-SHA-256 with the bytes behind `whsec_`. */
function signedHeaders({ secret }: WebhookRow, id: string, seconds: number, body: Buffer): { readonly [header: string]: string } {
  const key = Buffer.from(
    Buffer.from(secret)
      .toString('utf8')
      .replace(/^whsec_/, ''),
    'base64',
  )
  const signature = createHmac('sha256', key).update(`${id}.${seconds}.`).update(body).digest('base64')
  return {
    'webhook-id': id,
    'webhook-timestamp': String(seconds),
    'webhook-signature': `v1,${signature}`,
    'content-type': 'application/json',
    'content-length': String(body.length),
    'user-agent': 'Valpad',
  }
}

/** The status of the answer. Rejects when there is none in time. */
function post(
  { url, address, family }: Reached,
  headers: RequestOptions['headers'],
  body: Buffer,
  within: number,
): Promise<number> {
  const pinned: LookupFunction = (_, { all }, found) => {
    if (all === true) found(null, [{ address, family }])
    else found(null, address, family)
  }
  const send = url.protocol === 'https:' ? httpsRequest : httpRequest
  return new Promise((resolve, reject) => {
    const signal = AbortSignal.timeout(within)
    const options = {
      method: 'POST',
      headers: headers ?? {},
      lookup: pinned,
      agent: false,
      signal,
      maxHeaderSize: 16_384,
    } as const
    const asked = send(url, options, (answer) => void drained(answer).then(() => resolve(answer.statusCode ?? 0)))
    asked.on('error', (error) => reject(signal.aborted ? new Error(`No answer within ${within / 1000} seconds`) : error))
    asked.end(body)
  })
}

/** The answer counts from its first line; the rest is read so that the receiver can finish, as far as it is short. */
async function drained(answer: IncomingMessage): Promise<void> {
  let read = 0
  try {
    for await (const chunk of answer) {
      read += (chunk as Buffer).length
      if (read > mostBytes) break
    }
  } catch {
    // It broke off, or took too long: its first line stands.
  } finally {
    answer.destroy()
  }
}

/** Refused when somebody edited it meanwhile: then that counts. */
async function switchOff({ store }: Engine, hook: WebhookRow): Promise<void> {
  await store.commit([changeWebhook(store.build, { ...hook, active: 0, version: hook.version + 1 })])
}
