// The answers of one analysis on this screen: given at once, sent by themselves, kept until the server has them.
import {
  type AnsweredItem,
  chooseAnswer,
  getAnswers,
  noFindings,
  putAnswer,
  putNote,
  undoNoFindings,
} from '../../../contract/answers.ts'
import type { Answer, Answers } from '../../../domain/answers.ts'
import { canonicalJson } from '../../../domain/canonical.ts'
import type { Instrument } from '../../../domain/instrument.ts'
import { applyShortcut, filledByShortcut } from '../../../domain/section-shortcut.ts'
import { call, isRefusal, newKey, Unreachable } from '../../api/call.ts'
import { afterPaint } from './after-paint.ts'
import { noteSubject, type Pending, pendingOf, subjectOf } from './pending.ts'

/** Somebody else's answer to the same item. */
export type Other = { readonly actorId: string; readonly actorName: string; readonly answer: Answer; readonly at: string }

/** What somebody else wrote beside the same item. */
export type OtherNote = { readonly actorId: string; readonly actorName: string; readonly text: string }

export type ItemState = {
  readonly answer: Answer | null
  /** Whether the answer is one's own: of two others' different answers none is shown. */
  readonly own: boolean
  readonly others: readonly Other[]
  readonly disputed: boolean
  /** One's own; empty: none. */
  readonly note: string
  readonly otherNotes: readonly OtherNote[]
  /** What the server refused, in its words; the answer stays as it was typed. */
  readonly refused: string | null
}

export type Saving = 'saved' | 'saving' | 'waiting'

export type Snapshot = {
  readonly loaded: boolean
  readonly items: { readonly [itemId: string]: ItemState }
  /** What counts: a disputed answer counts for nobody. */
  readonly answers: Answers
  readonly saving: Saving
  readonly waiting: number
  readonly savedAt: string | null
  /** Sections of which somebody here said that there is nothing more to find. */
  readonly closed: { readonly [sectionId: string]: true }
}

export const openItem: ItemState = {
  answer: null,
  own: false,
  others: [],
  disputed: false,
  note: '',
  otherNotes: [],
  refused: null,
}

/** What two people differ about nobody has answered yet. */
export const isAnswered = (item: ItemState | undefined): boolean => item !== undefined && item.answer !== null && !item.disputed

