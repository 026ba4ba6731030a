// The last resort: whatever is done to an account, somebody of the coalition can still be reached on every day to come.
import { whyNobodyLeft } from '../domain/absence-rules.ts'
import type { Refusal } from '../domain/result.ts'
import type { Statement } from '../store/store.ts'
import type { AccountRow } from '../store/tables.ts'
import type { Engine } from './engine.ts'
import { type StaffToday, staffToday, touchAll } from './staff.ts'

/** Refused, or what goes along with the change of this account: the coordinators it rests on stay as they were seen. */
export type LastResort = { readonly refusal: Refusal } | { readonly guards: readonly Statement[] }

/** `after`: the row as it would become; of an account that is new there is nothing to ask. */
export async function whileSomebodyStays(engine: Engine, after: AccountRow): Promise<LastResort> {
  const staff = await staffToday(engine)
  const before = staff.contacts.get(after.id)
  const weaker = before !== undefined && (after.active !== 1 || after.role !== before.role || after.left_on !== before.leftOn)
  if (!weaker || !staff.lastResort.includes(after.id)) return { guards: [] }
  const changed = withAccount(staff, after)
  const refusal = whyNobodyLeft(staff, changed)
  if (refusal !== null) return { refusal }
  return { guards: touchAll(engine.store, staff, restingOn(staff, after.id)) }
}

/** The coordinators that a change of `accountId` leaves the work to. */
export const restingOn = ({ lastResort }: StaffToday, accountId: string): string[] => lastResort.filter((id) => id !== accountId)

function withAccount(staff: StaffToday, after: AccountRow): Pick<StaffToday, 'contacts' | 'lastResort' | 'absences' | 'today'> {
  const contact = staff.contacts.get(after.id)!
  const { role, active, left_on } = after
  const contacts = new Map([...staff.contacts, [after.id, { ...contact, role, active: active === 1, leftOn: left_on }]])
  const named = [...staff.people.organisations.values()].some(
    ({ kind, coordinatorId }) => kind === 'coalition' && coordinatorId === after.id,
  )
  const stays = role === 'coordinator' || named
  return { ...staff, contacts, lastResort: staff.lastResort.filter((id) => stays || id !== after.id) }
}
