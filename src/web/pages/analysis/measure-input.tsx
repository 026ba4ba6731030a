// Figures, dates and words that are typed: checked at once by the rules of the item, and kept when the field is left.
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import type { Answer } from '../../../domain/answers.ts'
import { checkAnswer } from '../../../domain/check-answer.ts'
import type { NumberItem } from '../../../domain/instrument.ts'
import { useLanguage, useTexts } from '../../text/language.tsx'
import { Button } from '../../ui/button.tsx'
import { focusNext } from './focus.ts'
import { Stopwatch } from './stopwatch.tsx'
import { exampleOf, isWhole, readAs, type TypedItem, typedAs } from './typed.ts'
import { words } from './words.ts'

type Props = {
  readonly item: TypedItem
  readonly answer: Answer | null
  readonly label: string
  readonly set: (answer: Answer, advance?: boolean) => void
}

type Fault = { readonly says: string; readonly mayConfirm: boolean }

const widths = { number: 'w3', bloodPressure: 'w8', itemScores: 'w12', text: 'w12', date: 'w8' } as const
const keyboards = { number: 'decimal', bloodPressure: 'numeric', itemScores: 'numeric', text: 'text', date: 'numeric' } as const

export function MeasureInput({ item, answer, label, set }: Props) {
  const { language } = useLanguage()
  const { typed, fault, change, take, editing } = useTyped({ item, answer, set })
  const faultId = useId()
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.key !== 'Enter' || take(typed)) return
    event.preventDefault()
    event.stopPropagation()
  }
  const time = (seconds: number): void => {
    const text = typedAs(item, seconds, language)
    change(text)
    take(text)
  }
  return (
    <div className="measure">
      {item.kind === 'number' && item.unit.en === 's' ? <Stopwatch onTime={time} /> : null}
      {item.kind === 'number' && item.instead !== undefined ? <Instead item={item} answer={answer} set={set} /> : null}
      <input
        className={`input ${widths[item.kind]}`}
        aria-labelledby={label}
        aria-invalid={fault !== null || undefined}
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
          take(typed)
        }}
        onChange={({ target }) => {
          change(target.value)
          if (isWhole(item, target.value) && take(target.value)) focusNext(item.id)
        }}
        onKeyDown={onKeyDown}
        data-first=""
      />
      <span className="unit">{item.kind === 'number' ? item.unit[language] : item.kind === 'bloodPressure' ? 'mmHg' : ''}</span>
      {fault === null ? null : <Said fault={fault} id={faultId} confirm={() => take(typed, true)} />}
    </div>
  )
}

function Said({ fault, id, confirm }: { readonly fault: Fault; readonly id: string; readonly confirm: () => void }) {
  const t = useTexts(words)
  return (
    <p className={fault.mayConfirm ? 'doubt' : 'error'} id={id} role="alert">
      {fault.says}
      {fault.mayConfirm ? (
        <Button small onPress={confirm}>
          {t.rareYes}
        </Button>
      ) : null}
    </p>
  )
}

/** What stands in the field, and what is wrong with it. */
function useTyped({ item, answer, set }: Omit<Props, 'label'>) {
  const t = useTexts(words)
  const { language } = useLanguage()
  const known = answer?.is === 'given' ? typedAs(item, answer.value, language) : ''
  const [typed, setTyped] = useState(known)
  const [fault, setFault] = useState<Fault | null>(null)
  const editing = useRef(false)
  useEffect(() => {
    if (!editing.current) setTyped(known)
  }, [known])

  /** False when it cannot be read or is refused: the focus stays. */
  const take = (text: string, confirmed = false): boolean => {
    if (text.trim() === '' || (text === known && !confirmed)) return true
    const value = readAs(item, text)
    const how = { bloodPressure: t.readBp, date: t.date } as { readonly [kind: string]: string | undefined }
    if (value === null) {
      setFault({ says: how[item.kind] ?? `${t.readAs} ${exampleOf(item)}`, mayConfirm: false })
      return false
    }
    const source = item.kind === 'text' ? 'person' : 'measured'
    const given: Answer = { is: 'given', value, source, ...(confirmed ? { confirmed: true as const } : {}) }
    const checked = checkAnswer(item, given)
    if (!checked.ok) {
      setFault({ says: checked.refusal.words[language], mayConfirm: checked.refusal.code === 'needsConfirmation' })
      return false
    }
    setFault(null)
    set(given, false)
    return true
  }
  const change = (text: string): void => {
    setTyped(text)
    setFault(null)
  }
  return { typed, fault, change, take, editing }
}

/** A word instead of a figure: she cannot do it. */
function Instead({
  item,
  answer,
  set,
}: {
  readonly item: NumberItem
  readonly answer: Answer | null
  readonly set: Props['set']
}) {
  const { language } = useLanguage()
  return (item.instead ?? []).map(({ code, words: name }) => (
    <Button
      key={code}
      small
      pressed={answer?.is === 'given' && answer.value === code}
      onPress={() => set({ is: 'given', value: code, source: 'measured' })}
    >
      {name[language]}
    </Button>
  ))
}
