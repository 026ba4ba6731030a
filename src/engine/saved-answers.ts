// The draft answers and notes of a case as they were saved, read back, with the names of who gave them.
import type { Answer } from '../domain/answers.ts'
import type { Saved, SavedAnswer, SavedNote } from '../readmodels/draft-answers.ts'
import { notesOf } from '../store/draft-notes.ts'
import { draftsOf } from '../store/drafts.ts'
import { accountsByIds } from '../store/organisations.ts'
import type { Reader } from '../store/store.ts'
import type { DraftNoteRow, DraftRow } from '../store/tables.ts'
import { parsedFrom } from './bytes.ts'

/** A note that was taken away is there with an empty text: its revision counts. */
export async function savedDraft(reader: Reader, caseId: string): Promise<Saved> {
  const [answers, notes] = [await draftsOf(reader, caseId), await notesOf(reader, caseId)]
  const accounts = await accountsByIds(reader, [...new Set([...answers, ...notes].map(({ actor_id }) => actor_id))])
  const names = new Map(accounts.map(({ id, details }) => [id, parsedFrom<{ readonly name?: string }>(details).name]))
  const nameOf = (actorId: string): string => names.get(actorId) ?? actorId
  return {
    answers: answers.map((row) => savedFrom(row, nameOf(row.actor_id))),
    notes: notes.map((row) => noteFrom(row, nameOf(row.actor_id))),
  }
}

const savedFrom = ({ item, actor_id, value, revision, at, provenance }: DraftRow, actorName: string): SavedAnswer => ({
  itemId: item,
  actorId: actor_id,
  actorName,
  answer: parsedFrom<Answer>(value),
  revision,
  at,
  provenance,
})

const noteFrom = ({ item, actor_id, value, revision, at }: DraftNoteRow, actorName: string): SavedNote => ({
  itemId: item,
  actorId: actor_id,
  actorName,
  text: parsedFrom<string>(value),
  revision,
  at,
})
