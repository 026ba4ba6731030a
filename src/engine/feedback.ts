// Feedback as a practice reads it, one line each; read once, by whoever of the practice is first.
import { whyNotSee } from '../access/reading.ts'
import type { FeedbackLine } from '../contract/feedback.ts'
import type { CaseState } from '../domain/case-state.ts'
import { dayWords } from '../domain/day-words.ts'
import { feedbackWords } from '../domain/feedback.ts'
import type { Pathway } from '../domain/pathway.ts'
import type { Language } from '../domain/words.ts'
import { nameOfCode } from '../readmodels/code-names.ts'
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

/** In the order of the rows. */
export async function feedbackLines(engine: Engine, rows: readonly FeedbackRow[], language: Language): Promise<FeedbackLine[]> {
  const { store } = engine
  const cases = new Map(
    (
      await casesByIds(
        store,
        rows.map(({ case_id }) => case_id),
      )
    ).map((row) => [row.id, row]),
  )
  const states = new Map([...cases].map(([id, { state }]) => [id, parsedFrom<CaseState>(state)]))
  const assignmentOf = ({ case_id, assignment_id }: FeedbackRow) => states.get(case_id)!.assignments[assignment_id]!
  const providerIds = rows.flatMap((row) => assignmentOf(row).providerId ?? [])
  const [persons, providers, events] = await Promise.all([
    personsByIds(
      store,
      [...cases.values()].map(({ person_id }) => person_id),
    ),
    organisationsByIds(store, [...new Set(providerIds)]),
    lastEventsOf(
      store,
      rows.map(({ case_id }) => case_id),
      ['assignmentDeclined', 'assignmentStoppedEarly'],
    ),
  ])
  const nameIn = (found: { readonly details: Uint8Array } | undefined, otherwise: string) =>
    found === undefined ? otherwise : (parsedFrom<{ name?: string }>(found.details).name ?? otherwise)
  return rows.map((row) => {
    const state = states.get(row.case_id)!
    const pathway = pathwayOf(engine, state.pathway)
    const { code, providerId } = assignmentOf(row)
    const event = reasoned.has(row.moment) ? events.find(({ subject }) => subject === row.assignment_id) : undefined
    const provider = nameIn(
      providers.find(({ id }) => id === providerId),
      providerId ?? '–',
    )
    return {
      feedbackId: row.id,
      moment: row.moment,
      words: lineWords(pathway, row, code, provider, language),
      because: event === undefined ? null : reasonWords(pathway, parsedFrom<{ record: object }>(event.payload).record, language),
      occurredOn: row.occurred_on,
      at: row.at,
      personId: state.personId,
      personName: nameIn(
        persons.find(({ id }) => id === state.personId),
        '–',
      ),
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

function lineWords(pathway: Pathway, { moment, occurred_on }: FeedbackRow, code: string, provider: string, language: Language) {
  const at = { nl: 'bij', en: 'at' }[language]
  return `${nameOfCode(pathway, code, language)} ${at} ${provider}, ${dayWords(occurred_on, language)}: ${feedbackWords[moment][language]}`
}

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
