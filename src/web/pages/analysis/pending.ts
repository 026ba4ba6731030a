// What has not reached the server yet, kept in the browser: a reload or a crash loses none of it, nor does a second window.
import type { Answer } from '../../../domain/answers.ts'
import { keep, kept, keptUnder, noSeal, placeOf } from '../../kept.ts'

type Made = { readonly operationId: string; readonly at: string }

/** An answer; a section without findings; that same filling undone. Of one question, or one section, only the last still has to be sent. */
export type Pending = Made &
  (
    | { readonly kind: 'answer'; readonly itemId: string; readonly answer: Answer }
    | { readonly kind: 'fill' | 'undo'; readonly sectionId: string }
  )

export const subjectOf = (one: Pending): string => (one.kind === 'answer' ? one.itemId : `section:${one.sectionId}`)

/** One record each: two windows of the same person do not write over each other's. */
export function pendingOf(caseId: string, accountId: string, seal = noSeal) {
  const folder = placeOf(accountId, caseId, 'answers')
  const place = (subject: string): string => `${folder}/${subject}`
  let writing: Promise<unknown> = Promise.resolve()
  const inTurn = (write: () => Promise<unknown>): void => {
    writing = writing.then(write).catch(() => undefined)
  }
  const isKept = async ({ operationId, ...one }: Pending): Promise<boolean> => {
    await writing
    const stored = await kept<Pending>(place(subjectOf({ operationId, ...one } as Pending)), seal)
    return stored?.operationId === operationId
  }
  return {
    keep: (one: Pending): void => inTurn(() => keep(place(subjectOf(one)), one, seal)),
    /** Unless something later about the same was kept meanwhile. */
    drop: (one: Pending): void =>
      inTurn(async () => {
        const stored = await kept<Pending>(place(subjectOf(one)), seal)
        if (stored?.operationId === one.operationId) await keep(place(subjectOf(one)), null, seal)
      }),
    /** In the order in which it was done. */
    all: async (): Promise<Pending[]> => (await keptUnder<Pending>(folder, seal)).sort((a, b) => (a.at < b.at ? -1 : 1)),
    /** False: another window of the same person has sent it, or replaced it. */
    isKept,
  }
}
