// One assignment as its receiver sees it: the view that was sent, who asks, where it stands, and what can be done now.
import type { Allowed } from '../contract/cases.ts'
import { assignmentTag } from '../contract/command-routes.ts'
import type { Colleague, InboxAssignment } from '../contract/inbox.ts'
import { advance } from '../domain/advance.ts'
import { daysBetween } from '../domain/calendar.ts'
import { ofCase } from '../domain/case-log.ts'
import type { CaseState } from '../domain/case-state.ts'
import type { CommandType } from '../domain/commands.ts'
import { declineReasonsOf } from '../domain/decline-reason.ts'
import { type Dose, doseOf } from '../domain/dose.ts'
import type { InboxTab } from '../domain/inbox-tab.ts'
import { machineMetaOf } from '../domain/machine-definition.ts'
import type { ReceiverView } from '../domain/minimisation.ts'
import type { Pathway } from '../domain/pathway.ts'
import type { Language } from '../domain/words.ts'
import type { AssignmentRow } from '../store/tables.ts'
import { type Asked, allowedCommands } from './allowed-commands.ts'
import { nameOfCode } from './code-names.ts'
import { deadlineLines, type WhoIn } from './deadline-lines.ts'
import { type Cancelled, cannotComeSince, stateNamed, tabNamed, tabOfRow } from './inbox-line.ts'
import { type Measurement, measuresIn, startAndEnd } from './measured.ts'
import { receiverViewIn } from './receiver-view-words.ts'

export type AssignmentParts = {
  readonly pathway: Pathway
  readonly state: CaseState
  readonly row: AssignmentRow
  readonly view: ReceiverView | null
  readonly viewNumber: number | null
  readonly practice: InboxAssignment['practice']
  readonly referrer: Colleague
  readonly deputy: Colleague | null
  readonly holder: InboxAssignment['holder']
  /** Of the course run that is followed; absent: the intervention says how many. */
  readonly meetings?: number
  /** By people of this provider, in the order in which they were recorded. */
  readonly measurements: readonly Measurement[]
  /** For which day somebody said that she cannot come. */
  readonly cancelled: readonly Cancelled[]
  readonly who: WhoIn
}

export function inboxAssignment(parts: AssignmentParts, asked: Asked, language: Language): InboxAssignment {
  const { pathway, state, row, view, viewNumber, practice, referrer, deputy, holder } = parts
  const one = state.assignments[row.id]!
  const { context } = one.position
  const allowed = allowedCommands(pathway, state, asked, language)
  return {
    today: asked.today,
    assignmentId: row.id,
    caseId: row.case_id,
    etag: assignmentTag(row.id, row.version),
    version: row.version,
    code: row.code,
    name: nameOfCode(pathway, row.code, language),
    tab: tabNamed(tabOfRow(row), language),
    state: stateNamed(pathway, row.state, language),
    sentOn: row.sent_on,
    daysOpen: row.sent_on === null ? null : daysBetween(row.sent_on, asked.today),
    view: view === null ? null : receiverViewIn(view, language),
    viewNumber,
    practice,
    referrer,
    deputy,
    holder,
    attempts: {
      total: numberIn(context, 'attempts'),
      notReachedInARow: numberIn(context, 'notReached'),
      advice: adviceIn(parts, asked, language),
    },
    startsOn: (context['plannedStartOn'] as string | null | undefined) ?? null,
    cannotComeSince: cannotComeSince(row.state, context, parts.cancelled),
    startedOn: one.startedOn,
    sessions: one.sessions.map(({ on, attended }) => ({ on, attended })),
    dose: doseIn(doseOf(one, pathway, parts.meetings), language),
    deadlines: deadlinesOf(parts, language),
    declineReasons: declineReasonsOf(pathway).map(({ id, words, side, note, consequence }) => ({
      code: id,
      words: words[language],
      side,
      note,
      day: consequence.next !== 'park' ? 'none' : consequence.wait === null ? 'required' : 'optional',
    })),
    allowed: allowed.filter(({ subject }) => subject === row.id),
    reports: notAccepted.has(tabOfRow(row)) ? null : reportsIn(parts, allowed, language),
  }
}

const notAccepted: ReadonlySet<InboxTab> = new Set(['new', 'waiting'])
const whatIsMet: ReadonlySet<CommandType> = new Set(['raiseRedFlag', 'reportFall', 'recordMeasurement'])

function reportsIn(
  { pathway, state, row, measurements }: AssignmentParts,
  allowed: readonly Allowed[],
  language: Language,
): InboxAssignment['reports'] {
  const measured = startAndEnd({ assignment: state.assignments[row.id]!, measurements, pathway }, language)
  return {
    allowed: allowed.filter(({ subject, command }) => subject === ofCase && whatIsMet.has(command)),
    redFlags: pathway.rules.redFlags.map(({ id, urgency, effect, words }) => ({
      ...{ code: id, urgency, holds: effect !== 'task' },
      words: words[language],
    })),
    measures: measuresIn(pathway, language).map(({ measure, words, unit }) => {
      const known = measured.find((one) => one.measure === measure)
      return { code: measure, words, unit, start: known?.start ?? null, end: known?.end ?? null }
    }),
  }
}

/** What the machine named when the attempt that crossed its bound was recorded; it names it once, the advice stays. */
function adviceIn({ pathway, state, row }: AssignmentParts, { role, today }: Asked, language: Language): string | null {
  const { value, context } = state.assignments[row.id]!.position
  const machine = pathway.machines.assignment
  for (let before = numberIn(context, 'notReached') - 1; before >= 0; before--) {
    const attempt = { type: 'personAttempted', reached: false, occurredOn: today, by: role }
    const step = advance(machine, { value, context: { ...context, notReached: before } }, attempt as never)
    if (step.ok && step.value.effects.some(({ type }) => type === 'suggestNotReached'))
      return machineMetaOf(machine).effects['suggestNotReached']?.[language] ?? null
  }
  return null
}

const numberIn = (context: CaseState['position']['context'], name: string): number => Number(context[name] ?? 0)

function deadlinesOf({ pathway, state, row, who }: AssignmentParts, language: Language): InboxAssignment['deadlines'] {
  return deadlineLines(pathway, state, who, language)
    .filter(({ subject }) => subject === row.id)
    .map(({ rule, awaited, dueOn, dueAt, standsStillWith, owner, told, why, ifNobodyActs }) => ({
      ...{ rule, awaited, dueOn, dueAt, standsStillWith, owner, told, why },
      // What it would do to the rest of the case is not for the receiver.
      ifNobodyActs: ifNobodyActs.follows,
    }))
}

function doseIn(dose: Dose, language: Language): InboxAssignment['dose'] {
  const { attended, recorded, planned } = dose
  const of = planned ?? recorded
  const words = {
    nl: `${attended} van ${of} bijgewoond`,
    en: `${attended} of ${of} attended`,
  }[language]
  return { ...dose, words }
}
