// A line of an inbox: what is asked and by when, from the row, the view that was sent and the clock that runs.
import { whyNotAllowed } from '../access/policy.ts'
import { assignmentTag, pathOfCommand } from '../contract/command-routes.ts'
import type { Clock, InboxLine } from '../contract/inbox.ts'
import type { Position } from '../domain/advance.ts'
import { daysBetween, type IsoDate } from '../domain/calendar.ts'
import { type CommandType, commandTypes, commandWords } from '../domain/commands.ts'
import { ruleById } from '../domain/deadline-book.ts'
import { type InboxTab, inboxTabWords, tabOf } from '../domain/inbox-tab.ts'
import { machineMetaOf, type StateMeta } from '../domain/machine-definition.ts'
import type { DataCategory, ReceiverView, ViewStage } from '../domain/minimisation.ts'
import type { Pathway } from '../domain/pathway.ts'
import { possibleOnAssignment } from '../domain/possible.ts'
import type { Role } from '../domain/role.ts'
import type { Language } from '../domain/words.ts'
import type { AssignmentRow } from '../store/tables.ts'

/** What stands in the details of a row. */
export type AssignmentDetails = { readonly flagged: boolean; readonly context: Position['context'] }

export type LineParts = {
  readonly pathway: Pathway
  readonly row: AssignmentRow
  readonly details: AssignmentDetails
  /** Of the stage this assignment is in; null where none was kept. */
  readonly view: ReceiverView | null
  /** The first that runs. */
  readonly due: { readonly rule: string; readonly dueOn: IsoDate; readonly dueAt: string } | null
  readonly holder: { readonly accountId: string | null; readonly name: string }
  /** Of this assignment: for which day somebody said that she cannot come. */
  readonly cancelled: readonly Cancelled[]
}
export type Cancelled = { readonly starts_on: IsoDate; readonly at: string }
export type LineAsker = { readonly accountId: string; readonly role: Role; readonly today: IsoDate; readonly language: Language }

/** Who is not accepted yet is nobody in particular. */
export const stageOfTab = (tab: InboxTab): ViewStage => (tab === 'new' || tab === 'waiting' ? 'before' : 'after')

export function inboxLine({ pathway, row, details, view, due, holder, cancelled }: LineParts, asker: LineAsker): InboxLine {
  const { language, today } = asker
  const said = (category: DataCategory): string[] =>
    view?.shown.find((one) => one.category === category)?.lines.map((line) => line[language]) ?? []
  return {
    assignmentId: row.id,
    caseId: row.case_id,
    etag: assignmentTag(row.id, row.version),
    code: row.code,
    state: stateNamed(pathway, row.state, language),
    asked: said('request'),
    wishes: said('wishes'),
    age: said('age')[0] ?? null,
    area: said('area')[0] ?? null,
    name: said('name')[0] ?? null,
    phone: said('phone')[0] ?? null,
    sentOn: row.sent_on,
    daysOpen: row.sent_on === null ? null : daysBetween(row.sent_on, today),
    clock: due === null ? null : clockOf(pathway, due, language),
    startsOn: (details.context['plannedStartOn'] as IsoDate | null | undefined) ?? null,
    cannotCome: cannotComeSince(row.state, details.context, cancelled) !== null,
    runId: row.run_id,
    holder: { ...holder, me: holder.accountId === asker.accountId },
    allowed: actsOn(pathway, row, details, asker),
    links: { self: `/v1/inbox/${row.id}` },
  }
}

/** What was said about a day counts as long as the start is planned on it. */
export function cannotComeSince(state: string, context: Position['context'], cancelled: readonly Cancelled[]): string | null {
  if (state !== 'planned') return null
  return cancelled.find(({ starts_on }) => starts_on === context['plannedStartOn'])?.at ?? null
}

function actsOn(pathway: Pathway, row: AssignmentRow, { context }: AssignmentDetails, asker: LineAsker): InboxLine['allowed'] {
  const position = { value: row.state, context }
  return possibleOnAssignment(pathway, position, commandsOf(asker.role), asker.role, asker.today).map((command) => ({
    command,
    words: commandWords[command][asker.language],
    how: { method: 'POST', href: pathOfCommand(command, row.case_id, row.id), ifMatch: assignmentTag(row.id, row.version) },
  }))
}

const commandsOf = (role: Role): CommandType[] => commandTypes.filter((command) => whyNotAllowed(command, role) === null)

export function clockOf({ machines }: Pathway, due: NonNullable<LineParts['due']>, language: Language): Clock {
  const { words } = ruleById(machineMetaOf(machines.assignment).deadlines, due.rule)
  return { ...due, awaited: words[language] }
}

export function stateNamed({ machines }: Pathway, state: string, language: Language): InboxLine['state'] {
  const meta = machines.assignment.states[state]?.meta as { state?: StateMeta } | undefined
  return { code: state, words: meta?.state?.words[language] ?? state }
}

export const tabNamed = (tab: InboxTab, language: Language): InboxLine['state'] => ({
  code: tab,
  words: inboxTabWords[tab][language],
})

export const tabOfRow = ({ tab, state }: AssignmentRow): InboxTab => (tab as InboxTab | null) ?? tabOf(state)
