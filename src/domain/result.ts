// Results: a refusal a person can act on is a value; a mistake only a programmer can make is an exception.
import type { Words } from './words.ts'

export type Refusal = { code: string; words: Words; detail?: string }
export type Result<T> = { ok: true; value: T } | { ok: false; refusal: Refusal }

export const accepted = <T>(value: T): Result<T> => ({ ok: true, value })
export const refused = (refusal: Refusal): { ok: false; refusal: Refusal } => ({ ok: false, refusal })

/** Ends every switch over a union: a forgotten member is a compile error, a forged one an exception. */
export function unreachable(value: never): never {
  throw new Error(`Unexpected value ${JSON.stringify(value)}`)
}
