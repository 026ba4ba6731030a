// One command given from a page: repeated with the same key when it did not arrive, and everything is asked anew afterwards.
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { CommandType } from '../../../domain/commands.ts'
import { newKey } from '../../api/call.ts'
import { type Done, give } from '../../api/commands.ts'

export type Act = {
  readonly caseId: string
  readonly type: CommandType
  readonly payload: { readonly [name: string]: unknown }
  readonly ifMatch: string
  readonly key: string
}

/** The key is made when the button is pressed. */
export const actOn = (
  { caseId, assignmentId, etag }: { readonly caseId: string; readonly assignmentId: string; readonly etag: string },
  type: CommandType,
  payload: { readonly [name: string]: unknown } = {},
): Act => ({ caseId, type, payload: { assignmentId, ...payload }, ifMatch: etag, key: newKey() })

// Which payload goes with which command is said by the contract, which the server checks.
export const giveAct = ({ payload, ...act }: Act): Promise<Done> => give({ ...act, payload: payload as never })

export function useAct(onDone: (done: Done, act: Act) => void = () => {}) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: giveAct,
    onSuccess: (done, act) => onDone(done, act),
    onSettled: () => queries.invalidateQueries(),
  })
}
