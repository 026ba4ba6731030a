// Put somebody forward: who it is, that the person agrees, the fall-risk test for who may record it, and what comes of it.
import { zodResolver } from '@hookform/resolvers/zod'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { FormProvider, useForm } from 'react-hook-form'
import type { Organisation } from '../../../contract/organisations.ts'
import { regionQuery } from '../../api/queries.ts'
import { practicesQuery } from '../../api/supply-queries.ts'
import { screensToo } from '../../navigation.ts'
import { useSession } from '../../session.ts'
import { useLanguage, useTexts } from '../../text/language.tsx'
import { Button } from '../../ui/button.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { Page, Part } from '../../ui/page.tsx'
import { Empty, Shown, WentWrong } from '../../ui/states.tsx'
import { type Municipality, PersonFields, personErrors } from '../people/person-fields.tsx'
import { bodyOf, nobodyYet } from '../people/typed-person.ts'
import { words as personWords } from '../people/words.ts'
import type { Given } from '../screening/answers.tsx'
import { Agrees, PracticeField, TypedSignal } from './practice.tsx'
import { Result } from './result.tsx'
import { type Kept, mayHaveArrived, nothingKept, putForward } from './sending.ts'
import { Test } from './test.tsx'
import { words } from './words.ts'
import '../../theme/screening.css'

export function PutForward() {
  const t = useTexts(words)
  const { language } = useLanguage()
  const region = useQuery(regionQuery)
  const practices = useQuery(practicesQuery(language))
  const [round, setRound] = useState(0)
  return (
    <Page title={t.title} lead={t.lead}>
      <Shown asked={region}>
        {({ municipalities }) => (
          <Shown asked={practices}>
            {(items) =>
              items.length === 0 ? (
                <Empty title={t.noPractice}>{t.noPracticeHow}</Empty>
              ) : (
                <Signal key={round} municipalities={municipalities} practices={items} again={() => setRound(round + 1)} />
              )
            }
          </Shown>
        )}
      </Shown>
    </Page>
  )
}

type Around = {
  readonly municipalities: readonly Municipality[]
  readonly practices: readonly Organisation[]
  readonly again: () => void
}

function Signal({ municipalities, practices, again }: Around) {
  const t = useTexts(words)
  const ofPerson = useTexts(personWords)
  const mayTest = screensToo(useSession()?.role)
  const kept = useRef<Kept>(nothingKept())
  const [tests, setTests] = useState(mayTest)
  const [given, setGiven] = useState<Given>({})
  const [shown, setShown] = useState<string | null>(null)
  const form = useForm<TypedSignal>({
    resolver: zodResolver(TypedSignal),
    defaultValues: { ...nobodyYet, practiceId: '', agrees: false },
    shouldFocusError: false,
  })
  const { handleSubmit, formState, getValues } = form
  const { errors } = formState
  const send = useMutation({
    mutationFn: ({ livesAtHome, practiceId, ...typed }: TypedSignal) =>
      putForward(kept.current, {
        person: { ...bodyOf({ ...typed, livesAtHome }), practiceId },
        livesAtHome,
        today: new Date().toISOString().slice(0, 10),
        facts: tests ? given : null,
      }),
    onSuccess: setShown,
  })
  const complete = (): void => {
    setShown(null)
    requestAnimationFrame(() => document.querySelector<HTMLElement>('[data-first]')?.focus())
  }
  const unsure = mayHaveArrived(send.error)
  const wrong = [
    ...personErrors(errors, ofPerson.missing),
    ...(errors.practiceId === undefined ? [] : [t.missing.practiceId]),
    ...(errors.agrees === undefined ? [] : [t.missing.agrees]),
  ]
  return (
    <FormProvider {...form}>
      {shown === null ? null : <Result caseId={shown} name={getValues('name')} complete={complete} again={again} />}
      {/* Kept while the result is shown: an incomplete test is completed in it. */}
      <form className="stack" noValidate hidden={shown !== null} onSubmit={handleSubmit((typed) => send.mutate(typed))}>
        {formState.submitCount > 0 ? <ErrorSummary title={t.problems} errors={wrong} /> : null}
        <div inert={unsure}>
          <Part id="who-it-is" title={t.who}>
            <div className="stack">
              <PersonFields municipalities={municipalities} />
              <PracticeField practices={practices} municipalities={municipalities} />
            </div>
          </Part>
          <Part id="agreed" title={t.consent}>
            <Agrees says={tests ? t.agreesTest : t.agrees} />
          </Part>
          {mayTest ? <Test tests={tests} setTests={setTests} given={given} change={setGiven} /> : null}
        </div>
        {send.error === null ? null : (
          <>
            <WentWrong error={send.error} doing />
            <WhatIsKept kept={kept.current} />
          </>
        )}
        <p className="btns">
          <Button look="main" type="submit" busy={send.isPending ? t.sending : false}>
            {tests ? t.sendTest : t.send}
          </Button>
        </p>
      </form>
    </FormProvider>
  )
}

function WhatIsKept({ kept: { person, caseId, testBegan } }: { readonly kept: Kept }) {
  const t = useTexts(words)
  const { keptParts } = t
  const parts = [
    ...(person === null ? [] : [keptParts.person]),
    ...(caseId === null ? [] : [keptParts.case]),
    ...(testBegan ? [keptParts.test] : []),
  ]
  return (
    <div className="stack" role="status">
      {parts.length === 0 ? null : (
        <>
          <p>
            <strong>{t.kept}</strong>
          </p>
          <ul className="bullets">
            {parts.map((part) => (
              <li key={part}>{part}</li>
            ))}
          </ul>
        </>
      )}
      <p>{t.keptHow}</p>
    </div>
  )
}
