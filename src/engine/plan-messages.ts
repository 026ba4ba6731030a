// Somebody says by the code of her plan that she cannot come: kept, told to whoever has it at the practice and at the provider.
import { type Appointment, appointmentsOf } from '../documents/plan.ts'
import type { Language } from '../domain/words.ts'
import { workIn } from '../domain/work-in-case.ts'
import { insertFeedback } from '../store/feedback.ts'
import { loadPerson } from '../store/persons.ts'
import { insertPlanMessage, planMessages } from '../store/plans.ts'
import type { FeedbackRow } from '../store/tables.ts'
import type { Engine } from './engine.ts'
import { notify } from './notify.ts'
import { planFactsOf, whatIn } from './plan-facts.ts'
import type { FoundCase } from './read-case.ts'
import { peopleToday, toldOf } from './who.ts'

/** `provider`: somebody there is told too; where nobody can read it here, the practice phones. */
export type Said = { readonly appointment: Appointment; readonly provider: boolean }

/** Null: that appointment no longer stands. Said twice counts once. */
export async function cannotCome(
  engine: Engine,
  found: FoundCase,
  assignmentId: string,
  language: Language,
): Promise<Said | null> {
  const { store, clock } = engine
  const { state } = found
  const facts = await planFactsOf(engine, found, language, null)
  const appointment = appointmentsOf(facts).find((one) => one.assignmentId === assignmentId)
  const person = await loadPerson(store, state.personId)
  if (appointment === undefined || person === null) return null
  const people = await peopleToday(engine)
  const work = workIn(state, person.practice_id, assignmentId)
  const [referrer, holder] = [toldOf(people, 'referrer', work), toldOf(people, 'provider', work)]
  const provider = holder.organisationId === work.providerId && holder.login
  const at = clock()
  const key = `cannotCome:${state.id}:${assignmentId}:${appointment.startsOn}`
  const row = { id: key, case_id: state.id, assignment_id: assignmentId, starts_on: appointment.startsOn, at }
  const mails = [
    { accountId: referrer.accountId, dedupeKey: key },
    ...(provider ? [{ accountId: holder.accountId, dedupeKey: `${key}:provider` }] : []),
  ].flatMap(({ accountId, dedupeKey }) =>
    accountId === null ? [] : [notify(store.build, { kind: 'cannotCome', accountId, dedupeKey, at, caseId: state.id })],
  )
  const line: FeedbackRow = {
    id: `${state.id}.${assignmentId}.${appointment.startsOn}`,
    case_id: state.id,
    assignment_id: assignmentId,
    practice_id: person.practice_id,
    moment: provider ? 'cannotCome' : 'cannotComePhone',
    // The day that it is about.
    occurred_on: appointment.startsOn,
    at,
    read_by: null,
    read_at: null,
  }
  // A lost race means that it was said before.
  await store.commit([insertPlanMessage(store.build, row), insertFeedback(store.build, [line]), ...mails])
  return { appointment, provider }
}

export async function toldByCode(engine: Engine, { state, pathway }: FoundCase, language: Language) {
  const rows = await planMessages(engine.store, state.id)
  return rows.map(({ assignment_id, starts_on, at }) => ({
    assignmentId: assignment_id,
    what: whatIn(pathway, state.assignments[assignment_id]?.code ?? '', language),
    on: starts_on,
    at,
  }))
}
