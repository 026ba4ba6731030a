// Commands of a case by name: their operation from the contract, with a body that the contract checks.
import { type CommandOperation, commandOperations } from '../../contract/command-operations.ts'
import type { Command, CommandType } from '../../domain/commands.ts'
import { call } from './call.ts'

const byName = new Map(commandOperations.map((operation) => [operation.command, operation]))

export type PayloadOf<Type extends CommandType> = Extract<Command, { type: Type }>['payload']

export type CommandAsk<Type extends CommandType> = {
  readonly caseId: string
  readonly type: Type
  readonly payload: PayloadOf<Type>
  /** The tag that was seen: of the case, or of the assignment that the payload names. */
  readonly ifMatch?: string
  readonly key: string
}

export type Done = {
  readonly caseId: string
  readonly seq: number
  readonly stage: string
  readonly assignments: { readonly [id: string]: { readonly state: string; readonly version: number } }
}

export async function give<Type extends CommandType>({ caseId, type, payload, ifMatch, key }: CommandAsk<Type>): Promise<Done> {
  const operation: CommandOperation = byName.get(type)!
  const { assignmentId, ...rest } = payload as { assignmentId?: string }
  const inPath = operation.path.includes('{assignmentId}')
  const { body } = await call(operation, {
    params: { caseId, ...(inPath ? { assignmentId } : {}) },
    body: inPath || assignmentId === undefined ? rest : { assignmentId, ...rest },
    key,
    ...(ifMatch === undefined ? {} : { ifMatch }),
  } as never)
  return body as Done
}
