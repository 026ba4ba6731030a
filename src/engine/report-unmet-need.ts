// A gap in the supply, reported by a nurse in one key: what is needed, and why it cannot be had.
import { whyNotReportUnmetNeed } from '../access/reading.ts'
import type { UnmetNeedBody, UnmetNeedSaved } from '../contract/matching.ts'
import type { IsoInstant } from '../domain/calendar.ts'
import type { CaseState } from '../domain/case-state.ts'
import type { Refusal } from '../domain/result.ts'
import { unmetNeedId } from '../domain/unmet-need.ts'
import { wantedBy } from '../domain/wait-norm.ts'
import { accessLine } from '../store/access-log.ts'
import { loadCase } from '../store/cases.ts'
import { loadPerson } from '../store/persons.ts'
import type { Statement } from '../store/store.ts'
import { findUnmetNeed } from '../store/unmet-needs.ts'
import { parsedFrom } from './bytes.ts'
import { type Engine, pathwayOf } from './engine.ts'
import type { Handled } from './handle-command.ts'
import { lookForCase } from './offers-for-case.ts'
import { type Asking, once } from './once.ts'
import { unmetNeedStatements } from './unmet-needs.ts'

export async function reportUnmetNeed(engine: Engine, asking: Asking, caseId: string, body: UnmetNeedBody): Promise<Handled> {
  const refusal = whyNotReportUnmetNeed(asking.actor.role)
  if (refusal !== null) return { is: 'forbidden', refusal }
  return once<never>(engine, asking, { unmetNeed: body, caseId }, async () => {
    const row = await loadCase(engine.store, caseId)
    if (row === null) return { is: 'unknownCase' }
    const state = parsedFrom<CaseState>(row.state)
    const pathway = pathwayOf(engine, state.pathway)
    if (wantedBy(pathway, body.code) === null) return { is: 'refused', refusal: notInCatalogue(body.code) }
    const person = await loadPerson(engine.store, row.person_id)
    if (person === null) throw new Error(`Case ${caseId} has no person`)
    const id = unmetNeedId(caseId, body)
    const isNew = (await findUnmetNeed(engine.store, id)) === null
    const at = engine.clock()
    const answer: UnmetNeedSaved = { unmetNeedId: id, counted: isNew }
    const looked = (await lookForCase(engine, pathway, state, person, [body.code])).get(body.code)
    const need = { ...body, weeks: weeksUntilPlace(looked?.matches ?? []) }
    const place = { practiceId: person.practice_id, municipality: person.municipality }
    const noted = isNew ? await unmetNeedStatements(engine, [need], { caseId, place, actorId: asking.actor.id, at }) : []
    return { is: 'ready', change: [...noted, lineOf(engine, asking, { caseId, personId: person.id, at })], answer }
  })
}

/** Of what fits or may fit; null when nothing does, or nobody knows. */
function weeksUntilPlace(matches: readonly { readonly fits: string; readonly waitDays: number | null }[]): number | null {
  const days = matches.flatMap(({ fits, waitDays }) => (fits === 'no' || waitDays === null ? [] : [waitDays]))
  return days.length === 0 ? null : Math.ceil(Math.min(...days) / 7)
}

const lineOf = (
  { store, newId }: Engine,
  { actor, requestId }: Asking,
  { caseId, personId, at }: { readonly caseId: string; readonly personId: string; readonly at: IsoInstant },
): Statement =>
  accessLine(store.build, {
    id: newId(),
    at,
    actor_id: actor.id,
    actor_role: actor.role,
    person_id: personId,
    case_id: caseId,
    action: 'reportUnmetNeed',
    outcome: 'done',
    request_id: requestId,
  })

const notInCatalogue = (code: string): Refusal => ({
  code: 'notInCatalogue',
  words: {
    nl: `"${code}" is geen interventie of aanvullende actie van dit traject. Kies er een uit de catalogus.`,
    en: `"${code}" is no intervention or follow-up of this pathway. Choose one from the catalogue.`,
  },
})
