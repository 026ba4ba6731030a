// The door for draft answers: outside the log, one row for each item and person, each saved once for one operation id.
import { whyNotAnswer } from '../access/reading.ts'
import type { Answer, Answers } from '../domain/answers.ts'
import { canonicalJson } from '../domain/canonical.ts'
import type { CaseState } from '../domain/case-state.ts'
import { checkAnswer } from '../domain/check-answer.ts'
import type { Instrument } from '../domain/instrument.ts'
import type { Refusal } from '../domain/result.ts'
import { applyShortcut } from '../domain/section-shortcut.ts'
import { itemIn, type Saved } from '../readmodels/draft-answers.ts'
import { accessLine } from '../store/access-log.ts'
import { loadCase } from '../store/cases.ts'
import { holdCase, removeDraft } from '../store/draft-moves.ts'
import { draftsOf, putDraft } from '../store/drafts.ts'
import type { Statement } from '../store/store.ts'
import type { DraftRow } from '../store/tables.ts'
import { bytesOf, parsedFrom } from './bytes.ts'
import { type Engine, pathwayOf } from './engine.ts'
import { TooBusy } from './handle-command.ts'
import type { Looker } from './look.ts'
import { savedDraft } from './saved-answers.ts'

export type DraftAsk = Looker & { readonly caseId: string; readonly operationId: string }

export type DraftHandled =
  | { readonly is: 'saved'; readonly instrument: Instrument; readonly saved: Saved }
  | { readonly is: 'refused' | 'forbidden'; readonly refusal: Refusal }
  | { readonly is: 'keyReused' }
  | { readonly is: 'stale'; readonly current: number; readonly since: readonly string[] }
  /** No such case, item or section. */
  | { readonly is: 'unknown' }

type Before = { readonly state: CaseState; readonly instrument: Instrument; readonly rows: readonly DraftRow[] }
/** What is to be written; nothing when it stands there already. */
type Decision = { readonly is: 'write'; readonly statements: readonly Statement[] } | Exclude<DraftHandled, { is: 'saved' }>

/** `revision`: what the asker saw of the own answer, 0 for none. */
export const putAnswer = (
  engine: Engine,
  ask: DraftAsk & { readonly itemId: string; readonly revision: number; readonly answer: Answer },
): Promise<DraftHandled> =>
  save(engine, ask, 'saveAnswer', ({ instrument, rows }) => {
    const found = itemIn(instrument, ask.itemId)
    if (found === null) return { is: 'unknown' }
    const checked = checkAnswer(found.item, ask.answer)
    if (!checked.ok) return { is: 'refused', refusal: checked.refusal }
    const before = rows.find(({ operation_id }) => operation_id === ask.operationId)
    if (before !== undefined) return repeatOf(before, ask)
    const own = rows.find(({ item, actor_id }) => item === ask.itemId && actor_id === ask.actor.id)
    const current = own?.revision ?? 0
    if (current !== ask.revision) return { is: 'stale', current, since: [] }
    return { is: 'write', statements: [put(engine, ask, { itemId: ask.itemId, answer: ask.answer, revision: current + 1 })] }
  })

/** A difference is settled: everybody's answer becomes the chosen one. */
export const chooseAnswer = (
  engine: Engine,
  ask: DraftAsk & {
    readonly itemId: string
    readonly chosen: string
    readonly revisions: { readonly [actorId: string]: number }
  },
): Promise<DraftHandled> =>
  save(engine, ask, 'chooseAnswer', ({ instrument, rows }) => {
    const own = rows.filter(({ item }) => item === ask.itemId)
    const chosen = own.find(({ actor_id }) => actor_id === ask.chosen)
    if (itemIn(instrument, ask.itemId) === null || chosen === undefined) return { is: 'unknown' }
    if (own.some(({ operation_id }) => operation_id.startsWith(`${ask.operationId}:`))) return { is: 'write', statements: [] }
    const moved = own.find(({ actor_id, revision }) => ask.revisions[actor_id] !== revision)
    if (moved !== undefined) return { is: 'stale', current: moved.revision, since: [] }
    const answer = parsedFrom<Answer>(chosen.value)
    return {
      is: 'write',
      statements: own.map(({ actor_id, revision }) =>
        put(engine, ask, { itemId: ask.itemId, answer, revision: revision + 1, actorId: actor_id, provenance: 'chosen' }),
      ),
    }
  })

