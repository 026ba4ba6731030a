// Commands on a case and on its assignments: a path, a body and a version in, the stored answer or the reason why not out.
import { commandOperations } from '../../contract/command-operations.ts'
import { commandRoutes } from '../../contract/command-routes.ts'
import type { Command } from '../../domain/commands.ts'
import type { Engine } from '../../engine/engine.ts'
import { type Expected, handleCommand, otherTag } from '../../engine/handle-command.ts'
import { logLooks } from '../../engine/look.ts'
import { loadCase } from '../../store/cases.ts'
import { outcomeOf, tagOfDone } from '../handled.ts'
import type { Asked, Serve } from '../serve.ts'

export function commandRoutesOn(serve: Serve, engine: Engine): void {
  for (const operation of commandOperations) {
    serve(operation, async (asked) => {
      const { caseId, assignmentId } = asked.params as { caseId: string; assignmentId?: string }
      const { occurredOn, ...payload } = asked.body as { occurredOn?: string }
      const edited = commandRoutes[operation.command].of === 'case' ? caseId : assignmentId!
      const ask = {
        actor: asked.actor,
        key: asked.key,
        requestId: asked.requestId,
        caseId,
        // The body was parsed by the schema of this very command.
        command: {
          type: operation.command,
          payload: assignmentId === undefined ? payload : { assignmentId, ...payload },
        } as Command,
        expected: expectedOf(asked, edited, assignmentId),
        ...(occurredOn === undefined ? {} : { occurredOn }),
      }
      const handled = await handleCommand(engine, ask)
      if (handled.is === 'forbidden') await logRefusal(engine, asked, caseId, operation.command)
      return outcomeOf(handled, engine.pathways.values(), (answer) => ({ headers: { etag: tagOfDone(answer) } }))
    })
  }
}

type AskedOfCommand = Asked<never, never, never>

/** A tag of something else is never the version that is edited here. */
function expectedOf(
  { ifMatch }: Pick<AskedOfCommand, 'ifMatch'>,
  edited: string,
  assignmentId: string | undefined,
): Expected | null {
  if (ifMatch === null) return null
  const version = ifMatch.id === edited ? ifMatch.version : otherTag
  return edited === assignmentId ? { of: 'assignment', id: edited, version } : { of: 'case', version }
}

/** Somebody tried to do something with a person's data that is not of the role. */
async function logRefusal(
  engine: Engine,
  { actor, requestId }: Pick<AskedOfCommand, 'actor' | 'requestId'>,
  caseId: string,
  action: string,
): Promise<void> {
  const row = await loadCase(engine.store, caseId)
  if (row !== null) await logLooks(engine, { actor, requestId }, [{ action, personId: row.person_id, caseId }], 'refused')
}
