// What has not reached the server yet, kept in the browser one record a subject: two windows of the same person do not write over each other's.
import { keep, kept, keptUnder, noSeal } from '../kept.ts'

/** `operationId`: the key it is sent with, however often. */
export type Made = { readonly operationId: string; readonly at: string }

export type Waiting<One extends Made> = ReturnType<typeof waitingIn<One>>

/** Of one subject only the last still has to be sent. */
export function waitingIn<One extends Made>(folder: string, subjectOf: (one: One) => string, seal = noSeal) {
  const place = (one: One): string => `${folder}/${subjectOf(one)}`
  let writing: Promise<unknown> = Promise.resolve()
  const inTurn = (write: () => Promise<unknown>): Promise<unknown> => {
    writing = writing.then(write).catch(() => undefined)
    return writing
  }
  const isSame = async (one: One): Promise<boolean> => (await kept<One>(place(one), seal))?.operationId === one.operationId
  return {
    keep: (one: One): Promise<unknown> => inTurn(() => keep(place(one), one, seal)),
    /** Unless something later about the same was kept meanwhile. */
    drop: (one: One): Promise<unknown> =>
      inTurn(async () => {
        if (await isSame(one)) await keep(place(one), null, seal)
      }),
    /** In the order in which it was done. */
    all: async (): Promise<One[]> => (await keptUnder<One>(folder, seal)).sort((a, b) => (a.at < b.at ? -1 : 1)),
    /** False: another window of the same person has sent it, or replaced it. */
    isKept: async (one: One): Promise<boolean> => {
      await writing
      return isSame(one)
    },
  }
}
