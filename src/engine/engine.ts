// The engine's surroundings, handed in: the store, the knowledge, the clock and the source of ids.
import type { IsoInstant } from '../domain/calendar.ts'
import type { Pathway } from '../domain/pathway.ts'
import type { Store } from '../store/store.ts'

/** The instant it is now, UTC with a Z. */
export type Clock = () => IsoInstant

export type Engine = {
  readonly store: Store
  /** Every version that can have open cases, by `id@version`. */
  readonly pathways: ReadonlyMap<string, Pathway>
  /** The version that new cases get. */
  readonly newest: Pathway
  readonly clock: Clock
  readonly newId: () => string
  /** What the tokens of links are made from; kept outside the database. */
  readonly linkKey: Uint8Array
  /** Where people reach the server, without a slash at the end: what links in mails begin with. */
  readonly publicUrl: string
  /** Hosts and ranges that webhooks may reach although they are not public; absent: none. */
  readonly webhookAllow?: readonly string[]
}

/** The version a case was begun with. A case whose version is not loaded cannot be touched: an operator's mistake. */
export function pathwayOf({ pathways }: Engine, version: string): Pathway {
  const pathway = pathways.get(version)
  if (pathway === undefined) throw new Error(`Pathway ${version} has cases and is not loaded`)
  return pathway
}
