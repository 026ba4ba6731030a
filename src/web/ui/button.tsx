// Buttons: a verb and an object. One main action a page; a busy button says so in words and stays where focus is.
import type { ReactNode } from 'react'
import { useKey } from '../keys.ts'

type Look = 'main' | 'plain' | 'quiet' | 'danger'

export type ButtonProps = {
  readonly children: ReactNode
  readonly onPress?: () => void
  readonly look?: Look
  readonly small?: boolean
  readonly big?: boolean
  /** What is said while it works; a press does nothing then. */
  readonly busy?: string | false
  readonly type?: 'button' | 'submit'
  readonly shortcut?: string
  readonly label?: string
  readonly pressed?: boolean
  readonly expanded?: boolean
  readonly id?: string
}

const classes: { readonly [look in Look]: string } = { main: 'main-action', plain: '', quiet: 'quiet', danger: 'danger' }

export const buttonClass = (look: Look, small = false, busy = false, big = false): string =>
  ['btn', classes[look], small ? 'small' : '', busy ? 'busy' : '', big ? 'big' : ''].filter(Boolean).join(' ')

/** A key, to be seen while it works: who hears the page is told by `aria-keyshortcuts`, and the name of what it presses stays what it does. */
export const KeyCap = ({ keys }: { readonly keys: string }) =>
  useKey(keys) ? <kbd aria-hidden="true">{keys.replace('+', ' ')}</kbd> : null

export function Button({
  children,
  onPress,
  look = 'plain',
  small,
  big,
  busy = false,
  type = 'button',
  shortcut,
  label,
  pressed,
  expanded,
  id,
}: ButtonProps) {
  const isBusy = busy !== false
  const works = useKey(shortcut)
  return (
    <button
      type={type}
      id={id}
      className={buttonClass(look, small, isBusy, big)}
      aria-disabled={isBusy || undefined}
      aria-label={label}
      aria-pressed={pressed}
      aria-expanded={expanded}
      aria-keyshortcuts={works ? shortcut : undefined}
      onClick={(event) => {
        if (isBusy) event.preventDefault()
        else onPress?.()
      }}
    >
      {isBusy ? busy : children}
      {shortcut === undefined || isBusy ? null : <KeyCap keys={shortcut} />}
    </button>
  )
}
