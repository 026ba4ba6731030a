// Why not now, and what then: a reason in one key, or in own words.
import { type KeyboardEvent, useId, useState } from 'react'
import { useTexts } from '../../text/language.tsx'
import { TextField } from '../../ui/field.tsx'
import { type Choices, ownWay } from './choices.ts'
import { focusNextOpen } from './focus.ts'
import type { Line, NotProposed } from './lines.ts'
import { words } from './words.ts'

type Props = { readonly choices: Choices; readonly change: (next: (now: Choices) => Choices) => void }

export function WhyNot({ code, choices, change }: Props & { readonly code: string }) {
  const t = useTexts(words)
  const id = useId()
  const reason = choices.reasons[code]
  const [own, setOwn] = useState(reason !== undefined && !t.reasons.includes(reason))
  const set = (said: string): void => change((now) => ({ ...now, reasons: { ...now.reasons, [code]: said } }))
  const take = (index: number): void => {
    const said = t.reasons[index]
    setOwn(said === undefined)
    set(said ?? '')
    if (said !== undefined) focusNextOpen(code)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const index = Number(event.key) - 1
    if (event.altKey || event.ctrlKey || event.metaKey || !(index >= 0 && index <= t.reasons.length)) return
    event.preventDefault()
    event.stopPropagation()
    take(index)
  }
  return (
    <div className="reason" data-reason="">
      <p className="label" id={id}>
        {t.whyNot}
      </p>
      <div className="answers many" role="radiogroup" aria-labelledby={id} onKeyDown={onKeyDown}>
        {[...t.reasons, t.otherReason].map((said, index) => (
          <label className="answer" key={said}>
            <input
              type="radio"
              name={`reason-${code}`}
              checked={index === t.reasons.length ? own : reason === said}
              onChange={() => {
                setOwn(index === t.reasons.length)
                set(t.reasons[index] ?? '')
              }}
            />
            <span>{said}</span>
            <kbd aria-hidden="true">{index + 1}</kbd>
          </label>
        ))}
      </div>
      {own ? (
        <TextField
          label={t.otherReason}
          value={reason ?? ''}
          onChange={({ target }) => set(target.value)}
          onKeyDown={({ key }) => {
            if (key === 'Enter') focusNextOpen(code)
          }}
          maxLength={500}
          autoFocus
        />
      ) : null}
    </div>
  )
}

/** Of an intervention: another of the catalogue, which needs a reason when it was not proposed. Of a follow-up: what is agreed. */
export function Instead({
  line,
  choices,
  change,
  others,
}: Props & { readonly line: Line; readonly others: readonly NotProposed[] }) {
  const t = useTexts(words)
  const id = useId()
  const { code } = line
  const reason = (
    <TextField
      label={line.form === 'followUp' ? t.insteadFollow : t.insteadWhy}
      value={choices.reasons[code] ?? ''}
      onChange={({ target }) => change((now) => ({ ...now, reasons: { ...now.reasons, [code]: target.value } }))}
      onKeyDown={({ key }) => {
        if (key === 'Enter' && line.form === 'followUp') focusNextOpen(code)
      }}
      maxLength={500}
      {...(line.form === 'followUp' ? { 'data-instead': '' } : {})}
    />
  )
  if (line.form === 'followUp') return <div className="reason">{reason}</div>
  return (
    <div className="reason stack-tight">
      <div className="field">
        <label htmlFor={id}>{t.insteadWhat}</label>
        <select
          id={id}
          className="select"
          data-instead=""
          value={choices.instead ?? ''}
          onChange={({ target }) => change((now) => ({ ...now, instead: target.value === '' ? null : target.value }))}
        >
          <option value="">{t.choose}</option>
          {others.map(({ code: other, name }) => (
            <option key={other} value={other}>
              {name}
            </option>
          ))}
          <option value={ownWay}>{t.own}</option>
        </select>
      </div>
      {reason}
    </div>
  )
}
