// One offer: its form, its groups with places, and what changed in it. Who was first is named, and nothing typed is lost.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { changeOffer, confirmOffer, getOffer, type Offer, type OfferBody } from '../../../contract/offers.ts'
import { supplyTag } from '../../../contract/supply.ts'
import type { SupplyDesk } from '../../../contract/supply-desk.ts'
import { call, isRefusal, newKey } from '../../api/call.ts'
import { deskQuery } from '../../api/supply-queries.ts'
import { shortDate } from '../../text/dates.ts'
import { useLanguage, useTexts } from '../../text/language.tsx'
import { Button } from '../../ui/button.tsx'
import { Note } from '../../ui/note.tsx'
import { Page } from '../../ui/page.tsx'
import { Shown, WentWrong } from '../../ui/states.tsx'
import { Runs } from './course-runs.tsx'
import { OfferConflict } from './offer-conflict.tsx'
import { isConflict, OfferForm } from './offer-form.tsx'
import { OfferHistory } from './offer-history.tsx'
import { words } from './offer-words.ts'
import { typedOffer } from './typed-offer.ts'

export function EditOffer() {
  const t = useTexts(words)
  const { language } = useLanguage()
  const { offerId } = useParams({ strict: false }) as { offerId: string }
  const desk = useQuery(deskQuery(language))
  const offer = useQuery({
    queryKey: ['offer', offerId, language],
    queryFn: async ({ signal }) => (await call(getOffer, { params: { offerId }, signal })).body,
  })
  return (
    <Shown asked={offer} lines={8} page={t.edit}>
      {(seen) => (
        <Shown asked={desk} page={t.edit}>
          {(today) => <Editing key={seen.offerId} offer={seen} desk={today} />}
        </Shown>
      )}
    </Shown>
  )
}

function Editing({ offer, desk }: { readonly offer: Offer; readonly desk: SupplyDesk }) {
  const t = useTexts(words)
  const { language } = useLanguage()
  const queries = useQueryClient()
  const { offerId } = offer
  // The version that is being edited: a newer one is only taken when somebody chooses it.
  const [base, setBase] = useState(offer)
  const [done, setDone] = useState<string | null>(null)
  const mayEdit =
    desk.edits === 'everything' || (desk.edits === 'ownOrganisation' && offer.offer.organisationId === desk.organisationId)
  const settled = async (): Promise<void> => {
    const { body } = await call(getOffer, { params: { offerId } })
    queries.setQueryData(['offer', offerId, language], body)
    for (const queryKey of [['offers'], ['offer-history', offerId]]) void queries.invalidateQueries({ queryKey })
    setBase(body)
    setDone(t.saved(body.offer.name))
  }
  const { lastCheckedOn, freshness } = offer.check
  const checkedWords = t.checked(lastCheckedOn === null ? null : shortDate(lastCheckedOn, language), freshness)
  const save = useMutation({
    mutationFn: ({ body, version }: { readonly body: OfferBody; readonly version: number }) =>
      call(changeOffer, { params: { offerId }, body, ifMatch: supplyTag(offerId, version), key: newKey() }),
    onSuccess: settled,
  })
  const confirm = useMutation({
    mutationFn: (version: number) =>
      call(confirmOffer, { params: { offerId }, body: {}, ifMatch: supplyTag(offerId, version), key: newKey() }),
    onSuccess: settled,
  })
  return (
    <Page
      title={offer.offer.name}
      lead={`${offer.codeWords}, ${offer.organisationName}. ${checkedWords}`}
      action={
        <div className="btns">
          <Link to="/supply">{t.back}</Link>
          {mayEdit ? (
            <Button onPress={() => confirm.mutate(base.version)} busy={confirm.isPending ? t.saving : false}>
              {t.confirm}
            </Button>
          ) : null}
        </div>
      }
    >
      <div role="status">{done === null || save.error !== null ? null : <Note look="ok">{done}</Note>}</div>
      {confirm.error === null ? null : <WentWrong error={confirm.error} />}
      {mayEdit ? null : <Note>{desk.whyNot ?? t.readOnly}</Note>}
      {isConflict(save.error) && save.variables !== undefined ? (
        <OfferConflict
          offerId={offerId}
          mine={save.variables.body}
          since={isRefusal(save.error) ? (save.error.problem.since ?? []) : []}
          onKeep={(newest) => save.mutate({ body: save.variables.body, version: newest.version })}
          onTake={(newest) => {
            save.reset()
            queries.setQueryData(['offer', offerId, language], newest)
            setBase(newest)
          }}
        />
      ) : null}
      <div className="after-small">
        <OfferForm
          key={base.version}
          start={typedOffer(base.offer, language === 'nl')}
          was={base.offer}
          desk={desk}
          saving={save.isPending}
          error={save.error}
          onSave={(body) => save.mutate({ body, version: base.version })}
        />
        <Runs offerId={offerId} today={desk.today} mayEdit={mayEdit} />
        <OfferHistory offerId={offerId} />
      </div>
    </Page>
  )
}
