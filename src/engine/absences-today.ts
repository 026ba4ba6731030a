// Absences today: whoever has left is closed and replaced in the supply, and handovers that nobody acknowledged are asked about again.
import { systemActor } from '../access/actor.ts'
import { dayOf, type IsoDate, isWorkingDay, workingDaysBetween } from '../domain/calendar.ts'
import { leaversBy } from '../store/account-moves.ts'
import { changeAccount } from '../store/organisations.ts'
import type { AbsenceRow, AccountRow } from '../store/tables.ts'
import type { Engine } from './engine.ts'
import { handOverSupply } from './hand-over-supply.ts'
import { accountEvent } from './leaving.ts'
import { notify } from './notify.ts'
import { coordinatorsOver, type StaffToday, staffToday } from './staff.ts'

/** Once a day, or oftener: what was done before is not done again. */
export async function absencesToday(engine: Engine): Promise<{ readonly closed: number; readonly reminded: number }> {
  const leavers = await leaversBy(engine.store, dayOf(engine.clock()))
  let closed = 0
  for (const account of leavers) closed += (await close(engine, account)) ? 1 : 0
  return { closed, reminded: await remindOfHandovers(engine) }
}

/** False when somebody changed the account at the same moment: the next time it is tried again. */
async function close(engine: Engine, account: AccountRow): Promise<boolean> {
  const by = { actor: systemActor, requestId: `leave:${account.id}` }
  const { rows } = await staffToday(engine)
  const departure = rows.find(({ account_id, kind }) => account_id === account.id && kind === 'departure')
  const closed: AccountRow = { ...account, active: 0, version: account.version + 1 }
  // Where the successor has become the deputy in the meantime the offer keeps both names: the work follows the departure all the same.
  const supply =
    departure === undefined
      ? []
      : (await handOverSupply(engine, { ...by, from: account.id, to: departure.replacement_id })).change
  const committed = await engine.store.commit([
    changeAccount(engine.store.build, closed),
    ...supply,
    accountEvent(engine, by, closed),
  ])
  return committed.ok
}

async function remindOfHandovers(engine: Engine): Promise<number> {
  const staff = await staffToday(engine)
  let reminded = 0
  for (const row of staff.rows) {
    const day = dayOfReminding(row, staff.today)
    if (day === null) continue
    const replacement = [row.replacement_id]
    for (const accountId of day < tellCoordinatorOn ? replacement : [...replacement, ...coordinatorOf(staff, row)]) {
      const dedupeKey = `handover:${row.id}:${row.version}:${staff.today}:${accountId}`
      const committed = await engine.store.commit([
        notify(engine.store.build, { kind: 'handover', accountId, dedupeKey, at: engine.clock() }),
      ])
      reminded += committed.ok ? 1 : 0
    }
  }
  return reminded
}

/** Working days since the handover began; ours. From the third one on the coordinator hears of it too. */
const remindOn: ReadonlySet<number> = new Set([0, 1, 2, 3, 5])
const tellCoordinatorOn = 3

/** Null when it is not asked about today: acknowledged, not begun, or asked about often enough. After two weeks every two weeks. */
function dayOfReminding(row: Pick<AbsenceRow, 'acknowledged_at' | 'from_on' | 'created_at'>, today: IsoDate): number | null {
  const plannedOn = dayOf(row.created_at)
  if (row.acknowledged_at !== null || row.from_on > today || plannedOn >= today || !isWorkingDay(today)) return null
  const day = workingDaysBetween(row.from_on > plannedOn ? row.from_on : plannedOn, today)
  return remindOn.has(day) || day % 10 === 0 ? day : null
}

const coordinatorOf = (staff: StaffToday, row: AbsenceRow): string[] => {
  const now = coordinatorsOver(staff, row.account_id).at(-1) ?? staff.lastResort[0]
  return now === undefined || now === row.replacement_id ? [] : [now]
}
