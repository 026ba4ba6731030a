// The operation of every command: its path, its body (the payload without what stands in the path) and its precondition.
import * as z from 'zod'
import { capitalised } from '../domain/capitalised.ts'
import { AssignmentId, type CommandType, commandPayloads, commandTypes, commandWords, Id } from '../domain/commands.ts'
import { commandExamples } from './command-examples.ts'
import { commandRoutes } from './command-routes.ts'
import { assignmentShape, caseShape, day, type Operation, operation } from './operation.ts'

/** What a command that took effect is answered with. */
export const Done = z.strictObject({
  caseId: Id,
  seq: z.int(),
  stage: z.string(),
  entries: z.array(z.strictObject({ type: z.string(), subject: z.string() })),
  assignments: z.record(z.string(), z.strictObject({ state: z.string(), version: z.int() })),
})

/** The payload of `type` without what its path says already; with `occurredOn` when it did not happen today. */
function bodyOf(type: CommandType): z.ZodType {
  const payload: z.ZodType = commandPayloads[type]
  const inPath = commandRoutes[type].of === 'assignment' ? ['assignmentId'] : []
  const withoutPath = (object: z.ZodObject) => {
    const rest = Object.entries(object.shape).filter(([name]) => !inPath.includes(name))
    return z.strictObject({ ...Object.fromEntries(rest), occurredOn: day.optional() })
  }
  if (payload instanceof z.ZodObject) return withoutPath(payload)
  if (!(payload instanceof z.ZodDiscriminatedUnion)) throw new Error(`The payload of ${type} is no object`)
  const [first, ...others] = payload.options.map((option) => withoutPath(option as z.ZodObject))
  return z.discriminatedUnion(payload.def.discriminator, [first!, ...others])
}

export type CommandOperation = Operation & { readonly command: CommandType }

export const commandOperations: readonly CommandOperation[] = commandTypes.map((command) => {
  const { path, of, ifMatch } = commandRoutes[command]
  const { nl, en } = commandWords[command]
  return {
    ...operation({
      operationId: command,
      method: 'POST',
      path: `/v1/cases/{caseId}/${path}`,
      tag: 'commands',
      words: { nl: capitalised(nl), en: capitalised(en) },
      params: z.strictObject({ caseId: Id, ...(of === 'assignment' ? { assignmentId: AssignmentId } : {}) }),
      body: bodyOf(command),
      example: commandExamples[command],
      idempotencyKey: true,
      ifMatch: { needed: ifMatch, shape: of === 'case' ? caseShape : assignmentShape },
      answer: Done,
    }),
    command,
  }
})
