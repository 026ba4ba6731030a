// Absences: planned, changed, cancelled and acknowledged; the replacement hears of it in the same change.
import { whyNotArrange } from '../access/arranging.ts'
import type { AbsenceBody, AbsenceChange, AbsenceSaved } from '../contract/absences.ts'
import { readSet, whyNotAbsent } from '../domain/absence-rules.ts'
import type { Fault } from '../domain/fault.ts'
import type { Refusal } from '../domain/result.ts'
import { absenceOf, changeAbsence, insertAbsence, loadAbsence } from '../store/absences.ts'
import type { Builder, Statement } from '../store/store.ts'
import { addSupplyEvent } from '../store/supply-events.ts'
import type { AbsenceRow } from '../store/tables.ts'
import { bytesOf } from './bytes.ts'
import type { Engine } from './engine.ts'
import type { Handled } from './handle-command.ts'
import { notify } from './notify.ts'
import { type Asking, once } from './once.ts'
import { coordinatorsOver, type StaffToday, staffToday, touchAll } from './staff.ts'
import { faultsOfStandIn, isColleagueIn, noSuchAccount } from './stand-ins.ts'

export type Edited = { readonly absenceId: string; readonly version: number }
export type AbsenceHandled = Handled | { readonly is: 'faulty'; readonly faults: readonly Fault[] }

export const planAbsence = (engine: Engine, asking: Asking, body: AbsenceBody): Promise<AbsenceHandled> =>
  once<AbsenceHandled>(engine, asking, { planAbsence: body }, async () => {
    const staff = await staffToday(engine)
    const unknown = strangers(staff, body)
    if (unknown.length > 0) return { is: 'faulty', faults: unknown }
    const notYours = whyNotArrange(asking.actor, body.accountId, coordinatorsOver(staff, body.accountId))
    if (notYours !== null) return { is: 'forbidden', refusal: notYours }
    const row: AbsenceRow = {
      id: engine.newId(),
      account_id: body.accountId,
      kind: 'absence',
      from_on: body.fromOn,
      until_on: body.untilOn,
      replacement_id: body.replacementId,
      note: bytesOf({ text: body.note }),
      state: 'planned',
      acknowledged_at: null,
      created_at: engine.clock(),
      version: 1,
    }
    return ready(engine, asking, staff, { row, action: 'plan', write: insertAbsence })
  })

export const editAbsence = (engine: Engine, asking: Asking, body: AbsenceChange, edited: Edited): Promise<AbsenceHandled> =>
  once<AbsenceHandled>(engine, asking, { editAbsence: body, edited }, async () => {
    const staff = await staffToday(engine)
    const found = await foundIn(engine, edited)
    if (found.is !== 'found') return found
    const { row } = found
    const unknown = strangers(staff, { accountId: row.account_id, replacementId: body.replacementId })
    if (unknown.length > 0) return { is: 'faulty', faults: unknown }
    const notYours = whyNotArrange(asking.actor, row.account_id, coordinatorsOver(staff, row.account_id))
    if (notYours !== null) return { is: 'forbidden', refusal: notYours }
    if (row.kind === 'departure' && (body.fromOn !== row.from_on || body.untilOn !== null))
      return { is: 'refused', refusal: departureStays }
    const changed: AbsenceRow = {
      ...row,
      from_on: body.fromOn,
      until_on: body.untilOn,
      replacement_id: body.replacementId,
      note: bytesOf({ text: body.note }),
      acknowledged_at: null,
      version: row.version + 1,
    }
    return ready(engine, asking, staff, { row: changed, action: 'change', write: changeAbsence })
  })

/** From now on the work is the person's again. */
export const cancelAbsence = (engine: Engine, asking: Asking, edited: Edited): Promise<Handled> =>
  once<Handled>(engine, asking, { cancelAbsence: edited }, async () => {
    const staff = await staffToday(engine)
    const found = await foundIn(engine, edited)
    if (found.is !== 'found') return found
    const { row } = found
    const notYours = whyNotArrange(asking.actor, row.account_id, coordinatorsOver(staff, row.account_id))
    if (notYours !== null) return { is: 'forbidden', refusal: notYours }
    if (row.kind === 'departure') return { is: 'refused', refusal: departureStays }
    const changed: AbsenceRow = { ...row, state: 'cancelled', version: row.version + 1 }
    const { build } = engine.store
    return {
      is: 'ready',
      change: [
        ...touchAll(engine.store, staff, [row.account_id]),
        changeAbsence(build, changed),
        eventOf(engine, asking, changed, 'cancel'),
      ],
      answer: savedAs(changed),
    }
  })

