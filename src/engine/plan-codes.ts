// Codes that open a plan at home: ten characters made from a key outside the database, with the birth year beside it.
import { createHmac, timingSafeEqual } from 'node:crypto'
import type { PlanCode } from '../contract/documents.ts'
import { addPeriod, dayOf } from '../domain/calendar.ts'
import type { PersonDetails } from '../domain/person.ts'
import { loadPerson } from '../store/persons.ts'
import { countTry, endPlanCodes, findPlanCode, forgetTries, insertPlanCode, lastPlanCode } from '../store/plans.ts'
import type { PlanCodeRow } from '../store/tables.ts'
import { parsedFrom } from './bytes.ts'
import type { Engine } from './engine.ts'
import { logLooks } from './look.ts'
import { type Asking, once, type Ready } from './once.ts'
import { type FoundCase, readState } from './read-case.ts'

/** Birth years that may be tried. Source: the design of the public page; status: local default. */
export const mostTries = 5
/** For how long it opens the plan. Source: Valpad; status: local default. */
const monthsOpen = 6
/** How long somebody who gave the birth year may go on without giving it again. */
const visitMinutes = 30

/** Crockford's base 32: no letters that look like a digit. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** The first 50 bits of HMAC-SHA-256; kept nowhere, made again when it is needed. */
export function codeOf({ linkKey }: Pick<Engine, 'linkKey'>, id: string): string {
  const bits = createHmac('sha256', linkKey).update(`plan:${id}`).digest().readBigUInt64BE() >> 14n
  return Array.from({ length: 10 }, (_, index) => alphabet[Number((bits >> BigInt(45 - 5 * index)) & 31n)]).join('')
}

/** Keyed: who has only the database cannot try all codes against it. */
const hashOf = ({ linkKey }: Pick<Engine, 'linkKey'>, code: string): string =>
  createHmac('sha256', linkKey).update(`plan-code:${code}`).digest('hex')

/** As it was typed: small letters, spaces, and the letters that are meant as digits. */
export const codeTyped = (typed: string): string =>
  typed.toUpperCase().replaceAll(/[\s-]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1')

export const planAddress = ({ publicUrl }: Pick<Engine, 'publicUrl'>, code: string): string => `${publicUrl}/p/${code}`

export const codeShown = (engine: Engine, { id, expires_at }: MadeCode): PlanCode => {
  const code = codeOf(engine, id)
  return { code, address: planAddress(engine, code), expiresOn: dayOf(expires_at) }
}

/** The one that works now; null: none was made, it is over, or too many birth years were tried. */
export async function openCode(engine: Engine, caseId: string): Promise<(PlanCode & { readonly tries: number }) | null> {
  const row = await lastPlanCode(engine.store, caseId)
  return row === null || whyShut(engine, row) !== null ? null : { ...codeShown(engine, row), tries: row.tries }
}

export type MadeCode = Pick<PlanCodeRow, 'id' | 'expires_at'>

/** A new one; an earlier one is over with it. */
export const makeCode = (engine: Engine, asking: Asking, caseId: string) =>
  once<never>(engine, asking, { makePlanCode: caseId }, async (): Promise<Ready> => {
    const { store, clock } = engine
    const at = clock()
    const id = engine.newId()
    const row: PlanCodeRow = {
      id,
      case_id: caseId,
      code_hash: hashOf(engine, codeOf(engine, id)),
      created_at: at,
      expires_at: `${addPeriod(dayOf(at), monthsOpen, 'months')}T00:00:00Z`,
      ended_at: null,
      tries: 0,
    }
    const change = [endPlanCodes(store.build, caseId, at), insertPlanCode(store.build, row)]
    // What is kept of the answer never holds the code.
    return { is: 'ready', change, answer: { id, expires_at: row.expires_at } satisfies MadeCode }
  })

type Shut = 'over' | 'tries'
const whyShut = ({ clock }: Engine, { expires_at, ended_at, tries }: PlanCodeRow): Shut | null =>
  ended_at !== null || expires_at <= clock() ? 'over' : tries >= mostTries ? 'tries' : null

/** `wrong`: in the same words whether the code or the year is wrong. `phone`: too often; then a person helps. */
export type Opened =
  | { readonly is: 'open'; readonly found: FoundCase; readonly proof: string }
  | { readonly is: 'wrong' | 'unknown' }
  | { readonly is: 'phone'; readonly caseId: string }

/** Opened with the birth year, or with the proof that it was given just now. */
export async function openPlan(
  engine: Engine,
  code: string,
  given: { readonly year?: string; readonly proof?: string },
): Promise<Opened> {
  const { store } = engine
  const row = await findPlanCode(store, hashOf(engine, code))
  if (row === null) return { is: 'unknown' }
  const shut = whyShut(engine, row)
  if (shut === 'over') return { is: 'unknown' }
  if (shut === 'tries') return { is: 'phone', caseId: row.case_id }
  const found = await readState(engine, row.case_id)
  if (found === null) return { is: 'unknown' }
  const visitor = { actor: { id: 'person', role: 'person', organisationId: '' } as const, requestId: `plan:${row.id}` }
  const look = { action: 'readPlan', personId: found.state.personId, caseId: row.case_id }
  if (given.proof === undefined || !isProof(engine, row, given.proof)) {
    const counted = await store.commit([countTry(store.build, row.id, mostTries)])
    if (!counted.ok) return { is: 'phone', caseId: row.case_id }
    const person = await loadPerson(store, found.state.personId)
    if (person === null || given.year !== parsedFrom<PersonDetails>(person.details).birthDate.slice(0, 4)) {
      await logLooks(engine, visitor, [look], 'refused')
      return row.tries + 1 >= mostTries ? { is: 'phone', caseId: row.case_id } : { is: 'wrong' }
    }
    await store.commit([forgetTries(store.build, row.id)])
  }
  await logLooks(engine, visitor, [look], 'seen')
  return { is: 'open', found, proof: proofOf(engine, row, visitEnd(engine)) }
}

const visitEnd = ({ clock }: Engine): number => Math.floor(Date.parse(clock()) / 1000) + visitMinutes * 60

/** Goes along in forms instead of a cookie: until when, and a signature that nobody else can make. */
const proofOf = ({ linkKey }: Engine, { id }: PlanCodeRow, until: number): string =>
  `${until}.${createHmac('sha256', linkKey).update(`plan-visit:${id}:${until}`).digest('base64url')}`

function isProof(engine: Engine, row: PlanCodeRow, proof: string): boolean {
  const until = Number(/^(\d{9,11})\.[\w-]{43}$/.exec(proof)?.[1] ?? 0)
  if (until * 1000 <= Date.parse(engine.clock())) return false
  const [right, given] = [Buffer.from(proofOf(engine, row, until)), Buffer.from(proof)]
  return right.length === given.length && timingSafeEqual(right, given)
}
