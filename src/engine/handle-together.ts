// Several commands in one act, each on its own case: decided one by one, written in one change, all of them or none.
import type { CaseState } from '../domain/case-state.ts'
import { findCommand } from '../store/commands.ts'
import type { Statement } from '../store/store.ts'
import { changeOf, eventsOfChange, type ToWrite } from './change.ts'
import type { Engine } from './engine.ts'
import { type AskOnCase, hashOf, type NotDone, prepareChange, type Standing, TooBusy } from './handle-command.ts'

export type Together =
  | { readonly is: 'done'; readonly repeated: boolean }
  /** The first that cannot be: which one, from 0, and why. Nothing was written. */
  | { readonly is: 'notDone'; readonly of: number; readonly why: NotDone }
  /** What was to be written beside them was refused. */
  | { readonly is: 'notDone'; readonly of: null; readonly why: NotDone }

const mostTries = 20

/** What else is written with them, when the cases stand as they will: of each ask, in its order. */
export type Besides = (after: readonly CaseState[]) => readonly Statement[]

/** Each ask has a key of its own; asks of one case follow each other in the order given. */
export async function handleTogether(engine: Engine, asks: readonly AskOnCase[], besides: Besides = () => []): Promise<Together> {
  for (let tries = 0; tries < mostTries; tries++) {
    const handled = await tryOnce(engine, asks, besides)
    if (handled !== 'again') return handled
  }
  throw new TooBusy(`Cases moved ${mostTries} times under one act`)
}

async function tryOnce(engine: Engine, asks: readonly AskOnCase[], besides: Besides): Promise<Together | 'again'> {
  const before = await doneBefore(engine, asks)
  if (before !== null) return before
  const writes: ToWrite[] = []
  const standings = new Map<string, Standing>()
  for (const [index, ask] of asks.entries()) {
    const prepared = await prepareChange(engine, ask, hashOf(ask), standings.get(ask.caseId))
    if ('is' in prepared) return { is: 'notDone', of: index, why: prepared }
    writes.push(prepared)
    const { state } = prepared.decided
    standings.set(ask.caseId, { state, headHash: eventsOfChange(prepared).at(-1)!.hash })
  }
  const parts = inOrderOfCases(asks).map((index) => ({ index, change: changeOf(engine.store.build, writes[index]!) }))
  const owners = parts.flatMap(({ index, change }) => change.map(() => index))
  const change = [...parts.flatMap(({ change }) => change), ...besides(writes.map(({ decided }) => decided.state))]
  const committed = await engine.store.commit(change)
  if (committed.ok) return { is: 'done', repeated: false }
  const { otherwise } = change[committed.statement]!
  if (otherwise === undefined) return 'again'
  return { is: 'notDone', of: owners[committed.statement] ?? null, why: { is: 'refused', refusal: otherwise } }
}

/** Null: none of them was given before. */
async function doneBefore({ store }: Engine, asks: readonly AskOnCase[]): Promise<Together | null> {
  const found = await Promise.all(asks.map(({ actor, key }) => findCommand(store, actor.id, key)))
  if (found.every((one) => one === null)) return null
  const other = found.findIndex((one, index) => one?.request_hash !== hashOf(asks[index]!))
  return other === -1 ? { is: 'done', repeated: true } : { is: 'notDone', of: other, why: { is: 'keyReused' } }
}

/** Always the same: two acts that meet the same cases never wait for each other in a circle. */
const inOrderOfCases = (asks: readonly AskOnCase[]): number[] =>
  asks
    .map((_, index) => index)
    .sort((a, b) => (asks[a]!.caseId < asks[b]!.caseId ? -1 : asks[a]!.caseId > asks[b]!.caseId ? 1 : a - b))
