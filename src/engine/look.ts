// Looks at a person's data: each leaves a line in the access log before anything is shown, and so does each that was refused.
import type { Actor } from '../access/actor.ts'
import { accessLine } from '../store/access-log.ts'
import type { Engine } from './engine.ts'

export type Looker = { readonly actor: Actor; readonly requestId: string }
export type Look = { readonly action: string; readonly personId: string; readonly caseId: string | null }

/** One line for each person that is seen. */
export async function logLooks(
  { store, clock, newId }: Engine,
  { actor, requestId }: Looker,
  looks: readonly Look[],
  outcome: 'seen' | 'refused',
): Promise<void> {
  if (looks.length === 0) return
  const at = clock()
  const committed = await store.commit(
    looks.map(({ action, personId, caseId }) =>
      accessLine(store.build, {
        id: newId(),
        at,
        actor_id: actor.id,
        actor_role: actor.role,
        person_id: personId,
        case_id: caseId,
        action,
        outcome,
        request_id: requestId,
      }),
    ),
  )
  if (!committed.ok) throw new Error('A line of the access log was there before')
}
