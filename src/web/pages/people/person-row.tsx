// One person who was found: never only a name, and one action: the case that runs, or putting forward.
import { useMutation, useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { openCase } from '../../../contract/cases.ts'
import type { PersonDetails } from '../../../domain/person.ts'
import { call, newKey } from '../../api/call.ts'
import { personQuery } from '../../api/queries.ts'
import { useLanguage, useTexts } from '../../text/language.tsx'
import { Button, buttonClass } from '../../ui/button.tsx'
import { WentWrong } from '../../ui/states.tsx'
import { words } from './words.ts'

type Known = { readonly personId: string; readonly details: PersonDetails }

export function PersonRow({ personId, born, details }: Known & { readonly born: string }) {
  const t = useTexts(words)
  const { running, act, error } = usePersonAct(personId)
  const address = addressOf(details)
  return (
    <li>
      <p className="when">
        <small>{born}</small>
      </p>
      <p className="name">{details.name}</p>
      <p className="need">
        {address === '' ? <span className="mute">{t.address}</span> : address}
        {running === undefined ? null : <small>{running.stageWords}</small>}
        {error === null ? null : <WentWrong error={error} doing />}
      </p>
      {act}
    </li>
  )
}

export const addressOf = ({ street, postcode, city }: Pick<PersonDetails, 'street' | 'postcode' | 'city'>): string =>
  [street, postcode, city].filter(Boolean).join(', ')

/** The case that runs, or putting forward. */
export function usePersonAct(personId: string) {
  const t = useTexts(words)
  const { language } = useLanguage()
  const navigate = useNavigate()
  const person = useQuery(personQuery(personId, language))
  const running = person.data?.cases.find(({ stage }) => stage !== 'closed')
  const signal = useMutation({
    mutationFn: async (key: string) =>
      (await call(openCase, { body: { personId, age: 'unknown', livesAtHome: 'unknown' }, key })).body,
    onSuccess: ({ caseId }) => navigate({ to: '/cases/$caseId/screening', params: { caseId } }),
  })
  const act =
    person.data === undefined ? (
      <span />
    ) : running === undefined ? (
      <Button small onPress={() => signal.mutate(newKey())} busy={signal.isPending ? t.saving : false}>
        {t.signal}
      </Button>
    ) : (
      <Link className={buttonClass('plain', true)} to="/cases/$caseId" params={{ caseId: running.caseId }}>
        {t.open}
      </Link>
    )
  return { running, act, error: signal.error }
}
