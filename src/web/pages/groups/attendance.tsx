// The grid of people and meetings: one meeting is filled in at a time and recorded in one act, with or without a connection.
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import type { Group } from '../../../contract/groups.ts'
import { shortDate } from '../../text/dates.ts'
import { useLanguage, useTexts } from '../../text/language.tsx'
import { Filling } from './filling.tsx'
import { MemberRow } from './member-row.tsx'
import { useSheet } from './use-sheet.ts'
import { words } from './words.ts'

type Cell = { readonly row: number; readonly column: number }

export function Attendance({ group }: { readonly group: Group }) {
  const t = useTexts(words)
  const { language } = useLanguage()
  const { meetings, members } = group
  const sheet = useSheet(group)
  const { column } = sheet
  const [at, setAt] = useState<Cell>({ row: 0, column })
  const grid = useRef<HTMLTableElement>(null)
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
  const change = ({ row, column: number }: Cell): void => sheet.change(members[row]!, number)
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
    else if (event.key === 'i') sheet.everybody()
    else return
    event.preventDefault()
  }
  const day = (on: string): string => shortDate(on, language)
  return (
    <>
      <Filling group={group} sheet={sheet} />
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
                  aria-label={`${t.meeting(number, day(heldOn))}${sheet.waits(index) ? `, ${t.waitsShort}` : ''}`}
                >
                  {number}
                  <small>{sheet.waits(index) ? t.waitsShort : day(heldOn).replace(/[- ]\d{4}$/, '')}</small>
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
                drafted={(index) => sheet.drafted(member, index)}
                fills={sheet.fills}
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
