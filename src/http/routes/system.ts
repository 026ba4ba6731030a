// The system: whether it lives, its own description, and the clock of a demonstration.

import { openApiDocument } from '../../contract/openapi.ts'
import { operations } from '../../contract/operations.ts'
import * as contract from '../../contract/system.ts'
import type { Refusal } from '../../domain/result.ts'
import type { Engine } from '../../engine/engine.ts'
import { forwardTo } from '../../engine/forward-clock.ts'
import { loadOrganisation } from '../../store/organisations.ts'
import type { DemoClock } from '../demo-clock.ts'
import { notThere, refusedByRules } from '../problems.ts'
import type { Serve } from '../serve.ts'

export function systemRoutesOn(serve: Serve, engine: Engine, demoClock: DemoClock | null): void {
  serve(contract.live, async () => ({ body: { status: 'ok' } }))

  serve(contract.ready, async () => {
    // Any question that needs a table; what goes wrong is the error handler's.
    await loadOrganisation(engine.store, 'ready')
    return { body: { status: 'ok' } }
  })

  let document: string | null = null
  serve(contract.openApi, async () => {
    document ??= JSON.stringify(openApiDocument(operations))
    return { body: document, headers: { 'access-control-allow-origin': '*' } }
  })

  serve(contract.getDemoClock, async () => (demoClock === null ? { trouble: notThere } : { body: { now: demoClock.now() } }))

  serve(contract.forwardDemoClock, async ({ body }) => {
    if (demoClock === null) return { trouble: notThere }
    const [now, to] = [Date.parse(demoClock.now()), Date.parse(body.to)]
    if (to < now) return { trouble: refusedByRules(notForward) }
    if (to > now + furthest) return { trouble: refusedByRules(tooFar) }
    const { fired, late } = await forwardTo(engine, demoClock.set, new Date(to).toISOString())
    return { body: { now: demoClock.now(), fired, late } }
  })
}

/** Ten years: more than any case takes, and soon done. */
const furthest = 10 * 366 * 86_400_000

const notForward: Refusal = {
  code: 'notForward',
  words: { nl: 'De demoklok gaat alleen vooruit.', en: 'The demo clock only goes forward.' },
}
const tooFar: Refusal = {
  code: 'tooFar',
  words: { nl: 'De demoklok gaat hoogstens tien jaar per keer vooruit.', en: 'The demo clock goes ten years at most at a time.' },
}
