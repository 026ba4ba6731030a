// Gather: what a command needs from outside the case: who the person is, and the answers of the analysis.
import type { Answer } from '../domain/answers.ts'
import { dayOf } from '../domain/calendar.ts'
import type { CaseState } from '../domain/case-state.ts'
import type { Command } from '../domain/commands.ts'
import type { Gathered } from '../domain/first-entry.ts'
import type { PersonDetails } from '../domain/person.ts'
import { ageOn } from '../domain/person.ts'
import type { Result } from '../domain/result.ts'
import { draftsOf } from '../store/drafts.ts'
import { loadPerson } from '../store/persons.ts'
import type { Reader } from '../store/store.ts'
import { parsedFrom } from './bytes.ts'
import type { Engine } from './engine.ts'

export type PersonPlace = { readonly practiceId: string; readonly municipality: string }
export type ForCommand = { readonly person: PersonPlace; readonly facts: Gathered }

export async function personFor({ store }: { readonly store: Reader }, personId: string): Promise<PersonPlace | null> {
  const row = await loadPerson(store, personId)
  return row === null ? null : { practiceId: row.practice_id, municipality: row.municipality }
}

export async function gatherFor(engine: Engine, state: CaseState, command: Command): Promise<Result<ForCommand>> {
  const row = await loadPerson(engine.store, state.personId)
  if (row === null) throw new Error(`Case ${state.id} has no person`)
  const person = { practiceId: row.practice_id, municipality: row.municipality }
  if (command.type === 'recordScreening') {
    const { birthDate, sex } = parsedFrom<PersonDetails>(row.details)
    return { ok: true, value: { person, facts: { age: ageOn(birthDate, dayOf(engine.clock())), sex } } }
  }
  if (command.type !== 'completeAnalysis') return { ok: true, value: { person, facts: {} } }
  const answers = await agreedAnswers(engine, state.id)
  return answers.ok ? { ok: true, value: { person, facts: { answers: answers.value } } } : answers
}

/** One answer per item. Where two people gave different ones, somebody has to choose first: neither is dropped. */
async function agreedAnswers({ store }: Engine, caseId: string): Promise<Result<{ readonly [item: string]: Answer }>> {
  const byItem = Map.groupBy(await draftsOf(store, caseId), ({ item }) => item)
  const agreed: Record<string, Answer> = {}
  const disputed: string[] = []
  for (const [item, rows] of byItem) {
    const texts = new Set(rows.map(({ value }) => Buffer.from(value).toString('utf8')))
    if (texts.size > 1) disputed.push(item)
    else agreed[item] = parsedFrom<Answer>(rows[0]!.value)
  }
  if (disputed.length === 0) return { ok: true, value: agreed }
  const list = disputed.join(', ')
  return {
    ok: false,
    refusal: {
      code: 'disputedAnswers',
      words: {
        nl: `Over deze vragen staan twee verschillende antwoorden; kies er een: ${list}.`,
        en: `These questions have two different answers; choose one: ${list}.`,
      },
    },
  }
}
