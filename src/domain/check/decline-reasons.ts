// Checks of decline reasons: both sides have one in use, a wait ends within a year, and what is left open is explained in a note.
import { type DeclineReason, declineReasonsOf } from '../decline-reason.ts'
import type { Pathway } from '../pathway.ts'
import type { Finding } from './finding.ts'

/** A year, in each unit. */
const most = { days: 366, weeks: 52, months: 12 } as const

export function checkDeclineReasons(pathway: Pick<Pathway, 'declineReasons' | 'settings'>): Finding[] {
  const { declineReasons, settings } = pathway
  const inUse = declineReasonsOf(pathway)
  const known = new Set(declineReasons.map(({ id }) => id))
  const unknown = ((settings['declineReasonsInUse'] ?? []) as readonly string[]).filter((id) => !known.has(id))
  return [
    ...unknown.map((id) => finding(id, 'is in use but not in the table')),
    ...(['person', 'provider'] as const)
      .filter((side) => !inUse.some((reason) => reason.side === side))
      .map((side) => finding(side, 'has no reason in use: nobody on this side could decline')),
    ...(inUse.some(({ note }) => note === 'required') ? [] : [finding('', 'leaves no room for what the table does not name')]),
    ...declineReasons.flatMap(waitEnds),
  ]
}

function waitEnds({ id, consequence }: DeclineReason): Finding[] {
  if (!('wait' in consequence) || consequence.wait === null) return []
  const { unit, amount } = consequence.wait
  if (!Number.isInteger(amount) || amount < 1) return [finding(id, 'waits for no time at all')]
  return amount > most[unit] ? [finding(id, 'waits for more than a year')] : []
}

const finding = (id: string, problem: string): Finding => ({ check: 'declineReasons', at: `decline-reasons/${id}`, problem })
