// Attendance of one meeting: many cases in one act, all of them or none. Who comes for the first time begins with it.
import type { Actor } from '../access/actor.ts'
import { whyNotAllowed } from '../access/policy.ts'
import type { AttendanceRecorded } from '../contract/groups.ts'
import { canonicalJson } from '../domain/canonical.ts'
import type { CaseState } from '../domain/case-state.ts'
import { dayWords } from '../domain/day-words.ts'
import { type Fault, pointerTo } from '../domain/fault.ts'
import type { Refusal } from '../domain/result.ts'
import { attendedAt, type LoadedGroup, type Member } from '../readmodels/group.ts'
import { findCommand, rememberCommand } from '../store/commands.ts'
import type { Statement } from '../store/store.ts'
import type { CourseMeetingRow } from '../store/tables.ts'
import { bytesOf, sha256 } from './bytes.ts'
import type { Engine } from './engine.ts'
import { isHeld, loadGroup } from './group.ts'
import { type AskOnCase, type Handled, TooBusy } from './handle-command.ts'
import { handleTogether } from './handle-together.ts'

export type AttendanceAsk = {
  readonly actor: Actor
  readonly key: string
  readonly requestId: string
  readonly runId: string
  readonly number: number
  readonly present: readonly string[]
  readonly absent: readonly string[]
  /** By a link, which stands for the organisation: written with it. */
  readonly byLink?: Statement
}

/** As a command is answered; `unknownCase`: no such run or meeting of this provider. */
export type AttendanceHandled = Handled | { readonly is: 'faulty'; readonly faults: readonly Fault[] }

export async function recordAttendance(engine: Engine, ask: AttendanceAsk): Promise<AttendanceHandled> {
  const { runId, number, present, absent } = ask
  const requestHash = sha256(canonicalJson({ attendance: { runId, number, present, absent } }))
  for (let tries = 0; tries < 20; tries++) {
    const before = await findCommand(engine.store, ask.actor.id, ask.key)
    if (before !== null)
      return before.request_hash === requestHash ? { is: 'done', answer: before.answer, repeated: true } : { is: 'keyReused' }
    const handled = await tryOnce(engine, ask, requestHash)
    if (handled !== 'again') return handled
  }
  throw new TooBusy('A group moved again and again under one act')
}

async function tryOnce(engine: Engine, ask: AttendanceAsk, requestHash: string): Promise<AttendanceHandled | 'again'> {
  const group = await loadGroup(engine, ask.runId)
  const meeting = group?.meetings.find(({ number }) => number === ask.number)
  const foreign = ask.byLink === undefined && group?.organisationId !== ask.actor.organisationId
  if (group === null || meeting === undefined || foreign) return { is: 'unknownCase' }
  const notAllowed = whyNotAllowed('recordSession', ask.actor.role)
  if (notAllowed !== null) return { is: 'forbidden', refusal: notAllowed }
  const faults = faultsIn(group, ask)
  if (faults.length > 0) return { is: 'faulty', faults }
  if (!isHeld(engine, meeting)) return { is: 'refused', refusal: notYet(meeting) }
  const told = toldOf(group, ask)
  const before = told.filter(({ member }) => attendedAt(member.assignment, meeting) !== null)
  if (before.length > 0) return { is: 'refused', refusal: recordedBefore(meeting, before) }
  return write(engine, ask, requestHash, meeting, told)
}

type Attended = { readonly member: Member; readonly attended: boolean }

async function write(
  engine: Engine,
  ask: AttendanceAsk,
  requestHash: string,
  meeting: CourseMeetingRow,
  told: readonly Attended[],
): Promise<AttendanceHandled | 'again'> {
  const recorded = told.filter(({ member, attended }) => attended || !isToBegin(member))
  const notBegun = told.filter(({ member, attended }) => !attended && isToBegin(member))
  const asks = recorded.map((one) => askFor(ask, meeting, one))
  let answer: Uint8Array = Buffer.alloc(0)
  const besides = (after: readonly CaseState[]): Statement[] => {
    answer = bytesOf({
      runId: ask.runId,
      number: meeting.number,
      heldOn: meeting.held_on,
      recorded: recorded.map(({ member: { assignmentId, caseId }, attended }, index) => ({
        assignmentId,
        caseId,
        attended,
        missedInARow: Number(after[index]!.assignments[assignmentId]!.position.context['missedInARow']),
      })),
      notBegun: notBegun.map(({ member }) => member.assignmentId),
    } satisfies AttendanceRecorded)
    const remember = rememberCommand(engine.store.build, {
      actor_id: ask.actor.id,
      idempotency_key: ask.key,
      request_hash: requestHash,
      status: 200,
      answer,
      created_at: engine.clock(),
    })
    return [remember, ...(ask.byLink === undefined ? [] : [ask.byLink])]
  }
  const together = await handleTogether(engine, asks, besides)
  // Done by a twin of this very act: its answer is found at the next look.
  if (together.is === 'done') return together.repeated ? 'again' : { is: 'done', answer, repeated: false }
  // Somebody else wrote about one of them in the meantime: look at the whole group anew.
  if (together.why.is === 'stale') return 'again'
  return together.of === null ? together.why : inWhoseName(together.why, recorded[together.of]!.member.name)
}

