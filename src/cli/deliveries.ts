// `valpad deliveries`: what waits to be sent and what was given up, and sending that again; in the database, or through a running server.
import { realClock } from '../compose.ts'
import type { Delivery } from '../contract/messages.ts'
import { type NoticeKind, notices } from '../domain/notices.ts'
import type { Language } from '../domain/words.ts'
import { type DeliveryCursor, deliveriesPage, loadDelivery, wakeDelivery } from '../store/deliveries.ts'
import type { Reader, Store } from '../store/store.ts'
import type { DeliveryRow } from '../store/tables.ts'
import {
  type Command,
  type ExitCode,
  type Given,
  jsonOption,
  languageOf,
  languageOption,
  type Streams,
  UsageError,
} from './command.ts'
import { configFor, withReader, withStore } from './environment.ts'
import { clientOf, Refused } from './server-client.ts'
import { inUse } from './supply-desk.ts'

export const deliveriesCommand: Command = {
  usage: 'valpad deliveries [--dead] [resend ID|all [--url URL --as ACCOUNT]] [--json] [--lang nl|en]',
  options: {
    dead: { type: 'boolean', help: 'only what was given up' },
    url: { type: 'string', value: 'URL', help: 'resend through the server that runs there (SQLite: it has the database in use)' },
    as: { type: 'string', value: 'ACCOUNT', help: 'with --url: in the name of this coordinator' },
    ...jsonOption,
    ...languageOption,
  },
  examples: [
    'valpad deliveries                what waits and what was given up',
    'valpad deliveries --dead --json | jq .lastFault',
    'valpad deliveries resend all     once what was wrong is mended',
    'valpad deliveries resend c1:000007:000:001',
    'valpad deliveries resend all --url http://127.0.0.1:8080 --as coordinator-amstelland',
  ],
  run,
}

async function run(given: Given, streams: Streams): Promise<ExitCode> {
  const language = languageOf(given)
  const [act, which, ...more] = given.arguments
  if (act === undefined) return list(given, language, streams)
  if (act !== 'resend') throw new UsageError({ nl: `"${act}" is geen van: resend`, en: `"${act}" is not one of resend` })
  if (which === undefined || more.length > 0)
    throw new UsageError({ nl: 'Noem welk bericht opnieuw moet: het ID, of all', en: 'Say which one to resend: its ID, or all' })
  const { url, as } = given.options
  if ((url === undefined) !== (as === undefined))
    throw new UsageError({ nl: '--url en --as horen bij elkaar', en: '--url and --as go together' })
  const resent =
    typeof url === 'string' ? await throughServer(url, String(as), which, language) : await inDatabase(which, language)
  streams.stdout.write(`${say.resent(resent)[language]}\n`)
  return resent > 0 || which === 'all' ? 0 : 1
}

function list(given: Given, language: Language, { stdout }: Streams): Promise<ExitCode> {
  const config = configFor(language)
  return withReader<ExitCode>(config, language, async (reader) => {
    const rows = await rowsOf(reader, 'dead')
    if (given.options['dead'] !== true) rows.push(...(await rowsOf(reader, 'waiting')))
    if (given.options['json'] === true) for (const row of rows) stdout.write(`${JSON.stringify(asJson(row))}\n`)
    else if (rows.length === 0) stdout.write(`${say.nothing[language]}\n`)
    else for (const row of rows) stdout.write(`${lineOf(row, language)}\n`)
    return 0
  })
}

/** All of them, page by page. */
async function rowsOf(reader: Reader, state: DeliveryRow['state']): Promise<DeliveryRow[]> {
  const rows: DeliveryRow[] = []
  for (let after: DeliveryCursor | null = null; ; ) {
    const page: DeliveryRow[] = await deliveriesPage(reader, { state, organisationId: null }, after, 500)
    rows.push(...page)
    if (page.length < 500) return rows
    after = page.at(-1)!
  }
}

/** How many wait again, those in the same mail counted too. */
function inDatabase(which: string, language: Language): Promise<number> {
  return withStore(
    configFor(language),
    language,
    async (store) => {
      const before = await rowsOf(store, 'dead')
      if (which === 'all') for (const { id } of before) await wake(store, id)
      else await wake(store, which)
      return before.length - (await rowsOf(store, 'dead')).length
    },
    throughIt,
  )
}

/** Beside a running server it is asked to. */
const throughIt = (where: string) => {
  const { nl, en } = inUse(where)
  return { nl: `${nl} --as ACCOUNT`, en: `${en} --as ACCOUNT` }
}

async function wake(store: Store, id: string): Promise<void> {
  const row = await loadDelivery(store, id)
  // Refused for what went along with another one of its mail.
  if (row?.state === 'dead') await store.commit(wakeDelivery(store.build, row, realClock()))
}

async function throughServer(url: string, actor: string, which: string, language: Language): Promise<number> {
  const client = clientOf(url, language)
  const dead = async (): Promise<Delivery[]> => {
    const items: Delivery[] = []
    for (let next: string | null = ''; next !== null; ) {
      const query: string = next === '' ? '' : `&cursor=${encodeURIComponent(next)}`
      const page: { items: Delivery[]; next: string | null } = await client.get(`/v1/deliveries?state=dead${query}`, actor)
      items.push(...page.items)
      next = page.next
    }
    return items
  }
  try {
    const before = await dead()
    for (const id of which === 'all' ? before.map(({ deliveryId }) => deliveryId) : [which])
      await client.send('POST', `/v1/deliveries/${encodeURIComponent(id)}/_resend`, actor, {}).catch(passOver409)
    return Math.max(0, before.length - (await dead()).length)
  } catch (error) {
    if (error instanceof Refused) throw new UsageError(error.message)
    throw error
  }
}

/** No longer given up: it went along with another one of its mail. */
function passOver409(error: unknown): void {
  if (!(error instanceof Refused) || error.status !== 409) throw error
}

const asJson = (row: DeliveryRow) => ({
  deliveryId: row.id,
  state: row.state,
  channel: row.channel,
  kind: row.kind,
  targetId: row.target_id,
  attempts: row.attempt,
  nextTryAt: row.next_try_at,
  lastFault: row.last_fault,
})

function lineOf(row: DeliveryRow, language: Language): string {
  const state = row.state === 'dead' ? say.dead[language] : say.waits(row.next_try_at)[language]
  const words = notices[row.kind as NoticeKind].words[language] // written by us
  const fault = row.last_fault === null ? '' : `\n    ${row.last_fault}`
  return `${row.id}  ${state}  ${say.attempts(row.attempt)[language]}\n    ${row.channel} ${row.target_id}: ${words}${fault}`
}

const say = {
  nothing: { nl: 'Er wacht niets, en er is niets opgegeven.', en: 'Nothing waits, and nothing was given up.' },
  dead: { nl: 'opgegeven', en: 'given up' },
  waits: (at: string) => ({ nl: `wacht tot ${at}`, en: `waits until ${at}` }),
  attempts: (count: number) => ({
    nl: count === 1 ? '1 poging' : `${count} pogingen`,
    en: count === 1 ? '1 attempt' : `${count} attempts`,
  }),
  resent: (count: number) => ({
    nl: count === 1 ? '1 bericht wordt opnieuw verstuurd.' : `${count} berichten worden opnieuw verstuurd.`,
    en: count === 1 ? '1 message is sent again.' : `${count} messages are sent again.`,
  }),
}
