// A form for any command: its fields come from the contract, the choices that only the screen knows are handed in.
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { CommandType } from '../../domain/commands.ts'
import { newKey } from '../api/call.ts'
import { type Done, give } from '../api/commands.ts'
import { useTexts } from '../text/language.tsx'
import { dayIn } from '../text/typed-dates.ts'
import { Button } from '../ui/button.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Choices, Field, TextField } from '../ui/field.tsx'
import { WentWrong } from '../ui/states.tsx'
import { fieldWords } from './field-words.ts'
import { type AskedField, fieldsOf } from './shape.ts'

export type Options = { readonly [field: string]: readonly { readonly value: string; readonly words: string }[] }

export type CommandFormProps = {
  readonly caseId: string
  readonly type: CommandType
  readonly assignmentId?: string
  readonly ifMatch: string
  /** On the button. */
  readonly words: string
  readonly options?: Options
  /** What is known already and not asked. */
  readonly fixed?: { readonly [field: string]: unknown }
  readonly onDone: (done: Done) => void
  readonly onCancel: () => void
}

type Typed = { readonly [field: string]: string | readonly string[] }

export function CommandForm({
  caseId,
  type,
  assignmentId,
  ifMatch,
  words,
  options = {},
  fixed = {},
  onDone,
  onCancel,
}: CommandFormProps) {
  const t = useTexts(fieldWords)
  const [key] = useState(newKey)
  const [typed, setTyped] = useState<Typed>({})
  const [tried, setTried] = useState(false)
  const fields = fieldsOf(type).filter(({ name }) => !(name in fixed))
  const faults = new Map(fields.flatMap((field) => faultOf(field, typed[field.name]) ?? []))
  const send = useMutation({
    mutationFn: () => {
      const told = Object.fromEntries(fields.flatMap((field) => toldOf(field, typed[field.name])))
      const payload = { ...fixed, ...told, ...(assignmentId === undefined ? {} : { assignmentId }) }
      // The fields are those of the schema of this very command.
      return give({ caseId, type, payload: payload as never, ifMatch, key })
    },
    onSuccess: onDone,
  })
  const nameOf = (name: string): string => (t as unknown as { readonly [name: string]: string | undefined })[name] ?? name
  const faultWords = (name: string): string | undefined => {
    const fault = faults.get(name)
    return tried && fault !== undefined ? t[fault] : undefined
  }
  return (
    <form
      className="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        setTried(true)
        if (faults.size === 0) send.mutate()
      }}
    >
      {tried ? (
        <ErrorSummary title={t.problems} errors={[...faults.keys()].map((name) => `${nameOf(name)}: ${faultWords(name)}`)} />
      ) : null}
      {fields.map((field) => (
        <OneField
          key={field.name}
          field={field}
          label={nameOf(field.name)}
          error={faultWords(field.name)}
          value={typed[field.name]}
          options={options[field.name]}
          onChange={(value) => setTyped({ ...typed, [field.name]: value })}
        />
      ))}
      {send.error === null ? null : <WentWrong error={send.error} />}
      <p className="btns">
        <Button type="submit" busy={send.isPending ? t.busy : false}>
          {words}
        </Button>
        <Button look="quiet" onPress={onCancel}>
          {t.cancel}
        </Button>
      </p>
    </form>
  )
}

type OneFieldProps = {
  readonly field: AskedField
  readonly label: string
  readonly error: string | undefined
  readonly value: string | readonly string[] | undefined
  readonly options: Options[string] | undefined
  readonly onChange: (value: string | readonly string[]) => void
}

