// Supply lists: looked at without writing anything, taken over as one act, and sent out.
import { createHash } from 'node:crypto'
import type { Actor } from '../access/actor.ts'
import { whyNotAddOrganisation, whyNotEditSupply } from '../access/supply-policy.ts'
import type { HsdsService } from '../contract/hsds.ts'
import { dayOf } from '../domain/calendar.ts'
import { canonicalJson } from '../domain/canonical.ts'
import type { Fault } from '../domain/fault.ts'
import type { Refusal } from '../domain/result.ts'
import { type Counts, countsOf } from '../domain/supply-list/counts.ts'
import { listRowsOf } from '../domain/supply-list/known.ts'
import { headerKey, type MatchedColumn, mappingFrom, matchColumns, type Remembered } from '../domain/supply-list/match-columns.ts'
import { planList } from '../domain/supply-list/plan.ts'
import type { Plan, PlannedRow } from '../domain/supply-list/planned.ts'
import type { ListRow } from '../domain/supply-list/row.ts'
import type { Mapping, ReadTable, Table } from '../domain/supply-list/table.ts'
import { findCommand, rememberCommand } from '../store/commands.ts'
import { loadOrganisation } from '../store/organisations.ts'
import type { Change, Store } from '../store/store.ts'
import { addSupplyEvent, latestSupplyEvents } from '../store/supply-events.ts'
import { tableOfServices } from '../supply/hsds-read.ts'
import { bytesOf, parsedFrom, sha256 } from './bytes.ts'
import type { Engine } from './engine.ts'
import { knownSupply, listNames } from './known-supply.ts'
import { type Written, writePlan } from './list-writes.ts'
import { readList } from './read-list.ts'

export type ListSource =
  | { readonly is: 'file'; readonly bytes: Uint8Array; readonly pasted: boolean }
  | { readonly is: 'services'; readonly services: readonly HsdsService[] }

export type ListAsk = {
  readonly actor: Actor
  readonly source: ListSource
  /** As `mappingText` writes it; null: by the names of the columns. */
  readonly mapping: string | null
  /** False: the first row is one of the list. */
  readonly headers: boolean
  readonly sheet: string | null
}

export type Looked = {
  readonly is: 'looked'
  readonly columns: readonly MatchedColumn[]
  readonly mapping: Mapping
  readonly plan: Plan
}
export type NotLooked =
  | { readonly is: 'forbidden'; readonly refusal: Refusal }
  /** The file as a whole, or the mapping. */
  | { readonly is: 'unreadable'; readonly fault: Fault }

/** Nothing is written. */
export async function lookAtList(engine: Engine, ask: ListAsk): Promise<Looked | NotLooked> {
  const { actor, source } = ask
  const own = await loadOrganisation(engine.store, actor.organisationId)
  const refusal = own === null ? noOrganisation : whyNotEditSupply(actor, own)
  if (refusal !== null) return { is: 'forbidden', refusal }
  const read = await tableFrom(source, ask)
  if (!read.ok) return { is: 'unreadable', fault: read.fault }
  const columns = matchColumns(read.table.headers, await remembered(engine.store, actor.organisationId))
  const chosen = ask.mapping === null ? columns.map(({ column }) => column) : mappingFrom(ask.mapping)
  const fault = chosen === null ? notAMapping : faultOfMapping(chosen, read.table)
  if (chosen === null || fault !== null) return { is: 'unreadable', fault: fault ?? notAMapping }
  const [known, names] = [await knownSupply(engine), listNames(engine)]
  const planning = planList(read.table, chosen, names, {
    known,
    today: dayOf(engine.clock()),
    whyNotChange: (organisation) => whyNotEditSupply(actor, organisation),
    whyNotAdd: whyNotAddOrganisation(actor),
    ownOrganisationId: actor.role === 'coordinator' ? null : actor.organisationId,
  })
  return { is: 'looked', columns, mapping: chosen, plan: await inTurns(planning) }
}

/** Whoever asks something small meanwhile is answered in between. */
async function inTurns(planning: Generator<undefined, Plan>): Promise<Plan> {
  for (;;) {
    const step = planning.next()
    if (step.done) return step.value
    await new Promise<void>((resolve) => setImmediate(resolve))
  }
}

