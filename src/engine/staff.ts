// Staff: everybody with every absence that is not over, as the rules of absence ask for it, and the guards against changing it unseen.
import type { PlannedAbsence, Staff } from '../domain/absence-rules.ts'
import { dayOf } from '../domain/calendar.ts'
import { replacementOf } from '../domain/responsibility.ts'
import { absenceOf, absencesFrom } from '../store/absences.ts'
import { touchAccount } from '../store/account-moves.ts'
import { loadDirectory, type WhoIsWho } from '../store/directory.ts'
import type { Statement } from '../store/store.ts'
import type { AbsenceRow } from '../store/tables.ts'
import type { Engine } from './engine.ts'
import { nameOf } from './who.ts'

export type StaffToday = Staff & { readonly people: WhoIsWho; readonly rows: readonly AbsenceRow[] }

export async function staffToday({ store, clock }: Pick<Engine, 'store' | 'clock'>): Promise<StaffToday> {
  const today = dayOf(clock())
  const [people, rows] = await Promise.all([loadDirectory(store, today), absencesFrom(store, today)])
  const { contacts, lastResort } = people
  const coalitions = new Set([...people.organisations].flatMap(([id, { kind }]) => (kind === 'coalition' ? [id] : [])))
  const absences: PlannedAbsence[] = rows.map(absenceOf)
  return { today, contacts, absences, lastResort, coalitions, nameOf: (id) => nameOf(people, id), people, rows }
}

/** The coordinator of somebody's organisation, in name and who that is today. */
export function coordinatorsOver({ people, contacts }: StaffToday, accountId: string): (string | null)[] {
  const named = people.organisations.get(contacts.get(accountId)?.organisationId ?? '')?.coordinatorId ?? null
  return named === null ? [] : [named, replacementOf(people, named, people.today)]
}

/** Always in the same order: two acts that touch the same people do not wait for each other in a circle. */
export const touchAll = ({ build }: Engine['store'], { people }: StaffToday, accountIds: Iterable<string>): Statement[] =>
  [...new Set(accountIds)].sort().flatMap((id) => {
    const row = people.accounts.get(id)
    return row === undefined ? [] : [touchAccount(build, id, row.version)]
  })
