// The referral letter of one receiver as it will be, made by the server when it is opened.
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { getLetter, previewLetter } from '../../../contract/documents.ts'
import { call } from '../../api/call.ts'
import { texts, useLanguage, useTexts } from '../../text/language.tsx'
import { Shown } from '../../ui/states.tsx'
import type { ToSend } from './receivers.ts'

const words = texts(
  { title: (name: string) => `De brief aan ${name}, zoals die wordt` },
  { title: (name: string) => `The letter to ${name}, as it will be` },
)

const LetterText = lazy(async () => ({ default: (await import('./letter-text.tsx')).LetterText }))

export function Letter({
  receiver: { code, name, planned, assignmentId },
  caseId,
  goal,
}: {
  readonly receiver: ToSend
  readonly caseId: string
  readonly goal: string
}) {
  const t = useTexts(words)
  const { language } = useLanguage()
  const [open, setOpen] = useState(false)
  const offerId = planned?.offer.offerId
  const asked = useQuery({
    queryKey: ['letter', caseId, code, assignmentId, offerId, goal, language],
    enabled: open,
    queryFn: async ({ signal }) => {
      if (assignmentId !== null) return (await call(getLetter, { params: { caseId, assignmentId }, signal })).body
      const chosen = { code, ...(offerId === undefined ? {} : { offerId }), ...(goal.trim() === '' ? {} : { goal }) }
      return (await call(previewLetter, { params: { caseId }, body: chosen, signal })).body
    },
  })
  return (
    <details className="twin" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t.title(name)}</summary>
      {open ? (
        <Shown asked={asked} lines={8}>
          {(letter) => (
            <Suspense>
              <LetterText letter={letter} />
            </Suspense>
          )}
        </Shown>
      ) : null}
    </details>
  )
}
