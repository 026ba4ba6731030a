// Absences: planned, changed, cancelled and acknowledged; leaving, and handing work over.
import * as z from 'zod'
import { whyNotSeeColleagues } from '../../access/arranging.ts'
import * as contract from '../../contract/absences.ts'
import { dayOf } from '../../domain/calendar.ts'
import { absencesSeen, findAbsence } from '../../engine/absence-view.ts'
import { type AbsenceHandled, acknowledgeAbsence, cancelAbsence, editAbsence, planAbsence } from '../../engine/absences.ts'
import { parsedFrom } from '../../engine/bytes.ts'
import type { Engine } from '../../engine/engine.ts'
import { leave, reassign } from '../../engine/leaving.ts'
import { absencesPage } from '../../store/absences.ts'
import { cursorOf, placeOf } from '../cursor.ts'
import { outcomeOf } from '../handled.ts'
import { faulty, forbidden, notThere } from '../problems.ts'
import type { Outcome, Serve } from '../serve.ts'
import { editedOf } from './supply-saved.ts'

export function absenceRoutesOn(serve: Serve, engine: Engine): void {
  const { store } = engine
  const saved = (handled: AbsenceHandled, status: 200 | 201): Outcome => {
    if (handled.is === 'faulty') return { trouble: faulty(handled.faults.map((fault) => ({ ...fault, in: 'body' }))) }
    return outcomeOf(handled, engine.pathways.values(), (answer) => {
      const { absenceId, version } = parsedFrom<contract.AbsenceSaved>(answer)
      return { status, headers: { etag: contract.absenceTag(absenceId, version), location: `/v1/absences/${absenceId}` } }
    })
  }
  const edited = ({ params, ifMatch }: Named) => {
    const { id, version } = editedOf(params.absenceId, ifMatch)
    return { absenceId: id, version }
  }

  serve(contract.listAbsences, async ({ actor, query }) => {
    const refusal = whyNotSeeColleagues(actor.role)
    if (refusal !== null) return { trouble: forbidden(refusal) }
    const from = placeOf(query.cursor, z.strictObject({ from: z.iso.date(), id: z.string().max(64) }))
    if ('trouble' in from) return from
    const { accountId, organisationId, replacementId, handover, past, limit } = query
    const today = dayOf(engine.clock())
    const filter = {
      ...{ accountId, organisationId, replacementId },
      unacknowledged: handover === 'open',
      from: past === 'yes' ? null : today,
    }
    const after = from.place === null ? null : { from_on: from.place.from, id: from.place.id }
    const rows = await absencesPage(store, filter, after, limit)
    const last = rows.at(-1)
    const next = last === undefined || rows.length < limit ? null : cursorOf({ from: last.from_on, id: last.id })
    return { body: { items: await absencesSeen(engine, actor, rows), next } }
  })

  serve(contract.getAbsence, async ({ actor, params }) => {
    const refusal = whyNotSeeColleagues(actor.role)
    if (refusal !== null) return { trouble: forbidden(refusal) }
    const absence = await findAbsence(engine, actor, params.absenceId)
    return absence === null ? { trouble: notThere } : { body: absence, headers: { etag: absence.etag } }
  })

  serve(contract.planAbsence, async ({ body, ...asking }) => saved(await planAbsence(engine, asking, body), 201))
  serve(contract.changeAbsence, async ({ body, ...asking }) =>
    saved(await editAbsence(engine, asking, body, edited(asking)), 200),
  )
  serve(contract.cancelAbsence, async (asking) => saved(await cancelAbsence(engine, asking, edited(asking)), 200))
  serve(contract.acknowledgeAbsence, async (asking) => saved(await acknowledgeAbsence(engine, asking, edited(asking)), 200))
  serve(contract.leaveContact, async ({ body, params, ...asking }) =>
    saved(await leave(engine, asking, params.accountId, body), 201),
  )
  serve(contract.reassignContact, async ({ body, params, ...asking }) =>
    saved(await reassign(engine, asking, params.accountId, body), 201),
  )
}

type Named = {
  readonly params: { readonly absenceId: string }
  readonly ifMatch: { readonly id: string; readonly version: number } | null
}
