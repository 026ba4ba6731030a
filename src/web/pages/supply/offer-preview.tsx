// How the nurse and the older adult will see an offer, and how complete it is.
import type { Contact } from '../../../contract/contacts.ts'
import type { SupplyDesk } from '../../../contract/supply-desk.ts'
import { formWords, weekdayWords } from '../../../domain/supply-words.ts'
import { euros } from '../../text/dates.ts'
import { useLanguage, useTexts } from '../../text/language.tsx'
import { centsIn } from './cells.ts'
import { words } from './offer-words.ts'
import { lacking, type TypedOffer, telling } from './typed-offer.ts'

export function OfferPreview({
  typed,
  desk,
  contact,
}: {
  readonly typed: TypedOffer
  readonly desk: SupplyDesk
  readonly contact: Contact['contact'] | null
}) {
  const t = useTexts(words)
  const { language } = useLanguage()
  const missing = lacking(typed)
  const code = desk.wanted.find((one) => one.code === typed.code)?.words ?? ''
  const name = typed.name.trim() === '' ? t.noName : typed.name.trim()
  const days = typed.days
    .map((day) => weekdayWords[day as keyof typeof weekdayWords][language])
    .join(language === 'nl' ? ' en ' : ' and ')
  const cents = centsIn(typed.cost)
  const cost = cents === null ? '' : cents === 0 ? t.elderFree : t.elderCosts(euros(cents, language), t.pers[typed.per])
  const when = days === '' ? '' : t.elderWhen(days, typed.time)
  return (
    <aside className="panel sticky" aria-label={t.preview}>
      <h2>{t.preview}</h2>
      <div>
        <p className="label">{t.nurse}</p>
        <p>
          <strong>{name}</strong>
        </p>
        <p className="small mute">
          {[code, formWords[typed.form][language], typed.waitWeeks === '' ? '' : `${typed.waitWeeks} wk`]
            .filter(Boolean)
            .join(', ')}
        </p>
        <p className="small">{[when, cost].filter(Boolean).join(' ')}</p>
        {contact === null ? null : <p className="small">{[contact.name, contact.phone].filter(Boolean).join(', ')}</p>}
      </div>
      <div className="elder">
        <p className="label">{t.elder}</p>
        <p>
          {typed.form === 'home' ? t.elderHome : t.elderWhat} <strong>{name}</strong>. {when} {cost}{' '}
          {contact === null ? '' : t.elderCall(contact.name, contact.phone ?? '')}
        </p>
      </div>
      <div>
        <p className="label">{t.complete}</p>
        <p>
          <progress max={telling.length} value={telling.length - missing.length} aria-label={t.complete} />{' '}
          <span className="small">{t.completeOf(telling.length - missing.length, telling.length)}</span>
        </p>
        <p className="small mute">
          {missing.length === 0
            ? t.whole
            : `${t.stillMissing}: ${missing.map((field) => nameOf(field, t).toLowerCase()).join(', ')}.`}
        </p>
      </div>
    </aside>
  )
}

const nameOf = (field: (typeof telling)[number], t: typeof words.nl): string =>
  field === 'locationId' ? t.location : field === 'payer' ? t.funding : t[field]
