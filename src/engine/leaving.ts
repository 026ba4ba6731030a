// Leaving: in one act all work of somebody goes to the successor, by one row that every inbox, mail and escalation follows.
import { whyNotArrange } from '../access/arranging.ts'
import type { LeaveBody, ReassignBody } from '../contract/absences.ts'
import { readSet, whyNotAbsent } from '../domain/absence-rules.ts'
import { addPeriod, type IsoDate } from '../domain/calendar.ts'
import type { Refusal } from '../domain/result.ts'
import { absenceOf, changeAbsence, insertAbsence } from '../store/absences.ts'
import { changeAccount } from '../store/organisations.ts'
import type { Statement } from '../store/store.ts'
import { addSupplyEvent } from '../store/supply-events.ts'
import type { AbsenceRow, AccountRow } from '../store/tables.ts'
import { type AbsenceHandled, eventOf, handover, savedAs } from './absences.ts'
import { bytesOf } from './bytes.ts'
import type { Engine } from './engine.ts'
import { contactAndDeputy, handOverSupply } from './hand-over-supply.ts'
import { restingOn } from './last-resort.ts'
import { type Asking, once } from './once.ts'
import { coordinatorsOver, type StaffToday, staffToday, touchAll } from './staff.ts'
import { faultsOfStandIn, isColleagueIn } from './stand-ins.ts'
import { contactBodyOf } from './supply-account.ts'

/** From `on` on the account is closed and the successor has everything; where the leaver stands in offers, the successor comes then too. */
export const leave = (engine: Engine, asking: Asking, accountId: string, body: LeaveBody): Promise<AbsenceHandled> =>
  once<AbsenceHandled>(engine, asking, { leave: accountId, body }, async () => {
    const staff = await staffToday(engine)
    const known = arrangedFor(staff, asking, accountId, { at: '/successorId', id: body.successorId })
    if (known.is !== 'known') return known
    const { account } = known
    const { on, successorId } = body
    const row = newRow(engine, { accountId, replacementId: successorId, note: body.note, kind: 'departure', fromOn: on })
    const absence = absenceOf(row)
    const refusal =
      (account.left_on === null ? null : leftAlready(staff.nameOf(accountId))) ??
      whyNoCoordinatorLeft(staff, accountId, on) ??
      whyNotAbsent(staff, absence)
    if (refusal !== null) return { is: 'refused', refusal }
    const supply = await handOverSupply(engine, { ...asking, from: accountId, to: successorId })
    if (supply.clashes.length > 0) return { is: 'refused', refusal: contactAndDeputy(supply.clashes) }
    const today = on <= staff.today
    const left: AccountRow = { ...account, left_on: on, active: today ? 0 : account.active, version: account.version + 1 }
    const { build } = engine.store
    const restsOn = staff.lastResort.includes(accountId) ? restingOn(staff, accountId) : []
    return {
      is: 'ready',
      change: [
        changeAccount(build, left),
        ...touchAll(
          engine.store,
          staff,
          [...readSet(staff, absence), ...restsOn].filter((id) => id !== accountId),
        ),
        insertAbsence(build, row),
        ...cutShort(engine, asking, staff, { accountId, on }),
        ...(today ? supply.change : []),
        handover(engine, row),
        eventOf(engine, asking, row, 'leave'),
        accountEvent(engine, asking, left),
      ],
      answer: savedAs(row),
    }
  })

/** All open work, until the row is cancelled. */
export const reassign = (engine: Engine, asking: Asking, accountId: string, body: ReassignBody): Promise<AbsenceHandled> =>
  once<AbsenceHandled>(engine, asking, { reassign: accountId, body }, async () => {
    const staff = await staffToday(engine)
    const known = arrangedFor(staff, asking, accountId, { at: '/to', id: body.to })
    if (known.is !== 'known') return known
    const { note, to } = body
    const row = newRow(engine, { accountId, replacementId: to, note, kind: 'absence', fromOn: staff.today })
    const absence = absenceOf(row)
    const refusal = whyNotAbsent(staff, absence)
    if (refusal !== null) return { is: 'refused', refusal }
    return {
      is: 'ready',
      change: [
        ...touchAll(engine.store, staff, readSet(staff, absence)),
        insertAbsence(engine.store.build, row),
        handover(engine, row),
        eventOf(engine, asking, row, 'reassign'),
      ],
      answer: savedAs(row),
    }
  })

