// Add a person and put the person forward: six details, and a warning before the same one is added twice.
import { zodResolver } from '@hookform/resolvers/zod'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useLocation, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { FormProvider, useForm } from 'react-hook-form'
import { openCase } from '../../../contract/cases.ts'
import { addPerson } from '../../../contract/people.ts'
import { soughtBy } from '../../../domain/person-search.ts'
import { call, newKey } from '../../api/call.ts'
import { regionQuery } from '../../api/queries.ts'
import { useTexts } from '../../text/language.tsx'
import { dayIn } from '../../text/typed-dates.ts'
import { Button } from '../../ui/button.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { Page } from '../../ui/page.tsx'
import { Shown, WentWrong } from '../../ui/states.tsx'
import { type Municipality, PersonFields, personErrors } from './person-fields.tsx'
import { Same } from './same.tsx'
import { soughtIn } from './sought.ts'
import { bodyOf, nobodyYet, TypedPerson } from './typed-person.ts'
import { words } from './words.ts'

export function NewPerson() {
  const t = useTexts(words)
  const region = useQuery(regionQuery)
  return (
    <Page title={t.newTitle} lead={t.newLead}>
      <Shown asked={region}>{({ municipalities }) => <Form municipalities={municipalities} />}</Shown>
    </Page>
  )
}

function Form({ municipalities }: { readonly municipalities: readonly Municipality[] }) {
  const t = useTexts(words)
  const navigate = useNavigate()
  const q = useLocation({ select: ({ state }) => soughtIn(state) })
  const [key] = useState(newKey)
  const form = useForm<TypedPerson>({
    resolver: zodResolver(TypedPerson),
    defaultValues: startingFrom(q),
    shouldFocusError: false,
  })
  const { handleSubmit, watch, formState } = form
  const save = useMutation({
    mutationFn: async (typed: TypedPerson) => {
      const { body } = await call(addPerson, { body: bodyOf(typed), key })
      const opening = { personId: body.personId, age: 'unknown', livesAtHome: typed.livesAtHome } as const
      return (await call(openCase, { body: opening, key: `${key}-case` })).body
    },
    onSuccess: ({ caseId }) => navigate({ to: '/cases/$caseId/screening', params: { caseId } }),
  })
  return (
    <FormProvider {...form}>
      <form className="stack" noValidate onSubmit={handleSubmit((typed) => save.mutate(typed))}>
        {formState.submitCount > 0 ? (
          <ErrorSummary title={t.problems} errors={personErrors(formState.errors, t.missing)} />
        ) : null}
        <PersonFields
          municipalities={municipalities}
          afterBirthDate={<Same birthDate={dayIn(watch('birthDate'))} typed={watch()} />}
        />
        {save.error === null ? null : <WentWrong error={save.error} doing />}
        <p className="btns">
          <Button look="main" type="submit" busy={save.isPending ? t.saving : false}>
            {t.save}
          </Button>
        </p>
      </form>
    </FormProvider>
  )
}

/** What was typed to find somebody goes along into its field. */
function startingFrom(typed: string): Partial<TypedPerson> {
  const sought = soughtBy(typed)
  if (sought.kind === 'born') return { ...nobodyYet, birthDate: sought.on.split('-').reverse().join('-') }
  if (sought.kind === 'address') return { ...nobodyYet, postcode: sought.postcode }
  return { ...nobodyYet, name: typed }
}
