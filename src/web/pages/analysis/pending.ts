// Answers that have not reached the server yet, kept in the browser: a reload or a crash loses none of them.
import type { Answer } from '../../../domain/answers.ts'
import { keep, kept, noSeal, placeOf } from '../../kept.ts'

export type Pending = {
  readonly operationId: string
  readonly itemId: string
  readonly answer: Answer
  readonly at: string
}

/** By item: the last answer given, which is the only one that still has to be sent. */
export const keepPending = (caseId: string, accountId: string, pending: readonly Pending[], seal = noSeal): Promise<void> =>
  keep(placeOf(accountId, caseId), pending.length === 0 ? null : pending, seal)

export const keptPending = async (caseId: string, accountId: string, seal = noSeal): Promise<Pending[]> =>
  (await kept<Pending[]>(placeOf(accountId, caseId), seal)) ?? []
