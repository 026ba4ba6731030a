// The inbox of a provider: pages of assignments and one at a time; what is not for this organisation is not there.
import * as z from 'zod'
import type { Actor } from '../../access/actor.ts'
import { whyNotSee } from '../../access/reading.ts'
import { getAssignmentCalendar, getInbox, getInboxAssignment, type InboxPage } from '../../contract/inbox.ts'
import { calendarFile } from '../../documents/calendar.ts'
import type { Engine } from '../../engine/engine.ts'
import { readInbox } from '../../engine/inbox.ts'
import { findForReceiver, plannedStart, readForReceiver } from '../../engine/inbox-assignment.ts'
import { logLooks } from '../../engine/look.ts'
import { loadAssignment } from '../../store/assignments.ts'
import type { AssignmentRow } from '../../store/tables.ts'
import { cursorOf, placeOf } from '../cursor.ts'
import { forbidden, notThere, type Trouble } from '../problems.ts'
import type { Serve } from '../serve.ts'

/** Where the next page of assignments begins. */
const Place = z.strictObject({ due: z.string().max(40).nullable(), id: z.string().max(64) })

export function inboxRoutesOn(serve: Serve, engine: Engine): void {
  serve(getInbox, async ({ actor, requestId, query, language }) => {
    const refusal = whyNotSee('inbox', actor.role)
    if (refusal !== null) return { trouble: forbidden(refusal) }
    const from = placeOf(query.cursor, Place)
    if ('trouble' in from) return from
    const noStartDate = query.filter === 'noStartDate'
    const { page, rows } = await readInbox(engine, {
      actor,
      tab: query.tab ?? (noStartDate ? 'accepted' : 'new'),
      mine: query.mine === 'yes',
      noStartDate,
      after: from.place === null ? null : { next_due_at: from.place.due, id: from.place.id },
      limit: query.limit,
      language,
    })
    await logLooks(engine, { actor, requestId }, rows.flatMap(looksAt('readInbox')), 'seen')
    const last = rows.at(-1)
    const next = last === undefined || rows.length < query.limit ? null : cursorOf({ due: last.next_due_at, id: last.id })
    return { body: { ...page, next } satisfies InboxPage }
  })

  serve(getInboxAssignment, async ({ actor, requestId, params, language }) => {
    const found = await foundFor(engine, actor, requestId, params.assignmentId)
    if ('trouble' in found) return found
    const body = await readForReceiver(engine, actor, found, language)
    return { body, headers: { etag: body.etag } }
  })

  serve(getAssignmentCalendar, async ({ actor, requestId, params }) => {
    const found = await foundFor(engine, actor, requestId, params.assignmentId)
    if ('trouble' in found) return found
    const event = await plannedStart(engine, found)
    if (event === null) return { trouble: notThere }
    const body = calendarFile({ method: 'PUBLISH', title: 'appointment', stampedAt: engine.clock(), events: [event] })
    const headers = { 'content-disposition': 'attachment; filename="valpad.ics"' }
    return { body, mediaType: 'text/calendar; charset=utf-8', headers }
  })
}

/** Of its receiver; every look leaves a line, also one that was refused. */
async function foundFor(
  engine: Engine,
  actor: Actor,
  requestId: string,
  assignmentId: string,
): Promise<AssignmentRow | { readonly trouble: Trouble }> {
  const refusal = whyNotSee('inbox', actor.role)
  const row = refusal === null ? await findForReceiver(engine, actor, assignmentId) : null
  const tried = row ?? (await loadAssignment(engine.store, assignmentId))
  const looks = tried === null ? [] : looksAt('readInboxAssignment')(tried)
  await logLooks(engine, { actor, requestId }, looks, row === null ? 'refused' : 'seen')
  if (refusal !== null) return { trouble: forbidden(refusal) }
  return row ?? { trouble: notThere }
}

/** A row from before it named its person has never been in an inbox: `valpad rebuild` draws it again. */
const looksAt =
  (action: string) =>
  ({ person_id, case_id }: AssignmentRow) =>
    person_id === null ? [] : [{ action, personId: person_id, caseId: case_id }]
