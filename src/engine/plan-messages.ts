// Somebody says by the code of her plan that she cannot come: kept, and told to whoever at the practice has the assignment.
import { type Appointment, appointmentsOf } from '../documents/plan.ts'
import type { Language } from '../domain/words.ts'
import { workIn } from '../domain/work-in-case.ts'
import { loadPerson } from '../store/persons.ts'
import { insertPlanMessage, planMessages } from '../store/plans.ts'
import type { Engine } from './engine.ts'
import { notify } from './notify.ts'
import { planFactsOf, whatIn } from './plan-facts.ts'
import type { FoundCase } from './read-case.ts'
import { peopleToday, toldOf } from './who.ts'

/** Null: that appointment no longer stands. Said twice counts once. */
export async function cannotCome(
  engine: Engine,
  found: FoundCase,
  assignmentId: string,
  language: Language,
): Promise<Appointment | null> {
  const { store, clock } = engine
  const { state } = found
  const facts = await planFactsOf(engine, found, language, null)
  const appointment = appointmentsOf(facts).find((one) => one.assignmentId === assignmentId)
  const person = await loadPerson(store, state.personId)
  if (appointment === undefined || person === null) return null
  const told = toldOf(await peopleToday(engine), 'referrer', workIn(state, person.practice_id, assignmentId))
  const key = `cannotCome:${state.id}:${assignmentId}:${appointment.startsOn}`
  const row = { id: key, case_id: state.id, assignment_id: assignmentId, starts_on: appointment.startsOn, at: clock() }
  const { accountId } = told
  const mail =
    accountId === null
      ? []
      : [notify(store.build, { kind: 'cannotCome', accountId, dedupeKey: key, at: clock(), caseId: state.id })]
  // A lost race means that it was said before.
  await store.commit([insertPlanMessage(store.build, row), ...mail])
  return appointment
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
