// A note beside a question: the own one can be written at any time, kept while one types; a colleague's stands beside it.
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { useTexts } from '../../text/language.tsx'
import type { ItemState } from './answer-store.ts'
import { focusItem } from './focus.ts'
import { words } from './words.ts'

export type NoteProps = {
  readonly itemId: string
  readonly state: Pick<ItemState, 'note' | 'otherNotes'>
  readonly open: boolean
  readonly setOpen: (open: boolean) => void
  readonly note: (itemId: string, text: string) => void
}

export function Note({ itemId, state, open, setOpen, note }: NoteProps) {
  const t = useTexts(words)
  if (!open && state.note === '' && state.otherNotes.length === 0) return null
  return (
    <div className="q-under noted">
      {state.otherNotes.map(({ actorId, actorName, text }) => (
        <p key={actorId}>
          <span className="mute">{actorName}:</span> {text}
        </p>
      ))}
      {open ? (
        <Field itemId={itemId} text={state.note} close={() => setOpen(false)} note={note} />
      ) : state.note === '' ? null : (
        <p>
          <span className="mute">{t.noteName}:</span>{' '}
          <button type="button" className="to" onClick={() => setOpen(true)} aria-label={`${t.noteChange}: ${state.note}`}>
            {state.note}
          </button>
        </p>
      )}
    </div>
  )
}

function Field({
  itemId,
  text,
  close,
  note,
}: Pick<NoteProps, 'itemId' | 'note'> & { readonly text: string; readonly close: () => void }) {
  const t = useTexts(words)
  const [typed, setTyped] = useState(text)
  const input = useRef<HTMLInputElement>(null)
  const before = useRef(text)
  const saved = useRef(text)
  useEffect(() => {
    input.current?.focus()
  }, [])
  const take = (now: string): void => {
    if (now.trim() === saved.current) return
    saved.current = now.trim()
    note(itemId, now.trim())
  }
  const latest = useRef(take)
  latest.current = take
  // What was typed a moment ago is kept, also when the page goes away while one types.
  useEffect(() => {
    const pause = setTimeout(() => latest.current(typed), 250)
    const leave = (): void => latest.current(typed)
    window.addEventListener('pagehide', leave)
    return () => {
      clearTimeout(pause)
      window.removeEventListener('pagehide', leave)
    }
  }, [typed])
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' && event.key !== 'Escape') return
    event.preventDefault()
    event.stopPropagation()
    take(event.key === 'Enter' ? typed : before.current)
    close()
    focusItem(itemId)
  }
  return (
    <label className="note-field">
      <span className="mute">{t.noteName}</span>
      <input
        ref={input}
        className="input"
        maxLength={500}
        autoComplete="off"
        data-text="yes"
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
        onBlur={() => {
          take(typed)
          close()
        }}
        onKeyDown={onKeyDown}
      />
      <span className="keys-of small mute">
        <kbd>Enter</kbd> {t.noteDone} <kbd>Esc</kbd> {t.noteBack}
      </span>
    </label>
  )
}