/** Fills what nobody has answered yet in one section. */
export const noFindings = (engine: Engine, ask: DraftAsk & { readonly sectionId: string }): Promise<DraftHandled> =>
  save(engine, ask, 'noFindings', ({ instrument, rows }) => {
    const section = instrument.sections.find(({ id }) => id === ask.sectionId)
    if (section === undefined) return { is: 'unknown' }
    const answers: Answers = Object.fromEntries(rows.map(({ item, value }) => [item, parsedFrom<Answer>(value)]))
    const { answers: after, filled } = applyShortcut(section, answers)
    return {
      is: 'write',
      statements: filled.map((itemId) =>
        put(engine, ask, { itemId, answer: after[itemId]!, revision: 1, provenance: 'shortcut' }),
      ),
    }
  })

/** Opens again what the asker's own "no findings" filled; what was answered since stays. */
export const undoNoFindings = (engine: Engine, ask: DraftAsk & { readonly sectionId: string }): Promise<DraftHandled> =>
  save(engine, ask, 'undoNoFindings', ({ instrument, rows }) => {
    const section = instrument.sections.find(({ id }) => id === ask.sectionId)
    if (section === undefined) return { is: 'unknown' }
    const filled = rows.filter(
      ({ item, actor_id, provenance }) =>
        provenance === 'shortcut' && actor_id === ask.actor.id && section.items.some(({ id }) => id === item),
    )
    return { is: 'write', statements: filled.map((row) => removeDraft(engine.store.build, row)) }
  })

/** One change to what is under way: looked at again when the case, or somebody else's answer, moved meanwhile. */
export async function save(
  engine: Engine,
  ask: DraftAsk,
  action: string,
  decide: (before: Before) => Decision | Promise<Decision>,
): Promise<DraftHandled> {
  const refusal = whyNotAnswer(ask.actor.role)
  if (refusal !== null) return { is: 'forbidden', refusal }
  for (let tries = 0; tries < 20; tries++) {
    const row = await loadCase(engine.store, ask.caseId)
    if (row === null) return { is: 'unknown' }
    const state = parsedFrom<CaseState>(row.state)
    if (!takesAnswers(state)) return { is: 'refused', refusal: noAnalysis }
    const { instrument } = pathwayOf(engine, state.pathway)
    const decision = await decide({ state, instrument, rows: await draftsOf(engine.store, ask.caseId) })
    if (decision.is !== 'write') return decision
    const line = lineOf(engine, ask, action, row.person_id)
    const committed = await engine.store.commit([holdCase(engine.store.build, row.id, row.seq), ...decision.statements, line])
    if (committed.ok) return { is: 'saved', instrument, saved: await savedDraft(engine.store, ask.caseId) }
  }
  throw new TooBusy('The draft changed under one request again and again')
}

/** From the moment that an analysis is planned until it is finished. */
const takesAnswers = ({ position }: CaseState): boolean =>
  ['analysisPlanned', 'analysis'].includes((position.value as { progress: string }).progress)

function repeatOf(before: DraftRow, ask: Looker & { readonly itemId: string; readonly answer: Answer }): Decision {
  const same =
    before.item === ask.itemId &&
    before.actor_id === ask.actor.id &&
    canonicalJson(parsedFrom<Answer>(before.value)) === canonicalJson(ask.answer)
  return same ? { is: 'write', statements: [] } : { is: 'keyReused' }
}

type Put = {
  readonly itemId: string
  readonly answer: Answer
  readonly revision: number
  /** Whose answer; absent: the asker's. */
  readonly actorId?: string
  readonly provenance?: 'entered' | 'shortcut' | 'chosen'
}

function put({ store, clock }: Engine, ask: DraftAsk, { itemId, answer, revision, ...more }: Put): Statement {
  const { actorId = ask.actor.id, provenance = 'entered' } = more
  return putDraft(store.build, {
    case_id: ask.caseId,
    item: itemId,
    actor_id: actorId,
    revision,
    value: bytesOf(answer),
    source: answer.is === 'given' ? (answer.source ?? 'person') : 'none',
    provenance,
    // One operation may write several rows.
    operation_id: provenance === 'entered' ? ask.operationId : `${ask.operationId}:${itemId}:${actorId}`,
    at: clock(),
  })
}

const lineOf = ({ store, clock, newId }: Engine, ask: DraftAsk, action: string, personId: string): Statement =>
  accessLine(store.build, {
    id: newId(),
    at: clock(),
    actor_id: ask.actor.id,
    actor_role: ask.actor.role,
    person_id: personId,
    case_id: ask.caseId,
    action,
    outcome: 'done',
    request_id: ask.requestId,
  })

const noAnalysis: Refusal = {
  code: 'noAnalysis',
  words: {
    nl: 'Er loopt geen valanalyse. Antwoorden bewaart u tussen het plannen en het afronden ervan.',
    en: 'No fall analysis is under way. Answers are saved between its planning and its completion.',
  },
}
