// The end of the analysis: what still has to be done first, and the one action that leads to the proposal.
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { memo, useEffect, useRef, useState } from 'react'
import { getCase } from '../../../contract/cases.ts'
import type { Instrument } from '../../../domain/instrument.ts'
import { call, newKey } from '../../api/call.ts'
import { give } from '../../api/commands.ts'
import { useLanguage, useTexts } from '../../text/language.tsx'
import { Button } from '../../ui/button.tsx'
import { Note } from '../../ui/note.tsx'
import { WentWrong } from '../../ui/states.tsx'
import type { Snapshot } from './answer-store.ts'
import { focusFlag, focusItem } from './focus.ts'
import type { Live } from './live.ts'
import { neededParts, notAskedParts, openParts, type Part } from './open-parts.ts'
import { words } from './words.ts'

export const Finish = memo(function Finish({
  caseId,
  live,
  items,
  disputed,
  unsaid,
  instrument,
  settled,
}: {
  readonly caseId: string
  readonly live: Live
  readonly items: Snapshot['items']
  /** Two people differ about these. */
  readonly disputed: readonly string[]
  /** Red flags of which nobody has said what was done; they stop nothing. */
  readonly unsaid: readonly string[]
  readonly instrument: Instrument
  /** Resolves once the server has every answer. */
  readonly settled: () => Promise<void>
}) {
  const t = useTexts(words)
  const { language } = useLanguage()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const box = useRef<HTMLDivElement>(null)
  const key = useRef(newKey())
  const open = openParts(instrument, live, disputed, language)
  const notAsked = notAskedParts(instrument, items, neededParts(instrument, language), language)
  const finish = async (): Promise<void> => {
    if (busy) return
    // What is still being typed counts: leaving the field keeps it.
    if (document.activeElement instanceof HTMLInputElement) document.activeElement.blur()
    setBusy(true)
    setError(null)
    try {
      await settled()
      const { etag } = await call(getCase, { params: { caseId } })
      await give({ caseId, type: 'completeAnalysis', payload: {}, key: key.current, ...(etag === null ? {} : { ifMatch: etag }) })
      await navigate({ to: '/cases/$caseId/proposal', params: { caseId } })
      await queries.invalidateQueries()
    } catch (caught) {
      key.current = newKey()
      setError(caught)
      setBusy(false)
      requestAnimationFrame(() => box.current?.focus())
    }
  }
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (!event.altKey || event.key.toLowerCase() !== 's') return
      event.preventDefault()
      void finish()
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  })
  return (
    <div className="finish stack" ref={box} tabIndex={-1}>
      {error === null ? null : <WentWrong error={error} />}
      {open.length === 0 ? null : (
        <Note look="warn">
          <p>
            <strong>{t.stillOpen}</strong>
          </p>
          <Jumps parts={open} />
        </Note>
      )}
      {notAsked.length === 0 ? null : (
        <details className="not-asked">
          <summary>{t.mayStayOpen(notAsked.length)}</summary>
          <Jumps parts={notAsked} />
        </details>
      )}
      {unsaid.length === 0 ? null : (
        <Note look="bad">
          <p>
            {t.flagUnsaid(unsaid.length)}{' '}
            <button type="button" className="to" onClick={() => focusFlag('')}>
              {t.flagSay}
            </button>
          </p>
        </Note>
      )}
      <p className="btns">
        <Button look="main" onPress={() => void finish()} busy={busy ? t.viewing : false} shortcut="Alt+S" id="finish">
          {t.view}
        </Button>
      </p>
    </div>
  )
})

const Jumps = ({ parts }: { readonly parts: readonly Part[] }) => (
  <ul className="still-open">
    {parts.map(({ id, at, name }) => (
      <li key={id}>
        <button type="button" className="to" onClick={() => focusItem(at)}>
          {name}
        </button>
      </li>
    ))}
  </ul>
)
