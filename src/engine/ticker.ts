// The ticker: fires what is due, does the daily work, expands what was said and delivers what waits, again and again, one round at a time, until it is stopped.
import { setTimeout as pause } from 'node:timers/promises'
import { hourly } from './daily.ts'
import { type Carriers, deliver } from './deliver.ts'
import type { Engine } from './engine.ts'
import { expand } from './expand.ts'
import { tick } from './tick.ts'

export type Ticker = {
  /** Resolves when the rounds under way are over; no other begins. What a receiver still hangs on is tried again by whoever comes next. */
  readonly stop: () => Promise<void>
}

type Settings = { readonly everyMs?: number; readonly complain: (what: string, error: unknown) => void }

/** In ms. A mail server that hangs may not keep a server from ending. */
const mostWaitForReceivers = 5000

/** A round that fails is complained about and tried again. A receiver that hangs keeps no deadline from passing. */
export function startTicker(engine: Engine, carriers: Carriers, { everyMs = 1000, complain }: Settings): Ticker {
  let stopped = false
  const attempt = async (what: string, work: () => Promise<unknown>): Promise<void> => {
    try {
      await work()
    } catch (error) {
      if (!stopped) complain(what, error)
    }
  }
  const daily = hourly(engine)
  const deciding = again(everyMs, async () => {
    await attempt('tick', async () => {
      while (!stopped) {
        const { fired, overtaken } = await tick(engine)
        if (fired + overtaken === 0) return
      }
    })
    await attempt('daily', daily)
    await attempt('expand', () => expand(engine, complain))
  })
  const delivering = again(everyMs, () => attempt('deliver', () => deliver(engine, carriers, () => stopped)))
  return {
    stop: async () => {
      stopped = true
      await Promise.all([
        deciding.end(),
        Promise.race([delivering.end(), pause(mostWaitForReceivers, undefined, { ref: false })]),
      ])
    },
  }
}

/** One round at a time; `end` resolves when the last is over. */
function again(everyMs: number, round: () => Promise<void>): { readonly end: () => Promise<void> } {
  let underWay: Promise<void> | null = null
  const timer = setInterval(() => {
    underWay ??= round().finally(() => {
      underWay = null
    })
  }, everyMs)
  return {
    end: async () => {
      clearInterval(timer)
      await underWay
    },
  }
}
