// The one door: nurse, provider, import and simulated person all change a case through here.
import type { Actor } from '../access/actor.ts'
import { mayOpenCase, whyNotAllowed, worksForProvider } from '../access/policy.ts'
import { whyNotSee } from '../access/reading.ts'
import { dayOf, type IsoDate } from '../domain/calendar.ts'
import { canonicalJson } from '../domain/canonical.ts'
import type { CaseState } from '../domain/case-state.ts'
import type { Command, OpenCase } from '../domain/commands.ts'
import { type Decided, decide, decideOpening } from '../domain/decide.ts'
import { whyImpossible } from '../domain/possible.ts'
import type { Refusal } from '../domain/result.ts'
import { casesOfPerson, eventsOf, loadCase } from '../store/cases.ts'
import { findCommand } from '../store/commands.ts'
import { accountsByIds } from '../store/organisations.ts'
import type { Statement } from '../store/store.ts'
import { answerLinkFor } from './answer-link.ts'
import { bytesOf, parsedFrom, sha256 } from './bytes.ts'
import { changeOf, stageOfCase, type ToWrite } from './change.ts'
import { type Engine, pathwayOf } from './engine.ts'
import { gatherFor, personFor } from './gather.ts'
import { isNotTheirs } from './not-theirs.ts'
import { viewsSentBy } from './shared-views.ts'
import { unmetByEnding, unmetNeedStatements } from './unmet-needs.ts'

/** What is being edited, in the version the asker saw. */
export type Expected =
  | { readonly of: 'case'; readonly version: number }
  | { readonly of: 'assignment'; readonly id: string; readonly version: number }

/** The version of what a tag of something else names: never the one there is. */
export const otherTag = -1

type Asking = {
  readonly actor: Actor
  readonly key: string
  readonly requestId: string
  /** The day it happened; absent: today. */
  readonly occurredOn?: IsoDate
}
export type AskOnCase = Asking & {
  readonly caseId: string
  readonly command: Command
  readonly expected: Expected | null
  /** Written with it or not at all: the use of a link. */
  readonly besides?: readonly Statement[]
}
export type Ask = AskOnCase | (Asking & { readonly open: OpenCase })

/** What a command that took effect is answered with; stored as it was sent. */
export type Done = {
  readonly caseId: string
  readonly seq: number
  readonly stage: string
  readonly entries: readonly { readonly type: string; readonly subject: string }[]
  readonly assignments: { readonly [id: string]: { readonly state: string; readonly version: number } }
}

/** Of what happened since: who did it, and when it was recorded. */
type Told = { readonly by: string; readonly at: string }

export type Handled =
  | { readonly is: 'done'; readonly answer: Uint8Array; readonly repeated: boolean }
  | { readonly is: 'refused'; readonly refusal: Refusal }
  | { readonly is: 'forbidden'; readonly refusal: Refusal }
  | { readonly is: 'keyReused' }
  /** Somebody else was first: the version there is now, and what happened since. */
  | { readonly is: 'stale'; readonly current: number; readonly since: readonly string[]; readonly told?: readonly Told[] }
  | { readonly is: 'unknownCase' }
export type NotDone = Exclude<Handled, { is: 'done' }>

/** How often a command is decided again because the case moved under it, before the asker is asked to try later. */
const mostTries = 20

export async function handleCommand(engine: Engine, ask: Ask): Promise<Handled> {
  const requestHash = hashOf(ask)
  for (let tries = 0; tries < mostTries; tries++) {
    const handled = await tryOnce(engine, ask, requestHash)
    if (handled !== 'again') return handled
  }
  throw new TooBusy(`The case moved ${mostTries} times under one command`)
}

/** Nothing was written: the asker may try again. */
export class TooBusy extends Error {
  override readonly name = 'TooBusy'
}

/** What makes a repeat the same. The id of a new case is not the asker's: another one at the second try is the same request. */
export function hashOf(ask: Ask): string {
  const on = ask.occurredOn ?? null
  if (!('open' in ask)) return sha256(canonicalJson({ caseId: ask.caseId, command: ask.command, on }))
  const { caseId: _, ...open } = ask.open
  return sha256(canonicalJson({ open, on }))
}

async function tryOnce(engine: Engine, ask: Ask, requestHash: string): Promise<Handled | 'again'> {
  const before = await findCommand(engine.store, ask.actor.id, ask.key)
  if (before !== null)
    return before.request_hash === requestHash ? { is: 'done', answer: before.answer, repeated: true } : { is: 'keyReused' }
  return 'open' in ask ? open(engine, ask, ask.open, requestHash) : change(engine, ask, requestHash)
}

