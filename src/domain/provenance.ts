// Provenance: where a clinical constant comes from, and whether anybody has read it there.
import * as z from 'zod'

/**
 * `read`: stood in the named source as the compiler of the dossier had it; `secondary`: read in a text that reports the source;
 * `memory`: general knowledge, to be checked by a clinician; `local default`: no source prescribes it, a coalition may choose.
 */
export const Status = z.enum(['read', 'secondary', 'memory', 'local default'])
export type Status = z.infer<typeof Status>

/** `source` names entries of the source register (`S03`, `S22 + S26`) or `Valpad` for our own defaults. */
export type Provenance = { readonly source: string; readonly status: Status }

/** Every row of every table has an id, a source and a status. */
export type Row = Provenance & { readonly id: string }

/** What is not verified must show as such wherever it is shown. */
export const isVerified = (row: Provenance): boolean => row.status === 'read'
