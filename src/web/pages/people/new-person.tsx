// Add a person and put the person forward: six details, and a warning before the same one is added twice.
import { zodResolver } from '@hookform/resolvers/zod'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useLocation, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { Controller, useForm } from 'react-hook-form'
import * as z from 'zod'
import { openCase } from '../../../contract/cases.ts'
import { addPerson, type PersonBody } from '../../../contract/people.ts'
import { soughtBy } from '../../../domain/person-search.ts'
import { call, newKey } from '../../api/call.ts'
import { regionQuery } from '../../api/queries.ts'
import { useTexts } from '../../text/language.tsx'
import { dayIn } from '../../text/typed-dates.ts'
import { Button } from '../../ui/button.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { Choices, Field, TextField } from '../../ui/field.tsx'
import { Page } from '../../ui/page.tsx'
import { Shown, WentWrong } from '../../ui/states.tsx'
import { Same } from './same.tsx'
import { words } from './words.ts'

const Typed = z.object({
  name: z.string().trim().min(1),
  birthDate: z.string().refine((typed) => dayIn(typed) !== null),
  sex: z.enum(['F', 'M', 'X']),
  street: z.string().trim(),
  postcode: z.string().refine((typed) => typed.trim() === '' || postcodeIn(typed) !== null),
  city: z.string().trim(),
  municipality: z.string().regex(/^GM\d{4}$/),
  phone: z.string().trim(),
  livesAtHome: z.enum(['yes', 'no', 'unknown']),
})
type Typed = z.infer<typeof Typed>

const postcodeIn = (typed: string): string | null => {
  const [, digits, letters] = /^([1-9]\d{3}) ?([A-Za-z]{2})$/.exec(typed.trim()) ?? []
  return digits === undefined ? null : `${digits} ${letters!.toUpperCase()}`
}

export function NewPerson() {
  const t = useTexts(words)
  const region = useQuery(regionQuery)
  return (
    <Page title={t.newTitle} lead={t.newLead}>
      <Shown asked={region}>{({ municipalities }) => <Form municipalities={municipalities} />}</Shown>
    </Page>
  )
}

function Form({ municipalities }: { readonly municipalities: readonly { readonly code: string; readonly name: string }[] }) {
  const t = useTexts(words)
  const navigate = useNavigate()
  const q = useLocation({ select: ({ state }) => state.sought ?? '' })
  const [key] = useState(newKey)
  const form = useForm<Typed>({ resolver: zodResolver(Typed), defaultValues: startingFrom(q), shouldFocusError: false })
  const { register, control, handleSubmit, watch, formState } = form
  const save = useMutation({
    mutationFn: async (typed: Typed) => {
      const { body } = await call(addPerson, { body: bodyOf(typed), key })
      const opening = { personId: body.personId, age: 'unknown', livesAtHome: typed.livesAtHome } as const
      return (await call(openCase, { body: opening, key: `${key}-case` })).body
    },
    onSuccess: ({ caseId }) => navigate({ to: '/cases/$caseId/screening', params: { caseId } }),
  })
  const missing = (name: keyof typeof t.missing): string | undefined =>
    formState.errors[name] === undefined ? undefined : t.missing[name]
  const errors = (Object.keys(t.missing) as (keyof typeof t.missing)[]).flatMap((name) => missing(name) ?? [])
  return (
    <form className="stack" noValidate onSubmit={handleSubmit((typed) => save.mutate(typed))}>
      {formState.submitCount > 0 ? <ErrorSummary title={t.problems} errors={errors} /> : null}
      <TextField label={t.name} hint={t.nameHint} error={missing('name')} {...register('name')} />
      <TextField
        label={t.birthDate}
        hint={t.birthDateHint}
        error={missing('birthDate')}
        width="w8"
        inputMode="numeric"
        {...register('birthDate')}
      />
      <Same birthDate={dayIn(watch('birthDate'))} typed={watch()} />
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
      {save.error === null ? null : <WentWrong error={save.error} doing />}
      <p className="btns">
        <Button look="main" type="submit" busy={save.isPending ? t.saving : false}>
          {t.save}
        </Button>
      </p>
    </form>
  )
}

/** What was typed to find somebody goes along into its field. */
function startingFrom(typed: string): Partial<Typed> {
  const empty = {
    name: '',
    birthDate: '',
    street: '',
    postcode: '',
    city: '',
    municipality: '',
    phone: '',
    livesAtHome: 'yes' as const,
  }
  const sought = soughtBy(typed)
  if (sought.kind === 'born') return { ...empty, birthDate: sought.on.split('-').reverse().join('-') }
  if (sought.kind === 'address') return { ...empty, postcode: sought.postcode }
  return { ...empty, name: typed }
}

function bodyOf({ livesAtHome: _, birthDate, postcode, street, city, phone, ...typed }: Typed): PersonBody {
  const told = { street, city, phone, postcode: postcodeIn(postcode) ?? '' }
  const filled = Object.fromEntries(Object.entries(told).filter(([, value]) => value !== ''))
  return { ...typed, birthDate: dayIn(birthDate)!, ...filled }
}