type Known = { readonly is: 'known'; readonly account: AccountRow }

function arrangedFor(
  staff: StaffToday,
  { actor }: Asking,
  accountId: string,
  replacement: { readonly at: string; readonly id: string },
): Known | Extract<AbsenceHandled, { is: 'unknownCase' | 'faulty' | 'forbidden' }> {
  const account = staff.people.accounts.get(accountId)
  if (account === undefined || !isColleagueIn(staff.contacts, accountId)) return { is: 'unknownCase' }
  const faults = faultsOfStandIn(staff.contacts, accountId, replacement)
  if (faults.length > 0) return { is: 'faulty', faults }
  const notYours = whyNotArrange(actor, accountId, coordinatorsOver(staff, accountId))
  return notYours === null ? { is: 'known', account } : { is: 'forbidden', refusal: notYours }
}

type Given = {
  readonly accountId: string
  readonly replacementId: string
  readonly note: string
  readonly kind: AbsenceRow['kind']
  readonly fromOn: IsoDate
}

const newRow = (engine: Engine, { accountId, replacementId, note, kind, fromOn }: Given): AbsenceRow => ({
  id: engine.newId(),
  account_id: accountId,
  kind,
  from_on: fromOn,
  until_on: null,
  replacement_id: replacementId,
  note: bytesOf({ text: note }),
  state: 'planned',
  acknowledged_at: null,
  created_at: engine.clock(),
  version: 1,
})

/** What was planned for the days after the departure ends with it. */
function cutShort(
  engine: Engine,
  asking: Asking,
  { rows }: StaffToday,
  { accountId, on }: { readonly accountId: string; readonly on: IsoDate },
): Statement[] {
  const over = rows.filter((row) => row.account_id === accountId && (row.until_on === null || row.until_on >= on))
  return over.flatMap((row) => {
    const cut: AbsenceRow = {
      ...row,
      version: row.version + 1,
      ...(row.from_on >= on ? { state: 'cancelled' } : { until_on: addPeriod(on, -1, 'days') }),
    }
    return [changeAbsence(engine.store.build, cut), eventOf(engine, asking, cut, 'leave')]
  })
}

/** A replacement alone is not enough: the coalition keeps somebody in that role. */
function whyNoCoordinatorLeft({ contacts, absences, lastResort }: StaffToday, accountId: string, on: IsoDate): Refusal | null {
  if (contacts.get(accountId)?.role !== 'coordinator' || !lastResort.includes(accountId)) return null
  const leaves = new Set(absences.filter(({ kind }) => kind === 'departure').map((one) => one.accountId))
  const stays = [...contacts.values()].some(
    ({ id, role, active, leftOn }) =>
      id !== accountId && role === 'coordinator' && active && !leaves.has(id) && (leftOn === null || leftOn > on),
  )
  return stays ? null : lastOfThem
}

export const accountEvent = (
  engine: Engine,
  { actor, requestId }: Pick<Asking, 'actor' | 'requestId'>,
  row: AccountRow,
): Statement =>
  addSupplyEvent(engine.store.build, {
    id: engine.newId(),
    at: engine.clock(),
    actor_id: actor.id,
    actor_role: actor.role,
    noun: 'account',
    noun_id: row.id,
    action: 'changed',
    version: row.version,
    payload: bytesOf({ ...contactBodyOf(row), leftOn: row.left_on }),
    request_id: requestId,
  })

const leftAlready = (name: string): Refusal => ({
  code: 'leftAlready',
  words: {
    nl: `${name} is al vertrokken of vertrekt al. Wijzig zo nodig wie de opvolger is.`,
    en: `${name} has left or is leaving already. Change the successor if need be.`,
  },
})
const lastOfThem: Refusal = {
  code: 'lastCoordinator',
  words: {
    nl: 'Dit is de laatste ketencoördinator. Geef eerst een ander deze rol en noem die als opvolger.',
    en: 'This is the last chain coordinator. Give somebody else this role first, and name them as the successor.',
  },
}
