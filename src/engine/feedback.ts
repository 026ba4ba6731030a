// Feedback as a practice reads it, one line each; read once, by whoever of the practice is first.
import type { Actor } from '../access/actor.ts'
import { whyNotSee } from '../access/reading.ts'
import type { FeedbackLine } from '../contract/feedback.ts'
import { dayOf } from '../domain/calendar.ts'
import type { CaseState } from '../domain/case-state.ts'
import { ageOn, type PersonDetails } from '../domain/person.ts'
import type { Language } from '../domain/words.ts'
import { workIn } from '../domain/work-in-case.ts'
import { feedbackSaid } from '../readmodels/feedback-line.ts'
import { reasonWords } from '../readmodels/reason-words.ts'
import { casesByIds, lastEventsOf } from '../store/cases.ts'
import { loadFeedback, markFeedbackRead } from '../store/feedback.ts'
import { organisationsByIds } from '../store/organisations.ts'
import { personsByIds } from '../store/persons.ts'
import type { FeedbackRow } from '../store/tables.ts'
import { parsedFrom } from './bytes.ts'
import { type Engine, pathwayOf } from './engine.ts'
import type { Handled } from './handle-command.ts'
import { type Asking, once } from './once.ts'
import { callable, peopleToday, toldOf } from './who.ts'

/** In the order of the rows. */
export async function feedbackLines(
  engine: Engine,
  rows: readonly FeedbackRow[],
  { role }: Actor,
  language: Language,
): Promise<FeedbackLine[]> {
  const { store } = engine
  const caseIds = rows.map(({ case_id }) => case_id)
  const cases = new Map((await casesByIds(store, caseIds)).map((row) => [row.id, row]))
  const states = new Map([...cases].map(([id, { state }]) => [id, parsedFrom<CaseState>(state)]))
  const assignmentOf = ({ case_id, assignment_id }: FeedbackRow) => states.get(case_id)!.assignments[assignment_id]!
  const personIds = [...cases.values()].map(({ person_id }) => person_id)
  const providerIds = rows.flatMap((row) => assignmentOf(row).providerId ?? [])
  const [persons, providers, events, people] = await Promise.all([
    personsByIds(store, personIds),
    organisationsByIds(store, [...new Set(providerIds)]),
    lastEventsOf(store, caseIds, ['assignmentDeclined', 'assignmentStoppedEarly']),
    peopleToday(engine),
  ])
  const known = new Map(persons.map(({ id, details }) => [id, parsedFrom<Partial<PersonDetails>>(details)]))
  const names = new Map(providers.map(({ id, details }) => [id, parsedFrom<{ name?: string }>(details).name]))
  const today = dayOf(engine.clock())
  return rows.map((row) => {
    const state = states.get(row.case_id)!
    const pathway = pathwayOf(engine, state.pathway)
    const assignment = assignmentOf(row)
    const event = reasoned.has(row.moment) ? events.find(({ subject }) => subject === row.assignment_id) : undefined
    const because =
      event === undefined ? null : reasonWords(pathway, parsedFrom<{ record: object }>(event.payload).record, language)
    const person = known.get(state.personId)
    const said = feedbackSaid({
      seen: { pathway, state, role, today, language },
      row,
      assignment,
      provider: names.get(assignment.providerId ?? '') ?? assignment.providerId ?? '–',
      because,
      person: { name: person?.name ?? '–', phone: person?.phone ?? null },
      holder: callable(people, toldOf(people, 'provider', workIn(state, row.practice_id, row.assignment_id))),
    })
    return {
      feedbackId: row.id,
      moment: row.moment,
      ...said,
      because,
      occurredOn: row.occurred_on,
      at: row.at,
      personId: state.personId,
      personName: person?.name ?? '–',
      age: person?.birthDate === undefined ? null : ageOn(person.birthDate, today),
      caseId: row.case_id,
      assignmentId: row.assignment_id,
      readBy: row.read_by,
      readAt: row.read_at,
      links: {
        case: `/v1/cases/${row.case_id}`,
        summary: `/v1/cases/${row.case_id}/assignments/${row.assignment_id}/summary`,
      },
    }
  })
}

const reasoned: ReadonlySet<FeedbackRow['moment']> = new Set(['declined', 'stoppedEarly'])

/** Who read it first stays; reading it twice is no fault. */
export const markRead = (engine: Engine, asking: Asking, feedbackId: string): Promise<Handled> =>
  once<Handled>(engine, asking, { readFeedback: feedbackId }, async () => {
    const refusal = whyNotSee('outgoing', asking.actor.role)
    if (refusal !== null) return { is: 'forbidden', refusal }
    const row = await loadFeedback(engine.store, feedbackId)
    if (row === null || row.practice_id !== asking.actor.organisationId) return { is: 'unknownCase' }
    const read = { by: row.read_by ?? asking.actor.id, at: row.read_at ?? engine.clock() }
    const change = row.read_at === null ? [markFeedbackRead(engine.store.build, row.id, read.by, read.at)] : []
    return { is: 'ready', change, answer: { feedbackId, readBy: read.by, readAt: read.at } }
  })
