// A colleague leaves: one act with a successor, and in sight what moves along.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { leaveContact } from '../../../contract/absences.ts'
import type { Contact } from '../../../contract/contacts.ts'
import type { Offer } from '../../../contract/offers.ts'
import { call, newKey } from '../../api/call.ts'
import { offersQuery } from '../../api/supply-queries.ts'
import { useLanguage, useTexts } from '../../text/language.tsx'
import { dayIn } from '../../text/typed-dates.ts'
import { Button } from '../../ui/button.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { TextField } from '../../ui/field.tsx'
import { Shown, WentWrong } from '../../ui/states.tsx'
import { ColleagueField, NoteField, refusedAt } from './fields.tsx'
import { words } from './words.ts'

const empty = { on: '', successorId: '', note: '' }
type Name = keyof typeof empty

export function LeaveForm({
  contact,
  everybody,
  onStop,
  onDone,
}: {
  readonly contact: Contact
  readonly everybody: readonly Contact[]
  readonly onStop: () => void
  readonly onDone: (words: string) => void
}) {
  const t = useTexts(words)
  const queries = useQueryClient()
  const { accountId } = contact
  const { name } = contact.contact
  const [typed, setTyped] = useState(empty)
  const [tried, setTried] = useState(0)
  const save = useMutation({
    mutationFn: async (key: string) => {
      const { successorId, note } = typed
      await call(leaveContact, { params: { accountId }, body: { on: dayIn(typed.on)!, successorId, note }, key })
    },
    onSuccess: () => {
      for (const queryKey of [['absences'], ['contacts'], ['offers']]) void queries.invalidateQueries({ queryKey })
      onDone(t.savedLeave(name, everybody.find((one) => one.accountId === typed.successorId)?.contact.name ?? ''))
    },
  })
  const refused = refusedAt(save.error, 'on', 'successorId')
  const missing = (Object.keys(empty) as Name[]).filter((field) =>
    field === 'on' ? dayIn(typed.on) === null : typed[field].trim() === '',
  )
  const errorOf = (field: Name): string | undefined => (tried > 0 && missing.includes(field) ? t.missing[field] : refused[field])
  const errors = (Object.keys(empty) as Name[]).flatMap((field) => errorOf(field) ?? [])
  const put = (field: Name) => (value: string) => {
    setTyped({ ...typed, [field]: value })
    if (save.error !== null) save.reset()
  }
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    setTried(tried + 1)
    if (missing.length === 0 && !save.isPending) save.mutate(newKey())
  }
  return (
    <form className="panel stack" noValidate onSubmit={submit} aria-label={t.leaveTitle(name)}>
      <h4>{t.leaveTitle(name)}</h4>
      <p>{t.leaveHow}</p>
      <Moves accountId={accountId} />
      <ErrorSummary title={t.problems} errors={errors} />
      <TextField
        label={t.leaveOn}
        hint={t.dayHint}
        width="w8"
        inputMode="numeric"
        error={errorOf('on')}
        value={typed.on}
        onChange={({ target }) => put('on')(target.value)}
      />
      <ColleagueField
        label={t.successor}
        contact={contact}
        everybody={everybody}
        error={errorOf('successorId')}
        value={typed.successorId}
        onChange={put('successorId')}
      />
      <NoteField value={typed.note} error={errorOf('note')} onChange={put('note')} />
      {save.error === null || Object.keys(refused).length > 0 ? null : <WentWrong error={save.error} />}
      <p className="btns">
        <Button look="danger" type="submit" busy={save.isPending ? t.saving : false}>
          {t.saveLeave}
        </Button>
        <Button look="quiet" onPress={onStop}>
          {t.stop}
        </Button>
      </p>
    </form>
  )
}

/** Where this person stands in the supply; the open work follows whole. */
function Moves({ accountId }: { readonly accountId: string }) {
  const t = useTexts(words)
  const { language } = useLanguage()
  const offers = useQuery(offersQuery({}, language))
  const asOf = ({ offer }: Offer): string[] => [
    ...(offer.contactId === accountId ? [t.as.contact] : []),
    ...(offer.deputyId === accountId ? [t.as.deputy] : []),
    ...(offer.ownerId === accountId ? [t.as.owner] : []),
  ]
  return (
    <div>
      <p className="label">{t.moves}</p>
      <Shown asked={offers} lines={2}>
        {(items) => {
          const named = items.filter((offer) => asOf(offer).length > 0)
          return (
            <ul className="bullets">
              <li>{t.movesWork}</li>
              {named.length === 0 ? <li>{t.movesNone}</li> : null}
              {named.map((offer) => (
                <li key={offer.offerId}>
                  {offer.offer.name}, {offer.organisationName} <span className="mute">({asOf(offer).join(', ')})</span>
                </li>
              ))}
            </ul>
          )
        }}
      </Shown>
    </div>
  )
}
