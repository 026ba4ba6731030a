// Somebody else was first: by whom, both values of every field that differs, and two answers.
import { useQuery } from '@tanstack/react-query'
import { getOffer, type Offer, type OfferBody } from '../../../contract/offers.ts'
import { call } from '../../api/call.ts'
import { useLanguage, useTexts } from '../../text/language.tsx'
import { Button } from '../../ui/button.tsx'
import { Note } from '../../ui/note.tsx'
import { Shown } from '../../ui/states.tsx'
import { words } from './offer-words.ts'
import { type OfferField, typedOffer } from './typed-offer.ts'

export function OfferConflict({
  offerId,
  mine,
  since,
  onKeep,
  onTake,
}: {
  readonly offerId: string
  readonly mine: OfferBody
  readonly since: readonly string[]
  readonly onKeep: (newest: Offer) => void
  readonly onTake: (newest: Offer) => void
}) {
  const t = useTexts(words)
  const { language } = useLanguage()
  const asked = useQuery({
    queryKey: ['offer-newest', offerId, since],
    queryFn: async ({ signal }) => (await call(getOffer, { params: { offerId }, signal })).body,
    staleTime: 0,
  })
  return (
    <Note look="warn" alert>
      <p>
        <strong>{t.conflict}</strong> {since.join(' ')}
      </p>
      <p>{t.conflictHow}</p>
      <Shown asked={asked} lines={2}>
        {(newest) => {
          const [own, theirs] = [typedOffer(mine, language === 'nl'), typedOffer(newest.offer, language === 'nl')]
          const fields = (Object.keys(own) as OfferField[]).filter((field) => String(own[field]) !== String(theirs[field]))
          return (
            <>
              <table className="table">
                <thead>
                  <tr>
                    <th scope="col" />
                    <th scope="col">{t.theirs}</th>
                    <th scope="col">{t.mine}</th>
                  </tr>
                </thead>
                <tbody>
                  {fields.map((field) => (
                    <tr key={field}>
                      <th scope="row">{labelOf(field, t)}</th>
                      <td>{String(theirs[field]) || t.nothing}</td>
                      <td>{String(own[field]) || t.nothing}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
              <p className="btns">
                <Button small onPress={() => onKeep(newest)}>
                  {t.keepMine}
                </Button>
                <Button small onPress={() => onTake(newest)}>
                  {t.takeTheirs}
                </Button>
              </p>
            </>
          )
        }}
      </Shown>
    </Note>
  )
}

/** What the field is called on the page. */
function labelOf(field: OfferField, t: typeof words.nl): string {
  const said = (t as { readonly [name: string]: unknown })[
    {
      municipalities: 'areas',
      organisationId: 'organisation',
      locationId: 'location',
      contactId: 'contact',
      deputyId: 'deputy',
      ownerId: 'owner',
    }[field as string] ?? field
  ]
  return typeof said === 'string' ? said : field
}
