// Absences as somebody may see them: the days and the names for every colleague, the handover note for who is concerned.
import type { Actor } from '../access/actor.ts'
import { whyNotArrange } from '../access/arranging.ts'
import { type Absence, absenceTag } from '../contract/absences.ts'
import { replacementOf } from '../domain/responsibility.ts'
import { loadAbsence } from '../store/absences.ts'
import type { AbsenceRow } from '../store/tables.ts'
import { parsedFrom } from './bytes.ts'
import type { Engine } from './engine.ts'
import { coordinatorsOver, type StaffToday, staffToday } from './staff.ts'

export async function absencesSeen(engine: Engine, actor: Actor, rows: readonly AbsenceRow[]): Promise<Absence[]> {
  const staff = await staffToday(engine)
  return rows.map((row) => absenceSeen(staff, actor, row))
}

/** Null when there is none. */
export async function findAbsence(engine: Engine, actor: Actor, absenceId: string): Promise<Absence | null> {
  const row = await loadAbsence(engine.store, absenceId)
  return row === null ? null : absenceSeen(await staffToday(engine), actor, row)
}

function absenceSeen(staff: StaffToday, actor: Actor, row: AbsenceRow): Absence {
  const { today, contacts, nameOf, people } = staff
  const runs = row.state === 'planned' && row.from_on <= today && (row.until_on === null || today <= row.until_on)
  const now = runs ? replacementOf(people, row.account_id, today) : null
  const concerned =
    actor.role === 'coordinator' ||
    [row.account_id, row.replacement_id, now, ...coordinatorsOver(staff, row.account_id)].includes(actor.id)
  const stands = row.state === 'planned'
  const cancels =
    stands && row.kind === 'absence' && whyNotArrange(actor, row.account_id, coordinatorsOver(staff, row.account_id)) === null
  const acknowledges = stands && row.acknowledged_at === null && row.replacement_id === actor.id
  return {
    absenceId: row.id,
    etag: absenceTag(row.id, row.version),
    version: row.version,
    accountId: row.account_id,
    name: nameOf(row.account_id),
    organisationId: contacts.get(row.account_id)?.organisationId ?? '',
    kind: row.kind,
    fromOn: row.from_on,
    untilOn: row.until_on,
    replacementId: row.replacement_id,
    replacementName: nameOf(row.replacement_id),
    now: now === null ? null : { accountId: now, name: nameOf(now) },
    state: row.state,
    acknowledgedAt: row.acknowledged_at,
    createdAt: row.created_at,
    note: concerned ? parsedFrom<{ text: string }>(row.note).text : null,
    allowed: [...(cancels ? (['cancel'] as const) : []), ...(acknowledges ? (['acknowledge'] as const) : [])],
  }
}
