// The end of the analysis: what still has to be done first, and the one action that leads to the proposal.
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { getCase } from '../../../contract/cases.ts'
import { type Instrument, itemsOf } from '../../../domain/instrument.ts'
import type { Language } from '../../../domain/words.ts'
import { call, newKey } from '../../api/call.ts'
import { give } from '../../api/commands.ts'
import { useLanguage, useTexts } from '../../text/language.tsx'
import { Button } from '../../ui/button.tsx'
import { Note } from '../../ui/note.tsx'
import { WentWrong } from '../../ui/states.tsx'
import { focusItem } from './focus.ts'
import type { Live } from './live.ts'
import { words } from './words.ts'

export function Finish({
  caseId,
  live,
  disputed,
  instrument,
  settled,
}: {
  readonly caseId: string
  readonly live: Live
  /** Two people differ about these. */
  readonly disputed: readonly string[]
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
  const open = openIn(instrument, live, disputed, language)
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
          <ul className="still-open">
            {open.map(({ id, at, name }) => (
              <li key={id}>
                <button type="button" className="to" onClick={() => focusItem(at)}>
                  {name}
                </button>
              </li>
            ))}
          </ul>
        </Note>
      )}
      <p className="btns">
        <Button look="main" onPress={() => void finish()} busy={busy ? t.viewing : false} shortcut="Alt+S" id="finish">
          {t.view}
        </Button>
      </p>
    </div>
  )
}

type Open = { readonly id: string; readonly at: string; readonly name: string }

function openIn(instrument: Instrument, { complete, status }: Live, disputed: readonly string[], language: Language): Open[] {
  const { domains, sections } = instrument
  const items = itemsOf(instrument).filter(({ id }) => complete.mustBeKnown.includes(id) || disputed.includes(id))
  const needed = [...domains.minimum, ...domains.preferred]
    .filter(({ id }) => complete.minimum.open.includes(id))
    .flatMap((domain) => domain.sections)
  const parts = sections.filter(({ id }) => (complete.mandatory.includes(id) || needed.includes(id)) && status[id] === 'notDone')
  return [
    ...items.map(({ id, words: name }) => ({ id, at: id, name: name[language] })),
    ...parts.map(({ id, words: name, core, items: inside }) => ({
      id,
      at: core[0]?.[0] ?? inside[0]!.id,
      name: name[language],
    })),
  ]
}
