// A form within a page or within another form: its own heading, its own errors; Enter adds, Escape leaves, and the form around it keeps what was typed.
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef } from 'react'
import { isRefusal } from '../../api/call.ts'
import { Button } from '../../ui/button.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { WentWrong } from '../../ui/states.tsx'

export function InPlace({
  title,
  problems,
  errors,
  failure,
  add,
  adding,
  stop,
  fromTitle = false,
  onAdd,
  onStop,
  children,
}: {
  readonly title: string
  readonly problems: string
  readonly errors: readonly string[]
  /** What stands at no field. */
  readonly failure: unknown
  readonly add: string
  readonly adding: string | false
  readonly stop: string
  /** Focus begins at the title, where the first field would open a long list over it. */
  readonly fromTitle?: boolean
  readonly onAdd: () => void
  readonly onStop: () => void
  readonly children: ReactNode
}) {
  const id = useId()
  const panel = useRef<HTMLDivElement>(null)
  useEffect(() => panel.current?.querySelector<HTMLElement>('h3[tabindex], input, select')?.focus(), [])
  const press = (event: KeyboardEvent): void => {
    const { key, target } = event
    const inField = target instanceof HTMLInputElement && target.type !== 'checkbox' && target.role !== 'combobox'
    if (event.defaultPrevented || !((key === 'Enter' && inField) || key === 'Escape')) return
    event.preventDefault()
    event.stopPropagation()
    if (key === 'Escape') onStop()
    else onAdd()
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a form within a form is none in HTML
    <div className="panel stack in-place" role="group" aria-labelledby={id} ref={panel} onKeyDown={press}>
      <h3 id={id} tabIndex={fromTitle ? -1 : undefined}>
        {title}
      </h3>
      <ErrorSummary title={problems} errors={errors} />
      {children}
      {failure === null ? null : <WentWrong error={failure} />}
      <p className="btns">
        <Button onPress={onAdd} busy={adding}>
          {add}
        </Button>
        <Button look="quiet" onPress={onStop}>
          {stop}
        </Button>
      </p>
    </div>
  )
}

/** By field, in the server's own words. */
export const refusedFields = (error: unknown): { readonly [field: string]: string } =>
  isRefusal(error)
    ? Object.fromEntries(error.problem.errors.map(({ pointer, detail }) => [pointer.split('/')[1] ?? '', detail]))
    : {}