async function open(engine: Engine, ask: Ask, opening: OpenCase, requestHash: string): Promise<Handled | 'again'> {
  if (!mayOpenCase.has(ask.actor.role)) return { is: 'forbidden', refusal: mayNotOpen }
  const mayNotScreen = opening.personAgrees === true ? whyNotAllowed('startScreening', ask.actor.role) : null
  if (mayNotScreen !== null) return { is: 'forbidden', refusal: mayNotScreen }
  const recordedAt = engine.clock()
  const decided = decideOpening(engine.newest, opening, envelopeOf(ask, recordedAt))
  if (!decided.ok) return { is: 'refused', refusal: decided.refusal }
  const person = await personFor(engine, opening.personId)
  if (person === null) return { is: 'refused', refusal: noSuchPerson }
  const episodes = await casesOfPerson(engine.store, opening.personId)
  if (episodes.some(({ stage }) => stage !== 'closed')) {
    // The open case may be the work of this very command, sent twice at once.
    return (await findCommand(engine.store, ask.actor.id, ask.key)) === null ? { is: 'refused', refusal: episodeRuns } : 'again'
  }
  const answer = bytesOf(doneOf(decided.value.state, decided.value, ask.actor))
  const committed = await engine.store.commit(
    changeOf(engine.store.build, {
      pathway: engine.newest,
      before: null,
      decided: decided.value,
      actor: ask.actor,
      command: { key: ask.key, requestHash, name: 'openCase' },
      person,
      answer,
      recordedAt,
      requestId: ask.requestId,
    }),
  )
  if (committed.ok) return { is: 'done', answer, repeated: false }
  const twin = await findCommand(engine.store, ask.actor.id, ask.key)
  return twin === null ? { is: 'refused', refusal: caseExists } : 'again'
}

async function change(engine: Engine, ask: AskOnCase, requestHash: string): Promise<Handled | 'again'> {
  const prepared = await prepareChange(engine, ask, requestHash)
  if ('is' in prepared) return prepared
  const written = [...changeOf(engine.store.build, prepared), ...(ask.besides ?? [])]
  const committed = await engine.store.commit(written)
  if (committed.ok) return { is: 'done', answer: prepared.answer, repeated: false }
  const { otherwise } = written[committed.statement]!
  if (otherwise !== undefined) return { is: 'refused', refusal: otherwise }
  // Somebody moved the case, or this very command came in twice: look again. Else something else it makes exists already.
  const moved = (await loadCase(engine.store, ask.caseId))?.seq !== prepared.before!.state.seq
  return moved || (await findCommand(engine.store, ask.actor.id, ask.key)) !== null
    ? 'again'
    : { is: 'refused', refusal: idTaken }
}

/** Where a case stands: as it is stored, or as an earlier ask of the same act will leave it. */
export type Standing = { readonly state: CaseState; readonly headHash: Uint8Array }

/** What the command will write on its case as it stands, or why it may not be given. */
export async function prepareChange(
  engine: Engine,
  ask: AskOnCase,
  requestHash: string,
  standing?: Standing,
): Promise<ToWrite | NotDone> {
  const before = standing ?? (await standingOf(engine, ask.caseId))
  const notAllowed = whyNotAllowed(ask.command.type, ask.actor.role)
  // What a role may never do says nothing of what is there; of a provider whatever was not sent to it is not there either.
  if (before === null)
    return notAllowed === null || worksForProvider(ask.actor.role)
      ? { is: 'unknownCase' }
      : { is: 'forbidden', refusal: notAllowed }
  const { state } = before
  if (await isNotTheirs(engine, ask.actor, ask.command, state)) return { is: 'unknownCase' }
  if (notAllowed !== null) return { is: 'forbidden', refusal: notAllowed }
  const stale = await staleness(engine, ask.actor, state, ask.expected)
  if (stale !== null) return stale

  const pathway = pathwayOf(engine, state.pathway)
  const gathered = await gatherFor(engine, state, ask.command)
  if (!gathered.ok) {
    // What is wrong with the content matters only where the command could be taken at all.
    const notNow = whyImpossible(pathway, state, ask.command, ask.actor.role, dayOf(engine.clock()))
    return { is: 'refused', refusal: notNow ?? gathered.refusal }
  }
  const recordedAt = engine.clock()
  const decided = decide(pathway, state, ask.command, envelopeOf(ask, recordedAt), {
    ...gathered.value.facts,
    actorId: ask.actor.id,
  })
  if (!decided.ok) return { is: 'refused', refusal: decided.refusal }
  const needs = [...(gathered.value.unmet ? [gathered.value.unmet] : []), ...unmetByEnding(state, decided.value)]
  const about = { caseId: state.id, place: gathered.value.person, actorId: ask.actor.id, at: recordedAt }
  const link = await answerLinkFor(engine, ask.command, decided.value.state, gathered.value.person)
  return {
    pathway,
    before,
    link,
    decided: decided.value,
    noticed: await unmetNeedStatements(engine, needs, about),
    shared: await viewsSentBy(engine, pathway, decided.value),
    actor: ask.actor,
    command: { key: ask.key, requestHash, name: ask.command.type },
    person: gathered.value.person,
    answer: bytesOf(doneOf(decided.value.state, decided.value, ask.actor)),
    recordedAt,
    requestId: ask.requestId,
  }
}

