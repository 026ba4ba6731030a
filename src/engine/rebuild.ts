// Rebuild: the rows that are drawn from the logs (deadlines, assignments, worklist, places on courses) thrown away and drawn again, case by case.
import { discardAssignments, insertAssignment } from '../store/assignments.ts'
import { eventsOf, loadCase, moveCase } from '../store/cases.ts'
import { checkChain } from '../store/chain.ts'
import { discardDeadlines, putDeadline } from '../store/deadlines.ts'
import { recountPlaces } from '../store/places.ts'
import type { Store } from '../store/store.ts'
import { putWorklistLine } from '../store/worklist.ts'
import type { Engine } from './engine.ts'
import { personFor } from './gather.ts'
import { redrawnWorklist, replayCase } from './replay-case.ts'
import { caseIds } from './verify.ts'

/** `unsound`: cases whose log cannot be trusted; their rows were left as they are. */
export type Rebuilt = { readonly cases: number; readonly unsound: readonly string[] }

/** So many cases are drawn at once: they share one commit on disk. */
const together = 64

/** Doing it twice gives the same rows. */
export async function rebuild(
  store: Store,
  { pathways }: Pick<Engine, 'pathways'>,
  onCase: (cases: number) => void = () => {},
): Promise<Rebuilt> {
  const ids: string[] = []
  for await (const id of caseIds(store)) ids.push(id)
  const unsound: string[] = []
  for (let from = 0; from < ids.length; from += together) {
    const group = ids.slice(from, from + together)
    const drawn = await Promise.all(group.map((id) => redraw(store, { pathways }, id)))
    unsound.push(...group.filter((_, index) => !drawn[index]))
    onCase(from + group.length)
  }
  await store.commit(recountPlaces(store.build))
  return { cases: ids.length, unsound }
}

/** False when the log of the case is damaged. */
async function redraw(store: Store, knowledge: Pick<Engine, 'pathways'>, caseId: string): Promise<boolean> {
  for (let tries = 0; tries < 20; tries += 1) {
    const head = await loadCase(store, caseId)
    if (head === null) return true
    const rows = await eventsOf(store, caseId)
    const pathway = knowledge.pathways.get(head.pathway)
    const person = await personFor({ store }, head.person_id)
    if (pathway === undefined || person === null || checkChain(rows, head) !== null) return false
    const replayed = replayCase(pathway, rows, person)
    if (!replayed.ok) return false
    const { redrawn } = replayed
    const { build } = store
    const committed = await store.commit([
      // Moves the case to where it is: nobody else changes it in the meantime.
      moveCase(build, {
        id: head.id,
        fromSeq: head.seq,
        toSeq: head.seq,
        state: head.state,
        headHash: head.head_hash,
        stage: head.stage,
        changedAt: head.changed_at,
      }),
      discardDeadlines(build, caseId),
      ...[...redrawn.deadlines.values()].map((row) => putDeadline(build, row)),
      discardAssignments(build, caseId),
      ...[...redrawn.assignments.values()].map((row) => insertAssignment(build, row)),
      putWorklistLine(build, redrawnWorklist(pathway, redrawn, person)),
    ])
    if (committed.ok) return true
  }
  throw new Error(`Case ${caseId} keeps moving`)
}