/** The replacement has read the note: until then it stands open, and they are reminded. */
export const acknowledgeAbsence = (engine: Engine, asking: Asking, edited: Edited): Promise<Handled> =>
  once<Handled>(engine, asking, { acknowledgeAbsence: edited }, async () => {
    const found = await foundIn(engine, edited)
    if (found.is !== 'found') return found
    const { row } = found
    if (row.replacement_id !== asking.actor.id) return { is: 'forbidden', refusal: notTheReplacement }
    if (row.acknowledged_at !== null) return { is: 'refused', refusal: acknowledgedAlready }
    const changed: AbsenceRow = { ...row, acknowledged_at: engine.clock(), version: row.version + 1 }
    return {
      is: 'ready',
      change: [changeAbsence(engine.store.build, changed), eventOf(engine, asking, changed, 'acknowledge')],
      answer: savedAs(changed),
    }
  })

type Planned = {
  readonly row: AbsenceRow
  readonly action: string
  readonly write: (build: Builder, row: AbsenceRow) => Statement
}

/** The rules are asked; whoever they looked at may not change in the meantime. */
function ready(engine: Engine, asking: Asking, staff: StaffToday, { row, action, write }: Planned) {
  const absence = absenceOf(row)
  const refusal = whyNotAbsent(staff, absence)
  if (refusal !== null) return { is: 'refused', refusal } as const
  const change = [
    ...touchAll(engine.store, staff, readSet(staff, absence)),
    write(engine.store.build, row),
    handover(engine, row),
    eventOf(engine, asking, row, action),
  ]
  return { is: 'ready', change, answer: savedAs(row) } as const
}

export const handover = ({ store, clock }: Engine, { id, version, replacement_id }: AbsenceRow): Statement =>
  notify(store.build, {
    kind: 'handover',
    accountId: replacement_id,
    dedupeKey: `handover:${id}:${version}`,
    at: clock(),
  })

/** Who changed it and to what; the note stays in its row alone. */
export const eventOf = (engine: Engine, { actor, requestId }: Asking, row: AbsenceRow, action: string): Statement =>
  addSupplyEvent(engine.store.build, {
    id: engine.newId(),
    at: engine.clock(),
    actor_id: actor.id,
    actor_role: actor.role,
    noun: 'absence',
    noun_id: row.id,
    action,
    version: row.version,
    payload: bytesOf({ ...absenceOf(row), state: row.state }),
    request_id: requestId,
  })

export const savedAs = ({ id, version }: AbsenceRow): AbsenceSaved => ({ absenceId: id, version })

async function foundIn(
  { store }: Engine,
  { absenceId, version }: Edited,
): Promise<{ readonly is: 'found'; readonly row: AbsenceRow } | Extract<Handled, { is: 'unknownCase' | 'stale' | 'refused' }>> {
  const row = await loadAbsence(store, absenceId)
  if (row === null) return { is: 'unknownCase' }
  if (row.version !== version) return { is: 'stale', current: row.version, since: [] }
  return row.state === 'cancelled' ? { is: 'refused', refusal: cancelledAlready } : { is: 'found', row }
}

function strangers({ contacts }: StaffToday, body: { readonly accountId: string; readonly replacementId: string }): Fault[] {
  const { accountId, replacementId } = body
  return [
    ...(isColleagueIn(contacts, accountId) ? [] : [noSuchAccount('/accountId')]),
    ...faultsOfStandIn(contacts, accountId, { at: '/replacementId', id: replacementId }),
  ]
}

const departureStays: Refusal = {
  code: 'departureStays',
  words: {
    nl: 'Dit is een vertrek. Alleen de opvolger en de overdracht kunnen nog veranderen.',
    en: 'This is a departure. Only the successor and the note can still change.',
  },
}
const notTheReplacement: Refusal = {
  code: 'notTheReplacement',
  words: { nl: 'Alleen wie het werk overneemt, bevestigt de overdracht.', en: 'Only who takes over acknowledges the handover.' },
}
const acknowledgedAlready: Refusal = {
  code: 'acknowledgedAlready',
  words: { nl: 'Deze overdracht is al bevestigd.', en: 'This handover was acknowledged already.' },
}
const cancelledAlready: Refusal = {
  code: 'cancelledAlready',
  words: {
    nl: 'Deze afwezigheid is ingetrokken. Meld zo nodig een nieuwe.',
    en: 'This absence was cancelled. Plan a new one if need be.',
  },
}
