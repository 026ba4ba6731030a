// Once: an act outside the log of a case is done one time for one idempotency key, and tried again when it lost a race.
import type { Actor } from '../access/actor.ts'
import { canonicalJson } from '../domain/canonical.ts'
import { findCommand, rememberCommand } from '../store/commands.ts'
import type { Change } from '../store/store.ts'
import { bytesOf, sha256 } from './bytes.ts'
import type { Engine } from './engine.ts'
import { type Handled, TooBusy } from './handle-command.ts'

export type Asking = { readonly actor: Actor; readonly key: string; readonly requestId: string }

export type Ready = { readonly is: 'ready'; readonly change: Change; readonly answer: object }

/** `attempt` reads everything anew each time. What it found is not there, refused or stale is answered as it says. */
export async function once<Other extends { readonly is: string } = never>(
  engine: Engine,
  { actor, key }: Asking,
  request: object,
  attempt: () => Promise<Ready | Handled | Other>,
): Promise<Handled | Other> {
  const { store, clock } = engine
  const requestHash = sha256(canonicalJson(request))
  for (let tries = 0; tries < 20; tries++) {
    const before = await findCommand(store, actor.id, key)
    if (before !== null)
      return before.request_hash === requestHash ? { is: 'done', answer: before.answer, repeated: true } : { is: 'keyReused' }
    const made = await attempt()
    if (!isReady(made)) return made
    const answer = bytesOf(made.answer)
    const command = {
      actor_id: actor.id,
      idempotency_key: key,
      request_hash: requestHash,
      status: 200,
      answer,
      created_at: clock(),
    }
    const change = [...made.change, rememberCommand(store.build, command)]
    const committed = await store.commit(change)
    if (committed.ok) return { is: 'done', answer, repeated: false }
    const { otherwise } = change[committed.statement]!
    if (otherwise !== undefined) return { is: 'refused', refusal: otherwise }
  }
  throw new TooBusy('What it rests on changed under one request again and again')
}

const isReady = (made: { readonly is: string }): made is Ready => made.is === 'ready'
