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

export function PersonRow({
  personId,
  born,
  details,
}: {
  readonly personId: string
  readonly born: string
  readonly details: PersonDetails
}) {
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
  const address = [details.street, details.postcode, details.city].filter(Boolean).join(', ')
  return (
    <li>
      <p className="when">
        <small>{born}</small>
      </p>
      <p className="name">{details.name}</p>
      <p className="need">
        {address === '' ? <span className="mute">{t.address}</span> : address}
        {running === undefined ? null : <small>{running.stageWords}</small>}
        {signal.error === null ? null : <WentWrong error={signal.error} />}
      </p>
      {person.data === undefined ? (
        <span />
      ) : running === undefined ? (
        <Button small onPress={() => signal.mutate(newKey())} busy={signal.isPending ? t.saving : false}>
          {t.signal}
        </Button>
      ) : (
        <Link className={buttonClass('plain', true)} to="/cases/$caseId" params={{ caseId: running.caseId }}>
          {t.open}
        </Link>
      )}
    </li>
  )
}
