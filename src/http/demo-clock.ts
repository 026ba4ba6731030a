// The clock of a demonstration: one that can be put forward.
import type { IsoInstant } from '../domain/calendar.ts'

/** `engine.clock` must read it. */
export type DemoClock = { readonly now: () => IsoInstant; readonly set: (instant: IsoInstant) => void }
