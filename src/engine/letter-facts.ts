// Who sends a letter and who gets it: by name, as it is today.
import type { LetterFacts, Sender } from '../documents/letters.ts'
import { ofCase } from '../domain/case-log.ts'
import type { PersonDetails } from '../domain/person.ts'
import { workIn } from '../domain/work-in-case.ts'
import { loadOrganisation } from '../store/organisations.ts'
import { loadPerson } from '../store/persons.ts'
import { answerDeadline } from './answer-link.ts'
import { parsedFrom } from './bytes.ts'
import type { Engine } from './engine.ts'
import type { FoundCase } from './read-case.ts'
import { peopleToday, toldOf } from './who.ts'

/** The older adult's name, and whoever at the practice has the case, or this assignment. */
export async function senderOf(
  engine: Engine,
  { state }: FoundCase,
  assignmentId: string | null,
): Promise<{ readonly name: string; readonly from: Sender }> {
  const [person, people] = await Promise.all([loadPerson(engine.store, state.personId), peopleToday(engine)])
  if (person === null) throw new Error(`Case ${state.id} has no person`)
  const practice = await loadOrganisation(engine.store, person.practice_id)
  const told = toldOf(
    people,
    assignmentId === null ? 'practiceNurse' : 'referrer',
    workIn(state, person.practice_id, assignmentId ?? ofCase),
  )
  const details = practice === null ? {} : parsedFrom<{ name?: string; phone?: string }>(practice.details)
  const account = people.accounts.get(told.accountId ?? '')
  const own = account === undefined ? undefined : parsedFrom<{ phone?: string }>(account.details).phone
  const name = details.name ?? person.practice_id
  return {
    name: parsedFrom<PersonDetails>(person.details).name,
    from: { practice: name, name: told.accountId === null ? name : told.name, phone: own ?? details.phone ?? null },
  }
}

/** Of an assignment that is there. */
export async function letterParts(
  engine: Engine,
  found: FoundCase,
  assignmentId: string,
): Promise<Pick<LetterFacts, 'from' | 'to' | 'answerBy'>> {
  const one = found.state.assignments[assignmentId]!
  const [{ from }, people, person, provider] = await Promise.all([
    senderOf(engine, found, assignmentId),
    peopleToday(engine),
    loadPerson(engine.store, found.state.personId),
    one.providerId === null ? null : loadOrganisation(engine.store, one.providerId),
  ])
  const told = toldOf(people, 'provider', workIn(found.state, person?.practice_id ?? '', assignmentId))
  const organisation = provider === null ? '–' : (parsedFrom<{ name?: string }>(provider.details).name ?? provider.id)
  return {
    from,
    to: { organisation, name: told.organisationId === one.providerId && provider !== null ? told.name : organisation },
    answerBy: one.book.find(({ deadline }) => deadline === answerDeadline)?.due.on ?? null,
  }
}