const tableFrom = async (source: ListSource, { headers, sheet }: ListAsk): Promise<ReadTable> =>
  source.is === 'services'
    ? { ok: true, table: tableOfServices(source.services) }
    : readList({ bytes: source.bytes, pasted: source.pasted, headers, sheet })

const faultOfMapping = (mapping: Mapping, { headers }: Table): Fault | null =>
  mapping.length === headers.length ? (mapping.every((one) => one === null) ? nothingMatched : null) : mappingOfAnotherList

export type TakenRow = Pick<PlannedRow, 'number' | 'status' | 'organisation' | 'name' | 'municipality' | 'start' | 'faults'> & {
  readonly offerId: string | null
}
/** As it is kept for a repeat: words in both languages. */
export type Taken = { readonly rows: readonly TakenRow[]; readonly counts: Counts }

export type ListTaken =
  | { readonly is: 'done'; readonly taken: Taken; readonly repeated: boolean }
  | { readonly is: 'refused'; readonly refusal: Refusal }
  | { readonly is: 'keyReused' }
  | NotLooked

export type ImportAsk = ListAsk & {
  readonly key: string
  readonly requestId: string
  /** False: with one faulty row nothing is taken. */
  readonly skipFaulty: boolean
}

export const importList = (engine: Engine, ask: ImportAsk): Promise<ListTaken> =>
  oneAtATime(engine.store, () => takeList(engine, ask))

async function takeList(engine: Engine, ask: ImportAsk): Promise<ListTaken> {
  const requestHash = sha256(
    canonicalJson({
      list: digestOf(ask.source),
      mapping: ask.mapping,
      headers: ask.headers,
      sheet: ask.sheet,
      skipFaulty: ask.skipFaulty,
    }),
  )
  const before = await findCommand(engine.store, ask.actor.id, ask.key)
  if (before !== null) {
    const same = before.request_hash === requestHash
    return same ? { is: 'done', taken: parsedFrom<Taken>(before.answer), repeated: true } : { is: 'keyReused' }
  }
  const looked = await lookAtList(engine, ask)
  if (looked.is !== 'looked') return looked
  const guessed = ask.mapping === null ? looked.columns.filter(({ confidence }) => confidence === 'alike') : []
  if (guessed.length > 0) return { is: 'refused', refusal: columnsToConfirm(guessed) }
  const counts = countsOf(looked.plan.rows)
  if (counts.skipped > 0 && !ask.skipFaulty) return { is: 'refused', refusal: faultyRows(counts) }
  const { actor, key, requestId } = ask
  const taken = takenFrom(looked.plan, await writePlan({ engine, actor, key, requestId }, looked.plan))
  await engine.store.commit(await ending(engine, ask, looked, taken, requestHash))
  return { is: 'done', taken, repeated: false }
}

const digestOf = (source: ListSource): string =>
  source.is === 'file' ? createHash('sha256').update(source.bytes).digest('hex') : sha256(canonicalJson(source.services))

function takenFrom({ rows }: Plan, { offerIds, faults }: Written): Taken {
  const taken = rows.map(({ notices: _, changes: __, ...row }): TakenRow => {
    const late = faults.get(row.number)
    const offerId = offerIds.get(row.number) ?? null
    return late === undefined ? { ...row, offerId } : { ...row, status: 'faulty', faults: late, offerId: null }
  })
  return { rows: taken, counts: countsOf(taken) }
}

