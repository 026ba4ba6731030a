// Somebody new in the chain: added where one was looking for them, in who is who or while an offer is filled in.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { addContact, ContactBody } from '../../../contract/contacts.ts'
import type { SupplyDesk } from '../../../contract/supply-desk.ts'
import { weekdays } from '../../../domain/supply.ts'
import { weekdayWords } from '../../../domain/supply-words.ts'
import { call, newKey } from '../../api/call.ts'
import { organisationsQuery } from '../../api/supply-queries.ts'
import { useLanguage, useTexts } from '../../text/language.tsx'
import { Combobox } from '../../ui/combobox.tsx'
import { Field, TextField } from '../../ui/field.tsx'
import { words } from './contact-words.ts'
import { InPlace, refusedFields } from './in-place.tsx'

const empty = { organisationId: '', name: '', role: '', phone: '', email: '', askMe: '', days: [] as string[], login: true }
type Typed = typeof empty
const texts = ['name', 'phone', 'email', 'askMe'] as const
const kinds = { phone: 'tel', email: 'email', name: 'text', askMe: 'text' } as const

export function AddContact({
  desk,
  organisationId,
  onStop,
  onDone,
}: {
  readonly desk: SupplyDesk
  /** Undefined: chosen here. */
  readonly organisationId?: string
  readonly onStop: () => void
  readonly onDone: (added: { readonly accountId: string; readonly name: string }) => void
}) {
  const t = useTexts(words)
  const { language } = useLanguage()
  const queries = useQueryClient()
  const organisations = useQuery(organisationsQuery(language))
  const own = desk.edits === 'everything' ? '' : desk.organisationId
  const [typed, setTyped] = useState<Typed>({ ...empty, organisationId: organisationId ?? own })
  const [tried, setTried] = useState(0)
  const save = useMutation({
    mutationFn: async ({ body, key }: { readonly body: ContactBody; readonly key: string }) =>
      (await call(addContact, { body, key })).body,
    onSuccess: async ({ id }) => {
      await queries.invalidateQueries({ queryKey: ['contacts'] })
      onDone({ accountId: id, name: typed.name.trim() })
    },
  })
  const asked = bodyOf(typed)
  const refused = refusedFields(save.error)
  const missing = asked.success || tried === 0 ? [] : asked.error.issues.map(({ path }) => String(path[0]))
  const errorOf = (field: keyof typeof t.missing): string | undefined =>
    missing.includes(field) ? t.missing[field] : refused[field]
  const errors = (Object.keys(t.missing) as (keyof typeof t.missing)[]).flatMap((field) => errorOf(field) ?? [])
  const put = (more: Partial<Typed>): void => {
    setTyped({ ...typed, ...more })
    if (save.error !== null) save.reset()
  }
  const kind = organisations.data?.find((one) => one.organisationId === typed.organisationId)?.organisation.kind ?? 'provider'
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
      {organisationId === undefined && own === '' ? (
        <Combobox
          label={t.organisation}
          empty={t.choose}
          error={errorOf('organisationId')}
          value={typed.organisationId}
          groups={[{ options: namesOf(organisations.data ?? []) }]}
          onChange={(value) => put({ organisationId: value, role: '' })}
        />
      ) : null}
      <Field label={t.role} error={errorOf('role')}>
        {({ id, describedBy, invalid }) => (
          <select
            className="select"
            id={id}
            aria-describedby={describedBy}
            aria-invalid={invalid}
            value={typed.role}
            onChange={({ target }) => put({ role: target.value })}
          >
            <option value="">{t.choose}</option>
            {desk.roles[kind].map(({ code, words: said }) => (
              <option key={code} value={code}>
                {said}
              </option>
            ))}
          </select>
        )}
      </Field>
      {texts.map((field) => (
        <TextField
          key={field}
          label={t[field]}
          optional={field === 'phone' || field === 'askMe' || (field === 'email' && typed.login)}
          inputMode={kinds[field]}
          error={errorOf(field)}
          value={typed[field]}
          onChange={({ target }) => put({ [field]: target.value })}
        />
      ))}
      <fieldset className="field">
        <legend className="label">
          {t.days} <span className="optional">{t.optional}</span>
        </legend>
        <div className="tick-row">
          {weekdays.map((day) => (
            <label className="tick" key={day}>
              <input
                type="checkbox"
                checked={typed.days.includes(day)}
                onChange={({ target }) =>
                  put({ days: target.checked ? [...typed.days, day] : typed.days.filter((one) => one !== day) })
                }
              />
              <span>{weekdayWords[day][language]}</span>
            </label>
          ))}
        </div>
      </fieldset>
      <label className="tick">
        <input type="checkbox" checked={!typed.login} onChange={({ target }) => put({ login: !target.checked })} />
        <span>
          {t.byLink} <small className="mute">{t.byLinkHow}</small>
        </span>
      </label>
    </InPlace>
  )
}

const namesOf = (
  organisations: readonly { readonly organisationId: string; readonly organisation: { readonly name: string } }[],
) =>
  organisations
    .map((one) => ({ value: one.organisationId, words: one.organisation.name }))
    .sort((a, b) => a.words.localeCompare(b.words, 'nl'))

/** Whether it can be sent is the contract's to say. */
function bodyOf({ phone, email, askMe, days, ...rest }: Typed) {
  const given = { phone, email, askMe }
  const filled = Object.entries(given).flatMap(([field, value]) => (value.trim() === '' ? [] : [[field, value.trim()]]))
  return ContactBody.safeParse({
    ...rest,
    organisationId: rest.organisationId === '' ? undefined : rest.organisationId,
    ...Object.fromEntries(filled),
    ...(days.length === 0 ? {} : { days: weekdays.filter((day) => days.includes(day)) }),
  })
}
