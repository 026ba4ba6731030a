// The worklist as somebody reads it: the rows with what is needed now and the one act, read from the cases behind them.
import type { Actor } from '../access/actor.ts'
import { seesOwnPracticeOnly } from '../access/reading.ts'
import type { WorklistLine } from '../contract/worklists.ts'
import { dayOf } from '../domain/calendar.ts'
import type { CaseState } from '../domain/case-state.ts'
import { itemsOf } from '../domain/instrument.ts'
import { type Owner, ownerWords } from '../domain/machine-definition.ts'
import { ageOn, type PersonDetails } from '../domain/person.ts'
import { type Stage, stageWords } from '../domain/stage.ts'
import type { Language } from '../domain/words.ts'
import { awaitedIn, type WorkParts, workflowLine, workLine } from '../readmodels/work-line.ts'
import { casesByIds } from '../store/cases.ts'
import { draftProgress } from '../store/drafts.ts'
import { organisationsByIds } from '../store/organisations.ts'
import { personsByIds } from '../store/persons.ts'
import type { WorklistRow } from '../store/tables.ts'
import { parsedFrom } from './bytes.ts'
import { type Engine, pathwayOf } from './engine.ts'
import { callable, peopleToday, toldOf } from './who.ts'

/** In the order of the rows. Names, and what is known of the older adult, are for the own practice. */
export async function worklistLines(
  engine: Engine,
  rows: readonly WorklistRow[],
  { id: asker, role }: Actor,
  language: Language,
): Promise<WorklistLine[]> {
  const { store } = engine
  const named = seesOwnPracticeOnly(role)
  const caseIds = rows.map(({ case_id }) => case_id)
  const [cases, persons, people, drafts] = await Promise.all([
    casesByIds(store, caseIds),
    named ? personsByIds(store, [...new Set(rows.map(({ person_id }) => person_id))]) : [],
    peopleToday(engine),
    named ? draftProgress(store, analysesIn(rows)) : [],
  ])
  const states = new Map(cases.map(({ id, state }) => [id, parsedFrom<CaseState>(state)]))
  const providers = await organisationsByIds(store, providersIn([...states.values()]))
  const names = new Map(providers.map(({ id, details }) => [id, parsedFrom<{ name?: string }>(details).name]))
  const known = new Map(persons.map(({ id, details }) => [id, parsedFrom<PersonDetails>(details)]))
  const today = dayOf(engine.clock())
  return rows.map((row) => {
    const state = states.get(row.case_id)!
    const pathway = pathwayOf(engine, state.pathway)
    const person = known.get(row.person_id)
    const draft = drafts.find(({ caseId }) => caseId === row.case_id)
    const total = itemsOf(pathway.instrument).length
    const gp = toldOf(people, 'generalPractitioner', { ...noWork, practiceId: row.practice_id })
    const parts: WorkParts = {
      seen: { pathway, state, role, today, language },
      row,
      draft: { total, open: Math.max(0, total - (draft?.answered ?? 0)), savedOn: draft?.savedAt.slice(0, 10) ?? null },
      doctor: gp.accountId === asker ? null : callable(people, gp),
      providerName: (id) => names.get(id) ?? id,
    }
    return {
      ...columnsOf(row, language),
      personName: person?.name ?? null,
      age: person === undefined ? null : ageOn(person.birthDate, today),
      awaited: awaitedIn(pathway, row, language),
      ...(named ? workLine(parts) : workflowLine(parts)),
    }
  })
}

const noWork = { providerId: null, offerId: null, holderId: null, referrerId: null }

const analysesIn = (rows: readonly WorklistRow[]): string[] =>
  rows.filter(({ stage }) => stage === 'analysis').map(({ case_id }) => case_id)

const providersIn = (states: readonly CaseState[]): string[] => [
  ...new Set(states.flatMap(({ assignments }) => Object.values(assignments).flatMap(({ providerId }) => providerId ?? []))),
]

const columnsOf = (row: WorklistRow, language: Language) => ({
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
