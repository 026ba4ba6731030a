// What was measured at the start and at the end; a new column is filled in from top to bottom with Enter.
import { type KeyboardEvent, useRef, useState } from 'react'
import type { Group, GroupMember } from '../../../contract/groups.ts'
import { plainNumber, shortDate } from '../../text/dates.ts'
import { useLanguage, useTexts } from '../../text/language.tsx'
import { dayIn } from '../../text/typed-dates.ts'
import { Field, TextField } from '../../ui/field.tsx'
import { Note } from '../../ui/note.tsx'
import { useDesk } from './use-desk.tsx'
import { words } from './words.ts'

export function Measurements({ group }: { readonly group: Group }) {
  const t = useTexts(words)
  const [measure, setMeasure] = useState(group.measures[0]?.measure ?? '')
  const [day, setDay] = useState('')
  const [, { refused }] = useDesk()
  const table = useRef<HTMLTableElement>(null)
  const known = group.measures.find((one) => one.measure === measure)
  const on = day.trim() === '' ? group.today : dayIn(day)
  const down = (row: number): void => {
    const inputs = [...(table.current?.querySelectorAll<HTMLInputElement>('input') ?? [])]
    inputs[row + 1]?.focus()
  }
  return (
    <>
      <div className="row-of measure-pick">
        <Field label={t.measure}>
          {({ id }) => (
            <select className="select" id={id} value={measure} onChange={({ target }) => setMeasure(target.value)}>
              {group.measures.map((one) => (
                <option key={one.measure} value={one.measure}>
                  {one.words}
                </option>
              ))}
            </select>
          )}
        </Field>
        <TextField
          label={t.measuredOn}
          error={on === null ? t.wrongDay : undefined}
          width="w8"
          inputMode="numeric"
          placeholder={shortDate(group.today, 'nl')}
          value={day}
          onChange={({ target }) => setDay(target.value)}
          optional
        />
      </div>
      {Object.entries(refused)
        .filter(([subject]) => subject.startsWith('measure/'))
        .map(([subject, problem]) => (
          <Note look="warn" alert key={subject}>
            <p>{problem.detail}</p>
          </Note>
        ))}
      <div className="scroll">
        <table className="table measured" ref={table}>
          <thead>
            <tr>
              <th scope="col">{t.person}</th>
              <th scope="col" className="num">
                {t.start}
              </th>
              <th scope="col" className="num">
                {t.end}
              </th>
              <th scope="col">
                {t.entry} ({known?.unit})
              </th>
            </tr>
          </thead>
          <tbody>
            {group.members
              .filter(({ takesPart }) => takesPart)
              .map((member, row) => (
                <Line
                  key={`${member.assignmentId}.${measure}.${on}`}
                  member={member}
                  measure={measure}
                  on={on}
                  down={() => down(row)}
                />
              ))}
          </tbody>
        </table>
      </div>
      <p className="small mute below">{t.enter}</p>
    </>
  )
}

type LineProps = {
  readonly member: GroupMember
  readonly measure: string
  readonly on: string | null
  readonly down: () => void
}

function Line({ member, measure, on, down }: LineProps) {
  const t = useTexts(words)
  const { language } = useLanguage()
  const [typed, setTyped] = useState('')
  const [kept, setKept] = useState('')
  const [desk] = useDesk()
  const before = member.measurements.find((one) => one.measure === measure)
  const text = typed.trim()
  const wrong = text !== '' && !/^\d+(?:[.,]\d+)?$/.test(text)
  const save = (): void => {
    if (text === '' || wrong || on === null || text === kept) return
    setKept(text)
    void desk.measure(member.caseId, measure, Number(text.replace(',', '.')), on)
  }
  const press = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter') return
    event.preventDefault()
    save()
    if (!wrong) down()
  }
  const shown = (one: { readonly value: number; readonly on: string } | null | undefined) =>
    one === null || one === undefined ? (
      <span className="mute small">{t.notYet}</span>
    ) : (
      <>
        {plainNumber(one.value, language)} <small className="mute nowrap">{shortDate(one.on, language)}</small>
      </>
    )
  return (
    <tr>
      <th scope="row">{member.name}</th>
      <td className="num">{shown(before?.start)}</td>
      <td className="num">{shown(before?.end)}</td>
      <td>
        <span className="row-of entry">
          <input
            className="input w3"
            inputMode="decimal"
            autoComplete="off"
            aria-label={t.entryOf(member.name)}
            aria-invalid={wrong || undefined}
            value={typed}
            onChange={({ target }) => setTyped(target.value)}
            onKeyDown={press}
            onBlur={save}
          />
          {wrong ? (
            <span className="error">{t.wrong}</span>
          ) : kept !== '' && kept === text ? (
            <span className="small mute">{t.kept}</span>
          ) : null}
        </span>
      </td>
    </tr>
  )
}