/** What was taken, and what the columns were taken for, so that the next list of this organisation is matched at once. */
async function ending(
  engine: Engine,
  { actor, key, requestId }: ImportAsk,
  looked: Looked,
  taken: Taken,
  requestHash: string,
): Promise<Change> {
  const { build } = engine.store
  const at = engine.clock()
  const [last] = await latestSupplyEvents(engine.store, 'list', actor.organisationId, null, 1)
  const remember = rememberCommand(build, {
    actor_id: actor.id,
    idempotency_key: key,
    request_hash: requestHash,
    status: 200,
    answer: bytesOf(taken),
    created_at: at,
  })
  if (taken.counts.taken === 0) return [remember]
  const columns = new Map([
    ...(await remembered(engine.store, actor.organisationId)),
    ...looked.columns.map(({ header }, index) => [headerKey(header), looked.mapping[index] ?? null] as const),
  ])
  return [
    addSupplyEvent(build, {
      id: engine.newId(),
      at,
      actor_id: actor.id,
      actor_role: actor.role,
      noun: 'list',
      noun_id: actor.organisationId,
      action: 'imported',
      version: (last?.version ?? 0) + 1,
      payload: bytesOf({ counts: taken.counts, columns: [...columns].slice(-mostRemembered) }),
      request_id: requestId,
    }),
    remember,
  ]
}

const mostRemembered = 300

async function remembered(store: Store, organisationId: string): Promise<Remembered> {
  const [last] = await latestSupplyEvents(store, 'list', organisationId, null, 1)
  // Written by us; pairs, because a header may be called anything.
  return new Map(last === undefined ? [] : parsedFrom<{ columns: [string, Mapping[number]][] }>(last.payload).columns)
}

/** Two lists at once could both make the same organisation: in this process they wait for each other. */
const queues = new WeakMap<Store, Promise<unknown>>()

function oneAtATime<T>(store: Store, work: () => Promise<T>): Promise<T> {
  const turn = (queues.get(store) ?? Promise.resolve()).then(work, work)
  queues.set(
    store,
    turn.catch(() => undefined),
  )
  return turn
}

/** The coordinator's list is everybody's; a provider's its own. Anybody else may read it all. */
export async function rowsToSend(engine: Engine, actor: Actor): Promise<ListRow[]> {
  const [own, known] = [await loadOrganisation(engine.store, actor.organisationId), await knownSupply(engine)]
  return own?.kind === 'provider' && actor.role !== 'coordinator'
    ? listRowsOf(known, ({ organisationId }) => organisationId === own.id)
    : listRowsOf(known)
}

const noOrganisation: Refusal = {
  code: 'notYourOrganisation',
  words: { nl: 'U hoort bij geen organisatie die hier bekend is.', en: 'You belong to no organisation that is known here.' },
}
const fault = (code: string, nl: string, en: string): Fault => ({ at: '', code, words: { nl, en } })
const notAMapping = fault(
  'mapping',
  'De koppeling van kolommen klopt niet: noem per kolom onze naam of een streepje, met komma’s ertussen, en elke naam één keer.',
  'The matching of columns is not right: name for each column our name or a dash, with commas between, and each name once.',
)
const mappingOfAnotherList = fault(
  'mappingDoesNotFit',
  'De koppeling heeft een ander aantal kolommen dan de lijst.',
  'The matching has another number of columns than the list.',
)
const nothingMatched = fault(
  'nothingMatched',
  'Geen enkele kolom is herkend. Staat er een kopregel boven de lijst? Koppel anders de kolommen zelf.',
  'Not one column was recognised. Is there a header above the list? Else match the columns yourself.',
)
/** A guess is shown, and never acted on. */
function columnsToConfirm(guessed: readonly MatchedColumn[]): Refusal {
  const list = guessed.map(({ header, column }) => `"${header.slice(0, 60)}" → ${column}`).join(', ')
  return {
    code: 'columnsToConfirm',
    words: {
      nl: `Van deze kolommen is de betekenis geraden: ${list}. Bekijk de lijst eerst, en stuur de koppeling van kolommen mee.`,
      en: `The meaning of these columns was guessed: ${list}. Look at the list first, and send the matching of columns along.`,
    },
  }
}
const faultyRows = ({ skipped, taken }: Counts): Refusal => ({
  code: 'faultyRows',
  words: {
    nl: `${skipped} ${skipped === 1 ? 'rij heeft' : 'rijen hebben'} een fout; er is niets overgenomen. Verbeter die, of kies: ${taken} overnemen, ${skipped} overslaan.`,
    en: `${skipped} ${skipped === 1 ? 'row has' : 'rows have'} a fault; nothing was taken. Correct that, or choose: take ${taken}, skip ${skipped}.`,
  },
})
