// What a practice sent, what was told of it, and the text on it for the GP record.
import * as z from 'zod'
import { whyNotSee } from '../../access/reading.ts'
import * as feedback from '../../contract/feedback.ts'
import { getOutgoing, getSummary, type OutgoingPage } from '../../contract/outgoing.ts'
import { inboxTabs } from '../../domain/inbox-tab.ts'
import type { Engine } from '../../engine/engine.ts'
import { feedbackLines, markRead } from '../../engine/feedback.ts'
import { summaryFor } from '../../engine/gp-summary.ts'
import { logLooks } from '../../engine/look.ts'
import { readOutgoing } from '../../engine/outgoing.ts'
import { readCase } from '../../engine/read-case.ts'
import { choiceMoments } from '../../readmodels/feedback-line.ts'
import { readFeedbackPage, unreadFeedbackPage } from '../../store/feedback.ts'
import { cursorOf, placeOf } from '../cursor.ts'
import { outcomeOf } from '../handled.ts'
import { forbidden, notThere } from '../problems.ts'
import type { Serve } from '../serve.ts'

const OutgoingPlace = z.strictObject({ tab: z.enum(inboxTabs), due: z.string().max(40).nullable(), id: z.string().max(64) })
const FeedbackPlace = z.strictObject({
  on: z.string().max(40),
  at: z.string().max(40),
  id: z.string().max(200),
  urgent: z.literal([0, 1]),
})

export function outgoingRoutesOn(serve: Serve, engine: Engine): void {
  serve(getOutgoing, async ({ actor, requestId, query, language }) => {
    const refusal = whyNotSee('outgoing', actor.role)
    if (refusal !== null) return { trouble: forbidden(refusal) }
    const from = placeOf(query.cursor, OutgoingPlace)
    if ('trouble' in from) return from
    const after = from.place === null ? null : { tab: from.place.tab, next_due_at: from.place.due, id: from.place.id }
    const { limit } = query
    const { page, rows } = await readOutgoing(engine, { actor, tab: query.tab ?? null, after, limit, language })
    const looks = rows.flatMap(({ person_id, case_id }) =>
      person_id === null ? [] : [{ action: 'readOutgoing', personId: person_id, caseId: case_id }],
    )
    await logLooks(engine, { actor, requestId }, looks, 'seen')
    const last = rows.at(-1)
    const next =
      last === undefined || rows.length < limit ? null : cursorOf({ tab: last.tab, due: last.next_due_at, id: last.id })
    return { body: { ...page, next } satisfies OutgoingPage }
  })

  serve(getSummary, async (asked) => {
    const { params, language } = asked
    const found = await readCase(engine, asked, params.caseId, 'readSummary', 'caseContent')
    if (found.is === 'forbidden') return { trouble: forbidden(found.refusal) }
    if (found.is === 'unknown' || !Object.hasOwn(found.state.assignments, params.assignmentId)) return { trouble: notThere }
    return { body: await summaryFor(engine, found, params.assignmentId, language), mediaType: 'text/plain; charset=utf-8' }
  })

  serve(feedback.listFeedback, async ({ actor, requestId, query, language }) => {
    const refusal = whyNotSee('outgoing', actor.role)
    if (refusal !== null) return { trouble: forbidden(refusal) }
    const from = placeOf(query.cursor, FeedbackPlace)
    if ('trouble' in from) return from
    const [practice, { limit }] = [actor.organisationId, query]
    const rows =
      query.unread === 'yes'
        ? await unreadFeedbackPage(engine.store, practice, choiceMoments, from.place, limit)
        : await readFeedbackPage(engine.store, practice, from.place, limit)
    const items = await feedbackLines(engine, rows, actor, language)
    const looks = items.map(({ personId, caseId }) => ({ action: 'readFeedback', personId, caseId }))
    await logLooks(engine, { actor, requestId }, looks, 'seen')
    const last = rows.at(-1)
    const next =
      last === undefined || rows.length < limit
        ? null
        : cursorOf({ on: last.read_at ?? '', at: last.at, id: last.id, urgent: isUrgent(last.moment) ? 1 : 0 })
    // Where a choice was made in the meantime, reading it is all that is left.
    return { body: { items: [...items].sort(byRest), next } }
  })

  serve(feedback.readFeedback, async ({ actor, key, requestId, params }) =>
    outcomeOf(await markRead(engine, { actor, key, requestId }, params.feedbackId), engine.pathways.values(), () => ({})),
  )
}

const isUrgent = (moment: string): boolean => choiceMoments.some((one) => one === moment)
/** What asks for a choice or a call, then the rest; of each the newest first, as in the store. */
const byRest = (a: feedback.FeedbackLine, b: feedback.FeedbackLine): number =>
  restOf(a) - restOf(b) || compare(b.readAt, a.readAt) || compare(b.at, a.at) || compare(b.feedbackId, a.feedbackId)
const restOf = ({ act }: feedback.FeedbackLine): number => (act.code === 'seen' || act.code === 'case' ? 1 : 0)
const compare = (a: string | null, b: string | null): number => (a === b ? 0 : (a ?? '') < (b ?? '') ? -1 : 1)
