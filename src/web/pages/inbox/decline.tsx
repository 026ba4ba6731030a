// Why it cannot go ahead: one of the reasons of the pathway, with the day or the note that it asks for.
import { useState } from 'react'
import type { InboxAssignment } from '../../../contract/inbox.ts'
import { useTexts } from '../../text/language.tsx'
import { dayIn } from '../../text/typed-dates.ts'
import { Button } from '../../ui/button.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { Field, TextField } from '../../ui/field.tsx'
import { Icon } from '../../ui/icon.tsx'
import { actOn, useAct } from './act.ts'
import { ActError } from './first.tsx'
import { capital } from './said.ts'
import { words } from './words.ts'

type Reason = InboxAssignment['declineReasons'][number]
const sides = ['provider', 'person'] as const

export function DeclineForm({
  item,
  start,
  onDone,
  onCancel,
}: {
  readonly item: Pick<InboxAssignment, 'assignmentId' | 'caseId' | 'etag' | 'declineReasons'>
  /** Chosen beforehand. */
  readonly start?: string
  readonly onDone: () => void
  readonly onCancel: () => void
}) {
  const t = useTexts(words)
  const [code, setCode] = useState(start ?? null)
  const [note, setNote] = useState('')
  const [day, setDay] = useState('')
  const [tried, setTried] = useState(false)
  const act = useAct(onDone)
  const reason = item.declineReasons.find((one) => one.code === code)
  const faults = faultsOf(reason, note, day)
  const said = (field: keyof typeof faults): string | undefined => {
    const fault = faults[field]
    return tried && fault !== undefined ? t[fault] : undefined
  }
  const errors = [
    ...(said('reason') === undefined ? [] : [t.chooseReason]),
    ...(['day', 'note'] as const).flatMap((field) => (said(field) === undefined ? [] : [`${t[field]}: ${said(field)}`])),
  ]
  return (
    <form
      className="stack decline"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        setTried(true)
        if (Object.values(faults).some((fault) => fault !== undefined)) return
        const parkUntil = reason?.day === 'none' || day.trim() === '' ? {} : { parkUntil: dayIn(day) }
        act.mutate(actOn(item, 'declineAssignment', { reason: code, ...(note.trim() === '' ? {} : { note }), ...parkUntil }))
      }}
    >
      <ErrorSummary title={t.problems} errors={errors} />
      <fieldset className={said('reason') === undefined ? 'field' : 'field bad'}>
        <legend className="label">{t.declineTitle}</legend>
        {said('reason') === undefined ? null : (
          <p className="error">
            <Icon name="warn" />
            {t.chooseReason}
          </p>
        )}
        {sides.map((side) => (
          <div key={side} className="reasons">
            <p className="small mute">{t.sideOf[side]}</p>
            {item.declineReasons
              .filter((one) => one.side === side)
              .map((one, index) => (
                <label className="tick" key={one.code}>
                  <input
                    type="radio"
                    name={`reason-${item.assignmentId}`}
                    checked={code === one.code}
                    // The form was asked for: what it asks comes next.
                    ref={side === sides[0] && index === 0 && start === undefined ? focused : undefined}
                    onChange={() => setCode(one.code)}
                  />
                  <span>{capital(one.words)}</span>
                </label>
              ))}
          </div>
        ))}
      </fieldset>
      {reason === undefined || reason.day === 'none' ? null : (
        <TextField
          label={t.day}
          hint={t.dayHint}
          error={said('day')}
          optional={reason.day === 'optional'}
          width="w8"
          inputMode="numeric"
          value={day}
          onChange={({ target }) => setDay(target.value)}
        />
      )}
      {reason === undefined ? null : (
        <Field label={t.note} error={said('note')} optional={reason.note === 'optional'}>
          {({ id, describedBy, invalid }) => (
            <textarea
              className="area"
              id={id}
              aria-describedby={describedBy}
              aria-invalid={invalid}
              value={note}
              onChange={({ target }) => setNote(target.value)}
            />
          )}
        </Field>
      )}
      {act.error === null ? null : (
        <ActError error={act.error} assignmentId={item.assignmentId} again={() => act.mutate(act.variables!)} />
      )}
      <p className="btns">
        <Button type="submit" busy={act.isPending ? t.busy : false}>
          {t.sendDecline}
        </Button>
        <Button look="quiet" onPress={onCancel}>
          {t.cancel}
        </Button>
      </p>
    </form>
  )
}

const focused = (element: HTMLInputElement | null): void => element?.focus()

type Fault = 'required' | 'wrongDay'

function faultsOf(
  reason: Reason | undefined,
  note: string,
  day: string,
): { readonly [field in 'reason' | 'note' | 'day']: Fault | undefined } {
  if (reason === undefined) return { reason: 'required', note: undefined, day: undefined }
  const dayFault = (): Fault | undefined => {
    if (reason.day === 'none') return undefined
    if (day.trim() === '') return reason.day === 'required' ? 'required' : undefined
    return dayIn(day) === null ? 'wrongDay' : undefined
  }
  return { reason: undefined, note: reason.note === 'required' && note.trim() === '' ? 'required' : undefined, day: dayFault() }
}
