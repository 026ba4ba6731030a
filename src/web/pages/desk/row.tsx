// One row of the coordinator's work: since or until when, about whom or what, why it is here, and the one act that helps.
import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { acknowledgeAbsence } from '../../../contract/absences.ts'
import { type DeskLine, lookAtGaps } from '../../../contract/coordinator-desk.ts'
import { resendDelivery } from '../../../contract/messages.ts'
import { call, newKey } from '../../api/call.ts'
import { daysFrom, shortDate } from '../../text/dates.ts'
import { useLanguage, useTexts } from '../../text/language.tsx'
import { Button, buttonClass } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { WentWrong } from '../../ui/states.tsx'
import { HandOver } from './hand-over.tsx'
import { words } from './words.ts'

type Of<Kind extends DeskLine['kind']> = Extract<DeskLine, { kind: Kind }>
type Words = typeof words.nl

export function DeskRow({
  line,
  today,
  onDone,
}: {
  readonly line: DeskLine
  readonly today: string
  readonly onDone: (said: string) => void
}) {
  const t = useTexts(words)
  const { language } = useLanguage()
  const on = (day: string) => shortDate(day, language)
  const inside = (): ReactNode => {
    switch (line.kind) {
      case 'nobody':
        return <Nobody line={line} today={today} t={t} onDone={onDone} />
      case 'passed':
        return <PassedOn line={line} today={today} t={t} onDone={onDone} />
      case 'givenUp':
        return (
          <>
            <When top={on(line.createdOn)} small={t.since} />
            <p className="name">{line.to}</p>
            <p className="need">
              {line.about}
              <small>{line.lastFault ?? t.channels[line.channel]}</small>
            </p>
            <Act
              label={`${t.resend}: ${line.to}`}
              words={t.resend}
              busy={t.sending}
              act={(key) => call(resendDelivery, { params: { deliveryId: line.id }, body: {}, key })}
              onDone={() => onDone(t.resent(line.to))}
            />
          </>
        )
      case 'handover':
        return <Handover line={line} on={on} t={t} onDone={onDone} />
      case 'leaver':
        return <Leaver line={line} t={t} onDone={onDone} />
      case 'gap':
        return (
          <>
            <When top={`${line.count}×`} small={t.last(on(line.lastOn))} />
            <p>
              <Link className="name" to="/supply" search={{ code: line.code.code, municipality: line.municipality.code }}>
                {line.code.words}
              </Link>
            </p>
            <p className="need">
              {line.municipality.words}
              <small>{line.reasons.join('; ')}</small>
            </p>
            <Act
              label={`${t.looked}: ${line.code.words}, ${line.municipality.words}`}
              words={t.looked}
              busy={t.saving}
              act={(key) =>
                call(lookAtGaps, {
                  body: { code: line.code.code, municipality: line.municipality.code, upTo: line.lastAt },
                  key,
                })
              }
              onDone={() => onDone(t.lookedAt(line.code.words, line.municipality.words))}
            />
          </>
        )
      case 'unchecked':
        return (
          <>
            <When
              top={line.lastCheckedOn === null ? t.never : t.months(Math.floor(daysFrom(line.lastCheckedOn, today) / 30.4))}
              small={t.checked}
            />
            <p>
              <Link className="name" to="/supply/$offerId" params={{ offerId: line.id }}>
                {line.name}
              </Link>
            </p>
            <p className="need">
              {line.organisationName}, {line.municipalityName}
              <small>
                {line.owner === null ? t.noOwner : t.owner(line.owner.name)}{' '}
                {line.owner?.phone == null ? null : <Phone number={line.owner.phone} />}
              </small>
            </p>
            <Link className={buttonClass('plain')} to="/supply/$offerId" params={{ offerId: line.id }}>
              {t.check}
              <span className="hide">: {line.name}</span>
            </Link>
          </>
        )
    }
  }
  return <li data-line={`${line.kind} ${line.id}`}>{inside()}</li>
}

const When = ({ top, small, late = false }: { readonly top: string; readonly small: string; readonly late?: boolean }) => (
  <p className={late ? 'when late' : 'when'}>
    {top}
    <small>{small}</small>
  </p>
)

const Phone = ({ number }: { readonly number: string }) => (
  <a className="nowrap" href={`tel:${number.replaceAll(/[^\d+]/g, '')}`}>
    {number}
  </a>
)

function Due({ day, today, t }: { readonly day: string | null; readonly today: string; readonly t: Words }) {
  if (day === null) return <When top="–" small={t.noDue} />
  const days = daysFrom(today, day)
  return days < 0 ? <When top={t.days(-days)} small={t.late} late /> : <When top={t.days(days)} small={t.left} />
}

type About<Kind extends DeskLine['kind']> = {
  readonly line: Of<Kind>
  readonly t: Words
  readonly onDone: (said: string) => void
}

