// What stands in a field, whether it can be kept, and what is wrong with it.
import { type RefObject, useCallback, useEffect, useRef, useState } from 'react'
import type { Answer } from '../../../domain/answers.ts'
import { checkAnswer } from '../../../domain/check-answer.ts'
import { useLanguage, useTexts } from '../../text/language.tsx'
import { exampleOf, readAs, type TypedItem, typedAs } from './typed.ts'
import { words } from './words.ts'

/** `mayConfirm`: rare, not impossible. */
export type Fault = { readonly says: string; readonly mayConfirm: boolean }

type How = { readonly confirmed?: boolean; readonly quietly?: boolean }

export type Typed = {
  readonly typed: string
  readonly fault: Fault | null
  readonly change: (text: string) => void
  /** False when it cannot be read or is refused: the focus stays. Quietly: nothing is said about what is half typed. */
  readonly take: (text: string, how?: How) => boolean
  readonly tidy: (text: string) => void
  readonly reset: () => void
  readonly editing: RefObject<boolean>
}

function howToWrite(item: TypedItem, t: typeof words.nl): string {
  const how = { bloodPressure: t.readBp, date: t.date } as { readonly [kind: string]: string | undefined }
  return how[item.kind] ?? `${t.readAs} ${exampleOf(item)}`
}

export function useTyped({
  item,
  answer,
  set,
}: {
  readonly item: TypedItem
  readonly answer: Answer | null
  readonly set: (answer: Answer, advance?: boolean) => void
}): Typed {
  const t = useTexts(words)
  const { language } = useLanguage()
  const known = answer?.is === 'given' ? typedAs(item, answer.value, language) : ''
  const confirmedBefore = answer?.is === 'given' && answer.confirmed === true
  const [typed, setTyped] = useState(known)
  const [fault, setFault] = useState<Fault | null>(null)
  const editing = useRef(false)
  const before = useRef(known)
  useEffect(() => {
    if (editing.current) return
    before.current = known
    setTyped(known)
  }, [known])
  const give = useRef(set)
  give.current = set

  const take = useCallback(
    (text: string, { confirmed = false, quietly = false }: How = {}): boolean => {
      if (text.trim() === '') return true
      const value = readAs(item, text)
      if (value === null) {
        if (!quietly) setFault({ says: howToWrite(item, t), mayConfirm: false })
        return false
      }
      if (typedAs(item, value, language) === known && (!confirmed || confirmedBefore)) return true
      const source = item.kind === 'text' ? 'person' : 'measured'
      const given: Answer = { is: 'given', value, source, ...(confirmed ? { confirmed: true as const } : {}) }
      const checked = checkAnswer(item, given)
      if (!checked.ok) {
        const { words: said, code } = checked.refusal
        if (!quietly) setFault({ says: said[language], mayConfirm: code === 'needsConfirmation' })
        return false
      }
      setFault(null)
      give.current(given, false)
      return true
    },
    [known, confirmedBefore, item, t, language],
  )
  const change = useCallback((text: string): void => {
    setTyped(text)
    setFault(null)
  }, [])
  /** As it is written here, once one has left it: `12.5` becomes `12,5`. */
  const tidy = (text: string): void => {
    const value = text.trim() === '' ? null : readAs(item, text)
    if (value !== null) setTyped(typedAs(item, value, language))
  }
  /** Back to what stood there when one began. */
  const reset = (): void => {
    setFault(null)
    setTyped(before.current)
    if (before.current !== '' && before.current !== known) take(before.current)
  }
  return { typed, fault, change, take, tidy, reset, editing }
}
