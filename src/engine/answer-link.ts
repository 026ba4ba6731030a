// A link to answer an assignment: made in the change that sends it, when whoever has to answer cannot log in.

import type { CaseState } from '../domain/case-state.ts'
import type { Command } from '../domain/commands.ts'
import { answerLinkExpires } from '../domain/links.ts'
import type { LinkRow } from '../store/tables.ts'
import type { Engine } from './engine.ts'
import type { PersonPlace } from './gather.ts'
import { newLink } from './links.ts'
import { peopleToday, toldOf } from './who.ts'

/** Null: nothing has to be answered now, or by somebody who logs in. */
export async function answerLinkFor(
  engine: Engine,
  command: Command,
  { assignments, id: caseId }: CaseState,
  { practiceId }: PersonPlace,
): Promise<LinkRow | null> {
  if (command.type !== 'sendAssignment' && command.type !== 'handOverAssignment') return null
  const { assignmentId } = command.payload
  const one = assignments[assignmentId]
  const answer = one?.book.find(({ deadline }) => deadline === answerDeadline)
  if (one === undefined || answer === undefined) return null
  const told = toldOf(await peopleToday(engine), 'provider', { ...one, practiceId })
  if (told.accountId === null || told.login) return null
  return newLink(engine, {
    purpose: 'answer',
    subjectId: assignmentId,
    caseId,
    accountId: told.accountId,
    expiresAt: answerLinkExpires(answer.due.at),
  })
}

/** Runs from sending until the answer. */
export const answerDeadline = 'TM6'
