// A clock that is put forward stops at every instant at which something is due, so that nothing is recorded as late.
import type { IsoInstant } from '../domain/calendar.ts'
import { dueDeadlines } from '../store/deadlines.ts'
import type { Engine } from './engine.ts'
import { type Ticked, tick } from './tick.ts'

/** `set` moves the clock that `engine.clock` reads. */
export async function forwardTo(engine: Engine, set: (instant: IsoInstant) => void, to: IsoInstant): Promise<Ticked> {
  const total = { fired: 0, late: 0, overtaken: 0 }
  for (let rounds = 0; ; rounds++) {
    if (rounds > 1_000_000) throw new Error('Deadlines that never end')
    const [next] = await dueDeadlines(engine.store, to, 1)
    if (next === undefined) break
    if (Date.parse(next.due_at) > Date.parse(engine.clock())) set(next.due_at)
    const { fired, late, overtaken } = await tick(engine, 500)
    total.fired += fired
    total.late += late
    total.overtaken += overtaken
  }
  if (Date.parse(to) > Date.parse(engine.clock())) set(to)
  return total
}
