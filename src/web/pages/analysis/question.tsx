// One question: its words on the left, its answers on the right, one key each; focus moves on by itself.
import { type KeyboardEvent, type MouseEvent, memo, useState } from 'react'
import { flushSync } from 'react-dom'
import type { Answer, GivenValue } from '../../../domain/answers.ts'
import type { Computed, Finding } from '../../../domain/findings.ts'
import type { Item } from '../../../domain/instrument.ts'
import { useLetterKeys } from '../../keys.ts'
import { useLanguage, useTexts } from '../../text/language.tsx'
import { Icon } from '../../ui/icon.tsx'
import type { ItemState } from './answer-store.ts'
import { Conflict, sidesOf } from './conflict.tsx'
import { focusFlag, focusNext, focusPrevious } from './focus.ts'
import { From } from './from.tsx'
import { saidYes } from './live.ts'
import { MeasureInput } from './measure-input.tsx'
import { Note } from './note.tsx'
import { Options } from './options.tsx'
import type { Before } from './previous.ts'
import { words } from './words.ts'

export type QuestionProps = {
  readonly item: Item
  readonly state: ItemState
  /** What the screening knew, not confirmed yet. */
  readonly carried: GivenValue | undefined
  readonly finding: Finding | undefined
  /** What follows from this and other answers: a drop in pressure, a total. */
  readonly computed: Computed | undefined
  readonly before: Before | undefined
  /** Focus goes past it. */
  readonly passed: boolean
  readonly give: (itemId: string, answer: Answer) => void
  readonly note: (itemId: string, text: string) => void
  readonly choose: (itemId: string, chosen: string) => void
  readonly me: string
  readonly onSection: (key: 'g' | 'k') => void
}

export const Question = memo(function Question(props: QuestionProps) {
  const { item, state, finding, give, note, choose, me, onSection, passed } = props
  const t = useTexts(words)
  const { language } = useLanguage()
  const [aloud, setAloud] = useState(false)
  const [noting, setNoting] = useState(false)
  const set = (answer: Answer, advance = true): void => {
    // What is expected next may depend on this answer: it has to be on the screen before focus moves.
    flushSync(() => give(item.id, answer))
    if (advance) focusNext(item.id)
  }
  const acts: { readonly [key: string]: () => void } = {
    x: () => set({ is: 'notAsked' }),
    o: () => set({ is: 'unknown' }),
    w: () => set({ is: 'declined' }),
    m: () => setNoting(true),
    v: () => focusFlag(item.id),
    b: () => setAloud((shown) => !shown),
    g: () => onSection('g'),
    k: () => onSection('k'),
  }
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    const { key, ctrlKey, metaKey, altKey, shiftKey, target } = event
    if (ctrlKey || metaKey || altKey || !(target instanceof HTMLElement)) return
    const onEnter = target instanceof HTMLButtonElement ? undefined : shiftKey ? focusPrevious : focusNext
    const act = key === 'Enter' ? onEnter && (() => onEnter(item.id)) : target.dataset['text'] ? undefined : acts[key]
    if (act === undefined) return
    event.preventDefault()
    act()
  }
  /** While two answers stand side by side the digits choose between them. */
  const onConflictKey = (event: KeyboardEvent<HTMLDivElement>): void => {
    if (!state.disputed || event.ctrlKey || event.metaKey || event.altKey) return
    const side = sidesOf(state, me)[Number(event.key) - 1]
    if (side === undefined || (event.target as HTMLElement).dataset['text']) return
    event.preventDefault()
    event.stopPropagation()
    choose(item.id, side)
  }
  const label = `q-${item.id}`
  const className = [
    'q',
    finding ? 'counts' : '',
    item.redFlag !== undefined && saidYes(state) ? 'alarm' : '',
    state.disputed ? 'disputed' : '',
  ]
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys act on the controls inside, which have roles of their own
    <div
      className={className.filter(Boolean).join(' ')}
      data-item={item.id}
      data-open={state.answer === null && !state.disputed ? 'yes' : 'no'}
      data-pass={passed ? 'yes' : 'no'}
      id={`i-${item.id}`}
      onKeyDown={onKeyDown}
      onKeyDownCapture={onConflictKey}
    >
      <div className="q-text">
        <span id={label}>{item.words[language]}</span>{' '}
        {item.redFlag === undefined ? null : (
          <span className="tag-flag">
            <Icon name="flag" />
            {t.redFlagQuestion}
          </span>
        )}
        {aloud ? (
          <span className="hint aloud" lang="nl">
            {t.readAloud} “{item.words.b1}”
          </span>
        ) : null}
        {item.hint === undefined ? null : <span className="hint">{item.hint[language]}</span>}
        <From {...props} />
      </div>
      <Control {...props} label={label} set={set} />
      <Note itemId={item.id} state={state} open={noting} setOpen={setNoting} note={note} />
      <Conflict item={item} state={state} me={me} choose={choose} />
      {state.refused === null ? null : (
        <p className="error q-under" role="alert">
          {state.refused}
        </p>
      )}
      <Keys item={item} aloud={aloud} acts={acts} next={() => focusNext(item.id)} />
    </div>
  )
})

/** What the keys do, for who knows them not yet, and to press for who has none. The tab key goes past them where the letters work. */
function Keys({
  item,
  aloud,
  acts,
  next,
}: {
  readonly item: Item
  readonly aloud: boolean
  readonly acts: { readonly [key: string]: () => void }
  readonly next: () => void
}) {
  const t = useTexts(words)
  const letters = useLetterKeys()
  const all: readonly (readonly [string, string, (() => void) | undefined])[] = [
    ['X', t.notAsked, acts['x']],
    ['O', t.unknownKey, acts['o']],
    ['W', t.declined, acts['w']],
    ['B', aloud ? t.hideAloud : t.aloud, acts['b']],
    ['M', t.noteKey, acts['m']],
    ['Enter', item.kind === 'multipleChoice' ? t.nextReady : t.next, next],
  ]
  return (
    <p className="q-keys">
      {all.map(([key, says, act]) => (
        // In words one types the letters are letters.
        <button type="button" key={key} tabIndex={letters ? -1 : undefined} onMouseDown={keepFocus} onClick={act}>
          {key === 'Enter' || (letters && item.kind !== 'text') ? <kbd aria-hidden="true">{key}</kbd> : null}
          {says}
        </button>
      ))}
    </p>
  )
}

/** Focus stays where the keys act. */
const keepFocus = (event: MouseEvent): void => event.preventDefault()

type ControlProps = QuestionProps & { readonly label: string; readonly set: (answer: Answer, advance?: boolean) => void }

function Control({ item, state, label, set }: ControlProps) {
  switch (item.kind) {
    case 'yesNo':
    case 'choice':
    case 'multipleChoice':
      return <Options item={item} answer={state.answer} label={label} set={set} />
    default:
      return <MeasureInput item={item} answer={state.answer} label={label} set={set} />
  }
}
