// A clock for demonstration: real time plus an offset that only grows, so that a stranger reaches the end of a year in seconds.
import type { IsoInstant } from '../domain/calendar.ts'
import type { Clock } from './engine.ts'

export type DemoClock = { readonly now: Clock; readonly set: (instant: IsoInstant) => void }

/** Begins at `notBefore` where that is later than real time: what happened under an earlier demo clock stays in the past. */
export function demoClockOn(real: Clock, notBefore: IsoInstant | null): DemoClock {
  let ahead = notBefore === null ? 0 : Math.max(0, Date.parse(notBefore) - Date.parse(real()))
  const now = (): IsoInstant => inSeconds(Date.parse(real()) + ahead)
  return {
    now,
    set: (instant) => {
      ahead += Math.max(0, Date.parse(instant) - Date.parse(now()))
    },
  }
}

const inSeconds = (milliseconds: number): IsoInstant => `${new Date(milliseconds).toISOString().slice(0, 19)}Z`
