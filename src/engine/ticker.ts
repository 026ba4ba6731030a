// The ticker: fires what is due and sends what waits, again and again, one round at a time, until it is stopped.
import type { Engine } from './engine.ts'
import { relay, type Sender } from './relay.ts'
import { tick } from './tick.ts'

export type Ticker = {
  /** Resolves when the round under way is over; no other begins. */
  readonly stop: () => Promise<void>
}

type Settings = { readonly everyMs?: number; readonly complain: (what: string, error: unknown) => void }

/** A round that fails is complained about and tried again. */
export function startTicker(engine: Engine, send: Sender, { everyMs = 1000, complain }: Settings): Ticker {
  let stopped = false
  let underWay: Promise<void> | null = null

  const attempt = async (what: string, work: () => Promise<unknown>): Promise<void> => {
    try {
      await work()
    } catch (error) {
      complain(what, error)
    }
  }
  async function round(): Promise<void> {
    await attempt('tick', async () => {
      while (!stopped) {
        const { fired, overtaken } = await tick(engine)
        if (fired + overtaken === 0) return
      }
    })
    await attempt('relay', () => relay(engine, send))
  }
  const timer = setInterval(() => {
    underWay ??= round().finally(() => {
      underWay = null
    })
  }, everyMs)

  return {
    stop: async () => {
      stopped = true
      clearInterval(timer)
      await underWay
    },
  }
}
