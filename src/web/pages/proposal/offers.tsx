// The local offers for one line: the best three, by a rule that is printed; elsewhere the others; and the gap where nothing fits.
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { type CaseOffers, type OfferMatch, reportUnmetNeed } from '../../../contract/matching.ts'
import { call, newKey } from '../../api/call.ts'
import { useLetterKeys } from '../../keys.ts'
import { shortDate } from '../../text/dates.ts'
import { useLanguage, useTexts } from '../../text/language.tsx'
import { Button, KeyCap } from '../../ui/button.tsx'
import { WentWrong } from '../../ui/states.tsx'
import { words } from './words.ts'

const best = 3

/** Those that fit or may fit, best first. */
export const fittingIn = ({ offers }: CaseOffers): readonly OfferMatch[] => offers.filter(({ fits }) => fits.code !== 'no')

export function Offers({
  found,
  name,
  code,
  chosen,
  choose,
}: {
  readonly found: CaseOffers
  readonly name: string
  readonly code: string
  readonly chosen: string | undefined
  readonly choose: (offer: OfferMatch, advance: boolean) => void
}) {
  const t = useTexts(words)
  const letters = useLetterKeys()
  const [all, setAll] = useState(false)
  const [key] = useState(newKey)
  const gap = useMutation({
    mutationFn: async () =>
      (
        await call(reportUnmetNeed, {
          params: { caseId: found.caseId },
          body: found.unmetNeed?.body ?? { code, reason: 'nothingFits' },
          key,
        })
      ).body,
  })
  const first = fittingIn(found).slice(0, best)
  const beside = found.offers.filter((offer) => !first.includes(offer))
  const shown = all ? [...first, ...beside] : [...first, ...beside.filter(({ offerId }) => offerId === chosen)]
  return (
    <div data-offers="">
      {found.offers.length === 0 ? <p className="mute offers-none">{t.none}</p> : null}
      {found.unmetNeed !== null && found.offers.length > 0 ? <p className="small mute offers-none">{found.words}</p> : null}
      {shown.length === 0 ? null : (
        <fieldset
          className="offers"
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement)) return
            const offer = found.offers.find(({ offerId }) => offerId === (event.target as HTMLInputElement).value)
            if (offer === undefined) return
            event.preventDefault()
            event.stopPropagation()
            choose(offer, true)
          }}
        >
          <legend className="hide">{t.offers(name)}</legend>
          {shown.map((offer) => (
            <OneOffer
              key={offer.offerId}
              offer={offer}
              name={`offer-${code}`}
              chosen={offer.offerId === chosen}
              choose={() => choose(offer, false)}
            />
          ))}
        </fieldset>
      )}
      {found.offers.length === 0 ? null : (
        <details className="small mute ranking">
          <summary>
            {t.ranking}{' '}
            {found.order
              .slice(0, 4)
              .map(({ words: rule }) => lower(rule))
              .join('; ')}
          </summary>
          <ol>
            {found.order.map(({ code: rule, words: said }) => (
              <li key={rule}>{said}</li>
            ))}
          </ol>
        </details>
      )}
      <p className="row-of offers-more">
        {beside.length === 0 ? null : (
          <Button look="quiet" small onPress={() => setAll(!all)} expanded={all}>
            {all ? t.fewer : t.elsewhere(beside.length)}
          </Button>
        )}
        {gap.data === undefined ? (
          <button
            type="button"
            className="btn quiet small"
            data-gap=""
            aria-keyshortcuts={letters ? 'M' : undefined}
            onClick={() => gap.isPending || gap.mutate()}
          >
            {t.gap} <KeyCap keys="M" />
          </button>
        ) : (
          <span role="status">{gap.data.counted ? t.gapReported : t.gapBefore}</span>
        )}
      </p>
      {gap.error === null ? null : <WentWrong error={gap.error} doing />}
    </div>
  )
}

function OneOffer({
  offer,
  name,
  chosen,
  choose,
}: {
  readonly offer: OfferMatch
  readonly name: string
  readonly chosen: boolean
  readonly choose: () => void
}) {
  const t = useTexts(words)
  const { language } = useLanguage()
  const { start, wait, contact, deputy, check, location, access, days, time } = offer
  const begins =
    start.is === 'free' && start.on !== null
      ? t.start(shortDate(start.on, language))
      : wait.weeks !== null
        ? t.waiting(wait.weeks)
        : start.is === 'full'
          ? t.full
          : t.startUnknown
  const places = [start.free === null ? '' : t.free(start.free), start.waiting === 0 ? '' : t.inLine(start.waiting)]
  const when = [days.map(({ words: day }) => day).join(', '), time ?? '']
  const people = [contact === null ? '' : t.contact(contact.name), deputy === null ? t.noDeputy : t.deputy(deputy.name)]
  const fresh = check.lastCheckedOn === null ? t.neverChecked : t.checked(shortDate(check.lastCheckedOn, language))
  return (
    <label className="offer">
      <input type="radio" name={name} value={offer.offerId} checked={chosen} onChange={choose} onClick={choose} />
      <span>
        <strong>{offer.organisation.name}</strong>
        <small>{offer.name}</small>
        <small>{joined(people)}</small>
      </span>
      <span>
        {begins}
        <small>{joined([...places, ...when])}</small>
        <small>{offer.cost.words}</small>
        <small>{offer.payment.words}</small>
      </span>
      <span>
        {capital(offer.nearness.words)}
        <small>{location?.address ?? ''}</small>
        <small>{access.map(({ words: said }) => said).join(', ')}</small>
        <small>{fresh}</small>
        {offer.fits.code === 'yes' ? null : (
          <small className="found">
            {[...offer.whyNot, ...offer.toCheck]
              .slice(0, 2)
              .map(({ words: said }) => said)
              .join(' ')}
          </small>
        )}
      </span>
    </label>
  )
}

const joined = (parts: readonly string[]): string => parts.filter((part) => part !== '').join(', ')
const lower = (text: string): string => `${text.charAt(0).toLowerCase()}${text.slice(1)}`
const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`
