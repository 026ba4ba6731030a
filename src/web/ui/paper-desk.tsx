// One document over the page, as it comes out of the printer: what is printed then is the document alone.
import { useEffect, useRef } from 'react'
import { createPortal } from 'react-dom'
import type { PaperDocument } from '../../contract/documents.ts'
import { Paper } from '../pages/plan/paper.tsx'
import { texts, useTexts } from '../text/language.tsx'
import '../theme/paper.css'
import { Button } from './button.tsx'
import { Icon } from './icon.tsx'
import { WentWrong } from './states.tsx'

const words = texts(
  { print: 'Print', pdf: 'Bewaar als PDF', making: 'PDF wordt gemaakt', close: 'Sluit', acts: 'Met dit document' },
  { print: 'Print', pdf: 'Save as PDF', making: 'Making the PDF', close: 'Close', acts: 'With this document' },
)

export function PaperDesk({
  document: paper,
  saved,
  onPdf,
  onClose,
}: {
  readonly document: PaperDocument
  readonly saved: { readonly isPending: boolean; readonly error: unknown }
  readonly onPdf: () => void
  readonly onClose: () => void
}) {
  const t = useTexts(words)
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const before = document.activeElement
    dialog.current?.showModal()
    return () => {
      if (before instanceof HTMLElement) before.focus()
    }
  }, [])
  // Directly in the body, so that printing can leave everything beside it out.
  return createPortal(
    <dialog className="desk paper-desk" ref={dialog} aria-label={paper.title} onClose={onClose}>
      <section className="no-print sheet-bar" aria-label={t.acts}>
        <div>
          <Button onPress={() => dialog.current?.close()}>
            <Icon name="cross" /> {t.close}
          </Button>
        </div>
        <div className="sheet-acts">
          <Button busy={saved.isPending && t.making} onPress={onPdf}>
            {t.pdf}
          </Button>
          <Button look="main" onPress={() => window.print()}>
            <Icon name="print" /> {t.print}
          </Button>
        </div>
        {saved.error === null ? null : <WentWrong error={saved.error} />}
      </section>
      <div className={paper.reader === 'professional' ? 'for-professional' : undefined}>
        <Paper document={paper} />
      </div>
    </dialog>,
    document.body,
  )
}
