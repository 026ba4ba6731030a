// The inbox: pages of what was sent to one organisation, counted per heading. What a page costs does not depend on how much there is.
import type { Actor } from '../access/actor.ts'
import type { InboxPage } from '../contract/inbox.ts'
import { answersInWords } from '../domain/answer-speed.ts'
import { addPeriod, dayOf } from '../domain/calendar.ts'
import { type InboxTab, receiverTabs } from '../domain/inbox-tab.ts'
import type { Language, Words } from '../domain/words.ts'
import { inboxLine, stageOfTab, tabNamed } from '../readmodels/inbox-line.ts'
import { answeredBetween } from '../store/answered.ts'
import {
  type AssignmentCursor,
  assignmentPage,
  countAssignments,
  type Drawer,
  runningDeadlines,
} from '../store/assignment-pages.ts'
import { versionsOf } from '../store/cases.ts'
import type { WhoIsWho } from '../store/directory.ts'
import { planMessagesOf } from '../store/plans.ts'
import { lastSharedViews } from '../store/shared-views.ts'
import type { AssignmentRow } from '../store/tables.ts'
import { parsedFrom } from './bytes.ts'
import { type Engine, pathwayOf } from './engine.ts'
import type { SharedView } from './shared-views.ts'
import { covers, holderToday, peopleToday } from './who.ts'

export type InboxAsk = {
  readonly actor: Actor
  readonly tab: InboxTab
  readonly mine: boolean
  readonly noStartDate: boolean
  readonly after: AssignmentCursor | null
  readonly limit: number
  readonly language: Language
}

/** Counted no further. */
const mostCounted = 100

export type InboxRead = {
  readonly page: Omit<InboxPage, 'next'>
  /** The rows behind the items, for the access log and the next page. */
  readonly rows: readonly AssignmentRow[]
}

export async function readInbox(engine: Engine, ask: InboxAsk): Promise<InboxRead> {
  const { actor, tab, language } = ask
  const { store } = engine
  const people = await peopleToday(engine)
  const drawers = drawersFor(people, ask)
  const rows = await assignmentPage(store, filtered(drawers, ask), tab, ask.after, ask.limit)
  const [counts, lines, lastWeek] = await Promise.all([
    countAssignments(store, drawers, receiverTabs, mostCounted + 1),
    partsOf(engine, people, rows),
    tab === 'new' && rows.length === 0 && ask.after === null ? answersLastWeek(engine, actor) : null,
  ])
  const asker = { accountId: actor.id, role: actor.role, today: dayOf(engine.clock()), language }
  const tabs = receiverTabs.map((one) => {
    const count = counts.get(one) ?? 0
    return { ...tabNamed(one, language), count: Math.min(count, mostCounted), more: count > mostCounted }
  })
  return {
    page: {
      today: asker.today,
      tab: tabNamed(tab, language),
      tabs,
      items: lines.map((parts) => inboxLine(parts, asker)),
      lastWeek: lastWeek?.[language] ?? null,
    },
    rows,
  }
}

/** From Monday to Sunday. */
async function answersLastWeek({ store, clock }: Engine, { organisationId }: Actor): Promise<Words | null> {
  const today = dayOf(clock())
  const monday = addPeriod(today, -6 - Temporal.PlainDate.from(today).dayOfWeek, 'days')
  const rows = await answeredBetween(store, organisationId, monday, addPeriod(monday, 6, 'days'))
  return answersInWords(rows.map(({ sent_on, answered_on }) => ({ sentOn: sent_on!, answeredOn: answered_on })))
}

const filtered = (drawers: readonly Drawer[], { noStartDate }: InboxAsk): readonly Drawer[] =>
  noStartDate ? drawers.map((drawer) => ({ ...drawer, state: 'accepted' })) : drawers

/** All of the organisation; or what is this person's today, by everybody whose work comes to this person. */
function drawersFor(people: WhoIsWho, { actor, mine }: InboxAsk): Drawer[] {
  const { organisationId, id } = actor
  if (!mine) return [{ by: 'provider_id', is: organisationId }]
  const { holders, lost, offers, organisations } = covers(people, id)
  const ofProvider = (offerId: string) => people.offers.get(offerId)?.organisationId === organisationId
  const on = { offers: offers.filter(ofProvider), withoutOffer: organisations.includes(organisationId) }
  const nobodys: Drawer[] = [
    { by: 'provider_id', is: organisationId, unheld: true, on },
    ...lost.map((holder): Drawer => ({ by: 'holder_id', is: holder, providerId: organisationId, on })),
  ]
  const has = on.offers.length > 0 || on.withoutOffer
  return [
    ...holders.map((holder): Drawer => ({ by: 'holder_id', is: holder, providerId: organisationId })),
    ...(has ? nobodys : []),
  ]
}

/** What each line is made of, in as many queries as for one. */
async function partsOf(engine: Engine, people: WhoIsWho, rows: readonly AssignmentRow[]) {
  const { store } = engine
  const caseIds = rows.map(({ case_id }) => case_id)
  const [views, deadlines, versions, cancelled] = await Promise.all([
    lastSharedViews(
      store,
      rows.map(({ id }) => id),
    ),
    runningDeadlines(store, caseIds),
    versionsOf(store, caseIds),
    planMessagesOf(store, rows),
  ])
  return rows.map((row) => {
    const view = views.get(row.id)
    const due = deadlines.find(({ subject }) => subject === row.id)
    const { accountId, name } = holderToday(people, row)
    return {
      pathway: pathwayOf(engine, versions.get(row.case_id)!),
      row,
      details: parsedFrom<Parameters<typeof inboxLine>[0]['details']>(row.details),
      view: view === undefined ? null : parsedFrom<SharedView>(view.view)[stageOfTab(row.tab as InboxTab)],
      due: due === undefined ? null : { rule: due.rule, dueOn: due.due_on, dueAt: due.due_at },
      holder: { accountId, name },
      cancelled: cancelled.filter(({ assignment_id }) => assignment_id === row.id),
    }
  })
}
