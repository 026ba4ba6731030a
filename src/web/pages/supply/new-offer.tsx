// Adding an offer.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { addOffer, type OfferBody } from '../../../contract/offers.ts'
import { call, newKey } from '../../api/call.ts'
import { deskQuery } from '../../api/supply-queries.ts'
import { useLanguage, useTexts } from '../../text/language.tsx'
import { Note } from '../../ui/note.tsx'
import { Page } from '../../ui/page.tsx'
import { Shown } from '../../ui/states.tsx'
import { OfferForm } from './offer-form.tsx'
import { words } from './offer-words.ts'
import { emptyOffer } from './typed-offer.ts'

export function NewOffer() {
  const t = useTexts(words)
  const { language } = useLanguage()
  const desk = useQuery(deskQuery(language))
  const queries = useQueryClient()
  const navigate = useNavigate()
  const [key, setKey] = useState(newKey)
  const save = useMutation({
    mutationFn: async (body: OfferBody) => (await call(addOffer, { body, key })).body,
    onSuccess: ({ id }) => {
      void queries.invalidateQueries({ queryKey: ['offers'] })
      void navigate({ to: '/supply/$offerId', params: { offerId: id } })
    },
    // What was refused is another request when it is mended.
    onError: () => setKey(newKey()),
  })
  return (
    <Page title={t.newTitle} lead={t.newLead}>
      <Shown asked={desk}>
        {(today) =>
          today.edits === 'nothing' ? (
            <Note look="warn">{today.whyNot ?? t.readOnly}</Note>
          ) : (
            <OfferForm
              start={emptyOffer(today.edits === 'ownOrganisation' ? today.organisationId : '', today.today)}
              was={null}
              desk={today}
              saving={save.isPending}
              error={save.error}
              onSave={(body) => save.mutate(body)}
            />
          )
        }
      </Shown>
    </Page>
  )
}