function Nobody({ line, today, t, onDone }: About<'nobody'> & { readonly today: string }) {
  const { caseId, state, owner, work, nextDueOn } = line
  return (
    <>
      <Due day={nextDueOn} today={today} t={t} />
      <p className="name">
        <Link to="/cases/$caseId" params={{ caseId }}>
          {t.caseNumber(caseId)}
        </Link>
      </p>
      <p className="need">
        {t.works[work]}, {state.words}
        <small>{owner === null ? t.nobodyNamed : `${owner.name} ${whyOf(owner, t)}`}</small>
      </p>
      {owner?.gone == null ? <ToCase caseId={caseId} t={t} /> : <HandOver gone={owner.gone} onDone={onDone} />}
    </>
  )
}

/** Who got the work may not be there any more either. */
const whyOf = ({ accountId, whyWords, gone }: NonNullable<Of<'passed'>['owner']>, t: Words): string =>
  gone === null || gone.accountId === accountId ? whyWords : `${whyWords}; ${t.goneToo(gone.name)}`

const ToCase = ({ caseId, t }: { readonly caseId: string; readonly t: Words }) => (
  <Link className={buttonClass('plain')} to="/cases/$caseId" params={{ caseId }}>
    {t.open}
    <span className="hide">: {caseId}</span>
  </Link>
)

function PassedOn({ line, today, t, onDone }: About<'passed'> & { readonly today: string }) {
  const { owner, assignments, cases, caseIds, nextDueOn } = line
  return (
    <>
      <Due day={nextDueOn} today={today} t={t} />
      <p className="name">{owner === null ? t.nobodyNamed : owner.name}</p>
      <p className="need">
        {owner === null ? t.waits(assignments, cases) : `${whyOf(owner, t)}; ${t.waits(assignments, cases)}`}
        <small>
          {t.caseNumbers}{' '}
          {caseIds.map((caseId, at) => (
            <span key={caseId}>
              {at === 0 ? '' : ', '}
              <Link to="/cases/$caseId" params={{ caseId }}>
                {caseId}
              </Link>
            </span>
          ))}
        </small>
      </p>
      {owner?.gone != null ? (
        <HandOver gone={owner.gone} onDone={onDone} />
      ) : owner?.present === true ? (
        <Link className={buttonClass('plain')} to="/who" search={{ who: owner.accountId, act: 'absence' }}>
          {t.arrange}
          <span className="hide">: {owner.name}</span>
        </Link>
      ) : (
        <ToCase caseId={caseIds[0]!} t={t} />
      )}
    </>
  )
}

function Handover({
  line,
  on,
  t,
  onDone,
}: {
  readonly line: Of<'handover'>
  readonly on: (day: string) => string
  readonly t: Words
  readonly onDone: (said: string) => void
}) {
  const { id, etag, name, replacement, fromOn, untilOn, note, mayAcknowledge } = line
  return (
    <>
      <When top={on(fromOn)} small={untilOn === null ? t.forGood : t.until(on(untilOn))} />
      <p className="name">{name}</p>
      <p className="need">
        {mayAcknowledge ? t.toYou : t.toOther(replacement.name)}
        {note === null ? null : <small className="text">{note}</small>}
      </p>
      {mayAcknowledge ? (
        <Act
          label={`${t.read}: ${name}`}
          words={t.read}
          busy={t.saving}
          act={(key) => call(acknowledgeAbsence, { params: { absenceId: id }, body: {}, ifMatch: etag, key })}
          onDone={() => onDone(t.acknowledged)}
        />
      ) : replacement.phone === null ? (
        <Link className={buttonClass('plain')} to="/who" search={{ who: replacement.accountId }}>
          {t.find}
          <span className="hide">: {replacement.name}</span>
        </Link>
      ) : (
        <a className={buttonClass('plain')} href={`tel:${replacement.phone.replaceAll(/[^\d+]/g, '')}`}>
          <Icon name="phone" />
          {t.phone(replacement.name)}
        </a>
      )}
    </>
  )
}

function Leaver({ line: { name, gone, offers }, t, onDone }: About<'leaver'>) {
  const [first] = offers
  return (
    <>
      <When top={String(offers.length)} small={t.offers} />
      <p className="name">{name}</p>
      <p className="need">
        {t.noSuccessor}
        <small>
          {offers.map((offer, at) => (
            <span key={offer.offerId}>
              {at === 0 ? '' : ', '}
              <Link to="/supply/$offerId" params={{ offerId: offer.offerId }}>
                {offer.name}
              </Link>
            </span>
          ))}
        </small>
      </p>
      {gone === null ? (
        <Link className={buttonClass('plain')} to="/supply/$offerId" params={{ offerId: first!.offerId }}>
          {t.appoint}
          <span className="hide">: {first!.name}</span>
        </Link>
      ) : (
        <HandOver gone={gone} onDone={onDone} />
      )}
    </>
  )
}

function Act({
  label,
  words: said,
  busy,
  act,
  onDone,
}: {
  readonly label: string
  readonly words: string
  readonly busy: string
  readonly act: (key: string) => Promise<unknown>
  readonly onDone: () => void
}) {
  const doing = useMutation({ mutationFn: act, onSuccess: onDone })
  return (
    <>
      <Button label={label} onPress={() => doing.mutate(newKey())} busy={doing.isPending ? busy : false}>
        {said}
      </Button>
      {doing.error === null ? null : (
        <div className="whole">
          <WentWrong error={doing.error} />
        </div>
      )}
    </>
  )
}
