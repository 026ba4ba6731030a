// How the sending stands: what was sent stays sent; what was refused says why, with the next best.
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { getCaseOffers, type OfferMatch } from '../../../contract/matching.ts'
import { call } from '../../api/call.ts'
import { shortDate } from '../../text/dates.ts'
import { useLanguage, useTexts } from '../../text/language.tsx'
import { Button, buttonClass } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Note } from '../../ui/note.tsx'
import { Part } from '../../ui/page.tsx'
import { fittingIn } from '../proposal/offers.tsx'
import { aloud } from './aloud.ts'
import { type Group, isDone, type Sending } from './sending.ts'
import { words } from './words.ts'

export function Progress({
  caseId,
  sending,
  replace,
  drop,
}: {
  readonly caseId: string
  readonly sending: Sending
  readonly replace: (group: Group, offer: OfferMatch) => void
  readonly drop: (code: string) => void
}) {
  const t = useTexts(words)
  return (
    <Part id="progress" title={t.progress}>
      <ul className="seen" aria-live="polite">
        {sending.groups.map((group) => (
          <li key={group.code}>
            <p className="row-of">
              <strong>{group.name}</strong>
              <span className="mute">{group.offer?.organisation}</span>
              {isDone(group) ? (
                <span className="yes">
                  <Icon name="tick" />
                  {t.sent}
                </span>
              ) : (
                <span className={group.refusal === null ? 'mute' : 'late'}>{group.refusal === null ? t.waits : t.refused}</span>
              )}
            </p>
            {group.refusal === null ? null : (
              <Refused caseId={caseId} group={group} replace={(offer) => replace(group, offer)} drop={() => drop(group.code)} />
            )}
          </li>
        ))}
      </ul>
    </Part>
  )
}

function Refused({
  caseId,
  group,
  replace,
  drop,
}: {
  readonly caseId: string
  readonly group: Group
  readonly replace: (offer: OfferMatch) => void
  readonly drop: () => void
}) {
  const t = useTexts(words)
  const { language } = useLanguage()
  const refused = group.offer
  const isStale = group.refusal?.code === 'stale'
  const offers = useQuery({
    queryKey: ['offers-now', caseId, group.code, language],
    queryFn: async ({ signal }) => (await call(getCaseOffers, { params: { caseId }, query: { code: group.code }, signal })).body,
    enabled: group.kind !== 'own' && refused !== null && !isStale,
  })
  const next =
    offers.data === undefined
      ? undefined
      : fittingIn(offers.data).find(({ choose }) => choose.offerId !== refused?.offerId || choose.runId !== refused.runId)
  const when = next?.start.on == null ? '' : t.start(shortDate(next.start.on, language))
  return (
    <div className="refused">
      <Note look="bad" alert>
        <p>{isStale ? t.stale : group.refusal?.words}</p>
        {group.refusal?.since.map((what) => (
          <p key={what}>{what}</p>
        ))}
        {next === undefined ? null : (
          <p>
            {t.readFirst} <q lang="nl">{aloud([next.organisation.name])[0]}</q>
          </p>
        )}
        <p className="btns">
          {next === undefined ? null : (
            <Button onPress={() => replace(next)}>{t.other([next.organisation.name, when].filter(Boolean).join(', '))}</Button>
          )}
          <Button look="quiet" onPress={drop}>
            {t.drop}
          </Button>
          <Link className={buttonClass('quiet')} to="/cases/$caseId/proposal" params={{ caseId }}>
            {t.lookAgain}
          </Link>
        </p>
        {offers.data !== undefined && next === undefined ? <p className="mute">{t.noOther}</p> : null}
      </Note>
    </div>
  )
}
