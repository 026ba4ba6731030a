// Fields of ordinary forms: the label above, the hint under it, the error above what is typed; optional ones say so.
import { type InputHTMLAttributes, type ReactNode, useId } from 'react'
import { texts, useTexts } from '../text/language.tsx'
import { Icon } from './icon.tsx'

const words = texts({ optional: '(niet verplicht)' }, { optional: '(optional)' })

export type FieldProps = {
  readonly label: string
  readonly hint?: string
  readonly error?: string | undefined
  readonly optional?: boolean
  /** In digits, of the widths of the theme. */
  readonly width?: 'w2' | 'w3' | 'w5' | 'w8' | 'w12'
}

/** Around any control: it is handed the id and what describes it. */
export function Field({
  label,
  hint,
  error,
  optional = false,
  children,
}: FieldProps & {
  readonly children: (given: {
    readonly id: string
    readonly describedBy: string | undefined
    readonly invalid: true | undefined
  }) => ReactNode
}) {
  const t = useTexts(words)
  const id = useId()
  const describedBy = [hint === undefined ? '' : `${id}-hint`, error === undefined ? '' : `${id}-error`].filter(Boolean).join(' ')
  return (
    <div className={error === undefined ? 'field' : 'field bad'}>
      <label htmlFor={id}>
        {label} {optional ? <span className="optional">{t.optional}</span> : null}
      </label>
      {hint === undefined ? null : (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error === undefined ? null : (
        <p className="error" id={`${id}-error`}>
          <Icon name="warn" />
          {error}
        </p>
      )}
      {children({
        id,
        describedBy: describedBy === '' ? undefined : describedBy,
        invalid: error === undefined ? undefined : true,
      })}
    </div>
  )
}

export function TextField({ label, hint, error, optional, width, ...input }: FieldProps & InputHTMLAttributes<HTMLInputElement>) {
  return (
    <Field label={label} {...(hint === undefined ? {} : { hint })} error={error} optional={optional ?? false}>
      {({ id, describedBy, invalid }) => (
        <input
          {...input}
          id={id}
          className={width === undefined ? 'input' : `input ${width}`}
          aria-describedby={describedBy}
          aria-invalid={invalid}
          aria-required={optional === true ? undefined : true}
          autoComplete="off"
        />
      )}
    </Field>
  )
}

/** A choice of a few, all of them visible. */
export function Choices<Value extends string>({
  label,
  hint,
  error,
  name,
  options,
  value,
  onChange,
}: FieldProps & {
  readonly name: string
  readonly options: readonly { readonly value: Value; readonly words: string; readonly note?: string }[]
  readonly value: Value | null
  readonly onChange: (value: Value) => void
}) {
  const id = useId()
  return (
    <fieldset
      className={error === undefined ? 'field' : 'field bad'}
      aria-describedby={error === undefined ? undefined : `${id}-error`}
    >
      <legend className="label">{label}</legend>
      {hint === undefined ? null : <p className="hint">{hint}</p>}
      {error === undefined ? null : (
        <p className="error" id={`${id}-error`}>
          <Icon name="warn" />
          {error}
        </p>
      )}
      {options.map((option) => (
        <label className="tick" key={option.value}>
          <input type="radio" name={name} checked={value === option.value} onChange={() => onChange(option.value)} />
          <span>
            {option.words}
            {option.note === undefined ? null : <small className="mute"> {option.note}</small>}
          </span>
        </label>
      ))}
    </fieldset>
  )
}
