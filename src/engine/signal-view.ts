// What whoever put somebody forward hears of it: only of the own signals, and of what lies in them no more than the role may see.
import { whyNotSee } from '../access/reading.ts'
import type { Signal } from '../contract/signals.ts'
import type { Assessment } from '../domain/assess.ts'
import type { CaseState } from '../domain/case-state.ts'
import type { Pathway } from '../domain/pathway.ts'
import { definitionsOf } from '../domain/rules.ts'
import type { Stage } from '../domain/stage.ts'
import type { OrganisationDetails } from '../domain/supply.ts'
import type { Language, Words } from '../domain/words.ts'
import { deadlineLines } from '../readmodels/deadline-lines.ts'
import { stageIn } from '../readmodels/stage-in.ts'
import { eventsOf, openerOf } from '../store/cases.ts'
import { accountsByIds, loadOrganisation } from '../store/organisations.ts'
import { loadPerson } from '../store/persons.ts'
import type { EventRow } from '../store/tables.ts'
import { parsedFrom } from './bytes.ts'
import type { Engine } from './engine.ts'
import { type Looker, logLooks } from './look.ts'
import { namesIn } from './named-people.ts'
import { readState } from './read-case.ts'

/** Null: there is no such case, or somebody else put this person forward. */
export async function signalSeen(engine: Engine, looker: Looker, caseId: string, language: Language): Promise<Signal | null> {
  const found = await readState(engine, caseId)
  if (found === null) return null
  const { state, pathway } = found
  const { actor } = looker
  const opener = await openerOf(engine.store, caseId)
  const seesResult = whyNotSee('signalResult', actor.role) === null
  // Who sees the status alone has no colleagues in it: it is of who gave the signal.
  const theirs = seesResult ? opener?.organisationId === actor.organisationId : opener?.accountId === actor.id
  await logLooks(engine, looker, [{ action: 'readSignal', personId: state.personId, caseId }], theirs ? 'seen' : 'refused')
  if (!theirs) return null
  const status = statusAt(stageIn(state))
  const head = { caseId, status: { code: status, words: statusWords[status][language] } }
  if (!seesResult) return { ...head, practice: null, outcome: null, next: null }
  const log = await eventsOf(engine.store, caseId)
  return {
    ...head,
    practice: await practiceOf(engine, state),
    outcome: await outcomeIn(engine, log, actor.organisationId, pathway, language),
    next: log.some(({ type }) => ofThePractice.has(type)) ? null : await nextIn(engine, pathway, state, language),
  }
}

function statusAt(stage: Stage): Signal['status']['code'] {
  if (stage === 'closed') return 'closed'
  return stage === 'signalled' || stage === 'screening' || stage === 'screeningIncomplete' ? 'received' : 'inCare'
}

const statusWords: { readonly [status in Signal['status']['code']]: Words } = {
  received: { nl: 'ontvangen', en: 'received' },
  inCare: { nl: 'in zorg', en: 'in care' },
  closed: { nl: 'afgesloten', en: 'closed' },
}

/** From here on it is between the older adult and the practice. */
const ofThePractice: ReadonlySet<string> = new Set(['analysisStarted', 'upgradeAccepted', 'decisionRecorded', 'caseParked'])

async function practiceOf({ store }: Engine, { personId }: CaseState): Promise<Signal['practice']> {
  const person = await loadPerson(store, personId)
  const practice = person === null ? null : await loadOrganisation(store, person.practice_id)
  if (practice === null) return null
  const { name = practice.id, phone = null } = parsedFrom<Partial<OrganisationDetails>>(practice.details)
  return { name, phone }
}

/** Of the last screening, when it was recorded by somebody of this organisation; what others recorded is not told. */
async function outcomeIn(
  { store }: Engine,
  log: readonly EventRow[],
  organisationId: string,
  { rules }: Pathway,
  language: Language,
): Promise<Signal['outcome']> {
  const last = log.findLast(({ type }) => type === 'screeningRecorded')
  if (last === undefined) return null
  const [by] = await accountsByIds(store, [last.actor_id])
  if (by?.organisation_id !== organisationId) return null
  const { assessment } = parsedFrom<{ record: { assessment: Assessment } }>(last.payload).record
  const { risk, reasons } = rules.answerWords
  const nameOf = (fact: string): string => [...definitionsOf(rules)].find(({ id }) => id === fact)?.name[language] ?? fact
  return {
    level: { code: assessment.risk, words: risk[assessment.risk]?.[language] ?? assessment.risk },
    reasons: assessment.reasons.map((reason) => reasons[reason]?.[language] ?? nameOf(reason)),
    missing: assessment.missing.map(nameOf),
    flags: rules.redFlags.filter(({ id }) => assessment.redFlags.includes(id)).map(({ words }) => words[language]),
  }
}

async function nextIn(engine: Engine, pathway: Pathway, state: CaseState, language: Language): Promise<Signal['next']> {
  const [first] = deadlineLines(pathway, state, await namesIn(engine, state), language)
  if (first === undefined) return null
  const { awaited, dueOn, owner } = first
  return { awaited, dueOn, owner: { name: owner.name, phone: owner.phone, because: owner.because } }
}
