// One person of the chain: what to ask, how to reach, when there, who stands in; and what may be arranged for this person.
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { type Absence, cancelAbsence } from '../../../contract/absences.ts'
import type { Contact } from '../../../contract/contacts.ts'
import type { SupplyDesk } from '../../../contract/supply-desk.ts'
import type { Language } from '../../../domain/words.ts'
import { call, newKey } from '../../api/call.ts'
import { useSession } from '../../session.ts'
import { shortDate } from '../../text/dates.ts'
import { useLanguage, useTexts } from '../../text/language.tsx'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { WentWrong } from '../../ui/states.tsx'
import { AbsenceForm } from './absence-form.tsx'
import { LeaveForm } from './leave-form.tsx'
import { words } from './words.ts'

export type Act = 'absence' | 'leave'

export function ContactRow({
  contact,
  everybody,
  absences,
  desk,
  act,
  onAct,
  onDone,
}: {
  readonly contact: Contact
  readonly everybody: readonly Contact[]
  readonly absences: readonly Absence[]
  readonly desk: SupplyDesk
  readonly act: Act | null
  readonly onAct: (act: Act | null) => void
  readonly onDone: (words: string) => void
}) {
  const t = useTexts(words)
  const { language } = useLanguage()
  const session = useSession()
  const { name, phone, email, askMe, login, organisationId } = contact.contact
  const arranges =
    desk.arranges.everybody || desk.arranges.organisations.includes(organisationId) || session?.accountId === contact.accountId
  const form = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (act !== null) form.current?.querySelector<HTMLElement>('input')?.focus()
  }, [act])
  const leaving = absences.some(({ kind }) => kind === 'departure') || contact.leftOn !== null
  return (
    <li className="somebody">
      <span className="face" aria-hidden="true">
        {initialsOf(name)}
      </span>
      <div>
        <h3>{name}</h3>
        <p className="mute">
          {contact.roleWords}
          {login ? '' : `, ${t.byLink}`}
          {contact.addedOn === null ? '' : `, ${t.since(shortDate(contact.addedOn, language))}`}
        </p>
      </div>
      <div>
        {askMe === undefined ? null : (
          <p>
            <span className="hide">{t.ask}: </span>
            {askMe}
          </p>
        )}
        <p className="small mute">
          {t.days}: {daysIn(contact.daysWords, language) ?? t.anyDay}
        </p>
        {absences.map((absence) => (
          <AbsenceLine key={absence.absenceId} absence={absence} today={desk.today} onDone={onDone} />
        ))}
      </div>
      <p className="reach">
        {phone === undefined ? null : (
          <a className="nowrap" href={`tel:${phone.replaceAll(/[^\d+]/g, '')}`}>
            {phone}
          </a>
        )}
        {email === undefined ? null : <a href={`mailto:${email}`}>{email}</a>}
      </p>
      {!arranges || leaving || act !== null ? null : (
        <p className="btns row-acts">
          <Button small label={`${t.report}: ${name}`} onPress={() => onAct('absence')}>
            {t.report}
          </Button>
          <Button look="quiet" small label={`${t.leave}: ${name}`} onPress={() => onAct('leave')}>
            {t.leave}
          </Button>
        </p>
      )}
      {act === null ? null : (
        <div className="whole" ref={form}>
          {act === 'absence' ? (
            <AbsenceForm contact={contact} everybody={everybody} onStop={() => onAct(null)} onDone={onDone} />
          ) : (
            <LeaveForm contact={contact} everybody={everybody} onStop={() => onAct(null)} onDone={onDone} />
          )}
        </div>
      )}
    </li>
  )
}

function AbsenceLine({
  absence,
  today,
  onDone,
}: {
  readonly absence: Absence
  readonly today: string
  readonly onDone: (words: string) => void
}) {
  const t = useTexts(words)
  const { language } = useLanguage()
  const queries = useQueryClient()
  const cancel = useMutation({
    mutationFn: (key: string) =>
      call(cancelAbsence, { params: { absenceId: absence.absenceId }, body: {}, ifMatch: absence.etag, key }),
    onSuccess: () => {
      for (const queryKey of [['absences'], ['contacts']]) void queries.invalidateQueries({ queryKey })
      onDone(t.cancelled(absence.name))
    },
  })
  return (
    <p className="away-line">
      <Icon name="calendar" />
      <span>
        {saidOf(absence, today, (day) => shortDate(day, language), t)}{' '}
        <small className="mute">{absence.acknowledgedAt === null ? t.unread : t.read}</small>{' '}
        {absence.allowed.includes('cancel') ? (
          <Button
            look="quiet"
            small
            label={`${t.cancel}: ${absence.name}`}
            onPress={() => cancel.mutate(newKey())}
            busy={cancel.isPending ? t.cancelling : false}
          >
            {t.cancel}
          </Button>
        ) : null}
        {cancel.error === null ? null : <WentWrong error={cancel.error} />}
      </span>
    </p>
  )
}

function saidOf(
  { kind, fromOn, untilOn, replacementName }: Absence,
  today: string,
  on: (day: string) => string,
  t: typeof words.nl,
): string {
  if (kind === 'departure') return t.leaves(on(fromOn), replacementName)
  if (untilOn === null) return t.awayOpen(replacementName)
  return fromOn <= today ? t.awayNow(on(untilOn), replacementName) : t.awayLater(on(fromOn), on(untilOn), replacementName)
}

const initialsOf = (name: string): string =>
  name
    .split(' ')
    .filter((part) => /^\p{Lu}/u.test(part))
    .map((part) => part.charAt(0))
    .slice(0, 2)
    .join('')

/** Days have a capital in English and none in Dutch. */
const daysIn = (days: string | null, language: Language): string | undefined =>
  language === 'nl' ? days?.toLowerCase() : (days ?? undefined)
