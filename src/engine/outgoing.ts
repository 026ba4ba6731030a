// The outgoing list: pages of what one practice sent, counted per heading.
import type { Actor } from '../access/actor.ts'
import type { OutgoingPage } from '../contract/outgoing.ts'
import { dayOf } from '../domain/calendar.ts'
import type { CaseState } from '../domain/case-state.ts'
import { type InboxTab, inboxTabs } from '../domain/inbox-tab.ts'
import { ageOn, type PersonDetails } from '../domain/person.ts'
import type { Role } from '../domain/role.ts'
import type { Language } from '../domain/words.ts'
import { tabNamed, tabOfRow } from '../readmodels/inbox-line.ts'
import { type OutgoingParts, outgoingLine, outgoingOrder } from '../readmodels/outgoing-line.ts'
import {
  type AssignmentCursor,
  assignmentPage,
  countAssignments,
  type Drawer,
  runningDeadlines,
} from '../store/assignment-pages.ts'
import { casesByIds } from '../store/cases.ts'
import { organisationsByIds } from '../store/organisations.ts'
import { personsByIds } from '../store/persons.ts'
import type { AssignmentRow } from '../store/tables.ts'
import { parsedFrom } from './bytes.ts'
import { type Engine, pathwayOf } from './engine.ts'
import { readState } from './read-case.ts'
import { previewOf } from './receiver-previews.ts'
import { callable, holderToday, peopleToday, referrerToday } from './who.ts'

export type OutgoingCursor = AssignmentCursor & { readonly tab: InboxTab }
export type OutgoingAsk = {
  readonly actor: Actor
  /** Null: everything that is not over. */
  readonly tab: InboxTab | null
  readonly after: OutgoingCursor | null
  readonly limit: number
  readonly language: Language
}

const mostCounted = 100

export type OutgoingRead = { readonly page: Omit<OutgoingPage, 'next'>; readonly rows: readonly AssignmentRow[] }

export async function readOutgoing(engine: Engine, { actor, tab, after, limit, language }: OutgoingAsk): Promise<OutgoingRead> {
  const { store } = engine
  const drawer: Drawer = { by: 'practice_id', is: actor.organisationId }
  const rows = await rowsOf(engine, drawer, tab === null ? outgoingOrder : [tab], after, limit)
  const [counts, parts] = await Promise.all([
    countAssignments(store, [drawer], inboxTabs, mostCounted + 1),
    partsOf(engine, rows, actor.role, language),
  ])
  const today = dayOf(engine.clock())
  const tabs = inboxTabs.map((one) => {
    const count = counts.get(one) ?? 0
    return { ...tabNamed(one, language), count: Math.min(count, mostCounted), more: count > mostCounted }
  })
  return { page: { tabs, items: parts.map((one) => outgoingLine(one, today, language)) }, rows }
}

/** One heading after the other, until the page is full. */
async function rowsOf(
  { store }: Engine,
  drawer: Drawer,
  tabs: readonly InboxTab[],
  after: OutgoingCursor | null,
  limit: number,
): Promise<AssignmentRow[]> {
  const rows: AssignmentRow[] = []
  for (const tab of after === null ? tabs : tabs.slice(Math.max(0, tabs.indexOf(after.tab)))) {
    if (rows.length === limit) break
    rows.push(...(await assignmentPage(store, [drawer], tab, after?.tab === tab ? after : null, limit - rows.length)))
  }
  return rows
}

async function partsOf(engine: Engine, rows: readonly AssignmentRow[], role: Role, language: Language): Promise<OutgoingParts[]> {
  const { store } = engine
  const caseIds = rows.map(({ case_id }) => case_id)
  const some = (ids: readonly (string | null)[]) => [...new Set(ids.filter((id) => id !== null))]
  const [people, deadlines, cases, providers, persons, outdated] = await Promise.all([
    peopleToday(engine),
    runningDeadlines(store, caseIds),
    casesByIds(store, caseIds),
    organisationsByIds(store, some(rows.map(({ provider_id }) => provider_id))),
    personsByIds(store, some(rows.map(({ person_id }) => person_id))),
    outdatedAmong(engine, rows),
  ])
  const nameIn = (found: { readonly details: Uint8Array } | undefined, otherwise: string) =>
    found === undefined ? otherwise : (parsedFrom<{ name?: string }>(found.details).name ?? otherwise)
  const states = new Map(cases.map(({ id, state }) => [id, parsedFrom<CaseState>(state)]))
  const known = new Map(persons.map(({ id, details }) => [id, parsedFrom<Partial<PersonDetails>>(details)]))
  const today = dayOf(engine.clock())
  return rows.map((row) => {
    const state = states.get(row.case_id)!
    const pathway = pathwayOf(engine, state.pathway)
    const person = known.get(row.person_id ?? '')
    // What is not sent yet is still with whoever prepared it.
    const holder = tabOfRow(row) === 'prepared' ? referrerToday(people, row) : holderToday(people, row)
    const due = deadlines.find(({ subject }) => subject === row.id)
    const provider = providers.find(({ id }) => id === row.provider_id)
    return {
      pathway,
      row,
      details: detailsOf(row),
      toSendAgain: outdated.has(row.id),
      due: due === undefined ? null : { rule: due.rule, dueOn: due.due_on, dueAt: due.due_at },
      holder,
      contact: callable(people, holder),
      person: { name: person?.name ?? '–', phone: person?.phone ?? null },
      age: person?.birthDate === undefined ? null : ageOn(person.birthDate, today),
      seen: { pathway, state, role, today, language },
      personName: person?.name ?? '–',
      provider: { organisationId: row.provider_id, name: nameIn(provider, row.provider_id ?? '–') },
    }
  })
}

const detailsOf = ({ details }: AssignmentRow) => parsedFrom<OutgoingParts['details']>(details)

/** Of those with a corrected fact (few), the ones whose receiver would read something else now. */
async function outdatedAmong(engine: Engine, rows: readonly AssignmentRow[]): Promise<Set<string>> {
  const flagged = rows.filter((row) => detailsOf(row).flagged)
  const changed = await Promise.all(
    flagged.map(async ({ id, case_id }) => {
      const found = await readState(engine, case_id)
      return found !== null && (await previewOf(engine, found.pathway, found.state, id, 'after')).changed
    }),
  )
  return new Set(flagged.filter((_, index) => changed[index]).map(({ id }) => id))
}
