// Draft answers of an analysis: seen with everybody's own, saved one at a time, settled where two people differ.
import * as contract from '../../contract/answers.ts'
import { filledByShortcut } from '../../domain/section-shortcut.ts'
import { chooseAnswer, type DraftHandled, noFindings, putAnswer, undoNoFindings } from '../../engine/draft-answers.ts'
import { putNote } from '../../engine/draft-notes.ts'
import type { Engine } from '../../engine/engine.ts'
import { readCase } from '../../engine/read-case.ts'
import { savedDraft } from '../../engine/saved-answers.ts'
import { answeredItem, draftOf } from '../../readmodels/draft-answers.ts'
import { troubleOf } from '../handled.ts'
import { forbidden, notThere } from '../problems.ts'
import type { Outcome, Serve } from '../serve.ts'

export function answerRoutesOn(serve: Serve, engine: Engine): void {
  const outcome = (handled: DraftHandled, body: (saved: Extract<DraftHandled, { is: 'saved' }>) => unknown): Outcome => {
    if (handled.is === 'saved') return { body: body(handled) }
    if (handled.is === 'unknown') return { trouble: notThere }
    // Spread because a refusal and a prohibition share one member of the union.
    return troubleOf({ ...handled } as Parameters<typeof troubleOf>[0], engine.pathways.values())
  }

  serve(contract.getAnswers, async (asked) => {
    const found = await readCase(engine, asked, asked.params.caseId, 'readAnswers', 'caseContent')
    if (found.is === 'unknown') return { trouble: notThere }
    if (found.is === 'forbidden') return { trouble: forbidden(found.refusal) }
    const saved = await savedDraft(engine.store, found.state.id)
    return { body: draftOf(found.pathway.instrument, found.state.id, saved, asked.language) }
  })

  serve(contract.putAnswer, async ({ actor, requestId, params, body, language }) => {
    const handled = await putAnswer(engine, { actor, requestId, ...params, ...body })
    return outcome(handled, ({ instrument, saved }) => answeredItem(instrument, params.itemId, saved, language))
  })

  serve(contract.putNote, async ({ actor, requestId, params, body, language }) => {
    const handled = await putNote(engine, { actor, requestId, ...params, ...body })
    return outcome(handled, ({ instrument, saved }) => answeredItem(instrument, params.itemId, saved, language))
  })

  serve(contract.chooseAnswer, async ({ actor, requestId, params, body, language }) => {
    const handled = await chooseAnswer(engine, { actor, requestId, ...params, ...body })
    return outcome(handled, ({ instrument, saved }) => answeredItem(instrument, body.itemId, saved, language))
  })

  /** Which items of the section stand on the shortcut now. */
  const shortcut = (sectionId: string, handled: DraftHandled): Outcome =>
    outcome(handled, ({ instrument, saved }) => {
      const answers = Object.fromEntries(saved.answers.map(({ itemId, answer }) => [itemId, answer]))
      const section = instrument.sections.find(({ id }) => id === sectionId)!
      return { section: sectionId, items: filledByShortcut(section, answers) }
    })

  serve(contract.noFindings, async ({ actor, requestId, params, body }) =>
    shortcut(params.sectionId, await noFindings(engine, { actor, requestId, ...params, ...body })),
  )
  serve(contract.undoNoFindings, async ({ actor, requestId, params, body }) =>
    shortcut(params.sectionId, await undoNoFindings(engine, { actor, requestId, ...params, ...body })),
  )
}
