// A fact that was wrong: which one, what it should be, and why. The old value stays in the timeline.
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { FactDefinition } from '../../../domain/facts.ts'
import type { Rules } from '../../../domain/rules.ts'
import { newKey } from '../../api/call.ts'
import { give } from '../../api/commands.ts'
import { useLanguage, useTexts } from '../../text/language.tsx'
import { Button } from '../../ui/button.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { Choices, Field, TextField } from '../../ui/field.tsx'
import { WentWrong } from '../../ui/states.tsx'
import { textOfValue, valueFrom } from './fact-value.ts'
import { words } from './words.ts'

type CorrectionProps = {
  readonly caseId: string
  readonly facts: { readonly [fact: string]: unknown }
  readonly rules: Rules
  readonly ifMatch: string
  readonly onDone: () => void
  readonly onCancel: () => void
}

export function Correction({ caseId, facts, rules, ifMatch, onDone, onCancel }: CorrectionProps) {
  const t = useTexts(words)
  const { language } = useLanguage()
  const [key] = useState(newKey)
  const [id, setId] = useState('')
  const [typed, setTyped] = useState('')
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  // What is never unknown follows from acts of its own, and is put right there.
  const known = rules.facts.filter((fact) => fact.neverUnknown !== true)
  const fact = known.find((one) => one.id === id)
  const value = fact === undefined ? null : valueFrom(fact, typed)
  const faults = [
    fact === undefined ? t.chooseFact : null,
    fact !== undefined && value === null ? t.fillValue : null,
    reason.trim() === '' ? t.fillReason : null,
  ].filter((one) => one !== null)
  const send = useMutation({
    mutationFn: () =>
      give({ caseId, type: 'correctFact', payload: { fact: id, value: value!.value, reason: reason.trim() }, ifMatch, key }),
    onSuccess: onDone,
  })
  const said = (one: FactDefinition): string => textOfValue(one, facts[one.id], language, t)
  const group = (title: string, some: readonly FactDefinition[]) => (
    <optgroup label={title}>
      {some.map((one) => (
        <option key={one.id} value={one.id}>
          {one.name[language]}
        </option>
      ))}
    </optgroup>
  )
  const isKnown = ({ id: one }: FactDefinition): boolean => facts[one] !== undefined && facts[one] !== 'unknown'
  return (
    <form
      className="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        setTried(true)
        if (faults.length === 0 && !send.isPending) send.mutate()
      }}
    >
      {tried ? <ErrorSummary title={t.correctFaults} errors={faults} /> : null}
      <Field label={t.whichFact} error={tried && fact === undefined ? t.chooseFact : undefined}>
        {({ id: field, describedBy, invalid }) => (
          <select
            className="select"
            id={field}
            aria-describedby={describedBy}
            aria-invalid={invalid}
            value={id}
            onChange={({ target }) => {
              setId(target.value)
              setTyped('')
            }}
          >
            <option value="" />
            {group(t.knownFacts, known.filter(isKnown))}
            {group(
              t.openFacts,
              known.filter((one) => !isKnown(one)),
            )}
          </select>
        )}
      </Field>
      {fact === undefined ? null : (
        <>
          <p>
            {t.nowSays} <strong>{said(fact)}</strong>
          </p>
          <FactField fact={fact} value={typed} error={tried && value === null ? t.fillValue : undefined} onChange={setTyped} />
        </>
      )}
      <TextField
        label={t.whyCorrect}
        error={tried && reason.trim() === '' ? t.fillReason : undefined}
        value={reason}
        onChange={({ target }) => setReason(target.value)}
      />
      <p className="mute small">{t.oldStays}</p>
      {send.error === null ? null : <WentWrong error={send.error} />}
      <p className="btns">
        <Button type="submit" look="main" busy={send.isPending && t.saving}>
          {t.correct}
        </Button>
        <Button look="quiet" onPress={onCancel}>
          {t.cancel}
        </Button>
      </p>
    </form>
  )
}

type FactFieldProps = {
  readonly fact: FactDefinition
  readonly value: string
  readonly error: string | undefined
  readonly onChange: (value: string) => void
}

/** By the kind of the fact, never a code. */
function FactField({ fact, value, error, onChange }: FactFieldProps) {
  const t = useTexts(words)
  const { language } = useLanguage()
  const unknown = fact.required === true ? [] : [{ value: 'unknown', words: t.unknown }]
  const chosen = value === '' ? null : value
  const shown = { label: t.shouldBe, name: 'value', error, value: chosen, onChange }
  switch (fact.kind) {
    case 'yesNo':
      return <Choices {...shown} options={[{ value: 'yes', words: t.yes }, { value: 'no', words: t.no }, ...unknown]} />
    case 'choice':
    case 'codes':
      return (
        <Choices
          {...shown}
          options={[...fact.values.map((one) => ({ value: one, words: fact.says[one]?.[language] ?? one })), ...unknown]}
        />
      )
    case 'number':
      return (
        <>
          <TextField
            label={t.shouldBeIn(fact.unit[language])}
            hint={t.range(fact.min, fact.max)}
            error={error}
            width="w5"
            inputMode={fact.decimals === 0 ? 'numeric' : 'decimal'}
            value={value === fact.orWord || value === 'unknown' ? '' : value}
            onChange={({ target }) => onChange(target.value)}
          />
          {[
            ...(fact.orWord === undefined
              ? []
              : [{ value: fact.orWord, words: fact.says[fact.orWord]?.[language] ?? fact.orWord }]),
            ...unknown,
          ].map((one) => (
            <label className="tick" key={one.value}>
              <input
                type="checkbox"
                checked={value === one.value}
                onChange={() => onChange(value === one.value ? '' : one.value)}
              />
              <span>{one.words}</span>
            </label>
          ))}
        </>
      )
    case 'bloodPressures':
      return (
        <TextField
          label={t.shouldBeIn('mmHg')}
          hint={t.pressureHint}
          error={error}
          width="w12"
          inputMode="text"
          value={value}
          onChange={({ target }) => onChange(target.value)}
        />
      )
  }
}
