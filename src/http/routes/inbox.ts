// The inbox of a provider: pages of assignments and one at a time; what is not for this organisation is not there.
import * as z from 'zod'
import { whyNotSee } from '../../access/reading.ts'
import { getInbox, getInboxAssignment, type InboxPage } from '../../contract/inbox.ts'
import type { Engine } from '../../engine/engine.ts'
import { readInbox } from '../../engine/inbox.ts'
import { findForReceiver, readForReceiver } from '../../engine/inbox-assignment.ts'
import { logLooks } from '../../engine/look.ts'
import { loadAssignment } from '../../store/assignments.ts'
import type { AssignmentRow } from '../../store/tables.ts'
import { cursorOf, placeOf } from '../cursor.ts'
import { forbidden, notThere } from '../problems.ts'
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
    const refusal = whyNotSee('inbox', actor.role)
    const row = refusal === null ? await findForReceiver(engine, actor, params.assignmentId) : null
    const tried = row ?? (await loadAssignment(engine.store, params.assignmentId))
    const looks = tried === null ? [] : looksAt('readInboxAssignment')(tried)
    await logLooks(engine, { actor, requestId }, looks, row === null ? 'refused' : 'seen')
    if (refusal !== null) return { trouble: forbidden(refusal) }
    if (row === null) return { trouble: notThere }
    const body = await readForReceiver(engine, actor, row, language)
    return { body, headers: { etag: body.etag } }
  })
}

/** A row from before it named its person has never been in an inbox: `valpad rebuild` draws it again. */
const looksAt =
  (action: string) =>
  ({ person_id, case_id }: AssignmentRow) =>
    person_id === null ? [] : [{ action, personId: person_id, caseId: case_id }]
