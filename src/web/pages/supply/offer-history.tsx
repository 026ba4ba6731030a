// What changed in an offer, by whom and when.
import { useQuery } from '@tanstack/react-query'
import { getOfferHistory } from '../../../contract/offers.ts'
import { call } from '../../api/call.ts'
import { clockTime, shortDate } from '../../text/dates.ts'
import { useLanguage, useTexts } from '../../text/language.tsx'
import { Part } from '../../ui/page.tsx'
import { Shown } from '../../ui/states.tsx'
import { typedDay } from './cells.ts'
import { words } from './offer-words.ts'

export function OfferHistory({ offerId }: { readonly offerId: string }) {
  const t = useTexts(words)
  const { language } = useLanguage()
  const asked = useQuery({
    queryKey: ['offer-history', offerId, language],
    queryFn: async ({ signal }) =>
      (await call(getOfferHistory, { params: { offerId }, query: { limit: 50 }, signal })).body.items,
  })
  return (
    <Part id="history" title={t.history} aside={t.historyHow}>
      <Shown asked={asked} lines={3}>
        {(items) => (
          <ol className="path time">
            {items.map((line, index) => (
              <li key={line.version} className={index === 0 ? 'now' : 'done'}>
                <p className="at">
                  {shortDate(line.at, language)}, {clockTime(line.at, language)}
                </p>
                <h4>{line.actionWords.charAt(0).toUpperCase() + line.actionWords.slice(1)}</h4>
                <p className="small mute">{t.by(line.actorName, line.roleWords)}</p>
                {line.changed.map((change) => (
                  <p className="small" key={change.field}>
                    {t.fromTo(change.fieldWords, saidOf(change.before, t.nothing), saidOf(change.after, t.nothing))}
                  </p>
                ))}
              </li>
            ))}
          </ol>
        )}
      </Shown>
    </Part>
  )
}

/** A value of any field, as short as it can be said. */
function saidOf(value: unknown, nothing: string): string {
  if (value === null || value === undefined || value === '') return nothing
  if (Array.isArray(value)) return value.length === 0 ? nothing : value.map((one) => saidOf(one, nothing)).join(', ')
  if (typeof value === 'object')
    return Object.entries(value)
      .map(([name, inside]) => `${name} ${saidOf(inside, nothing)}`)
      .join(', ')
  return /^\d{4}-\d\d-\d\d$/.test(String(value)) ? typedDay(String(value)) : String(value)
}
