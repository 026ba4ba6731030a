// How it went, in four items: attendance (counted), a test where one was done, the own rating, and what comes next.
import { useState } from 'react'
import type { InboxAssignment } from '../../../contract/inbox.ts'
import { plainNumber } from '../../text/dates.ts'
import { useLanguage, useTexts } from '../../text/language.tsx'
import { Choices, Field, TextField } from '../../ui/field.tsx'
import { type AssignmentWords, words } from './words.ts'

export const nextSteps = ['onTheirOwn', 'elsewhere', 'withUs', 'needsMore'] as const
type NextStep = (typeof nextSteps)[number]

export type Outcome = {
  readonly measure: string
  readonly value: string
  readonly rating: string
  readonly next: NextStep | null
}

type Known = Pick<InboxAssignment, 'reports' | 'dose'>

/** The tests of which this provider knows the start come first: those are done again. */
export const measuresOf = ({ reports }: Known) =>
  [...(reports?.measures ?? [])].sort((a, b) => Number(b.start !== null) - Number(a.start !== null))

export const noOutcome = (item: Known): Outcome => ({
  measure: measuresOf(item)[0]?.code ?? '',
  value: '',
  rating: '',
  next: null,
})

export type OutcomeFault = 'value' | 'rating'

export function outcomeFaults({ value, rating }: Outcome): readonly OutcomeFault[] {
  const typed = rating.trim()
  return [
    ...(value.trim() === '' || numberIn(value) !== null ? [] : (['value'] as const)),
    ...(typed === '' || (/^\d{1,2}$/.test(typed) && Number(typed) <= 10) ? [] : (['rating'] as const)),
  ]
}

/** Null where no number stands in it. */
export const numberIn = (typed: string): number | null =>
  /^\d+(?:[.,]\d+)?$/.test(typed.trim()) ? Number(typed.trim().replace(',', '.')) : null

export function OutcomeFields({
  item,
  outcome,
  faults,
  onChange,
}: {
  readonly item: InboxAssignment
  readonly outcome: Outcome
  readonly faults: readonly OutcomeFault[]
  readonly onChange: (outcome: Outcome) => void
}) {
  const t = useTexts(words)
  const { language } = useLanguage()
  // Of two forms in one page each has its own group of buttons.
  const [name] = useState(() => `next-${crypto.randomUUID()}`)
  const measures = measuresOf(item)
  const chosen = measures.find(({ code }) => code === outcome.measure)
  const before = chosen?.start ?? null
  return (
    <>
      <dl className="facts">
        <dt>{t.attendance}</dt>
        <dd>{item.dose.words}</dd>
      </dl>
      {chosen === undefined ? null : (
        <div className="row-of outcome">
          <Field label={t.test} optional>
            {({ id }) => (
              <select
                className="select"
                id={id}
                value={outcome.measure}
                onChange={({ target }) => onChange({ ...outcome, measure: target.value })}
              >
                {measures.map(({ code, words: said }) => (
                  <option key={code} value={code}>
                    {said}
                  </option>
                ))}
              </select>
            )}
          </Field>
          <TextField
            label={t.testNow(chosen.unit)}
            hint={before === null ? t.testNoStart : t.testStart(plainNumber(before.value, language))}
            error={faults.includes('value') ? t.wrongNumber : undefined}
            optional
            width="w5"
            inputMode="decimal"
            autoComplete="off"
            value={outcome.value}
            onChange={({ target }) => onChange({ ...outcome, value: target.value })}
          />
        </div>
      )}
      <TextField
        label={t.rating}
        hint={t.ratingHint}
        error={faults.includes('rating') ? t.wrongRating : undefined}
        optional
        width="w3"
        inputMode="numeric"
        autoComplete="off"
        value={outcome.rating}
        onChange={({ target }) => onChange({ ...outcome, rating: target.value })}
      />
      <Choices
        label={t.next}
        name={name}
        options={nextSteps.map((value) => ({ value, words: t.nextSteps[value] }))}
        value={outcome.next}
        onChange={(next) => onChange({ ...outcome, next })}
      />
    </>
  )
}

/** What was filled in, as sentences for the report. */
export function outcomeText(item: Known, outcome: Outcome, number: (value: number) => string, t: AssignmentWords): string {
  const test = measuresOf(item).find(({ code }) => code === outcome.measure)
  const value = numberIn(outcome.value)
  const before = test?.start ?? null
  const rating = outcome.rating.trim()
  return [
    test === undefined || value === null
      ? ''
      : t.text.test(test.words, number(value), test.unit, before === null ? null : number(before.value)),
    rating === '' || outcomeFaults({ ...outcome, value: '' }).length > 0 ? '' : t.text.rating(rating),
    outcome.next === null ? '' : t.text.next(t.nextSteps[outcome.next]),
  ]
    .filter((part) => part !== '')
    .join(' ')
}
