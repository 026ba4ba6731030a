// The worklist: one line a case, the most urgent first, page by page.
import * as z from 'zod'
import { seesOwnPracticeOnly, whyNotSee } from '../../access/reading.ts'
import { getMenuCounts, getStageCounts, getWorklist, type StageCounts } from '../../contract/worklists.ts'
import { stageWords } from '../../domain/stage.ts'
import type { Engine } from '../../engine/engine.ts'
import { logLooks } from '../../engine/look.ts'
import { menuCounts } from '../../engine/menu-counts.ts'
import { worklistLines } from '../../engine/worklist.ts'
import { stateNamed } from '../../readmodels/inbox-line.ts'
import { countStages, countStates, worklistPage } from '../../store/worklist.ts'
import { cursorOf, placeOf } from '../cursor.ts'
import { forbidden } from '../problems.ts'
import type { Serve } from '../serve.ts'

const WorklistPlace = z.strictObject({ due: z.string().max(40).nullable(), caseId: z.string().max(64), held: z.literal([0, 1]) })

export function worklistRoutesOn(serve: Serve, engine: Engine): void {
  serve(getWorklist, async ({ actor, requestId, query, language }) => {
    const refusal = whyNotSee('worklist', actor.role)
    if (refusal !== null) return { trouble: forbidden(refusal) }
    const from = placeOf(query.cursor, WorklistPlace)
    if ('trouble' in from) return from
    const { owner, stage, municipality, limit } = query
    const filter = {
      ...(owner === undefined ? {} : { owner }),
      ...(stage === undefined ? {} : { stage }),
      ...(municipality === undefined ? {} : { municipality }),
      ...(seesOwnPracticeOnly(actor.role) ? { practice_id: actor.organisationId } : {}),
    }
    const place = from.place
    const after = place === null ? null : { next_due_at: place.due, case_id: place.caseId, held: place.held }
    const rows = await worklistPage(engine.store, filter, after, limit, query.held === 'also')
    const looks = rows.map(({ person_id, case_id }) => ({ action: 'readWorklist', personId: person_id, caseId: case_id }))
    await logLooks(engine, { actor, requestId }, looks, 'seen')
    const last = rows.at(-1)
    const next =
      last === undefined || rows.length < limit
        ? null
        : cursorOf({ due: last.next_due_at, caseId: last.case_id, held: last.held })
    return { body: { items: await worklistLines(engine, rows, actor, language), next } }
  })

  serve(getMenuCounts, async ({ actor }) => ({ body: await menuCounts(engine, actor) }))

  serve(getStageCounts, async ({ actor, language }) => {
    const refusal = whyNotSee('worklist', actor.role)
    if (refusal !== null) return { trouble: forbidden(refusal) }
    const practiceId = seesOwnPracticeOnly(actor.role) ? actor.organisationId : null
    const [stages, states] = await Promise.all([countStages(engine.store, practiceId), countStates(engine.store, practiceId)])
    const body: StageCounts = {
      whose: practiceId === null ? 'region' : 'practice',
      cases: Object.entries(stageWords).map(([code, words]) => ({
        code,
        words: words[language],
        count: stages.filter((one) => one.code === code).reduce((sum, { count }) => sum + count, 0),
      })),
      held: stages.filter(({ held }) => held === 1).reduce((sum, { count }) => sum + count, 0),
      assignments: stateNames(engine).map((code) => ({
        code,
        words: stateNamed(engine.newest, code, language).words,
        count: states.find((one) => one.code === code)?.count ?? 0,
      })),
    }
    return { body }
  })
}

const stateNames = ({ newest }: Engine): string[] => Object.keys(newest.machines.assignment.states)
