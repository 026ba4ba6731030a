// Composition: who gets what. The only place that hands pathways, store, clock and ids to the engine, and the engine to the server.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { pathwayVersions } from '../pathways/versions.ts'
import { linkKeyFor } from './cli/link-key.ts'
import type { Config } from './config.ts'
import { parsedFrom } from './engine/bytes.ts'
import { type DemoClock, demoClockOn } from './engine/demo-clock.ts'
import type { Clock, Engine } from './engine/engine.ts'
import { folderTransport, mailCarrier, smtpTransport } from './engine/mail.ts'
import { startTicker } from './engine/ticker.ts'
import { webhookCarrier } from './engine/webhook-carrier.ts'
import { buildApp } from './http/app.ts'
import { organisationsOf } from './store/organisations.ts'
import type { Reader, Store } from './store/store.ts'
import { latestChange } from './store/survey.ts'

/** To the second: instants are stored and compared as text. */
export const realClock: Clock = () => `${new Date().toISOString().slice(0, 19)}Z`

export function engineOn(store: Store, clock: Clock, links: Pick<Engine, 'linkKey' | 'publicUrl'> = noLinks()): Engine {
  return { store, pathways: pathwaysByVersion, newest: newestPathway, clock, newId: () => crypto.randomUUID(), ...links }
}

/** For work that sends nothing: a key that nobody keeps. */
const noLinks = () => ({ linkKey: crypto.getRandomValues(new Uint8Array(32)), publicUrl: 'http://127.0.0.1:8080' })

/** For work before the server runs: links made then can be used when it does. */
export const linksFor = (config: Config) => ({ linkKey: linkKeyFor(config), publicUrl: config.publicUrl ?? '' })

/** Where the web application is built. */
export const webFolder = join(import.meta.dirname, '..', 'dist', 'web')

export const newestPathway = pathwayVersions.at(-1)!
export const pathwaysByVersion = new Map(pathwayVersions.map((pathway) => [`${pathway.id}@${pathway.version}`, pathway]))

/** Demo data are data of a coalition that says so; only over these the clock may be put forward. */
export async function holdsDemoData(reader: Reader): Promise<boolean> {
  const coalitions = await organisationsOf(reader, 'coalition')
  return coalitions.length > 0 && coalitions.every(({ details }) => parsedFrom<{ demo?: boolean }>(details).demo === true)
}

export type Running = {
  /** With the port that was chosen. */
  readonly address: string
  readonly demoClock: DemoClock | null
  /** Takes no more requests, lets those under way and the round of the ticker finish, and closes the store. */
  readonly stop: () => Promise<void>
}

/** `complain` gets one line for what went wrong outside any request. */
export async function startServer(config: Config, store: Store, complain: (line: string) => void): Promise<Running> {
  const demoClock = (await holdsDemoData(store)) ? demoClockOn(realClock, await latestChange(store)) : null
  let address = ''
  const engine: Engine = {
    ...engineOn(store, demoClock?.now ?? realClock, linksFor(config)),
    webhookAllow: config.webhookAllow,
    get publicUrl() {
      return config.publicUrl ?? address
    },
  }
  const app = buildApp({ engine, demoClock, logger: false, ...(existsSync(webFolder) ? { webFolder } : {}) })
  address = await app.listen({ host: config.host, port: config.port })
  const hand = config.smtpUrl === null ? folderTransport(config.outbox) : smtpTransport(config.smtpUrl)
  const carriers = { mail: mailCarrier(engine, config.mailFrom, hand), webhook: webhookCarrier(engine) }
  const ticker = startTicker(engine, carriers, {
    complain: (what, error) => complain(`${engine.clock()} ${what}: ${oneLine(error)}`),
  })
  return {
    address,
    demoClock,
    stop: async () => {
      await app.close()
      await ticker.stop()
      await store.close()
    },
  }
}

const oneLine = (error: unknown): string => String(error instanceof Error ? error.message : error).replaceAll(/\s+/g, ' ')
