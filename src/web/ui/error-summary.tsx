// Everything that is wrong, on top of the form: it gets focus with every try, the tab says so, and each sentence leads to its field.
import { type MouseEvent, useEffect, useId, useRef, useState } from 'react'
import { texts, useTexts } from '../text/language.tsx'

const words = texts({ fault: 'Fout' }, { fault: 'Fault' })

type Wrong = { readonly title: string; readonly errors: readonly string[] }

export const ErrorSummary = (wrong: Wrong) => (wrong.errors.length === 0 ? null : <Summary {...wrong} />)

/** As a `ref`: once, when it appears. A new function with every drawing would take focus from who is typing. */
export const focusOnce = (element: HTMLElement | null): void => element?.focus()

/** The tab says it as long as this stands on the page. */
export function FaultInTitle() {
  const t = useTexts(words)
  useEffect(() => {
    const before = document.title
    document.title = `${t.fault}: ${before}`
    return () => {
      document.title = before
    }
  }, [t.fault])
  return null
}

function Summary({ title, errors }: Wrong) {
  const id = useId()
  const box = useRef<HTMLDivElement>(null)
  const [fields, setFields] = useState<readonly string[]>([])
  useEffect(() => {
    const here = box.current!
    const focus = (): void => here.focus()
    const form = here.closest('form')
    focus()
    form?.addEventListener('submit', focus)
    return () => form?.removeEventListener('submit', focus)
  }, [])
  // Which field a sentence is about is seen in the form as it is drawn.
  useEffect(() => {
    const found = fieldsOf(box.current!, errors, id)
    setFields((before) => (before.join() === found.join() ? before : found))
  }, [errors, id])
  const goTo = (event: MouseEvent, field: string): void => {
    event.preventDefault()
    document.getElementById(field)?.focus()
  }
  return (
    <div className="summary" role="alert" tabIndex={-1} ref={box}>
      <FaultInTitle />
      <h2>{title}</h2>
      <ul>
        {errors.map((error, index) => {
          const field = fields[index] ?? ''
          return (
            <li key={error}>
              {field === '' ? (
                error
              ) : (
                <a href={`#${field}`} onClick={(event) => goTo(event, field)}>
                  {error}
                </a>
              )}
            </li>
          )
        })}
      </ul>
    </div>
  )
}

/** The id of what is filled in for each sentence: where the same is said, or in the order of the form. */
function fieldsOf(box: Element, errors: readonly string[], id: string): string[] {
  const bad = [...(box.closest('form')?.querySelectorAll('.field.bad') ?? [])]
  const saysAt = (error: string) => bad.find((field) => endsWith(error, field.querySelector('.error')?.textContent))
  return errors.map((error, index) => {
    const field = saysAt(error) ?? (errors.length === bad.length ? bad[index] : undefined)
    const control = field?.querySelector('input:not([type=hidden]), select, textarea, button')
    if (control === undefined || control === null) return ''
    if (control.id === '') control.id = `${id}-${index}`
    return control.id
  })
}

const endsWith = (error: string, said: string | null | undefined): boolean =>
  said !== null && said !== undefined && said.trim() !== '' && error === said.trim()
