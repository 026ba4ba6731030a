// What the door of the supply answered, as an answer of HTTP.
import type * as z from 'zod'
import { type SupplySaved, supplyTag } from '../../contract/supply.ts'
import { parsedFrom } from '../../engine/bytes.ts'
import type { Engine } from '../../engine/engine.ts'
import { type SupplyEdit, type SupplyHandled, saveSupply } from '../../engine/supply-door.ts'
import { outcomeOf } from '../handled.ts'
import { faulty, notThere, stale } from '../problems.ts'
import type { Asked, Outcome } from '../serve.ts'

type Writing = Pick<Asked<z.ZodType, z.ZodType, z.ZodType>, 'actor' | 'key' | 'requestId'>

/** Something new. `at` is where it can be read from then on. */
export const addedOn = async (
  engine: Engine,
  { actor, key, requestId }: Writing,
  at: string,
  edit: SupplyEdit,
): Promise<Outcome> => savedOutcome(engine, await saveSupply(engine, { actor, key, requestId, edit }), at, 201)

export const changedOn = async (
  engine: Engine,
  { actor, key, requestId }: Writing,
  at: string,
  edit: SupplyEdit,
): Promise<Outcome> => savedOutcome(engine, await saveSupply(engine, { actor, key, requestId, edit }), at, 200)

/** What `If-Match` says was seen; a tag of another one names no version of this. */
export const editedOf = (id: string, ifMatch: { readonly id: string; readonly version: number } | null) => ({
  id,
  version: ifMatch?.id === id ? ifMatch.version : 0,
})

function savedOutcome(engine: Engine, handled: SupplyHandled, at: string, status: 200 | 201): Outcome {
  switch (handled.is) {
    case 'faulty':
      return { trouble: faulty(handled.faults.slice(0, 50).map((fault) => ({ ...fault, in: 'body' }))) }
    case 'notThere':
      return { trouble: notThere }
    case 'moved':
      return { trouble: stale(handled.current, handled.since) }
    default:
      return outcomeOf(handled, engine.pathways.values(), (answer) => {
        const { id, version } = parsedFrom<SupplySaved>(answer)
        return { status, headers: { etag: supplyTag(id, version), location: `${at}/${id}` } }
      })
  }
}
