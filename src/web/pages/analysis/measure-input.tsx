// Figures, dates and words that are typed: checked at once by the rules of the item, and kept while one types.
import { type KeyboardEvent, useEffect, useId, useRef } from 'react'
import { flushSync } from 'react-dom'
import type { Answer } from '../../../domain/answers.ts'
import type { NumberItem } from '../../../domain/instrument.ts'
import { useLanguage, useTexts } from '../../text/language.tsx'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { shortUnit } from './answer-words.ts'
import { focusNext } from './focus.ts'
import { Stopwatch, useStopwatch } from './stopwatch.tsx'
import { isWhole, type TypedItem, typedAs } from './typed.ts'
import { type Fault, useTyped } from './use-typed.ts'
import { words } from './words.ts'

export type MeasureProps = {
  readonly item: TypedItem
  readonly answer: Answer | null
  readonly label: string
  readonly set: (answer: Answer, advance?: boolean) => void
}

const widths = { number: 'w3', bloodPressure: 'w5', itemScores: 'w12', text: 'w12', date: 'w5' } as const
const keyboards = { number: 'decimal', bloodPressure: 'numeric', itemScores: 'numeric', text: 'text', date: 'numeric' } as const

export function MeasureInput({ item, answer, label, set }: MeasureProps) {
  const { language } = useLanguage()
  const { typed, fault, change, take, tidy, reset, editing } = useTyped({ item, answer, set })
  const input = useRef<HTMLInputElement>(null)
  const faultId = useId()
  const timed = item.kind === 'number' && item.unit.en === 'seconds'
  const watch = useStopwatch((seconds) => {
    const text = typedAs(item, seconds, language)
    flushSync(() => {
      change(text)
      take(text)
    })
    input.current?.focus()
    input.current?.select()
  })
  /** It is as rare as it is. */
  const confirm = (): void => {
    if (flushSync(() => take(typed, { confirmed: true }))) focusNext(item.id)
  }
  /** It was mistyped: the next figure takes its place. */
  const again = (): void => {
    change(typed)
    input.current?.focus()
    input.current?.select()
  }
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    const { key, ctrlKey, metaKey, altKey } = event
    if (fault?.mayConfirm === true && !ctrlKey && !metaKey && !altKey && ['j', 'y'].includes(key.toLowerCase())) {
      event.preventDefault()
      event.stopPropagation()
      confirm()
    } else if (key === 'Escape' && fault?.mayConfirm === true) again()
    else if (key === 'Escape') {
      watch.cancel()
      reset()
    } else if (key === ' ' && timed) {
      event.preventDefault()
      watch.press()
    } else if (key === 'Enter' && !take(typed)) {
      event.preventDefault()
      event.stopPropagation()
    }
  }
  const onChange = (text: string): void => {
    change(text)
    if (!isWhole(item, text)) return
    const taken = flushSync(() => take(text))
    if (taken) focusNext(item.id)
  }
  // What was typed a moment ago is kept, also when the page goes away while one types.
  useEffect(() => {
    if (!editing.current) return
    const pause = setTimeout(() => take(typed, { quietly: true }), 250)
    return () => clearTimeout(pause)
  }, [typed, take, editing])
  useEffect(() => {
    const leave = (): void => void (editing.current && take(typed, { quietly: true }))
    window.addEventListener('pagehide', leave)
    return () => window.removeEventListener('pagehide', leave)
  }, [typed, take, editing])
  return (
    <div className={item.kind === 'text' ? 'measure words' : 'measure'}>
      {fault === null ? null : <Said fault={fault} id={faultId} confirm={confirm} again={again} />}
      {timed ? <Stopwatch watch={watch} about={label} /> : null}
      <input
        ref={input}
        className={`input ${widths[item.kind]}`}
        aria-labelledby={label}
        aria-invalid={(fault !== null && !fault.mayConfirm) || undefined}
        aria-describedby={fault === null ? undefined : faultId}
        inputMode={keyboards[item.kind]}
        autoComplete="off"
        value={typed}
        data-text={item.kind === 'text' ? 'yes' : undefined}
        onFocus={() => {
          editing.current = true
        }}
        onBlur={() => {
          editing.current = false
          if (take(typed)) tidy(typed)
        }}
        onChange={({ target }) => onChange(target.value)}
        onKeyDown={onKeyDown}
        data-first=""
      />
      {item.kind === 'text' ? null : <span className="unit">{unitOf(item, language)}</span>}
      {item.kind === 'number' && item.instead !== undefined ? <Instead item={item} answer={answer} set={set} /> : null}
    </div>
  )
}

const unitOf = (item: TypedItem, language: 'nl' | 'en'): string =>
  item.kind === 'bloodPressure' ? 'mmHg' : item.kind === 'number' ? shortUnit(item, language) : ''

function Said({
  fault,
  id,
  confirm,
  again,
}: {
  readonly fault: Fault
  readonly id: string
  readonly confirm: () => void
  readonly again: () => void
}) {
  const t = useTexts(words)
  return (
    <p className={fault.mayConfirm ? 'doubt' : 'error'} id={id} role="alert">
      {fault.mayConfirm ? null : <Icon name="warn" />}
      <span>{fault.says}</span>
      {fault.mayConfirm ? (
        <span className="btns">
          <Button small onPress={confirm} shortcut={t.rareYesKey}>
            {t.rareYes}
          </Button>
          <Button small onPress={again} shortcut="Esc">
            {t.rareChange}
          </Button>
        </span>
      ) : null}
    </p>
  )
}

/** A word instead of a figure: she cannot do it. */
function Instead({ item, answer, set }: Pick<MeasureProps, 'answer' | 'set'> & { readonly item: NumberItem }) {
  const { language } = useLanguage()
  return (
    <span className="instead">
      {(item.instead ?? []).map(({ code, words: name }) => (
        <Button
          key={code}
          look="quiet"
          small
          pressed={answer?.is === 'given' && answer.value === code}
          onPress={() => set({ is: 'given', value: code, source: 'measured' })}
        >
          {name[language]}
        </Button>
      ))}
    </span>
  )
}
