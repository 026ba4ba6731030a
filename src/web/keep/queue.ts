// Sending what waits, in its order, each with the key it was made with. What does not arrive is tried again by itself, and after a reload.
import type { Problem } from '../../contract/problem.ts'
import { isRefusal } from '../api/call.ts'
import type { Made, Waiting } from './waiting.ts'

type Carrier<One> = {
  /** Nothing is sent in another one's name. */
  readonly mine: () => boolean
  readonly send: (one: One) => Promise<void>
  /** The server has it and does not take it: sending it again would not help. */
  readonly refused: (one: One, problem: Problem) => void
  readonly changed: () => void
}

const longestWait = 15_000

export function queueOf<One extends Made>(kept: Waiting<One>, subjectOf: (one: One) => string, carrier: Carrier<One>) {
  let items: readonly One[] = []
  let failures = 0
  let running: Promise<void> | null = null
  let retry: ReturnType<typeof setTimeout> | undefined

  function leave(one: One): void {
    items = items.filter(({ operationId }) => operationId !== one.operationId)
    void kept.drop(one)
    failures = 0
  }

  async function sendAll(): Promise<void> {
    for (let [one] = items; one !== undefined && carrier.mine(); [one] = items) {
      try {
        await carrier.send(one)
        leave(one)
      } catch (error) {
        if (!isRefusal(error) || error.problem.status >= 500) {
          failures += 1
          retry = setTimeout(() => void flush(), Math.min(1000 * 2 ** (failures - 1), longestWait))
          carrier.changed()
          return
        }
        carrier.refused(one, error.problem)
        leave(one)
      }
      carrier.changed()
    }
  }

  function flush(): Promise<void> {
    clearTimeout(retry)
    running ??= sendAll().finally(() => {
      running = null
    })
    return running
  }
  window.addEventListener('online', () => void flush())

  return {
    waiting: (): readonly One[] => items,
    failing: (): boolean => failures > 0,
    /** From an earlier page of this browser. */
    async load(): Promise<void> {
      const before = await kept.all().catch(() => [])
      const known = new Set(items.map(subjectOf))
      items = [...before.filter((one) => !known.has(subjectOf(one))), ...items]
      carrier.changed()
      void flush()
    },
    async add(one: One): Promise<void> {
      items = [...items.filter((other) => subjectOf(other) !== subjectOf(one)), one]
      // It waits, and is said to wait, once it would survive a reload.
      await kept.keep(one)
      carrier.changed()
      void flush()
    },
    flush,
  }
}
