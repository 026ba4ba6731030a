// One assignment for its receiver: read whole, for the organisation it was sent to and as long as it is there.
import type { Actor } from '../access/actor.ts'
import type { Colleague, InboxAssignment } from '../contract/inbox.ts'
import type { CalendarEvent } from '../documents/calendar.ts'
import { dayOf, type IsoDate } from '../domain/calendar.ts'
import { receiverTabs } from '../domain/inbox-tab.ts'
import type { Language } from '../domain/words.ts'
import { inboxAssignment } from '../readmodels/inbox-assignment.ts'
import { stageOfTab, tabOfRow } from '../readmodels/inbox-line.ts'
import type { Measurement } from '../readmodels/measured.ts'
import { loadAssignment } from '../store/assignments.ts'
import { meetingsOfRun } from '../store/course-runs.ts'
import type { WhoIsWho } from '../store/directory.ts'
import { measurementsBy } from '../store/groups.ts'
import { loadOrganisation } from '../store/organisations.ts'
import { planMessagesOf } from '../store/plans.ts'
import { lastSharedView } from '../store/shared-views.ts'
import type { AssignmentRow } from '../store/tables.ts'
import { timeOf } from './appointment-rows.ts'
import { parsedFrom } from './bytes.ts'
import { uidOf } from './delivery-contents.ts'
import type { Engine } from './engine.ts'
import { namesIn } from './named-people.ts'
import { readState } from './read-case.ts'
import type { SharedView } from './shared-views.ts'
import { holderToday, nameOf, peopleToday, referrerToday, type Told } from './who.ts'

/** Null: there is no such assignment for this organisation, whatever the reason. */
export async function findForReceiver({ store }: Engine, { organisationId }: Actor, id: string): Promise<AssignmentRow | null> {
  const row = await loadAssignment(store, id)
  if (row === null || row.person_id === null || row.provider_id !== organisationId) return null
  return receiverTabs.includes(tabOfRow(row)) ? row : null
}

/** Of a row that was found for its receiver. */
export async function readForReceiver(
  engine: Engine,
  { id: accountId, role }: Actor,
  row: AssignmentRow,
  language: Language,
): Promise<InboxAssignment> {
  const { store } = engine
  const found = await readState(engine, row.case_id)
  if (found === null) throw new Error(`Assignment ${row.id} belongs to no case`)
  const [people, who, view, practice, meetings, measured, cancelled] = await Promise.all([
    peopleToday(engine),
    namesIn(engine, found.state),
    lastSharedView(store, row.id),
    row.practice_id === null ? null : loadOrganisation(store, row.practice_id),
    row.run_id === null ? [] : meetingsOfRun(store, row.run_id),
    measurementsBy(store, row.provider_id ?? '', [row.case_id]),
    planMessagesOf(store, [row]),
  ])
  const { pathway, state } = found
  const holder = holderToday(people, row)
  const parts = {
    pathway,
    state,
    row,
    view: view === null ? null : parsedFrom<SharedView>(view.view)[stageOfTab(tabOfRow(row))],
    viewNumber: view?.number ?? null,
    practice: {
      organisationId: practice?.id ?? null,
      name: practice === null ? '–' : (parsedFrom<{ name?: string }>(practice.details).name ?? practice.id),
    },
    ...askers(people, row),
    holder: { accountId: holder.accountId, name: holder.name, me: holder.accountId === accountId },
    ...(meetings.length === 0 ? {} : { meetings: meetings.length }),
    measurements: measured.map(({ payload }) => parsedFrom<{ record: Measurement }>(payload).record),
    cancelled,
    who,
  }
  return inboxAssignment(parts, { role, today: dayOf(engine.clock()), besides: {} }, language)
}

/** Who asks, by name; and whoever has it today when that is somebody else, or would have it in that one's absence. */
function askers(people: WhoIsWho, row: AssignmentRow): { referrer: Colleague; deputy: Colleague | null } {
  const today = referrerToday(people, row)
  const referrerId = row.referrer_id ?? today.accountId
  const contacts = new Map(people.contacts)
  if (referrerId !== null) contacts.delete(referrerId)
  const stands: Told = today.accountId === referrerId ? referrerToday({ ...people, contacts }, row) : today
  const deputyId = stands.accountId === referrerId ? null : stands.accountId
  return { referrer: colleague(people, referrerId), deputy: deputyId === null ? null : colleague(people, deputyId) }
}

function colleague(people: WhoIsWho, accountId: string | null): Colleague {
  const row = accountId === null ? undefined : people.accounts.get(accountId)
  const phone = row === undefined ? null : (parsedFrom<{ phone?: string }>(row.details).phone ?? null)
  return { accountId, name: nameOf(people, accountId), phone }
}

/** The planned start as it stands in an agenda; null: none is planned. */
export async function plannedStart(engine: Engine, row: AssignmentRow): Promise<CalendarEvent | null> {
  const found = await readState(engine, row.case_id)
  const startsOn = (found?.state.assignments[row.id]?.position.context['plannedStartOn'] ?? null) as IsoDate | null
  if (startsOn === null) return null
  return { uid: uidOf('appointment', row.id), sequence: 0, on: startsOn, time: await timeOf(engine, row) }
}