export function createAnswerStore(caseId: string, me: string, instrument: Instrument) {
  let snapshot: Snapshot = { loaded: false, items: {}, answers: {}, saving: 'saved', waiting: 0, savedAt: null, closed: {} }
  /** By item; of a note by what it is kept under. */
  const revisions = new Map<string, number>()
  const others = new Map<string, ReadonlyMap<string, number>>()
  const pending = new Map<string, Pending>()
  const kept = pendingOf(caseId, me)
  const unkept = new Set<() => void>()
  const listeners = new Set<() => void>()
  let leaving = false
  let running: Promise<void> | null = null
  let failures = 0
  let settledSoFar = 0
  let retry: ReturnType<typeof setTimeout> | undefined

  function change(next: Partial<Snapshot>): void {
    snapshot = { ...snapshot, ...next }
    for (const tell of listeners) tell()
  }
  function changeItems(changed: { readonly [itemId: string]: Partial<ItemState> }, more: Partial<Snapshot> = {}): void {
    const before = snapshot.items
    const items = { ...before }
    for (const [itemId, next] of Object.entries(changed)) {
      const after = { ...(before[itemId] ?? openItem), ...next }
      // What the server says again is not drawn again.
      if (before[itemId] === undefined || canonicalJson(before[itemId]) !== canonicalJson(after)) items[itemId] = after
    }
    const moved = Object.keys(items).some((itemId) => items[itemId] !== before[itemId])
    change(moved ? { items, answers: answersIn(items), ...more } : more)
  }
  const sectionOf = (sectionId: string) => instrument.sections.find(({ id }) => id === sectionId)!

  /** What the server has; an answer that waits here goes before it. */
  function take(items: readonly AnsweredItem[]): void {
    const changed: Record<string, Partial<ItemState>> = {}
    for (const { itemId, answers, disputed, notes } of items) {
      const own = answers.find(({ actorId }) => actorId === me)
      const theirs = answers.filter(({ actorId }) => actorId !== me)
      revisions.set(itemId, own?.revision ?? 0)
      others.set(itemId, new Map(theirs.map(({ actorId, revision }) => [actorId, revision])))
      const waiting = pending.get(itemId)
      const mine = waiting?.kind === 'answer' ? waiting.answer : own?.answer
      const answer = mine ?? (disputed ? null : (theirs[0]?.answer ?? null))
      const noted = notes.find(({ actorId }) => actorId === me)
      const waitingNote = pending.get(noteSubject(itemId))
      revisions.set(noteSubject(itemId), noted?.revision ?? 0)
      const note = waitingNote?.kind === 'note' ? waitingNote.text : (noted?.text ?? '')
      const otherNotes = notes.filter(({ actorId, text }) => actorId !== me && text !== '')
      changed[itemId] = { answer, own: mine !== undefined, others: theirs, disputed, note, otherNotes }
    }
    changeItems(changed, { loaded: true })
  }

  async function refresh(): Promise<void> {
    const before = settledSoFar
    const { body } = await call(getAnswers, { params: { caseId } })
    // Something was saved meanwhile: what came is older than what is known here.
    if (before !== settledSoFar) return refresh()
    // Of what nobody answers any more nothing is left here either, unless it still has to be sent.
    const there = new Set(body.items.map(({ itemId }) => itemId))
    const waits = new Set([...pending.values()].flatMap(subjectsIn))
    const gone = Object.keys(snapshot.items).filter((itemId) => !there.has(itemId) && !waits.has(itemId))
    for (const itemId of gone) revisions.delete(itemId)
    const items = Object.fromEntries(Object.entries(snapshot.items).filter(([itemId]) => !gone.includes(itemId)))
    snapshot = { ...snapshot, items }
    take(body.items)
  }

  const subjectsIn = (one: Pending): readonly string[] =>
    one.kind === 'answer' || one.kind === 'note' ? [one.itemId] : sectionOf(one.sectionId).items.map(({ id }) => id)

  async function load(): Promise<void> {
    const waiting = await kept.all().catch(() => [])
    for (const one of waiting) pending.set(subjectOf(one), one)
    try {
      await refresh()
    } catch (error) {
      // Without a connection what waits here is shown all the same.
      if (isRefusal(error) || waiting.length === 0) throw error
      change({ loaded: true })
    }
    for (const one of waiting) show(one)
    void flush()
  }

  /** On the screen at once, whatever the server is doing. */
  function show(one: Pending): void {
    if (one.kind === 'answer') changeItems({ [one.itemId]: { answer: one.answer, own: true, refused: null } })
    else if (one.kind === 'note') changeItems({ [one.itemId]: { note: one.text } })
    else if (one.kind === 'fill') {
      const { answers, filled } = applyShortcut(sectionOf(one.sectionId), answersOf(snapshot.items))
      changeItems(Object.fromEntries(filled.map((itemId) => [itemId, { answer: answers[itemId]!, own: true }])), {
        closed: { ...snapshot.closed, [one.sectionId]: true },
      })
    } else {
      const opened = filledByShortcut(sectionOf(one.sectionId), snapshot.answers)
      const { [one.sectionId]: _, ...closed } = snapshot.closed
      changeItems(Object.fromEntries(opened.map((itemId) => [itemId, { answer: null, own: false }])), { closed })
    }
  }

  function put(one: Pending): void {
    // Again behind what was done before: a later answer in a section goes after its filling.
    pending.delete(subjectOf(one))
    pending.set(subjectOf(one), one)
    // The line above never says that something is saved while it is not.
    snapshot = { ...snapshot, saving: failures > 0 ? 'waiting' : 'saving', waiting: pending.size }
    show(one)
    const keepAndSend = (): void => {
      unkept.delete(keepAndSend)
      // Unless it was sent meanwhile, with what was under way: then there is nothing left to keep.
      if (pending.get(subjectOf(one)) === one) kept.keep(one)
      void flush()
    }
    unkept.add(keepAndSend)
    if (leaving) keepAndSend()
    else afterPaint(() => unkept.has(keepAndSend) && keepAndSend())
  }
  /** The page goes away: nothing waits for a frame any more. */
  const leave = (): void => {
    leaving = true
    for (const keepAndSend of unkept) keepAndSend()
  }
  window.addEventListener('pagehide', leave, { capture: true })
  window.addEventListener('pageshow', () => {
    leaving = false
  })
  const made = () => ({ operationId: newKey(), at: new Date().toISOString() })

  function flush(): Promise<void> {
    clearTimeout(retry)
    running ??= sendAll().finally(() => {
      running = null
      if (pending.size > 0 && failures === 0) void flush()
    })
    return running
  }

  async function sendAll(): Promise<void> {
    for (let next = first(pending); next !== undefined; next = first(pending)) {
      change({ saving: failures > 0 ? 'waiting' : 'saving', waiting: pending.size })
      if (!(await send(next))) return
      failures = 0
    }
    change({ saving: 'saved', waiting: 0, ...(snapshot.saving === 'saved' ? {} : { savedAt: new Date().toISOString() }) })
  }

  /** False when the server cannot be reached: then it is tried again later. */
  async function send(one: Pending): Promise<boolean> {
    try {
      if (one.kind === 'answer') {
        const { itemId, operationId, answer } = one
        const { body } = await call(putAnswer, {
          params: { caseId, itemId },
          body: { operationId, revision: revisions.get(itemId) ?? 0, answer },
        })
        settle(one)
        take([body])
      } else if (one.kind === 'note') {
        const { itemId, operationId, text } = one
        const revision = revisions.get(noteSubject(itemId)) ?? 0
        const { body } = await call(putNote, { params: { caseId, itemId }, body: { operationId, revision, text } })
        settle(one)
        take([body])
      } else {
        const operation = one.kind === 'fill' ? noFindings : undoNoFindings
        await call(operation, {
          params: { caseId, sectionId: one.sectionId },
          body: { operationId: one.operationId },
        })
        settle(one)
        await refresh()
      }
      return true
    } catch (error) {
      return isRefusal(error) && error.problem.status < 500 ? await refused(one, error.problem) : unreached()
    }
  }

  async function refused(
    one: Pending,
    { status, current, detail }: { status: number; current?: number | undefined; detail: string },
  ) {
    if (status === 412 && (one.kind === 'answer' || one.kind === 'note')) {
      // The same person in another window. What was given last counts, and this browser remembers which that was.
      if (await kept.isKept(one).catch(() => true)) revisions.set(subjectOf(one), current ?? 0)
      else {
        settle(one)
        await refresh().catch(() => undefined)
      }
      return true
    }
    settle(one)
    if (one.kind === 'answer' || one.kind === 'note') changeItems({ [one.itemId]: { refused: detail } })
    return true
  }

  function unreached(): false {
    failures += 1
    change({ saving: 'waiting', waiting: pending.size })
    retry = setTimeout(() => void flush(), Math.min(1000 * 2 ** (failures - 1), 15_000))
    return false
  }

  function settle(one: Pending): void {
    settledSoFar += 1
    kept.drop(one)
    if (pending.get(subjectOf(one))?.operationId === one.operationId) pending.delete(subjectOf(one))
  }

  /** Resolves once the server has everything; throws when it cannot be reached. */
  async function settled(): Promise<void> {
    while (pending.size > 0) {
      for (const keepAndSend of unkept) keepAndSend()
      await flush()
      if (failures > 0 && pending.size > 0) throw new Unreachable('answers wait')
    }
  }

  /** Of two people's answers one is kept, for both. */
  async function choose(itemId: string, chosen: string): Promise<void> {
    await settled()
    const seen = [...(others.get(itemId) ?? []), [me, revisions.get(itemId) ?? 0] as const]
    try {
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
    } catch (error) {
      if (!isRefusal(error)) throw error
      // Somebody was faster: what is there now is shown, to choose again.
      await refresh()
    }
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
    flush,
    settled,
    choose,
    give: (itemId: string, answer: Answer): void => put({ kind: 'answer', itemId, answer, ...made() }),
    note: (itemId: string, text: string): void => put({ kind: 'note', itemId, text, ...made() }),
    /** Which items it fills the server says; until then the same rule says it here. */
    shortcut: (sectionId: string): void => put({ kind: 'fill', sectionId, ...made() }),
    undoShortcut: (sectionId: string): void => put({ kind: 'undo', sectionId, ...made() }),
    stop: () => {
      leave()
      clearTimeout(retry)
      window.removeEventListener('pagehide', leave, { capture: true })
    },
  }
}

const first = (pending: ReadonlyMap<string, Pending>): Pending | undefined => pending.values().next().value

/** Whatever somebody said, disputed or not. */
const answersOf = (items: Snapshot['items']): Answers =>
  Object.fromEntries(
    Object.entries(items).flatMap(([itemId, { answer, others }]) => {
      const said = answer ?? others[0]?.answer ?? null
      return said === null ? [] : [[itemId, said]]
    }),
  )

const answersIn = (items: Snapshot['items']): Answers =>
  Object.fromEntries(
    Object.entries(items).flatMap(([itemId, { answer, disputed }]) => (answer === null || disputed ? [] : [[itemId, answer]])),
  )
