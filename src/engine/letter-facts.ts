// Who sends a letter and who gets it: by name, as it is today.
import type { LetterFacts, Sender } from '../documents/letters.ts'
import { dayOf } from '../domain/calendar.ts'
import { ofCase } from '../domain/case-log.ts'
import { dueOn, type TermOverrides } from '../domain/deadline.ts'
import { ruleById } from '../domain/deadline-book.ts'
import { machineMetaOf } from '../domain/machine-definition.ts'
import type { PersonDetails } from '../domain/person.ts'
import { workIn } from '../domain/work-in-case.ts'
import type { WhoIsWho } from '../store/directory.ts'
import { loadOrganisation } from '../store/organisations.ts'
import { loadPerson } from '../store/persons.ts'
import type { OrganisationRow } from '../store/tables.ts'
import { answerDeadline } from './answer-link.ts'
import { parsedFrom } from './bytes.ts'
import type { Engine } from './engine.ts'
import type { FoundCase } from './read-case.ts'
import { peopleToday, type Told, toldOf } from './who.ts'

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
  return {
    name: parsedFrom<PersonDetails>(person.details).name,
    from: fromIn(people, practice, person.practice_id, told),
  }
}

function fromIn(people: WhoIsWho, practice: OrganisationRow | null, practiceId: string, told: Told): Sender {
  const details = practice === null ? {} : parsedFrom<{ name?: string; phone?: string }>(practice.details)
  const account = people.accounts.get(told.accountId ?? '')
  const own = account === undefined ? undefined : parsedFrom<{ phone?: string }>(account.details).phone
  const name = details.name ?? practiceId
  return { practice: name, name: told.accountId === null ? name : told.name, phone: own ?? details.phone ?? null }
}

function toIn(provider: OrganisationRow | null, told: Told): LetterFacts['to'] {
  const organisation = provider === null ? '–' : (parsedFrom<{ name?: string }>(provider.details).name ?? provider.id)
  return { organisation, name: provider !== null && told.organisationId === provider.id ? told.name : organisation }
}

/** Of a choice that is not recorded yet, as if whoever asks sent it today. */
export async function letterPartsFor(
  engine: Engine,
  { state, pathway }: FoundCase,
  {
    providerId,
    offerId,
    referrerId,
  }: { readonly providerId: string | null; readonly offerId: string | null; readonly referrerId: string },
): Promise<Pick<LetterFacts, 'from' | 'to' | 'answerBy'>> {
  const person = await loadPerson(engine.store, state.personId)
  const practiceId = person?.practice_id ?? ''
  const [people, practice, provider] = await Promise.all([
    peopleToday(engine),
    loadOrganisation(engine.store, practiceId),
    providerId === null ? null : loadOrganisation(engine.store, providerId),
  ])
  const work = { practiceId, providerId, offerId, holderId: null, referrerId }
  const rule = ruleById(machineMetaOf(pathway.machines.assignment).deadlines, answerDeadline)
  const overrides = pathway.settings['deadlines'] as TermOverrides
  return {
    from: fromIn(people, practice, practiceId, toldOf(people, 'referrer', work)),
    to: toIn(provider, toldOf(people, 'provider', work)),
    answerBy: dueOn(rule, dayOf(engine.clock()), {}, overrides).on,
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
  return {
    from,
    to: toIn(provider, told),
    answerBy: one.book.find(({ deadline }) => deadline === answerDeadline)?.due.on ?? null,
  }
}
