// What must hold for everybody in a case: each open assignment has somebody who is there, a deadline, and people who are told.
import { dayOf } from '../../src/domain/calendar.ts'
import { ofCase, type Subject } from '../../src/domain/case-log.ts'
import type { CaseState } from '../../src/domain/case-state.ts'
import { ruleById } from '../../src/domain/deadline-book.ts'
import { openTabs, tabOf } from '../../src/domain/inbox-tab.ts'
import { machineMetaOf, type Owner } from '../../src/domain/machine-definition.ts'
import { workIn } from '../../src/domain/work-in-case.ts'
import type { Engine } from '../../src/engine/engine.ts'
import { toldOf } from '../../src/engine/who.ts'
import type { WhoIsWho } from '../../src/store/directory.ts'

export type Counts = {
  steps: number
  assignments: number
  deadlines: number
  passedOn: number
  lastResort: number
  expanded: number
}
export const noCounts = (): Counts => ({ steps: 0, assignments: 0, deadlines: 0, passedOn: 0, lastResort: 0, expanded: 0 })

/** Read from the rows, without asking the code under test: active, not left, and no absence on this day. */
export async function presentToday(engine: Engine): Promise<ReadonlySet<string>> {
  const today = dayOf(engine.clock())
  const accounts = await engine.store.read(engine.store.build.selectFrom('account').selectAll().compile())
  const absences = await engine.store.read(engine.store.build.selectFrom('absence').selectAll().compile())
  const away = new Set(
    absences
      .filter((row) => row.state === 'planned' && row.from_on <= today && (row.until_on === null || row.until_on >= today))
      .map((row) => row.account_id),
  )
  return new Set(
    accounts
      .filter((row) => row.active === 1 && !(row.left_on !== null && row.left_on <= today) && !away.has(row.id))
      .map(({ id }) => id),
  )
}

export type Around = {
  readonly engine: Engine
  readonly people: WhoIsWho
  /** Who is there, found without the code under test. */
  readonly there: ReadonlySet<string>
  readonly counts: Counts
}

/** Every way in which somebody is forgotten in this case; none is as it should be. */
export function forgottenIn(around: Around, state: CaseState): string[] {
  if (state.position.context['closedAs'] !== null) return []
  const books = [[ofCase, state] as const, ...Object.entries(state.assignments)]
  const asleep = books.some(([, { book }]) => runs(book)) ? [] : [`case ${state.id}: nothing will ever wake it`]
  return [
    ...asleep,
    ...Object.keys(state.assignments).flatMap((id) => withoutOwnerOrDeadline(around, state, id)),
    ...books.flatMap(([subject, { book }]) => book.flatMap(({ deadline }) => toldOfNobody(around, state, subject, deadline))),
  ]
}

function withoutOwnerOrDeadline(around: Around, state: CaseState, id: string): string[] {
  const { book, position } = state.assignments[id]!
  const tab = tabOf(String(position.value))
  if (!openTabs.includes(tab)) return []
  around.counts.assignments += 1
  // What stands still does so for a hold, and the hold has a deadline of its own in the case.
  const standsStill = book.length > 0 && runs(state.book)
  return [
    ...notThere(around, state, { part: tab === 'prepared' ? 'referrer' : 'provider', subject: id }, `assignment ${id}`),
    ...(runs(book) || standsStill ? [] : [`assignment ${id} (${tab}): no deadline`]),
  ]
}

function toldOfNobody(around: Around, state: CaseState, subject: Subject, deadline: string): string[] {
  const { machines } = around.engine.newest
  const { owner, told } = ruleById(machineMetaOf(subject === ofCase ? machines.case : machines.assignment).deadlines, deadline)
  around.counts.deadlines += 1
  return [
    ...(told.length === 0 ? [`${subject} ${deadline}: nobody is told`] : []),
    ...[owner, ...told].flatMap((part) => notThere(around, state, { part, subject }, `${subject} ${deadline}, ${part}`)),
  ]
}

type Part = { readonly part: Owner; readonly subject: Subject }

function notThere({ people, there, counts }: Around, state: CaseState, { part, subject }: Part, what: string): string[] {
  const { accountId, lastResort } = toldOf(people, part, workIn(state, 'practice-1', subject))
  if (lastResort && part !== 'coordinator') counts.lastResort += 1
  if (accountId === null) return [`${what}: nobody`]
  return there.has(accountId) ? [] : [`${what}: ${accountId}, who is not there`]
}

/** Something in it will pass. */
const runs = (book: CaseState['book']): boolean => book.some(({ paused }) => paused === null)
