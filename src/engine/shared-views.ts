// Shared views: what goes to a receiver, gathered from the case, the analysis, the person and the offer, and kept as it was sent.
import type { Answers } from '../domain/answers.ts'
import { dayOf } from '../domain/calendar.ts'
import { ofCase } from '../domain/case-log.ts'
import type { CaseState } from '../domain/case-state.ts'
import type { Decided } from '../domain/decide.ts'
import type { ReceiverView, ViewStage } from '../domain/minimisation.ts'
import type { Pathway } from '../domain/pathway.ts'
import type { PersonDetails } from '../domain/person.ts'
import { receiverOf, receiverView } from '../domain/receiver-view.ts'
import { lastEventOf } from '../store/cases.ts'
import { loadOffer } from '../store/offers.ts'
import { loadPerson } from '../store/persons.ts'
import { lastSharedView } from '../store/shared-views.ts'
import type { SharedViewRow } from '../store/tables.ts'
import { bytesOf, parsedFrom } from './bytes.ts'
import type { Engine } from './engine.ts'

/** In both languages, for both stages. */
export type SharedView = { readonly [stage in ViewStage]: ReceiverView }

export type Wanted = { readonly code: string; readonly domain: 'care' | 'social' | null }

/** What a receiver would see, were it sent now. */
export async function viewFor(engine: Engine, pathway: Pathway, state: CaseState, wanted: Wanted): Promise<SharedView> {
  const row = await loadPerson(engine.store, state.personId)
  if (row === null) throw new Error(`Case ${state.id} has no person`)
  const share = {
    state,
    answers: await lastAnswers(engine, state.id),
    person: { details: parsedFrom<PersonDetails>(row.details), municipality: row.municipality },
    code: wanted.code,
    receiver: receiverOf(pathway, wanted.code, wanted.domain),
    today: dayOf(engine.clock()),
  }
  return {
    before: receiverView(pathway, { ...share, stage: 'before' }),
    after: receiverView(pathway, { ...share, stage: 'after' }),
  }
}

/** Of an assignment that is there. */
export async function viewOf(engine: Engine, pathway: Pathway, state: CaseState, assignmentId: string): Promise<SharedView> {
  const { code, offerId } = state.assignments[assignmentId]!
  return viewFor(engine, pathway, state, {
    code,
    domain: await domainOf(engine, pathway, state, { assignmentId, code, offerId }),
  })
}

type Sent = { readonly assignmentId: string; readonly code: string; readonly offerId: string | null }

/** As the offer says; else as it was decided, else as the catalogue has it; null: either. */
async function domainOf(
  { store }: Engine,
  { rules }: Pathway,
  { decision }: CaseState,
  { assignmentId, code, offerId }: Sent,
): Promise<Wanted['domain']> {
  const offer = offerId === null ? null : await loadOffer(store, offerId)
  const decided = decision?.record['assignmentId'] === assignmentId ? decision.record['domain'] : null
  const catalogued = rules.followUps.find(({ id }) => id === code)?.domain ?? null
  return asDomain(offer?.domain ?? decided ?? catalogued)
}

export const asDomain = (said: unknown): Wanted['domain'] => (said === 'care' || said === 'social' ? said : null)

/** What was answered in the last analysis that was completed. */
export async function lastAnswers({ store }: Engine, caseId: string): Promise<Answers> {
  const row = await lastEventOf(store, caseId, 'analysisCompleted')
  if (row === null) return {}
  return parsedFrom<{ record: { answers?: Answers } }>(row.payload).record.answers ?? {}
}

/** What the receivers of a change that sends will read: stored with the change itself. */
export async function viewsSentBy(engine: Engine, pathway: Pathway, { entries, state }: Decided): Promise<SharedViewRow[]> {
  const sent = entries.filter(({ type, subject }) => type === 'assignmentSent' && subject !== ofCase)
  return Promise.all(sent.map(({ subject }) => nextView(engine, pathway, state, subject)))
}

/** One number higher than what was sent before. */
export async function nextView(engine: Engine, pathway: Pathway, state: CaseState, assignmentId: string): Promise<SharedViewRow> {
  const [view, last] = await Promise.all([
    viewOf(engine, pathway, state, assignmentId),
    lastSharedView(engine.store, assignmentId),
  ])
  return {
    assignment_id: assignmentId,
    number: (last?.number ?? 0) + 1,
    case_id: state.id,
    at: engine.clock(),
    view: bytesOf(view),
  }
}
