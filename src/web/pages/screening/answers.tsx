// The questions of the test, in the order in which they are asked; those about a fall appear when there was one.
import type { KeyboardEvent } from 'react'
import { flushSync } from 'react-dom'
import { useTexts } from '../../text/language.tsx'
import { words } from './words.ts'

export type Given = { readonly [fact: string]: string | number }
type YesNo = 'concern' | 'mobilityDifficulty' | 'injury' | 'couldNotGetUp' | 'lossOfConsciousness' | 'frail'
const afterAFall: readonly YesNo[] = ['injury', 'couldNotGetUp', 'lossOfConsciousness']

export function Answers({
  given,
  change,
  asks,
}: {
  readonly given: Given
  readonly change: (given: Given) => void
  /** The facts that the rules of the test ask for. */
  readonly asks: readonly string[]
}) {
  const set = (fact: string, value: string | number | null): void => {
    const { [fact]: _, ...rest } = given
    change(value === null ? rest : { ...rest, [fact]: value })
  }
  const fell = typeof given['falls12m'] === 'number' && given['falls12m'] > 0
  const first: readonly YesNo[] = ['concern', 'mobilityDifficulty']
  const questions = [...first, ...(fell ? afterAFall : []), 'frail' as const].filter((fact) => asks.includes(fact))
  const any = fell || given['concern'] === 'yes' || given['mobilityDifficulty'] === 'yes'
  return (
    <div className="big-answers">
      <NumberQuestion fact="falls12m" given={given} set={set} pattern={/^\d{1,2}$/} />
      {questions.map((fact) => (
        <YesNoQuestion key={fact} fact={fact} given={given} set={set} />
      ))}
      {any && asks.includes('walk4m') ? (
        <NumberQuestion fact="walk4m" given={given} set={set} pattern={/^\d{1,3}(?:[.,]\d{1,2})?$/} />
      ) : null}
    </div>
  )
}

/** To the next question at once: a key that follows quickly is for that one. What appears with the answer must be drawn already. */
function goOn(from: Node): void {
  const rows = [...document.querySelectorAll<HTMLElement>('.big-answers .q')]
  const next = rows[rows.findIndex((row) => row.contains(from)) + 1]
  const control = next?.querySelector<HTMLElement>('input') ?? document.querySelector<HTMLElement>('.btn.main-action')
  control?.focus()
}

type QuestionProps = { readonly given: Given; readonly set: (fact: string, value: string | number | null) => void }

function YesNoQuestion({ fact, given, set }: QuestionProps & { readonly fact: YesNo }) {
  const t = useTexts(words)
  const options = [
    { code: 'no', name: t.no },
    { code: 'yes', name: t.yes },
    { code: 'unknown', name: t.unknown },
  ]
  const onKeyDown = (event: KeyboardEvent): void => {
    const option = options[Number(event.key) - 1]
    if (option === undefined || event.altKey) return
    event.preventDefault()
    flushSync(() => set(fact, option.code))
    goOn(event.target as Node)
  }
  return (
    <div className="q">
      <p className="q-text">
        <span id={`s-${fact}`}>{t[fact]}</span>
        {fact === 'frail' ? <span className="hint">{t.frailHint}</span> : null}
      </p>
      <div className="answers" role="radiogroup" aria-labelledby={`s-${fact}`} onKeyDown={onKeyDown}>
        {options.map(({ code, name }, index) => (
          <label className="answer" key={code}>
            <input type="radio" name={fact} checked={given[fact] === code} onChange={() => set(fact, code)} />
            <span>{name}</span>
            <kbd aria-hidden="true">{index + 1}</kbd>
          </label>
        ))}
      </div>
    </div>
  )
}

function NumberQuestion({
  fact,
  given,
  set,
  pattern,
}: QuestionProps & { readonly fact: 'falls12m' | 'walk4m'; readonly pattern: RegExp }) {
  const t = useTexts(words)
  const isFalls = fact === 'falls12m'
  const wrong = typeof given[fact] === 'string'
  const read = (typed: string): string | number | null =>
    typed.trim() === '' ? null : pattern.test(typed.trim()) ? Number(typed.trim().replace(',', '.')) : typed
  return (
    <div className="q">
      <p className="q-text">
        <label htmlFor={`s-${fact}`}>{isFalls ? t.falls : t.walk4m}</label>
        {isFalls ? <span className="hint">{t.fallsHint}</span> : null}
        {wrong ? (
          <span className="error" id={`e-${fact}`}>
            {isFalls ? t.number : t.seconds}
          </span>
        ) : null}
      </p>
      <div className="measure">
        <input
          className="input w3"
          id={`s-${fact}`}
          inputMode={isFalls ? 'numeric' : 'decimal'}
          autoComplete="off"
          aria-invalid={wrong || undefined}
          aria-describedby={wrong ? `e-${fact}` : undefined}
          data-first={isFalls ? '' : undefined}
          onChange={({ target }) => set(fact, read(target.value))}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return
            event.preventDefault()
            goOn(event.currentTarget)
          }}
        />
        <span className="unit">{isFalls ? t.times : 's'}</span>
      </div>
    </div>
  )
}
