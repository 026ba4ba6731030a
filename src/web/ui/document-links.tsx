// Documents to look at, print or keep: asked for with who asks in a header, so none of them can be a plain link.
import { useMutation } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import type * as z from 'zod'
import type { PaperDocument } from '../../contract/documents.ts'
import type { Operation } from '../../contract/operation.ts'
import { call } from '../api/call.ts'
import { takeAlong } from '../api/files.ts'
import { texts, useTexts } from '../text/language.tsx'
import '../theme/documents.css'
import { Button } from './button.tsx'
import { WentWrong } from './states.tsx'

/** Any operation of the contract that answers with one document. */
type PaperOperation = Operation<
  z.ZodType,
  z.ZodType<unknown, { format?: 'json' | 'html' | 'pdf' | undefined }>,
  null,
  typeof PaperDocument
>

export type DocumentLink = {
  /** What it is called in the list: `Verwijsbrief: Otago`. */
  readonly name: string
  readonly operation: PaperOperation
  readonly params: { readonly [name: string]: string }
}

const words = texts(
  {
    view: 'Bekijk en print',
    pdf: 'Bewaar als PDF',
    opening: 'Wordt geopend',
    making: 'PDF wordt gemaakt',
    kept: (name: string) => `${name} staat bij uw downloads.`,
  },
  {
    view: 'View and print',
    pdf: 'Save as PDF',
    opening: 'Opening',
    making: 'Making the PDF',
    kept: (name: string) => `${name} is in your downloads.`,
  },
)

const Desk = lazy(async () => ({ default: (await import('./paper-desk.tsx')).PaperDesk }))

export const DocumentLinks = ({ documents }: { readonly documents: readonly DocumentLink[] }) => (
  <ul className="papers">
    {documents.map((one) => (
      <OneDocument key={`${one.operation.operationId}${Object.values(one.params).join()}`} {...one} />
    ))}
  </ul>
)

/** One document to look at, print or keep; `desk` goes somewhere on the page. */
export function useDocument({ operation, params }: Omit<DocumentLink, 'name'>) {
  const [open, setOpen] = useState<PaperDocument | null>(null)
  const view = useMutation({
    mutationFn: async () => (await call(operation, { params, query: { format: 'json' } })).body,
    onSuccess: setOpen,
  })
  const pdf = useMutation({ mutationFn: () => takeAlong(operation, { format: 'pdf' }, params) })
  const wrong = view.error ?? pdf.error
  const desk =
    open === null ? null : (
      <Suspense>
        <Desk document={open} onPdf={() => pdf.mutate()} saved={pdf} onClose={() => setOpen(null)} />
      </Suspense>
    )
  return { view, pdf, wrong: wrong === null ? null : <WentWrong error={wrong} />, desk }
}

function OneDocument({ name, operation, params }: DocumentLink) {
  const t = useTexts(words)
  const { view, pdf, wrong, desk } = useDocument({ operation, params })
  return (
    <li>
      <span>{name}</span>
      <span className="row-of">
        <Button small busy={view.isPending && t.opening} label={`${t.view}: ${name}`} onPress={() => view.mutate()}>
          {t.view}
        </Button>
        <Button small look="quiet" busy={pdf.isPending && t.making} label={`${t.pdf}: ${name}`} onPress={() => pdf.mutate()}>
          {t.pdf}
        </Button>
      </span>
      <span className="told" role="status">
        {pdf.data === undefined ? '' : t.kept(pdf.data)}
      </span>
      {wrong}
      {desk}
    </li>
  )
}
