// The coordinator's own work: everything that is stuck, what blocks older adults first, one action a row.
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import '../../theme/coordinator.css'
import { type CoordinatorDesk, type DeskLine, getCoordinatorDesk } from '../../../contract/coordinator-desk.ts'
import { call } from '../../api/call.ts'
import { useLanguage, useTexts } from '../../text/language.tsx'
import { Page, Part } from '../../ui/page.tsx'
import { Empty, Shown } from '../../ui/states.tsx'
import { DeskRow } from './row.tsx'
import { words } from './words.ts'

type Kind = DeskLine['kind']
const kinds = ['nobody', 'passed', 'givenUp', 'handover', 'leaver', 'gap', 'unchecked'] as const satisfies readonly Kind[]

export function Desk() {
  const t = useTexts(words)
  const { language } = useLanguage()
  const queries = useQueryClient()
  const queryKey = ['coordinator-desk', language]
  const [done, setDone] = useState('')
  const list = useRef<HTMLDivElement>(null)
  const asked = useQuery({
    queryKey,
    queryFn: async ({ signal }) => (await call(getCoordinatorDesk, { signal })).body,
  })
  /** The row goes, focus goes to the next one, and the list is asked for again. */
  const settle = (line: DeskLine, said: string): void => {
    const rows = [...(list.current?.querySelectorAll<HTMLElement>('[data-line]') ?? [])]
    const at = rows.findIndex((row) => row.dataset['line'] === `${line.kind} ${line.id}`)
    const next = rows[at + 1] ?? rows[at - 1]
    setDone(said)
    queries.setQueryData<CoordinatorDesk>(queryKey, (desk) =>
      desk === undefined
        ? desk
        : {
            ...desk,
            counts: { ...desk.counts, [line.kind]: desk.counts[line.kind] - 1 },
            items: desk.items.filter((one) => one.kind !== line.kind || one.id !== line.id),
          },
    )
    requestAnimationFrame(() => {
      const target = next?.querySelector<HTMLElement>('a, button') ?? document.querySelector<HTMLElement>('h1')
      target?.focus()
    })
    for (const key of [['coordinator-desk'], ['absences'], ['unmet-needs'], ['coverage']])
      void queries.invalidateQueries({ queryKey: key })
  }
  const total = asked.data === undefined ? 0 : Object.values(asked.data.counts).reduce((sum, count) => sum + count, 0)
  return (
    <Page title={t.title} lead={asked.data === undefined ? undefined : total === 0 ? t.leadNone : t.lead(total)}>
      <p className="told" role="status">
        {done}
      </p>
      <Shown asked={asked} lines={8}>
        {(desk) =>
          desk.items.length === 0 ? (
            <Empty title={t.none}>{t.noneHow}</Empty>
          ) : (
            <div className="desk-list" ref={list}>
              {kinds.map((kind) => {
                const lines = desk.items.filter((line) => line.kind === kind)
                return lines.length === 0 ? null : (
                  <Part key={kind} id={`desk-${kind}`} title={t.kinds[kind]} count={desk.counts[kind]} aside={t.how[kind]}>
                    <ul className="rows">
                      {lines.map((line) => (
                        <DeskRow key={line.id} line={line} today={desk.on} onDone={(said) => settle(line, said)} />
                      ))}
                    </ul>
                    {desk.counts[kind] > lines.length ? <p className="mute">{t.more(desk.counts[kind] - lines.length)}</p> : null}
                  </Part>
                )
              })}
            </div>
          )
        }
      </Shown>
    </Page>
  )
}
