// Faults: what is wrong with something a person or another system handed in, where, and how to mend it.
import type { Words } from './words.ts'

/** `at` is a JSON pointer (RFC 6901) into what was handed in; the empty pointer is the whole of it. */
export type Fault = { readonly at: string; readonly code: string; readonly words: Words }

export type Checked<T> = { ok: true; value: T } | { ok: false; faults: readonly Fault[] }

/** A field name as the last step of a JSON pointer. */
export const pointerTo = (field: string | number): string => `/${String(field).replaceAll('~', '~0').replaceAll('/', '~1')}`
