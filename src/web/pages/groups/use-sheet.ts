// What can be filled in of one group, and what was: of each meeting the marks on this device, and which one is at hand.
import { useState } from 'react'
import type { Group, GroupMember } from '../../../contract/groups.ts'
import type { Problem } from '../../../contract/problem.ts'
import { type Marks, meetingKey, type Recorded } from './desk.ts'
import { isOpen } from './member-row.tsx'
import { useDesk } from './use-desk.tsx'

const noMarks: Marks = {}

export type Sheet = ReturnType<typeof useSheet>

export function useSheet({ meetings, members, runId }: Group) {
  const [desk, { marks, waiting, refused, sent }] = useDesk()
  const [chosen, setChosen] = useState<number | null>(null)
  const keyAt = (column: number): string => meetingKey({ runId, number: meetings[column]?.number ?? 0 })
  const marksAt = (column: number): Marks => {
    const before = [...waiting, ...(sent === null ? [] : [sent.one])]
    const recorded = before.find((one): one is Recorded => one.kind === 'attendance' && meetingKey(one) === keyAt(column))
    return marks[keyAt(column)] ?? recorded?.marks ?? noMarks
  }
  const waits = (column: number): boolean => waiting.some((one) => one.kind === 'attendance' && meetingKey(one) === keyAt(column))
  const fills = (column: number): boolean => meetings[column]?.held === true && !waits(column)
  const openAt = (column: number): readonly GroupMember[] =>
    fills(column) ? members.filter((member) => isOpen(member, column)) : []
  // What was marked and not recorded comes first; else the last meeting of which nobody filled in everything.
  const last = (is: (column: number) => boolean): number => meetings.findLastIndex((_, column) => is(column))
  const atHand = [
    last((column) => keyAt(column) in marks && openAt(column).length > 0),
    last((column) => openAt(column).length > 0),
    last((column) => meetings[column]!.held),
    0,
  ].find((column) => column >= 0)!
  const column = chosen ?? atHand
  const asked = openAt(column)
  const told = asked.filter(({ assignmentId }) => assignmentId in marksAt(column))
  const write = (at: number, next: Marks): void => desk.mark({ runId, number: meetings[at]!.number }, next)
  return {
    column,
    asked,
    told,
    fills,
    waits,
    /** Of somebody at a meeting: marked here, and not known to the server yet. */
    drafted: (member: GroupMember, at: number): boolean | null =>
      isOpen(member, at) ? (marksAt(at)[member.assignmentId] ?? null) : null,
    change(member: GroupMember, at: number): void {
      if (!fills(at) || !isOpen(member, at)) return
      setChosen(at)
      const { [member.assignmentId]: was, ...others } = marksAt(at)
      write(at, was === false ? others : { ...others, [member.assignmentId]: was === undefined })
    },
    everybody: (): void => write(column, Object.fromEntries(asked.map(({ assignmentId }) => [assignmentId, true]))),
    clear: (): void => write(column, noMarks),
    async record(): Promise<void> {
      const taken = Object.fromEntries(told.map(({ assignmentId }) => [assignmentId, marksAt(column)[assignmentId]!]))
      setChosen(null)
      await desk.record({ runId, number: meetings[column]!.number }, taken)
    },
    problem: refused[`meeting/${keyAt(column)}`] as Problem | undefined,
    notBegun:
      sent?.answer?.runId === runId ? members.filter(({ assignmentId }) => sent.answer!.notBegun.includes(assignmentId)) : [],
  }
}
