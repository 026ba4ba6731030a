// Which practice: those of the municipality first, then the others, and that the person agrees.
import { useFormContext } from 'react-hook-form'
import * as z from 'zod'
import type { Organisation } from '../../../contract/organisations.ts'
import { useTexts } from '../../text/language.tsx'
import { Field } from '../../ui/field.tsx'
import { Icon } from '../../ui/icon.tsx'
import type { Municipality } from '../people/person-fields.tsx'
import { TypedPerson } from '../people/typed-person.ts'
import { words } from './words.ts'

export const TypedSignal = TypedPerson.extend({
  practiceId: z.string().min(1),
  agrees: z.boolean().refine((agrees) => agrees),
})
export type TypedSignal = z.infer<typeof TypedSignal>

export function PracticeField({
  practices,
  municipalities,
}: {
  readonly practices: readonly Organisation[]
  readonly municipalities: readonly Municipality[]
}) {
  const t = useTexts(words)
  const { register, watch, formState } = useFormContext<TypedSignal>()
  const chosen = municipalities.find(({ code }) => code === watch('municipality'))
  const sorted = practices.toSorted((a, b) => a.organisation.name.localeCompare(b.organisation.name))
  const here = sorted.filter(({ organisation }) => organisation.municipality === chosen?.code)
  const options = (some: readonly Organisation[]) =>
    some.map(({ organisationId, organisation }) => (
      <option key={organisationId} value={organisationId}>
        {organisation.name}
      </option>
    ))
  return (
    <Field
      label={t.practice}
      hint={t.practiceHint}
      error={formState.errors.practiceId === undefined ? undefined : t.missing.practiceId}
    >
      {({ id, describedBy, invalid }) => (
        <select
          className="select"
          id={id}
          aria-required
          aria-describedby={describedBy}
          aria-invalid={invalid}
          {...register('practiceId')}
        >
          <option value="" />
          {chosen === undefined || here.length === 0 ? (
            options(sorted)
          ) : (
            <>
              <optgroup label={t.here(chosen.name)}>{options(here)}</optgroup>
              <optgroup label={t.elsewhere}>{options(sorted.filter((one) => !here.includes(one)))}</optgroup>
            </>
          )}
        </select>
      )}
    </Field>
  )
}

export function Agrees({ says }: { readonly says: string }) {
  const t = useTexts(words)
  const { register, formState } = useFormContext<TypedSignal>()
  const wrong = formState.errors.agrees !== undefined
  return (
    <div className={wrong ? 'field bad' : 'field'}>
      {wrong ? (
        <p className="error" id="agrees-error">
          <Icon name="warn" />
          {t.missing.agrees}
        </p>
      ) : null}
      <label className="tick">
        <input
          type="checkbox"
          aria-required
          aria-invalid={wrong || undefined}
          aria-describedby={wrong ? 'agrees-error' : undefined}
          {...register('agrees')}
        />
        <span>{says}</span>
      </label>
    </div>
  )
}
