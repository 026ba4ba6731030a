// What one step of a machine brings about in another: the case proposes and ends assignments, an assignment tells the case its news.
import type { Effect } from './advance.ts'
import { type LogEntry, ofCase, type Subject } from './case-log.ts'
import type { AssignmentState, CaseState } from './case-state.ts'
import { doseOf } from './dose.ts'
import type { Pathway } from './pathway.ts'
import { payerOf } from './routing.ts'

/** The entries that follow from `effect`, named by `subject` when `entry` was logged. Most effects are for people, and bring no entry. */
export function reactTo(pathway: Pathway, state: CaseState, entry: LogEntry, subject: Subject, effect: Effect): LogEntry[] {
  const follows = (type: string, of: Subject, fields: LogEntry['fields'] = {}, record: LogEntry['record'] = {}): LogEntry => ({
    type,
    subject: of,
    occurredOn: entry.occurredOn,
    by: subject === ofCase ? 'system' : entry.by,
    fields,
    record: { ...record, because: entry.type },
  })
  const openOnes = Object.entries(state.assignments).filter(([, one]) => isOpen(one))

  switch (effect.type) {
    case 'proposeAssignment':
      return [proposal(pathway, state, entry, follows)]
    case 'tellCase':
      // What the case itself did to an assignment is no news to it.
      return 'because' in entry.record ? [] : newsForCase(state, entry, subject, effect, follows)
    case 'holdExercise':
      return openOnes.filter(([, one]) => exercises(one) && !holds(one)).map(([id]) => follows('exerciseHeld', id))
    case 'resumeExercise':
      return openOnes.filter(([, one]) => holds(one)).map(([id]) => follows('exerciseReleased', id))
    case 'recheckRedFlags':
      return openOnes.filter(([, one]) => exercises(one) && isWaiting(one)).map(([id]) => follows('redFlagCheckLapsed', id))
    case 'endOpenAssignments':
      return openOnes.map(([id, one]) => ending(pathway, id, one, follows))
    case 'endPrimaryAssignment':
      return openOnes.filter(([, one]) => one.kind === 'primary').map(([id, one]) => ending(pathway, id, one, follows))
    default:
      return []
  }
}

type Follows = (type: string, of: Subject, fields?: LogEntry['fields'], record?: LogEntry['record']) => LogEntry

function proposal({ rules }: Pathway, state: CaseState, entry: LogEntry, follows: Follows): LogEntry {
  const decision = entry.fields['decision'] as {
    assignmentId: string
    intervention: string
    exercise: boolean
    deliverer: string
  }
  const intervention = rules.routing.interventions.find(({ id }) => id === decision.intervention)
  const form = intervention?.setting ?? 'home'
  const fields = { exercise: decision.exercise, form, intervention: decision.intervention, redFlagsCheckedOn: entry.occurredOn }
  return follows('assignmentProposed', decision.assignmentId, fields, {
    kind: 'primary',
    offerId: entry.record['offerId'] ?? null,
    runId: entry.record['runId'] ?? null,
    holderId: entry.record['holderId'] ?? null,
    referrerId: entry.record['referrerId'] ?? null,
    code: decision.intervention,
    providerId: decision.deliverer,
    payer:
      intervention === undefined
        ? null
        : payerOf(rules.routing, intervention.id, { ...state.facts, level: state.assessment?.risk }),
  })
}

/** Of its primary assignment the case hears everything, of a follow-up only how it ended. */
function newsForCase(state: CaseState, entry: LogEntry, subject: Subject, { params }: Effect, follows: Follows): LogEntry[] {
  const { event, ...said } = params as { event: string; outcome?: string }
  const rest = entry.type === 'assignmentDeclined' ? { ...said, next: entry.fields['next'], until: entry.fields['until'] } : said
  const primary = state.position.context['primary'] as { id: string } | null
  if (primary?.id === subject) return [follows(event, ofCase, { assignmentId: subject, ...rest })]
  if (state.assignments[subject]?.kind === 'primary') return []
  const outcome = said.outcome ?? followUpEnds[event]
  return outcome === undefined ? [] : [follows('followUpEnded', ofCase, { ...rest, assignmentId: subject, outcome })]
}

const followUpEnds: { readonly [event: string]: string } = {
  assignmentDeclined: 'declined',
  assignmentExpired: 'expired',
  assignmentWithdrawn: 'withdrawn',
}

const stateOf = ({ position }: AssignmentState): string => String(position.value)
const unaccepted = new Set(['proposed', 'sent', 'waitlisted', 'accepted', 'planned'])
const running = new Set(['started', 'paused'])

const isOpen = (one: AssignmentState): boolean => unaccepted.has(stateOf(one)) || running.has(stateOf(one))
const exercises = ({ position }: AssignmentState): boolean => position.context['exercise'] === true
const holds = ({ position }: AssignmentState): boolean => position.context['held'] === true
/** Sent, and not begun yet. */
const isWaiting = (one: AssignmentState): boolean =>
  unaccepted.has(stateOf(one)) && stateOf(one) !== 'proposed' && one.position.context['checkValid'] === true

/** What was not begun is withdrawn, what runs is stopped. */
const ending = (pathway: Pathway, id: string, one: AssignmentState, follows: Follows): LogEntry =>
  running.has(stateOf(one))
    ? follows('assignmentStoppedEarly', id, {}, { dose: doseOf(one, pathway) })
    : follows('assignmentWithdrawn', id)