async function standingOf({ store }: Engine, caseId: string): Promise<Standing | null> {
  const row = await loadCase(store, caseId)
  return row === null ? null : { state: parsedFrom<CaseState>(row.state), headHash: row.head_hash }
}

const envelopeOf = (ask: Ask, recordedAt: string) => {
  const today = dayOf(recordedAt)
  return { occurredOn: ask.occurredOn ?? today, today, by: ask.actor.role }
}

async function staleness(
  engine: Engine,
  { role }: Actor,
  state: CaseState,
  expected: Expected | null,
): Promise<Extract<Handled, { is: 'stale' }> | null> {
  if (expected === null) return null
  const current = expected.of === 'case' ? state.seq : (state.assignments[expected.id]?.version ?? 0)
  if (current === expected.version) return null
  // What happened in the case is for who may read it.
  if (expected.version === otherTag || (expected.of === 'case' && whyNotSee('caseFile', role) !== null))
    return { is: 'stale', current, since: [] }
  const since =
    expected.of === 'case'
      ? await eventsOf(engine.store, state.id, expected.version + 1)
      : (await eventsOf(engine.store, state.id)).filter(({ subject }) => subject === expected.id).slice(expected.version)
  const accounts = await accountsByIds(engine.store, [...new Set(since.map(({ actor_id }) => actor_id))])
  const names = new Map(accounts.map(({ id, details }) => [id, parsedFrom<{ name?: string }>(details).name]))
  const told = since.map(({ actor_id, recorded_at }) => ({ by: names.get(actor_id) ?? actor_id, at: recorded_at }))
  return { is: 'stale', current, since: since.map(({ type }) => type), told }
}

/** A provider hears of its own assignments only. */
function doneOf(state: CaseState, { entries }: Decided, { role, organisationId }: Actor): Done {
  const told = Object.entries(state.assignments).filter(
    ([, { providerId }]) => !worksForProvider(role) || providerId === organisationId,
  )
  const assignments = told.map(([id, { position, version }]) => [id, { state: String(position.value), version }])
  return {
    caseId: state.id,
    seq: state.seq,
    stage: stageOfCase(state),
    entries: entries.map(({ type, subject }) => ({ type, subject })),
    assignments: Object.fromEntries(assignments),
  }
}

const mayNotOpen: Refusal = {
  code: 'notYourRole',
  words: { nl: 'In deze rol kunt u niemand aanmelden.', en: 'In this role you cannot put somebody forward.' },
}
const noSuchPerson: Refusal = {
  code: 'noSuchPerson',
  words: { nl: 'Deze persoon is niet bekend.', en: 'This person is not known.' },
}
const episodeRuns: Refusal = {
  code: 'episodeRuns',
  words: {
    nl: 'Voor deze persoon loopt al een traject. Werk daarin verder; één persoon heeft één lopend traject.',
    en: 'This person has an open case already. Go on in that one; one person has one open case.',
  },
}
const idTaken: Refusal = {
  code: 'idTaken',
  words: {
    nl: 'Een opdracht met dit kenmerk bestaat al in een ander traject. Kies een ander kenmerk.',
    en: 'An assignment with this id exists in another case. Choose another id.',
  },
}
const caseExists: Refusal = { code: 'caseExists', words: { nl: 'Dit traject bestaat al.', en: 'This case exists already.' } }
