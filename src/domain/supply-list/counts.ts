// How many rows of a list are taken and skipped, in numbers and in words.
import type { Words } from '../words.ts'
import type { PlannedRow, RowStatus } from './planned.ts'

export type Counts = {
  readonly rows: number
  readonly taken: number
  readonly added: number
  readonly changed: number
  readonly same: number
  readonly skipped: number
}

export function countsOf(rows: readonly Pick<PlannedRow, 'status'>[]): Counts {
  const count = (status: RowStatus) => rows.filter((row) => row.status === status).length
  const [added, changed, same, skipped] = [count('new'), count('changed'), count('same'), count('faulty')]
  return { rows: rows.length, taken: added + changed, added, changed, same, skipped }
}

/** `42 rijen overnemen, 3 overslaan`. */
export function countWords({ taken, same, skipped }: Counts): Words {
  const parts = (...list: (string | null)[]) => list.filter((part) => part !== null).join(', ')
  return {
    nl: parts(
      `${taken} ${taken === 1 ? 'rij' : 'rijen'} overnemen`,
      `${skipped} overslaan`,
      same === 0 ? null : `${same} ${same === 1 ? 'staat' : 'staan'} er al zo in`,
    ),
    en: parts(`take ${taken}`, `skip ${skipped}`, same === 0 ? null : `${same} ${same === 1 ? 'is' : 'are'} in it already`),
  }
}

/** `42 rijen overgenomen, 3 overgeslagen`. */
export function takenWords({ taken, same, skipped }: Counts): Words {
  const parts = (...list: (string | null)[]) => list.filter((part) => part !== null).join(', ')
  return {
    nl: parts(
      `${taken} ${taken === 1 ? 'rij' : 'rijen'} overgenomen`,
      `${skipped} overgeslagen`,
      same === 0 ? null : `${same} ${same === 1 ? 'stond' : 'stonden'} er al zo in`,
    ),
    en: parts(`${taken} taken`, `${skipped} skipped`, same === 0 ? null : `${same} ${same === 1 ? 'was' : 'were'} in it already`),
  }
}
