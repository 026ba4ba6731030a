// Writing: entries and everything they bring about in the case and its assignments, in order, or the refusal of one of them.
import { type LogEntry, ofCase } from './case-log.ts'
import { type CaseState, evolve, type SubjectEffect } from './case-state.ts'
import type { Pathway } from './pathway.ts'
import { reactTo } from './react.ts'
import type { Result } from './result.ts'

/** What a command comes to: entries for the log in order, the case after them, and everything the machines named on the way. */
export type Decided = {
  readonly entries: readonly LogEntry[]
  readonly state: CaseState
  readonly effects: readonly SubjectEffect[]
}

/** Logs the entries and everything they bring about: what an assignment tells the case, and what the case does to assignments. */
export function write(pathway: Pathway, before: CaseState | null, entries: readonly LogEntry[]): Result<Decided> {
  const written: LogEntry[] = []
  const effects: SubjectEffect[] = []
  const waiting = [...entries]
  let state = before
  for (let entry = waiting.shift(); entry !== undefined; entry = waiting.shift()) {
    if (written.length > 50) throw new Error(`${entries[0]?.type} brings about more than fifty entries`)
    const evolved = evolve(pathway, state, entry)
    if (!evolved.ok) {
      // What the case brings about by itself in an assignment (a hold, a lapsed check) may find it past needing that.
      if (entry.subject !== ofCase && 'because' in entry.record) continue
      return evolved
    }
    state = evolved.value.state
    written.push(entry)
    effects.push(...evolved.value.effects)
    waiting.unshift(
      ...evolved.value.effects.flatMap(({ subject, effect }) => reactTo(pathway, evolved.value.state, entry, subject, effect)),
    )
  }
  return { ok: true, value: { entries: written, state: state!, effects } }
}
