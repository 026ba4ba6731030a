// Group commit: changes that wait at the same moment are written together, and each caller is answered when all of it is on disk.
import type { Change, Committed } from './store.ts'

/** What became of one change of a group that was written. */
export type Outcome = Committed | Error

export type GroupCommit = {
  readonly commit: (change: Change) => Promise<Committed>
  /** Writes what still waits; afterwards every change is turned away. */
  readonly close: () => void
}

export type GroupLimits = { readonly group: number; readonly waiting: number }

type Waiting = { readonly change: Change; readonly answer: (outcome: Outcome) => void }

const usualLimits: GroupLimits = { group: 64, waiting: 10_000 }

/**
 * `writeGroup` writes all changes in one transaction, without waiting, and says what became of each; when it throws, none was written
 * for sure. A group is taken when the requests that are at the door have all been read (the next turn of the event loop): a lone change
 * waits for nobody, and while one group is being written the next one gathers by itself. No timer is needed for that.
 */
export function groupCommit(writeGroup: (changes: readonly Change[]) => readonly Outcome[], limits = usualLimits): GroupCommit {
  let queue: Waiting[] = []
  let planned = false
  let closed = false

  function plan(): void {
    if (planned || queue.length === 0) return
    planned = true
    setImmediate(() => {
      planned = false
      writeNext()
      plan()
    })
  }

  function writeNext(): void {
    const group = queue.slice(0, limits.group)
    queue = queue.slice(limits.group)
    if (group.length === 0) return
    const outcomes = outcomesOf(group.map(({ change }) => change))
    group.forEach(({ answer }, index) => {
      answer(outcomes[index]!)
    })
  }

  function outcomesOf(changes: readonly Change[]): readonly Outcome[] {
    try {
      return writeGroup(changes)
    } catch (error) {
      const failure = error instanceof Error ? error : new Error(String(error))
      return changes.map(() => failure)
    }
  }

  return {
    commit: (change) =>
      new Promise((resolve, reject) => {
        if (closed) throw new Error('The store is closed; nothing was written')
        if (queue.length >= limits.waiting) throw new Error(`More than ${limits.waiting} changes wait; nothing was written`)
        queue.push({ change, answer: (outcome) => (outcome instanceof Error ? reject(outcome) : resolve(outcome)) })
        plan()
      }),
    close: () => {
      closed = true
      while (queue.length > 0) writeNext()
    },
  }
}
