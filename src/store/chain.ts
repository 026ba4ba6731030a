// The chain over the log of a case: each entry holds the hash of the one before, so that a change to what happened shows.
import { hash } from 'node:crypto'
import { canonicalJson } from '../domain/canonical.ts'
import type { Bytes, EventRow } from './tables.ts'

export type UnsealedEvent = Omit<EventRow, 'previous_hash' | 'hash'>

/** What is wrong with entry `seq`, the first one that is. */
export type ChainFault = {
  readonly seq: number
  readonly problem: 'missing' | 'outOfPlace' | 'ofAnotherCase' | 'notLinked' | 'changed' | 'notTheHead'
}

/** What the first entry of every case follows. */
export const genesis: Bytes = Buffer.alloc(32)

/** The entries as they are stored, following the one whose hash is `previous`. */
export function sealEvents(previous: Bytes, events: readonly UnsealedEvent[]): EventRow[] {
  let last = previous
  return events.map((event) => {
    const previousHash = last
    last = hashOf(previousHash, event)
    return { ...event, previous_hash: previousHash, hash: last }
  })
}

/** Over the stored bytes, which may be ciphertext: erasing a key later breaks no chain. */
function hashOf(previous: Bytes, event: UnsealedEvent): Bytes {
  const header = canonicalJson({
    caseId: event.case_id,
    seq: event.seq,
    type: event.type,
    subject: event.subject,
    occurredOn: event.occurred_on,
    recordedAt: event.recorded_at,
    actorId: event.actor_id,
    actorRole: event.actor_role,
    commandId: event.command_id,
    payloadHash: hash('sha256', event.payload, 'hex'),
  })
  return hash('sha256', Buffer.concat([previous, Buffer.from(header)]), 'buffer')
}

/**
 * `rows`: every entry of one case, by seq. Without the head of the case, entries that were cut off at the end do not show. A chain only
 * shows a careless change: whoever can write the whole table can seal it anew.
 */
export function checkChain(
  rows: readonly EventRow[],
  head?: { readonly seq: number; readonly head_hash: Bytes },
): ChainFault | null {
  let previous = genesis
  for (const [index, row] of rows.entries()) {
    const problem = problemOf(row, rows[0]!.case_id, index + 1, previous)
    if (problem !== null) return { seq: problem === 'missing' ? index + 1 : row.seq, problem }
    previous = row.hash
  }
  if (head === undefined) return null
  if (rows.length < head.seq) return { seq: rows.length + 1, problem: 'missing' }
  return rows.length > head.seq || !same(previous, head.head_hash) ? { seq: rows.length, problem: 'notTheHead' } : null
}

function problemOf(row: EventRow, caseId: string, seq: number, previous: Bytes): ChainFault['problem'] | null {
  if (row.case_id !== caseId) return 'ofAnotherCase'
  if (row.seq > seq) return 'missing'
  if (row.seq < seq) return 'outOfPlace'
  if (!same(row.previous_hash, previous)) return 'notLinked'
  return same(row.hash, hashOf(row.previous_hash, row)) ? null : 'changed'
}

const same = (a: Bytes, b: Bytes): boolean => Buffer.compare(a, b) === 0
