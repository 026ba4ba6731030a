// The fields of an older adult, in the form around them: six details, and where the person lives.
import type { ReactNode } from 'react'
import { Controller, type FieldErrors, useFormContext } from 'react-hook-form'
import { useTexts } from '../../text/language.tsx'
import { Choices, Field, TextField } from '../../ui/field.tsx'
import type { TypedPerson } from './typed-person.ts'
import { words } from './words.ts'

export type Municipality = { readonly code: string; readonly name: string }
type Missing = (typeof words)['nl']['missing']

/** What is wrong, in the order of the fields. */
export const personErrors = (errors: FieldErrors<TypedPerson>, missing: Missing): string[] =>
  (Object.keys(missing) as (keyof Missing)[]).flatMap((name) => (errors[name] === undefined ? [] : [missing[name]]))

export function PersonFields({
  municipalities,
  afterBirthDate,
}: {
  readonly municipalities: readonly Municipality[]
  /** What the birth date brings up. */
  readonly afterBirthDate?: ReactNode
}) {
  const t = useTexts(words)
  const { register, control, formState } = useFormContext<TypedPerson>()
  const missing = (name: keyof Missing): string | undefined =>
    formState.errors[name] === undefined ? undefined : t.missing[name]
  return (
    <>
      <TextField label={t.name} hint={t.nameHint} error={missing('name')} {...register('name')} />
      <TextField
        label={t.birthDate}
        hint={t.birthDateHint}
        error={missing('birthDate')}
        width="w8"
        inputMode="numeric"
        {...register('birthDate')}
      />
      {afterBirthDate}
      <Controller
        control={control}
        name="sex"
        render={({ field }) => (
          <Choices
            label={t.sex}
            name="sex"
            error={missing('sex')}
            value={field.value ?? null}
            onChange={field.onChange}
            options={[
              { value: 'F', words: t.F },
              { value: 'M', words: t.M },
              { value: 'X', words: t.X },
            ]}
          />
        )}
      />
      <TextField label={t.street} optional {...register('street')} />
      <TextField label={t.postcode} optional error={missing('postcode')} width="w5" {...register('postcode')} />
      <TextField label={t.city} optional {...register('city')} />
      <Field label={t.municipality} error={missing('municipality')}>
        {({ id, describedBy, invalid }) => (
          <select className="select" id={id} aria-describedby={describedBy} aria-invalid={invalid} {...register('municipality')}>
            <option value="" />
            {municipalities.map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </select>
        )}
      </Field>
      <TextField label={t.phone} optional inputMode="tel" width="w12" {...register('phone')} />
      <Controller
        control={control}
        name="livesAtHome"
        render={({ field }) => (
          <Choices
            label={t.livesAtHome}
            name="livesAtHome"
            value={field.value}
            onChange={field.onChange}
            options={[
              { value: 'yes', words: t.yes },
              { value: 'no', words: t.no },
              { value: 'unknown', words: t.unknown },
            ]}
          />
        )}
      />
    </>
  )
}
