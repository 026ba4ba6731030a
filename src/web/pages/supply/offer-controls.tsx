// The controls of the form of an offer: each knows its field, its error and whether it may stay empty.
import type { UseFormRegister } from 'react-hook-form'
import { useLanguage, useTexts } from '../../text/language.tsx'
import { Button } from '../../ui/button.tsx'
import { Combobox, type NamedGroup } from '../../ui/combobox.tsx'
import { Field, TextField } from '../../ui/field.tsx'
import { words } from './offer-words.ts'
import type { OfferField, TypedOffer } from './typed-offer.ts'

export type FormParts = {
  readonly register: UseFormRegister<TypedOffer>
  readonly typed: TypedOffer
  readonly errorOf: (field: OfferField) => string | undefined
  readonly put: (field: NamedField, value: string) => void
}
/** A field that is chosen from names. */
export type NamedField = 'organisationId' | 'locationId' | 'contactId' | 'deputyId' | 'ownerId'
export type Choice = { readonly value: string; readonly words: string }

type Shared = {
  readonly parts: FormParts
  readonly field: OfferField
  readonly label: string
  readonly hint?: string
  readonly optional?: boolean
}

const numeric: readonly OfferField[] = [
  'waitWeeks',
  'minimumAge',
  'maximumAge',
  'validFrom',
  'validUntil',
  'fundingFrom',
  'fundingUntil',
  'certificateUntil',
  'time',
]

export const Text = ({
  parts,
  field,
  label,
  hint,
  optional,
  width,
}: Shared & { readonly width?: 'w3' | 'w5' | 'w8' | 'w12' }) => (
  <TextField
    label={label}
    optional={optional ?? false}
    error={parts.errorOf(field)}
    inputMode={numeric.includes(field) ? 'numeric' : field === 'cost' ? 'decimal' : 'text'}
    {...(hint === undefined ? {} : { hint })}
    {...(width === undefined ? {} : { width })}
    {...parts.register(field)}
  />
)

export const Names = ({
  parts,
  field,
  label,
  optional,
  groups,
  empty,
}: Pick<Shared, 'parts' | 'label' | 'optional'> & {
  readonly field: NamedField
  readonly groups: readonly NamedGroup[]
  readonly empty?: string
}) => {
  const t = useTexts(words)
  return (
    <Combobox
      label={label}
      optional={optional ?? false}
      error={parts.errorOf(field)}
      empty={empty ?? t.choose}
      groups={groups}
      value={parts.typed[field]}
      onChange={(value) => parts.put(field, value)}
    />
  )
}

export const More = ({ words: said, onPress }: { readonly words: string; readonly onPress: () => void }) => (
  <p>
    <Button small onPress={onPress}>
      {said}
    </Button>
  </p>
)

export const Select = ({
  parts,
  field,
  label,
  hint,
  optional,
  options,
  empty,
  chosen = false,
}: Shared & {
  readonly options: readonly Choice[]
  readonly empty?: string /** One of them is always chosen. */
  readonly chosen?: boolean
}) => {
  const t = useTexts(words)
  return (
    <Field label={label} optional={optional ?? false} error={parts.errorOf(field)} {...(hint === undefined ? {} : { hint })}>
      {({ id, describedBy, invalid }) => (
        <select
          // The options come later than what is chosen: only then can the field show it.
          key={options.length}
          className="select"
          id={id}
          aria-describedby={describedBy}
          aria-invalid={invalid}
          {...parts.register(field)}
        >
          {chosen ? null : <option value="">{empty ?? t.choose}</option>}
          {options.map((one) => (
            <option key={one.value} value={one.value}>
              {one.words}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}

export const Ticks = ({ parts, field, label, hint, optional, options }: Shared & { readonly options: readonly Choice[] }) => {
  const error = parts.errorOf(field)
  return (
    <fieldset className={error === undefined ? 'field' : 'field bad'}>
      <legend className="label">
        {label} {optional ? <Optional /> : null}
      </legend>
      {hint === undefined ? null : <p className="hint">{hint}</p>}
      {error === undefined ? null : <p className="error">{error}</p>}
      <div className="tick-row">
        {options.map((one) => (
          <label className="tick" key={one.value}>
            <input type="checkbox" value={one.value} {...parts.register(field)} />
            <span>{one.words}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}

export const Tick = ({ parts, field, label }: Shared) => (
  <label className="tick">
    <input type="checkbox" {...parts.register(field)} />
    <span>{label}</span>
  </label>
)

function Optional() {
  const { language } = useLanguage()
  return <span className="optional">{language === 'nl' ? '(niet verplicht)' : '(optional)'}</span>
}
