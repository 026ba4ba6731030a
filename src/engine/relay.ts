// The relay: messages waiting in the outbox go to a sender, at least once, each with a key by which a receiver knows a repeat.
import { markFailed, markSent, waitingMessages } from '../store/outbox.ts'
import type { OutboxRow } from '../store/tables.ts'
import type { Engine } from './engine.ts'

/** Resolves when the receiver has it; throws when it may not have it. The same message may come twice. */
export type Sender = (message: OutboxRow) => Promise<void>

export type Relayed = { readonly sent: number; readonly failed: number }

export async function relay(engine: Engine, send: Sender, most = 200): Promise<Relayed> {
  const now = engine.clock()
  let [sent, failed] = [0, 0]
  for (const message of await waitingMessages(engine.store, now, most)) {
    try {
      await send(message)
      await engine.store.commit([markSent(engine.store.build, message, now)])
      sent += 1
    } catch {
      // What went wrong belongs to the receiver; the row says how often, and the next try comes later each time.
      await engine.store.commit([markFailed(engine.store.build, message, now)])
      failed += 1
    }
  }
  return { sent, failed }
}