const isToBegin = ({ assignment }: Member): boolean => ['accepted', 'planned'].includes(String(assignment.position.value))

function askFor({ actor, key, requestId }: AttendanceAsk, meeting: CourseMeetingRow, { member, attended }: Attended): AskOnCase {
  const { assignmentId, assignment, caseId } = member
  const about = { assignmentId, meetingId: meeting.id }
  return {
    actor,
    key: `${key}:${assignmentId}`,
    requestId,
    occurredOn: meeting.held_on,
    caseId,
    command: isToBegin(member)
      ? { type: 'startAssignment', payload: about }
      : { type: 'recordSession', payload: { ...about, attended } },
    // Filled in twice at once, the second one sees that it was done.
    expected: { of: 'assignment', id: assignmentId, version: assignment.version },
  }
}

function toldOf({ members }: LoadedGroup, { present, absent }: AttendanceAsk): Attended[] {
  const memberOf = (id: string): Member => members.find(({ assignmentId }) => assignmentId === id)!
  return [
    ...present.map((id) => ({ member: memberOf(id), attended: true })),
    ...absent.map((id) => ({ member: memberOf(id), attended: false })),
  ]
}

function faultsIn({ members }: LoadedGroup, { present, absent }: AttendanceAsk): Fault[] {
  const all = [
    ...present.map((id, index) => ({ id, at: `/present${pointerTo(index)}` })),
    ...absent.map((id, index) => ({ id, at: `/absent${pointerTo(index)}` })),
  ]
  if (all.length === 0) return [nobodyNamed]
  return all.flatMap(({ id, at }, index) => {
    if (all.findIndex((one) => one.id === id) !== index) return [{ at, ...namedTwice }]
    return members.some(({ assignmentId }) => assignmentId === id) ? [] : [{ at, ...notInGroup }]
  })
}

/** Who of twelve it is about. */
function inWhoseName(handled: Exclude<Handled, { is: 'done' }>, name: string): Handled {
  if (handled.is !== 'refused' && handled.is !== 'forbidden') return handled
  const { refusal } = handled
  const words = { nl: `${name}: ${refusal.words.nl}`, en: `${name}: ${refusal.words.en}` }
  return { is: handled.is, refusal: { ...refusal, words } }
}

const notYet = ({ number, held_on }: CourseMeetingRow): Refusal => ({
  code: 'meetingNotHeld',
  words: {
    nl: `Bijeenkomst ${number} is op ${dayWords(held_on, 'nl')}. Vul daarna in wie er was.`,
    en: `Meeting ${number} is on ${dayWords(held_on, 'en')}. Fill in afterwards who was there.`,
  },
})

function recordedBefore({ number }: CourseMeetingRow, before: readonly Attended[]): Refusal {
  const names = before.map(({ member }) => member.name).join(', ')
  return {
    code: 'attendanceRecorded',
    words: {
      nl: `Van bijeenkomst ${number} is al ingevuld of zij er waren: ${names}. Laat hen weg; nu is er niets bewaard.`,
      en: `Of meeting ${number} it was filled in before whether they were there: ${names}. Leave them out; nothing was stored now.`,
    },
  }
}

const nobodyNamed: Fault = {
  at: '',
  code: 'nobody',
  words: { nl: 'Kies van ten minste één persoon of die er was.', en: 'Choose of at least one person whether they were there.' },
}
const namedTwice: Omit<Fault, 'at'> = {
  code: 'twice',
  words: { nl: 'Deze persoon staat er twee keer in.', en: 'This person is in it twice.' },
}
const notInGroup: Omit<Fault, 'at'> = {
  code: 'notInGroup',
  words: { nl: 'Deze opdracht hoort niet bij deze groep.', en: 'This assignment does not belong to this group.' },
}
