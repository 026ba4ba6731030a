// One question: its words on the left, its answers on the right, one key each; focus moves on by itself.
import { type KeyboardEvent, memo, type ReactNode, useState } from 'react'
import type { Answer, GivenValue } from '../../../domain/answers.ts'
import type { Item } from '../../../domain/instrument.ts'
import { clockTime } from '../../text/dates.ts'
import { useLanguage, useTexts } from '../../text/language.tsx'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import type { ItemState } from './answer-store.ts'
import { answerWords } from './answer-words.ts'
import { focusNext, focusPrevious } from './focus.ts'
import { MeasureInput } from './measure-input.tsx'
import { Options } from './options.tsx'
import { words } from './words.ts'

export type QuestionProps = {
  readonly item: Item
  readonly state: ItemState
  /** What the screening knew, not confirmed yet. */
  readonly carried: GivenValue | undefined
  readonly counts: boolean
  readonly give: (itemId: string, answer: Answer) => void
  readonly choose: (itemId: string, chosen: string) => void
  readonly me: string
  readonly onSection: (key: 'g' | 'k') => void
  /** Under the question: a drop in pressure, a total. */
  readonly computed?: string
}

export const Question = memo(function Question(props: QuestionProps) {
  const { item, state, carried, counts, give, onSection, computed } = props
  const t = useTexts(words)
  const { language } = useLanguage()
  const [aloud, setAloud] = useState(false)
  const set = (answer: Answer, advance = true): void => {
    give(item.id, answer)
    if (advance) focusNext(item.id)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const free = !(event.target instanceof HTMLTextAreaElement) && !(event.target as HTMLElement).dataset['text']
    const acts: { readonly [key: string]: () => void } = {
      x: () => set({ is: 'notAsked' }),
      o: () => set({ is: 'unknown' }),
      w: () => set({ is: 'declined' }),
      b: () => setAloud((shown) => !shown),
      g: () => onSection('g'),
      k: () => onSection('k'),
    }
    const act =
      event.key === 'Enter'
        ? event.shiftKey
          ? () => focusPrevious(item.id)
          : () => focusNext(item.id)
        : free
          ? acts[event.key]
          : undefined
    if (act === undefined || (event.key === 'Enter' && event.target instanceof HTMLButtonElement)) return
    event.preventDefault()
    act()
  }
  const label = `q-${item.id}`
  const className = ['q', counts ? 'counts' : '', item.redFlag !== undefined && isYes(state.answer) ? 'alarm' : '']
    .filter(Boolean)
    .join(' ')
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys act on the controls inside, which have roles of their own
    <div
      className={className}
      data-item={item.id}
      data-open={state.answer === null ? 'yes' : 'no'}
      id={`i-${item.id}`}
      onKeyDown={onKeyDown}
    >
      <p className="q-text">
        <span id={label}>{item.words[language]}</span>
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
        <From item={item} state={state} carried={carried} counts={counts} computed={computed} />
      </p>
      <Control {...props} label={label} set={set} />
      <Conflict {...props} />
      {state.refused === null ? null : (
        <p className="error q-under" role="alert">
          {state.refused}
        </p>
      )}
      <p className="keys">
        <span>
          <kbd>X</kbd>
          {t.notAsked}
        </span>
        <span>
          <kbd>O</kbd>
          {t.unknownKey}
        </span>
        <span>
          <kbd>W</kbd>
          {t.declined}
        </span>
        <span>
          <kbd>B</kbd>
          {aloud ? t.hideAloud : t.aloud}
        </span>
        <span>
          <kbd>Enter</kbd>
          {t.next}
        </span>
      </p>
    </div>
  )
})

function From({
  item,
  state,
  carried,
  counts,
  computed,
}: Pick<QuestionProps, 'item' | 'state' | 'carried' | 'counts'> & { readonly computed: string | undefined }) {
  const t = useTexts(words)
  const { language } = useLanguage()
  const { answer } = state
  const parts: ReactNode[] = []
  if (counts) parts.push(<span className="found">{t.finding}</span>)
  if (computed !== undefined) parts.push(computed)
  if (answer?.is === 'given' && answer.source === 'shortcut') parts.push(t.shortcutMark)
  if (answer?.is === 'given' && answer.source === 'record')
    parts.push(`${t.fromScreening}, bevestigd`.replace('bevestigd', language === 'nl' ? 'bevestigd' : 'confirmed'))
  if (answer !== null && answer.is !== 'given') parts.push(answerWords(item, answer, language))
  if (answer === null && carried !== undefined)
    parts.push(`${t.fromScreening}: ${answerWords(item, { is: 'given', value: carried }, language)}`)
  if (parts.length === 0) return null
  return (
    <span className="from">
      {parts.map((part, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one line
        <span key={index}>
          {index === 0 ? '' : ', '}
          {part}
        </span>
      ))}
    </span>
  )
}

type ControlProps = QuestionProps & { readonly label: string; readonly set: (answer: Answer, advance?: boolean) => void }

function Control({ item, state, carried, label, set }: ControlProps) {
  switch (item.kind) {
    case 'yesNo':
    case 'choice':
    case 'multipleChoice':
      return <Options item={item} answer={state.answer} carried={carried} label={label} set={set} />
    default:
      return <MeasureInput item={item} answer={state.answer} label={label} set={set} />
  }
}

/** Two people, two answers: both are shown, and one key keeps one. */
function Conflict({ item, state, me, choose }: QuestionProps) {
  const t = useTexts(words)
  const { language } = useLanguage()
  const [other] = state.others
  if (!state.disputed || other === undefined) return null
  return (
    <div className="note warn q-under" role="alert">
      <Icon name="warn" />
      <div className="body">
        <p>
          {t.theirs(other.actorId, clockTime(other.at, language), answerWords(item, other.answer, language))}{' '}
          {state.answer === null ? '' : t.yours(answerWords(item, state.answer, language))}
        </p>
        <div className="btns">
          <Button small onPress={() => choose(item.id, me)}>
            {t.keepMine}
          </Button>
          <Button small onPress={() => choose(item.id, other.actorId)}>
            {t.takeTheirs}
          </Button>
        </div>
      </div>
    </div>
  )
}

const isYes = (answer: Answer | null): boolean => answer?.is === 'given' && answer.value === 'yes'
