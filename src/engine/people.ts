// People: adding an older adult and changing the details, each once for one idempotency key, with a line in the access log.
import type { Actor } from '../access/actor.ts'
import { whyNotWritePerson } from '../access/reading.ts'
import type { PersonBody } from '../contract/people.ts'
import { canonicalJson } from '../domain/canonical.ts'
import type { Fault } from '../domain/fault.ts'
import { accessLine } from '../store/access-log.ts'
import { findCommand, rememberCommand } from '../store/commands.ts'
import { loadOrganisation } from '../store/organisations.ts'
import { moveDrawnLines } from '../store/person-moves.ts'
import { changePerson, insertPerson, loadPerson } from '../store/persons.ts'
import type { Change } from '../store/store.ts'
import type { PersonRow } from '../store/tables.ts'
import { bytesOf, sha256 } from './bytes.ts'
import type { Engine } from './engine.ts'
import { type Handled, TooBusy } from './handle-command.ts'

export type PersonAsk = {
  readonly actor: Actor
  readonly key: string
  readonly requestId: string
  readonly body: PersonBody
  /** Absent: somebody new. */
  readonly edited?: { readonly personId: string; readonly version: number }
}

/** As a command is answered; `unknownCase` here means that the person is not known. */
export type PersonHandled = Handled | { readonly is: 'faulty'; readonly faults: readonly Fault[] }

export async function savePerson(engine: Engine, ask: PersonAsk): Promise<PersonHandled> {
  const refusal = whyNotWritePerson(ask.actor.role)
  if (refusal !== null) return { is: 'forbidden', refusal }
  const requestHash = sha256(canonicalJson({ person: ask.body, edited: ask.edited ?? null }))
  for (let tries = 0; tries < 20; tries++) {
    const before = await findCommand(engine.store, ask.actor.id, ask.key)
    if (before !== null) {
      const same = before.request_hash === requestHash
      return same ? { is: 'done', answer: before.answer, repeated: true } : { is: 'keyReused' }
    }
    const handled = await tryOnce(engine, ask, requestHash)
    if (handled !== null) return handled
  }
  throw new TooBusy('A person changed under one request again and again')
}

async function tryOnce(engine: Engine, ask: PersonAsk, requestHash: string): Promise<PersonHandled | null> {
  const { practiceId = ask.actor.organisationId, municipality, ...details } = ask.body
  const practice = await loadOrganisation(engine.store, practiceId)
  if (practice?.kind !== 'practice') return { is: 'faulty', faults: [noSuchPractice] }
  const at = engine.clock()
  const place = { practice_id: practiceId, municipality }
  const row = await rowFor(engine, ask, { ...place, details: bytesOf(details) }, at)
  if ('is' in row) return row
  const { build } = engine.store
  const answer = bytesOf({ personId: row.id, version: row.version })
  const change: Change = [
    ...(ask.edited === undefined
      ? [insertPerson(build, row)]
      : [changePerson(build, row), ...moveDrawnLines(build, row.id, place)]),
    accessLine(build, {
      id: engine.newId(),
      at,
      actor_id: ask.actor.id,
      actor_role: ask.actor.role,
      person_id: row.id,
      case_id: null,
      action: ask.edited === undefined ? 'addPerson' : 'changePerson',
      outcome: 'done',
      request_id: ask.requestId,
    }),
    rememberCommand(build, {
      actor_id: ask.actor.id,
      idempotency_key: ask.key,
      request_hash: requestHash,
      status: 200,
      answer,
      created_at: at,
    }),
  ]
  const committed = await engine.store.commit(change)
  return committed.ok ? { is: 'done', answer, repeated: false } : null
}

async function rowFor(
  engine: Engine,
  { edited }: PersonAsk,
  told: Pick<PersonRow, 'practice_id' | 'municipality' | 'details'>,
  at: string,
): Promise<PersonRow | PersonHandled> {
  if (edited === undefined) return { id: engine.newId(), version: 1, created_at: at, ...told }
  const known = await loadPerson(engine.store, edited.personId)
  if (known === null) return { is: 'unknownCase' }
  if (known.version !== edited.version) return { is: 'stale', current: known.version, since: [] }
  return { ...known, ...told, version: known.version + 1 }
}

const noSuchPractice: Fault = {
  at: '/practiceId',
  code: 'noSuchPractice',
  words: {
    nl: 'Deze praktijk is niet bekend. Noem de praktijk waar de oudere bekend is.',
    en: 'This practice is not known. Name the practice that has the care of this older adult.',
  },
}
