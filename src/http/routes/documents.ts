// Documents of a case: the plan with its code, the invitation, the referral letter and the report back.
import { whyNotSee } from '../../access/reading.ts'
import * as contract from '../../contract/documents.ts'
import type { ReceiverView } from '../../contract/receiver-views.ts'
import { invitation, type LetterFacts, referralLetter, reportBack } from '../../documents/letters.ts'
import { planDocument } from '../../documents/plan.ts'
import { dayOf } from '../../domain/calendar.ts'
import { capitalised } from '../../domain/capitalised.ts'
import type { Language } from '../../domain/words.ts'
import { parsedFrom } from '../../engine/bytes.ts'
import type { Engine } from '../../engine/engine.ts'
import { summaryFor } from '../../engine/gp-summary.ts'
import { letterParts, letterPartsFor, senderOf } from '../../engine/letter-facts.ts'
import { codeShown, type MadeCode, makeCode, openCode } from '../../engine/plan-codes.ts'
import { planFactsOf } from '../../engine/plan-facts.ts'
import { toldByCode } from '../../engine/plan-messages.ts'
import { type FoundCase, readCase } from '../../engine/read-case.ts'
import { chosenFor, previewFor, previewOf } from '../../engine/receiver-previews.ts'
import { nameOfCode } from '../../readmodels/code-names.ts'
import { receiverViewIn } from '../../readmodels/receiver-view-words.ts'
import { outcomeOf } from '../handled.ts'
import { faulty, forbidden, notThere, type Trouble } from '../problems.ts'
import { documentAs } from '../sent-document.ts'
import type { Serve } from '../serve.ts'

export function documentRoutesOn(serve: Serve, engine: Engine): void {
  serve(contract.getPlan, async (asked) => {
    const found = await foundFor(engine, asked, asked.params.caseId, 'readPlan')
    if ('trouble' in found) return found
    const { language, query } = asked
    const [code, told] = await Promise.all([openCode(engine, asked.params.caseId), toldByCode(engine, found, language)])
    const document = planDocument(await planFactsOf(engine, found, language, code))
    return documentAs(query.format, document, 'mijn-plan', { document, code, told } satisfies contract.Plan)
  })

  serve(contract.makePlanCode, async ({ params, actor, key, requestId }) => {
    const found = await foundFor(engine, { actor, requestId }, params.caseId, 'makePlanCode')
    if ('trouble' in found) return found
    const handled = await makeCode(engine, { actor, key, requestId }, params.caseId)
    const outcome = outcomeOf(handled, engine.pathways.values(), () => ({
      status: 201,
      headers: { location: `/v1/cases/${params.caseId}/plan` },
    }))
    if (handled.is !== 'done' || 'trouble' in outcome) return outcome
    return { ...outcome, body: codeShown(engine, parsedFrom<MadeCode>(handled.answer)) }
  })

  serve(contract.getInvitation, async (asked) => {
    const found = await foundFor(engine, asked, asked.params.caseId, 'readInvitation')
    if ('trouble' in found) return found
    const { name, from } = await senderOf(engine, found, null)
    const { language, query } = asked
    return documentAs(query.format, invitation({ language, today: dayOf(engine.clock()), from, name }), 'uitnodiging')
  })

  serve(contract.getLetter, async (asked) => {
    const { caseId, assignmentId } = asked.params
    const found = await foundFor(engine, asked, caseId, 'readLetter', assignmentId)
    if ('trouble' in found) return found
    const { language, query } = asked
    const { view } = await previewOf(engine, found.pathway, found.state, assignmentId, 'after')
    const parts = await letterParts(engine, found, assignmentId)
    const { code } = found.state.assignments[assignmentId]!
    const letter = letterIn(engine, found, code, receiverViewIn(view, language), parts, language)
    return documentAs(query.format, letter, 'verwijsbrief')
  })

  serve(contract.previewLetter, async (asked) => {
    const { params, body, actor, language } = asked
    const found = await foundFor(engine, asked, params.caseId, 'previewLetter')
    if ('trouble' in found) return found
    const chosen = await chosenFor(engine, found.pathway, body)
    if ('faults' in chosen) return { trouble: faulty(chosen.faults.map((fault) => ({ ...fault, in: 'body' }))) }
    const view = await previewFor(engine, found.pathway, found.state, chosen.wanted, { stage: 'after', goal: body.goal })
    const work = { providerId: chosen.providerId, offerId: body.offerId ?? null, referrerId: actor.id }
    const parts = await letterPartsFor(engine, found, work)
    return { body: letterIn(engine, found, body.code, receiverViewIn(view, language), parts, language) }
  })

  serve(contract.getReport, async (asked) => {
    const { caseId, assignmentId } = asked.params
    const found = await foundFor(engine, asked, caseId, 'readReport', assignmentId)
    if ('trouble' in found) return found
    const { language, query } = asked
    const summary = await summaryFor(engine, found, assignmentId, language)
    const { name, from } = await senderOf(engine, found, assignmentId)
    const report = reportBack({ language, today: dayOf(engine.clock()), from, name, summary })
    return documentAs(query.format, report, 'terugkoppeling')
  })
}

const letterIn = (
  engine: Engine,
  { pathway }: FoundCase,
  code: string,
  { shown, notShown }: Pick<ReceiverView, 'shown' | 'notShown'>,
  parts: Pick<LetterFacts, 'from' | 'to' | 'answerBy'>,
  language: Language,
) =>
  referralLetter({
    language,
    today: dayOf(engine.clock()),
    what: capitalised(nameOfCode(pathway, code, language)),
    shown,
    notShown: notShown.map(({ label, why }) => ({ label, lines: [why] })),
    ...parts,
  })

/** The practice alone: these carry a name. Whoever coordinates does that without. */
async function foundFor(
  engine: Engine,
  looker: Parameters<typeof readCase>[1],
  caseId: string,
  action: string,
  assignmentId: string | null = null,
): Promise<FoundCase | { readonly trouble: Trouble }> {
  const found = await readCase(engine, looker, caseId, action, 'person')
  const refusal = whyNotSee('person', looker.actor.role)
  if (found.is === 'forbidden' || refusal !== null)
    return { trouble: forbidden(found.is === 'forbidden' ? found.refusal : refusal!) }
  if (found.is === 'unknown') return { trouble: notThere }
  const there = assignmentId === null || Object.hasOwn(found.state.assignments, assignmentId)
  return there ? found : { trouble: notThere }
}
