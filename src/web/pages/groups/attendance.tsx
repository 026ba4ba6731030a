// The grid of people and meetings: one meeting is filled in at a time and recorded in one act.
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { type Group, recordAttendance } from '../../../contract/groups.ts'
import { call, isRefusal, newKey } from '../../api/call.ts'
import { say } from '../../status.ts'
import { shortDate } from '../../text/dates.ts'
import { useLanguage, useTexts } from '../../text/language.tsx'
import { Button } from '../../ui/button.tsx'
import { Note } from '../../ui/note.tsx'
import { WentWrong } from '../../ui/states.tsx'
import { isOpen, MemberRow } from './member-row.tsx'
import { words } from './words.ts'

type Draft = { readonly [assignmentId: string]: boolean }
type Cell = { readonly row: number; readonly column: number }

export function Attendance({ group }: { readonly group: Group }) {
  const t = useTexts(words)
  const { language } = useLanguage()
  const queries = useQueryClient()
  const { meetings, members } = group
  const held = meetings.filter((meeting) => meeting.held).length
  const open = meetings.findIndex((meeting, column) => meeting.held && members.some((one) => isOpen(one, column)))
  const recent = meetings.findLastIndex((meeting, column) => meeting.held && members.some((one) => isOpen(one, column)))
  const [chosen, setChosen] = useState<number | null>(null)
  const column = chosen ?? (recent < 0 ? Math.max(0, held - 1) : recent)
  const [at, setAt] = useState<Cell>({ row: 0, column })
  const [draft, setDraft] = useState<Draft>({})
  const [key, setKey] = useState(newKey)
  const grid = useRef<HTMLTableElement>(null)
  const meeting = meetings[column]
  const asked = members.filter((one) => meeting?.held === true && isOpen(one, column))
  const told = asked.filter(({ assignmentId }) => assignmentId in draft)
  const cellAt = ({ row, column: number }: Cell) =>
    grid.current?.querySelector<HTMLElement>(`[data-row="${row}"][data-column="${number}"]`)

  // The meeting that is filled in stands in sight, also on a telephone.
  useEffect(() => {
    const head = grid.current?.querySelector<HTMLElement>(`thead [data-column="${column}"]`)
    const box = grid.current?.parentElement
    if (head === null || head === undefined || box === null || box === undefined) return
    const names = grid.current?.querySelector<HTMLElement>('tbody th')?.offsetWidth ?? 0
    box.scrollLeft = head.offsetLeft - names - head.offsetWidth
  }, [column])

  const go = (to: Cell): void => {
    const row = Math.max(0, Math.min(members.length - 1, to.row))
    const number = Math.max(0, Math.min(meetings.length - 1, to.column))
    setAt({ row, column: number })
    cellAt({ row, column: number })?.focus()
  }
  const choose = (number: number): void => {
    if (number === column) return
    setChosen(number)
    setDraft({})
    setKey(newKey())
  }
  const change = ({ row, column: number }: Cell): void => {
    const member = members[row]!
    if (meetings[number]?.held !== true || !isOpen(member, number)) return
    choose(number)
    const before = number === column ? draft : {}
    const { [member.assignmentId]: was, ...others } = before
    setDraft(was === false ? others : { ...before, [member.assignmentId]: was === undefined })
  }
  const everybody = (): void => setDraft(Object.fromEntries(asked.map(({ assignmentId }) => [assignmentId, true])))
  const save = useMutation({
    mutationFn: async () => {
      const of = (was: boolean) => told.flatMap(({ assignmentId }) => (draft[assignmentId] === was ? [assignmentId] : []))
      const body = { present: of(true), absent: of(false) }
      return (await call(recordAttendance, { params: { runId: group.runId, number: meeting!.number }, body, key })).body
    },
    onSuccess: ({ number, notBegun }) => {
      const names = members.filter(({ assignmentId }) => notBegun.includes(assignmentId)).map(({ name }) => name)
      say([t.saved(number), ...(names.length === 0 ? [] : [t.notBegun(names.join(', '))])].join(' '))
      setDraft({})
      setKey(newKey())
    },
    onSettled: () => queries.invalidateQueries(),
  })
  const press = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || !(event.target as HTMLElement).matches('td')) return
    const moves: { readonly [key: string]: Cell } = {
      ArrowDown: { row: at.row + 1, column: at.column },
      ArrowUp: { row: at.row - 1, column: at.column },
      ArrowRight: { row: at.row, column: at.column + 1 },
      ArrowLeft: { row: at.row, column: at.column - 1 },
      Home: { row: at.row, column: 0 },
      End: { row: at.row, column: meetings.length - 1 },
    }
    const to = moves[event.key]
    if (to !== undefined) go(to)
    else if (event.key === ' ') change(at)
    else if (event.key === 'i') everybody()
    else return
    event.preventDefault()
  }
  const day = (on: string): string => shortDate(on, language)
  return (
    <>
      <div className="spread filling">
        <p>
          <strong>{meeting === undefined ? '' : t.filling(meeting.number, day(meeting.heldOn))}</strong>{' '}
          <span className="mute">
            {asked.length > 0
              ? t.filled(told.length, asked.length)
              : held === 0 && meeting !== undefined
                ? t.firstMeeting(day(meeting.heldOn))
                : open < 0
                  ? t.allFilled
                  : ''}
          </span>
        </p>
        {asked.length === 0 ? null : (
          <p className="btns">
            <Button onPress={everybody} shortcut="I">
              {t.everybody}
            </Button>
            {told.length === 0 ? null : (
              <>
                <Button look="main" onPress={() => save.mutate()} busy={save.isPending ? t.saving : false}>
                  {t.save(meeting!.number)}
                </Button>
                <Button look="quiet" onPress={() => setDraft({})}>
                  {t.clear}
                </Button>
              </>
            )}
          </p>
        )}
      </div>
      {save.error === null ? null : isRefusal(save.error) ? (
        <Note look="warn" alert>
          <p>
            <strong>{save.error.problem.title}</strong>
          </p>
          <p>{save.error.problem.detail}</p>
        </Note>
      ) : (
        <WentWrong error={save.error} again={() => save.mutate()} />
      )}
      <div className="scroll grid-box">
        {/* biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table whose cells are gone through with arrows is a grid */}
        <table className="table attendance" role="grid" aria-label={t.attendance} ref={grid} onKeyDown={press}>
          <thead>
            <tr>
              <th scope="col">{t.person}</th>
              {meetings.map(({ meetingId, number, heldOn, held: was }, index) => (
                <th
                  key={meetingId}
                  scope="col"
                  data-column={index}
                  className={index === column ? 'now' : was ? '' : 'later'}
                  aria-label={t.meeting(number, day(heldOn))}
                >
                  {number}
                  <small>{day(heldOn).replace(/[- ]\d{4}$/, '')}</small>
                </th>
              ))}
              <th scope="col" className="num">
                {t.dose}
              </th>
            </tr>
          </thead>
          <tbody>
            {members.map((member, row) => (
              <MemberRow
                key={member.assignmentId}
                member={member}
                meetings={meetings}
                row={row}
                column={column}
                drafted={draft[member.assignmentId] ?? null}
                here={at.row === row ? at.column : null}
                onFocus={(index) => setAt({ row, column: index })}
                onChange={(index) => change({ row, column: index })}
              />
            ))}
          </tbody>
        </table>
      </div>
      <p className="small mute below">{t.howto}</p>
    </>
  )
}
