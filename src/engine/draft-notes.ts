// The door for notes: what somebody wrote beside a question of the analysis, answered or not. Saved once for one operation id.
import { itemIn } from '../readmodels/draft-answers.ts'
import { notesOf, putNote as putRow } from '../store/draft-notes.ts'
import { bytesOf, parsedFrom } from './bytes.ts'
import { type DraftAsk, type DraftHandled, save } from './draft-answers.ts'
import type { Engine } from './engine.ts'

/** `revision`: what the asker saw of the own note, 0 for none. An empty text takes the note away. */
export const putNote = (
  engine: Engine,
  ask: DraftAsk & { readonly itemId: string; readonly revision: number; readonly text: string },
): Promise<DraftHandled> =>
  save(engine, ask, 'saveNote', async ({ instrument }) => {
    const { itemId, operationId, actor, text } = ask
    if (itemIn(instrument, itemId) === null) return { is: 'unknown' }
    const rows = await notesOf(engine.store, ask.caseId)
    const before = rows.find(({ operation_id }) => operation_id === operationId)
    if (before !== undefined) {
      const same = before.item === itemId && before.actor_id === actor.id && parsedFrom<string>(before.value) === text
      return same ? { is: 'write', statements: [] } : { is: 'keyReused' }
    }
    const current = rows.find(({ item, actor_id }) => item === itemId && actor_id === actor.id)?.revision ?? 0
    if (current !== ask.revision) return { is: 'stale', current, since: [] }
    const row = {
      case_id: ask.caseId,
      item: itemId,
      actor_id: actor.id,
      revision: current + 1,
      value: bytesOf(text),
      operation_id: operationId,
      at: engine.clock(),
    }
    return { is: 'write', statements: [putRow(engine.store.build, row)] }
  })
