// Links: an address with 128 bits of chance-like text, made from a key outside the database, for one act by one account.
import { createHmac } from 'node:crypto'
import type { Actor } from '../access/actor.ts'
import { dayOf } from '../domain/calendar.ts'
import { type LinkPurpose, linkExpired, linkUsed } from '../domain/links.ts'
import type { Refusal } from '../domain/result.ts'
import { findLink } from '../store/links.ts'
import { loadAccount } from '../store/organisations.ts'
import type { AccountRow, LinkRow } from '../store/tables.ts'
import { sha256 } from './bytes.ts'
import type { Engine } from './engine.ts'

/** The first 128 bits of HMAC-SHA-256, as 22 characters. Made again when it is needed: it is kept nowhere. */
export const tokenOf = ({ linkKey }: Pick<Engine, 'linkKey'>, linkId: string): string =>
  createHmac('sha256', linkKey).update(`link:${linkId}`).digest().subarray(0, 16).toString('base64url')

/** What goes into a mail. */
export const addressOf = (engine: Pick<Engine, 'linkKey' | 'publicUrl'>, linkId: string): string =>
  `${engine.publicUrl}/l/${tokenOf(engine, linkId)}`

export type NewLink = {
  readonly purpose: LinkPurpose
  /** The assignment, the meeting or the offer that it is about. */
  readonly subjectId: string
  readonly caseId: string | null
  /** Who acts by it. */
  readonly accountId: string
  readonly expiresAt: string
}

/** Stored in the change that gives rise to it. */
export function newLink(engine: Engine, { purpose, subjectId, caseId, accountId, expiresAt }: NewLink): LinkRow {
  const id = engine.newId()
  return {
    id,
    token_hash: sha256(tokenOf(engine, id)),
    purpose,
    subject_id: subjectId,
    case_id: caseId,
    account_id: accountId,
    created_at: engine.clock(),
    expires_at: expiresAt,
    used_at: null,
  }
}

/** Somebody holds a link that exists; `closed`: why nothing can be done with it any more. */
export type Held = {
  readonly link: LinkRow
  readonly actor: Actor
  readonly account: AccountRow
  readonly closed: Refusal | null
}

/** Null for a token that was never given out. */
export async function heldLink(engine: Engine, token: string): Promise<Held | null> {
  const link = await findLink(engine.store, sha256(token))
  if (link === null) return null
  const account = await loadAccount(engine.store, link.account_id)
  if (account === null) throw new Error(`Link ${link.id} is of no account`)
  const actor = { id: account.id, role: account.role, organisationId: account.organisation_id }
  return { link, actor, account, closed: whyClosed(engine, link, account) }
}

function whyClosed({ clock }: Engine, link: LinkRow, account: AccountRow): Refusal | null {
  if (link.used_at !== null) return linkUsed
  const gone = account.active !== 1 || (account.left_on !== null && account.left_on <= dayOf(clock()))
  return gone || link.expires_at <= clock() ? linkExpired : null
}

/** What the access log knows a visit by: who came, and that it was by this link. */
export const visitOf = ({ link }: Pick<Held, 'link'>): string => `link:${link.id}`
