// A new place where a provider receives people, added while an offer is filled in.
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { addLocation, LocationBody } from '../../../contract/locations.ts'
import { accessFeatures } from '../../../domain/supply.ts'
import { accessWords } from '../../../domain/supply-words.ts'
import { call, newKey } from '../../api/call.ts'
import { useLanguage, useTexts } from '../../text/language.tsx'
import { Combobox, type Named } from '../../ui/combobox.tsx'
import { TextField } from '../../ui/field.tsx'
import { InPlace, refusedFields } from '../who/in-place.tsx'
import { words } from './location-words.ts'

const empty = { name: '', street: '', houseNumber: '', postcode: '', city: '', municipality: '', access: [] as string[] }
type Typed = typeof empty

export function AddLocation({
  organisationId,
  municipality,
  municipalities,
  onStop,
  onDone,
}: {
  readonly organisationId: string
  /** Where the offer is: most likely the place too. */
  readonly municipality: string
  readonly municipalities: readonly Named[]
  readonly onStop: () => void
  readonly onDone: (locationId: string) => void
}) {
  const t = useTexts(words)
  const { language } = useLanguage()
  const queries = useQueryClient()
  const [typed, setTyped] = useState<Typed>({ ...empty, municipality })
  const [tried, setTried] = useState(0)
  const save = useMutation({
    mutationFn: async ({ body, key }: { readonly body: LocationBody; readonly key: string }) =>
      (await call(addLocation, { body, key })).body,
    onSuccess: async ({ id }) => {
      await queries.invalidateQueries({ queryKey: ['locations'] })
      onDone(id)
    },
  })
  const asked = LocationBody.safeParse({ ...typed, organisationId, postcode: typed.postcode.replaceAll(/\s/g, '').toUpperCase() })
  const refused = refusedFields(save.error)
  const missing = asked.success || tried === 0 ? [] : asked.error.issues.map(({ path }) => String(path[0]))
  const errorOf = (field: keyof typeof t.missing): string | undefined =>
    missing.includes(field) ? t.missing[field] : refused[field]
  const errors = (Object.keys(t.missing) as (keyof typeof t.missing)[]).flatMap((field) => errorOf(field) ?? [])
  const put = (more: Partial<Typed>): void => {
    setTyped({ ...typed, ...more })
    if (save.error !== null) save.reset()
  }
  const text = (field: 'name' | 'street' | 'houseNumber' | 'postcode' | 'city', width?: 'w5' | 'w8') => (
    <TextField
      label={t[field]}
      {...(width === undefined ? {} : { width })}
      error={errorOf(field)}
      value={typed[field]}
      onChange={({ target }) => put({ [field]: target.value })}
    />
  )
  return (
    <InPlace
      title={t.title}
      problems={t.problems}
      errors={errors}
      failure={Object.keys(refused).length > 0 ? null : save.error}
      add={t.add}
      adding={save.isPending ? t.adding : false}
      stop={t.stop}
      onStop={onStop}
      onAdd={() => {
        setTried(tried + 1)
        if (asked.success && !save.isPending) save.mutate({ body: asked.data, key: newKey() })
      }}
    >
      {text('name')}
      <div className="row-fields">
        {text('street')}
        {text('houseNumber', 'w5')}
      </div>
      <div className="row-fields">
        {text('postcode', 'w8')}
        {text('city')}
      </div>
      <Combobox
        label={t.municipality}
        empty={t.choose}
        error={errorOf('municipality')}
        groups={[{ options: municipalities }]}
        value={typed.municipality}
        onChange={(value) => put({ municipality: value })}
      />
      <fieldset className="field">
        <legend className="label">
          {t.access} <span className="optional">{t.optional}</span>
        </legend>
        <div className="tick-row">
          {accessFeatures.map((one) => (
            <label className="tick" key={one}>
              <input
                type="checkbox"
                checked={typed.access.includes(one)}
                onChange={({ target }) =>
                  put({ access: target.checked ? [...typed.access, one] : typed.access.filter((other) => other !== one) })
                }
              />
              <span>{accessWords[one][language]}</span>
            </label>
          ))}
        </div>
      </fieldset>
    </InPlace>
  )
}
