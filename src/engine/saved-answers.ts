// The draft answers of a case as they were saved, read back, with the names of who gave them.
import type { Answer } from '../domain/answers.ts'
import type { SavedAnswer } from '../readmodels/draft-answers.ts'
import { draftsOf } from '../store/drafts.ts'
import { accountsByIds } from '../store/organisations.ts'
import type { Reader } from '../store/store.ts'
import type { DraftRow } from '../store/tables.ts'
import { parsedFrom } from './bytes.ts'

export async function savedAnswers(reader: Reader, caseId: string): Promise<SavedAnswer[]> {
  const rows = await draftsOf(reader, caseId)
  const accounts = await accountsByIds(reader, [...new Set(rows.map(({ actor_id }) => actor_id))])
  const names = new Map(accounts.map(({ id, details }) => [id, parsedFrom<{ readonly name?: string }>(details).name]))
  return rows.map((row) => savedFrom(row, names.get(row.actor_id) ?? row.actor_id))
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
