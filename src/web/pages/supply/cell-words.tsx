// What each cell of the supply shows.
import type { ReactNode } from 'react'
import type { Offer } from '../../../contract/offers.ts'
import type { Language } from '../../../domain/words.ts'
import { shortDate } from '../../text/dates.ts'
import { withSeams } from '../../text/seams.ts'
import { typedOf } from './cells.ts'
import type { Sortable } from './search.ts'
import type { words } from './words.ts'

type Words = typeof words.nl

export function shownCell(offer: Offer, column: Sortable, t: Words, language: Language): ReactNode {
  const date = (day: string | null | undefined): ReactNode =>
    day === null || day === undefined ? null : <span className="nowrap">{shortDate(day, language)}</span>
  switch (column) {
    case 'name':
      return withSeams(offer.offer.name)
    case 'code':
      return withSeams(offer.codeWords)
    case 'organisation':
      return withSeams(offer.organisationName)
    case 'municipality':
      return offer.municipalityName
    case 'start':
      return offer.places === null ? <span className="mute">{t.going}</span> : date(offer.places.next?.startsOn)
    case 'free':
      return <Free offer={offer} t={t} />
    case 'cost':
      return offer.offer.cost.cents === 0 ? t.free : typedOf(offer, 'cost', language === 'nl')
    case 'wait':
      return offer.offer.waitWeeks
    case 'until':
      return offer.offer.validUntil == null ? <span className="mute">{t.open}</span> : date(offer.offer.validUntil)
    case 'checked':
      return <Checked offer={offer} t={t} language={language} />
    case 'next':
      return date(offer.check.nextCheckOn)
  }
}

function Free({ offer: { places }, t }: { readonly offer: Offer; readonly t: Words }) {
  if (places === null) return <span className="mute">{t.notCounted}</span>
  return (
    <>
      {places.free === 0 ? (
        <>
          <strong>0</strong> <span className="small mute">{t.full}</span>
        </>
      ) : (
        places.free
      )}
      {places.waiting === 0 ? null : <small className="mute below">{t.waiting(places.waiting)}</small>}
    </>
  )
}

function Checked({
  offer: {
    check: { lastCheckedOn, freshness },
  },
  t,
  language,
}: {
  readonly offer: Offer
  readonly t: Words
  readonly language: Language
}) {
  const old = freshness !== 'fresh'
  return (
    <>
      {lastCheckedOn === null ? null : (
        <span className={old ? 'nowrap aged' : 'nowrap'}>{shortDate(lastCheckedOn, language)}</span>
      )}
      {old ? <small className={lastCheckedOn === null ? 'aged below' : 'mute below'}>{t.freshness[freshness]}</small> : null}
    </>
  )
}
