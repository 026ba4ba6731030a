// A list as it is planned: what each row comes to, and what is to be written.
import type { Words } from '../words.ts'
import type { KnownAccount, KnownOffer, KnownRun } from './known.ts'
import type { LocationOf } from './locations.ts'
import type { ColumnChange } from './merge.ts'
import type { PersonOf } from './people.ts'
import type { RowFault } from './read-rows.ts'
import type { ListRow } from './row.ts'
import type { OrganisationOf } from './scope.ts'

export type RowStatus = 'new' | 'changed' | 'same' | 'faulty'

export type PlannedRow = {
  readonly number: number
  readonly status: RowStatus
  readonly organisation: string | null
  readonly name: string | null
  readonly municipality: string | null
  readonly start: string | null
  readonly faults: readonly RowFault[]
  readonly notices: readonly Words[]
  /** Of what is there already. */
  readonly changes: readonly ColumnChange[]
}

export type PlannedRun = { readonly inRow: number; readonly run: KnownRun | null; readonly row: ListRow }

/** One offer to be written, or at least one of its runs. */
export type PlannedOffer = {
  readonly inRow: number
  readonly offer: KnownOffer | null
  /** False: only runs are written. */
  readonly writesOffer: boolean
  /** The offer itself stays as it is: what changes is the address of its people. */
  readonly onlyAddresses: boolean
  readonly organisation: OrganisationOf
  readonly row: ListRow
  readonly location: LocationOf | null
  /** Null only where nothing but runs are written. */
  readonly contact: PersonOf | null
  readonly deputy: PersonOf | null
  /** Null: the contact. */
  readonly owner: PersonOf | KnownAccount | null
  readonly runs: PlannedRun[]
}

export type Plan = { readonly rows: readonly PlannedRow[]; readonly offers: readonly PlannedOffer[] }
