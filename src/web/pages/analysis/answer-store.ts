// The answers of one analysis on this screen: given at once, sent by themselves, kept until the server has them.

import { type AnsweredItem, chooseAnswer, getAnswers, noFindings, putAnswer, undoNoFindings } from '../../../contract/answers.ts'
import type { Answer, Answers } from '../../../domain/answers.ts'
import { call, isRefusal, newKey } from '../../api/call.ts'
import { keepPending, keptPending, type Pending } from './pending.ts'

/** Somebody else's answer to the same item. */
export type Other = { readonly actorId: string; readonly answer: Answer; readonly revision: number; readonly at: string }

export type ItemState = {
  readonly answer: Answer | null
  readonly others: readonly Other[]
  readonly disputed: boolean
  /** What the server refused, in its words; the answer stays as it was typed. */
  readonly refused: string | null
}

export type Saving = 'saved' | 'saving' | 'waiting'

export type Snapshot = {
  readonly loaded: boolean
  readonly items: { readonly [itemId: string]: ItemState }
  readonly answers: Answers
  readonly saving: Saving
  readonly waiting: number
  readonly savedAt: string | null
  /** By section: the items that the last "no findings" filled. */
  readonly filled: { readonly [sectionId: string]: readonly string[] }
}

const nothing: ItemState = { answer: null, others: [], disputed: false, refused: null }

export type AnswerStore = ReturnType<typeof createAnswerStore>

export function createAnswerStore(caseId: string, me: string) {
  let snapshot: Snapshot = {
    loaded: false,
    items: {},
    answers: {},
    saving: 'saved',
    waiting: 0,
    savedAt: null,
    filled: {},
  }
  const revisions = new Map<string, number>()
  const pending = new Map<string, Pending>()
  const listeners = new Set<() => void>()
  let sending = false
  let failures = 0
  let retry: ReturnType<typeof setTimeout> | undefined
  let keeping: Promise<unknown> = Promise.resolve()

  function change(next: Partial<Snapshot>): void {
    snapshot = { ...snapshot, ...next }
    for (const tell of listeners) tell()
  }
  function changeItem(itemId: string, next: Partial<ItemState>): void {
    const items = { ...snapshot.items, [itemId]: { ...(snapshot.items[itemId] ?? nothing), ...next } }
    change({ items, answers: answersIn(items) })
  }
  /** One write after the other: the last one is what is kept. */
  function keep(): void {
    const now = [...pending.values()]
    keeping = keeping.then(() => keepPending(caseId, me, now)).catch(() => undefined)
  }

  /** What the server has; an answer that waits here goes before it. */
  function take(items: readonly AnsweredItem[]): void {
    const next = { ...snapshot.items }
    for (const { itemId, answers, disputed } of items) {
      const own = answers.find(({ actorId }) => actorId === me)
      revisions.set(itemId, own?.revision ?? 0)
      const others = answers.filter(({ actorId }) => actorId !== me)
      const answer = pending.get(itemId)?.answer ?? own?.answer ?? (disputed ? null : (others[0]?.answer ?? null))
      next[itemId] = { answer, others, disputed, refused: next[itemId]?.refused ?? null }
    }
    change({ items: next, answers: answersIn(next), loaded: true })
  }

  async function refresh(): Promise<void> {
    const { body } = await call(getAnswers, { params: { caseId } })
    take(body.items)
  }

  async function load(): Promise<void> {
    for (const one of await keptPending(caseId, me).catch(() => [])) pending.set(one.itemId, one)
    await refresh()
    for (const { itemId, answer } of pending.values()) changeItem(itemId, { answer })
    void flush()
  }

  function give(itemId: string, answer: Answer): void {
    pending.set(itemId, { operationId: newKey(), itemId, answer, at: new Date().toISOString() })
    changeItem(itemId, { answer, refused: null })
    keep()
    void flush()
  }

  async function flush(): Promise<void> {
    if (sending) return
    clearTimeout(retry)
    sending = true
    try {
      for (let next = first(pending); next !== undefined; next = first(pending)) {
        change({ saving: failures > 0 ? 'waiting' : 'saving', waiting: pending.size })
        if (!(await send(next))) return
      }
      failures = 0
      change({ saving: 'saved', waiting: 0, savedAt: new Date().toISOString() })
    } finally {
      sending = false
    }
  }

  /** False when the server cannot be reached: then it is tried again later. */
  async function send(one: Pending): Promise<boolean> {
    const { itemId, operationId, answer } = one
    try {
      const { body } = await call(putAnswer, {
        params: { caseId, itemId },
        body: { operationId, revision: revisions.get(itemId) ?? 0, answer },
      })
      settle(one)
      take([body])
      return true
    } catch (error) {
      if (isRefusal(error) && error.problem.status === 412) {
        // This same person in another window: what was typed last is what counts.
        revisions.set(itemId, error.problem.current ?? 0)
        return true
      }
      if (isRefusal(error) && error.problem.status < 500) {
        settle(one)
        changeItem(itemId, { refused: error.problem.detail })
        return true
      }
      failures += 1
      change({ saving: 'waiting', waiting: pending.size })
      retry = setTimeout(() => void flush(), Math.min(1000 * 2 ** (failures - 1), 30_000))
      return false
    }
  }

  function settle({ itemId, operationId }: Pending): void {
    if (pending.get(itemId)?.operationId !== operationId) return
    pending.delete(itemId)
    keep()
  }

  /** Fills the section at the server, which alone says what may be filled. */
  async function shortcut(sectionId: string): Promise<readonly string[]> {
    await flush()
    const { body } = await call(noFindings, { params: { caseId, sectionId }, body: { operationId: newKey() } })
    await refresh()
    change({ filled: { ...snapshot.filled, [sectionId]: body.items } })
    return body.items
  }

  async function undoShortcut(sectionId: string): Promise<void> {
    const { body } = await call(undoNoFindings, { params: { caseId, sectionId }, body: { operationId: newKey() } })
    const items = { ...snapshot.items }
    for (const itemId of [...body.items, ...(snapshot.filled[sectionId] ?? [])]) {
      revisions.set(itemId, 0)
      delete items[itemId]
    }
    const { [sectionId]: _, ...filled } = snapshot.filled
    change({ items, answers: answersIn(items), filled })
    await refresh()
  }

  /** Of two people's answers one is kept, for both. */
  async function choose(itemId: string, chosen: string): Promise<void> {
    const { others } = snapshot.items[itemId] ?? nothing
    const seen = [
      ...others.map(({ actorId, revision }) => [actorId, revision] as const),
      [me, revisions.get(itemId) ?? 0] as const,
    ]
    const { body } = await call(chooseAnswer, {
      params: { caseId },
      body: {
        operationId: newKey(),
        itemId,
        chosen,
        revisions: Object.fromEntries(seen.filter(([, revision]) => revision > 0)),
      },
    })
    take([body])
  }

  return {
    subscribe: (tell: () => void) => {
      listeners.add(tell)
      return () => {
        listeners.delete(tell)
      }
    },
    snapshot: () => snapshot,
    load,
    refresh,
    give,
    flush,
    shortcut,
    undoShortcut,
    choose,
    stop: () => clearTimeout(retry),
  }
}

const first = (pending: ReadonlyMap<string, Pending>): Pending | undefined => pending.values().next().value

const answersIn = (items: Snapshot['items']): Answers =>
  Object.fromEntries(Object.entries(items).flatMap(([itemId, { answer }]) => (answer === null ? [] : [[itemId, answer]])))
