// What stands in somebody's plan today, gathered from the case, the analysis and the local supply.
import { type PlanDeed, type PlanFacts, planStates } from '../documents/plan.ts'
import { plainEnglish } from '../documents/plan-words.ts'
import { dayOf } from '../domain/calendar.ts'
import { capitalised } from '../domain/capitalised.ts'
import { ofCase } from '../domain/case-log.ts'
import type { AssignmentState } from '../domain/case-state.ts'
import type { Pathway } from '../domain/pathway.ts'
import type { PersonDetails } from '../domain/person.ts'
import { goalSaid } from '../domain/receiver-view.ts'
import type { LocationDetails, OfferDetails, RunDetails } from '../domain/supply.ts'
import { weekdayWords } from '../domain/supply-words.ts'
import type { Language } from '../domain/words.ts'
import { workIn } from '../domain/work-in-case.ts'
import { loadRun } from '../store/course-runs.ts'
import type { WhoIsWho } from '../store/directory.ts'
import { locationsByIds } from '../store/locations.ts'
import { loadOffer } from '../store/offers.ts'
import { loadOrganisation } from '../store/organisations.ts'
import { loadPerson } from '../store/persons.ts'
import { answerDeadline } from './answer-link.ts'
import { parsedFrom } from './bytes.ts'
import type { Engine } from './engine.ts'
import type { FoundCase } from './read-case.ts'
import { lastAnswers } from './shared-views.ts'
import { peopleToday, toldOf } from './who.ts'

/** Of a case that was found; `code` opens the plan at home. */
export async function planFactsOf(
  engine: Engine,
  { state, pathway }: FoundCase,
  language: Language,
  code: PlanFacts['code'],
): Promise<PlanFacts> {
  const [person, people, answers] = await Promise.all([
    loadPerson(engine.store, state.personId),
    peopleToday(engine),
    lastAnswers(engine, state.id),
  ])
  if (person === null) throw new Error(`Case ${state.id} has no person`)
  const gathering: Gathering = { engine, pathway, people, practiceId: person.practice_id, language }
  const open = Object.entries(state.assignments).filter(([, { position }]) => isOpen(String(position.value)))
  // The main thing first, then what comes beside it.
  const ordered = [...open.filter(([, { kind }]) => kind === 'primary'), ...open.filter(([, { kind }]) => kind !== 'primary')]
  const [deeds, practice] = await Promise.all([
    Promise.all(ordered.map(([id, one]) => deedOf(gathering, id, one))),
    loadOrganisation(engine.store, person.practice_id),
  ])
  const nurse = toldOf(people, 'practiceNurse', workIn(state, person.practice_id, ofCase))
  const details = practice === null ? {} : parsedFrom<{ name?: string; phone?: string }>(practice.details)
  return {
    language,
    today: dayOf(engine.clock()),
    name: parsedFrom<PersonDetails>(person.details).name,
    goal: goalSaid(state, answers),
    held: (state.position.value as { safety?: string }).safety === 'held',
    deeds,
    practice: {
      name: details.name ?? person.practice_id,
      phone: details.phone ?? null,
      nurse: nurse.accountId === null ? (details.name ?? person.practice_id) : nurse.name,
      nursePhone: phoneOf(people, nurse.accountId),
    },
    code,
  }
}

type Gathering = {
  readonly engine: Engine
  readonly pathway: Pathway
  readonly people: WhoIsWho
  readonly practiceId: string
  readonly language: Language
}

const isOpen = (state: string): state is PlanDeed['state'] => (planStates as readonly string[]).includes(state)

async function deedOf(gathering: Gathering, assignmentId: string, one: AssignmentState): Promise<PlanDeed> {
  const state = String(one.position.value) as PlanDeed['state'] // only what is open comes here
  return {
    assignmentId,
    code: one.code,
    what: whatIn(gathering.pathway, one.code, gathering.language),
    state,
    who: await whoIn(gathering, one),
    ...(await whenIn(gathering, one)),
    by: one.book.find(({ deadline }) => deadline === awaited[state])?.due.on ?? null,
    startsOn: (one.position.context['plannedStartOn'] as string | null | undefined) ?? null,
  }
}

/** Whoever has it at the provider, or the provider itself. */
async function whoIn({ engine, people, practiceId }: Gathering, one: AssignmentState): Promise<PlanDeed['who']> {
  const { providerId, offerId, holderId, referrerId } = one
  const provider = providerId === null ? null : await loadOrganisation(engine.store, providerId)
  if (provider === null) return null
  const { name = provider.id, phone = null } = parsedFrom<{ name?: string; phone?: string }>(provider.details)
  const told = toldOf(people, 'provider', { practiceId, providerId, offerId, holderId, referrerId })
  if (told.accountId === null || told.organisationId !== providerId) return { name, organisation: null, phone }
  return { name: told.name, organisation: name, phone: phoneOf(people, told.accountId) ?? phone }
}

async function whenIn(
  { engine: { store }, language }: Gathering,
  { offerId, runId }: AssignmentState,
): Promise<Pick<PlanDeed, 'place' | 'days' | 'time'>> {
  const [offer, run] = await Promise.all([
    offerId === null ? null : loadOffer(store, offerId),
    runId === null ? null : loadRun(store, runId),
  ])
  const supply = offer === null ? null : parsedFrom<Partial<OfferDetails>>(offer.details)
  const course = run === null ? null : parsedFrom<Partial<RunDetails>>(run.details)
  const [location] = offer?.location_id == null ? [] : await locationsByIds(store, [offer.location_id])
  const days = [course?.days, supply?.days].find((some) => some !== undefined && some.length > 0) ?? []
  return {
    place: location === undefined ? null : placeIn(parsedFrom<LocationDetails>(location.details)),
    days:
      days.length === 0
        ? null
        : listed(
            days.map((day) => weekdayWords[day][language]),
            language,
          ),
    time: course?.time ?? supply?.time ?? null,
  }
}

/** What is awaited in each state: an answer of the provider, or the first session. */
const awaited: { readonly [state: string]: string } = { sent: answerDeadline, accepted: 'TM7' }

const phoneOf = ({ accounts }: WhoIsWho, accountId: string | null): string | null => {
  const row = accounts.get(accountId ?? '')
  return row === undefined ? null : (parsedFrom<{ phone?: string }>(row.details).phone ?? null)
}

const placeIn = ({ name, street, houseNumber, city }: LocationDetails): string => `${name}, ${street} ${houseNumber}, ${city}`

const listed = (words: readonly string[], language: Language): string =>
  words.length < 2 ? words.join() : `${words.slice(0, -1).join(', ')} ${{ nl: 'en', en: 'and' }[language]} ${words.at(-1)}`

/** In plain words; a name of professionals only where there is nothing else. */
export function whatIn({ rules }: Pathway, code: string, language: Language): string {
  const found = [...rules.routing.interventions, ...rules.followUps].find(({ id }) => id === code)
  if (found === undefined) return code
  const words = language === 'nl' ? found.name.b1 : (plainEnglish[code] ?? found.name.en)
  return capitalised(words).replace(/\.$/, '')
}
