// The worklist: one line a case, the most urgent first, page by page.
import * as z from 'zod'
import { seesOwnPracticeOnly, whyNotSee } from '../../access/reading.ts'
import { getStageCounts, getWorklist, type StageCounts, type WorklistLine } from '../../contract/worklists.ts'
import { dayOf } from '../../domain/calendar.ts'
import { machineMetaOf, type Owner, ownerWords } from '../../domain/machine-definition.ts'
import { ageOn, type PersonDetails } from '../../domain/person.ts'
import { type Stage, stageWords } from '../../domain/stage.ts'
import type { Language } from '../../domain/words.ts'
import { parsedFrom } from '../../engine/bytes.ts'
import type { Engine } from '../../engine/engine.ts'
import { logLooks } from '../../engine/look.ts'
import { stateNamed } from '../../readmodels/inbox-line.ts'
import { personsByIds } from '../../store/persons.ts'
import type { WorklistRow } from '../../store/tables.ts'
import { countStages, countStates, worklistPage } from '../../store/worklist.ts'
import { cursorOf, placeOf } from '../cursor.ts'
import { forbidden } from '../problems.ts'
import type { Serve } from '../serve.ts'

export function worklistRoutesOn(serve: Serve, engine: Engine): void {
  serve(getWorklist, async ({ actor, requestId, query, language }) => {
    const refusal = whyNotSee('worklist', actor.role)
    if (refusal !== null) return { trouble: forbidden(refusal) }
    const from = placeOf(query.cursor, z.strictObject({ due: z.string().max(40).nullable(), caseId: z.string().max(64) }))
    if ('trouble' in from) return from
    const { owner, stage, municipality, limit } = query
    const filter = {
      ...(owner === undefined ? {} : { owner }),
      ...(stage === undefined ? {} : { stage }),
      ...(municipality === undefined ? {} : { municipality }),
      ...(seesOwnPracticeOnly(actor.role) ? { practice_id: actor.organisationId } : {}),
    }
    const after = from.place === null ? null : { next_due_at: from.place.due, case_id: from.place.caseId }
    const rows = await worklistPage(engine.store, filter, after, limit)
    const looks = rows.map(({ person_id, case_id }) => ({ action: 'readWorklist', personId: person_id, caseId: case_id }))
    await logLooks(engine, { actor, requestId }, looks, 'seen')
    const last = rows.at(-1)
    const next = last === undefined || rows.length < limit ? null : cursorOf({ due: last.next_due_at, caseId: last.case_id })
    const named = seesOwnPracticeOnly(actor.role)
      ? await personsByIds(
          engine.store,
          rows.map(({ person_id }) => person_id),
        )
      : []
    const people = new Map(named.map(({ id, details }) => [id, parsedFrom<PersonDetails>(details)]))
    const today = dayOf(engine.clock())
    const items = rows.map((row) => {
      const person = people.get(row.person_id)
      const who = { personName: person?.name ?? null, age: person === undefined ? null : ageOn(person.birthDate, today) }
      return { ...lineOf(row, language), ...who, awaited: awaitedOf(engine, row, language) }
    })
    return { body: { items, next } }
  })

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

/** Of the case or of one of its assignments: the rules of both have names of their own. */
function awaitedOf({ newest }: Engine, { next_rule }: WorklistRow, language: Language): string | null {
  const rules = Object.values(newest.machines).flatMap((machine) => machineMetaOf(machine).deadlines)
  return rules.find(({ id }) => id === next_rule)?.words[language] ?? null
}

const lineOf = (row: WorklistRow, language: Language): Omit<WorklistLine, 'personName' | 'age' | 'awaited'> => ({
  caseId: row.case_id,
  personId: row.person_id,
  practiceId: row.practice_id,
  municipality: row.municipality,
  stage: row.stage,
  // Both were written by us from the one vocabulary of stages and of owners.
  stageWords: stageWords[row.stage as Stage][language],
  owner: row.owner,
  ownerWords: ownerWords(row.owner as Owner)[language],
  level: row.level,
  nextDueAt: row.next_due_at,
  nextRule: row.next_rule,
  held: row.held === 1,
})
