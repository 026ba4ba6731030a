// Answers to choose from: all of them visible, each with its digit; a list of several stays until Enter.
import type { KeyboardEvent } from 'react'
import type { Answer } from '../../../domain/answers.ts'
import type { ChoiceItem, MultipleChoiceItem, YesNoItem } from '../../../domain/instrument.ts'
import { useLanguage, useTexts } from '../../text/language.tsx'
import { words } from './words.ts'

type Props = {
  readonly item: YesNoItem | ChoiceItem | MultipleChoiceItem
  readonly answer: Answer | null
  readonly label: string
  readonly set: (answer: Answer, advance?: boolean) => void
}

const unknownCode = 'unknown'
const arrows: { readonly [key: string]: number } = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }

export function Options({ item, answer, label, set }: Props) {
  const t = useTexts(words)
  const { language } = useLanguage()
  if (item.kind === 'multipleChoice') return <Several item={item} answer={answer} label={label} set={set} />
  const options =
    item.kind === 'yesNo'
      ? [
          { code: 'no', name: t.no },
          { code: 'yes', name: t.yes },
          { code: unknownCode, name: t.unknown },
        ]
      : [...item.options.map(({ code, words: name }) => ({ code, name: name[language] })), { code: unknownCode, name: t.unknown }]
  const chosen = answer?.is === 'unknown' ? unknownCode : answer?.is === 'given' ? answer.value : null
  const take = (code: string, advance = true): void =>
    set(code === unknownCode ? { is: 'unknown' } : { is: 'given', value: code, source: 'person' }, advance)
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    const step = arrows[event.key]
    if (step !== undefined) {
      // As in any group of radio buttons the arrows choose; they do not lead on to the next question.
      event.preventDefault()
      const inputs = [...event.currentTarget.querySelectorAll('input')]
      const next = (inputs.indexOf(event.target as HTMLInputElement) + step + inputs.length) % inputs.length
      take(options[next]!.code, false)
      inputs[next]!.focus()
      return
    }
    const option = options[Number(event.key) - 1] ?? byLetter(event.key, item.kind === 'yesNo')
    if (option === undefined || event.altKey || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    event.stopPropagation()
    take(option.code)
  }
  return (
    <div className={isWide(options) ? 'answers many' : 'answers'} role="radiogroup" aria-labelledby={label} onKeyDown={onKeyDown}>
      {options.map(({ code, name }, index) => (
        <label className="answer" key={code}>
          <input
            type="radio"
            name={item.id}
            checked={chosen === code}
            onChange={() => undefined}
            onClick={() => take(code)}
            aria-keyshortcuts={String(index + 1)}
            {...(index === 0 ? { 'data-first': '' } : {})}
          />
          <span>{name}</span>
          <kbd aria-hidden="true">{index + 1}</kbd>
        </label>
      ))}
    </div>
  )
}

/** More than fits on one line beside its question. */
const isWide = (options: readonly { readonly name: string }[]): boolean =>
  options.length > 4 || options.map(({ name }) => name).join('').length > 32

const byLetter = (key: string, yesNo: boolean): { code: string } | undefined =>
  yesNo ? { n: { code: 'no' }, j: { code: 'yes' }, y: { code: 'yes' } }[key] : undefined

function Several({ item, answer, label, set }: Omit<Props, 'item'> & { readonly item: MultipleChoiceItem }) {
  const t = useTexts(words)
  const { language } = useLanguage()
  const chosen = answer?.is === 'given' && Array.isArray(answer.value) ? answer.value.map(String) : []
  const none = answer?.is === 'given' && Array.isArray(answer.value) && answer.value.length === 0
  const toggle = (code: string): void => {
    const after = chosen.includes(code) ? chosen.filter((one) => one !== code) : [...chosen, code]
    set(
      {
        is: 'given',
        value: item.options.map(({ code: known }) => known).filter((known) => after.includes(known)),
        source: 'person',
      },
      false,
    )
  }
  const setNone = (): void => set({ is: 'given', value: [], source: 'person' })
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.altKey || event.ctrlKey || event.metaKey) return
    const option = item.options[Number(event.key) - 1]
    if (event.key !== '0' && event.key !== 'n' && option === undefined) return
    event.preventDefault()
    event.stopPropagation()
    if (option === undefined) setNone()
    else toggle(option.code)
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as one line of answers
    <div className="answers several" role="group" aria-labelledby={label} onKeyDown={onKeyDown}>
      <label className="answer">
        <input type="checkbox" checked={none} onChange={setNone} data-first="" />
        <span>{t.none}</span>
        <kbd aria-hidden="true">0</kbd>
      </label>
      {item.options.map(({ code, words: name }, index) => (
        <label className="answer" key={code}>
          <input type="checkbox" checked={chosen.includes(code)} onChange={() => toggle(code)} />
          <span>{name[language]}</span>
          {index < 9 ? <kbd aria-hidden="true">{index + 1}</kbd> : null}
        </label>
      ))}
    </div>
  )
}
