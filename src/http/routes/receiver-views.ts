// The receiver's view: shown before sending, word for word, and sent again when something was corrected. It names the person: who may not
// see a name does not see this.
import * as contract from '../../contract/receiver-views.ts'
import type { Engine } from '../../engine/engine.ts'
import { readCase } from '../../engine/read-case.ts'
import { chosenFor, previewFor, previewOf } from '../../engine/receiver-previews.ts'
import { sendViewAgain } from '../../engine/send-view-again.ts'
import { receiverViewIn } from '../../readmodels/receiver-view-words.ts'
import { outcomeOf } from '../handled.ts'
import { faulty, forbidden, notThere } from '../problems.ts'
import type { Serve } from '../serve.ts'
import { editedOf } from './supply-saved.ts'

export function receiverViewRoutesOn(serve: Serve, engine: Engine): void {
  serve(contract.getReceiverView, async (asked) => {
    const { params, query, language } = asked
    const found = await readCase(engine, asked, params.caseId, 'readReceiverView', 'person')
    if (found.is === 'forbidden') return { trouble: forbidden(found.refusal) }
    if (found.is === 'unknown' || !Object.hasOwn(found.state.assignments, params.assignmentId)) return { trouble: notThere }
    const assignment = found.state.assignments[params.assignmentId]!
    const { view, sent, changed } = await previewOf(engine, found.pathway, found.state, params.assignmentId, query.stage)
    const { code, providerId } = assignment
    const { caseId, assignmentId } = params
    const body = { caseId, assignmentId, code, providerId, view: receiverViewIn(view, language), sent, changed }
    return { body: body satisfies contract.Preview }
  })

  serve(contract.previewReceiverView, async (asked) => {
    const { params, body, language } = asked
    const found = await readCase(engine, asked, params.caseId, 'previewReceiverView', 'person')
    if (found.is === 'forbidden') return { trouble: forbidden(found.refusal) }
    if (found.is === 'unknown') return { trouble: notThere }
    const chosen = await chosenFor(engine, found.pathway, body)
    if ('faults' in chosen) return { trouble: faulty(chosen.faults.map((fault) => ({ ...fault, in: 'body' }))) }
    const view = await previewFor(engine, found.pathway, found.state, chosen.wanted, body)
    const preview: contract.Preview = {
      caseId: params.caseId,
      assignmentId: null,
      code: body.code,
      providerId: chosen.providerId,
      view: receiverViewIn(view, language),
      sent: null,
      changed: false,
    }
    return { body: preview }
  })

  serve(contract.sendViewAgain, async ({ actor, key, requestId, params, ifMatch }) => {
    const { caseId, assignmentId } = params
    const { version } = editedOf(assignmentId, ifMatch)
    const handled = await sendViewAgain(engine, { actor, key, requestId }, { caseId, assignmentId, version })
    const location = `/v1/cases/${caseId}/assignments/${assignmentId}/receiver-view`
    return outcomeOf(handled, engine.pathways.values(), () => ({ status: 201, headers: { location } }))
  })
}
