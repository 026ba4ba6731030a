// The form of one offer, with beside it how others will see it and what is missing still.
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import type { OfferBody } from '../../../contract/offers.ts'
import type { SupplyDesk } from '../../../contract/supply-desk.ts'
import { isRefusal } from '../../api/call.ts'
import { contactsQuery } from '../../api/supply-queries.ts'
import { useLanguage, useTexts } from '../../text/language.tsx'
import { Button } from '../../ui/button.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { WentWrong } from '../../ui/states.tsx'
import { OfferFields } from './offer-fields.tsx'
import { OfferPreview } from './offer-preview.tsx'
import { words } from './offer-words.ts'
import { bodyOf, faultsIn, fieldAt, type OfferField, type TypedOffer } from './typed-offer.ts'

export function OfferForm({
  start,
  was,
  desk,
  saving,
  error,
  onSave,
}: {
  readonly start: TypedOffer
  /** Null: a new one. */
  readonly was: OfferBody | null
  readonly desk: SupplyDesk
  readonly saving: boolean
  readonly error: unknown
  readonly onSave: (body: OfferBody) => void
}) {
  const t = useTexts(words)
  const { language } = useLanguage()
  const { register, watch, getValues, setValue } = useForm<TypedOffer>({ defaultValues: start })
  const [tried, setTried] = useState(0)
  const typed = { ...start, ...watch() }
  const contacts = useQuery(contactsQuery({}, language))
  const faults = tried > 0 ? faultsIn(typed) : {}
  const refused = refusedIn(error)
  const errorOf = (field: OfferField): string | undefined => {
    const fault = faults[field]
    return fault === undefined ? refused.fields[field] : t.missing[fault]
  }
  const errors = (Object.keys(start) as OfferField[]).flatMap((field) => errorOf(field) ?? [])
  const submit = (): void => {
    setTried(tried + 1)
    const values = { ...start, ...getValues() }
    if (Object.keys(faultsIn(values)).length === 0 && !saving) onSave(bodyOf(values, was))
  }
  const contact = contacts.data?.find(({ accountId }) => accountId === typed.contactId)?.contact
  return (
    <form
      noValidate
      className="with-aside offer-form"
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <div>
        <ErrorSummary title={t.problems} errors={[...new Set(errors)]} />
        <OfferFields
          parts={{ register, typed, errorOf, put: (field, value) => setValue(field, value, { shouldDirty: true }) }}
          desk={desk}
          isNew={was === null}
        />
        {error === null || refused.count > 0 || isConflict(error) ? null : <WentWrong error={error} />}
        <p className="btns finish">
          <Button look="main" type="submit" busy={saving ? t.saving : false}>
            {was === null ? t.saveNew : t.save}
          </Button>
        </p>
      </div>
      <OfferPreview typed={typed} desk={desk} contact={contact === undefined ? null : contact} />
    </form>
  )
}

export const isConflict = (error: unknown): boolean => isRefusal(error) && error.problem.status === 412

/** By field, in the server's own words. */
function refusedIn(error: unknown): { readonly fields: { readonly [field in OfferField]?: string }; readonly count: number } {
  if (!isRefusal(error) || error.problem.status !== 400) return { fields: {}, count: 0 }
  const placed = error.problem.errors.flatMap(({ pointer, detail }) => {
    const field = fieldAt(pointer)
    return field === undefined ? [] : [[field, detail] as const]
  })
  return { fields: Object.fromEntries(placed), count: placed.length }
}
