// The log of a case: what happened, once, in order. Everything else about a case can be drawn from it again.
import type { IsoDate } from './calendar.ts'
import type { Role } from './role.ts'

/** `case` for the pathway of the person, else the id of an assignment. */
export type Subject = string

export const ofCase: Subject = 'case'

/** One happening. Levels, reasons and proposals were computed before it was logged: reading it back never runs a rule. */
export type LogEntry = {
  readonly type: string
  readonly subject: Subject
  /** The day it happened; never before the step it answers. */
  readonly occurredOn: IsoDate
  readonly by: Role
  /** What the machine is told beside type, day and role. */
  readonly fields: { readonly [name: string]: unknown }
  /** What was said or computed with it, kept for people and for evaluation. */
  readonly record: { readonly [name: string]: unknown }
}

/** Entries that no machine hears of: they are kept, and change no position. */
export const recordOnly: ReadonlySet<string> = new Set(['measurementRecorded'])
