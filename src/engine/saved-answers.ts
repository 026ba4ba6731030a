// The draft answers of a case as they were saved, read back.
import type { Answer } from '../domain/answers.ts'
import type { SavedAnswer } from '../readmodels/draft-answers.ts'
import { draftsOf } from '../store/drafts.ts'
import type { Reader } from '../store/store.ts'
import type { DraftRow } from '../store/tables.ts'
import { parsedFrom } from './bytes.ts'

export const savedAnswers = async (reader: Reader, caseId: string): Promise<SavedAnswer[]> =>
  (await draftsOf(reader, caseId)).map(savedFrom)

const savedFrom = ({ item, actor_id, value, revision, at, provenance }: DraftRow): SavedAnswer => ({
  itemId: item,
  actorId: actor_id,
  answer: parsedFrom<Answer>(value),
  revision,
  at,
  provenance,
})