function OneField({ field: { name, asked, optional }, label, error, value, options, onChange }: OneFieldProps) {
  const t = useTexts(fieldWords)
  const text = typeof value === 'string' ? value : ''
  const shown = { label, error, optional }
  switch (asked.kind) {
    case 'yesNo':
      return (
        <Choices
          {...shown}
          name={name}
          value={text === '' ? null : text}
          onChange={onChange}
          options={[
            { value: 'yes', words: t.yes },
            { value: 'no', words: t.no },
          ]}
        />
      )
    case 'choice': {
      const known: { readonly [value: string]: string } = { yes: t.yes, no: t.no, unknown: t.unknown, ...t.values }
      return (
        <Choices
          {...shown}
          name={name}
          value={text === '' ? null : text}
          onChange={onChange}
          options={asked.values.map((one) => ({ value: one, words: known[one] ?? one }))}
        />
      )
    }
    case 'code':
      if (options !== undefined && asked.several)
        return <Several {...shown} options={options} chosen={Array.isArray(value) ? value : []} onChange={onChange} />
      if (options !== undefined)
        return (
          <Field {...shown}>
            {({ id, describedBy, invalid }) => (
              <select
                className="select"
                id={id}
                aria-describedby={describedBy}
                aria-invalid={invalid}
                value={text}
                onChange={({ target }) => onChange(target.value)}
              >
                <option value="" />
                {options.map((option) => (
                  <option key={option.value} value={option.value}>
                    {option.words}
                  </option>
                ))}
              </select>
            )}
          </Field>
        )
      return <TextField {...shown} value={text} onChange={({ target }) => onChange(target.value)} />
    case 'number':
      return (
        <TextField {...shown} width="w5" inputMode="decimal" value={text} onChange={({ target }) => onChange(target.value)} />
      )
    case 'day':
      return (
        <TextField
          {...shown}
          hint={t.day}
          width="w8"
          inputMode="numeric"
          value={text}
          onChange={({ target }) => onChange(target.value)}
        />
      )
    case 'text':
      return (
        <Field {...shown}>
          {({ id, describedBy, invalid }) => (
            <textarea
              className="area"
              id={id}
              aria-describedby={describedBy}
              aria-invalid={invalid}
              value={text}
              onChange={({ target }) => onChange(target.value)}
            />
          )}
        </Field>
      )
  }
}

function Several({
  label,
  error,
  options,
  chosen,
  onChange,
}: Pick<OneFieldProps, 'label' | 'error'> & {
  readonly options: Options[string]
  readonly chosen: readonly string[]
  readonly onChange: (value: readonly string[]) => void
}) {
  return (
    <fieldset className={error === undefined ? 'field' : 'field bad'}>
      <legend className="label">{label}</legend>
      {error === undefined ? null : <p className="error">{error}</p>}
      {options.map(({ value, words }) => (
        <label className="tick" key={value}>
          <input
            type="checkbox"
            checked={chosen.includes(value)}
            onChange={() => onChange(chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value])}
          />
          <span>{words}</span>
        </label>
      ))}
    </fieldset>
  )
}

type Fault = 'required' | 'wrongDay' | 'wrongNumber'

function faultOf({ name, asked, optional }: AskedField, value: Typed[string] | undefined): [readonly [string, Fault]] | null {
  const empty = value === undefined || value.length === 0 || (typeof value === 'string' && value.trim() === '')
  if (empty) return optional ? null : [[name, 'required']]
  if (asked.kind === 'day' && dayIn(String(value)) === null) return [[name, 'wrongDay']]
  if (asked.kind === 'number' && !/^-?\d+(?:[.,]\d+)?$/.test(String(value).trim())) return [[name, 'wrongNumber']]
  return null
}

function toldOf({ name, asked, emptyAs }: AskedField, value: Typed[string] | undefined): [readonly [string, unknown]] | [] {
  if (value === undefined || value.length === 0) return emptyAs === undefined ? [] : [[name, emptyAs]]
  if (Array.isArray(value)) return [[name, value]]
  const text = String(value).trim()
  if (text === '') return emptyAs === undefined ? [] : [[name, emptyAs]]
  switch (asked.kind) {
    case 'yesNo':
      return [[name, text === 'yes']]
    case 'number':
      return [[name, Number(text.replace(',', '.'))]]
    case 'day':
      return [[name, dayIn(text)]]
    case 'choice':
      return [[name, asked.numbers ? Number(text) : text]]
    default:
      return [[name, text]]
  }
}
