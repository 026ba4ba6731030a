// The fields of an offer in their four groups.
import { useQuery } from '@tanstack/react-query'
import type { UseFormRegister } from 'react-hook-form'
import { accessFeatures, offerForms, payerCodes, weekdays } from '../../../domain/supply.ts'
import { accessWords, formWords, payerWords, weekdayWords } from '../../../domain/supply-words.ts'
import type { Words } from '../../../domain/words.ts'
import { regionQuery } from '../../api/queries.ts'
import { contactsQuery, locationsQuery, organisationsQuery } from '../../api/supply-queries.ts'
import { useLanguage, useTexts } from '../../text/language.tsx'
import { Field, TextField } from '../../ui/field.tsx'
import { Part } from '../../ui/page.tsx'
import { words } from './offer-words.ts'
import type { OfferField, TypedOffer } from './typed-offer.ts'

export type FormParts = {
  readonly register: UseFormRegister<TypedOffer>
  readonly typed: TypedOffer
  readonly errorOf: (field: OfferField) => string | undefined
}
type Choice = { readonly value: string; readonly words: string }

export function OfferFields({
  parts,
  wanted,
  ownOnly,
  isNew,
}: {
  readonly parts: FormParts
  readonly wanted: readonly Choice[]
  /** Null: of every provider. */
  readonly ownOnly: string | null
  readonly isNew: boolean
}) {
  const t = useTexts(words)
  const { language } = useLanguage()
  const { typed } = parts
  const organisations = useQuery(organisationsQuery(language))
  const region = useQuery(regionQuery)
  const contacts = useQuery(contactsQuery({}, language))
  const locations = useQuery(locationsQuery(typed.organisationId, language))
  const municipalities = (region.data?.municipalities ?? []).map(({ code, name }) => ({ value: code, words: name }))
  const providers = (organisations.data ?? []).filter(
    ({ organisationId, organisation }) =>
      organisationId === typed.organisationId ||
      (organisation.kind === 'provider' && (ownOnly ?? organisationId) === organisationId),
  )
  const coalitions = (organisations.data ?? []).filter(({ organisation }) => organisation.kind === 'coalition')
  const people = (contacts.data ?? []).map(({ accountId, contact, roleWords }) => ({
    at: contact.organisationId,
    value: accountId,
    words: `${contact.name}, ${roleWords}`,
  }))
  const own = people.filter(({ at }) => at === typed.organisationId)
  const withCoalition = [...own, ...people.filter(({ at }) => coalitions.some(({ organisationId }) => organisationId === at))]
  const said = (table: { readonly [code: string]: Words }, codes: readonly string[]): Choice[] =>
    codes.map((code) => ({ value: code, words: table[code]![language] }))
  return (
    <>
      <Part id="group-what" title={t.what}>
        <div className="fields">
          {isNew ? (
            <Select
              parts={parts}
              field="organisationId"
              label={t.organisation}
              options={providers.map(({ organisationId, organisation }) => ({ value: organisationId, words: organisation.name }))}
            />
          ) : null}
          <Select parts={parts} field="code" label={t.code} options={wanted} />
          <Text parts={parts} field="name" label={t.name} />
          <Field label={t.description} hint={t.descriptionHint} optional>
            {({ id, describedBy }) => (
              <textarea className="area" id={id} aria-describedby={describedBy} {...parts.register('description')} />
            )}
          </Field>
          <Select parts={parts} field="form" label={t.form} options={said(formWords, offerForms)} chosen />
          <Select
            parts={parts}
            field="domain"
            label={t.domain}
            options={Object.entries(t.domains).map(([value, name]) => ({ value, words: name }))}
            chosen
          />
        </div>
      </Part>
      <Part id="group-where" title={t.where}>
        <div className="fields">
          <Select parts={parts} field="municipality" label={t.municipality} options={municipalities} />
          <Ticks parts={parts} field="municipalities" label={t.areas} hint={t.areasHint} options={municipalities} />
          <Text parts={parts} field="moreAreas" label={t.moreAreas} hint={t.moreAreasHint} optional />
          <Select
            parts={parts}
            field="locationId"
            label={t.location}
            optional
            empty={t.noLocation}
            options={(locations.data ?? []).map(({ locationId, location }) => ({
              value: locationId,
              words: `${location.name}, ${location.street} ${location.houseNumber}, ${location.city}`,
            }))}
          />
          <Ticks parts={parts} field="days" label={t.days} options={said(weekdayWords, weekdays)} optional />
          <div className="row-fields">
            <Text parts={parts} field="time" label={t.time} hint={t.timeHint} width="w5" optional />
            <Text parts={parts} field="waitWeeks" label={t.waitWeeks} hint={t.waitHint} width="w3" optional />
          </div>
          <div className="row-fields">
            <Text parts={parts} field="validFrom" label={t.validFrom} hint={t.dayHint} width="w8" />
            <Text parts={parts} field="validUntil" label={t.validUntil} hint={t.dayHint} width="w8" optional />
          </div>
        </div>
      </Part>
      <Part id="group-whom" title={t.forWhom}>
        <div className="fields">
          <div className="row-fields">
            <Text parts={parts} field="minimumAge" label={t.minimumAge} width="w3" optional />
            <Text parts={parts} field="maximumAge" label={t.maximumAge} width="w3" optional />
          </div>
          <Ticks
            parts={parts}
            field="levels"
            label={t.levels}
            optional
            options={Object.entries(t.level).map(([value, name]) => ({ value, words: name }))}
          />
          <Tick parts={parts} field="walksAlone" label={t.walksAlone} />
          <Select
            parts={parts}
            field="sex"
            label={t.sex}
            optional
            chosen
            options={Object.entries(t.sexes).map(([value, name]) => ({ value, words: name }))}
          />
          <Text parts={parts} field="languages" label={t.languages} hint={t.languagesHint} width="w12" />
          <Text parts={parts} field="note" label={t.note} optional />
        </div>
      </Part>
      <Part id="group-practical" title={t.practical}>
        <div className="fields">
          <Select parts={parts} field="contactId" label={t.contact} options={own} />
          <Select parts={parts} field="deputyId" label={t.deputy} options={withCoalition} />
          <Select parts={parts} field="ownerId" label={t.owner} options={withCoalition} />
          <div className="row-fields">
            <Text parts={parts} field="cost" label={t.cost} width="w5" />
            <Select
              parts={parts}
              field="per"
              label={t.per}
              chosen
              options={Object.entries(t.pers).map(([value, name]) => ({ value, words: name }))}
            />
          </div>
          <Select
            parts={parts}
            field="payer"
            label={t.funding}
            empty={t.noPayer}
            optional
            options={said(payerWords, payerCodes)}
          />
          {typed.payer === '' ? null : (
            <>
              <div className="row-fields">
                <Text parts={parts} field="fundingFrom" label={t.fundingFrom} hint={t.dayHint} width="w8" />
                <Text parts={parts} field="fundingUntil" label={t.fundingUntil} hint={t.dayHint} width="w8" optional />
              </div>
              <Tick parts={parts} field="deductible" label={t.deductible} />
            </>
          )}
          <div className="row-fields">
            <Text parts={parts} field="certificate" label={t.certificate} width="w12" optional />
            <Text parts={parts} field="certificateUntil" label={t.certificateUntil} hint={t.dayHint} width="w8" optional />
          </div>
          <Ticks parts={parts} field="access" label={t.access} optional options={said(accessWords, accessFeatures)} />
          <Text parts={parts} field="website" label={t.website} optional />
        </div>
      </Part>
    </>
  )
}

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

const Text = ({ parts, field, label, hint, optional, width }: Shared & { readonly width?: 'w3' | 'w5' | 'w8' | 'w12' }) => (
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

const Select = ({
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

const Ticks = ({ parts, field, label, hint, optional, options }: Shared & { readonly options: readonly Choice[] }) => {
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

const Tick = ({ parts, field, label }: Shared) => (
  <label className="tick">
    <input type="checkbox" {...parts.register(field)} />
    <span>{label}</span>
  </label>
)

function Optional() {
  const { language } = useLanguage()
  return <span className="optional">{language === 'nl' ? '(niet verplicht)' : '(optional)'}</span>
}
