// Reports for the coordinator: open work that is not with its own person, and what nobody has.
import * as z from 'zod'
import { whyNotSee } from '../../access/reading.ts'
import { getCoordinatorDesk, lookAtGaps } from '../../contract/coordinator-desk.ts'
import * as contract from '../../contract/orphans.ts'
import * as desk from '../../engine/coordinator-desk.ts'
import type { Engine } from '../../engine/engine.ts'
import { logLooks } from '../../engine/look.ts'
import { orphanReport, passedToday } from '../../engine/orphan-report.ts'
import { seenBy } from '../../engine/supply-views.ts'
import { cursorOf, placeOf } from '../cursor.ts'
import { outcomeOf } from '../handled.ts'
import { forbidden } from '../problems.ts'
import type { Serve } from '../serve.ts'

const Place = z.strictObject({ kind: z.enum(['assignment', 'case']), id: z.string().max(64) })

export function reportRoutesOn(serve: Serve, engine: Engine): void {
  serve(getCoordinatorDesk, async ({ actor, requestId, language }) => {
    const refusal = whyNotSee('coordinatorDesk', actor.role)
    if (refusal !== null) return { trouble: forbidden(refusal) }
    return { body: await desk.coordinatorDesk(seenBy(engine, language), { actor, requestId }) }
  })

  serve(lookAtGaps, async ({ body, ...asking }) => {
    const refusal = whyNotSee('coverage', asking.actor.role)
    if (refusal !== null) return { trouble: forbidden(refusal) }
    return outcomeOf(await desk.lookAtGaps(engine, asking, body), engine.pathways.values(), () => ({}))
  })

  serve(contract.getOrphans, async ({ actor, requestId, query, language }) => {
    const refusal = whyNotSee('orphans', actor.role)
    if (refusal !== null) return { trouble: forbidden(refusal) }
    const from = placeOf(query.cursor, Place)
    if ('trouble' in from) return from
    const passed = await passedToday(engine.store, engine.clock())
    const { page, more, ...report } = orphanReport(passed, {
      pathway: engine.newest,
      language,
      after: from.place,
      limit: query.limit,
    })
    const looks = [...page, ...passed.lines.filter(({ id }) => report.orphans.some((one) => one.id === id))]
    await logLooks(
      engine,
      { actor, requestId },
      looks.map(({ personId, caseId }) => ({ action: 'readOrphans', personId, caseId })),
      'seen',
    )
    const last = page.at(-1)
    const next = last === undefined || !more ? null : cursorOf({ kind: last.kind, id: last.id })
    return { body: { ...report, next } }
  })
}
