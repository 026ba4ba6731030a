// What a teacher filled in on this device: marks not recorded yet, and what was recorded and waits for the server. Ids only, never a name.
import { type AttendanceRecorded, recordAttendance } from '../../../contract/groups.ts'
import type { Problem } from '../../../contract/problem.ts'
import { call, newKey } from '../../api/call.ts'
import { give } from '../../api/commands.ts'
import { queueOf } from '../../keep/queue.ts'
import { type Made, waitingIn } from '../../keep/waiting.ts'
import { placeOf } from '../../kept.ts'
import { session } from '../../session.ts'

export type Marks = { readonly [assignmentId: string]: boolean }
type Meeting = { readonly runId: string; readonly number: number }
type Marked = Made & Meeting & { readonly marks: Marks }

export type Recorded = Made & Meeting & { readonly kind: 'attendance'; readonly marks: Marks }
export type Measured = Made & {
  readonly kind: 'measurement'
  readonly caseId: string
  readonly measure: string
  readonly value: number
  readonly measuredOn: string
}
type Waits = Recorded | Measured

export type DeskSnapshot = {
  readonly marks: { readonly [meeting: string]: Marks }
  /** Marks on their way to the device: on the screen already, not yet safe from a reload. */
  readonly keeping: number
  readonly waiting: readonly Waits[]
  readonly failing: boolean
  /** What the server did not take, in its words; the marks stand in the grid again. */
  readonly refused: { readonly [subject: string]: Problem }
  readonly sent: { readonly one: Waits; readonly answer: AttendanceRecorded | null } | null
}

export const meetingKey = ({ runId, number }: Meeting): string => `${runId}/${number}`
export const subjectOf = (one: Waits): string =>
  one.kind === 'attendance' ? `meeting/${meetingKey(one)}` : `measure/${one.caseId}/${one.measure}/${one.measuredOn}`

const made = (): Made => ({ operationId: newKey(), at: new Date().toISOString() })

export type Desk = ReturnType<typeof deskFor>

function deskFor(accountId: string) {
  let snapshot: DeskSnapshot = { marks: {}, keeping: 0, waiting: [], failing: false, refused: {}, sent: null }
  const listeners = new Set<() => void>()
  const marked = waitingIn<Marked>(placeOf(accountId, 'groups', 'marks'), meetingKey)
  const change = (next: Partial<DeskSnapshot>): void => {
    snapshot = { ...snapshot, ...next }
    for (const tell of listeners) tell()
  }
  const without = (subject: string) => Object.fromEntries(Object.entries(snapshot.refused).filter(([one]) => one !== subject))

  function mark(meeting: Meeting, marks: Marks): void {
    const { [meetingKey(meeting)]: _, ...others } = snapshot.marks
    const { runId, number } = meeting
    const one: Marked = { runId, number, marks, ...made() }
    if (Object.keys(marks).length > 0) {
      change({ marks: { ...others, [meetingKey(meeting)]: marks } })
      until(marked.keep(one))
      return
    }
    change({ marks: others })
    // Written over and taken away, in that order, so that whatever stood there goes.
    void marked.keep(one)
    until(marked.drop(one))
  }
  function until(kept: Promise<unknown>): void {
    change({ keeping: snapshot.keeping + 1 })
    void kept.finally(() => change({ keeping: snapshot.keeping - 1 }))
  }

  const queue = queueOf<Waits>(waitingIn<Waits>(placeOf(accountId, 'groups', 'waiting'), subjectOf), subjectOf, {
    mine: () => session()?.accountId === accountId,
    async send(one) {
      const answer = await carried(one)
      change({ sent: { one, answer }, refused: without(subjectOf(one)) })
    },
    refused(one, problem) {
      change({ refused: { ...snapshot.refused, [subjectOf(one)]: problem } })
      if (one.kind === 'attendance') mark(one, one.marks)
    },
    changed: () => change({ waiting: queue.waiting(), failing: queue.failing() }),
  })

  let loading: Promise<void> | null = null
  return {
    subscribe: (tell: () => void) => {
      listeners.add(tell)
      return () => {
        listeners.delete(tell)
      }
    },
    snapshot: () => snapshot,
    load(): Promise<void> {
      loading ??= (async () => {
        const before = await marked.all().catch(() => [])
        change({ marks: { ...Object.fromEntries(before.map((one) => [meetingKey(one), one.marks])), ...snapshot.marks } })
        await queue.load()
      })()
      return loading
    },
    mark,
    /** Kept before it is sent, and taken off the marks once it is. */
    async record(meeting: Meeting, marks: Marks): Promise<void> {
      const { runId, number } = meeting
      await queue.add({ kind: 'attendance', runId, number, marks, ...made() })
      mark(meeting, {})
    },
    measure: (caseId: string, measure: string, value: number, measuredOn: string): Promise<void> =>
      queue.add({ kind: 'measurement', caseId, measure, value, measuredOn, ...made() }),
  }
}

async function carried(one: Waits): Promise<AttendanceRecorded | null> {
  if (one.kind === 'measurement') {
    const { caseId, measure, value, measuredOn, operationId } = one
    await give({ caseId, type: 'recordMeasurement', payload: { measure, value, measuredOn }, key: operationId })
    return null
  }
  const { runId, number, marks, operationId } = one
  const of = (was: boolean) => Object.keys(marks).filter((assignmentId) => marks[assignmentId] === was)
  const body = { present: of(true), absent: of(false) }
  return (await call(recordAttendance, { params: { runId, number }, body, key: operationId })).body
}

const desks = new Map<string, Desk>()

/** One for each person at the screen, as long as the page lives. */
export function deskOf(accountId: string): Desk {
  const known = desks.get(accountId)
  if (known !== undefined) return known
  const fresh = deskFor(accountId)
  desks.set(accountId, fresh)
  return fresh
}
