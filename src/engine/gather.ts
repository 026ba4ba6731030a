// Gather: what a command needs from outside the case: who the person is, the answers of the analysis, and what of the supply is named.
import { dayOf } from '../domain/calendar.ts'
import type { CaseState } from '../domain/case-state.ts'
import type { Command } from '../domain/commands.ts'
import type { Gathered } from '../domain/first-entry.ts'
import type { Instrument } from '../domain/instrument.ts'
import type { PersonDetails } from '../domain/person.ts'
import { ageOn } from '../domain/person.ts'
import type { Result } from '../domain/result.ts'
import type { UnmetNeed } from '../domain/unmet-need.ts'
import type { Language } from '../domain/words.ts'
import { agreedOf, itemIn } from '../readmodels/draft-answers.ts'
import { loadPerson } from '../store/persons.ts'
import type { Reader } from '../store/store.ts'
import { aboutAssignment } from './about-assignment.ts'
import { parsedFrom } from './bytes.ts'
import { chosenSupply } from './chosen-supply.ts'
import { type Engine, pathwayOf } from './engine.ts'
import { savedDraft } from './saved-answers.ts'
import { unmetByDecision } from './unmet-needs.ts'

export type PersonPlace = { readonly practiceId: string; readonly municipality: string }
export type ForCommand = {
  readonly person: PersonPlace
  readonly facts: Gathered
  /** What the supply lacked, so that something else is decided. */
  readonly unmet?: UnmetNeed | null
}

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
  if (command.type !== 'completeAnalysis') {
    const chosen = await chosenSupply(engine, state, command)
    if (!chosen.ok) return chosen
    const outside = await aboutAssignment(engine, state, command)
    if (!outside.ok) return outside
    const unmet = await unmetByDecision(engine, pathwayOf(engine, state.pathway), state, row, command)
    return { ok: true, value: { person, facts: { ...chosen.value, ...outside.value }, unmet } }
  }
  const answers = await agreedAnswers(engine, state.id, pathwayOf(engine, state.pathway).instrument)
  return answers.ok ? { ok: true, value: { person, facts: answers.value } } : answers
}

/** One answer per item, and everybody's notes. Where two people gave different ones, somebody has to choose first: neither is dropped. */
async function agreedAnswers(
  { store }: Engine,
  caseId: string,
  instrument: Instrument,
): Promise<Result<Pick<Gathered, 'answers' | 'notes'>>> {
  const saved = await savedDraft(store, caseId)
  const { answers, disputed } = agreedOf(saved.answers)
  const notes = saved.notes.filter(({ text }) => text !== '').map(({ itemId, actorId, text }) => ({ itemId, actorId, text }))
  if (disputed.length === 0) return { ok: true, value: { answers, notes } }
  const list = (language: Language) =>
    disputed.map((itemId) => itemIn(instrument, itemId)?.item.words[language] ?? itemId).join(' ')
  return {
    ok: false,
    refusal: {
      code: 'disputedAnswers',
      words: {
        nl: `Over deze vragen staan twee verschillende antwoorden; kies er een. ${list('nl')}`,
        en: `These questions have two different answers; choose one. ${list('en')}`,
      },
    },
  }
}
