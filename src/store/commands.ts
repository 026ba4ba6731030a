// Commands that were answered, so that a repeat gets the same answer.
import { insertRow } from './row-statements.ts'
import type { Builder, Reader, Statement } from './store.ts'
import type { CommandRow } from './tables.ts'

export async function findCommand(reader: Reader, actorId: string, idempotencyKey: string): Promise<CommandRow | null> {
  const [row] = await reader.read(
    reader.build
      .selectFrom('command')
      .selectAll()
      .where('actor_id', '=', actorId)
      .where('idempotency_key', '=', idempotencyKey)
      .compile(),
  )
  return row ?? null
}

/** Refused when this command was answered in the meantime. */
export const rememberCommand = (build: Builder, row: CommandRow): Statement => insertRow(build, 'command', row)
